"""A customer's agreement, given in person on this screen: what may be signed, what was, and the way back.

Nothing more is claimed of it than what is kept: who signed what, in front of whom, where and when.
"""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.clock import PARIS
from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.proposals import DocumentKind, Proposal, ProposalExport, ProposalState, Signature
from desktop.services.proposal_sheet import ProposalSheet, sheet
from desktop.services.proposal_states import put_back, take_state
from desktop.services.shared_page import Stroke

SIGNABLE = (DocumentKind.PROPOSAL, DocumentKind.QUOTATION)
"""The documents that carry an acceptance, the fullest first."""
_INK = 30
"""Thousandths of the pad: a drawing shorter than this is a slip of the hand."""


@dataclass(frozen=True)
class Given:
    """What the customer filled in."""

    option_id: uuid.UUID | None = None
    name: str = ""
    quality: str = ""
    place: str = ""
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True)
class Acceptance:
    """What the signed document says of the signature."""

    option: int | None
    """The place of the ticked option among those of the document, from 0."""
    name: str
    quality: str
    place: str
    at: datetime
    """In the rep's zone."""
    strokes: tuple[Stroke, ...]
    witness: str
    """In whose presence."""
    sha256: str
    """Of the document that was read and signed."""


@dataclass(frozen=True)
class Signed:
    """What was kept, and where the proposal stood before, as ``take_back`` wants it."""

    signature_id: uuid.UUID
    before: dict[str, Any]


# What forbids it


def refusal(view: ProposalSheet, today: date, standing: Signature | None = None) -> str:
    """Why the proposal cannot be signed today, in a sentence; "" when it can."""
    proposal = view.proposal
    if not view.content.contractual:
        return _("This document binds nobody: give a price first, then have it signed.")
    if standing is not None:
        on = current().date(standing.at.astimezone(PARIS).date())
        return _("{name} signed it already, on {date}.").format(name=standing.name, date=on)
    if proposal.state is ProposalState.REFUSED:
        return _("This proposal was refused: put it back to draft before having it signed.")
    if today > proposal.valid_until:
        on = current().date(proposal.valid_until)
        return _("This proposal expired on {date}: change its validity before having it signed.").format(date=on)
    return ""


def acceptance(
    session: Session, proposal_id: uuid.UUID, export_id: uuid.UUID, given: Given, *, at: datetime
) -> Acceptance:
    """What the signed document will say; ``at`` is in the rep's zone. Raises ``UserError`` as ``sign``."""
    view = sheet(session, proposal_id, zone=at.tzinfo or PARIS)
    export, option_id = _checked(session, view, export_id, given, at)
    places = [card.option.id for card in view.options]
    seller = view.content.seller
    return Acceptance(
        option=places.index(option_id) if option_id else None,
        name=given.name.strip(),
        quality=given.quality.strip(),
        place=given.place.strip(),
        at=at,
        strokes=given.strokes,
        witness=seller.representative.strip() or seller.name.strip(),
        sha256=export.sha256,
    )


# What is kept


def sign(
    session: Session,
    proposal_id: uuid.UUID,
    export_id: uuid.UUID,
    option_id: uuid.UUID | None,
    name: str,
    quality: str,
    place: str,
    strokes: Sequence[Stroke],
    pdf: bytes,
    now: datetime,
) -> Signed:
    """Keep the agreement and its signed document, and the proposal is accepted. ``now`` is in the rep's zone.

    Raises ``UserError``, in a sentence, for anything that cannot be signed or is missing.
    """
    view = sheet(session, proposal_id, zone=now.tzinfo or PARIS)
    given = Given(option_id, name, quality, place, tuple(strokes))
    export, chosen = _checked(session, view, export_id, given, now)
    kept = Signature(
        proposal_id=proposal_id,
        export_id=export.id,
        option_id=chosen,
        name=name.strip(),
        quality=quality.strip(),
        place=place.strip(),
        strokes=[[list(dot) for dot in stroke] for stroke in strokes if stroke],
        sha256=hashlib.sha256(pdf).hexdigest(),
        pdf=pdf,
        at=now,
    )
    session.add(kept)
    session.flush()
    return Signed(kept.id, take_state(session, proposal_id, ProposalState.ACCEPTED, now=now))


def take_back(session: Session, signature_id: uuid.UUID, before: dict[str, Any], *, now: datetime) -> None:
    """As if it had not been signed: the proposal stands where ``before`` says it did. Idempotent."""
    kept = session.get_one(Signature, signature_id)
    kept.deleted_at = kept.deleted_at or now
    put_back(session, kept.proposal_id, before, now=now)


def restore(session: Session, signature_id: uuid.UUID, *, now: datetime) -> None:
    """Signed after all, on the day it was. Idempotent."""
    kept = session.get_one(Signature, signature_id)
    kept.deleted_at = None
    take_state(session, kept.proposal_id, ProposalState.ACCEPTED, now=kept.at)
    session.get_one(Proposal, kept.proposal_id).updated_at = now


def signatures(session: Session, proposal_id: uuid.UUID) -> list[Signature]:
    """Those that stand, the latest first; drawing and document stay in the file, see ``strokes`` and ``signed_pdf``."""
    query = select(Signature).where(Signature.proposal_id == proposal_id, Signature.deleted_at.is_(None))
    return list(session.scalars(query.order_by(Signature.at.desc(), Signature.id.desc())))


def latest(session: Session, proposal_id: uuid.UUID) -> Signature | None:
    """The last one that stands."""
    return next(iter(signatures(session, proposal_id)), None)


def signed_pdf(session: Session, signature_id: uuid.UUID) -> bytes:
    """The signed document, as it was kept."""
    return session.scalars(select(Signature.pdf).where(Signature.id == signature_id)).one()


def strokes(session: Session, signature_id: uuid.UUID) -> tuple[Stroke, ...]:
    """The drawing, ``(x, y)`` in thousandths of the width of the pad."""
    saved = session.scalars(select(Signature.strokes).where(Signature.id == signature_id)).one()
    return tuple(tuple((int(x), int(y)) for x, y in stroke) for stroke in saved)


def _checked(
    session: Session, view: ProposalSheet, export_id: uuid.UUID, given: Given, now: datetime
) -> tuple[ProposalExport, uuid.UUID | None]:
    """What is signed and the option that is meant, or a ``UserError``."""
    if why := refusal(view, now.date(), latest(session, view.proposal.id)):
        raise UserError(why)
    export = session.get_one(ProposalExport, export_id)
    if export.document not in SIGNABLE:
        raise UserError(_("This document binds nobody: have the proposal or the quotation signed."))
    if export.proposal_id != view.proposal.id or export.revision != view.content.revision:
        raise UserError(_("The proposal changed since it was exported: have the new version read, then signed."))
    if not given.name.strip():
        raise UserError(_("The name of the person who signs is missing."))
    options = [card.option.id for card in view.options]
    if given.option_id is None and len(options) > 1:
        raise UserError(_("No option is ticked."))
    if given.option_id is not None and given.option_id not in options:
        raise UserError(_("This option is no longer part of the proposal."))
    if not has_ink(given.strokes):
        raise UserError(_("Nothing is drawn where one signs."))
    return export, given.option_id or next(iter(options), None)


def has_ink(strokes: Sequence[Stroke]) -> bool:
    """Whether a drawing is more than a slip of the hand."""
    steps = (pair for stroke in strokes for pair in pairwise(stroke))
    return sum(abs(x - before_x) + abs(y - before_y) for (before_x, before_y), (x, y) in steps) >= _INK
