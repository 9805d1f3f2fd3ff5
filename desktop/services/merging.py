"""Two files of one prospect made one without losing a word, and taken apart again, at once or months later.

Every table that rests on a prospect is found in the metadata, so that none can be forgotten.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.base import Base
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.calls import Call, CallState
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.merges import DistinctPair, Merge
from desktop.models.needs import Need
from desktop.models.prospects import Contact, Prospect
from desktop.services import followups, grids, merge_rows, row_changes
from desktop.services.merge_fields import Choices, field_label, pairs, value_words
from desktop.services.name_keys import phone_key, same_person
from desktop.services.prospects import load_prospect

NOT_MOVED = frozenset({"merges", "distinct_pairs"})
"""Tables that say something of two files: they go on saying it."""
_OF_A_PERSON = ("job_title", "phone", "email")


@dataclass(frozen=True)
class MergedFile:
    """A file that went into another one."""

    merge_id: uuid.UUID
    name: str
    at: datetime


def merge(
    session: Session, kept_id: uuid.UUID, merged_id: uuid.UUID, *, now: datetime, choices: Choices | None = None
) -> uuid.UUID:
    """Put all that ``merged_id`` holds into ``kept_id``; the better value of a field stays unless ``choices`` says.

    What is not kept is written down in the notes. Of two next steps the earlier one stays. Returns the key of the
    ``Merge``, for ``separate``.
    """
    kept, merged = load_prospect(session, kept_id), load_prospect(session, merged_id)
    _refuse_if_busy(session, kept, merged)
    name = merged.name
    with row_changes.recording(session) as found:
        said = _choose(kept, merged, choices or {})
        said += _merge_people(session, kept, merged, now)
        _merge_steps(session, kept, merged, now)
        _move(session, kept_id, merged_id)
        _write_notes(kept, merged, name, said, now)
        kept.heat_signs = kept.heat_signs or dict(merged.heat_signs)
        kept.heard_at = max(filter(None, (kept.heard_at, merged.heard_at)), default=None)
        kept.is_example = kept.is_example and merged.is_example
        kept.updated_at = merged.deleted_at = now
        grids.refresh_standing(session, kept_id)
    content = {"name": name, "changes": merge_rows.as_plain(found.changes)}
    done = Merge(kept_id=kept_id, merged_id=merged_id, content=content, at=now)
    session.add(done)
    session.flush()
    return done.id


def separate(session: Session, merge_id: uuid.UUID, *, now: datetime) -> int:
    """Take two files apart again. Idempotent. Returns how many things that changed since were left as they are.

    Whatever was written since stays: a field changed since keeps its later value, and what was added since stays with
    the file that was kept, unless it hangs on something that goes back, such as a word added to an old call.
    """
    done = session.get_one(Merge, merge_id)
    if done.undone_at is not None:
        return 0
    kept, merged = load_prospect(session, done.kept_id), load_prospect(session, done.merged_id)
    if _merged_since(session, kept.id):
        raise UserError(_("“{name}” was itself merged since. Separate that first.").format(name=kept.name))
    changes = merge_rows.from_plain(done.content["changes"])
    untouched, later = merge_rows.not_changed_since(session, changes)
    followups.undo(session, untouched)
    later += _follow_what_goes_back(session, kept.id)
    _leave_people(session, kept.id, merged.id, now)
    done.undone_at = now
    session.flush()
    if later:
        for key in (kept.id, merged.id):
            grids.refresh_standing(session, key)
    # The index follows a person to where they go, not away from where they were.
    session.execute(text("UPDATE prospects SET company = company WHERE id = :key"), {"key": kept.id.hex})
    return later


def merged_into(session: Session, prospect_id: uuid.UUID) -> list[MergedFile]:
    """The files that went into this one and can be separated again, the latest first."""
    query = select(Merge).where(Merge.kept_id == prospect_id, Merge.undone_at.is_(None))
    return [
        MergedFile(each.id, each.content["name"], each.at) for each in session.scalars(query.order_by(Merge.id.desc()))
    ]


def say_distinct(session: Session, first_id: uuid.UUID, second_id: uuid.UUID, *, now: datetime) -> None:
    """These two are not the same: they are never brought together again. Idempotent."""
    if _distinct(session, first_id, second_id) is None:
        first, second = sorted((first_id, second_id))
        session.add(DistinctPair(first_id=first, second_id=second, at=now))


def take_back_distinct(session: Session, first_id: uuid.UUID, second_id: uuid.UUID) -> None:
    """They may be the same after all. Idempotent."""
    if (pair := _distinct(session, first_id, second_id)) is not None:
        session.delete(pair)


def _distinct(session: Session, first_id: uuid.UUID, second_id: uuid.UUID) -> DistinctPair | None:
    first, second = sorted((first_id, second_id))
    query = select(DistinctPair).where(DistinctPair.first_id == first, DistinctPair.second_id == second)
    return session.scalars(query).first()


def _refuse_if_busy(session: Session, kept: Prospect, merged: Prospect) -> None:
    if kept.id == merged.id or kept.deleted_at or merged.deleted_at:
        raise UserError(_("One of these files is no longer there."))
    running = select(Call.id).where(Call.state == CallState.RUNNING, Call.prospect_id.in_((kept.id, merged.id)))
    if session.scalars(running).first() is not None:
        raise UserError(_("A call with them is in progress. Leave it or conclude it first."))


def _choose(kept: Prospect, merged: Prospect, choices: Choices) -> list[str]:
    """Give the fields their values; returns what each value that is not kept said."""
    said = []
    for pair in pairs(kept, merged):
        side = choices.get(pair.name, pair.better)
        if pair.differs:
            left = pair.value("merged" if side == "kept" else "kept")
            said.append(_("{field}: {value}").format(field=field_label(pair.name), value=value_words(left)))
        if pair.value(side) != pair.kept:
            setattr(kept, pair.name, pair.value(side))
    return said


def _write_notes(kept: Prospect, merged: Prospect, name: str, said: list[str], now: datetime) -> None:
    lines = [*said, *([merged.notes] if merged.notes.strip() and merged.notes != kept.notes else [])]
    if lines:
        title = _("Merged with {name} on {date}:").format(name=name, date=current().date(now.date()))
        kept.notes = "\n".join([*([kept.notes, ""] if kept.notes.strip() else []), title, *lines])


def _merge_people(session: Session, kept: Prospect, merged: Prospect, now: datetime) -> list[str]:
    """A person of both becomes one, who takes all that the other did; the others come after."""
    here = list(kept.contacts)
    place = max((contact.position for contact in here), default=-1)
    said = []
    for contact in list(merged.contacts):
        same = next((each for each in here if same_person(each, contact)), None)
        if same is None:
            place += 1
            contact.position = place
            continue
        here.remove(same)
        said += _complete(same, contact)
        for mapper, column in _resting_on("contacts"):
            for row in session.scalars(select(mapper).where(column == contact.id)):
                setattr(row, column.key, same.id)
        contact.deleted_at = now
    return said


def _complete(kept: Contact, other: Contact) -> list[str]:
    said = []
    for name in (*_OF_A_PERSON, "role", "stance", "relation"):
        mine, theirs = getattr(kept, name), getattr(other, name)
        if theirs and not mine:
            setattr(kept, name, theirs)
        elif name in _OF_A_PERSON and theirs and _differ(name, mine, theirs):
            label = f"{kept.name}, {field_label(name)}"
            said.append(_("{field}: {value}").format(field=label, value=theirs))
    if other.name != kept.name:
        said.append(_("{field}: {value}").format(field=_("Contact"), value=other.name))
    return said


def _differ(name: str, mine: str, theirs: str) -> bool:
    return phone_key(mine) != phone_key(theirs) if name == "phone" else mine.casefold() != theirs.casefold()


def _merge_steps(session: Session, kept: Prospect, merged: Prospect, now: datetime) -> None:
    """One next step stays, the earlier one, and with it its series; needs of the other come after."""
    both = (kept.id, merged.id)
    opened = select(FollowUp).where(FollowUp.prospect_id.in_(both), FollowUp.state == FollowUpState.OPEN)
    steps = list(session.scalars(opened.order_by(FollowUp.due_at, FollowUp.id)))
    for step in steps[1:]:
        followups.set_state(session, step.id, FollowUpState.REPLACED, now=now)
    going_on = select(CadenceRun).where(CadenceRun.prospect_id.in_(both), CadenceRun.state != RunState.ENDED)
    of_step = steps[0].cadence_run_id if steps else None
    runs = sorted(session.scalars(going_on), key=lambda run: (run.id != of_step, run.prospect_id != kept.id, run.id))
    for run in runs[1:]:
        run.state, run.reason, run.changed_at = RunState.ENDED, _("Two files were merged."), now
    last = max(session.scalars(select(Need.position).where(Need.prospect_id == kept.id)), default=-1)
    for need in session.scalars(select(Need).where(Need.prospect_id == merged.id)):
        need.position += last + 1


def _move(session: Session, kept_id: uuid.UUID, merged_id: uuid.UUID) -> None:
    session.flush()
    for mapper, column in _resting_on("prospects"):
        for row in session.scalars(select(mapper).where(column == merged_id)):
            setattr(row, column.key, kept_id)
    session.flush()


def _resting_on(table: str) -> Iterator[tuple[Any, Any]]:
    """Every saved thing that names a row of ``table``, with the attribute that does."""
    for mapper in Base.registry.mappers:
        kind: Any = mapper.class_
        if mapper.inherits is None and kind.__table__.name not in NOT_MOVED:
            for key in _keys_towards(kind, table):
                yield kind, getattr(kind, key)


def _merged_since(session: Session, kept_id: uuid.UUID) -> bool:
    query = select(Merge.id).where(Merge.merged_id == kept_id, Merge.undone_at.is_(None))
    return session.scalars(query).first() is not None


def _follow_what_goes_back(session: Session, kept_id: uuid.UUID) -> int:
    """What was added since to a call or a proposal that goes back goes back with it. Returns how many did."""
    session.flush()
    moved = 0
    owned = [(kind, getattr(kind, "prospect_id")) for kind, _column in _resting_on("prospects")]  # noqa: B009
    for kind, of_prospect in owned:
        for owner, of_owner in owned:
            for key in _keys_towards(kind, owner.__table__.name):
                if owner is Contact or owner is kind:
                    continue
                elsewhere = select(kind, of_owner).join(owner, owner.id == getattr(kind, key))
                for row, prospect_id in session.execute(elsewhere.where(of_prospect == kept_id, of_owner != kept_id)):
                    row.prospect_id = prospect_id
                    moved += 1
        session.flush()
    return moved


def _keys_towards(kind: Any, table: str) -> list[str]:
    return [each.parent.key for each in kind.__table__.foreign_keys if each.column.table.name == table]


def _leave_people(session: Session, kept_id: uuid.UUID, merged_id: uuid.UUID, now: datetime) -> None:
    """Whoever went back and was spoken to since, under the kept file, stays there too."""
    for contact in session.scalars(select(Contact).where(Contact.prospect_id == merged_id)).all():
        since = [
            (row, column.key)
            for kind, column in _resting_on("contacts")
            if hasattr(kind, "prospect_id")
            for row in session.scalars(select(kind).where(column == contact.id, kind.prospect_id == kept_id))
        ]
        if since:
            values = {each.key: getattr(contact, each.key) for each in Contact.__table__.columns if each.key != "id"}
            copy = Contact(**values | {"prospect_id": kept_id, "created_at": now, "deleted_at": None})
            session.add(copy)
            session.flush()
            for row, key in since:
                setattr(row, key, copy.id)
