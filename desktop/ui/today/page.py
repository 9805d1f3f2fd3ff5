"""Today: late first, then by recommended action; every follow-up done without leaving the keyboard."""

import uuid
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _, current, ngettext
from desktop.services import today
from desktop.services.today import Agenda, Task
from desktop.ui.actions import Action
from desktop.ui.header import SearchButton
from desktop.ui.page import Page
from desktop.ui.today import words
from desktop.ui.today.side import Matrix, Numbers, ToComplete
from desktop.ui.today.task_card import TaskCard
from desktop.ui.today.task_row import TaskRow
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.followup_acts import FollowUpActs, MovePopover, undo_actions
from desktop.ui.widgets.list_keys import ListKeys
from desktop.ui.widgets.words_opener import WordsOpener
from desktop.ui.workspace import Workspace

_SIDE_WIDTH, _NARROW_SIDE = 336, 264
_NARROW_UNDER = 1120
_AT_FIRST = 12
"""Rows until the page is on the screen: a start waits for what a window can show, no more."""
_REST_MS = 50


class TodayPage(Page):
    """What is due, what comes this week, and how the prospects stand."""

    key = "today"
    icon_name = "sun"

    prospect_opened = Signal(object)
    call_requested = Signal(object)
    proposal_requested = Signal(object)
    new_prospect_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.stack = QUndoStack(self)
        self._acts = FollowUpActs(workspace, self.stack, self.toasted.emit)
        self._words = WordsOpener(workspace, self, self._acts.act, self.toasted.emit)
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
            self._lists.addWidget(tasks)
        self._lists.addStretch(1)
        inner = QWidget()
        inner.setProperty("clear", True)
        inner.setLayout(self._lists)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        ListKeys(self, self._scroll, self._go, self.act)
        self.numbers, self.matrix, self.to_complete = Numbers(), Matrix(), ToComplete()
        self.to_complete.opened.connect(self.prospect_opened)
        self._side = self._side_column()
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 16, 22, 16)
        row.setSpacing(16)
        row.addWidget(self._scroll, 1)
        row.addWidget(self._side)

    def _side_column(self) -> QScrollArea:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in (self.numbers, self.matrix):
            column.addWidget(card)
        column.addWidget(self.to_complete)
        column.addStretch(1)
        side.setProperty("clear", True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(side)
        area.setFixedWidth(_SIDE_WIDTH)
        return area

    @cached_property
    def _move(self) -> MovePopover:
        return MovePopover(self._workspace.clock, self)

    # What the window asks

    def title(self) -> str:
        return words.capitalised(current().date(self._workspace.clock.today(), "day"))

    def subtitle(self) -> str:
        if self._agenda is None:
            return ""
        due, late, ahead = self._agenda.due, self._agenda.late, self._agenda.ahead
        parts = [ngettext("{count} follow-up due", "{count} follow-ups due", due).format(count=due)]
        if late:
            parts.append(ngettext("{count} late", "{count} late", late).format(count=late))
        if ahead:
            parts.append(ngettext("{count} this week", "{count} this week", ahead).format(count=ahead))
        return ", ".join(parts)

    def header_widgets(self) -> list[QWidget]:
        return [self._search, self._new, self._call]

    def commands(self) -> list[Action]:
        def here(name: str, label: str, run: object, keys: str, icon: str, bound: bool = False) -> Action:
            has_task = (lambda: self.current_task() is not None) if not bound else (lambda: True)
            return Action(f"today.{name}", label, run, (keys,), self.key, icon, has_task, bound=bound)  # type: ignore[arg-type]

        return [
            here("done", _("Follow-up done"), lambda: self.act("done"), "Space", "check"),
            here("move", _("Move to another date"), lambda: self.act("move"), "R", "calendar-clock"),
            here("open", _("Open the file"), lambda: self.act("open"), "Return", "user"),
            here("call_task", _("Call"), lambda: self.act("call"), "A", "phone"),
            here("drop", _("Drop this follow-up"), lambda: self.act("drop"), "Delete", "x"),
            here(
                "words_behind",
                _("The words behind the scores"),
                self.show_words,
                "Shift+F2",
                "message-square-quote",
                True,
            ),
            here("call", _("Start a call"), self.call_current, "Ctrl+L", "phone-call", bound=True),
            here("new", _("New prospect"), self.new_prospect_requested.emit, "Ctrl+N", "plus", bound=True),
            *undo_actions(self.key, self.stack),
        ]

    def hints(self) -> list[tuple[str, str]]:
        return [
            (_("browse"), "J"),
            (_("done"), "Space"),
            (_("move"), "R"),
            (_("open"), "Return"),
            (_("call"), "A"),
        ]

    def panes(self) -> list[QWidget]:
        return [area for area in (self._scroll.widget(), self._side.widget()) if area is not None]

    def refresh(self, touched: frozenset[type]) -> None:
        place = self._place()
        current_id = self._rows[place].task.follow_up_id if place is not None else None
        shown = today.SHOWN if self._seen else _AT_FIRST
        self._agenda = self._workspace.ask(today.agenda, self._workspace.clock.now(), shown=shown)
        self._show(self._agenda)
        if current_id is not None and place is not None and not self._still_on(current_id):
            self._focus_task(current_id, place)
        self.headline_changed.emit()

    def arrive(self) -> None:
        if self._rows:
            self._rows[self._place() or 0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def leave(self) -> None:
        self._words.close()

    # What is shown

    def _show(self, agenda: Agenda) -> None:
        today_is, idle = self._workspace.clock.today(), not agenda.now and not agenda.week
        self.now_card.set_note(_("by recommended action, then by date") if agenda.now else "")
        self.now_card.show_tasks(agenda.now, agenda.due, today_is, self._narrow)
        self.now_card.setVisible(not idle)
        note = ngettext("{count} follow-up", "{count} follow-ups", agenda.ahead).format(count=agenda.ahead)
        self.week_card.set_note(note)
        week = agenda.week if self._seen else agenda.week[: max(1, _AT_FIRST - len(agenda.now))]
        self.week_card.show_tasks(week, agenda.ahead, today_is, self._narrow)
        self.week_card.setVisible(bool(agenda.week))
        self._rows = [*self.now_card.rows, *self.week_card.rows]
        if self._empty is not None:
            self._lists.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if idle:
            self._empty = self._nothing(agenda.without_next_step)
            self._lists.insertWidget(0, self._empty, 1)
        self.numbers.show_agenda(agenda)
        self.matrix.show_counts(agenda.matrix)
        self.to_complete.show_agenda(agenda)

    def _nothing(self, unplanned: int) -> Card:
        detail = ngettext("{count} prospect has no next step.", "{count} prospects have no next step.", unplanned)
        card = Card()
        state = EmptyState(
            "calendar",
            _("Nothing to follow up. Prepare the next call?"),
            _("New prospect"),
            self.new_prospect_requested.emit,
            detail=detail.format(count=unplanned) if unplanned else "",
            keycap="Ctrl+N",
        )
        card.body.addWidget(state)
        return card

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

    def act(self, asked: str) -> None:
        """Do something with the follow-up at hand: ``done``, ``move``, ``open``, ``call``, ``proposal`` or ``drop``."""
        if self._rows:
            self._do(asked, self._rows[self._place() or 0])

    def _go(self, step: int) -> None:
        if self._rows:
            place = self._place()
            self._focus(0 if place is None else place + step)

    def _do(self, asked: str, row: TaskRow) -> None:
        task = row.task
        if asked == "open":
            self.prospect_opened.emit(task.prospect_id)
        elif asked == "call":
            self.call_requested.emit(task.prospect_id)
        elif asked == "proposal":
            self.proposal_requested.emit(task.prospect_id)
        elif asked == "done":
            row.setFocus()
            self._acts.done(task.follow_up_id, task.who)
        elif asked == "drop":
            row.setFocus()
            self._acts.drop(task.follow_up_id, task.who)
        else:
            self._ask_date(row)

    def _ask_date(self, row: TaskRow) -> None:
        task = row.task
        row.setFocus()

        place = self._place() or 0

        def move(due_local: datetime) -> None:
            self._acts.move(task.follow_up_id, task.due_local, due_local, task.who)
            self._focus_task(task.follow_up_id, place)

        self._move.open_for(row.anchor(), task.who, task.due_local, task.moves, move)

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
