"""Hands at the keyboard: every act of a play goes through the key events that a rep's own would make."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, time
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QEvent, QKeyCombination, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateTimeEdit, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.command_palette import CommandPalette

_GLANCE_MS = 10
_LAST_ASCII = "~"

Widget = TypeVar("Widget", bound=QWidget)


class PlayError(Exception):
    """The window did not do what the keys ask for: a bug of the program or of the play, never of the file."""


class Hands:
    """Types in ``window`` and looks at it. Fields are found by the name that a screen reader would say."""

    def __init__(self, window: QWidget, patience: float = 20.0) -> None:
        self.window = window
        self.patience = patience
        """Seconds after which what the program should have done will not happen."""
        self.crashes: list[BaseException] = []
        """What went wrong inside the program and no page caught: the play stops at the next key."""

    def press(self, keys: str) -> None:
        """Press one key or chord, written as in the key sheet: ``Ctrl+Shift+Return``."""
        combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
        self.settle()

    def type_text(self, text: str) -> None:
        """Type ``text`` where the focus is, one key a character; a line break is the Return key."""
        for sign in text:
            if sign == "\n":
                QTest.keyClick(self._target(), Qt.Key.Key_Return)
            elif " " <= sign <= _LAST_ASCII:
                QTest.keyClick(self._target(), sign)  # type: ignore[call-overload]
            else:
                self._type_beyond_ascii(sign)
        self.settle()

    def focus(self, widget: QWidget) -> None:
        """Bring the focus to ``widget`` as the Tab key would."""
        self._come_to(widget.window())
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.settle()
        if not widget.hasFocus() and not widget.isAncestorOf(self._target()):
            raise PlayError(f"the focus does not go to “{widget.accessibleName()}”")

    def fill(self, widget: QWidget, text: str) -> None:
        """Replace what a field holds by ``text``."""
        self.focus(widget)
        QTest.keyClick(self._target(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text:
            self.type_text(text)
        else:
            self.press("Del")
        held = field_text(widget)
        if held is not None and held != text:
            raise PlayError(f"“{widget.accessibleName()}” holds “{held}”, not “{text}”")

    def fill_date(self, edit: QDateTimeEdit, day: date) -> None:
        """Type the year and the month of a date, then step to its day: on the way every date exists."""
        section = QDateTimeEdit.Section
        self.focus(edit)
        for part, digits in ((section.YearSection, f"{day.year:04d}"), (section.MonthSection, f"{day.month:02d}")):
            edit.setSelectedSection(part)
            self.type_text(digits)
        # The name of the day counts as a day section too, and wraps within its week: the number comes after it.
        places = [i for i in range(edit.sectionCount()) if edit.sectionAt(i) == section.DaySection]
        edit.setCurrentSectionIndex(places[-1])
        for _step in range(31):
            if edit.date().day() == day.day:
                break
            self.press("Up" if edit.date().day() < day.day else "Down")
        if edit.date().toPython() != day:
            raise PlayError(f"“{edit.accessibleName()}” holds {edit.date().toPython()}, not {day}")

    def fill_time(self, edit: QDateTimeEdit, hour: time) -> None:
        """Type a time in the sections of a field."""
        section = QDateTimeEdit.Section
        self.focus(edit)
        for part, digits in ((section.HourSection, f"{hour.hour:02d}"), (section.MinuteSection, f"{hour.minute:02d}")):
            edit.setSelectedSection(part)
            self.type_text(digits)
        shown = edit.time()
        if (shown.hour(), shown.minute()) != (hour.hour, hour.minute):
            raise PlayError(f"“{edit.accessibleName()}” holds {shown.toString()}, not {hour}")

    def pick(self, box: QComboBox, data: object) -> None:
        """Choose an entry of a list with the arrow keys; ``data`` is its value, or its words."""
        self.focus(box)
        place = next((i for i in range(box.count()) if data in (box.itemData(i), box.itemText(i))), None)
        if place is None:
            raise PlayError(f"“{box.accessibleName()}” has no entry {data!r}")
        self.press("Home")
        for _step in range(box.count()):
            if box.currentIndex() == place:
                return
            self.press("Down")
        raise PlayError(f"“{box.accessibleName()}” does not come to {data!r}")

    def toggle(self, widget: QWidget) -> None:
        """Press Space on a button, a chip or a box."""
        self.focus(widget)
        self.press("Space")

    def draw(self, pad: QWidget, strokes: Sequence[Sequence[tuple[int, int]]]) -> None:
        """Draw with a pen; ``strokes`` are in thousandths of the width of ``pad``."""
        button, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for stroke in strokes:
            dots = [QPointF(x, y) * pad.width() / 1000 for x, y in stroke]
            self._pen(pad, QEvent.Type.TabletPress, dots[0], button, button)
            for dot in dots[1:]:
                self._pen(pad, QEvent.Type.TabletMove, dot, none, button)
            self._pen(pad, QEvent.Type.TabletRelease, dots[-1], button, none)
        self.settle()

    def _pen(self, pad: QWidget, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        device, keys = QPointingDevice.primaryPointingDevice(), Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(kind, device, at, pad.mapToGlobal(at), 0.5, 0, 0, 0, 0, 0, keys, button, held)
        QApplication.sendEvent(pad, event)

    def find(self, kind: type[Widget], name: str, inside: QWidget | None = None) -> Widget:
        """The visible widget of that kind and accessible name; ``PlayError`` when there is none."""
        for widget in self.found(kind, inside):
            if widget.accessibleName() == name:
                return widget
        names = ", ".join(f"“{each.accessibleName()}”" for each in self.found(kind, inside))
        raise PlayError(f"nothing on the screen is named “{name}” among {names or 'nothing'}")

    def one(self, kind: type[Widget]) -> Widget:
        """The visible widget of that kind, such as a panel laid over the window; ``PlayError`` when there is none."""
        for widget in self.found(kind):
            return widget
        raise PlayError(f"no {kind.__name__} is on the screen")

    def run_command(self, title: str) -> None:
        """Choose a command by its title in the palette: it must be the first one found."""
        self.press("Ctrl+K")
        palette = self.one(CommandPalette)
        self.type_text(title)
        if palette.titles[:1] != [title]:
            raise PlayError(f"the palette finds {palette.titles[:3]} for “{title}”")
        self.press("Return")

    def named(self, kind: type[Widget], object_name: str) -> Widget:
        """The visible widget of that kind and object name; ``PlayError`` when there is none."""
        for widget in self.found(kind):
            if widget.objectName() == object_name:
                return widget
        raise PlayError(f"“{object_name}” is not on the screen")

    def found(self, kind: type[Widget], inside: QWidget | None = None) -> Iterator[Widget]:
        """Every visible widget of that kind, in the order of the tree."""
        root = inside or self.window
        return (widget for widget in root.findChildren(kind) if widget.isVisible())

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Let the program work until ``condition`` holds; ``what`` names what is waited for."""
        limit = monotonic() + self.patience
        while not condition():
            if monotonic() > limit:
                raise PlayError(f"{what}: still not there after {self.patience:g} s")
            QTest.qWait(_GLANCE_MS)
        self.settle()

    def settle(self) -> None:
        """Let the window take in what was typed."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self.crashes:
            crash = self.crashes[0]
            raise PlayError(f"the program failed with {type(crash).__name__}: {crash}") from crash

    def _come_to(self, window: QWidget) -> None:
        """Where there is no window manager, nobody gives the focus back when a popup of completions goes."""
        popup = QApplication.activePopupWidget()
        if popup is not None and popup is not window:
            popup.hide()
        if not window.isActiveWindow():
            window.activateWindow()
            self.until(window.isActiveWindow, "the window")

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def _type_beyond_ascii(self, sign: str) -> None:
        # QTest knows ASCII only: é, ’ and € are sent as the keyboard driver sends them, with their text.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(self._target(), event)


def field_text(widget: QWidget) -> str | None:
    """What a text field holds; ``None`` for anything else."""
    if isinstance(widget, QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else None
