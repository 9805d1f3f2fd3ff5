"""Follow-ups: every next step as a list or as a week, one or several done, postponed or dropped by a key."""

import uuid
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.paths import Paths
from desktop.services import board, cadence_runs
from desktop.services.board import Line, Part, Paused
from desktop.services.followup_rows import Task
from desktop.services.week import SHOWN, monday_of, week
from desktop.ui.actions import Action
from desktop.ui.followups import words
from desktop.ui.followups.chosen_bar import ChosenBar
from desktop.ui.followups.commands import PageKeys, commands, hints
from desktop.ui.followups.empty import Empty
from desktop.ui.followups.filter_bar import FilterBar
from desktop.ui.followups.line_model import LineModel
from desktop.ui.followups.line_view import LineView
from desktop.ui.followups.postponing import postpone_by
from desktop.ui.followups.preview import Preview
from desktop.ui.followups.week_view import WeekBar, WeekView
from desktop.ui.page import Page
from desktop.ui.widgets.calendar_acts import CalendarActs
from desktop.ui.widgets.draft_panel import DraftPanel
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.outcome import Outcome
from desktop.ui.workspace import Workspace

_PREVIEW_FROM = 1100
"""The width of the page from which the message stands beside the list; under it, M opens it."""
_PREVIEW_WIDTH = 336
_WHOLE_DAY = 200
"""Cards of one day once the rep asks for those that were not shown."""


class FollowUpsPage(Page):
    """Late, today, the seven days after, later; who lacks a next step; whose cadence waits."""

    key = "followups"
    icon_name = "calendar-clock"

    prospect_opened = Signal(object)
    call_requested = Signal(object)
    proposal_requested = Signal(object)
    new_prospect_requested = Signal()

    def __init__(self, workspace: Workspace, documents: Path | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._documents = documents or Paths.for_this_user().documents
        self.stack = QUndoStack(self)
        self.acts = FollowUpActs(workspace, self.stack, self.toasted.emit)
        self._counts: dict[Part, int] = {}
        self._shown_a_day = SHOWN
        self.monday = monday_of(workspace.clock.today())
        self.model = LineModel(self._fetch, self)
        self.filter_bar, self.chosen_bar, self.week_bar = FilterBar(), ChosenBar(), WeekBar()
        self.list, self.week, self.preview = LineView(self.model), WeekView(), Preview(workspace)
        self.outcome, self.empty = Outcome(), Empty()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._views = QStackedWidget()
        for view in (self.list, self.week, self.empty):
            self._views.addWidget(view)
        left = QVBoxLayout()
        left.setSpacing(10)
        for each in (self.outcome, self.week_bar, self.chosen_bar):
            left.addWidget(each)
        left.addWidget(self._views, 1)
        self.preview.setFixedWidth(_PREVIEW_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(12)
        column.addWidget(self.filter_bar)
        column.addLayout(row, 1)
        self.week_bar.hide()

    def _connect(self) -> None:
        keys = PageKeys(self, self.list, self._step, self.act)
        for column in self.week.columns:
            keys.watch(column.cards)
        self.filter_bar.view_chosen.connect(self.show_view)
        self.filter_bar.changed.connect(self._reread)
        self.list.reached.connect(self._show_preview)
        self.list.chosen_changed.connect(lambda: self.chosen_bar.show_count(self.list.count_chosen()))
        self.week.reached.connect(self._show_preview)
        for view in (self.list, self.week):
            view.opened.connect(lambda: self.act("open"))
        self.week.moved.connect(self._postpone)
        self.week.more_wanted.connect(self._show_whole_days)
        for wanted in (self.week.week_wanted, self.week_bar.week_wanted):
            wanted.connect(self.go_to_week)
        for asked in (self.preview.asked, self.chosen_bar.asked):
            asked.connect(self.act)
        self.empty.show_all.connect(self.filter_bar.show_all)
        self.empty.new_prospect.connect(self.new_prospect_requested)

    @cached_property
    def draft(self) -> DraftPanel:
        """The message of the follow-up at hand."""
        return DraftPanel(self._workspace, self.window(), self.acts, self.toasted.emit, documents=self._documents)

    @cached_property
    def calendar(self) -> CalendarActs:
        """What is chosen as a file for a calendar."""
        return CalendarActs(self._workspace, self._documents, self.outcome)

    # What the window asks

    def title(self) -> str:
        return _("Follow-ups")

    def subtitle(self) -> str:
        counts = {part: current().number(self._counts.get(part, 0)) for part in Part}
        return _("{late} late, {today} today, {week} in the next 7 days, {none} without a next step").format(
            late=counts[Part.LATE], today=counts[Part.TODAY], week=counts[Part.WEEK], none=counts[Part.UNPLANNED]
        )

    def commands(self) -> list[Action]:
        return commands(self)

    def hints(self) -> list[tuple[str, str]]:
        return hints(self.shows_week)

    def panes(self) -> list[QWidget]:
        panes = (self.filter_bar, self._views.currentWidget(), self.preview)
        return [each for each in panes if each is not None and each.isVisible()]

    def refresh(self, touched: frozenset[type]) -> None:
        now = self._workspace.clock.now()
        self._counts = self._workspace.ask(board.counts, now, board.Asked())
        if self.shows_week:
            self._show_week()
        else:
            self._show_list()
        self.headline_changed.emit()

    def arrive(self) -> None:
        if self._views.currentWidget() is self.empty:
            self.empty.give_focus()
        elif self.shows_week:
            self.week.go_to(self._workspace.clock.today())
        else:
            self.list.setFocus()

    def leave(self) -> None:
        if "draft" in self.__dict__:
            self.draft.close_overlay()

    # What is shown

    @property
    def shows_week(self) -> bool:
        """A week, rather than the list."""
        return self.filter_bar.view.value == "week"

    def show_view(self, view: str) -> None:
        """The ``list`` or the ``week``, the line at hand at hand still where it is in both."""
        at_hand = self._line()
        self.filter_bar.set_view(view)
        self.week_bar.setVisible(view == "week")
        self.chosen_bar.show_count(0 if view == "week" else self.list.count_chosen())
        # What is late is behind: the week of today is what a rep wants to see.
        kept = view == "week" and isinstance(at_hand, Task) and not at_hand.late
        if isinstance(at_hand, Task):
            self.monday = monday_of(at_hand.at.date() if kept else self._workspace.clock.today())
        self.refresh(frozenset())
        if kept and isinstance(at_hand, Task):
            self.week.go_to(at_hand.at.date(), at_hand.prospect_id)
        else:
            self.arrive()
        self.hint_changed.emit()

    def _fetch(self, part: Part, offset: int, limit: int) -> tuple[Line, ...]:
        now = self._workspace.clock.now()
        return self._workspace.ask(board.lines, now, part, self.filter_bar.asked, offset=offset, limit=limit)

    def _reread(self) -> None:
        self.refresh(frozenset())
        self.list.go_to(0)
        self.arrive()

    def _show_list(self) -> None:
        bar, now = self.filter_bar, self._workspace.clock.now()
        counts = self._workspace.ask(board.counts, now, bar.asked) if bar.asked else self._counts
        bar.show_counts(counts, board.MOST_FILTERED if bar.asked else 0)
        shown = {part: count for part, count in counts.items() if bar.part in (None, part)}
        had_focus = self.list.hasFocus()
        self.list.reread(lambda: self.model.set_counts(shown, now.date()))
        if self.model.rowCount():
            self._views.setCurrentWidget(self.list)
            if had_focus:
                self.list.setFocus()
        else:
            self.empty.say(filtered=bool(bar.asked) or bar.part is not None)
            self._views.setCurrentWidget(self.empty)
        self.chosen_bar.show_count(self.list.count_chosen())
        self._show_preview()

    def _show_week(self) -> None:
        now = self._workspace.clock.now()
        self._views.setCurrentWidget(self.week)
        self.week_bar.show_week(self.monday, now.date())
        days = self._workspace.ask(week, self.monday, now, shown=self._shown_a_day)
        self.week.show_days(days, now.date())
        self._show_preview()

    def _show_preview(self) -> None:
        self.preview.show_line(self._line())

    def go_to_week(self, step: int) -> None:
        """The week before or after the one shown, or that of today."""
        today = self._workspace.clock.today()
        self._show_monday(self.monday + timedelta(weeks=step) if step else monday_of(today))
        self.week.go_to(self.monday if step else today)

    def _show_monday(self, monday: date) -> None:
        self.monday, self._shown_a_day = monday, SHOWN
        self._show_week()

    def _show_whole_days(self) -> None:
        self._shown_a_day = _WHOLE_DAY
        self._show_week()

    # What the rep does

    def _line(self) -> Line | None:
        return self.week.task() if self.shows_week else self.list.line()

    def _anchor(self) -> QWidget:
        return self.week.column().cards.anchor() if self.shows_week else self.list.anchor()

    def _step(self, by: int) -> None:
        if self.shows_week:
            self.week.step(by)
        else:
            self.list.step(by)

    def act(self, asked: str) -> None:
        """Do one thing: with all those chosen when they are several, otherwise with the line at hand."""
        several = [] if self.shows_week else self.list.chosen()
        line = self._line()
        if asked == "view":
            self.show_view("list" if self.shows_week else "week")
        elif asked == "filter":
            self.filter_bar.give_focus()
        elif asked == "choose":
            self.list.toggle()
        elif asked == "unchoose":
            self.list.go_to(self.list.currentIndex().row())
        elif len(several) > 1 and asked in ("done", "move", "drop", "calendar"):
            self._act_on_all(asked, [each.follow_up_id for each in several])
        elif isinstance(line, Task):
            self._act_on(asked, line)
        elif line is not None:
            self._act_on_undated(asked, line)
        elif self.shows_week and asked == "open" and self.week.wants_more():
            self._show_whole_days()

    def _act_on_all(self, asked: str, keys: list[uuid.UUID]) -> None:
        if asked == "done":
            self.acts.ask_bulk_done(self._anchor(), keys)
        elif asked == "move":
            self.acts.ask_bulk_move(self._anchor(), keys)
        elif asked == "drop":
            self.acts.bulk_drop(keys)
        else:
            self.calendar.several(keys)

    def _act_on(self, asked: str, task: Task) -> None:
        ways = {"open": self.prospect_opened, "call": self.call_requested, "proposal": self.proposal_requested}
        if asked in ways:
            ways[asked].emit(task.prospect_id)
        elif asked == "draft":
            self.draft.open_for(task.prospect_id, task.follow_up_id)
        elif asked == "drop":
            self.acts.drop(task.follow_up_id, task.who)
        elif asked == "calendar":
            self.calendar.one(task.follow_up_id)
        else:
            ask = {"done": self.acts.ask_done, "move": self.acts.ask_move, "snooze": self.acts.ask_snooze}[asked]
            ask(self._anchor(), task.follow_up_id, task.who)

    def _act_on_undated(self, asked: str, line: Line) -> None:
        ways = {"open": self.prospect_opened, "call": self.call_requested, "proposal": self.proposal_requested}
        if asked in ways:
            ways[asked].emit(line.prospect_id)
        elif asked == "draft":
            self.draft.open_for(line.prospect_id)
        elif isinstance(line, Paused) and asked in ("done", "resume"):
            text = _("Cadence taken up again: {who}").format(who=words.named(line))
            self.acts.keep(text, cadence_runs.resume, line.run_id, zone=self._workspace.clock.zone)
        elif asked in ("done", "move", "plan"):
            self.acts.ask_plan(self._anchor(), line.prospect_id, words.named(line))

    def _postpone(self, days: int, weeks: int) -> None:
        task = self.week.task()
        if task is None:
            return
        try:
            day = postpone_by(self._workspace, self.acts, self._anchor(), task, days, weeks)
        except UserError as error:
            self.toasted.emit(str(error), None)
            return
        if day is not None:
            if monday_of(day) != self.monday:
                self._show_monday(monday_of(day))
            self.week.go_to(day, task.prospect_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= _PREVIEW_FROM)
