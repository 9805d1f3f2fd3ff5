"""The dated next step: planned before hanging up, then done, moved or dropped."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Call
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState

USUAL_HOUR = time(9, 0)
BY_DATE = text("+follow_ups.due_at")
"""The order of a prospect's own follow-ups. The plus keeps SQLite from walking those of everybody by date to find the
first of one prospect: at a hundred thousand prospects, half a minute instead of a millisecond."""


@dataclass(frozen=True)
class NextStep:
    """What the rep promises: a wall clock in a zone, a channel, an objective, and what it is about."""

    due_local: datetime
    zone: str
    channel: Channel
    objective: Objective
    subject: str = ""
    contact_id: uuid.UUID | None = None


def plan(
    session: Session,
    prospect_id: uuid.UUID,
    step: NextStep,
    *,
    now: datetime,
    call_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Write the next step down; a date already past is refused."""
    due_at = FollowUp.moment(step.due_local, step.zone)
    if due_at < now:
        raise UserError(_("This date is already past. Choose a later one."))
    follow_up = FollowUp(
        prospect_id=prospect_id,
        call_id=call_id,
        contact_id=step.contact_id,
        due_local=step.due_local,
        zone=step.zone,
        due_at=due_at,
        channel=step.channel,
        objective=step.objective,
        subject=step.subject.strip(),
        created_at=now,
    )
    session.add(follow_up)
    session.flush()
    return follow_up.id


def planned_in(session: Session, call_id: uuid.UUID) -> FollowUp | None:
    """The follow-up fixed during a call, while it is open."""
    prospect_id = select(Call.prospect_id).where(Call.id == call_id).scalar_subquery()
    query = select(FollowUp).where(
        FollowUp.prospect_id == prospect_id, FollowUp.state == FollowUpState.OPEN, FollowUp.call_id == call_id
    )
    return session.scalars(query.order_by(BY_DATE).limit(1)).first()


def of_call(session: Session, call_id: uuid.UUID) -> NextStep | None:
    """The next step fixed during a call: where the end of the call starts from."""
    planned = planned_in(session, call_id)
    return as_step(planned) if planned else None


def fix(session: Session, call_id: uuid.UUID, step: NextStep, *, now: datetime) -> uuid.UUID:
    """Fix the next step of a call: one more rewrites the first, which is no postponement. Idempotent.

    A date already past is refused, unless it is the one that was fixed before.
    """
    planned = planned_in(session, call_id)
    if planned is None:
        return plan(session, session.get_one(Call, call_id).prospect_id, step, now=now, call_id=call_id)
    same_date = (step.due_local, step.zone) == (planned.due_local, planned.zone)
    if not same_date and FollowUp.moment(step.due_local, step.zone) < now:
        raise UserError(_("This date is already past. Choose a later one."))
    _write(planned, step)
    return planned.id


def put_back(session: Session, call_id: uuid.UUID, before: NextStep | None) -> None:
    """Undo ``fix``: the next step that the call had before, be its date past, or none at all. Idempotent."""
    planned = planned_in(session, call_id)
    if planned is not None and before is not None:
        _write(planned, before)
    elif planned is not None:
        session.delete(planned)


def next_of(session: Session, prospect_id: uuid.UUID) -> FollowUp | None:
    """The prospect's next step: the earliest one still open, late ones included."""
    query = (
        select(FollowUp)
        .where(FollowUp.prospect_id == prospect_id, FollowUp.state == FollowUpState.OPEN)
        .order_by(BY_DATE)
        .limit(1)
    )
    return session.scalars(query).first()


def set_state(session: Session, follow_up_id: uuid.UUID, state: FollowUpState, *, now: datetime) -> FollowUpState:
    """Done, dropped, or open again. Idempotent. Returns what it was before."""
    follow_up = session.get_one(FollowUp, follow_up_id)
    before = follow_up.state
    follow_up.state = state
    follow_up.done_at = now if state is FollowUpState.DONE else None
    return before


def move(session: Session, follow_up_id: uuid.UUID, due_local: datetime, *, now: datetime) -> datetime:
    """Move to another date, in the same zone. Returns the former wall clock, for undo."""
    follow_up = session.get_one(FollowUp, follow_up_id)
    due_at = FollowUp.moment(due_local, follow_up.zone)
    if due_at < now:
        raise UserError(_("This date is already past. Choose a later one."))
    before = follow_up.due_local
    follow_up.due_local, follow_up.due_at = due_local, due_at
    follow_up.moves += 1
    return before


def undo_move(session: Session, follow_up_id: uuid.UUID, due_local: datetime) -> None:
    """Put a moved follow-up back where it was, be that in the past."""
    follow_up = session.get_one(FollowUp, follow_up_id)
    follow_up.due_local, follow_up.due_at = due_local, FollowUp.moment(due_local, follow_up.zone)
    follow_up.moves = max(0, follow_up.moves - 1)


def amend(session: Session, follow_up_id: uuid.UUID, step: NextStep, *, now: datetime) -> NextStep:
    """Rewrite an open follow-up; a date that does not change may be past, a new one may not.

    Returns what it was before, for undo: ``restore`` puts it back.
    """
    follow_up = session.get_one(FollowUp, follow_up_id)
    before = as_step(follow_up)
    if (step.due_local, step.zone) != (before.due_local, before.zone):
        if FollowUp.moment(step.due_local, step.zone) < now:
            raise UserError(_("This date is already past. Choose a later one."))
        follow_up.moves += 1
    _write(follow_up, step)
    return before


def restore(session: Session, follow_up_id: uuid.UUID, step: NextStep) -> None:
    """Undo ``amend``: the step as it was, be its date past."""
    follow_up = session.get_one(FollowUp, follow_up_id)
    if (step.due_local, step.zone) != (follow_up.due_local, follow_up.zone):
        follow_up.moves = max(0, follow_up.moves - 1)
    _write(follow_up, step)


def as_step(follow_up: FollowUp) -> NextStep:
    """What a form shows of a follow-up."""
    return NextStep(
        due_local=follow_up.due_local,
        zone=follow_up.zone,
        channel=follow_up.channel,
        objective=follow_up.objective,
        subject=follow_up.subject,
        contact_id=follow_up.contact_id,
    )


def _write(follow_up: FollowUp, step: NextStep) -> None:
    follow_up.due_local, follow_up.zone = step.due_local, step.zone
    follow_up.due_at = FollowUp.moment(step.due_local, step.zone)
    follow_up.channel, follow_up.objective = step.channel, step.objective
    follow_up.subject, follow_up.contact_id = step.subject.strip(), step.contact_id


def settle_due(session: Session, prospect_id: uuid.UUID, *, now: datetime, but_of: uuid.UUID | None = None) -> None:
    """Mark as done whatever this prospect was owed by the end of today, except what was fixed in ``but_of``, a call."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time(0), now.tzinfo)
    query = select(FollowUp).where(
        FollowUp.prospect_id == prospect_id, FollowUp.state == FollowUpState.OPEN, FollowUp.due_at < midnight
    )
    if but_of is not None:
        query = query.where(FollowUp.call_id.is_distinct_from(but_of))
    for follow_up in session.scalars(query):
        follow_up.state, follow_up.done_at = FollowUpState.DONE, now
