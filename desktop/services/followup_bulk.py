"""Several follow-ups at once, in one act: done with an outcome, postponed to a date, spread over days, dropped."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.followup_kinds import Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import absences, followups, outcomes
from desktop.services.row_changes import AT_ONCE

TOGETHER = (Outcome.REACHED, Outcome.VOICE_MAIL, Outcome.REPLIED, Outcome.MOVED)
"""What several may become at once; a sale and a loss are told one by one."""


def settle(
    session: Session, keys: Sequence[uuid.UUID], outcome: Outcome, *, now: datetime, zone: ZoneInfo
) -> list[uuid.UUID]:
    """Close each with ``outcome`` and plan the next step that it calls for. Returns those that were still open."""
    if outcome not in TOGETHER:
        raise UserError(_("A sale and a loss are told one by one."))
    found = still_open(session, keys)
    for follow_up in found:
        step = outcomes.proposed(session, follow_up.id, outcome, now=now, zone=zone)
        outcomes.settle(session, follow_up.id, outcome, step, now=now)
    return [each.id for each in found]


def postpone(
    session: Session, keys: Sequence[uuid.UUID], due_local: datetime, *, now: datetime, reason: str = ""
) -> list[uuid.UUID]:
    """Move each to the same wall clock. Returns those that were still open."""
    found = still_open(session, keys)
    for follow_up in found:
        followups.move(session, follow_up.id, due_local, now=now, reason=reason)
    return [each.id for each in found]


def spread(
    session: Session, keys: Sequence[uuid.UUID], first: date, a_day: int, *, now: datetime, reason: str = ""
) -> list[uuid.UUID]:
    """Share them out from ``first`` on, ``a_day`` a working day, the earliest due first, each at its hour.

    Returns those that were still open.
    """
    if a_day < 1:
        raise UserError(_("At least one a day."))
    worked = absences.calendar(session)
    day = worked.first(first)
    found = still_open(session, keys)
    for place, follow_up in enumerate(found):
        if place and place % a_day == 0:
            day = worked.after(day, 1)
        due_local = datetime.combine(day, follow_up.due_local.time())
        followups.move(session, follow_up.id, due_local, now=now, reason=reason)
    return [each.id for each in found]


def drop(session: Session, keys: Sequence[uuid.UUID], *, now: datetime) -> list[uuid.UUID]:
    """They will not be done. Returns those that were still open."""
    found = still_open(session, keys)
    for follow_up in found:
        followups.set_state(session, follow_up.id, FollowUpState.DROPPED, now=now)
    return [each.id for each in found]


def still_open(session: Session, keys: Sequence[uuid.UUID]) -> list[FollowUp]:
    """Those of ``keys`` that are, the earliest due first."""
    found: list[FollowUp] = []
    for first in range(0, len(keys), AT_ONCE):
        # The state is read here rather than asked for: SQLite would walk everything that is open.
        some = session.scalars(select(FollowUp).where(FollowUp.id.in_(keys[first : first + AT_ONCE])))
        found += (each for each in some if each.state is FollowUpState.OPEN)
    return sorted(found, key=lambda each: (each.due_at, each.id))
