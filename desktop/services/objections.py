"""What is made of an objection: its card, whether it was settled, and how often that card has settled it."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Entry, Objection
from desktop.models.catalogue import Offer
from desktop.models.objections import Card
from desktop.models.plain_words import content_words
from desktop.services import calls, catalogue

MOST_PROOFS = 3
_SHORT_WORD = 3


@dataclass(frozen=True)
class Citation:
    """A proof of the catalogue to say aloud, and the offer that it comes from."""

    offer: str
    proof: str


def raise_objection(
    session: Session, call_id: uuid.UUID, words: str, card: str, *, at: datetime, question: str, offset_seconds: int
) -> Objection:
    """Write an objection down together with the card that answers it."""
    entry_id = calls.add_entry(
        session, call_id, "objection", words, at=at, question=question, offset_seconds=offset_seconds
    )
    return link_card(session, entry_id, card)


def link_card(session: Session, entry_id: uuid.UUID, card: str) -> Objection:
    """Say which card answers an objection; "" takes the link away. Idempotent."""
    objection = _objection(session, entry_id)
    objection.card = card
    return objection


def settle(session: Session, entry_id: uuid.UUID, settled: bool | None) -> Objection:
    """Say that an objection is settled, still open, or (``None``) that nothing was answered yet. Idempotent."""
    objection = _objection(session, entry_id)
    objection.settled = settled
    return objection


def rates(session: Session) -> dict[str, tuple[int, int]]:
    """By card: how many times it settled the objection, and how many times that objection was met."""
    query = (
        select(Entry.card, func.count().filter(Entry.settled.is_(True)), func.count())
        # Written out rather than bound: the index holds only what has a card, and must be seen to fit.
        .where(text("card <> ''"), Entry.deleted_at.is_(None))
        .group_by(Entry.card)
    )
    return {card: (settled, total) for card, settled, total in session.execute(query)}


def open_objections(session: Session, prospect_id: uuid.UUID) -> list[Objection]:
    """What a prospect still holds against it, over all their calls, the oldest first."""
    query = (
        select(Objection)
        .where(
            Objection.prospect_id == prospect_id,
            Objection.deleted_at.is_(None),
            Objection.settled.is_not(True),
        )
        .order_by(Objection.at, Objection.sequence)
    )
    return list(session.scalars(query))


def proofs(session: Session, card: Card, words: str = "") -> tuple[Citation, ...]:
    """The proofs of the catalogue that speak of this objection, the closest first, three at most.

    ``words`` are those of the prospect: a proof that uses them comes first.
    """
    wanted = {word for each in card.proof_words for word in content_words(each)}
    heard = {word for word in content_words(words) if len(word) > _SHORT_WORD}
    ranked = ((_closeness(offer, wanted, heard), offer) for offer in catalogue.offers(session) if offer.proof.strip())
    chosen = sorted((each for each in ranked if each[0]), key=lambda each: -each[0])[:MOST_PROOFS]
    return tuple(Citation(offer.label, offer.proof.strip()) for _closeness, offer in chosen)


def _closeness(offer: Offer, wanted: Collection[str], heard: Collection[str]) -> int:
    """A word in the proof itself says more than one in what surrounds it."""
    proof = set(content_words(offer.proof))
    around = set(content_words(f"{offer.label} {offer.detail} {offer.answer} {offer.benefit}")) - proof
    asked = {*wanted, *heard}
    return 2 * len(proof.intersection(asked)) + len(around.intersection(asked))


def _objection(session: Session, entry_id: uuid.UUID) -> Objection:
    entry = session.get_one(Entry, entry_id)
    if not isinstance(entry, Objection):
        raise UserError(_("Only an objection has a card and can be settled."))
    return entry
