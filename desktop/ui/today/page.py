"""Today: what to do now by recommended action, why it stands there, and every act without leaving the keyboard."""

import uuid
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current, ngettext
from desktop.paths import Paths
from desktop.services import loose_ends, matrix_cells, today
from desktop.services.followup_rows import Task
from desktop.services.loose_ends import Kind, LooseEnd
from desktop.services.plan_all import plan_all
from desktop.services.today import Agenda
from desktop.ui.actions import Action
from desktop.ui.header import SearchButton
from desktop.ui.page import Page
from desktop.ui.today import words
from desktop.ui.today.calls_strip import CallsStrip
from desktop.ui.today.figures import Numbers
from desktop.ui.today.loose_ends_card import LooseEndsCard
from desktop.ui.today.matrix_card import Matrix
from desktop.ui.today.nothing import nothing
from desktop.ui.today.task_card import TaskCard
from desktop.ui.today.task_row import TaskRow
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.calendar_acts import CalendarActs
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.draft_panel import DraftPanel
from desktop.ui.widgets.followup_acts import FollowUpActs, undo_actions
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.list_keys import ListKeys
from desktop.ui.widgets.outcome import Outcome
from desktop.ui.widgets.words_opener import WordsOpener
from desktop.ui.workspace import Workspace

_SIDE_WIDTH, _NARROW_SIDE = 336, 264
_NARROW_UNDER = 1120
_AT_FIRST = 12
"""Rows until the page is on the screen: a start waits for what a window can show, no more."""
_REST_MS = 50


class TodayPage(Page):
    """What is due, what comes this week, what must not be forgotten, and how the prospects stand."""

    key = "today"
    icon_name = "sun"

    prospect_opened = Signal(object)
    call_requested = Signal(object)
    proposal_requested = Signal(object)
    proposal_opened = Signal(object)
    """The key of a proposal."""
    proposals_requested = Signal()
    """The page of proposals: several of them expired."""
    new_prospect_requested = Signal()
    list_requested = Signal(object)
    """A ``ProspectFilter``: the prospects that a number counts."""

    def __init__(self, workspace: Workspace, documents: Path | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._documents = documents or Paths.for_this_user().documents
        self.stack = QUndoStack(self)
        self.acts = FollowUpActs(workspace, self.stack, self.toasted.emit)
        self._words = WordsOpener(workspace, self, self.acts.act, self.toasted.emit)
        self._seen = False
        self._agenda: Agenda | None = None
        self._rows: list[TaskRow] = []
        self._narrow = False
        self._empty: Card | None = None
        self._search = SearchButton()
        self._search.clicked.connect(self.palette_requested)
        self._new = Button(_("New prospect"), keycap="Ctrl+N")
        self._new.clicked.connect(self.new_prospect_requested)
        self._call = Button(_("Start a call"), "primary", keycap="Ctrl+L")
        self._call.clicked.connect(self.call_current)
        self._lay_out()

    def _lay_out(self) -> None:
        self._lists = QVBoxLayout()
        self._lists.setContentsMargins(0, 0, 0, 0)
        self._lists.setSpacing(14)
        self.now_card, self.week_card = TaskCard(_("To do now")), TaskCard(_("This week"))
        for tasks in (self.now_card, self.week_card):
            tasks.chosen.connect(self._do)
            tasks.words_wanted.connect(self._words.open_place)
            tasks.reached.connect(self._show_reason)
            self._lists.addWidget(tasks)
        self._lists.addStretch(1)
        self._scroll = _scrolling(self._lists)
        ListKeys(self, self._scroll, self._go, self.act)
        self.calls = CallsStrip()
        self.calls.asked.connect(lambda task: self.call_requested.emit(task.prospect_id))
        self.reason = PlainLabel("", "small", elide=True)
        """Why the follow-up at hand stands where it does."""
        self.outcome = Outcome()
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.outcome)
        left.addWidget(self.calls)
        left.addWidget(self._scroll, 1)
        left.addWidget(self.reason)
        self._side = self._side_column()
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 16, 22, 12)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self._side)

    def _side_column(self) -> QScrollArea:
        self.numbers, self.matrix, self.loose_ends = Numbers(), Matrix(), LooseEndsCard()
        self.numbers.asked.connect(self.list_requested)
        self.matrix.asked.connect(self.list_requested)
        self.loose_ends.asked.connect(self._open_loose_end)
        self.loose_ends.plan_all.connect(self.plan_all)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in (self.numbers, self.matrix, self.loose_ends):
            column.addWidget(card)
        column.addStretch(1)
        area = _scrolling(column)
        area.setFixedWidth(_SIDE_WIDTH)
        return area

    @cached_property
    def draft(self) -> DraftPanel:
        """The message of the follow-up at hand."""
        return DraftPanel(self._workspace, self.window(), self.acts, self.toasted.emit, documents=self._documents)

    @cached_property
    def calendar(self) -> CalendarActs:
        """The day as a file for a calendar."""
        return CalendarActs(self._workspace, self._documents, self.outcome)

    # What the window asks

    def title(self) -> str:
        return words.capitalised(current().date(self._workspace.clock.today(), "day"))

    def subtitle(self) -> str:
        if self._agenda is None:
            return ""
        due, late, ahead = self._agenda.due, self._agenda.late, self._agenda.ahead
        said = ngettext("{count} follow-up due", "{count} follow-ups due", due).format(count=current().number(due))
        parts = [said if due else _("No follow-up due")]
        if late:
            parts.append(ngettext("{count} late", "{count} late", late).format(count=current().number(late)))
        if ahead:
            week = ngettext("{count} this week", "{count} this week", ahead)
            parts.append(week.format(count=current().number(ahead)))
        return ", ".join(parts)

    def header_widgets(self) -> list[QWidget]:
        return [self._search, self._new, self._call]

    def commands(self) -> list[Action]:
        def here(name: str, label: str, asked: str, keys: str, icon: str) -> Action:
            has_task = lambda: self.current_task() is not None  # noqa: E731
            run = lambda: self.act(asked)  # noqa: E731
            return Action(f"today.{name}", label, run, (keys,), self.key, icon, has_task, bound=False)

        def bound(name: str, label: str, run: object, keys: str, icon: str) -> Action:
            return Action(f"today.{name}", label, run, (keys,) if keys else (), self.key, icon)  # type: ignore[arg-type]

        return [
            here("done", _("Follow-up done"), "done", "Space", "check"),
            here("call_task", _("Call"), "call", "A", "phone"),
            here("draft", _("Prepare the message"), "draft", "M", "mail"),
            here("move", _("Postpone"), "move", "R", "calendar-clock"),
            here("snooze", _("Remind me later"), "snooze", "S", "bell"),
            here("proposal", _("Proposal"), "proposal", "P", "file-text"),
            here("open", _("Open the file"), "open", "Return", "user"),
            here("drop", _("Drop this follow-up"), "drop", "Delete", "x"),
            bound(
                "words_behind", _("The words behind the scores"), self.show_words, "Shift+F2", "message-square-quote"
            ),
            bound("calendar", _("My day as a calendar file (.ics)"), self.export_day, "Ctrl+E", "calendar"),
            bound("plan_all", _("Plan a next step for all who lack one"), self.plan_all, "", "calendar-clock"),
            bound("call", _("Start a call"), self.call_current, "Ctrl+L", "phone-call"),
            bound("new", _("New prospect"), self.new_prospect_requested.emit, "Ctrl+N", "plus"),
            *undo_actions(self.key, self.stack),
        ]

    def hints(self) -> list[tuple[str, str]]:
        return [
            (_("call"), "A"),
            (_("message"), "M"),
            (_("done"), "Space"),
            (_("postpone"), "R"),
            (_("open"), "Return"),
        ]

    def panes(self) -> list[QWidget]:
        return [area for area in (self._scroll.widget(), self._side.widget()) if area is not None]

    def refresh(self, touched: frozenset[type]) -> None:
        place = self._place()
        current_id = self._rows[place].task.follow_up_id if place is not None else None
        shown = today.SHOWN if self._seen else _AT_FIRST
        now = self._workspace.clock.now()
        self._agenda = self._workspace.ask(today.agenda, now, shown=shown)
        self._show(self._agenda)
        self.matrix.show_counts(self._agenda.matrix, self._workspace.ask(matrix_cells.cells))
        self.loose_ends.show_ends(self._workspace.ask(loose_ends.loose_ends, now), now.date())
        if current_id is not None and place is not None and not self._still_on(current_id):
            self._focus_task(current_id, place)
        self._show_reason()
        self.headline_changed.emit()

    def arrive(self) -> None:
        if self._rows:
            self._rows[self._place() or 0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def leave(self) -> None:
        self._words.close()
        if "draft" in self.__dict__:
            self.draft.close_overlay()

    # What is shown

    def _show(self, agenda: Agenda) -> None:
        today_is, idle = self._workspace.clock.today(), not agenda.now and not agenda.week
        self.calls.show_calls(agenda.calls)
        self.now_card.set_note(_("by recommended action, then by date, then by amount") if agenda.now else "")
        self.now_card.show_tasks(agenda.now, agenda.due, today_is, self._narrow)
        self.now_card.setVisible(not idle)
        note = ngettext("{count} follow-up, by date", "{count} follow-ups, by date", agenda.ahead)
        self.week_card.set_note(note.format(count=current().number(agenda.ahead)))
        self.week_card.show_tasks(agenda.week, agenda.ahead, today_is, self._narrow)
        self.week_card.setVisible(bool(agenda.week))
        self._rows = [*self.now_card.rows, *self.week_card.rows]
        if self._empty is not None:
            self._lists.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if idle:
            self._empty = nothing(agenda.without_next_step, self.plan_all, self.new_prospect_requested.emit)
            self._lists.insertWidget(0, self._empty, 1)
        self.numbers.show_agenda(agenda)

    def _show_reason(self) -> None:
        task = self.current_task()
        text = _("Why it is here: {reason}")
        today_is = self._workspace.clock.today()
        self.reason.setText(text.format(reason=words.reason(task, today_is)) if task else "")

    # What the rep does

    def rows(self) -> list[TaskRow]:
        """The follow-ups on screen, from the top."""
        return self._rows

    def current_task(self) -> Task | None:
        """The follow-up at hand: the focused one, or the first."""
        place = self._place()
        if place is not None:
            return self._rows[place].task
        return self._rows[0].task if self._rows else None

    def call_current(self) -> None:
        """Start a call with the prospect at hand, or begin by writing one down."""
        task = self.current_task()
        if task is None:
            self.new_prospect_requested.emit()
        else:
            self.call_requested.emit(task.prospect_id)

    def show_words(self) -> None:
        """Show what the scores of the prospect at hand rest on, beginning with the one that needs it most."""
        task = self.current_task()
        if task is not None:
            self._words.open(task.prospect_id)

    def export_day(self) -> None:
        """What is due today, as a file that a calendar imports."""
        self.calendar.day(self._workspace.clock.today())

    def plan_all(self) -> None:
        """A next step for each who lacks one, spread over the days worked: one act, undone as one."""
        try:
            said = _("A next step planned for all who lacked one")
            self.acts.keep(said, plan_all, zone=self._workspace.clock.zone)
        except UserError as error:
            self.toasted.emit(str(error), None)

    def _open_loose_end(self, end: LooseEnd) -> None:
        if end.proposal_id is not None:
            self.proposal_opened.emit(end.proposal_id)
        elif end.kind is Kind.EXPIRED:
            self.proposals_requested.emit()
        else:
            self.list_requested.emit(end.filter)

    def act(self, asked: str) -> None:
        """Do one thing with the follow-up at hand: one of those that ``TaskRow.chosen`` carries."""
        if self._rows:
            self._do(asked, self._rows[self._place() or 0])

    def _go(self, step: int) -> None:
        if self._rows:
            place = self._place()
            self._focus(0 if place is None else place + step)

    def _do(self, asked: str, row: TaskRow) -> None:
        task, ways = row.task, {"open": self.prospect_opened, "call": self.call_requested}
        row.setFocus()
        if asked == "proposal":
            self.proposal_requested.emit(task.prospect_id)
        elif asked in ways:
            ways[asked].emit(task.prospect_id)
        elif asked == "draft":
            self.draft.open_for(task.prospect_id, task.follow_up_id)
        elif asked == "drop":
            self.acts.drop(task.follow_up_id, task.who)
        else:
            ask = {"done": self.acts.ask_done, "move": self.acts.ask_move, "snooze": self.acts.ask_snooze}[asked]
            place, due = self._place() or 0, row in self.now_card.rows
            ask(row.anchor(), task.follow_up_id, task.who, lambda: self._go_on(task.follow_up_id, place, due))

    def _place(self) -> int | None:
        """Where the focused row is, be the focus on it or on one of its buttons."""
        for place, row in enumerate(self._rows):
            if row.hasFocus() or row.button.hasFocus() or row.more.hasFocus():
                return place
        return None

    def _still_on(self, follow_up_id: uuid.UUID) -> bool:
        place = self._place()
        return place is not None and self._rows[place].task.follow_up_id == follow_up_id

    def _focus(self, place: int) -> None:
        row = self._rows[max(0, min(place, len(self._rows) - 1))]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(row, 0, 24)

    def _go_on(self, follow_up_id: uuid.UUID, place: int, due: bool) -> None:
        """To the next one: of what was ``due`` and was put off to the week, the rep is done."""
        still = any(row.task.follow_up_id == follow_up_id for row in self.now_card.rows)
        if due and not still and self._rows:
            self._focus(place)
        else:
            self._focus_task(follow_up_id, place)

    def _focus_task(self, follow_up_id: uuid.UUID, place: int) -> None:
        """Stay on the same follow-up; where it has gone, on the one that took its place."""
        kept = [at for at, row in enumerate(self._rows) if row.task.follow_up_id == follow_up_id]
        if self._rows:
            self._focus(kept[0] if kept else place)
        else:
            self.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(_REST_MS, self, self._show_the_rest)

    def _show_the_rest(self) -> None:
        if len(self._rows) >= _AT_FIRST:
            self.refresh(frozenset())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow = self.width() < _NARROW_UNDER
        self._side.setFixedWidth(_NARROW_SIDE if self._narrow else _SIDE_WIDTH)
        self.matrix.set_narrow(self._narrow)
        for row in self._rows:
            row.set_narrow(self._narrow)


def _scrolling(layout: QVBoxLayout) -> QScrollArea:
    inner = QWidget()
    inner.setProperty("clear", True)
    inner.setLayout(layout)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
