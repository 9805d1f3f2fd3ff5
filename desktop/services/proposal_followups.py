"""The follow-up that the state of a proposal calls for: offered, never planned unasked.

The first reminder after two working days and the one before the end of validity are those of the design page
(proposal.md, "Tilkee": opened after two days on average, first follow-up at D+2 or D+3).
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.i18n import _, current
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.proposal_states import ShownState, shown_state
from desktop.models.proposals import Proposal
from desktop.models.working_days import Calendar
from desktop.services import absences
from desktop.services.followups import USUAL_HOUR, NextStep

READ_BY_THEN = 2
"""Working days after it was sent."""
BEFORE_EXPIRY = 3
"""Working days left to answer when they are reminded."""
ASK_AGAIN = timedelta(days=91)
"""Three months: the same day of the week, thirteen weeks later."""
KICK_OFF = 3
"""Working days after the agreement."""


@dataclass(frozen=True)
class Suggestion:
    """A follow-up that could be planned, and in a few words when and why."""

    words: str
    step: NextStep


@dataclass(frozen=True)
class _Idea:
    day: date
    channel: Channel
    objective: Objective
    about: str


def offered(session: Session, proposal_id: uuid.UUID, *, now: datetime, zone: ZoneInfo) -> Suggestion | None:
    """The follow-up to plan now for a proposal as it stands: the first that was not done.

    A prospect has one next step, so nothing is offered while one of these is it; a cadence plans the later ones.
    """
    proposal = session.get_one(Proposal, proposal_id)
    since = proposal.state_at or proposal.created_at
    query = select(FollowUp.subject, FollowUp.state).where(
        FollowUp.prospect_id == proposal.prospect_id,
        FollowUp.state.in_((FollowUpState.OPEN, FollowUpState.DONE)),
        FollowUp.created_at >= since,
    )
    taken: dict[str, FollowUpState] = dict(session.execute(query).all())
    worked, today = absences.calendar(session), now.astimezone(zone).date()
    found = suggestions(proposal, today, zone, worked)
    if any(taken.get(each.step.subject) is FollowUpState.OPEN for each in found):
        return None
    return next((each for each in found if each.step.subject not in taken), None)


def suggestions(proposal: Proposal, today: date, zone: ZoneInfo, worked: Calendar) -> tuple[Suggestion, ...]:
    """The follow-ups of a state, none of them in the past, all on days that are ``worked``."""
    state = shown_state(proposal.state, proposal.valid_until, today)
    since = proposal.state_at.astimezone(zone).date() if proposal.state_at else today
    return tuple(_suggestion(proposal, idea, zone) for idea in _ideas(proposal, state, since, today, worked))


def _ideas(proposal: Proposal, state: ShownState, since: date, today: date, worked: Calendar) -> list[_Idea]:
    soonest = worked.first(today + timedelta(days=1))
    if state is ShownState.SENT:
        first = _Idea(
            max(worked.after(since, READ_BY_THEN), soonest),
            Channel.PHONE,
            Objective.PRECISION,
            _("have they read it?"),
        )
        last = worked.after(proposal.valid_until, -BEFORE_EXPIRY)
        reminder = _Idea(last, Channel.PHONE, Objective.VALIDATION, _("obtain an answer before it expires"))
        return [first, reminder] if last > first.day else [first]
    if state is ShownState.EXPIRED:
        return [_Idea(soonest, Channel.PHONE, Objective.VALIDATION, _("it has expired: is it still on the agenda?"))]
    if state is ShownState.REFUSED:
        later = worked.first(max(since + ASK_AGAIN, soonest))
        return [
            _Idea(soonest, Channel.EMAIL, Objective.PRECISION, _("thank them for their answer")),
            _Idea(later, Channel.PHONE, Objective.PRECISION, _("ask where they stand now")),
        ]
    if state is ShownState.ACCEPTED:
        day = max(worked.after(since, KICK_OFF), soonest)
        return [_Idea(day, Channel.MEETING, Objective.PROJECTION, _("kick-off"))]
    return []


def _suggestion(proposal: Proposal, idea: _Idea, zone: ZoneInfo) -> Suggestion:
    subject = _("{number}: {about}").format(number=proposal.number, about=idea.about)
    step = NextStep(
        due_local=datetime.combine(idea.day, USUAL_HOUR),
        zone=zone.key,
        channel=idea.channel,
        objective=idea.objective,
        subject=subject,
        contact_id=proposal.contact_id,
    )
    words = _("{date}: {about}").format(date=current().date(idea.day, "weekday"), about=idea.about)
    return Suggestion(words, step)
