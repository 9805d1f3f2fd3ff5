"""The words of the company that stand in proposals: method, follow-up, commitments, flexibility, team and terms."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import LANGUAGES, Language, _, current
from desktop.models.catalogue import BlockKind, StandingBlock
from desktop.services import catalogue


def label(kind: BlockKind, language: Language | None = None) -> str:
    """``Méthode``, ``Suivi``, ``Engagements``, ``Souplesse``, ``Équipe``, ``Conditions``."""
    pgettext = (language or current()).pgettext
    labels = {
        BlockKind.METHOD: pgettext("block", "Method"),
        BlockKind.FOLLOW_UP: pgettext("block", "Follow-up"),
        BlockKind.COMMITMENTS: pgettext("block", "Commitments"),
        BlockKind.FLEXIBILITY: pgettext("block", "Flexibility"),
        BlockKind.TEAM: pgettext("block", "Team"),
        BlockKind.TERMS: pgettext("block", "Terms"),
    }
    return labels[kind]


def add_block(session: Session, *, now: datetime, language: str, title: str, **fields: Any) -> uuid.UUID:
    """A new block, after the others of its language unless ``position`` says otherwise."""
    values = checked_block({"title": title, "language": language, **fields})
    values.setdefault("kind", BlockKind.METHOD)
    values.setdefault("position", next_place(session, language))
    block = StandingBlock(created_at=now, **values)
    session.add(block)
    session.flush()
    return block.id


def update_block(session: Session, block_id: uuid.UUID, **fields: Any) -> dict[str, Any]:
    """Change columns of a block. Returns their former values, for undo."""
    return catalogue.changed(session.get_one(StandingBlock, block_id), checked_block(fields))


def archive_block(session: Session, block_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take a block out of the choices, or bring it back with ``at=None``; past proposals keep its words."""
    session.get_one(StandingBlock, block_id).archived_at = at


def duplicate_block(session: Session, block_id: uuid.UUID, *, now: datetime) -> uuid.UUID:
    """A copy, called so, which no new proposal carries by itself. It stands right after the first."""
    block = session.get_one(StandingBlock, block_id)
    place = next_place(session, block.language)
    fields = catalogue.copied(block, title=catalogue.copy_name(block.title), usual=False, position=place)
    key = add_block(session, now=now, **fields)
    rows = blocks(session, block.language)
    if block in rows:
        move_block(session, key, rows.index(block) + 1)
    return key


def move_block(session: Session, block_id: uuid.UUID, place: int) -> int:
    """Put a block at ``place`` (from 0) among those of its language. Idempotent. Returns its former place."""
    block = session.get_one(StandingBlock, block_id)
    rows = blocks(session, block.language)
    before = rows.index(block)
    rows.insert(min(max(place, 0), len(rows) - 1), rows.pop(before))
    for position, each in enumerate(rows):
        each.position = position
    session.flush()
    return before


def blocks(session: Session, language: str, words: str = "", *, archived: bool = False) -> list[StandingBlock]:
    """The blocks of a language that hold every word of ``words``, in the order the rep gave them."""
    rows = [row for row in catalogue.listed(session, StandingBlock, archived) if row.language == language]
    found = [row for row in rows if catalogue.holds(words, (label(row.kind), row.title, row.text))]
    return sorted(found, key=lambda row: (row.position, row.id))


def usual_blocks(session: Session, language: str) -> list[StandingBlock]:
    """Those that a new proposal in ``language`` carries without being asked, in order."""
    return [row for row in blocks(session, language) if row.usual]


def in_proposal(rows: Sequence[StandingBlock]) -> list[dict[str, str]]:
    """Blocks as ``Proposal.blocks`` keeps them: copies, which later changes of the catalogue leave alone."""
    return [{"kind": row.kind.value, "title": row.title, "text": row.text} for row in rows]


def checked_block(fields: dict[str, Any]) -> dict[str, Any]:
    """Columns of a block as they are kept. ``UserError`` when it has no title, or no language of ours."""
    values = catalogue.trimmed(fields, ("title",))
    if not values.get("title", "-"):
        raise UserError(_("Give the block a title."))
    if values.get("language", LANGUAGES[0]) not in LANGUAGES:
        raise UserError(_("A block is in French or in English."))
    return values


def next_place(session: Session, language: str) -> int:
    """After every block of a language, archived ones included."""
    positions = session.scalars(select(StandingBlock.position).where(StandingBlock.language == language))
    return max(positions, default=-1) + 1
