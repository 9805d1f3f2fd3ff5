"""A cadence under way with one prospect: its next step is a follow-up like any other, the rest waits in the run.

The rest is never planned ahead: when a step is done, the day of the next is worked out from where that step really
fell, so that moving one, being late or being away shifts what remains by as much. An answer pauses the run; only the
rep goes on with it. A step that the rep drops, or puts another in the place of, pauses it as well
(``services.followups``). Every command here is undone by what ``row_changes.recorded`` noted of it.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _, current, pgettext
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.cadences import Anchor, Cadence, Course, Step, choose_channel, dates, usual_day
from desktop.models.followup_kinds import ANSWERS, Channel, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.matrix import Heat
from desktop.models.proposals import Proposal
from desktop.models.prospects import Prospect
from desktop.services import absences, followups, touches
from desktop.services.followups import USUAL_HOUR, NextStep
from desktop.services.row_changes import AT_ONCE


@dataclass(frozen=True)
class PlannedStep:
    """A step of a series with its day (``None``: passed over) and the means by which it would be done."""

    day: date | None
    channel: Channel
    step: Step


def preview(
    session: Session,
    prospect_id: uuid.UUID,
    cadence: Cadence,
    *,
    now: datetime,
    zone: ZoneInfo,
    proposal_id: uuid.UUID | None = None,
) -> list[PlannedStep]:
    """The steps as they would be planned if the series started now; ``proposal_id`` as for ``start``."""
    today = now.astimezone(zone).date()
    proposal_id = proposal_id or sent_proposal(session, prospect_id)
    days = dates(cadence, _course(session, prospect_id, today, proposal_id), after=today)
    return _with_channels(session, prospect_id, cadence, days, touches.last_channel(session, prospect_id, now=now))


def start(
    session: Session,
    prospect_id: uuid.UUID,
    cadence: Cadence,
    *,
    now: datetime,
    zone: ZoneInfo,
    origin: str = "",
    proposal_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Begin a series: its first step becomes the next step of the prospect. One that was under way ends.

    ``origin`` is ``cell``, ``show``, ``proposal``, or "" by hand. ``proposal_id`` is what it follows up, otherwise the
    one that is with them. ``UserError`` when no step has a day left.
    """
    proposal_id = proposal_id or (sent_proposal(session, prospect_id) if cadence.needs_proposal else None)
    former = under_way(session, prospect_id)
    if former is not None:
        _end(former, _("replaced by “{cadence}”").format(cadence=cadence.name), now)
    run = CadenceRun(
        prospect_id=prospect_id,
        cadence_copy=cadence.as_dict(),
        origin=origin,
        proposal_id=proposal_id,
        started_on=now.astimezone(zone).date(),
        created_at=now,
        changed_at=now,
    )
    session.add(run)
    session.flush()
    _plan(session, run, touches.last_channel(session, prospect_id, now=now), now=now, zone=zone)
    return run.id


def sent_proposal(session: Session, prospect_id: uuid.UUID) -> uuid.UUID | None:
    """The latest proposal that is with them."""
    found = touches.proposal_with_them(session, prospect_id)
    return found.id if found is not None else None


def start_all(
    session: Session,
    prospect_ids: Sequence[uuid.UUID],
    cadence: Cadence,
    *,
    now: datetime,
    zone: ZoneInfo,
    origin: str = "",
    proposal_id: uuid.UUID | None = None,
) -> list[uuid.UUID]:
    """``start`` for several prospects, in the same transaction: all of them, or none."""
    return [
        start(session, each, cadence, now=now, zone=zone, origin=origin, proposal_id=proposal_id)
        for each in prospect_ids
    ]


def under_way(session: Session, prospect_id: uuid.UUID) -> CadenceRun | None:
    """The series that is running or paused; a prospect has one at most."""
    query = select(CadenceRun).where(CadenceRun.prospect_id == prospect_id, CadenceRun.state != RunState.ENDED)
    return session.scalars(query.order_by(CadenceRun.created_at.desc(), CadenceRun.id.desc()).limit(1)).first()


def running(session: Session, prospect_id: uuid.UUID) -> CadenceRun | None:
    """The series that goes on by itself with this prospect: one that is paused does not."""
    run = under_way(session, prospect_id)
    return run if run is not None and run.state is RunState.RUNNING else None


def cadence_of(run: CadenceRun) -> Cadence:
    """The run's own copy: what was published since changes nothing of it."""
    return Cadence.from_dict(run.cadence_copy)


# What an outcome makes of it


def proposed(session: Session, follow_up: FollowUp, outcome: Outcome | None, *, now: datetime) -> NextStep | None:
    """The step of the series that comes after ``follow_up``; ``None`` when the outcome pauses or ends the series.

    ``outcome`` is ``None`` when it was done and they have not answered yet. Writes nothing.
    """
    run = running(session, follow_up.prospect_id)
    if run is None or outcome in ANSWERS:
        return None
    done_on = _day(now, follow_up.zone)
    place, since = _cursor_after(session, run, follow_up, done_on)
    return _next_step(session, run, place, since, after=done_on, zone=follow_up.zone, last=follow_up.channel)


def advance(session: Session, follow_up: FollowUp, outcome: Outcome | None, *, now: datetime) -> None:
    """Take note that ``follow_up`` was done: the cursor moves on. An answer pauses; won, lost or the last step ends.

    It does not plan the next step: the caller does, from ``proposed`` as the rep may have changed it.
    """
    run = under_way(session, follow_up.prospect_id)
    if run is None:
        return
    done_on = _day(now, follow_up.zone)
    place, since = _cursor_after(session, run, follow_up, done_on)
    left = dates(cadence_of(run), _course(session, run.prospect_id, since, run.proposal_id), first=place, after=done_on)
    run.started_on = since
    if run.state is RunState.RUNNING:
        run.reason = ""  # An absence put off the step that is done now, not the next one.
    run.next_step = next((index for index, day in enumerate(left) if day is not None), len(left))
    if outcome is Outcome.WON:
        _end(run, pgettext("cadence", "won"), now)
    elif outcome is Outcome.LOST:
        _end(run, pgettext("cadence", "lost"), now)
    elif run.next_step == len(left):
        _end(run, _("last step done"), now)
    elif outcome in ANSWERS:
        run.hold(_answered(outcome, done_on), now)
    session.flush()


def heard(session: Session, prospect_id: uuid.UUID, *, on: date, now: datetime) -> None:
    """They said something outside a follow-up, by a message or a visit: the series pauses. Idempotent."""
    run = running(session, prospect_id)
    if run is not None:
        run.hold(_answered(Outcome.REPLIED, on), now)
        session.flush()


def close(session: Session, prospect_ids: Sequence[uuid.UUID], reason: str, *, now: datetime) -> None:
    """Nothing more to follow up: they bought, or were set aside. Idempotent."""
    for first in range(0, len(prospect_ids), AT_ONCE):
        among = CadenceRun.prospect_id.in_(prospect_ids[first : first + AT_ONCE])
        for run in session.scalars(select(CadenceRun).where(among, CadenceRun.state != RunState.ENDED)):
            _end(run, reason, now)
    session.flush()


# What the rep makes of it


def pause(session: Session, run_id: uuid.UUID, *, now: datetime, reason: str = "") -> None:
    """Hold the series: the step that is planned stays, a follow-up like any other; none comes after it. Idempotent."""
    session.get_one(CadenceRun, run_id).hold(reason.strip(), now)
    session.flush()


def resume(session: Session, run_id: uuid.UUID, *, now: datetime, zone: ZoneInfo) -> None:
    """Go on with a paused series: what remains comes as many days later as the pause lasted. Idempotent.

    Unless one of its steps is planned still, the next one takes the place of the prospect's next step.
    """
    run = session.get_one(CadenceRun, run_id)
    if run.state is not RunState.PAUSED:
        return
    run.started_on += timedelta(days=max(0, (_day(now, zone.key) - _day(run.changed_at, zone.key)).days))
    run.state, run.reason, run.changed_at = RunState.RUNNING, "", now
    planned = _open_step(session, run)
    if planned is None:
        _plan(session, run, touches.last_channel(session, run.prospect_id, now=now), now=now, zone=zone)


def stop(session: Session, run_id: uuid.UUID, *, now: datetime, reason: str = "") -> None:
    """End the series; the step that is planned stays, a follow-up like any other. Idempotent."""
    run = session.get_one(CadenceRun, run_id)
    if run.state is not RunState.ENDED:
        _end(run, reason.strip() or _("stopped"), now)
        session.flush()


# How it is read


def remaining(session: Session, run: CadenceRun, *, now: datetime, zone: ZoneInfo) -> list[PlannedStep]:
    """The steps to come with their days as they stand, the planned one first; those passed over are left out."""
    cadence, today = cadence_of(run), _day(now, zone.key)
    planned = _open_step(session, run)
    place, since, last = run.next_step, run.started_on, touches.last_channel(session, run.prospect_id, now=now)
    found = []
    if planned is not None and planned.cadence_step is not None:
        place, since = _cursor_after(session, run, planned, planned.due_local.date())
        found.append(PlannedStep(planned.due_local.date(), planned.channel, cadence.steps[planned.cadence_step]))
        today, last = max(today, planned.due_local.date()), planned.channel
    days = dates(cadence, _course(session, run.prospect_id, since, run.proposal_id), first=place, after=today)
    return [*found, *(each for each in _with_channels(session, run.prospect_id, cadence, days, last) if each.day)]


def told(run: CadenceRun, zone: ZoneInfo) -> str:
    """Where it stands, in a line: ``2/4, en pause : a répondu le 12 nov.``"""
    total = len(cadence_of(run).steps)
    step = min(run.next_step + 1, total)
    day = current().date(_day(run.changed_at, zone.key), "short")
    if run.state is RunState.RUNNING:
        words = _("step {step} of {total}, {reason}") if run.reason else _("step {step} of {total}")
        return words.format(step=step, total=total, reason=run.reason)
    if run.state is RunState.PAUSED:
        words = _("{step}/{total}, paused: {reason}") if run.reason else _("{step}/{total}, paused on {date}")
        return words.format(step=step, total=total, reason=run.reason, date=day)
    return _("ended on {date}: {reason}").format(date=day, reason=run.reason)


def history(session: Session, prospect_id: uuid.UUID) -> list[CadenceRun]:
    """Every series there was with this prospect, the latest first."""
    query = select(CadenceRun).where(CadenceRun.prospect_id == prospect_id)
    return list(session.scalars(query.order_by(CadenceRun.created_at.desc(), CadenceRun.id.desc())))


# Inside


def _cursor_after(session: Session, run: CadenceRun, follow_up: FollowUp, done_on: date) -> tuple[int, date]:
    """The step after ``follow_up`` was done on a day, and the day from which the days of the series then count.

    A step that was moved, or done late, shifts what remains by as much. A follow-up that is no step of the run is one
    touch more: the step it took the place of is still to come.
    """
    if follow_up.cadence_run_id != run.id or follow_up.cadence_step is None:
        return run.next_step, run.started_on
    place = follow_up.cadence_step
    step = cadence_of(run).steps[place]
    due = follow_up.due_local.date()
    late = max(0, (done_on - due).days)
    if step.anchor is Anchor.EXPIRY:
        return place + 1, run.started_on
    usual = usual_day(step, _course(session, run.prospect_id, run.started_on, run.proposal_id))
    return place + 1, run.started_on + timedelta(days=(due - usual).days + late)


def _course(session: Session, prospect_id: uuid.UUID, since: date, proposal_id: uuid.UUID | None) -> Course:
    heat = session.scalar(select(Prospect.heat).where(Prospect.id == prospect_id))
    expires_on = None
    if proposal_id is not None:
        expires_on = session.scalar(select(Proposal.valid_until).where(Proposal.id == proposal_id))
    return Course(since, absences.calendar(session), heat is Heat.HOT, expires_on)


def _next_step(
    session: Session, run: CadenceRun, place: int, since: date, *, after: date, zone: str, last: Channel | None
) -> NextStep | None:
    """The first step from ``place`` on that has a day left, as a follow-up to plan."""
    cadence = cadence_of(run)
    days = dates(cadence, _course(session, run.prospect_id, since, run.proposal_id), first=place, after=after)
    found = next(((index, day) for index, day in enumerate(days) if day is not None), None)
    if found is None:
        return None
    index, day = found
    step = cadence.steps[index]
    prospect = session.get_one(Prospect, run.prospect_id)
    contact = touches.contact_of(session, run.prospect_id, _spoken_to(session, run))
    return NextStep(
        due_local=datetime.combine(day, USUAL_HOUR),
        zone=zone,
        channel=choose_channel(step.channels, last, touches.possible_channels(prospect, contact)),
        objective=step.objective,
        subject=step.subject,
        contact_id=contact.id if contact else None,
        brings=step.brings,
        cadence_run_id=run.id,
        cadence_step=index,
    )


def _spoken_to(session: Session, run: CadenceRun) -> uuid.UUID | None:
    """Whom the proposal was made for, when the series follows one up."""
    if run.proposal_id is None:
        return None
    return session.scalar(select(Proposal.contact_id).where(Proposal.id == run.proposal_id))


def _with_channels(
    session: Session, prospect_id: uuid.UUID, cadence: Cadence, days: list[date | None], last: Channel | None
) -> list[PlannedStep]:
    prospect = session.get_one(Prospect, prospect_id)
    possible = touches.possible_channels(prospect, touches.contact_of(session, prospect_id, None))
    found = []
    for step, day in zip(cadence.steps, days, strict=True):
        channel = choose_channel(step.channels, last, possible)
        found.append(PlannedStep(day, channel, step))
        last = channel if day is not None else last
    return found


def _plan(session: Session, run: CadenceRun, last: Channel | None, *, now: datetime, zone: ZoneInfo) -> None:
    today = _day(now, zone.key)
    step = _next_step(session, run, run.next_step, run.started_on, after=today, zone=zone.key, last=last)
    if step is None or step.cadence_step is None:
        name = cadence_of(run).name
        raise UserError(_("No step of “{cadence}” can be planned any more.").format(cadence=name))
    run.next_step = step.cadence_step
    followups.plan(session, run.prospect_id, step, now=now)


def _open_step(session: Session, run: CadenceRun) -> FollowUp | None:
    query = select(FollowUp).where(
        FollowUp.prospect_id == run.prospect_id,
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.cadence_run_id == run.id,
    )
    return session.scalars(query).first()


def _end(run: CadenceRun, reason: str, now: datetime) -> None:
    run.state, run.reason, run.changed_at = RunState.ENDED, reason, now


def _answered(outcome: Outcome | None, on: date) -> str:
    day = current().date(on, "short")
    if outcome is Outcome.REACHED:
        return _("reached on {date}").format(date=day)
    if outcome is Outcome.MOVED:
        return _("they moved it on {date}").format(date=day)
    return _("answered on {date}").format(date=day)


def _day(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()
