"""One prospect, whole: who, how far, what they said, what comes next."""

import uuid
from collections.abc import Callable
from datetime import datetime
from textwrap import shorten

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QUndoStack
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.matrix import Heat
from desktop.models.statuses import Status, status_label
from desktop.services import followups, prospects
from desktop.services.followups import NextStep
from desktop.services.needs import needs_of
from desktop.services.proposal_lists import proposals_of
from desktop.services.prospects import ProspectFile
from desktop.services.score_history import score_history
from desktop.ui.autosave import flush_all
from desktop.ui.prospects.contacts_card import ContactsCard
from desktop.ui.prospects.fields_card import FieldsCard
from desktop.ui.prospects.grid_card import GridCard
from desktop.ui.prospects.head import Head
from desktop.ui.prospects.history_cards import CallsCard, ProposalsCard, WordsCard
from desktop.ui.prospects.needs_card import NeedsCard
from desktop.ui.prospects.next_step_card import NextStepCard
from desktop.ui.prospects.score_history_card import ScoreHistoryCard
from desktop.ui.widgets.followup_acts import FollowUpActs, MovePopover, NextStepPopover
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.needs_opener import NeedsOpener
from desktop.ui.widgets.words_opener import WordsOpener
from desktop.ui.workspace import Workspace

_TWO_COLUMNS_FROM = 660
_QUOTED = 40
"""Characters of a refused text that a toast has room for."""


class Detail(QScrollArea):
    """The file of the prospect ``prospect_id``. Its acts are undone on the page's ``stack``."""

    call_requested = Signal(object)
    call_resumed = Signal(object)
    call_opened = Signal(object)
    proposal_requested = Signal(object)
    proposal_opened = Signal(object)
    removed = Signal(object)

    def __init__(self, workspace: Workspace, stack: QUndoStack, toast: Callable[[str, object], object]) -> None:
        super().__init__()
        self._workspace = workspace
        self._acts = FollowUpActs(workspace, stack, toast)
        self._words_behind = WordsOpener(workspace, self, self._acts.act, toast)
        self._needs = NeedsOpener(workspace, self, self._acts.act, toast)
        self._toast = toast
        self._leaving = False
        self._file: ProspectFile | None = None
        self._move = MovePopover(workspace.clock, self)
        self._plan = NextStepPopover(workspace.clock, self)
        self.head, self.grid, self.words, self.step = Head(), GridCard(), WordsCard(), NextStepCard()
        self.contacts, self.fields, self.needs = ContactsCard(workspace), FieldsCard(workspace), NeedsCard()
        self.calls, self.proposals, self.history = CallsCard(), ProposalsCard(), ScoreHistoryCard()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self.step, self.grid, self.history, self.words, self.calls)),
            (right, (self.needs, self.proposals, self.contacts, self.fields)),
        ):
            column.setSpacing(14)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(14)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        inner = QWidget()
        inner.setProperty("clear", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.head)
        column.addLayout(self._columns)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)

    def _connect(self) -> None:
        self.head.call_requested.connect(lambda: self.call_requested.emit(self.prospect_id))
        self.head.proposal_requested.connect(lambda: self.proposal_requested.emit(self.prospect_id))
        self.head.heat_chosen.connect(self.choose_heat)
        self.head.status_chosen.connect(self.choose_status)
        self.head.removal_requested.connect(self.remove)
        self.step.asked.connect(self.act_on_step)
        self.grid.words_wanted.connect(self.show_words_behind)
        self.needs.wanted.connect(self.show_needs)
        self.contacts.added.connect(self.add_contact)
        self.contacts.removed.connect(self.remove_contact)
        self.calls.resumed.connect(self.call_resumed)
        self.calls.opened.connect(self.call_opened)
        self.proposals.opened.connect(self.proposal_opened)

    @property
    def prospect_id(self) -> uuid.UUID | None:
        """The prospect on screen."""
        return self._file.prospect.id if self._file else None

    def open(self, prospect_id: uuid.UUID) -> None:
        """Show another prospect, once what was typed about this one is saved."""
        if self._leaving:
            # What is saved on the way out refreshes the page, which asks for the same prospect again.
            return
        if prospect_id != self.prospect_id:
            self.leave()
            self.verticalScrollBar().setValue(0)
        self._show(prospect_id)

    def leave(self) -> None:
        """Save what is typed, and say what could not be: it waits here, but nobody would look for it."""
        self._leaving = True
        try:
            self._needs.close()
            self._words_behind.close()
            flush_all(self)
        finally:
            self._leaving = False
        refused = [*self.fields.refused(), *self.contacts.refused()]
        if self._file is None or not refused:
            return
        texts = [
            _("{field} “{text}”").format(field=name, text=shorten(text, _QUOTED, placeholder="…"))
            for name, text in refused
        ]
        words = _("Not saved for {who}: {what}")
        self._toast(words.format(who=self._file.prospect.name, what=", ".join(texts)), None)

    def read_again(self) -> None:
        """After a change: the same prospect, as it is now."""
        if self.prospect_id is not None:
            self._show(self.prospect_id)

    def _show(self, prospect_id: uuid.UUID) -> None:
        file = self._workspace.ask(prospects.prospect_file, prospect_id)
        self._file = file
        self.head.show_file(file)
        self.step.show_step(file.next_step, self._workspace)
        self.grid.show_sheet(file.sheet)
        history = self._workspace.ask(score_history, prospect_id)
        self.history.show_history(history, self._workspace.clock.zone)
        self.words.show_verbatims(file.verbatims, self._workspace)
        self.needs.show_needs(self._workspace.ask(needs_of, prospect_id), bool(file.verbatims))
        self.calls.show_calls(file.calls, self._workspace)
        made = self._workspace.ask(proposals_of, prospect_id)
        self.proposals.show_proposals(made, self._workspace.clock.today())
        self.contacts.show_contacts(file.prospect.contacts)
        self.fields.show_prospect(file.prospect)

    # What the rep does

    def act_on_step(self, what: str) -> None:
        """``done``, ``move``, ``change`` or ``plan`` the next step."""
        file = self._file
        if file is None:
            return
        who, step = file.prospect.name, file.next_step
        if step is None:
            key = file.prospect.id
            self._plan.open_for(self.step.plan, who, None, lambda new: self._acts.plan(key, new, who))
        elif what == "done":
            self._acts.done(step.id, who)
        elif what == "move":

            def move(due_local: datetime) -> None:
                self._acts.move(step.id, step.due_local, due_local, who)

            self._move.open_for(self.step.move_it, who, step.due_local, step.moves, move)
        else:
            before = followups.as_step(step)

            def change(new: NextStep) -> None:
                self._acts.amend(step.id, before, new, who)

            self._plan.open_for(self.step.change, who, before, change)

    def choose_heat(self, heat: str) -> None:
        """Hot, warm or cold; the same again takes it back."""
        if self._file is None:
            return
        prospect, workspace = self._file.prospect, self._workspace
        before, after = prospect.heat, None if heat == prospect.heat else Heat(heat)
        text = _("Heat: {word}").format(word=heat_word(after) if after else _("none"))
        self._acts.act(
            text,
            lambda: workspace.do(prospects.set_heat, prospect.id, after, now=workspace.clock.now()),
            lambda: workspace.do(prospects.set_heat, prospect.id, before, now=workspace.clock.now()),
        )

    def choose_status(self, status: Status, reason: str) -> None:
        """Move the prospect to another status; raises ``UserError`` where a reason is missing."""
        if self._file is None:
            return
        prospect, workspace = self._file.prospect, self._workspace
        before = prospect.status
        self._acts.act(
            _("Status: {status}").format(status=status_label(status)),
            lambda: workspace.do(prospects.set_status, prospect.id, status, now=workspace.clock.now(), reason=reason),
            lambda: workspace.do(prospects.take_back_status, prospect.id, before),
        )

    def show_words_behind(self, criterion: str = "") -> None:
        """Show what a score rests on; by default the one that needs it most."""
        if self._file is not None:
            self._words_behind.open(self._file.prospect.id, criterion)

    def show_needs(self) -> None:
        """Show what they need, to write, order and confirm it; every act is undone with those of the page."""
        if self._file is not None:
            self._needs.open(self._file.prospect.id, self._file.prospect.name)

    def add_contact(self, name: str) -> None:
        """One more person; the keyboard goes to their job."""
        if self._file is None:
            return
        now = self._workspace.clock.now()
        self._workspace.do(prospects.add_contact, self._file.prospect.id, now=now, name=name)
        self.read_again()
        self.contacts.rows[-1].job.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_contact(self, contact_id: uuid.UUID, name: str) -> None:
        """Take a person out; they can be brought back. The last name that a prospect has stays."""
        workspace = self._workspace
        try:
            self._acts.act(
                _("Contact removed: {who}").format(who=name),
                lambda: workspace.do(prospects.remove_contact, contact_id, at=workspace.clock.now()),
                lambda: workspace.do(prospects.remove_contact, contact_id, at=None),
            )
        except UserError as error:
            self._toast(str(error), None)

    def remove(self) -> None:
        """Take the prospect out of every list; it can be brought back."""
        if self._file is None:
            return
        prospect, workspace = self._file.prospect, self._workspace
        flush_all(self)
        self._acts.act(
            _("Prospect removed: {who}").format(who=prospect.name),
            lambda: workspace.do(prospects.remove_prospect, prospect.id, at=workspace.clock.now()),
            lambda: workspace.do(prospects.remove_prospect, prospect.id, at=None),
        )
        self.removed.emit(prospect.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width() >= _TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 200)
