"""Propositions: the list, and the composer of one proposal with its live pages."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.documents.placed import place_document
from desktop.documents.variants import available
from desktop.i18n import _, current
from desktop.models.proposal_states import shown_state, state_label
from desktop.services import proposals
from desktop.services.proposal_lists import draft_of, proposal_rows
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.actions import Action
from desktop.ui.autosave import flush_all
from desktop.ui.page import Page
from desktop.ui.proposals.block_words import words_actions
from desktop.ui.proposals.composer import Composer
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.document_card import day_words
from desktop.ui.proposals.list_view import ListView
from desktop.ui.proposals.options_card import options_actions
from desktop.ui.proposals.outgoing import Outgoing
from desktop.ui.proposals.outgoing_keys import open_menu, outgoing_actions
from desktop.ui.proposals.plan_card import plan_actions
from desktop.ui.proposals.preview_keys import preview_actions
from desktop.ui.proposals.signing_acts import SigningActs, signing_actions
from desktop.ui.proposals.state_card import state_actions
from desktop.ui.undo import redo, undo
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.outcome import Outcome
from desktop.ui.workspace import Workspace

_GOOD_ECHO = 80
_WIDE = 1100
"""Under this, the header has no room for the whole sentence of the echo."""
_NARROW = 1000
"""Under this, not even for a button to print: the menu of the documents has it, and the key."""


class ProposalsPage(Page):
    """``documents`` is where the PDF files go; ``open_url`` opens a file or a folder for the rep."""

    key = "proposals"
    icon_name = "file-text"
    prospect_opened = Signal(object)
    company_wanted = Signal()
    """The rep’s own company is to be filled in, under Settings."""

    def __init__(
        self,
        workspace: Workspace,
        documents: Path,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._documents = documents
        self._open_url = open_url
        self.desk = Desk(workspace, self)
        self.list = ListView()
        self.composer = Composer(self.desk, place_document, available)
        self.outcome = Outcome()
        drawn = self.composer.preview.finished
        self.outgoing = Outgoing(self.desk, self, self.outcome, self._read, drawn, documents, open_url)
        self.composer.plan.calendar_wanted.connect(self.outgoing.save_dates)
        self.composer.instead.connect(self.outgoing.instead)
        self.composer.revisions.opened.connect(self.outgoing.open_archived)
        self.composer.revisions.folder_wanted.connect(self.outgoing.show_archived)
        self.signing = SigningActs(self.desk, documents)
        self.signing.refused.connect(self.outcome.show_error)
        self.signing.kept.connect(self._show_signed)
        self._make_header()
        self._lay_out()
        self.list.chosen.connect(self.open_proposal)
        self.composer.elsewhere.connect(self._go_elsewhere)
        self.desk.refused.connect(self.outcome.show_error)
        self.desk.said.connect(lambda text: self.toasted.emit(text, None))

    def _make_header(self) -> None:
        self.back = Button("", "quiet", icon_name="arrow-left", name=_("All proposals"))
        self.back.clicked.connect(self.show_list)
        self.echo = Chip("", "ok")
        self.sign_button = Button(_("Have it signed"), "secondary", keycap="F9")
        self.sign_button.clicked.connect(self.have_signed)
        self.print_button = Button(_("Print"), "secondary", keycap="Ctrl+P")
        self.print_button.clicked.connect(self.print_proposal)
        self.export_button = Button(_("Export the PDF"), "primary", keycap="Ctrl+E")
        self.export_button.clicked.connect(self.export)
        self.documents_button = Button("", "secondary", icon_name="chevron-down", name=_("Documents to hand over"))
        self.documents_button.clicked.connect(self.open_documents)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.composer)
        top = QVBoxLayout()
        top.setContentsMargins(20, 0, 20, 0)
        top.addWidget(self.outcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    # What the window asks of a page

    @property
    def composing(self) -> bool:
        """Whether one proposal is open, rather than the list."""
        return self._stack.currentWidget() is self.composer

    def title(self) -> str:
        view = self.composer.sheet
        if not self.composing or view is None:
            return _("Proposals")
        kind = _("Proposal {number}") if view.proposal.contractual else _("Pre-proposal {number}")
        return _("{proposal} · v{revision}").format(
            proposal=kind.format(number=view.proposal.number), revision=view.content.revision
        )

    def subtitle(self) -> str:
        view = self.composer.sheet
        if not self.composing or view is None:
            return ""
        who = [view.contact.name] if view.contact and view.prospect.company else []
        client = " — ".join([*who, view.prospect.name])
        exported = view.exported_at and view.exported_revision == view.content.revision
        made, today = view.proposal, self._workspace.clock.today()
        state = state_label(shown_state(made.state, made.valid_until, today))
        if exported and view.exported_at:
            day = current().date(view.exported_at.astimezone(self._workspace.clock.zone).date(), "short")
            state = _("{state}, exported on {date}").format(state=state, date=day)
        return " · ".join([client, day_words(view), state])

    def header_widgets(self) -> list[QWidget]:
        if not self.composing:
            return []
        printing = [self.print_button] if self.width() >= _NARROW else []
        return [self.back, self.echo, self.sign_button, *printing, self.documents_button, self.export_button]

    def commands(self) -> list[Action]:
        def undoable() -> bool:
            return self.composing and self.desk.stack.canUndo()

        def redoable() -> bool:
            return self.composing and self.desk.stack.canRedo()

        def undo_label() -> str:
            return _("Undo: {what}").format(what=self.desk.stack.undoText()) if undoable() else _("Undo")

        def redo_label() -> str:
            return _("Redo: {what}").format(what=self.desk.stack.redoText()) if redoable() else _("Redo")

        def composing() -> bool:
            return self.composing

        return [
            *outgoing_actions(self.outgoing, self.key, composing, self._priced, self.open_documents),
            *state_actions(self.composer.state, self.key, composing),
            Action("proposals.list", _("All proposals"), self.show_list, ("Alt+Left",), self.key, "list", composing),
            Action("proposals.prospect", _("Open the prospect"), self._open_prospect, (), self.key, "user", composing),
            Action(
                "proposals.undo",
                undo_label,
                lambda: undo(self.desk.stack),
                ("Ctrl+Z",),
                self.key,
                "undo-2",
                undoable,
                (),
                "edit",
            ),
            Action(
                "proposals.redo",
                redo_label,
                lambda: redo(self.desk.stack),
                ("Ctrl+Shift+Z",),
                self.key,
                "redo-2",
                redoable,
                (),
                "edit",
            ),
            *options_actions(self.composer.options, self.key, composing),
            *plan_actions(self.composer.plan, self.key),
            *words_actions(self.composer.words, self.key, composing),
            *preview_actions(self.composer.preview, self.key, composing),
            *signing_actions(self.have_signed, self.open_signed, self.key, composing),
        ]

    def hints(self) -> list[tuple[str, str]]:
        if not self.composing:
            return [(_("Open"), "Return")]
        return [
            (_("Move a need"), "Alt+Up"),
            (_("Catalogue"), "Ctrl+Space"),
            (_("Print"), "Ctrl+P"),
            (_("Export"), "Ctrl+E"),
        ]

    def panes(self) -> list[QWidget]:
        return [self.composer.area, self.composer.preview.view] if self.composing else [self.list.table]

    def refresh(self, touched: frozenset[type]) -> None:
        if self.composing:
            self.composer.refresh()
            self._show_echo()
            self._show_signable()
        else:
            self.list.show_rows(self._workspace.ask(proposal_rows), self._workspace.clock.today())
        self.headline_changed.emit()

    def arrive(self) -> None:
        if self.composing:
            self._focus_first_answer()
        else:
            self.list.focus_list()

    def leave(self) -> None:
        flush_all(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_echo()
        if (event.oldSize().width() >= _NARROW) != (self.width() >= _NARROW):
            self.headline_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.composing:
            self.show_list()
            return
        super().keyPressEvent(event)

    # What a rep does here

    def compose_for(self, prospect_id: uuid.UUID, call_id: uuid.UUID | None = None) -> None:
        """Open the draft of this call if there is one, otherwise a new proposal written from it."""
        found = self._workspace.ask(draft_of, prospect_id, call_id)
        if found is None:
            found = self._workspace.do(
                proposals.compose,
                prospect_id,
                now=self._workspace.clock.now(),
                language=current().code,
                call_id=call_id,
            )
        self.open_proposal(found)

    def open_proposal(self, proposal_id: uuid.UUID) -> None:
        """Work on this proposal."""
        self.outcome.clear()
        self._stack.setCurrentWidget(self.composer)
        self.composer.open(proposal_id)
        self._changed_face()
        self._focus_first_answer()

    def show_list(self) -> None:
        """Back to every proposal; what was typed is saved."""
        flush_all(self)
        self.outcome.clear()
        self._stack.setCurrentWidget(self.list)
        self.refresh(frozenset())
        self._changed_face()
        self.list.focus_list()

    def export(self) -> None:
        """Write the whole proposal into the documents folder; what forbids it is said instead."""
        self.outgoing.export()

    def print_proposal(self) -> None:
        """Ask which printer, then print what an export would write."""
        self.outgoing.print_document()

    def print_to(self, printer: QPrinter) -> None:
        """Print without asking which printer."""
        self.outgoing.print_to(printer)

    def open_documents(self) -> None:
        """Every document, to a file, to paper or to a message."""
        open_menu(self.documents_button, self.outgoing, self._priced())

    def have_signed(self) -> None:
        """Turn the exported pages towards the customer, to be read and signed on this screen."""
        flush_all(self)
        self.composer.refresh()
        self.signing.open(self)

    def open_signed(self) -> None:
        """Open the document that the customer signed."""
        path = self.signing.open_signed()
        if path is not None:
            self._open_url(QUrl.fromLocalFile(str(path)))

    def _show_signed(self, said: str, path: Path | None) -> None:
        if path is None:
            self.outcome.show_error(said)
            return
        self.outcome.show_file(
            said,
            lambda: self._open_url(QUrl.fromLocalFile(str(path))),
            lambda: self._open_url(QUrl.fromLocalFile(str(path.parent))),
        )

    def stop(self) -> None:
        """Let go of the thread and of the document, before the window goes."""
        self.signing.stop()
        self.composer.preview.stop()

    # Inside

    def _read(self) -> ProposalSheet | None:
        """The proposal as it stands, what is being typed included."""
        if not self.composing:
            return None
        flush_all(self)
        self.composer.refresh()
        return self.composer.sheet

    def _priced(self) -> bool:
        return self.composer.sheet is None or self.composer.sheet.proposal.contractual

    def _show_echo(self) -> None:
        view = self.composer.sheet
        percent = view.echo.percent if view else None
        if percent is None:
            self.echo.set_text(_("Echo: nothing written yet"), "neutral")
            return
        wide = self.width() >= _WIDE
        text = _("Echo: {percent} of the blocks come from their words") if wide else _("Echo: {percent}")
        tone = "ok" if percent >= _GOOD_ECHO else "warn"
        self.echo.set_text(text.format(percent=current().percent(Decimal(percent))), tone)

    def _show_signable(self) -> None:
        """F9 says why it cannot be used; so does the button, before anybody tries."""
        view = self.composer.sheet
        why = self.signing.why_not(view) if view is not None else ""
        self.sign_button.setEnabled(not why)
        self.sign_button.setToolTip(plain_tip(why))

    def _changed_face(self) -> None:
        self._show_echo()
        self._show_signable()
        self.headline_changed.emit()
        self.hint_changed.emit()

    def _focus_first_answer(self) -> None:
        rows = self.composer.needs.rows
        first = next((row for row in rows if not row.answer.toPlainText() and row.included.isChecked()), None)
        target = first.answer if first else self.composer.document.title_edit
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_elsewhere(self, where: str) -> None:
        """What a check or a page speaks of, when it is written on another page of the program."""
        if where == "company":
            self.company_wanted.emit()
        else:
            self._open_prospect()

    def _open_prospect(self) -> None:
        if self.composer.sheet is not None:
            self.prospect_opened.emit(self.composer.sheet.prospect.id)
