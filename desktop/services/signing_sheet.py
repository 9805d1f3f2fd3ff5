"""What is turned towards a customer who signs: the exported document, the options, and who they are.

Nothing that the document itself does not say: no score, no note, no word that may not be quoted.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.clock import PARIS
from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.catalogue import Billing
from desktop.models.pricing import Totals, bill
from desktop.models.proposals import DocumentKind, ProposalExport
from desktop.services.proposal_exports import exported_pdf, exports
from desktop.services.proposal_sheet import ProposalSheet, sheet
from desktop.services.signatures import SIGNABLE, latest, refusal


@dataclass(frozen=True)
class Choice:
    """An option as the customer ticks it. ``costs`` is one sum for each way of paying."""

    option_id: uuid.UUID
    name: str
    for_whom: str
    recommended: bool
    costs: tuple[tuple[Billing, Totals], ...]


@dataclass(frozen=True)
class SigningSheet:
    """All that the page turned towards the customer shows: nothing that the document does not say."""

    export_id: uuid.UUID
    document: DocumentKind
    number: str
    revision: int
    title: str
    language: str
    seller: str
    company: str
    """The customer's; "" for a private person."""
    name: str
    """Who is expected to sign."""
    quality: str
    place: str
    """Where they are, as far as the program knows."""
    private: bool
    """A private person: prices are announced with VAT."""
    vat_exempt: bool
    choices: tuple[Choice, ...]
    pdf: bytes
    """The very bytes that were exported."""


def export_to_sign(session: Session, view: ProposalSheet) -> ProposalExport | None:
    """What was handed over of the proposal as it stands, and carries an acceptance; ``None`` before any export."""
    found = {
        each.document: each
        for each in exports(session, view.proposal.id)
        if each.revision == view.content.revision and each.document in SIGNABLE
    }
    return next((found[kind] for kind in SIGNABLE if kind in found), None)


def page(session: Session, proposal_id: uuid.UUID, *, now: datetime) -> SigningSheet:
    """What to turn towards the customer. Raises ``UserError`` when it cannot be signed, or was never exported."""
    view = sheet(session, proposal_id, zone=now.tzinfo or PARIS)
    if why := refusal(view, now.date(), latest(session, proposal_id)):
        raise UserError(why)
    export = export_to_sign(session, view)
    if export is None:
        raise UserError(_("Export the proposal as it stands before having it signed."))
    content, client = view.content, view.content.client
    return SigningSheet(
        export_id=export.id,
        document=export.document,
        number=content.number,
        revision=content.revision,
        title=content.title,
        language=content.language,
        seller=content.seller.name,
        company=client.company if client.contact else "",
        name=client.contact or client.company,
        quality=client.title,
        place=_town(client.address),
        private=client.private,
        vat_exempt=content.seller.vat_exempt,
        choices=tuple(
            Choice(
                card.option.id,
                block.name,
                block.for_whom,
                block.recommended,
                bill(block.lines, content.seller.vat_exempt).parts,
            )
            for card, block in zip(view.options, content.options, strict=True)
        ),
        pdf=exported_pdf(session, export.id),
    )


def _town(address: str) -> str:
    """The town that ends a French address: ``4 quai de la Loire, 49300 Cholet`` gives ``Cholet``; else ""."""
    last = " ".join(address.replace("\n", ",").rsplit(",", 1)[-1].split())
    code, _space, town = last.partition(" ")
    return town if len(code) == 5 and code.isdecimal() else ""
