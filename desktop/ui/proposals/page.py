"""Propositions: the list, and the composer of one proposal with its live pages."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.documents.files import file_name, hand_over
from desktop.documents.proposal import render
from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.services import proposals
from desktop.services.proposal_content import ProposalContent
from desktop.services.proposal_exports import record_export
from desktop.services.proposal_lists import draft_of, proposal_rows
from desktop.ui.actions import Action
from desktop.ui.autosave import flush_all
from desktop.ui.page import Page
from desktop.ui.proposals.checks_card import blocking
from desktop.ui.proposals.composer import Composer
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.document_card import day_words, state_label
from desktop.ui.proposals.list_view import ListView
from desktop.ui.proposals.printing import print_pdf
from desktop.ui.undo import redo, undo
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.outcome import Outcome
from desktop.ui.workspace import Workspace

_GOOD_ECHO = 80
_WIDE = 1100
"""Under this, the header has no room for the whole sentence of the echo."""


class ProposalsPage(Page):
    """``documents`` is where the PDF files go; ``open_url`` opens a file or a folder for the rep."""

    key = "proposals"
    icon_name = "file-text"
    prospect_opened = Signal(object)

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
        self.composer = Composer(self.desk, render)
        self.outcome = Outcome()
        self._make_header()
        self._lay_out()
        self.list.chosen.connect(self.open_proposal)
        self.desk.refused.connect(self.outcome.show_error)
        self.desk.said.connect(lambda text: self.toasted.emit(text, None))

    def _make_header(self) -> None:
        self.back = Button("", "quiet", icon_name="arrow-left", name=_("All proposals"))
        self.back.clicked.connect(self.show_list)
        self.echo = Chip("", "ok")
        self.print_button = Button(_("Print"), "secondary", keycap="Ctrl+P")
        self.print_button.clicked.connect(self.print_proposal)
        self.export_button = Button(_("Export the PDF"), "primary", keycap="Ctrl+E")
        self.export_button.clicked.connect(self.export)

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
        state = state_label(view.proposal.state)
        if exported and view.exported_at:
            day = current().date(view.exported_at.astimezone(self._workspace.clock.zone).date(), "short")
            state = _("{state}, exported on {date}").format(state=state, date=day)
        return " · ".join([client, day_words(view), state])

    def header_widgets(self) -> list[QWidget]:
        return [self.back, self.echo, self.print_button, self.export_button] if self.composing else []

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
            Action("proposals.export", _("Export the PDF"), self.export, ("Ctrl+E",), self.key, "download", composing),
            Action("proposals.print", _("Print"), self.print_proposal, ("Ctrl+P",), self.key, "printer", composing),
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
        return [self.composer.area, self.composer.preview.area] if self.composing else [self.list.table]

    def refresh(self, touched: frozenset[type]) -> None:
        if self.composing:
            self.composer.refresh()
            self._show_echo()
        else:
            self.list.show_rows(self._workspace.ask(proposal_rows))
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
        """Write the PDF into the documents folder and keep the revision; what forbids it is said instead."""
        finished = self._finished()
        if finished is None:
            return
        content, data = finished
        try:
            path = hand_over(self._documents, file_name(content), data)
            self._record(content, data, path.name)
        except UserError as error:
            self.outcome.show_error(str(error))
            return
        self.outcome.show_file(
            _("{file} is in the folder {folder}").format(file=path.name, folder=path.parent),
            lambda: self._open_url(QUrl.fromLocalFile(str(path))),
            lambda: self._open_url(QUrl.fromLocalFile(str(path.parent))),
        )

    def print_proposal(self) -> None:
        """Ask which printer, then print what an export would write."""
        if self._finished() is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print the very bytes of the document, and keep the revision: paper is handed over as a file is."""
        finished = self._finished()
        if finished is None:
            return
        content, data = finished
        printer.setDocName(content.number)
        try:
            print_pdf(data, printer)
            self._record(content, data, "")
        except UserError as error:
            self.outcome.show_error(str(error))

    def stop(self) -> None:
        """Let go of the thread and of the document, before the window goes."""
        self.composer.preview.stop()

    # Inside

    def _finished(self) -> tuple[ProposalContent, bytes] | None:
        """The document as it stands, unless a check forbids it; then the banner says why."""
        if not self.composing:
            return None
        flush_all(self)
        self.composer.refresh()
        view = self.composer.sheet
        assert view is not None
        if view.blocked:
            self.outcome.show_error(blocking(view))
            return None
        return view.content, self.composer.preview.finished(view.content)

    def _record(self, content: ProposalContent, data: bytes, file_name: str) -> None:
        self.desk.save(record_export, self.desk.key, data, file_name, content)

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

    def _changed_face(self) -> None:
        self._show_echo()
        self.headline_changed.emit()
        self.hint_changed.emit()

    def _focus_first_answer(self) -> None:
        rows = self.composer.needs.rows
        first = next((row for row in rows if not row.answer.toPlainText() and row.included.isChecked()), None)
        target = first.answer if first else self.composer.document.title_edit
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_prospect(self) -> None:
        if self.composer.sheet is not None:
            self.prospect_opened.emit(self.composer.sheet.prospect.id)
