"""Three prospects to try the program with: a past call each, what was said, the scores, and something to do now.

They are written through the same commands as a rep's own, so that they can never be what a rep could not make.
"""

import tomllib
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.base import new_id
from desktop.models.calls import QuestionState
from desktop.models.catalogue import BlockKind, StandingBlock
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.models.statuses import ContactRole, Status
from desktop.paths import resources
from desktop.services import calls, prospects, status_moves, templates
from desktop.services.catalogue_changes import Change
from desktop.services.followups import NextStep
from desktop.services.standing_blocks import checked_block, next_place

LANGUAGES = ("fr", "en")


def load(session: Session, *, now: datetime, language: str) -> list[uuid.UUID]:
    """Add the examples, with dates around ``now`` (aware, in the rep's zone). Returns their keys.

    Raises ``UserError`` during a call: their own calls would take its place.
    """
    if calls.running_call(session) is not None:
        raise UserError(_("Finish the call in progress first."))
    code = language if language in LANGUAGES else "en"
    return [_add(session, plain, now, code) for plain in _source(code)["prospects"]]


def count(session: Session) -> int:
    """How many example prospects are in the lists."""
    return session.scalar(select(func.count()).where(Prospect.is_example, Prospect.deleted_at.is_(None))) or 0


def remove(session: Session, *, at: datetime) -> list[uuid.UUID]:
    """Take the examples out of every list. Returns their keys, for ``bring_back``."""
    examples = session.scalars(select(Prospect).where(Prospect.is_example, Prospect.deleted_at.is_(None))).all()
    for prospect in examples:
        prospect.deleted_at = at
    return [prospect.id for prospect in examples]


def bring_back(session: Session, keys: Sequence[uuid.UUID]) -> None:
    """Undo ``remove``."""
    for key in keys:
        session.get_one(Prospect, key).deleted_at = None


def standing_blocks(session: Session, language: str, *, now: datetime) -> list[Change]:
    """What adding the example blocks of a language would do, for ``catalogue_changes.apply``; nothing is written.

    None stands in a new proposal by itself: what they say is to be made one's own first.
    """
    first = next_place(session, language)
    changes = []
    for place, plain in enumerate(_source(language)["blocks"], first):
        values = {**checked_block(plain), "kind": BlockKind(plain["kind"]), "language": language, "usual": False}
        after = {**values, "position": place, "created_at": now, "archived_at": None}
        changes.append(Change(StandingBlock, new_id(), None, after))
    return changes


def _source(code: str) -> dict[str, Any]:
    return tomllib.loads((resources() / "examples" / f"{code}.toml").read_text("utf-8"))


def _add(session: Session, plain: Mapping[str, Any], now: datetime, language: str) -> uuid.UUID:
    called = _at(now, -plain["called_days_ago"], plain["called_at"])
    expected = plain.get("expected_in_days")
    prospect_id = prospects.create_prospect(
        session,
        now=called - timedelta(days=1),
        **{name: plain[name] for name in ("company", "person", "job_title", "phone", "email")},
        **{name: plain[name] for name in ("about", "sector", "source")},
        amount=Decimal(plain["amount"]) if "amount" in plain else None,
        expected_on=now.date() + timedelta(days=expected) if expected else None,
        is_example=True,
    )
    contact = prospects.load_prospect(session, prospect_id).main_contact
    assert contact is not None
    prospects.update_contact(session, contact.id, role=ContactRole(plain["role"]))
    call_id = _call(session, prospect_id, plain, called, language)
    prospects.set_heat(session, prospect_id, Heat(plain["heat"]), now=called)
    status_moves.set_status(session, prospect_id, Status(plain["status"]), now=called)
    _conclude(session, call_id, plain, now, called)
    return prospect_id


def _call(
    session: Session, prospect_id: uuid.UUID, plain: Mapping[str, Any], called: datetime, language: str
) -> uuid.UUID:
    script = templates.script(plain["script"], language)
    grid = templates.grid(script.grid, language)
    call_id = calls.start_call(session, prospect_id, templates.with_fit_test(script, grid), grid, now=called)
    asked = script.questions[0].key
    for entry in plain["entries"]:
        said = called + timedelta(minutes=entry["minute"])
        asked = entry.get("question", asked)
        entry_id = calls.add_entry(
            session,
            call_id,
            entry.get("kind", "verbatim"),
            entry["text"],
            at=said,
            question=asked,
            offset_seconds=entry["minute"] * 60,
        )
        calls.set_citable(session, entry_id, entry.get("citable", False))
        calls.mark_question(session, call_id, asked, QuestionState.ASKED, at=said)
    for criterion, answer in plain["scores"].items():
        calls.set_score(session, call_id, criterion, answer, at=called)
    calls.set_elapsed(session, call_id, plain["minutes"] * 60)
    return call_id


def _conclude(session: Session, call_id: uuid.UUID, plain: Mapping[str, Any], now: datetime, called: datetime) -> None:
    """End the call, with a next step that may be late by now: it was ahead when it was fixed."""
    planned = plain["next_step"]
    due = _at(now, planned["days"], planned["at"])
    step = NextStep(
        due_local=due.replace(tzinfo=None),
        zone=zone_of(now),
        channel=Channel(planned["channel"]),
        objective=Objective(planned["objective"]),
        subject=planned["subject"],
    )
    ended = called + timedelta(minutes=plain["minutes"])
    calls.conclude(session, call_id, now=ended, next_step=step)


def _at(now: datetime, days: int, hour: str) -> datetime:
    day = now.date() + timedelta(days=days)
    return datetime.combine(day, time.fromisoformat(hour), now.tzinfo)


def zone_of(now: datetime) -> str:
    """The name of the zone that a moment is given in."""
    return now.tzinfo.key if isinstance(now.tzinfo, ZoneInfo) else "UTC"
