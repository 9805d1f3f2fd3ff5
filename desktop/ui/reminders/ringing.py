"""Reminders in the window: a sheet that comes to its corner, the banner while there is something to answer.

The sheet never takes the keyboard; in a call it does not come at all, the banner alone says that something waits.
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QUndoStack

from desktop.i18n import _, current
from desktop.models.calls import Call
from desktop.models.followups import FollowUp
from desktop.models.proposals import Proposal
from desktop.models.prospects import Contact, Prospect
from desktop.services import calls, reminders
from desktop.services.reminders import Reminder
from desktop.ui.actions import Action
from desktop.ui.main_window import MainWindow
from desktop.ui.reminders import words
from desktop.ui.reminders.acts import LONG, SHORT, ReminderActs
from desktop.ui.reminders.banner import ReminderBanner
from desktop.ui.reminders.bell import Bell
from desktop.ui.reminders.sheet import ReminderSheet
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.workspace import Workspace

KEYS = "Ctrl+Shift+B"
SOON_MS = 300
"""After the window is shown, or after a change: not in the path of a start, nor of a key."""
_WATCHED = {FollowUp, Prospect, Contact, Proposal, Call}


class Ringing(QObject):
    """The shell calls ``start`` once its window is shown, ``tick`` every fifteen seconds, ``stop`` when it closes."""

    call_requested = Signal(object)
    """Prospect."""
    draft_requested = Signal(object, object)
    """Prospect, follow-up."""
    prospect_opened = Signal(object)
    proposal_opened = Signal(object)
    toasted = Signal(str, object)
    """As those of the pages."""
    rang = Signal(int)
    """How many have just begun to ring: all that the tray may say."""

    def __init__(self, workspace: Workspace, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._window = workspace, window
        self.bell = Bell(workspace)
        self._missed = False
        self._wanted = False
        """The sheet is to come, as soon as no call is running."""
        self._asked = False
        """The rep opened the sheet: a call does not put it away."""
        self._checked = date.min
        self.followups = FollowUpActs(workspace, QUndoStack(self), self.toasted.emit)
        self._acts = ReminderActs(workspace, self.toasted.emit, self.refresh)
        self.banner = ReminderBanner(KEYS)
        self.banner.show_requested.connect(self.open)
        self.banner.snooze_requested.connect(self.snooze_all)
        self.banner.trusted.connect(self._trust_clock)
        window.top.addWidget(self.banner)
        self._first = QTimer(self, interval=SOON_MS, singleShot=True)
        self._first.timeout.connect(self.tick)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        workspace.changed.connect(self._changed)
        window.page_shown.connect(self._step_aside)

    @cached_property
    def sheet(self) -> ReminderSheet:
        """Built when something first rings."""
        sheet = ReminderSheet(self._window)
        sheet.chosen.connect(self.do)
        sheet.all_seen.connect(self.see_all)
        sheet.folded.connect(self._folded)
        return sheet

    def start(self) -> None:
        """What was missed while the program was closed comes as one list, once the window is on the screen."""
        self._first.start()

    def stop(self) -> None:
        """The window closes: what was not answered will ring at the next start."""
        self._first.stop()
        self._soon.stop()
        self._workspace.changed.disconnect(self._changed)

    def commands(self) -> list[Action]:
        """For the palette and the keyboard, on every page."""
        return [
            Action(
                "shell.reminders",
                _("Show the reminders"),
                self.open,
                (KEYS,),
                icon="bell",
                enabled=lambda: bool(self.bell.listed),
                synonyms=(_("reminder"), _("alarm")),
                group="go",
            )
        ]

    def tick(self) -> None:
        """Look at the clock: ring what is due, and say again how late the rest is."""
        today = self._workspace.clock.today()
        if today != self._checked:
            self._checked = today
            self._put_moments_in_place()
        begun = self.bell.tick()
        if begun:
            self._missed = self.bell.slept
            self._wanted = True
            self.rang.emit(len(begun))
        self._show()

    def refresh(self) -> None:
        """Something was answered, or changed: show what still rings."""
        self.bell.refresh()
        self._show()

    def open(self) -> None:
        """The rep wants to see them: the sheet comes, call or not, and takes the keyboard."""
        if self.bell.listed and not self.bell.doubted:
            self._wanted, self._asked = False, True
            self._fill()
            self.sheet.come()
            self.sheet.take_focus()

    # What is shown

    def _show(self) -> None:
        if self.bell.doubted or not self.bell.listed:
            self._wanted = self._asked = self._missed = False
            self._hide()
            if self.bell.doubted:
                self.banner.doubt()
            return
        self.banner.show_words(self._sentence())
        in_call = self._workspace.ask(calls.running_call) is not None
        shown = "sheet" in self.__dict__ and self.sheet.isVisible()
        if in_call and shown and not self._asked:
            self.sheet.leave()
            shown, self._wanted = False, True
        if shown or (self._wanted and not in_call):
            self._fill()
        if self._wanted and not in_call:
            self._wanted = False
            self.sheet.come()

    def _hide(self) -> None:
        self.banner.show_words("")
        if "sheet" in self.__dict__:
            self.sheet.leave()

    def _fill(self) -> None:
        now = self._workspace.clock.now()
        tomorrow = self._workspace.ask(reminders.tomorrow, now=now)
        day = _("tomorrow") if (tomorrow.date() - now.date()).days == 1 else current().date(tomorrow.date(), "weekday")
        title = words.title(self.bell.total, missed=self._missed)
        self.sheet.show_reminders(self.bell.listed, title, total=self.bell.total, now=now, tomorrow=day)

    def _sentence(self) -> str:
        now = self._workspace.clock.now()
        first = words.one_line(self.bell.listed[0], now)
        if self.bell.total == 1:
            return _("Reminder: {what}").format(what=first)
        return _("{reminders}, the first: {what}").format(reminders=words.counted(self.bell.total), what=first)

    def _step_aside(self) -> None:
        """The rep went on to something else: the banner goes on saying that they wait."""
        if "sheet" in self.__dict__ and self.sheet.isVisible() and not self._asked:
            self.sheet.leave()

    def _folded(self) -> None:
        self._asked = False

    def _changed(self, touched: frozenset[type]) -> None:
        if touched & _WATCHED and (self.bell.listed or self._wanted):
            self._soon.start()

    # What the rep does

    def do(self, act: str, reminder: Reminder) -> None:
        """One act on one reminder, by the key that the sheet shows."""
        ways: dict[str, Callable[[], object]] = {
            "call": lambda: self._answer(reminder, self.call_requested, reminder.prospect_id),
            "draft": lambda: self._answer(reminder, self.draft_requested, reminder.prospect_id, reminder.follow_up_id),
            "proposal": lambda: self._look(self.proposal_opened, reminder.proposal_id),
            "open": lambda: self._look(self.prospect_opened, reminder.prospect_id),
            "done": lambda: self.followups.ask_done(self.sheet.details, reminder.follow_up_id, reminder.who),
            "seen": lambda: self._acts.see(reminder),
            "minutes": lambda: self._acts.snooze((reminder,), SHORT),
            "hour": lambda: self._acts.snooze((reminder,), LONG),
            "tomorrow": lambda: self._acts.snooze((reminder,), None),
        }
        ways[act]()
        self.refresh()

    def snooze_all(self) -> None:
        """All that is listed rings again in ten minutes: said from the banner, in the middle of something."""
        self._acts.snooze(self.bell.listed, SHORT)
        self.refresh()

    def see_all(self) -> None:
        """All of it was seen, what is not listed included."""
        self._acts.see_all()
        self.refresh()

    def _answer(self, reminder: Reminder, way: SignalInstance, *keys: object) -> None:
        """Acting on it is answering it: whatever comes of it, the follow-up stays among those of today."""
        self._acts.answer(reminder)
        self._look(way, *keys)

    def _look(self, way: SignalInstance, *keys: object) -> None:
        self.sheet.fold()
        way.emit(*keys)

    def _trust_clock(self) -> None:
        self.bell.trust_clock()
        self.tick()

    def _put_moments_in_place(self) -> None:
        """Once a day: the rules of the zones may have come changed with an update of the system."""
        moments = self._workspace.ask(reminders.misplaced, now=self._workspace.clock.now())
        if moments:
            self._acts.attempt(lambda: self._workspace.do(reminders.put_in_place, moments))
