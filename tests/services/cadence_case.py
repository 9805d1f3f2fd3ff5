"""A prospect to follow up with cadences: reachable by every means, unless a test takes one away."""

import uuid
from datetime import date, datetime
from zoneinfo import ZoneInfo

from desktop.database import Session
from desktop.models.cadences import Anchor, Cadence, Step
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.models.proposals import Proposal, ProposalState
from desktop.models.prospects import Contact, Prospect
from desktop.services import followups

ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)
"""A Monday."""


def prospect(
    session: Session, *, phone: str = "01 23 45 67 89", email: str = "claire@brevent.fr", heat: Heat = Heat.WARM
) -> uuid.UUID:
    """Claire Martin, of Ateliers Brevent."""
    found = Prospect(company="Ateliers Brevent", kind="b2b", heat=heat, created_at=NOW, updated_at=NOW)
    session.add(found)
    session.flush()
    session.add(Contact(prospect_id=found.id, name="Claire Martin", phone=phone, email=email, created_at=NOW))
    session.flush()
    return found.id


def proposal(session: Session, prospect_id: uuid.UUID, *, valid_until: date = date(2026, 12, 23)) -> uuid.UUID:
    """One that is with them."""
    found = Proposal(
        prospect_id=prospect_id,
        year=2026,
        rank=42,
        state=ProposalState.SENT,
        language="fr",
        issued_on=NOW.date(),
        valid_until=valid_until,
        created_at=NOW,
        updated_at=NOW,
    )
    session.add(found)
    session.flush()
    return found.id


def step(days: int, *channels: Channel, hot: int | None = None, anchor: Anchor = Anchor.START) -> Step:
    """A step, by phone then e-mail unless told otherwise."""
    means = channels or (Channel.PHONE, Channel.EMAIL)
    subject, brings = f"subject {days}", f"brings {days}"
    return Step(f"{anchor}-{days}", days, Objective.PRECISION, means, subject, brings, "", anchor, hot)


def cadence(*steps: Step) -> Cadence:
    """Weekly for a month, unless told otherwise."""
    return Cadence("own", "Own", "en", 1, "", steps or (step(7), step(14), step(21), step(30)))


def done(session: Session, follow_up, outcome, now: datetime):
    """Close a follow-up as ``outcomes.settle`` does, with the step that the cadence proposes; gives the next one."""
    from desktop.services import cadence_runs

    next_step = cadence_runs.proposed(session, follow_up, outcome, now=now)
    followups.finish(follow_up, now=now, outcome=outcome)
    cadence_runs.advance(session, follow_up, outcome, now=now)
    if next_step is None:
        return None
    followups.plan(session, follow_up.prospect_id, next_step, now=now)
    return followups.next_of(session, follow_up.prospect_id)
