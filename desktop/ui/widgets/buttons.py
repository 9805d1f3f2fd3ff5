"""Buttons that show their key, so that the rep learns it by using the mouse."""

import math
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.actions import display_keys
from desktop.ui.icons import SIZE, paint_icon
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, keycap_size, paint_keycap, painter_for, soft

ButtonKind = Literal["primary", "secondary", "quiet", "danger"]
_GAP = 8
_LARGE, _SMALL = 56, 26


class Button(QPushButton):
    """A push button: primary (one a screen), secondary, quiet (no border until hovered) or danger.

    ``keycap`` is a portable key sequence, drawn beside the text; the key itself is bound by the action registry.
    ``large`` is 56 px high, ``small`` 26 px under a mouse: the cross of a row.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = "secondary",
        *,
        keycap: str = "",
        icon_name: str = "",
        name: str = "",
        large: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._keycap = display_keys(keycap) if keycap else ""
        self._icon_name = icon_name
        self._large, self._small = large, small
        self.setFont(theme.font("strong" if large else "medium"))
        self.setText(text)
        # "&" in a label is a company's name more often than a mnemonic.
        self.setAccessibleName(name or text)
        if self._keycap:
            self.setAccessibleDescription(self._keycap)
        if not text and name:
            self.setToolTip(plain_tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_text(self, text: str) -> None:
        """Change the words, and what is read aloud with them; the same words again cost no layout."""
        if text == self.text() == self.accessibleName():
            return
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the weight of the button on its screen."""
        self._kind = kind
        self.update()

    def _content_width(self) -> float:
        parts = []
        if self._icon_name:
            parts.append(float(SIZE))
        if self.text():
            parts.append(QFontMetricsF(self.font()).horizontalAdvance(self.text()))
        if self._keycap:
            parts.append(keycap_size(self._keycap).width())
        return sum(parts) + _GAP * max(0, len(parts) - 1)

    def sizeHint(self) -> QSize:
        metrics = theme.metrics()
        height = _LARGE if self._large else metrics.hit(_SMALL) if self._small else metrics.control
        side = 14 if self.text() else (_SMALL - SIZE) // 2 if self._small else 8
        return QSize(metrics.hit(math.ceil(self._content_width()) + 2 * side), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        rect = QRectF(self.rect())
        ground, ink, border = self._colours()
        fill_round(painter, rect, ground, border)
        self._paint_content(painter, rect, ink)
        if self.hasFocus():
            ring = "text" if self._filled() else "accent"
            focus_ring(painter, rect, token=ring)

    def _filled(self) -> bool:
        return self.isEnabled() and (self._kind == "primary" or self.isChecked())

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        """Ground, ink and border for the state the button is in."""
        look = theme.current()
        if not self.isEnabled():
            ground = None if self._kind == "quiet" else look.colour("background")
            return ground, look.colour("faint"), None if self._kind == "quiet" else look.colour("line")
        hot = self.underMouse() or self.isDown()
        if self._filled():
            return look.colour("accent_hover" if hot else "accent"), look.colour("on_accent"), None
        ink = look.colour("danger" if self._kind == "danger" else "text")
        if self._kind == "quiet":
            return look.colour("hover") if hot else None, look.colour("muted"), None
        return look.colour("hover" if hot else "surface"), ink, look.colour("control")

    def _paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        width = min(self._content_width(), rect.width() - 8)
        x = rect.left() + (rect.width() - width) / 2
        right = x + width
        if self._icon_name:
            box = QRectF(x, rect.center().y() - SIZE / 2, SIZE, SIZE)
            paint_icon(painter, box, self._icon_name, self._icon_token())
            x = box.right() + _GAP
        if self._keycap:
            size = keycap_size(self._keycap)
            right -= size.width()
            cap = QRectF(QPointF(right, rect.center().y() - size.height() / 2), size)
            paint_keycap(painter, cap, self._keycap, ink, soft(ink))
            right -= _GAP
        painter.setFont(self.font())
        painter.setPen(ink)
        words = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, right - x + 1)
        painter.drawText(QRectF(x, rect.top(), right - x + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)

    def _icon_token(self) -> str:
        if not self.isEnabled():
            return "faint"
        if self._filled():
            return "on_accent"
        return {"quiet": "muted", "danger": "danger"}.get(self._kind, "text")


def button(text: str, kind: ButtonKind = "secondary", keycap: str = "", icon_name: str = "") -> Button:
    """A button in one line."""
    return Button(text, kind, keycap=keycap, icon_name=icon_name)


class KeyCap(QWidget):
    """A key as printed on a keyboard, from a portable key sequence."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = display_keys(keys)
        self.setAccessibleName(self._text)
        self.setFixedSize(keycap_size(self._text).toSize() + QSize(1, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        rect = QRectF(self.rect())
        paint_keycap(painter_for(self), rect, self._text, look.colour("muted"), soft(look.colour("control")))
