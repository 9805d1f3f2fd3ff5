"""Handing over a document: to a file, to paper, to a message. Drawn once, archived, and the same bytes ever after."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop.documents.calendar import calendar_name, plan_calendar
from desktop.documents.files import file_name, hand_over
from desktop.documents.mail import mail_draft
from desktop.documents.variants import available
from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.matrix import action
from desktop.models.proposal_states import state_label
from desktop.models.proposals import DocumentKind, ProposalState
from desktop.services import proposal_states, proposals
from desktop.services.proposal_content import ProposalContent
from desktop.services.proposal_documents import PRICED, forbidding, lacks_reason
from desktop.services.proposal_exports import archived_export, record_export, to_hand_over
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.proposals.checks_card import blocking
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.document_words import document_words
from desktop.ui.proposals.price_choice import PriceChoice
from desktop.ui.proposals.printing import prepare, print_pdf
from desktop.ui.widgets.outcome import FurtherAct, Outcome

Render = Callable[[ProposalContent, DocumentKind], bytes]
Ask = Callable[[QPrinter, QWidget], bool]


@dataclass(frozen=True)
class Ready:
    """A document that may leave, and what it was made from."""

    kind: DocumentKind
    content: ProposalContent
    data: bytes
    file_name: str


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """The system's own dialog; False when the rep changes their mind."""
    return bool(QPrintDialog(printer, parent).exec())


class Outgoing(QObject):
    """The ways out of a proposal.

    ``read`` saves what is typed and reads the proposal again; ``render`` draws a document.
    ``open_url`` opens a file for the rep and says False when nothing can. What happened is said by ``outcome``.
    """

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        outcome: Outcome,
        read: Callable[[], ProposalSheet | None],
        render: Render,
        documents: Path,
        open_url: Callable[[QUrl], object],
        ask: Ask = ask_printer,
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self.outcome = desk, page, outcome
        self._read, self._render = read, render
        self._documents, self._open_url, self._ask = documents, open_url, ask
        self.choice: PriceChoice | None = None
        """Built when a price is first to be decided on, over the window that the page is in by then."""

    def export(self, kind: DocumentKind = DocumentKind.PROPOSAL) -> None:
        """Write it into the documents folder."""
        self._hand_over(kind, self._write)

    def print_document(self, kind: DocumentKind = DocumentKind.PROPOSAL) -> None:
        """Ask which printer, then print what an export would write."""
        self._hand_over(kind, self._choose_printer)

    def print_to(self, printer: QPrinter, kind: DocumentKind = DocumentKind.PROPOSAL) -> None:
        """Print on this printer, without asking."""
        self._hand_over(kind, lambda ready: self._print(ready, printer))

    def mail(self, kind: DocumentKind = DocumentKind.PROPOSAL) -> None:
        """Prepare a message in the rep's own mail program, the document attached; they send it, or do not."""
        self._hand_over(kind, self._draft)

    def save_dates(self) -> None:
        """The dates of the plan and the next appointment as a file for any calendar, opened by the system."""
        view = self._read()
        if view is None:
            return
        if view.content.plan is None and view.content.appointment is None:
            self.outcome.show_error(_("There are no dates to hand over yet: make a plan, or plan a next step."))
            return
        try:
            path = hand_over(self._documents, calendar_name(view.content), plan_calendar(view.content))
        except UserError as error:
            self.outcome.show_error(str(error))
            return
        opened = self._open(path) is not False
        sentence = (
            _("{file} is open in your calendar.") if opened else _("No program here opens {file}: send it to them.")
        )
        self.outcome.show_file(
            sentence.format(file=path.name),
            lambda: self._open(path),
            lambda: self._open(path.parent),
            tone="ok" if opened else "warn",
        )

    def give_price(self) -> None:
        """The whole proposal with its price, where it is a pre-proposal until now."""
        view = self._read()
        if view is not None:
            self._choose(view, DocumentKind.PROPOSAL, self._write)

    def instead(self, kind: DocumentKind) -> None:
        """A document without a price into the folder: the pre-proposal, or another that never gives one."""
        view = self._read()
        if view is not None and kind is DocumentKind.PROPOSAL:
            self._without_price(view, self._write)
        else:
            self.export(kind)

    def open_archived(self, export_id: uuid.UUID) -> None:
        """Open what was handed over then, written again where it is no longer as it was."""
        if (path := self._archived(export_id)) is not None:
            self._open(path)

    def show_archived(self, export_id: uuid.UUID) -> None:
        """Show what was handed over then in its folder, written again where it is no longer there."""
        if (path := self._archived(export_id)) is not None:
            self._open(path.parent)

    def _archived(self, export_id: uuid.UUID) -> Path | None:
        kept = self._desk.workspace.ask(archived_export, export_id)
        try:
            return hand_over(self._documents, kept.file_name, kept.pdf)
        except UserError as error:
            self.outcome.show_error(str(error))
            return None

    # From a document that is asked for to one that may leave

    def _hand_over(self, kind: DocumentKind, deliver: Callable[[Ready], None]) -> None:
        view = self._read()
        if view is None:
            return
        if lacks_reason(view, kind):
            self._choose(view, kind, deliver)
            return
        blocks = forbidding(view.checks, kind)
        if blocks:
            self.outcome.show_error(blocking(replace(view, checks=blocks)))
        elif kind not in available(view.content):
            self.outcome.show_error(_nothing_to_say(kind))
        else:
            try:
                deliver(self._ready(view, kind))
            except UserError as error:
                self.outcome.show_error(str(error))

    def _ready(self, view: ProposalSheet, kind: DocumentKind) -> Ready:
        """The archived bytes of this very revision when there are some: they are never drawn again."""
        content, kept = self._desk.workspace.ask(to_hand_over, self._desk.key, view.content, kind)
        name = kept.file_name if kept and kept.file_name else file_name(content, kind)
        return Ready(kind, content, kept.pdf if kept else self._render(content, kind), name)

    def _choose(self, view: ProposalSheet, kind: DocumentKind, deliver: Callable[[Ready], None]) -> None:
        if self.choice is None:
            self.choice = PriceChoice(self._page.window())
        advice = action(view.cell) if view.cell is not None and not view.price_allowed else ""
        others: list[tuple[str, Callable[[], object]]] = [
            (document_words(DocumentKind.PROPOSAL, priced=False), partial(self._without_price, view, deliver))
        ]
        for other in available(view.content):
            if other not in PRICED:
                others.append((document_words(other, priced=False), partial(self._hand_over, other, deliver)))
        self.choice.open_for(advice, others, lambda reason: self._with_price(kind, reason, deliver))

    def _without_price(self, view: ProposalSheet, deliver: Callable[[Ready], None]) -> None:
        if view.proposal.contractual:
            self._desk.change(
                _("pre-proposal"), proposals.update_proposal, self._desk.key, contractual=False, price_reason=""
            )
        self._hand_over(DocumentKind.PROPOSAL, deliver)

    def _with_price(self, kind: DocumentKind, reason: str, deliver: Callable[[Ready], None]) -> None:
        desk, key = self._desk, self._desk.key
        before: dict[str, object] = {}
        desk.perform(
            _("give a price"),
            lambda: before.update(desk.save(proposals.give_price, key, reason)),
            lambda: desk.save(proposals.update_proposal, key, **before),
        )
        if before:
            self._hand_over(kind, deliver)

    # The three ways out

    def _write(self, ready: Ready) -> None:
        path = hand_over(self._documents, ready.file_name, ready.data)
        self._record(ready)
        sentence = _("{file} is in the folder {folder}").format(file=path.name, folder=path.parent)
        further = [FurtherAct(_("E-mail"), "mail", lambda: self.mail(ready.kind))]
        self.outcome.show_file(sentence, lambda: self._open(path), lambda: self._open(path.parent), further)

    def _choose_printer(self, ready: Ready) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, ready.data)
        if self._ask(printer, self._page):
            self._print(ready, printer)

    def _print(self, ready: Ready, printer: QPrinter) -> None:
        """Paper is handed over as a file is: the revision is kept."""
        printer.setDocName(ready.file_name.removesuffix(".pdf"))
        print_pdf(ready.data, printer)
        self._record(ready)

    def _draft(self, ready: Ready) -> None:
        view = self._read()
        to = view.contact.email if view is not None and view.contact else ""
        draft = mail_draft(ready.content, ready.kind, to, ready.data, ready.file_name)
        pdf = hand_over(self._documents, ready.file_name, ready.data)
        path = hand_over(self._documents, f"{ready.file_name.removesuffix('.pdf')}.eml", draft.data)
        self._record(ready)
        # Qt says False when no program takes the file; one that shows it without letting it be sent says nothing.
        opened = self._open(path) is not False
        sentences = [
            _("A draft with {file} is open in your mail program: read it over and send it.").format(file=pdf.name)
            if opened
            else _("No program here opens a draft. Attach {file} to a message of your own.").format(file=pdf.name)
        ]
        if not draft.to:
            sentences.append(_("No valid e-mail address is known for this contact: write it in the message."))
        further = [FurtherAct(_("Copy the text"), "copy", lambda: self._copy(draft.text))]
        if view is not None and view.proposal.state is ProposalState.DRAFT:
            further.append(FurtherAct(_("Mark as sent"), "check", self.mark_sent))
        self.outcome.show_file(
            " ".join(sentences),
            lambda: self._open(path),
            lambda: self._open(path.parent),
            further,
            tone="ok" if opened else "warn",
        )

    def mark_sent(self) -> None:
        """The rep says that it left; the follow-ups of that state are then offered."""
        desk, key = self._desk, self._desk.key
        before: dict[str, object] = {}
        desk.perform(
            _("state: {state}").format(state=state_label(ProposalState.SENT)),
            lambda: before.update(desk.save(proposal_states.take_state, key, ProposalState.SENT)),
            lambda: desk.save(proposal_states.put_back, key, before),
        )
        self.outcome.clear()

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._desk.said.emit(_("Text copied"))

    def _record(self, ready: Ready) -> None:
        self._desk.save(record_export, self._desk.key, ready.data, ready.file_name, ready.content, document=ready.kind)

    def _open(self, path: Path) -> object:
        return self._open_url(QUrl.fromLocalFile(str(path)))


def _nothing_to_say(kind: DocumentKind) -> str:
    return {
        DocumentKind.QUOTATION: _("There is no quotation without a price: add a line to an option."),
        DocumentKind.PLAN: _("There is nothing to say without a price yet: keep a need, or make a plan."),
        DocumentKind.SLIP: _("There is no next step to hand over: plan one, or write it under “The next step”."),
    }.get(kind, _("This document has nothing to say yet."))
