"""Small rounded words: labels that inform, chips that can be clicked, and a choice among a few."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

_TONES = {
    "neutral": ("chip", "muted"),
    "accent": ("accent_soft", "accent"),
    "danger": ("danger_soft", "danger"),
    "warn": ("warn_soft", "warn"),
    "ok": ("ok_soft", "ok"),
    "cold": ("cold_soft", "cold"),
    "warm": ("warm_soft", "warm"),
    "hot": ("hot_soft", "hot"),
}
_ICON = 13


class Chip(QWidget):
    """A word on a soft ground. ``tone``: neutral, accent, danger, warn, ok, cold, warm or hot."""

    def __init__(self, text: str, tone: str = "neutral", icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._text = ""
        self._icon_name = icon_name
        self.setFont(theme.font("small" if tone == "neutral" else "label"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str, tone: str = "", icon_name: str = "") -> None:
        """Change the word, and the tone and the sign when one is given."""
        shown = (text, tone or self._tone, icon_name or self._icon_name)
        if shown == (self._text, self._tone, self._icon_name):
            return
        self._text, self._tone, self._icon_name = shown
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self._text)
        return QSize(round(width + 0.5) + 18 + (_ICON + 5 if self._icon_name else 0), 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(32, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        ground, ink = _TONES[self._tone]
        painter = painter_for(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, look.colour(ground), radius=rect.height() / 2)
        inner = rect.adjusted(9, 0, -8, 0)
        if self._icon_name:
            paint_icon(painter, QRectF(inner.left(), rect.center().y() - _ICON / 2, _ICON, _ICON), self._icon_name, ink)
            inner.setLeft(inner.left() + _ICON + 5)
        painter.setFont(self.font())
        painter.setPen(look.colour(ink))
        words = QFontMetricsF(self.font()).elidedText(self._text, Qt.TextElideMode.ElideRight, inner.width() + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)


class ChipButton(QAbstractButton):
    """A chip that can be clicked; filled with ``checked_tone`` (a token) when checked by its owner.

    ``large`` is the size of a finger: a rounded rectangle, 56 px high.
    """

    def __init__(
        self,
        text: str,
        checked_tone: str = "accent",
        *,
        large: bool = False,
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = checked_tone
        self._large = large
        self._icon_name = icon_name
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFont(theme.font("heading" if large else "small"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, icon_name: str) -> None:
        """Change the words, the name with them, and the sign."""
        self._icon_name = icon_name
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """The owner decides what is checked, once it is saved."""

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        metrics = theme.metrics()
        side, height = (44, 56) if self._large else (22, metrics.chip)
        return QSize(metrics.hit(round(width + 0.5) + side + (_ICON + 5 if self._icon_name else 0)), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        radius = float(theme.RADIUS) if self._large else rect.height() / 2
        ink = "text" if self._large else "muted"
        if self.isChecked():
            ink = "on_accent" if self._tone == "accent" else "on_score"
            fill_round(painter, rect, look.colour(self._tone), radius=radius)
        elif self._large:
            ground = "hover" if self.underMouse() else "surface"
            fill_round(painter, rect, look.colour(ground), look.colour("control"), radius)
        else:
            border = look.colour("control") if self.underMouse() else None
            fill_round(painter, rect, look.colour("chip"), border, radius)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else font.weight())
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        inner = QRectF(rect)
        if self._icon_name:
            width = QFontMetricsF(font).horizontalAdvance(self.text()) + _ICON + 5
            left = rect.center().x() - width / 2
            paint_icon(painter, QRectF(left, rect.center().y() - _ICON / 2, _ICON, _ICON), self._icon_name, ink)
            inner.setLeft(inner.left() + _ICON + 5)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, rect, radius, "text" if self.isChecked() else "accent")


class SegmentedControl(QWidget):
    """One choice among a few, side by side; arrows move, Space chooses.

    ``options`` are ``(key, words)``. ``chosen`` is emitted when the rep chooses; ``set_value`` does not emit.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10 if large else 0)
        self._segments: dict[str, _Segment | ChipButton] = {}
        for place, (key, words) in enumerate(options):
            ends = (place == 0, place == len(options) - 1)
            segment = ChipButton(words, large=True) if large else _Segment(words, ends, self)
            segment.setAccessibleName(f"{name} · {words}")
            segment.clicked.connect(lambda _checked=False, key=key: self._choose(key))
            row.addWidget(segment, 1 if large else 0)
            self._segments[key] = segment
        self.set_value(value)

    @property
    def value(self) -> str:
        """The key of the chosen option; "" when none is."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a choice, or none with ""."""
        self._value = value
        for key, segment in self._segments.items():
            segment.setChecked(key == value)

    def segment(self, key: str) -> QAbstractButton:
        """The button of one option."""
        return self._segments[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        focused = [key for key, segment in self._segments.items() if segment.hasFocus()]
        if not step or not focused:
            super().keyPressEvent(event)
            return
        keys = list(self._segments)
        following = keys[(keys.index(focused[0]) + step) % len(keys)]
        self._segments[following].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> None:
        self.set_value(key)
        self.chosen.emit(key)


class _Segment(QAbstractButton):
    """One part of the control; only the outer corners are round."""

    def __init__(self, text: str, ends: tuple[bool, bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._ends = ends
        self.setText(text)
        self.setCheckable(True)
        self.setFont(theme.font("medium"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """The control decides."""

    def sizeHint(self) -> QSize:
        width = round(QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 0.5) + 26
        metrics = theme.metrics()
        return QSize(metrics.hit(width), metrics.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        first, last = self._ends
        # The round rectangle overflows on the inner sides and is clipped there: neighbours share one straight line.
        drawn = rect.adjusted(0 if first else -12, 0, 0 if last else 12, 0)
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else "surface"
        painter.setClipRect(rect)
        fill_round(painter, drawn, look.colour(ground), look.colour("control"))
        if not first:
            painter.fillRect(QRectF(0, 0, 1, rect.height()), look.colour("control"))
        painter.setFont(self.font())
        painter.setPen(look.colour("accent" if self.isChecked() else "muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(2, 2, -2, -2), 4.0)
