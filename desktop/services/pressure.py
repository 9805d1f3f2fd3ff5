"""The pressure gauge of a prospect: what was tried since they last said something, and what to do instead."""

import uuid
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.followup_kinds import Objective
from desktop.models.pressure import Alternative, Gauge, alternative_subject, measure
from desktop.models.prospects import Prospect
from desktop.models.working_days import Calendar
from desktop.services import touches
from desktop.services.followups import NextStep

_OBJECTIVES = {
    Alternative.AUDIT: Objective.PRECISION,
    Alternative.TEST: Objective.PROJECTION,
    Alternative.PREPROPOSAL: Objective.PROJECTION,
    Alternative.BACKPLAN: Objective.VALIDATION,
}


def gauge(session: Session, prospect_id: uuid.UUID, *, now: datetime) -> Gauge:
    """How much this prospect has been pressed; ``now`` is the rep's wall clock."""
    # A query rather than the object in hand: services write ``heard_at``, and merges rewrite it.
    heard_at = session.scalar(select(Prospect.heard_at).where(Prospect.id == prospect_id))
    proposed = touches.proposal_with_them(session, prospect_id) is not None
    return measure(touches.of(session, prospect_id, now=now), heard_at, now, proposed=proposed)


def instead_of(step: NextStep, alternative: str, gauge: Gauge, worked: Calendar) -> NextStep:
    """What becomes of a next step: silence puts it off until things have calmed, anything else is what it offers."""
    chosen = Alternative(alternative)
    if chosen is not Alternative.SILENCE:
        return replace(step, objective=_OBJECTIVES[chosen], subject=alternative_subject(chosen))
    if gauge.quiet_until is None or gauge.quiet_until <= step.due_local.date():
        return step
    day = worked.first(gauge.quiet_until)
    return replace(step, due_local=datetime.combine(day, step.due_local.time()))
