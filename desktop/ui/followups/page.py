"""Follow-ups: every promise by date, and the prospects that were promised nothing."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.services.board import Board, Group, board
from desktop.services.followups import NextStep
from desktop.ui.actions import Action
from desktop.ui.followups.task_row import TaskLine, UnplannedLine
from desktop.ui.page import Page
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.followup_acts import FollowUpActs, MovePopover, NextStepPopover, undo_actions
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.list_keys import ListKeys
from desktop.ui.workspace import Workspace

Line = TaskLine | UnplannedLine


class FollowUpsPage(Page):
    """Late, today, the seven days after, later; then who lacks a next step."""

    key = "followups"
    icon_name = "calendar-clock"

    prospect_opened = Signal(object)
    call_requested = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.stack = QUndoStack(self)
        self._acts = FollowUpActs(workspace, self.stack, self.toasted.emit)
        self.move_popover = MovePopover(workspace.clock, self)
        self.plan_popover = NextStepPopover(workspace.clock, self)
        self._board: Board | None = None
        self._lines: list[Line] = []
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(14)
        inner = QWidget()
        inner.setProperty("clear", True)
        inner.setLayout(self._cards)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        ListKeys(self, self._scroll, self._go, self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.addWidget(self._scroll)

    # What the window asks

    def title(self) -> str:
        return _("Follow-ups")

    def subtitle(self) -> str:
        if self._board is None:
            return ""
        late, due, week = self._board.late.count, self._board.today.count, self._board.week.count
        return _("{late} late, {today} today, {week} in the next 7 days, {none} without a next step").format(
            late=late, today=due, week=week, none=self._board.unplanned_count
        )

    def commands(self) -> list[Action]:
        def here(name: str, label: str, keys: str, icon: str) -> Action:
            return Action(
                f"followups.{name}",
                label,
                lambda: self.act(name),
                (keys,),
                self.key,
                icon,
                lambda: bool(self._lines),
                bound=False,
            )

        return [
            here("done", _("Follow-up done"), "Space", "check"),
            here("move", _("Move to another date"), "R", "calendar-clock"),
            here("open", _("Open the file"), "Return", "user"),
            here("call", _("Call"), "A", "phone"),
            here("drop", _("Drop this follow-up"), "Delete", "x"),
            *undo_actions(self.key, self.stack),
        ]

    def hints(self) -> list[tuple[str, str]]:
        return [
            (_("browse"), "J"),
            (_("done"), "Space"),
            (_("move"), "R"),
            (_("open"), "Return"),
            (_("drop"), "Delete"),
        ]

    def panes(self) -> list[QWidget]:
        return [area for area in (self._scroll.widget(),) if area is not None]

    def refresh(self, touched: frozenset[type]) -> None:
        place = self._place()
        kept = _key(self._lines[place]) if place is not None else None
        self._board = self._workspace.ask(board, self._workspace.clock.now())
        self._show(self._board)
        if place is not None and self._lines:
            places = [at for at, line in enumerate(self._lines) if _key(line) == kept]
            self._focus(places[0] if places else place)
        elif place is not None:
            self.setFocus()
        self.headline_changed.emit()

    def arrive(self) -> None:
        if self._lines:
            self._focus(self._place() or 0)
        else:
            self.setFocus()

    # What is shown

    def _show(self, found: Board) -> None:
        self._lines = []
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for title, group in (
            (_("Late"), found.late),
            (_("Today"), found.today),
            (_("Next 7 days"), found.week),
            (_("Later"), found.later),
        ):
            if group.count:
                self._cards.addWidget(self._group(title, group))
        if found.unplanned_count:
            lines = [UnplannedLine(each) for each in found.unplanned]
            self._cards.addWidget(self._card(_("Without a next step"), lines, found.unplanned_count))
        if not self._lines:
            card = Card()
            card.body.addWidget(EmptyState("calendar-clock", _("No follow-up is planned.")))
            self._cards.addWidget(card, 1)
        self._cards.addStretch(1)

    def _group(self, title: str, group: Group) -> Card:
        today = self._workspace.clock.today()
        return self._card(title, [TaskLine(task, today) for task in group.tasks], group.count)

    def _card(self, title: str, lines: Sequence[Line], count: int) -> Card:
        card = Card(title, str(count), margins=(0, 12, 0, 4), spacing=0)
        card.title_label.setContentsMargins(18, 0, 0, 4)
        card.note_label.setContentsMargins(0, 0, 18, 4)
        for place, line in enumerate(lines):
            if place:
                card.body.addWidget(Divider())
            line.chosen.connect(lambda asked, line=line: self._do(asked, line))
            card.body.addWidget(line)
            self._lines.append(line)
        if rest := count - len(lines):
            text = ngettext("and {count} other", "and {count} others", rest).format(count=rest)
            more = PlainLabel(text, "muted")
            more.setContentsMargins(18, 8, 18, 8)
            card.body.addWidget(more)
        return card

    # What the rep does

    def lines(self) -> list[Line]:
        """What is on screen, from the top."""
        return self._lines

    def act(self, asked: str) -> None:
        """Do something with the line at hand: ``done``, ``move``, ``drop``, ``call`` or ``open``."""
        if self._lines:
            self._do(asked, self._lines[self._place() or 0])

    def _go(self, step: int) -> None:
        if self._lines:
            place = self._place()
            self._focus(0 if place is None else place + step)

    def _do(self, asked: str, line: Line) -> None:
        prospect_id = line.task.prospect_id if isinstance(line, TaskLine) else line.prospect.prospect_id
        if asked == "open":
            self.prospect_opened.emit(prospect_id)
        elif asked == "call":
            self.call_requested.emit(prospect_id)
        elif isinstance(line, TaskLine):
            self._do_task(asked, line)
        elif asked in ("plan", "move"):
            line.setFocus()
            who, place = line.prospect.name, self._place() or 0

            def plan(step: NextStep) -> None:
                self._acts.plan(prospect_id, step, who)
                self._focus(place)

            self.plan_popover.open_for(line.anchor, who, None, plan)

    def _do_task(self, asked: str, line: TaskLine) -> None:
        task = line.task
        line.setFocus()
        if asked == "done":
            self._acts.done(task.follow_up_id, task.who)
        elif asked == "drop":
            self._acts.drop(task.follow_up_id, task.who)
        else:
            place = self._place() or 0

            def move(due_local: datetime) -> None:
                self._acts.move(task.follow_up_id, task.due_local, due_local, task.who)
                self._focus(place)

            self.move_popover.open_for(line.anchor, task.who, task.due_local, task.moves, move)

    def _place(self) -> int | None:
        focused = self.focusWidget()
        for place, line in enumerate(self._lines):
            if focused is not None and (line is focused or line.isAncestorOf(focused)):
                return place
        return None

    def _focus(self, place: int) -> None:
        if not self._lines:
            self.setFocus()
            return
        line = self._lines[max(0, min(place, len(self._lines) - 1))]
        line.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(line, 0, 24)


def _key(line: Line) -> uuid.UUID:
    return line.task.follow_up_id if isinstance(line, TaskLine) else line.prospect.prospect_id
