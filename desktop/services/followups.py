"""The dated next step: planned before hanging up, then done, moved, snoozed or dropped. A prospect has one at most.

What each of these acts did is taken back by ``undo``, once ``row_changes.recorded`` has noted it.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.cadence_runs import CadenceRun
from desktop.models.calls import Call
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import row_changes
from desktop.services.row_changes import AT_ONCE, Changes

USUAL_HOUR = time(9, 0)
MOVES_BEFORE_A_REASON = 2
"""From the third move on, a follow-up is moved for a reason (domain §6)."""
BY_DATE = text("+follow_ups.due_at")
"""The order of a prospect's own follow-ups. The plus keeps SQLite from walking those of everybody by date to find the
first of one prospect: at a hundred thousand prospects, half a minute instead of a millisecond."""


@dataclass(frozen=True)
class NextStep:
    """What the rep promises: a wall clock in a zone, a channel, an objective, what it is about and what it brings."""

    due_local: datetime
    zone: str
    channel: Channel
    objective: Objective
    subject: str = ""
    contact_id: uuid.UUID | None = None
    brings: str = ""
    cadence_run_id: uuid.UUID | None = None
    cadence_step: int | None = None


def plan(
    session: Session,
    prospect_id: uuid.UUID,
    step: NextStep,
    *,
    now: datetime,
    call_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Write the next step down, in the place of the one that was open. A date already past is refused.

    A series whose step was open is paused, unless this is a step of it.
    """
    return plan_all(session, [(prospect_id, step)], now=now, call_id=call_id)[0]


def plan_all(
    session: Session,
    steps: Iterable[tuple[uuid.UUID, NextStep]],
    *,
    now: datetime,
    call_id: uuid.UUID | None = None,
) -> list[uuid.UUID]:
    """``plan`` for many prospects at once, each named once: all of them, or none."""
    planned = {prospect_id: _planned(prospect_id, step, now, call_id) for prospect_id, step in steps}
    for former in open_of_all(session, list(planned)):
        _close(former, FollowUpState.REPLACED)
        if former.cadence_run_id != planned[former.prospect_id].cadence_run_id:
            _hold_series(session, former, _("step replaced by hand"), now)
    session.add_all(planned.values())
    session.flush()
    return [each.id for each in planned.values()]


def let_go(session: Session, prospect_ids: Sequence[uuid.UUID]) -> None:
    """What was planned with prospects who leave the path is planned no more; their series are for the caller to end."""
    for follow_up in open_of_all(session, prospect_ids):
        _close(follow_up, FollowUpState.DROPPED)
    session.flush()


def open_of_all(session: Session, prospect_ids: Sequence[uuid.UUID]) -> list[FollowUp]:
    """What is open for many prospects."""
    found: list[FollowUp] = []
    for first in range(0, len(prospect_ids), AT_ONCE):
        among = {"prospects": prospect_ids[first : first + AT_ONCE]}
        found += session.scalars(_OPEN_OF, among)
    return found


_OPEN_OF = select(FollowUp).where(
    FollowUp.prospect_id.in_(bindparam("prospects", expanding=True)), FollowUp.state == FollowUpState.OPEN
)


def open_of(session: Session, prospect_id: uuid.UUID) -> list[FollowUp]:
    """What is open for a prospect: one at most."""
    query = select(FollowUp).where(FollowUp.prospect_id == prospect_id, FollowUp.state == FollowUpState.OPEN)
    return list(session.scalars(query.order_by(BY_DATE)))


def load(session: Session, follow_up_id: uuid.UUID) -> FollowUp:
    """One of them, whatever its state."""
    return session.get_one(FollowUp, follow_up_id)


def next_of(session: Session, prospect_id: uuid.UUID) -> FollowUp | None:
    """The prospect's next step, be it late."""
    return next(iter(open_of(session, prospect_id)), None)


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

    What was due by today is done: this call was it. A date already past is refused, unless it is the one that was
    fixed before.
    """
    planned = planned_in(session, call_id)
    if planned is None:
        prospect_id = session.get_one(Call, call_id).prospect_id
        _to_come(step.due_local, step.zone, now)
        settle_due(session, prospect_id, now=now)
        return plan(session, prospect_id, step, now=now, call_id=call_id)
    if (step.due_local, step.zone) != (planned.due_local, planned.zone):
        _to_come(step.due_local, step.zone, now)
    _write(planned, step)
    return planned.id


def settle_due(
    session: Session, prospect_id: uuid.UUID, *, now: datetime, but_of: uuid.UUID | None = None
) -> list[FollowUp]:
    """Mark as done what this prospect was owed by the end of today, except what was fixed in ``but_of``, a call.

    They were reached: it is a call that settles it. Returns what was.
    """
    midnight = datetime.combine(now.date() + timedelta(days=1), time(0), now.tzinfo)
    due = [
        follow_up
        for follow_up in open_of(session, prospect_id)
        if follow_up.due_at < midnight and (but_of is None or follow_up.call_id != but_of)
    ]
    for follow_up in due:
        finish(follow_up, now=now, outcome=Outcome.REACHED)
    return due


def set_state(session: Session, follow_up_id: uuid.UUID, state: FollowUpState, *, now: datetime) -> FollowUpState:
    """Done, dropped, or open again, which takes the place of the one that is. Idempotent. Returns what it was."""
    follow_up = session.get_one(FollowUp, follow_up_id)
    before = follow_up.state
    if before is state:
        return before
    if state is FollowUpState.OPEN:
        for other in open_of(session, follow_up.prospect_id):
            _close(other, FollowUpState.REPLACED)
            _hold_series(session, other, _("step replaced by hand"), now)
        follow_up.state, follow_up.done_at, follow_up.remind_at = state, None, follow_up.due_at
        follow_up.outcome, follow_up.outcome_note = None, ""
        follow_up.sequence += 1
    elif state is FollowUpState.DONE:
        finish(follow_up, now=now)
    else:
        _close(follow_up, state)
        _hold_series(session, follow_up, _("step dropped by hand"), now)
    session.flush()
    return before


def finish(follow_up: FollowUp, *, now: datetime, outcome: Outcome | None = None, note: str = "") -> None:
    """It was done, and this is what became of it."""
    _close(follow_up, FollowUpState.DONE)
    follow_up.done_at, follow_up.outcome, follow_up.outcome_note = now, outcome, note.strip()


def move(
    session: Session, follow_up_id: uuid.UUID, due_local: datetime, *, now: datetime, reason: str = ""
) -> datetime:
    """Move to another date, in the same zone; from the third time on, for a reason. Returns the former wall clock."""
    follow_up = session.get_one(FollowUp, follow_up_id)
    _to_come(due_local, follow_up.zone, now)
    if needs_a_reason(follow_up.moves) and not reason.strip():
        raise UserError(_("Say in a few words why it is moved once more."))
    before = follow_up.due_local
    follow_up.moves += 1
    follow_up.move_reason = reason.strip()
    shift(follow_up, due_local)
    return before


def needs_a_reason(moves: int) -> bool:
    """Whether one that was moved so many times is moved again for a reason only."""
    return moves >= MOVES_BEFORE_A_REASON


def shift(follow_up: FollowUp, due_local: datetime) -> None:
    """Give another date, be it because the rep is away: it rings then, and calendars hear of it."""
    follow_up.due_local = due_local
    follow_up.due_at = FollowUp.moment(due_local, follow_up.zone)
    follow_up.remind_at, follow_up.snoozed_until = follow_up.due_at, None
    follow_up.sequence += 1


def snooze(session: Session, follow_up_id: uuid.UUID, until: datetime, *, now: datetime) -> None:
    """Ring again at ``until``, a moment; the date that it is due on stays, and it stays late."""
    follow_up = session.get_one(FollowUp, follow_up_id)
    if until <= now:
        raise UserError(_("This moment is already past. Choose a later one."))
    follow_up.snoozed_until = follow_up.remind_at = until


def amend(session: Session, follow_up_id: uuid.UUID, step: NextStep, *, now: datetime) -> NextStep:
    """Rewrite an open follow-up; a date that does not change may be past, a new one may not. Returns what it was."""
    follow_up = session.get_one(FollowUp, follow_up_id)
    before = as_step(follow_up)
    if (step.due_local, step.zone) != (before.due_local, before.zone):
        _to_come(step.due_local, step.zone, now)
        follow_up.moves += 1
    _write(follow_up, step)
    return before


def as_step(follow_up: FollowUp) -> NextStep:
    """What a form shows of a follow-up."""
    return NextStep(
        due_local=follow_up.due_local,
        zone=follow_up.zone,
        channel=follow_up.channel,
        objective=follow_up.objective,
        subject=follow_up.subject,
        contact_id=follow_up.contact_id,
        brings=follow_up.brings,
        cadence_run_id=follow_up.cadence_run_id,
        cadence_step=follow_up.cadence_step,
    )


def undo(session: Session, changes: Changes) -> None:
    """Take back what an act did to follow-ups, and to whatever went with it. Idempotent."""
    row_changes.take_back(session, changes)
    _keep_one(session, changes)


def redo(session: Session, changes: Changes) -> None:
    """Do again what ``undo`` took back. Idempotent."""
    row_changes.again(session, changes)
    _keep_one(session, changes)


def _keep_one(session: Session, changes: Changes) -> None:
    """Taken back out of turn, an act may open one beside another: what the rep planned since stays."""
    session.flush()
    keys = [each.key for each in changes if each.kind is FollowUp]
    touched: list[FollowUp] = []
    for first in range(0, len(keys), AT_ONCE):
        touched += session.scalars(select(FollowUp).where(FollowUp.id.in_(keys[first : first + AT_ONCE])))
    for follow_up in touched:
        if follow_up.state is not FollowUpState.OPEN:
            follow_up.remind_at = None
    back, rivals = set(keys), defaultdict(list)
    for follow_up in open_of_all(session, list({each.prospect_id for each in touched})):
        rivals[follow_up.prospect_id].append(follow_up)
    for several in rivals.values():
        for follow_up in sorted(several, key=lambda each: (each.id in back, each.created_at, each.due_at))[1:]:
            _close(follow_up, FollowUpState.REPLACED)


def _planned(prospect_id: uuid.UUID, step: NextStep, now: datetime, call_id: uuid.UUID | None) -> FollowUp:
    due_at = _to_come(step.due_local, step.zone, now)
    return FollowUp(
        prospect_id=prospect_id,
        call_id=call_id,
        contact_id=step.contact_id,
        due_local=step.due_local,
        zone=step.zone,
        due_at=due_at,
        remind_at=due_at,
        channel=step.channel,
        objective=step.objective,
        subject=step.subject.strip(),
        brings=step.brings.strip(),
        cadence_run_id=step.cadence_run_id,
        cadence_step=step.cadence_step,
        sequence=0,
        created_at=now,
    )


def _to_come(due_local: datetime, zone: str, now: datetime) -> datetime:
    due_at = FollowUp.moment(due_local, zone)
    if due_at < now:
        raise UserError(_("This date is already past. Choose a later one."))
    return due_at


def _close(follow_up: FollowUp, state: FollowUpState) -> None:
    """No longer open: it rings no more, and calendars hear of it."""
    follow_up.state, follow_up.remind_at, follow_up.done_at = state, None, None
    follow_up.sequence += 1


def _hold_series(session: Session, follow_up: FollowUp, reason: str, now: datetime) -> None:
    """The series that this was the next step of waits for the rep: without a step, it would go on to nothing."""
    if follow_up.cadence_run_id is not None:
        session.get_one(CadenceRun, follow_up.cadence_run_id).hold(reason, now)


def _write(follow_up: FollowUp, step: NextStep) -> None:
    if (step.due_local, step.zone) != (follow_up.due_local, follow_up.zone):
        follow_up.zone = step.zone
        shift(follow_up, step.due_local)
    elif as_step(follow_up) != step:
        follow_up.sequence += 1
    follow_up.channel, follow_up.objective = step.channel, step.objective
    follow_up.subject, follow_up.contact_id = step.subject.strip(), step.contact_id
    follow_up.brings = step.brings.strip()
    follow_up.cadence_run_id, follow_up.cadence_step = step.cadence_run_id, step.cadence_step
