"""A cadence under way: started, advanced, paused, shifted, taken up again and ended."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.cadences import Anchor
from desktop.models.followup_kinds import ANSWERS, Channel, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.matrix import Heat
from desktop.models.proposals import Proposal
from desktop.models.working_days import is_working_day
from desktop.services import absences, cadence_runs, followups, row_changes
from tests.services.cadence_case import NOW, ZONE, cadence, done, proposal, prospect, step

VOICE = Outcome.VOICE_MAIL


def at(day: date, hour: int = 10) -> datetime:
    return datetime.combine(day, time(hour), ZONE)


def begin(session, *, steps=(), **more):
    prospect_id = prospect(session, **more)
    run_id = cadence_runs.start(session, prospect_id, cadence(*steps), now=NOW, zone=ZONE)
    return prospect_id, session.get_one(CadenceRun, run_id)


def test_only_the_next_step_is_a_follow_up(session):
    prospect_id, run = begin(session)
    planned = session.scalars(select(FollowUp)).all()
    assert len(planned) == 1 and planned[0].due_local == datetime.combine(date(2026, 11, 30), time(9))
    assert (planned[0].cadence_run_id, planned[0].cadence_step, planned[0].brings) == (run.id, 0, "brings 7")
    assert cadence_runs.running(session, prospect_id) is run
    days = [each.day for each in cadence_runs.remaining(session, run, now=NOW, zone=ZONE)]
    assert days == [date(2026, 11, 30), date(2026, 12, 7), date(2026, 12, 14), date(2026, 12, 23)]


def test_a_run_keeps_its_own_copy_and_each_step_varies_the_channel(session):
    prospect_id, run = begin(session)
    channels, follow_up = [], followups.next_of(session, prospect_id)
    while follow_up is not None:
        channels.append(follow_up.channel)
        follow_up = done(session, follow_up, VOICE, at(follow_up.due_local.date()))
    assert channels == [Channel.PHONE, Channel.EMAIL, Channel.PHONE, Channel.EMAIL]
    assert run.state is RunState.ENDED and "last step" in run.reason
    assert cadence_runs.under_way(session, prospect_id) is None


def test_without_an_address_another_light_channel_stands_in(session):
    prospect_id, _run = begin(session, email="")
    follow_up = followups.next_of(session, prospect_id)
    second = done(session, follow_up, VOICE, at(follow_up.due_local.date()))
    assert (follow_up.channel, second.channel) == (Channel.PHONE, Channel.LINKEDIN)


@pytest.mark.parametrize("outcome", [Outcome.REACHED, Outcome.REPLIED, Outcome.MOVED])
def test_an_answer_pauses_it_and_says_when(session, outcome):
    prospect_id, run = begin(session)
    follow_up = followups.next_of(session, prospect_id)
    assert done(session, follow_up, outcome, at(date(2026, 11, 30))) is None
    assert run.state is RunState.PAUSED and run.next_step == 1 and "30 Nov" in run.reason
    assert cadence_runs.told(run, ZONE).startswith("2/4, paused: ")


def test_taken_up_again_what_remains_comes_as_much_later(session):
    prospect_id, run = begin(session)
    done(session, followups.next_of(session, prospect_id), Outcome.REPLIED, at(date(2026, 11, 30)))
    cadence_runs.resume(session, run.id, now=at(date(2026, 12, 10)), zone=ZONE)
    assert run.state is RunState.RUNNING
    # Seven days were left on 30 November: seven are left on 10 December.
    assert followups.next_of(session, prospect_id).due_local.date() == date(2026, 12, 17)


def test_moving_a_step_or_doing_it_late_shifts_what_remains(session):
    prospect_id, run = begin(session)
    first = followups.next_of(session, prospect_id)
    followups.move(session, first.id, datetime.combine(date(2026, 12, 2), time(9)), now=NOW)
    days = [each.day for each in cadence_runs.remaining(session, run, now=NOW, zone=ZONE)]
    assert days[:2] == [date(2026, 12, 2), date(2026, 12, 9)]
    second = done(session, first, VOICE, at(date(2026, 12, 4)))
    assert second.due_local.date() == date(2026, 12, 11), "two days late, two days later"
    early = followups.next_of(session, prospect_id)
    third = done(session, early, VOICE, at(date(2026, 12, 9)))
    assert third.due_local.date() == date(2026, 12, 18), "done early, the next one keeps its day"


def test_an_absence_shifts_the_planned_step_and_the_rest(session):
    prospect_id, run = begin(session)
    absences.declare(session, date(2026, 11, 30), date(2026, 12, 6), "", now=NOW)
    planned = followups.next_of(session, prospect_id)
    assert planned.due_local.date() == date(2026, 12, 7)
    assert run.state is RunState.RUNNING
    assert cadence_runs.told(run, ZONE) == "step 1 of 4, put off by an absence"
    second = done(session, planned, VOICE, at(date(2026, 12, 7)))
    assert cadence_runs.told(run, ZONE) == "step 2 of 4"
    assert second.due_local.date() == date(2026, 12, 14), "the week between the two is kept"


@pytest.mark.parametrize(("outcome", "reason"), [(Outcome.WON, "won"), (Outcome.LOST, "lost")])
def test_won_or_lost_ends_it(session, outcome, reason):
    prospect_id, run = begin(session)
    assert done(session, followups.next_of(session, prospect_id), outcome, at(date(2026, 11, 30))) is None
    assert (run.state, run.reason) == (RunState.ENDED, reason)


def test_a_prospect_has_one_at_most_and_the_former_says_why_it_ended(session):
    prospect_id, first = begin(session)
    cadence_runs.start(session, prospect_id, cadence(step(3)), now=NOW, zone=ZONE)
    assert first.state is RunState.ENDED and "replaced by" in first.reason
    states = [each.state for each in session.scalars(select(FollowUp)).all()]
    assert sorted(states) == ["open", "replaced"]
    assert [each.state for each in cadence_runs.history(session, prospect_id)] == [RunState.RUNNING, RunState.ENDED]


def own_step() -> followups.NextStep:
    due = datetime.combine(date(2026, 11, 26), time(9))
    return followups.NextStep(due, ZONE.key, Channel.PHONE, step(1).objective, "own")


def test_a_follow_up_of_the_reps_own_takes_its_place_until_the_rep_goes_on(session):
    prospect_id, run = begin(session)
    followups.plan(session, prospect_id, own_step(), now=NOW)
    assert cadence_runs.told(run, ZONE) == "1/4, paused: step replaced by hand"
    assert done(session, followups.next_of(session, prospect_id), VOICE, at(date(2026, 11, 26))) is None
    cadence_runs.resume(session, run.id, now=at(date(2026, 11, 26)), zone=ZONE)
    following = followups.next_of(session, prospect_id)
    assert (following.cadence_step, following.due_local.date()) == (0, date(2026, 12, 3))
    assert following.channel is Channel.EMAIL and run.next_step == 0 and run.reason == ""


@pytest.mark.parametrize("act", ["dropped", "replaced"])
def test_no_series_runs_without_a_step_and_undo_gives_both_back(session, act):
    prospect_id, run = begin(session)
    planned = followups.next_of(session, prospect_id)
    if act == "dropped":
        command, args = followups.set_state, (planned.id, FollowUpState.DROPPED)
    else:
        command, args = followups.plan, (prospect_id, own_step())
    _result, changes = row_changes.recorded(session, command, *args, now=NOW)
    assert (run.state, run.reason) == (RunState.PAUSED, f"step {act} by hand")
    followups.undo(session, changes)
    assert (run.state, run.reason) == (RunState.RUNNING, "")
    assert followups.next_of(session, prospect_id) is planned
    followups.redo(session, changes)
    assert run.state is RunState.PAUSED and followups.next_of(session, prospect_id) is not planned


def test_what_they_say_outside_pauses_it_once_and_leaves_the_next_step(session):
    prospect_id, run = begin(session)
    cadence_runs.heard(session, prospect_id, on=date(2026, 11, 25), now=at(date(2026, 11, 25)))
    cadence_runs.heard(session, prospect_id, on=date(2026, 11, 27), now=at(date(2026, 11, 27)))
    assert run.state is RunState.PAUSED and "25 Nov" in run.reason
    assert followups.next_of(session, prospect_id) is not None
    cadence_runs.resume(session, run.id, now=at(date(2026, 11, 27)), zone=ZONE)
    assert len(followups.open_of(session, prospect_id)) == 1, "the planned step is not planned twice"
    cadence_runs.pause(session, run.id, now=NOW, reason="holiday")
    assert cadence_runs.told(run, ZONE) == "1/4, paused: holiday"
    cadence_runs.stop(session, run.id, now=NOW)
    assert run.state is RunState.ENDED and cadence_runs.told(run, ZONE) == "ended on 23 Nov: stopped"


def test_a_purchase_elsewhere_ends_it(session):
    prospect_id, run = begin(session)
    cadence_runs.close(session, [prospect_id], "client", now=NOW)
    cadence_runs.close(session, [prospect_id], "again", now=NOW)
    assert (run.state, run.reason) == (RunState.ENDED, "client")


def test_a_proposal_gives_the_step_before_expiry_its_day_as_it_stands_then(session):
    prospect_id = prospect(session, heat=Heat.HOT)
    key = proposal(session, prospect_id)
    series = cadence(step(2, hot=1), step(3, Channel.EMAIL, anchor=Anchor.EXPIRY))
    shown = cadence_runs.preview(session, prospect_id, series, now=NOW, zone=ZONE)
    assert [each.day for each in shown] == [date(2026, 11, 24), date(2026, 12, 18)]
    run_id = cadence_runs.start(session, prospect_id, series, now=NOW, zone=ZONE, origin="proposal")
    assert session.get_one(CadenceRun, run_id).proposal_id == key, "the one that is with them"
    session.get_one(Proposal, key).valid_until = date(2026, 12, 30)
    session.flush()
    last = done(session, followups.next_of(session, prospect_id), VOICE, at(date(2026, 11, 24)))
    assert last.due_local.date() == date(2026, 12, 24)


def test_a_series_that_comes_too_late_is_refused_and_changes_nothing(session):
    prospect_id, run = begin(session)
    key = proposal(session, prospect_id, valid_until=date(2026, 11, 24))
    late = cadence(step(3, anchor=Anchor.EXPIRY))
    with pytest.raises(UserError, match="can be planned any more"), session.begin_nested():
        cadence_runs.start(session, prospect_id, late, now=NOW, zone=ZONE, proposal_id=key)
    session.expire_all()
    assert run.state is RunState.RUNNING and followups.next_of(session, prospect_id) is not None


def test_starting_for_several_is_undone_and_redone_whole(session):
    keys = [prospect(session), prospect(session)]
    _ids, changes = row_changes.recorded(session, cadence_runs.start_all, keys, cadence(), now=NOW, zone=ZONE)
    followups.undo(session, changes)
    assert session.scalars(select(CadenceRun)).all() == [] == session.scalars(select(FollowUp)).all()
    followups.redo(session, changes)
    assert all(cadence_runs.running(session, key) and followups.next_of(session, key) for key in keys)


EVENTS = st.lists(
    st.tuples(
        st.sampled_from([VOICE, None, VOICE, Outcome.REPLIED, Outcome.REACHED]),
        st.integers(0, 9),  # days late
        st.integers(0, 20),  # days before the rep goes on after an answer
        st.booleans(),  # whether the rep goes away for a week then
    ),
    max_size=30,
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EVENTS)
def test_a_year_of_answers_and_absences_keeps_one_step_worked_and_varied(session, events):
    series = cadence(*(step(days) for days in range(14, 366, 14)))
    prospect_id = prospect(session)
    run = session.get_one(CadenceRun, cadence_runs.start(session, prospect_id, series, now=NOW, zone=ZONE))
    last: FollowUp | None = None
    for outcome, late, rest, away in events:
        follow_up = followups.next_of(session, prospect_id)
        if follow_up is None:
            break
        assert is_working_day(follow_up.due_local.date())
        assert absences.calendar(session).works(follow_up.due_local.date())
        assert last is None or follow_up.channel is not last.channel
        assert last is None or follow_up.cadence_step == last.cadence_step + 1
        now = at(follow_up.due_local.date() + timedelta(days=late))
        if away:
            first = now.date() + timedelta(days=3)
            absences.declare(session, first, first + timedelta(days=6), "", now=now - timedelta(days=late))
            now = max(now, at(follow_up.due_local.date()))
        done(session, follow_up, outcome, now)
        last = follow_up
        if outcome in ANSWERS and run.state is not RunState.ENDED:
            assert run.state is RunState.PAUSED and followups.next_of(session, prospect_id) is None
            cadence_runs.resume(session, run.id, now=now + timedelta(days=rest), zone=ZONE)
        opened = followups.open_of(session, prospect_id)
        assert len(opened) == (run.state is RunState.RUNNING)
        assert all(each.due_local.date() > now.date() for each in opened)
    followed = session.scalars(select(FollowUp).where(FollowUp.cadence_run_id == run.id)).all()
    assert [each.state for each in followed].count(FollowUpState.DONE) <= len(series.steps)
