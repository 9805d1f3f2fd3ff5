"""Having a proposal signed on the spot: the page turned towards the customer, and their agreement as one act."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.documents.files import file_name, hand_over
from desktop.documents.signed import render_signed, signed_name
from desktop.documents.variants import render_document
from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.proposals import DocumentKind
from desktop.services import proposal_sheet, signatures, signing_sheet
from desktop.services.proposal_documents import forbidding
from desktop.services.proposal_exports import exports, record_export, to_hand_over
from desktop.services.proposal_sheet import ProposalSheet
from desktop.services.signatures import Given, Signed
from desktop.services.signing_sheet import SigningSheet
from desktop.ui.actions import Action
from desktop.ui.proposals.checks_card import blocking
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.signing_window import SigningWindow
from desktop.ui.undo import perform, short

_KIND = DocumentKind.PROPOSAL
"""What is handed over to be signed when nothing was yet."""


class SigningActs(QObject):
    """``refused`` carries why it cannot be signed, ``kept`` a sentence and the file that was handed over, or ``None``.

    Both are sent once the rep has their screen back: a message about it is none of the customer's reading.
    """

    refused = Signal(str)
    kept = Signal(str, object)
    closed = Signal()
    """The rep has their screen back."""

    def __init__(self, desk: Desk, documents: Path) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = desk.workspace
        self._documents = documents
        self.window: SigningWindow | None = None
        """The page while it is open."""
        self._leaving: SigningWindow | None = None
        self._draft: tuple[uuid.UUID, Given] | None = None
        """What was left unfinished, with the export it is about."""
        self._kept: tuple[str, Path | None] | None = None
        self._failure = ""

    def why_not(self, view: ProposalSheet) -> str:
        """Why this proposal cannot be signed now, in a sentence; "" when it can."""
        blocks = forbidding(view.checks, _KIND) if view.content.contractual else ()
        if blocks:
            return blocking(replace(view, checks=blocks))
        signed = self._workspace.ask(signatures.latest, self._desk.key)
        return signatures.refusal(view, self._workspace.clock.today(), signed)

    def open(self, over: QWidget | None = None) -> bool:
        """Turn the document towards the customer, exported first if it never was as it stands.

        False when it cannot be signed: ``refused`` says why.
        """
        if self.window is not None:
            self.window.activateWindow()
            return True
        clock = self._workspace.clock
        try:
            sheet = self._sheet()
        except UserError as error:
            self.refused.emit(str(error))
            return False
        draft = self._draft[1] if self._draft and self._draft[0] == sheet.export_id else None
        self.window = SigningWindow(sheet, clock.today(), draft)
        self.window.signed.connect(lambda given: self._sign(sheet, given))
        self.window.closed.connect(lambda left: self._close(sheet, left, over))
        self.window.open_over(over)
        return True

    def open_signed(self) -> Path | None:
        """Hand the signed document over again, as it was kept. ``None`` without one, or when it cannot be written."""
        found = self._workspace.ask(signatures.latest, self._desk.key)
        if found is None:
            self.refused.emit(_("Nobody signed this proposal yet."))
            return None
        export = next(each for each in self._workspace.ask(exports, self._desk.key) if each.id == found.export_id)
        name = signed_name(replace(self._view().content, revision=export.revision), export.document)
        try:
            return hand_over(self._documents, name, self._workspace.ask(signatures.signed_pdf, found.id))
        except UserError as error:
            self.refused.emit(str(error))
            return None

    def stop(self) -> None:
        """Take the screen back from whoever was reading, before the window goes."""
        if self.window is not None:
            self.window.close()

    # Before

    def _sheet(self) -> SigningSheet:
        view = self._view()
        if why := self.why_not(view):
            raise UserError(why)
        if self._workspace.ask(signing_sheet.export_to_sign, view) is None:
            content, _kept = self._workspace.ask(to_hand_over, self._desk.key, view.content, _KIND)
            pdf, name = render_document(content, _KIND), file_name(content, _KIND)
            self._desk.save(record_export, self._desk.key, pdf, name, content, document=_KIND)
        return self._workspace.ask(signing_sheet.page, self._desk.key, now=self._workspace.clock.now())

    def _view(self) -> ProposalSheet:
        return self._workspace.ask(proposal_sheet.sheet, self._desk.key, zone=self._workspace.clock.zone)

    # What they did

    def _sign(self, sheet: SigningSheet, given: Given) -> None:
        assert self.window is not None
        try:
            self._kept = self._keep(sheet, given)
        except UserError as error:
            # Told to the rep once the page is closed; the customer only learns that it has to wait.
            self._failure = str(error)
            self.window.tell_not_saved()
        else:
            self.window.thank()

    def _keep(self, sheet: SigningSheet, given: Given) -> tuple[str, Path | None]:
        """One act, which one undo takes back. The file comes last: by then, what was signed is on the disk."""
        key, at, view = self._desk.key, self._workspace.clock.now(), self._view()
        accepted = self._workspace.ask(signatures.acceptance, key, sheet.export_id, given, at=at)
        pdf = render_signed(view.content, sheet.document, accepted)
        done: list[Signed] = []

        def sign() -> None:
            if done:
                self._desk.save(signatures.restore, done[0].signature_id)
                return
            what = (given.option_id, given.name, given.quality, given.place, given.strokes, pdf)
            done.append(self._workspace.do(signatures.sign, key, sheet.export_id, *what, at))

        def take_back() -> None:
            self._desk.save(signatures.take_back, done[0].signature_id, done[0].before)

        perform(self._desk.stack, _("signature of {name}").format(name=short(given.name)), sign, take_back)
        on = current().date(at.date())
        said = _("{name} signed {number} on {date}.").format(name=given.name, number=sheet.number, date=on)
        try:
            path = hand_over(self._documents, signed_name(view.content, sheet.document), pdf)
        except UserError as error:
            return f"{said} {error}", None
        return _("{signed} {file} is in the folder {folder}").format(
            signed=said, file=path.name, folder=path.parent
        ), path

    def _close(self, sheet: SigningSheet, left: Given, over: QWidget | None) -> None:
        # Held until Qt has deleted it by itself: it is still in the middle of closing.
        self._leaving, self.window = self.window, None
        kept, failure = self._kept, self._failure
        self._kept, self._failure = None, ""
        self._draft = None if kept else (sheet.export_id, left)
        if over is not None:
            over.window().activateWindow()
        self.closed.emit()
        if kept:
            self.kept.emit(*kept)
        elif failure:
            self.refused.emit(failure)


def signing_actions(
    sign: Callable[[], None], show: Callable[[], None], scope: str, able: Callable[[], bool]
) -> list[Action]:
    """F9 turns the document towards the customer, as it turns their needs towards them in a call."""
    words = (_("sign"), _("signature"), _("accept"))
    return [
        Action("proposals.sign", _("Have it signed"), sign, ("F9",), scope, "pencil", able, words),
        Action("proposals.signed", _("Open the signed document"), show, (), scope, "file-text", able, words),
    ]
