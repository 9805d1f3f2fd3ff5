"""Words and controls of a size to be read from across a table and touched with a finger."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout

from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.labels import Kind, PlainLabel
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

TOUCH = 56
"""Pixels: no control of the page is lower or narrower."""
TEXT = 18
"""Pixels: no word of the page is smaller."""
RADIUS = 12.0
_ICON = 22
Tone = Literal["accent", "ok", "danger"]
Weight = QFont.Weight


def large_font(size: int = TEXT, weight: QFont.Weight = Weight.Normal) -> QFont:
    """The font of the program, ``size`` pixels high."""
    font = theme.font()
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def words(
    text: str, size: int = TEXT, weight: QFont.Weight = Weight.Normal, *, kind: Kind = "body", wrap: bool = True
) -> PlainLabel:
    """A large label, plain text always."""
    label = PlainLabel(text, kind, wrap=wrap)
    label.setFont(large_font(size, weight))
    return label


class TouchButton(QPushButton):
    """A large button: filled (one a page), plain, or a choice that fills with its tone when it is checked.

    Without text it is a square around its icon, and ``name`` is read aloud.
    """

    def __init__(
        self,
        text: str,
        icon_name: str = "",
        *,
        filled: bool = False,
        tone: Tone = "accent",
        name: str = "",
        height: int = TOUCH,
    ) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._filled = filled
        self._tone = tone
        self._height = height
        self._on_tone = {"accent": "on_accent", "ok": "on_score", "danger": "on_score"}[tone]
        self.setFont(large_font(20 if filled else TEXT, Weight.DemiBold if filled else Weight.Medium))
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _content_width(self) -> float:
        icon = _ICON if self._icon_name else 0
        text = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return icon + text + (10 if icon and text else 0)

    def sizeHint(self) -> QSize:
        side = (28 if self._filled else 18) if self.text() else 0
        return QSize(max(round(self._content_width() + 0.5) + 2 * side, TOUCH), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            # A button takes the arrows for itself, Alt or not: with Alt they move the point it stands on.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = painter_for(self), QRectF(self.rect())
        ground, ink, border = self.colours()
        look = theme.current()
        fill_round(painter, rect, look.colour(ground), look.colour(border), RADIUS, 1.5)
        self.paint_progress(painter, rect)
        self._paint_content(painter, rect, ink)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(3, 3, -3, -3), RADIUS - 3, ink if self._full() else "accent")

    def paint_progress(self, painter: QPainter, rect: QRectF) -> None:
        """Between the ground and the words; nothing here."""

    def _full(self) -> bool:
        return self.isEnabled() and (self._filled or self.isChecked())

    def colours(self) -> tuple[str, str, str]:
        """Ground, ink and border, as tokens."""
        if not self.isEnabled():
            return "background", "faint", "line"
        if self.isChecked():
            return self._tone, self._on_tone, self._tone
        pressed = self.isDown() or self.underMouse()
        if self._filled:
            ground = "accent_hover" if pressed else "accent"
            return ground, "on_accent", ground
        return "hover" if pressed else "surface", "text", "control"

    def _paint_content(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        x = rect.center().x() - min(self._content_width(), rect.width() - 8) / 2
        if self._icon_name:
            paint_icon(painter, QRectF(x, rect.center().y() - _ICON / 2, _ICON, _ICON), self._icon_name, ink)
            x += _ICON + 10
        painter.setFont(self.font())
        painter.setPen(theme.current().colour(ink))
        painter.drawText(
            QRectF(x, rect.top(), rect.right() - x, rect.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )


class TouchField(QFrame):
    """The border of a text field as high as a finger, drawn around an editor that has none."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit, name: str) -> None:
        super().__init__()
        self.editor = editor
        editor.setProperty("bare", True)
        editor.setFont(large_font(20))
        editor.setAccessibleName(name)
        editor.installEventFilter(self)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(editor)
        self.setMinimumHeight(TOUCH)
        self.setFocusProxy(editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, focused = theme.current(), self.editor.hasFocus()
        border: QColor = look.colour("accent" if focused else "control")
        fill_round(
            painter_for(self), QRectF(self.rect()), look.colour("surface"), border, RADIUS, 2.0 if focused else 1.5
        )
