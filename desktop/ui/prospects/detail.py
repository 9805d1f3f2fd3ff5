"""One prospect, whole: who, how far, what comes next, what they said, and everything that happened."""

import uuid
from collections.abc import Callable
from pathlib import Path
from textwrap import shorten

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QUndoStack
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, pgettext
from desktop.models.exchanges import HEARD, Exchange
from desktop.models.statuses import Status
from desktop.services import cadence_runs, pressure, prospects
from desktop.services.needs import needs_of
from desktop.services.proposal_lists import proposals_of
from desktop.services.prospects import ProspectFile
from desktop.services.status_moves import EXITS
from desktop.services.timeline import Kind
from desktop.services.timeline_facts import Row
from desktop.ui.actions import Action
from desktop.ui.autosave import flush_all
from desktop.ui.prospects.contacts_card import ContactsCard
from desktop.ui.prospects.duplicate_notes import DuplicateNotes
from desktop.ui.prospects.exchange_line import Written
from desktop.ui.prospects.fields_card import FieldsCard
from desktop.ui.prospects.file_acts import FileActs
from desktop.ui.prospects.grid_card import GridCard
from desktop.ui.prospects.head import Head
from desktop.ui.prospects.history_cards import ProposalsCard, WordsCard
from desktop.ui.prospects.needs_card import NeedsCard
from desktop.ui.prospects.next_step_card import NextStepCard
from desktop.ui.prospects.status_card import StatusCard
from desktop.ui.prospects.step_acts import StepActs
from desktop.ui.prospects.timeline_card import TimelineCard
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.needs_opener import NeedsOpener
from desktop.ui.widgets.words_opener import WordsOpener
from desktop.ui.workspace import Workspace

WRITE_KEY = "Ctrl+J"
_TWO_COLUMNS_FROM = 700
_AROUND = 60
"""Pixels left around what is scrolled to."""
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

    def __init__(
        self,
        workspace: Workspace,
        stack: QUndoStack,
        toast: Callable[[str, object], object],
        documents: Path | None = None,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self.steps = FollowUpActs(workspace, stack, toast)
        self.acts = FileActs(workspace, self.steps, self)
        self._step_acts = StepActs(workspace, self.steps, self.acts, self, toast, documents)
        self._words_behind = WordsOpener(workspace, self, self.steps.act, toast)
        self._needs = NeedsOpener(workspace, self, self.steps.act, toast)
        self._toast = toast
        self._leaving = False
        self._file: ProspectFile | None = None
        self.head, self.grid, self.words, self.step = Head(), GridCard(), WordsCard(), NextStepCard()
        self.duplicates = DuplicateNotes(workspace)
        self.contacts, self.fields, self.needs = ContactsCard(workspace), FieldsCard(workspace), NeedsCard()
        self.timeline, self.proposals, self.moves = TimelineCard(workspace), ProposalsCard(), StatusCard()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._left, self._right = left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self.step, self.words, self.timeline)),
            (right, (self.grid, self.needs, self.proposals, self.contacts, self.moves, self.fields)),
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
        self._whole = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.head)
        column.addWidget(self.duplicates)
        column.addLayout(self._columns)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)

    def _connect(self) -> None:
        head, timeline = self.head, self.timeline
        head.call_requested.connect(lambda: self.call_requested.emit(self.prospect_id))
        head.resume_requested.connect(self._resume)
        head.proposal_requested.connect(lambda: self.proposal_requested.emit(self.prospect_id))
        head.heat_chosen.connect(self.choose_heat)
        head.status_asked.connect(self.ask_status)
        head.wake_requested.connect(self.wake_up)
        head.removal_requested.connect(self.remove)
        self.step.asked.connect(self.act_on_step)
        self.step.gauge.chosen.connect(self._take_alternative)
        self.grid.words_wanted.connect(self.show_words_behind)
        self.needs.wanted.connect(self.show_needs)
        self.contacts.added.connect(self.add_contact)
        self.contacts.removed.connect(self.remove_contact)
        self.contacts.moved.connect(self.acts.move_contact)
        self.proposals.opened.connect(self.proposal_opened)
        timeline.opened.connect(self._open_row)
        timeline.settle_asked.connect(lambda _key: self._step_acts.settle(self._file, timeline.settle))
        timeline.line.written.connect(self._write)
        timeline.line.removal_asked.connect(self._remove_exchange)
        # Once it is laid out: it has no more room than before when it says so.
        timeline.line.unfolded.connect(self._show_line, Qt.ConnectionType.QueuedConnection)

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
            self.duplicates.stop()
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
        """Each thing shown or hidden would lay the whole file out again: it is done once, at the end."""
        self._whole.setEnabled(False)
        try:
            self._fill(prospect_id)
        finally:
            self._whole.setEnabled(True)
            self._whole.activate()

    def _fill(self, prospect_id: uuid.UUID) -> None:
        workspace, ask = self._workspace, self._workspace.ask
        file = ask(prospects.prospect_file, prospect_id)
        self._file = file
        self.head.show_file(file)
        self.duplicates.show_prospect(file)
        run = ask(cadence_runs.under_way, prospect_id)
        gauge = ask(pressure.gauge, prospect_id, now=workspace.clock.now())
        active = file.prospect.status not in EXITS
        self.step.show_step(file.next_step, run, gauge, workspace, active=active)
        self._step_acts.run_id = run.id if run is not None else None
        self.grid.show_sheet(file.sheet)
        self.words.show_verbatims(file.verbatims, workspace)
        self.needs.show_needs(ask(needs_of, prospect_id), bool(file.verbatims))
        self.proposals.show_proposals(ask(proposals_of, prospect_id), workspace.clock.today())
        household = file.prospect.kind == "b2c"
        self.contacts.show_contacts(file.prospect.contacts, file.people, household=household)
        grids = {file.sheet.grid.key: file.sheet.grid.name} if file.sheet else {}
        self.moves.show_moves(file.status_moves, workspace.clock.zone, grids)
        self.fields.show_prospect(file.prospect)
        self.timeline.show_prospect(prospect_id, file.people, file.next_step)

    def commands(self, scope: str) -> list[Action]:
        """What the file adds to the commands of its page."""

        def has_one() -> bool:
            return self._file is not None

        def has_left() -> bool:
            return self._file is not None and self._file.prospect.status in EXITS

        words = _("Write in the history")
        return [
            Action("prospects.write_down", words, self.write_down, (WRITE_KEY,), scope, "pencil", has_one),
            Action("prospects.wake_up", pgettext("status", "Bring back"), self.wake_up, (), scope, "undo-2", has_left),
        ]

    # What the rep does

    def act_on_step(self, what: str) -> None:
        """``done``, ``move``, ``snooze``, ``change``, ``draft`` or ``plan`` the next step; or act on its series."""
        if self._file is not None:
            self._step_acts.act(self._file, what, self.step)

    def choose_heat(self, heat: str) -> None:
        """Hot, warm or cold; the same again takes it back."""
        if self._file is not None:
            self.acts.choose_heat(self._file, heat)

    def ask_status(self, status: Status) -> None:
        """Move to a status, once what it needs was asked."""
        if self._file is not None:
            self.acts.ask_status(self._file, status, self.head.status)

    def wake_up(self) -> None:
        """Back on the path, where it was before it left."""
        if self._file is not None:
            self.acts.wake_up(self._file)

    def write_down(self) -> None:
        """Put the keyboard on the line that writes in the history."""
        self.timeline.line.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_line()

    def _show_line(self) -> None:
        self.ensureWidgetVisible(self.timeline.line, 0, _AROUND)

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
        row = self.contacts.rows[-1]
        (row.relation if self._file.prospect.kind == "b2c" else row.job).setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_contact(self, contact_id: uuid.UUID, name: str) -> None:
        """Take a person out; the last name that a prospect has stays."""
        try:
            self.acts.remove_contact(contact_id, name)
        except UserError as error:
            self._toast(str(error), None)

    def remove(self) -> None:
        """Take the prospect out of every list; it can be brought back."""
        if self._file is None:
            return
        flush_all(self)
        key = self._file.prospect.id
        self.acts.remove(self._file)
        self.removed.emit(key)

    # Rows of the history

    def _resume(self) -> None:
        if self._file is not None and self._file.unfinished is not None:
            self.call_resumed.emit(self._file.unfinished)

    def _take_alternative(self, alternative: str) -> None:
        if self._file is not None:
            self._step_acts.instead(self._file, alternative, self.step.gauge)

    def _open_row(self, row: Row) -> None:
        """What a row is about, where it can be read whole."""
        if row.moment.kind is Kind.CALL:
            self.call_opened.emit(row.moment.key)
        elif row.moment.kind is Kind.PROPOSAL:
            self.proposal_opened.emit(row.moment.key)
        elif row.moment.kind is Kind.SCORE:
            self.show_words_behind(row.moment.part)
        else:
            self.act_on_step("change")

    def _write(self, written: Written) -> None:
        file = self._file
        if file is None:
            return
        write = self.acts.rewrite if written.key else self.acts.write
        try:
            write(written.key or file.prospect.id, written.kind, written.text, written.at, written.contact_id)
        except UserError as error:
            self.timeline.line.set_error(str(error))
            return
        self.timeline.line.start_afresh()
        if written.key is None and written.kind in HEARD:
            self.timeline.offer_to_settle(file.next_step)

    def _remove_exchange(self, exchange: Exchange) -> None:
        self.acts.remove_exchange(exchange.id, exchange.kind)
        self.timeline.line.start_afresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width() >= _TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._columns.direction():
            self._columns.setDirection(direction)
            # In one column, what is long comes after where they stand and what they need.
            column, place = (self._left, 2) if wide else (self._right, 3)
            column.insertWidget(place, self.timeline)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 200)
