"""The week: seven columns, each with its calls counted and what keeps it from being worked said in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _, current, ngettext
from desktop.services.followup_rows import Task
from desktop.services.week import DAYS, Day, monday_of
from desktop.ui import theme
from desktop.ui.followups.day_list import DayList
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, painter_for

_WEEKEND = 5
_WEEKS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Home: 0}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SHIFTS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class WeekView(QWidget):
    """``reached`` when another card is at hand; ``moved`` carries how many days and weeks Alt and an arrow ask for."""

    reached = Signal()
    opened = Signal()
    moved = Signal(int, int)
    more_wanted = Signal()
    week_wanted = Signal(int)
    """The week before (-1), the one after (1), or that of today (0)."""

    def __init__(self) -> None:
        super().__init__()
        self.columns = [DayColumn() for _each in range(DAYS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for place, column in enumerate(self.columns):
            row.addWidget(column, 3 if place < _WEEKEND else 2)
            column.cards.reached.connect(self.reached)
            column.cards.opened.connect(self.opened)
            column.cards.more_wanted.connect(self.more_wanted)
            column.cards.installEventFilter(self)

    def show_days(self, days: Sequence[Day], today: date) -> None:
        """Show these seven."""
        for column, day in zip(self.columns, days, strict=True):
            column.show_day(day, today)

    def column(self) -> "DayColumn":
        """The day at hand: that of the focus, or else the first that holds a card."""
        focused = next((each for each in self.columns if each.cards.hasFocus()), None)
        filled = next((each for each in self.columns if each.cards.rows.rows), self.columns[0])
        return focused or filled

    def task(self) -> Task | None:
        """The follow-up at hand."""
        column = self.column()
        return column.cards.task() if column.cards.hasFocus() else None

    def go_to(self, day: date, prospect_id: object = None) -> None:
        """The card of that prospect, or the first of the day, at hand."""
        column = next((each for each in self.columns if each.day == day), self.column())
        places = [
            at
            for at, card in enumerate(column.cards.rows.rows)
            if isinstance(card, Task) and card.prospect_id == prospect_id
        ]
        column.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        if column.cards.rows.rows:
            column.cards.go_to(places[0] if places else max(0, column.cards.currentIndex().row()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        pad = Qt.KeyboardModifier.KeypadModifier
        modifiers, key = event.modifiers() & ~pad, Qt.Key(event.key())
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _SHIFTS:
            self.moved.emit(*_SHIFTS[key])
            return True
        if modifiers == Qt.KeyboardModifier.NoModifier and key in _SIDEWAYS:
            self._sideways(_SIDEWAYS[key])
            return True
        if modifiers == Qt.KeyboardModifier.NoModifier and key in _WEEKS:
            self.week_wanted.emit(_WEEKS[key])
            return True
        return False

    def step(self, by: int) -> None:
        """The next card of the day, or the one before."""
        cards = self.column().cards
        if cards.rows.rows:
            cards.setFocus(Qt.FocusReason.OtherFocusReason)
            cards.go_to(cards.currentIndex().row() + by)

    def wants_more(self) -> bool:
        """Whether what is at hand is the number of those not shown."""
        cards = self.column().cards
        return cards.hasFocus() and cards.task() is None and cards.currentIndex().isValid()

    def _sideways(self, by: int) -> None:
        place = self.columns.index(self.column()) + by
        if 0 <= place < DAYS:
            row = max(0, self.column().cards.currentIndex().row())
            cards = self.columns[place].cards
            cards.setFocus(Qt.FocusReason.TabFocusReason)
            if cards.rows.rows:
                cards.go_to(row)


class DayColumn(QWidget):
    """A day: its name, how many calls, why it is not worked, its cards."""

    def __init__(self) -> None:
        super().__init__()
        self.day = date.min
        self._off, self._today = False, False
        self.name = PlainLabel("", "strong", elide=True)
        self.load = PlainLabel("", "small", elide=True)
        self.why = PlainLabel("", "warn", elide=True)
        self.cards = DayList()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 6)
        column.setSpacing(3)
        for each in (self.name, self.load, self.why):
            column.addWidget(each)
        column.addWidget(self.cards, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_day(self, day: Day, today: date) -> None:
        """Show its cards, and what is said of it."""
        self.day, self._off, self._today = day.day, not day.worked, day.day == today
        name = " ".join(current().date(day.day, "weekday").split()[:2])
        self.name.setText(name)
        self.load.setText(_load(day))
        # A weekend says so by itself; its line stays, so that the cards of all days begin at one height.
        self.why.setText(day.why or (_("Today") if self._today else ""))
        self.why.set_kind("warn" if day.why else "accent")
        self.cards.show_cards(day.tasks, day.count - len(day.tasks))
        said = (self.name.text(), self.load.text(), self.why.text() or ("" if day.worked else _("not worked")))
        self.cards.setAccessibleName(" · ".join(part for part in said if part))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        border = look.colour("accent" if self._today else "line")
        ground = look.colour("chip" if self._off else "background")
        fill_round(painter_for(self), QRectF(self.rect()), ground, border, theme.RADIUS)


def _load(day: Day) -> str:
    if not day.count:
        return _("nothing planned") if day.worked else ""
    words = [ngettext("{count} follow-up", "{count} follow-ups", day.count).format(count=day.count)]
    if day.calls:
        words.append(ngettext("{count} call", "{count} calls", day.calls).format(count=day.calls))
    return ", ".join(words)


class WeekBar(QWidget):
    """``week_wanted`` carries -1, 0 (that of today) or 1."""

    week_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.before = Button("", "quiet", icon_name="chevron-left", name=_("The week before"))
        self.after = Button("", "quiet", icon_name="chevron-right", name=_("The week after"))
        self.now = Button(_("This week"), keycap="Home")
        self.words = PlainLabel("", "heading", elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for each in (self.before, self.after):
            row.addWidget(each)
        row.addWidget(self.words, 1)
        row.addWidget(self.now)
        for step, button in ((-1, self.before), (0, self.now), (1, self.after)):
            button.clicked.connect(lambda _checked=False, step=step: self.week_wanted.emit(step))

    def show_week(self, monday: date, today: date) -> None:
        """``Semaine du 23 nov. au 29 nov.``"""
        last = monday + timedelta(days=DAYS - 1)
        text = _("Week from {first} to {last}")
        self.words.setText(text.format(first=current().date(monday, "short"), last=current().date(last, "long")))
        self.now.setEnabled(monday != monday_of(today))
