"""Proposing the three doors again: what was proposed is renewed, what the rep wrote stays, and both are said."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import Language, _
from desktop.models.proposals import Door, Option, OptionLine, Proposal, ProposalNeed
from desktop.services import catalogue, page_one
from desktop.services.door_drafts import DoorDraft, draft_doors
from desktop.services.needs import StatedNeed, needs_of
from desktop.services.option_making import buyer_of, by_hand, drafted, save_drafted, write_answers
from desktop.services.proposal_options import lines_of, options_of
from desktop.services.proposal_proofs import prove

MOST = 3
"""Options of a proposal: more is hard to choose from."""
_ORDER = (Door.STEP, Door.BUDGET, Door.WHOLE, Door.PLAIN)
"""Side by side: what is recommended stands in the middle, what was written by hand at the end."""


@dataclass(frozen=True)
class Placed:
    """Where an option stands; ``deleted_at`` is set when it stands nowhere."""

    position: int
    recommended: bool
    deleted_at: datetime | None


@dataclass(frozen=True)
class Arrangement:
    """How the options stand, and what is written across from the needs: all that proposing changes."""

    options: Mapping[uuid.UUID, Placed]
    answers: Mapping[uuid.UUID, tuple[str, str, str]]
    """Answer, benefit and proof by ``ProposalNeed``."""
    page: Mapping[str, Any]
    """What page 1 says of them, by column of the proposal."""


@dataclass(frozen=True)
class Proposed:
    """What was done. ``arrange`` takes it back with ``before``, and does it again with ``after``."""

    doors: tuple[uuid.UUID, ...]
    """The options proposed, those that were right already included."""
    kept: tuple[str, ...]
    """Names of the options edited by hand, which were left as they are."""
    left_out: tuple[Door, ...]
    """Doors for which there was no room."""
    exact: bool
    before: Arrangement
    after: Arrangement


def propose_doors(session: Session, proposal_id: uuid.UUID, *, now: datetime) -> Proposed:
    """Fill or renew the options from the catalogue, the needs included and the budget. ``UserError`` when none fits.

    An option that was proposed and never edited gives way. One that was edited, or written by hand, stays as it is,
    stands for its own door, and is named in what is returned. Needs that nothing answers yet are answered and proven.
    """
    proposal = session.get_one(Proposal, proposal_id)
    rows, needs = included_needs(session, proposal)
    buyer = buyer_of(session, proposal.prospect_id)
    drafts = draft_doors(needs, catalogue.offers(session), buyer, Language(proposal.language))
    if not drafts.doors:
        raise UserError(_("No offer of the catalogue answers these needs. Add one, or write an option by hand."))
    before = _arrangement(session, proposal, rows)
    present = options_of(session, proposal_id)
    lines = _by_option(lines_of(session, [option.id for option in present]))
    kept = [option for option in present if by_hand(option, lines.get(option.id, []))]
    wanted = [draft for draft in drafts.doors if draft.door not in {option.door for option in kept}]
    taken = _within_room(wanted, MOST - len(kept))
    standing = {option.proposed: option for option in present if option not in kept}
    with page_one.following(session, proposal, fill=True):
        made = [_stand(session, proposal_id, draft, rows, standing) for draft in taken]
        for option in standing.values():
            option.deleted_at = now
        _put_in_order(kept, made)
        write_answers(rows, drafts)
        pairs = zip(rows, (each.need.kind for each in needs), strict=True)
        prove(session, pairs, buyer.sector)
    proposal.updated_at = now
    session.flush()
    return Proposed(
        doors=tuple(option.id for option in made),
        kept=tuple(option.name for option in kept),
        left_out=tuple(draft.door for draft in wanted if draft not in taken),
        exact=drafts.exact,
        before=before,
        after=_arrangement(session, proposal, rows),
    )


def included_needs(session: Session, proposal: Proposal) -> tuple[list[ProposalNeed], list[StatedNeed]]:
    """The needs of the document in the customer's order, and what states them."""
    stated = {each.need.id: each for each in needs_of(session, proposal.prospect_id)}
    query = select(ProposalNeed).where(ProposalNeed.proposal_id == proposal.id, ProposalNeed.included)
    rows = [row for row in session.scalars(query.order_by(ProposalNeed.position)) if row.need_id in stated]
    return rows, [stated[row.need_id] for row in rows]


def _by_option(lines: Sequence[OptionLine]) -> dict[uuid.UUID, list[OptionLine]]:
    ordered = sorted(lines, key=lambda line: line.option_id)
    return {key: list(own) for key, own in groupby(ordered, key=lambda line: line.option_id)}


def _within_room(wanted: Sequence[DoorDraft], room: int) -> list[DoorDraft]:
    """The recommended one first, then the whole, then the step; given back in their own order."""
    ranked = sorted(wanted, key=lambda draft: (not draft.recommended, draft.door is Door.STEP))[: max(0, room)]
    return [draft for draft in wanted if draft in ranked]


def _stand(
    session: Session,
    proposal_id: uuid.UUID,
    draft: DoorDraft,
    rows: Sequence[ProposalNeed],
    standing: dict[str, Option],
) -> Option:
    """The option of a draft: a new one, or the same that stands already, then taken out of ``standing``."""
    option, lines = drafted(proposal_id, draft, [row.id for row in rows], 0)
    same = standing.pop(option.proposed, None)
    if same is not None:
        return same
    save_drafted(session, [(option, lines)])
    return option


def _put_in_order(kept: Sequence[Option], made: Sequence[Option]) -> None:
    """The rep's own recommendation wins over ours; only one is recommended."""
    theirs = next((option for option in kept if option.recommended), None)
    doors = {option.door: option for option in [*kept, *made]}
    ours = doors.get(Door.BUDGET) or doors.get(Door.WHOLE) or next(iter(doors.values()))
    standing = sorted([*kept, *made], key=lambda option: _ORDER.index(option.door))
    for position, option in enumerate(standing):
        option.position = position
        option.recommended = option is (theirs or ours)


def arrange(session: Session, proposal_id: uuid.UUID, arrangement: Arrangement, *, now: datetime) -> None:
    """Put options and answers as ``arrangement`` says; an option it does not name is taken out. Idempotent."""
    for option in session.scalars(select(Option).where(Option.proposal_id == proposal_id)):
        placed = arrangement.options.get(option.id)
        if placed is None:
            option.deleted_at = option.deleted_at or now
        else:
            option.position, option.recommended = placed.position, placed.recommended
            option.deleted_at = placed.deleted_at
    for row_id, words in arrangement.answers.items():
        row = session.get_one(ProposalNeed, row_id)
        row.answer, row.benefit, row.proof = words
    proposal = session.get_one(Proposal, proposal_id)
    for name, value in arrangement.page.items():
        setattr(proposal, name, value)
    proposal.updated_at = now


def _arrangement(session: Session, proposal: Proposal, rows: Sequence[ProposalNeed]) -> Arrangement:
    options = session.scalars(select(Option).where(Option.proposal_id == proposal.id))
    return Arrangement(
        {option.id: Placed(option.position, option.recommended, option.deleted_at) for option in options},
        {row.id: (row.answer, row.benefit, row.proof) for row in rows},
        {"gains": proposal.gains, "recommendation": proposal.recommendation},
    )
