"""The left rail: where the rep is, where they can go, and what waits there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

WIDE, NARROW = 200, 56
_ROW = 36
_SIDE = 6
"""What stands beside an entry of the narrow rail: it leaves the 44 pixels of a finger."""


@dataclass(frozen=True)
class RailEntry:
    """A way to the page ``key``. ``digit`` is that of Alt+1…8; ``foot`` puts it at the bottom.

    ``visible`` false hides it until ``set_entry_visible``: "Call in progress" exists only during a call.
    """

    key: str
    label: str
    icon: str
    digit: int | None = None
    foot: bool = False
    visible: bool = True


class Rail(QWidget):
    """The entries, one of them current. ``chosen`` says which page the rep asks for."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], footnote: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Main navigation"))
        self._narrow = False
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 16)
        column.setSpacing(2)
        self._mark = _Mark()
        column.addWidget(self._mark)
        # Children from the start: a row shown before it has a parent would be a window for an instant.
        self._rows = {entry.key: _Row(entry, self) for entry in entries}
        for row in self._rows.values():
            row.clicked.connect(lambda _checked=False, key=row.entry.key: self.chosen.emit(key))
        for row in (each for each in self._rows.values() if not each.entry.foot):
            column.addWidget(row)
        column.addStretch(1)
        for row in (each for each in self._rows.values() if each.entry.foot):
            column.addWidget(row)
        self._footnote = _Footnote(footnote)
        column.addWidget(self._footnote)
        self._footnote.setVisible(bool(footnote))
        self.set_narrow(False)

    @property
    def keys(self) -> list[str]:
        """The pages that can be reached now, from top to bottom."""
        return [key for key, row in self._rows.items() if not row.isHidden()]

    @property
    def entries(self) -> list[RailEntry]:
        """Every entry, shown or not."""
        return [row.entry for row in self._rows.values()]

    def key_of_digit(self, digit: int) -> str | None:
        """The page of Alt+``digit``, if its entry is visible."""
        for key in self.keys:
            if self._rows[key].entry.digit == digit:
                return key
        return None

    def entry(self, key: str) -> QAbstractButton:
        """The button of an entry."""
        return self._rows[key]

    def set_current(self, key: str) -> None:
        """Show which page is open; a page without an entry leaves none current."""
        for each, row in self._rows.items():
            row.setChecked(each == key)

    def set_badge(self, key: str, count: int) -> None:
        """How many things wait on a page; 0 removes the badge."""
        self._rows[key].set_badge(count)

    def set_entry_visible(self, key: str, visible: bool) -> None:
        """Show or hide an entry."""
        self._rows[key].setVisible(visible)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, or icons and words."""
        self._narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDE)
        side = _SIDE if narrow else 12
        self._column.setContentsMargins(side, 0, side, 16)
        self._mark.narrow = narrow
        self._footnote.setVisible(not narrow and bool(self._footnote.text))
        for row in self._rows.values():
            row.set_narrow(narrow)

    def focus_current(self) -> None:
        """Give the focus to the current entry, or to the first."""
        checked = [row for row in self._rows.values() if row.isChecked() and not row.isHidden()]
        (checked or list(self._rows.values()))[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        rows = [row for row in self._rows.values() if not row.isHidden()]
        focused = [place for place, row in enumerate(rows) if row.hasFocus()]
        if not step or not focused:
            super().keyPressEvent(event)
            return
        rows[(focused[0] + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().colour("rail"))


class _Row(QAbstractButton):
    def __init__(self, entry: RailEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self._badge = 0
        self._narrow = False
        self.setText(entry.label)
        self.setCheckable(True)
        self.setFont(theme.font("medium"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVisible(entry.visible)
        self.set_badge(0)

    def nextCheckState(self) -> None:
        """The window decides which page is current."""

    def sizeHint(self) -> QSize:
        return QSize(NARROW - 2 * _SIDE, theme.metrics().hit(_ROW))

    def set_badge(self, count: int) -> None:
        self._badge = count
        waiting = ngettext("{count} item waiting", "{count} items waiting", count).format(count=count)
        self.setAccessibleName(f"{self.text()}, {waiting}" if count else self.text())
        if self.entry.digit is not None:
            self.setAccessibleDescription(f"Alt+{self.entry.digit}")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        lit = self.isChecked() or self.underMouse()
        if lit:
            ground = look.colour("rail_selected")
            ground.setAlphaF(1.0 if self.isChecked() else 0.5)
            fill_round(painter, rect, ground)
        ink = "rail_strong" if self.isChecked() else "rail_text"
        left = rect.center().x() - 9 if self._narrow else 10.0
        paint_icon(painter, QRectF(left, rect.center().y() - 9, 18, 18), self.entry.icon, ink)
        if not self._narrow:
            self._paint_words(painter, rect, ink)
        if self._badge:
            self._paint_badge(painter, rect)
        if self.hasFocus():
            focus_ring(painter, rect, token="mark")

    def _paint_words(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        painter.setFont(theme.font("strong" if self.isChecked() else "medium"))
        painter.setPen(theme.current().colour(ink))
        room = rect.adjusted(38, 0, -34 if self._badge else -6, 0)
        words = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_badge(self, painter: QPainter, rect: QRectF) -> None:
        look = theme.current()
        words = str(self._badge) if self._badge < 100 else "99+"
        painter.setFont(theme.font("tiny", tabular=True))
        width = max(20.0, QFontMetricsF(painter.font()).horizontalAdvance(words) + 12)
        height = 20.0
        pill = QRectF(rect.right() - width - 8, rect.center().y() - height / 2, width, height)
        if self._narrow:
            pill = QRectF(rect.right() - 17, rect.top(), 17, 16)
        fill_round(painter, pill, look.colour("badge"), radius=pill.height() / 2)
        painter.setPen(look.colour("on_badge"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)


class _Mark(QWidget):
    """The compass and the name, at the height of the header."""

    narrow = False

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(66)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        middle = self.height() / 2
        left = self.width() / 2 - 12 if self.narrow else 9.0
        paint_icon(painter, QRectF(left, middle - 12, 24, 24), "boussole", "mark")
        if self.narrow:
            return
        painter.setFont(theme.font("title"))
        painter.setPen(theme.current().colour("rail_strong"))
        room = QRectF(42, 0, self.width() - 42, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, "Boussole")


class _Footnote(QWidget):
    """Two quiet lines at the foot of the rail."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.setFixedHeight(44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.setFont(theme.font("tiny"))
        painter.setPen(theme.current().colour("rail_faint"))
        room = QRectF(self.rect()).adjusted(10, 6, -4, 0)
        painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, self.text)
