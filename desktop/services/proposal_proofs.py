"""Which proof of the catalogue stands beside an answer: the offer's own, or else the closest by need and sector."""

import uuid
from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from desktop.models.catalogue import EvidenceKind, Reference
from desktop.models.need_kinds import NeedKind
from desktop.models.proposals import ProposalNeed
from desktop.models.sectors import closeness
from desktop.services import catalogue, catalogue_references

_ORDER = list(EvidenceKind)


def closest(
    references: Sequence[Reference], kind: NeedKind, sector: str, offer_ids: Sequence[uuid.UUID] = ()
) -> list[Reference]:
    """The proofs that may stand there, the closest first: those of the offers, then by sector, by need, and by kind of
    proof. One that is about another offer, another sector or another need is left out.
    """
    ranked = []
    for each in references:
        close = closeness(each.need_kinds, each.sectors, kind, sector)
        if close is not None and (each.offer_id is None or each.offer_id in offer_ids):
            ranked.append(((each.offer_id is None, -close, _ORDER.index(each.kind)), each))
    return [each for _rank, each in sorted(ranked, key=lambda pair: pair[0])]


def prove(session: Session, rows: Iterable[tuple[ProposalNeed, NeedKind]], sector: str) -> None:
    """Write a proof beside each answer that has none, when the catalogue holds one for that offer, need and sector."""
    bare = [(row, kind) for row, kind in rows if row.answer.strip() and not row.proof.strip()]
    if not bare:
        return
    references = catalogue_references.references(session)
    offers = {offer.answer or offer.label: offer.id for offer in catalogue.offers(session)} if references else {}
    for row, kind in bare:
        offer_id = offers.get(row.answer)
        found = closest(references, kind, sector, [offer_id] if offer_id else [])
        if found:
            row.proof = proof_words(found[0])


def proof_words(reference: Reference) -> str:
    """What is written in the document: the text, and who says so."""
    text, source = reference.text.strip(), reference.source.strip()
    return f"{text.rstrip('.')} ({source})" if source else text
