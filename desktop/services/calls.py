"""The live call: every key the rep presses is one of these commands, and each is on the disk when it returns."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.cadence_runs import CadenceRun
from desktop.models.calls import (
    Call,
    CallState,
    Entry,
    LaterQuestion,
    Note,
    Objection,
    QuestionMark,
    QuestionState,
    Verbatim,
)
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Grid
from desktop.models.matrix import objective
from desktop.models.prospects import Contact, Prospect
from desktop.models.scripts import Script
from desktop.models.working_days import PLAIN, Calendar
from desktop.services import cadence_runs, followups, grids
from desktop.services.followups import USUAL_HOUR, NextStep
from desktop.services.grids import GridSheet
from desktop.services.prospects import load_prospect, touch
from desktop.services.scoring import set_score as set_score

# Built once: building a statement takes longer than running these.
_LAST_SEQUENCE = select(func.max(Entry.sequence)).where(Entry.call_id == bindparam("call_id"))
_MARK = select(QuestionMark).where(
    QuestionMark.call_id == bindparam("call_id"), QuestionMark.question == bindparam("question")
)

KINDS: dict[str, type[Entry]] = {
    "verbatim": Verbatim,
    "note": Note,
    "objection": Objection,
    "question": LaterQuestion,
}


@dataclass(frozen=True)
class Outline:
    """Where a call is: its script, what became of each question, and who is on the line."""

    call: Call
    prospect: Prospect
    contact: Contact | None
    script: Script
    marks: Mapping[str, QuestionState]

    @property
    def asked(self) -> int:
        """How many questions of the script were asked; those of the fit test are not counted."""
        return asked(self.script, self.marks)


def asked(script: Script, marks: Mapping[str, QuestionState]) -> int:
    """How many questions of ``script`` are marked as asked, its fit test aside."""
    return sum(marks.get(question.key) is QuestionState.ASKED for question in script.questions)


def start_call(
    session: Session,
    prospect_id: uuid.UUID,
    script: Script,
    grid: Grid,
    *,
    now: datetime,
    contact_id: uuid.UUID | None = None,
    planned_minutes: int = 30,
) -> uuid.UUID:
    """Begin a call, leaving the one that may be running. ``contact_id`` defaults to the main contact."""
    running = running_call(session)
    if running is not None:
        leave(session, running, now=now)
    prospect = load_prospect(session, prospect_id)
    if contact_id is None and prospect.main_contact:
        contact_id = prospect.main_contact.id
    call = Call(
        prospect_id=prospect_id,
        contact_id=contact_id,
        script_copy=script.as_dict(),
        grid_copy=grid.as_dict(),
        question=script.questions[0].key,
        planned_minutes=planned_minutes,
        started_at=now,
    )
    session.add(call)
    grids.refresh_standing(session, prospect_id)
    touch(session, prospect_id, now)
    return call.id


def running_call(session: Session) -> uuid.UUID | None:
    """The call in progress, also after the program was killed in the middle of it."""
    query = select(Call.id).where(Call.state == CallState.RUNNING).order_by(Call.started_at.desc())
    return session.scalars(query.limit(1)).first()


def left_call(session: Session, prospect_id: uuid.UUID) -> Call | None:
    """The prospect's latest call, when nothing concluded it: left, or cut short. It can be taken up again."""
    query = select(Call).where(Call.prospect_id == prospect_id).order_by(Call.started_at.desc(), Call.id.desc())
    call = session.scalars(query.limit(1)).first()
    return call if call is not None and call.state is not CallState.CONCLUDED else None


def outline(session: Session, call_id: uuid.UUID) -> Outline:
    """What the left and the head of the call screen show."""
    call = session.get_one(Call, call_id)
    marks = session.scalars(select(QuestionMark).where(QuestionMark.call_id == call_id))
    contact = session.get(Contact, call.contact_id) if call.contact_id else None
    prospect = load_prospect(session, call.prospect_id)
    return Outline(call, prospect, contact, call.script, {mark.question: mark.state for mark in marks})


def entries(session: Session, call_id: uuid.UUID) -> list[Entry]:
    """Everything typed in this call and not taken back, in order."""
    query = select(Entry).where(Entry.call_id == call_id, Entry.deleted_at.is_(None)).order_by(Entry.sequence)
    return list(session.scalars(query))


def add_entry(
    session: Session,
    call_id: uuid.UUID,
    kind: str,
    text: str,
    *,
    at: datetime,
    question: str = "",
    contact_id: uuid.UUID | None = None,
    offset_seconds: int = 0,
) -> uuid.UUID:
    """Write down one line. ``kind`` is a key of ``KINDS``; the words are kept as they were typed.

    A verbatim speaks about the criterion that its question informs. It is by default the words of who is speaking.
    """
    if not text.strip():
        raise UserError(_("There is nothing to write down yet."))
    call = session.get_one(Call, call_id)
    last = session.scalar(_LAST_SEQUENCE, {"call_id": call_id}) or 0
    criterion = call.script.question(question).criterion if question else None
    entry = KINDS[kind](
        call_id=call_id,
        prospect_id=call.prospect_id,
        contact_id=contact_id or call.speaker_id or call.contact_id,
        sequence=last + 1,
        text=text,
        question=question,
        criterion=criterion or "",
        offset_seconds=offset_seconds,
        at=at,
    )
    session.add(entry)
    session.flush()
    return entry.id


def set_citable(session: Session, entry_id: uuid.UUID, citable: bool) -> None:
    """Allow a verbatim into documents, or take that back. Nothing but a verbatim is ever citable."""
    entry = session.get_one(Entry, entry_id)
    if citable and not isinstance(entry, Verbatim):
        raise UserError(_("Only the prospect’s own words can be quoted, never a note."))
    entry.citable = citable


def take_back(session: Session, entry_id: uuid.UUID, *, at: datetime) -> None:
    """Remove an entry from the call; ``restore_entry`` brings it back, word for word."""
    session.get_one(Entry, entry_id).deleted_at = at


def restore_entry(session: Session, entry_id: uuid.UUID) -> None:
    session.get_one(Entry, entry_id).deleted_at = None


def go_to(session: Session, call_id: uuid.UUID, question: str) -> None:
    """Put a question on the screen; the call reopens there if the machine dies."""
    call = session.get_one(Call, call_id)
    call.script.question(question)
    call.question = question


def mark_question(
    session: Session, call_id: uuid.UUID, question: str, state: QuestionState | None, *, at: datetime
) -> QuestionState | None:
    """Say what became of a question (``None``: nothing yet). Idempotent. Returns what it was before."""
    mark = session.scalars(_MARK, {"call_id": call_id, "question": question}).first()
    before = mark.state if mark else None
    if before is state:
        return before
    if state is None:
        session.delete(mark)
    elif mark is None:
        session.add(QuestionMark(call_id=call_id, question=question, state=state, at=at))
    else:
        mark.state, mark.at = state, at
    return before


def set_elapsed(session: Session, call_id: uuid.UUID, seconds: int) -> None:
    """How long the call has lasted, counted by the monotonic clock and kept now and then."""
    call = session.get_one(Call, call_id)
    call.elapsed_seconds = max(call.elapsed_seconds, seconds)


def set_planned(session: Session, call_id: uuid.UUID, minutes: int) -> None:
    """Change the time there is: the prospect stays longer, or has to go."""
    session.get_one(Call, call_id).planned_minutes = minutes


def leave(session: Session, call_id: uuid.UUID, *, now: datetime) -> None:
    """Stop without concluding: always possible, and the call can be taken up again."""
    call = session.get_one(Call, call_id)
    if call.state is CallState.RUNNING:
        call.state, call.ended_at = CallState.LEFT, now
        _heard(session, call, now)


def _go_on_with_series(session: Session, call: Call, now: datetime) -> None:
    """A step of a series that this call was moves it on, be it settled now or when the next one was fixed."""
    query = select(FollowUp, CadenceRun).join(CadenceRun, FollowUp.cadence_run_id == CadenceRun.id)
    done = query.where(
        FollowUp.prospect_id == call.prospect_id,
        FollowUp.state == FollowUpState.DONE,
        FollowUp.done_at >= call.started_at,
        FollowUp.cadence_step == CadenceRun.next_step,
    )
    for follow_up, _run in session.execute(done).all():
        cadence_runs.advance(session, follow_up, Outcome.REACHED, now=now)


def _heard(session: Session, call: Call, now: datetime) -> None:
    """They said something themselves in this call: it dates from its end, and a series of follow-ups waits for it."""
    said = exists().where(Verbatim.call_id == call.id, Verbatim.deleted_at.is_(None))
    if session.scalar(select(said)):
        session.get_one(Prospect, call.prospect_id).heard_at = now
        cadence_runs.heard(session, call.prospect_id, on=now.date(), now=now)


def resume(session: Session, call_id: uuid.UUID, *, now: datetime) -> None:
    """Take up again a call that was left, where it was. A concluded call stays as it was concluded."""
    call = session.get_one(Call, call_id)
    if call.state is CallState.CONCLUDED:
        raise UserError(_("This call is concluded. Start another one."))
    running = running_call(session)
    if running is not None and running != call_id:
        leave(session, running, now=now)
    call.state, call.ended_at = CallState.RUNNING, None


def conclude(
    session: Session,
    call_id: uuid.UUID,
    *,
    now: datetime,
    next_step: NextStep | None = None,
    no_follow_up_reason: str = "",
) -> uuid.UUID | None:
    """End the call with a next step, or with the reason why there is none (domain §5). Returns the follow-up's key.

    What was due by today is done: this call was it. A step already fixed during the call is the one that is rewritten,
    or dropped when there is to be none.
    """
    reason = no_follow_up_reason.strip()
    if next_step is None and not reason:
        raise UserError(_("Fix the next step before hanging up, or say why there is none."))
    call = session.get_one(Call, call_id)
    if call.state is CallState.CONCLUDED:
        raise UserError(_("This call is concluded. Start another one."))
    call.state, call.ended_at, call.no_follow_up_reason = CallState.CONCLUDED, now, reason
    followups.settle_due(session, call.prospect_id, now=now, but_of=call_id)
    _go_on_with_series(session, call, now)
    _heard(session, call, now)
    touch(session, call.prospect_id, now)
    if next_step is not None:
        return followups.fix(session, call_id, next_step, now=now)
    planned = followups.planned_in(session, call_id)
    if planned is not None:
        followups.set_state(session, planned.id, FollowUpState.DROPPED, now=now)
    return None


RECAP_WORDS = 3


def recap(said: Iterable[Entry]) -> list[Verbatim]:
    """The few verbatims to say back before hanging up: those about the need first, the citable ones first."""
    verbatims = [entry for entry in said if isinstance(entry, Verbatim)]
    verbatims.sort(key=lambda verbatim: (verbatim.criterion != "need", not verbatim.citable, verbatim.sequence))
    return sorted(verbatims[:RECAP_WORDS], key=lambda verbatim: verbatim.sequence)


def proposed_step(
    sheet: GridSheet,
    *,
    today: date,
    zone: str,
    contact_id: uuid.UUID | None = None,
    worked: Calendar = PLAIN,
) -> NextStep:
    """The next step that the cell of the matrix calls for; before a heat is chosen, a call in two working days."""
    cell = sheet.cell
    channel, delay = (cell.channel, cell.delay_days) if cell else (Channel.PHONE, 2)
    # What is unknown is learnt first.
    wanted = Objective.PRECISION if cell is None or sheet.standing.to_complete else objective(cell)
    due = datetime.combine(worked.after(today, delay), USUAL_HOUR)
    return NextStep(due, zone, channel, wanted, contact_id=contact_id)
