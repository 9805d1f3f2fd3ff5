"""What proves what we say: cases, figures, references and testimonials, found by need and by sector."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import Language, _, current
from desktop.models import need_kinds, sectors
from desktop.models.catalogue import EvidenceKind, Offer, Reference
from desktop.models.need_kinds import NeedKind
from desktop.services import catalogue


def label(kind: EvidenceKind, language: Language | None = None) -> str:
    """``Cas client``, ``Chiffre``, ``Référence``, ``Témoignage``."""
    pgettext = (language or current()).pgettext
    labels = {
        EvidenceKind.CASE: pgettext("proof", "Customer case"),
        EvidenceKind.FIGURE: pgettext("proof", "Figure"),
        EvidenceKind.REFERENCE: pgettext("proof", "Reference"),
        EvidenceKind.TESTIMONIAL: pgettext("proof", "Testimonial"),
    }
    return labels[kind]


def add_reference(session: Session, *, now: datetime, text: str, **fields: Any) -> uuid.UUID:
    """A new proof; ``fields`` are columns of ``Reference``."""
    reference = Reference(created_at=now, **checked_reference({"text": text, **fields}))
    session.add(reference)
    session.flush()
    return reference.id


def update_reference(session: Session, reference_id: uuid.UUID, **fields: Any) -> dict[str, Any]:
    """Change columns of a proof. Returns their former values, for undo."""
    return catalogue.changed(session.get_one(Reference, reference_id), checked_reference(fields))


def archive_reference(session: Session, reference_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take a proof out of the choices, or bring it back with ``at=None``; past proposals keep its words."""
    session.get_one(Reference, reference_id).archived_at = at


def duplicate_reference(session: Session, reference_id: uuid.UUID, *, now: datetime) -> uuid.UUID:
    """A copy, called so."""
    reference = session.get_one(Reference, reference_id)
    return add_reference(session, now=now, **catalogue.copied(reference, text=catalogue.copy_name(reference.text)))


def references(session: Session, words: str = "", *, archived: bool = False) -> list[Reference]:
    """The proofs that hold every word of ``words``, their sector and the needs they speak to included.

    Cases first, then figures, references and testimonials; the newest of each first.
    """
    rows = [row for row in catalogue.listed(session, Reference, archived) if catalogue.holds(words, _words_of(row))]
    order = list(EvidenceKind)
    newest = sorted(rows, key=lambda row: (row.created_at, row.id), reverse=True)
    return sorted(newest, key=lambda row: order.index(row.kind))


def matching(
    session: Session, kind: NeedKind | None, sector: str, *, offer_id: uuid.UUID | None = None
) -> list[Reference]:
    """The proofs that may stand beside a need of ``kind`` for a prospect of ``sector``, the closest first.

    One that proves the offer ``offer_id`` goes before the others; one that names another sector, another kind of need
    or another offer is left out. With no ``offer_id``, proofs of any offer are found.
    """
    ranked = []
    for row in references(session):
        close = sectors.closeness(row.need_kinds, row.sectors, kind, sector)
        other = offer_id is not None and row.offer_id is not None and row.offer_id != offer_id
        if close is not None and not other:
            ranked.append((offer_id is not None and row.offer_id == offer_id, close, row))
    return [row for _own, _close, row in sorted(ranked, key=lambda each: (not each[0], -each[1]))]


def checked_reference(fields: dict[str, Any]) -> dict[str, Any]:
    """Columns of a proof as they are kept. ``UserError`` when it says nothing."""
    values = catalogue.trimmed(fields, ("source",))
    if not values.get("text", "-"):
        raise UserError(_("Write what proves it."))
    return values


def offer_name(offer: Offer) -> str:
    """What a proof calls its offer in a sheet: its code, or its name when it has none."""
    return offer.code or offer.label


def _words_of(row: Reference) -> list[str]:
    needs = [need_kinds.label(NeedKind(kind)) for kind in row.need_kinds]
    return [label(row.kind), row.text, row.source, *row.sectors, *needs]
