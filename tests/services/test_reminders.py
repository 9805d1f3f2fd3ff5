"""What rings, for whom, with which words; and that answering it, or not, loses nothing."""

import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from desktop.database import Session
from desktop.models.calls import Verbatim
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services import absences, calls, followups, proposal_states, proposals, reminders, templates
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from desktop.services.reminders import Act
from tests.conftest import MONDAY

Plan = Callable[..., uuid.UUID]


@pytest.fixture
def plan(session: Session) -> Plan:
    """A follow-up of a new prospect, due so many minutes after Monday 9:30."""

    def planned(minutes: int, name: str = "Ateliers Brévent", **fields: object) -> uuid.UUID:
        key = create_prospect(
            session, now=MONDAY, company=name, person="Claire Fontaine", phone="06 12 34 56 78", email="c@brevent.fr"
        )
        due = (MONDAY + timedelta(minutes=minutes)).replace(tzinfo=None)
        step = NextStep(due, "Europe/Paris", fields.pop("channel", Channel.PHONE), Objective.VALIDATION, **fields)  # type: ignore[arg-type]
        return followups.plan(session, key, step, now=MONDAY)

    return planned


def at(minutes: int) -> datetime:
    return MONDAY + timedelta(minutes=minutes)


def of(session: Session, key: uuid.UUID) -> FollowUp:
    return session.get_one(FollowUp, key)


def keys(session: Session, now: datetime) -> list[uuid.UUID]:
    return [each.follow_up_id for each in reminders.ring(session, now=now)]


def test_it_rings_from_its_moment_until_it_is_answered(session: Session, plan: Plan) -> None:
    first, second = plan(60, subject="valider le budget"), plan(30)
    assert keys(session, at(29)) == []
    assert keys(session, at(30)) == [second]
    assert keys(session, at(90)) == [second, first]
    found = reminders.ring(session, now=at(90))[1]
    assert (found.who, found.company, found.phone, found.email) == (
        "Claire Fontaine",
        "Ateliers Brévent",
        "06 12 34 56 78",
        "c@brevent.fr",
    )
    assert (found.subject, found.late, found.due_local.hour) == ("valider le budget", timedelta(minutes=30), 10)
    reminders.acknowledge(session, {found.follow_up_id: found.remind_at})
    assert keys(session, at(90)) == [second]
    assert keys(session, MONDAY) == [] and keys(session, at(10**6)) == [second]


def test_snoozed_moved_or_done_it_is_another_matter(session: Session, plan: Plan) -> None:
    snoozed, moved, done = plan(1), plan(2), plan(3)
    rung = reminders.due(session, now=at(5))
    followups.snooze(session, snoozed, at(15), now=at(5))
    followups.move(session, moved, datetime.fromisoformat("2026-11-24T09:00"), now=at(5))
    followups.set_state(session, done, FollowUpState.DONE, now=at(5))
    assert keys(session, at(5)) == []
    # What was seen is what rang, not what was planned meanwhile.
    reminders.acknowledge(session, rung)
    assert keys(session, at(15)) == [snoozed]
    assert keys(session, at(24 * 60)) == [snoozed, moved]
    assert of(session, snoozed).due_at == at(1)


def test_only_who_is_followed_rings(session: Session, plan: Plan) -> None:
    removed, lost, client = plan(1), plan(1), plan(1)
    session.get_one(Prospect, of(session, removed).prospect_id).deleted_at = MONDAY
    session.get_one(Prospect, of(session, lost).prospect_id).status = Status.LOST
    session.get_one(Prospect, of(session, client).prospect_id).status = Status.CLIENT
    assert keys(session, at(5)) == [client]
    session.get_one(Prospect, of(session, removed).prospect_id).deleted_at = None
    assert set(keys(session, at(5))) == {client, removed}


def test_it_brings_back_what_they_said_last_that_may_be_quoted(session: Session, plan: Plan) -> None:
    follow_up = of(session, plan(1))
    script = templates.script("b2b", "en")
    call_id = calls.start_call(session, follow_up.prospect_id, script, templates.grid(script.grid, "en"), now=MONDAY)
    for text, citable in (("Nos devis prennent un jour.", True), ("Je veux finir avant l’été.", True), ("Non", False)):
        entry_id = calls.add_entry(session, call_id, "verbatim", text, at=MONDAY)
        calls.set_citable(session, entry_id, citable)
    (found,) = reminders.ring(session, now=at(5))
    assert found.said == "Je veux finir avant l’été."
    last = session.query(Verbatim).filter_by(text=found.said).one()
    last.corrected = "Je veux finir avant […] l’été."
    assert reminders.ring(session, now=at(5))[0].said == last.corrected


def test_the_act_at_hand_is_that_of_the_channel(session: Session, plan: Plan) -> None:
    acts = {channel: of(session, plan(1, channel=channel)) for channel in Channel}
    found = {each.channel: each for each in reminders.ring(session, now=at(5))}
    assert {channel: found[channel].act for channel in acts} == {
        Channel.PHONE: Act.CALL,
        Channel.EMAIL: Act.DRAFT,
        Channel.LINKEDIN: Act.DRAFT,
        Channel.MEETING: Act.OPEN,
        Channel.VIDEO: Act.OPEN,
        Channel.OTHER: Act.OPEN,
    }
    prospect_id = acts[Channel.MEETING].prospect_id
    proposal_id = proposals.compose(session, prospect_id, now=MONDAY, language="fr")
    assert {each.proposal_id for each in reminders.ring(session, now=at(5))} == {None}
    proposal_states.take_state(session, proposal_id, proposal_states.ProposalState.SENT, now=MONDAY)
    (meeting,) = [each for each in reminders.ring(session, now=at(5)) if each.channel is Channel.MEETING]
    assert (meeting.act, meeting.proposal_id) == (Act.PROPOSAL, proposal_id)


def test_all_of_them_are_seen_in_one_act_and_can_be_given_back(session: Session, plan: Plan) -> None:
    several = [plan(number, f"Société {number}") for number in range(reminders.LISTED + 5)]
    assert len(reminders.ring(session, now=at(60))) == reminders.LISTED
    assert reminders.count(session, now=at(60)) == len(several)
    was = reminders.acknowledge_all(session, now=at(60))
    assert set(was) == set(several) and reminders.count(session, now=at(60)) == 0
    followups.set_state(session, several[0], FollowUpState.DONE, now=at(60))
    followups.snooze(session, several[1], at(90), now=at(60))
    reminders.ring_again(session, was)
    reminders.ring_again(session, was)
    assert reminders.count(session, now=at(60)) == len(several) - 2
    assert of(session, several[1]).remind_at == at(90)


def test_tomorrow_is_the_next_morning_that_is_worked(session: Session) -> None:
    friday = datetime(2026, 11, 27, 16, tzinfo=ZoneInfo("Europe/Paris"))
    assert reminders.tomorrow(session, now=friday).isoformat() == "2026-11-30T09:00:00+01:00"
    absences.declare(session, date(2026, 11, 30), date(2026, 12, 2), "", now=friday)
    assert reminders.tomorrow(session, now=friday).isoformat() == "2026-12-03T09:00:00+01:00"


def test_nine_o_clock_stays_nine_o_clock_when_the_rules_of_a_zone_change(session: Session, plan: Plan) -> None:
    """As if this country had stayed an hour ahead when the follow-ups were written."""
    waiting, snoozed, gone = plan(60), plan(70), plan(80)
    for key in (waiting, snoozed, gone):
        of(session, key).due_at += timedelta(hours=1)
    of(session, waiting).remind_at = of(session, waiting).due_at
    of(session, snoozed).remind_at = at(300)
    of(session, gone).zone = "Atlantis/Lost"
    session.flush()
    moments = reminders.misplaced(session, now=MONDAY)
    assert moments == {waiting: at(60), snoozed: at(70)}
    reminders.put_in_place(session, moments)
    assert (of(session, waiting).due_at, of(session, waiting).remind_at) == (at(60), at(60))
    assert (of(session, snoozed).due_at, of(session, snoozed).remind_at) == (at(70), at(300))
    assert reminders.misplaced(session, now=MONDAY) == {}


def test_a_tick_walks_what_rings_and_nothing_else(session: Session, plan: Plan) -> None:
    """However much is planned: the plan of SQLite is that of an empty file and of one of 300,000 follow-ups."""
    plan(60)
    session.flush()
    asked: list[tuple[str, object]] = []
    event.listen(session.connection(), "before_cursor_execute", lambda *args: asked.append(args[2:4]))
    reminders.due(session, now=MONDAY)
    statement, values = asked[-1]
    steps = [row[3] for row in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert steps[0] == "SEARCH follow_ups USING INDEX ix_follow_ups_remind_at (remind_at>? AND remind_at<?)", steps
    assert len(steps) == 2 and steps[1].startswith("SEARCH prospects USING INDEX sqlite_autoindex_prospects_1")
