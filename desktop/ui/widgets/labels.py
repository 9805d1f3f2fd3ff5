"""Text that is only text: what a prospect typed is never read as HTML."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.painting import painter_for

Kind = Literal[
    "display",
    "figure",
    "title",
    "heading",
    "large",
    "body",
    "medium",
    "strong",
    "muted",
    "small",
    "label",
    "faint",
    "accent",
    "danger",
    "ok",
    "warn",
]
_FONTS = {"muted": "body", "faint": "small", "accent": "label", "danger": "medium", "ok": "medium", "warn": "medium"}
_COLOURS = {
    "muted": "muted",
    "small": "muted",
    "label": "muted",
    "faint": "faint",
    "accent": "accent",
    "danger": "danger",
    "ok": "ok",
    "warn": "warn",
}


class PlainLabel(QLabel):
    """A label of one of the kinds of the type scale, plain text always.

    ``elide`` keeps one line and ends it with an ellipsis, the whole text in the tool tip; ``wrap`` breaks lines.
    """

    def __init__(
        self,
        text: str = "",
        kind: Kind = "body",
        *,
        wrap: bool = False,
        elide: bool = False,
        tabular: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wanted_font = theme.font()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._elide = elide
        self._tabular = tabular
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.setMinimumWidth(24)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_kind(kind)
        self.setText(text)

    @property
    def kind(self) -> str:
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Change size, weight and colour."""
        self._kind: Kind = kind
        self.setProperty("kind", kind)
        font = theme.font(_FONTS.get(kind, kind), self._tabular)
        self.setFont(font)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self.style().unpolish(self)
            self.style().polish(self)
            self.setFont(font)
        self.update()

    def setFont(self, font: QFont | str | Sequence[str]) -> None:
        self._wanted_font = QFont(font)
        super().setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # A new style sheet puts back the font that the label had before the old one.
        if event.type() == QEvent.Type.StyleChange and self.font() != self._wanted_font:
            super().setFont(self._wanted_font)

    def setText(self, text: str) -> None:
        if text == self.text():
            return
        super().setText(text)
        if self._elide:
            self.setToolTip("")
            self._tell_whole_text()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self._elide:
            self._tell_whole_text()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(24, hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.current().colour(_COLOURS.get(self._kind, "text")))
        painter.drawText(self.contentsRect(), self.alignment(), self._elided())

    def _elided(self) -> str:
        flat = " ".join(self.text().split("\n"))
        return self.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _tell_whole_text(self) -> None:
        whole = self.text()
        self.setToolTip(plain_tip(whole) if self._elided() != whole else "")


def plain_tip(text: str) -> str:
    """``text`` as a tool tip that shows it literally, whatever markup it looks like."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>" if "<" in text else text


class Sign(QWidget):
    """An icon beside words that say the same: nothing to read aloud, nothing to click."""

    def __init__(self, icon_name: str, token: str = "muted", size: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.set_icon(icon_name, token)

    def set_icon(self, icon_name: str, token: str = "muted") -> None:
        """Show another icon, in the colour of a token."""
        self._icon_name = icon_name
        self._token = token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(painter_for(self), QRectF(self.rect()), self._icon_name, self._token)


class Divider(QFrame):
    """One pixel of line, across or down."""

    def __init__(self, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().colour("line"))
