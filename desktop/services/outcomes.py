"""What became of a follow-up, and the next step proposed at once: no active prospect is left without one.

Cadence first, then the cell of the matrix; the channel changes from one touch to the next, the objective moves on with
what they answered (domain §6: vary the channels, a clear objective each time).
"""

import uuid
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.cadences import choose_channel
from desktop.models.followup_kinds import ANSWERS, Channel, Objective, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Cell
from desktop.models.prospects import Contact, Prospect
from desktop.models.statuses import LossKind, Status
from desktop.services import absences, cadence_runs, followups, matrix_cells, row_changes, touches
from desktop.services.catalogue_references import references
from desktop.services.followups import USUAL_HOUR, NextStep
from desktop.services.row_changes import Changes
from desktop.services.status_moves import set_status

AFTER_VOICE_MAIL = 2
"""Working days: while they still know who called."""
AFTER_A_REPLY = 2
"""Working days at most: who answered expects to be answered."""
ASKED_LATER = 5
"""Working days: a week, when they say "later" and not when."""
ACCOUNT_REVIEW = 20
"""Working days after a win: a month of use to talk about."""
_WITHOUT_A_HEAT = 2
_USUAL = (Channel.PHONE, Channel.EMAIL, Channel.LINKEDIN, Channel.VIDEO)


@dataclass(frozen=True)
class Settled:
    """What an outcome did: the follow-up it closed, the one it planned, and every row for ``take_back``."""

    follow_up_id: uuid.UUID
    next_id: uuid.UUID | None
    changes: Changes


def proposed(
    session: Session, follow_up_id: uuid.UUID, outcome: Outcome, *, now: datetime, zone: ZoneInfo
) -> NextStep | None:
    """The next step that an outcome calls for, on a day when the rep works; none once it is lost."""
    if outcome is Outcome.LOST:
        return None
    follow_up = session.get_one(FollowUp, follow_up_id)
    if (step := cadence_runs.proposed(session, follow_up, outcome, now=now)) is not None:
        return step
    prospect = session.get_one(Prospect, follow_up.prospect_id)
    cell = _cell(session, prospect)
    day = absences.calendar(session).after(now.astimezone(zone).date(), _delay(outcome, cell))
    hour = follow_up.due_local.time() if outcome is Outcome.MOVED else USUAL_HOUR
    contact = touches.contact_of(session, prospect.id, follow_up.contact_id)
    return NextStep(
        due_local=datetime.combine(day, hour),
        zone=zone.key,
        channel=_channel(prospect, contact, follow_up, outcome, cell),
        objective=_objective(prospect, follow_up, outcome, cell),
        subject=_("Account review") if outcome is Outcome.WON else follow_up.subject,
        contact_id=contact.id if contact else None,
    )


def settle(
    session: Session,
    follow_up_id: uuid.UUID,
    outcome: Outcome,
    next_step: NextStep | None,
    *,
    now: datetime,
    note: str = "",
    loss: LossKind | None = None,
    reason: str = "",
) -> Settled:
    """Close a follow-up with what became of it, and plan the next one, in one act.

    Won makes a client of them. Lost asks for a ``loss``, which is counted, and a ``reason`` in words; nothing is
    planned then.
    """
    if outcome is Outcome.LOST and (loss is None or not reason.strip()):
        raise UserError(_("Say why it was lost: it is what you will learn from."))
    next_id = None
    with row_changes.recording(session) as recorded:
        follow_up = session.get_one(FollowUp, follow_up_id)
        if follow_up.state is not FollowUpState.OPEN:
            raise UserError(_("This follow-up is no longer open."))
        followups.finish(follow_up, now=now, outcome=outcome, note=note)
        session.flush()
        cadence_runs.advance(session, follow_up, outcome, now=now)
        _tell_prospect(session, follow_up.prospect_id, outcome, now=now, loss=loss, reason=reason or note)
        if next_step is not None and outcome is not Outcome.LOST:
            next_id = followups.plan(session, follow_up.prospect_id, next_step, now=now)
    return Settled(follow_up_id, next_id, recorded.changes)


def offered_contents(session: Session) -> tuple[str, ...]:
    """What a next step could bring them: the proofs of the catalogue."""
    return tuple(reference.text for reference in references(session))


def take_back(session: Session, settled: Settled) -> None:
    """Undo ``settle``: every row as it was. Idempotent."""
    followups.undo(session, settled.changes)


def _tell_prospect(
    session: Session, prospect_id: uuid.UUID, outcome: Outcome, *, now: datetime, loss: LossKind | None, reason: str
) -> None:
    prospect = session.get_one(Prospect, prospect_id)
    if outcome in ANSWERS:
        prospect.heard_at = now
    prospect.updated_at = now
    if outcome is Outcome.WON:
        set_status(session, prospect_id, Status.CLIENT, now=now, reason=reason)
    elif outcome is Outcome.LOST:
        set_status(session, prospect_id, Status.LOST, now=now, reason=reason, loss=loss)


def _cell(session: Session, prospect: Prospect) -> Cell | None:
    if prospect.heat is None or prospect.band is None:
        return None
    return matrix_cells.cells(session)[prospect.band, prospect.heat]


def _delay(outcome: Outcome, cell: Cell | None) -> int:
    """Working days until the next touch, one at least."""
    usual = max(1, cell.delay_days) if cell else _WITHOUT_A_HEAT
    return {
        Outcome.VOICE_MAIL: AFTER_VOICE_MAIL,
        Outcome.REPLIED: min(usual, AFTER_A_REPLY),
        Outcome.MOVED: ASKED_LATER,
        Outcome.WON: ACCOUNT_REVIEW,
    }.get(outcome, usual)


def _channel(
    prospect: Prospect, contact: Contact | None, follow_up: FollowUp, outcome: Outcome, cell: Cell | None
) -> Channel:
    """Another one than the last, when there is one; what they moved themselves keeps the way that was agreed."""
    if outcome is Outcome.MOVED:
        return follow_up.channel
    wanted = (Channel.MEETING, *_USUAL) if outcome is Outcome.WON else (cell.channel if cell else _USUAL[0], *_USUAL)
    return choose_channel(wanted, follow_up.channel, touches.possible_channels(prospect, contact))


def _objective(prospect: Prospect, follow_up: FollowUp, outcome: Outcome, cell: Cell | None) -> Objective:
    """What was not obtained is still to be; an answer lets it move on: learn, help them picture it, agree."""
    if outcome is Outcome.WON:
        return Objective.PROJECTION
    if outcome in (Outcome.VOICE_MAIL, Outcome.MOVED):
        return follow_up.objective
    if prospect.to_complete or cell is None:
        return Objective.PRECISION
    if follow_up.objective is Objective.PRECISION and cell.band is Band.GOOD:
        return Objective.PROJECTION
    return Objective.PRECISION if follow_up.objective is Objective.PRECISION else Objective.VALIDATION
