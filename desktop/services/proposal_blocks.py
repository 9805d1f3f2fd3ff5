"""The company's standing words as they stand in one proposal: copies, which the catalogue no longer changes."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.catalogue import BlockKind, StandingBlock
from desktop.models.proposals import Proposal
from desktop.services import standing_blocks
from desktop.services.proposal_content import Block

Saved = list[dict[str, str]]
"""``[{"kind", "title", "text"}]``, in order."""


def blocks_of(saved: object) -> tuple[Block, ...]:
    """The blocks that were saved, in order; what cannot be read is left out."""
    read = [_block(each) for each in saved] if isinstance(saved, list) else []
    return tuple(each for each in read if each is not None)


def printed(saved: object) -> tuple[Block, ...]:
    """Those that have something to say, as the document takes them."""
    return tuple(each for each in blocks_of(saved) if each.text.strip())


def to_take(session: Session, proposal_id: uuid.UUID) -> list[StandingBlock]:
    """The blocks of the catalogue, in the language of the proposal, that it does not carry yet."""
    proposal = session.get_one(Proposal, proposal_id)
    carried = {(each.kind, each.title) for each in blocks_of(proposal.blocks)}
    known = standing_blocks.blocks(session, proposal.language)
    return [each for each in known if (each.kind, each.title) not in carried]


def usual(session: Session, language: str) -> Saved:
    """What a new proposal carries without being asked."""
    return standing_blocks.in_proposal(standing_blocks.usual_blocks(session, language))


def translated(session: Session, blocks: Sequence[Block], former: str, language: str) -> Saved:
    """The same blocks in another language: each one that is still as the catalogue has it gives way to that of its
    kind, of its rank, in ``language``. One that was written by hand stays, as does one that has no counterpart.
    """
    old, new = (standing_blocks.in_proposal(standing_blocks.blocks(session, code)) for code in (former, language))
    counterparts = [
        (mine, theirs[rank])
        for kind in BlockKind
        for theirs in [[each for each in new if each["kind"] == kind]]
        for rank, mine in enumerate(each for each in old if each["kind"] == kind)
        if rank < len(theirs)
    ]
    return [next((other for mine, other in counterparts if mine == each), each) for each in to_json(blocks)]


def set_blocks(session: Session, proposal_id: uuid.UUID, *, now: datetime, blocks: Saved) -> dict[str, Any]:
    """Keep what ``taken`` and its neighbours made. Returns the former value, for undo."""
    proposal = session.get_one(Proposal, proposal_id)
    before = proposal.blocks
    if before != blocks:
        proposal.blocks, proposal.updated_at = blocks, now
    return {"blocks": before}


def write_block(
    session: Session,
    proposal_id: uuid.UUID,
    place: int,
    *,
    now: datetime,
    title: str | None = None,
    text: str | None = None,
) -> dict[str, Any]:
    """Other words for the block at ``place``; the catalogue keeps its own. A place that is gone changes nothing.

    Returns the former value of all of them, for ``set_blocks``.
    """
    saved = [
        Block(each.kind, each.title if title is None else title, each.text if text is None else text)
        if index == place
        else each
        for index, each in enumerate(blocks_of(session.get_one(Proposal, proposal_id).blocks))
    ]
    return set_blocks(session, proposal_id, now=now, blocks=to_json(saved))


# What the rep does with them: each takes the blocks and returns what to save.


def taken(blocks: Sequence[Block], block: StandingBlock) -> Saved:
    """One more, after the others."""
    return [*to_json(blocks), *standing_blocks.in_proposal([block])]


def moved(blocks: Sequence[Block], place: int, to: int) -> Saved:
    """The block at ``place`` put at ``to``, no further than the ends."""
    order = list(blocks)
    order.insert(min(max(to, 0), len(order) - 1), order.pop(place))
    return to_json(order)


def removed(blocks: Sequence[Block], place: int) -> Saved:
    """Without the block at ``place``."""
    return to_json(each for index, each in enumerate(blocks) if index != place)


def to_json(blocks: Iterable[Block]) -> Saved:
    """As they are saved."""
    return [{"kind": each.kind.value, "title": each.title, "text": each.text} for each in blocks]


def _block(saved: object) -> Block | None:
    if not isinstance(saved, dict):
        return None
    title, text = saved.get("title"), saved.get("text")
    if saved.get("kind") not in set(BlockKind) or not isinstance(title, str) or not isinstance(text, str):
        return None
    return Block(BlockKind(saved["kind"]), title, text)
