"""Cadences: on which days they fall, and by which channel each step goes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.cadences import LIGHT, Anchor, Cadence, Course, choose_channel, dates
from desktop.models.followup_kinds import Channel
from desktop.models.working_days import Calendar, Closure, is_working_day
from tests.services.cadence_case import cadence, step

MONDAY = date(2026, 11, 23)
CHANNELS = st.lists(st.sampled_from(Channel), unique=True, min_size=1)


@given(CHANNELS, st.sampled_from([*Channel, None]), st.frozensets(st.sampled_from(Channel)))
def test_the_same_channel_twice_running_only_when_no_other_is_possible(preferred, last, possible):
    chosen = choose_channel(preferred, last, possible)
    able = [each for each in (*preferred, *LIGHT) if each in possible]
    if able:
        assert chosen in able
        assert chosen != last or set(able) == {last}
        fresh = [each for each in preferred if each in possible and each != last]
        assert not fresh or chosen == fresh[0]
    else:
        assert chosen == preferred[0]


@given(st.lists(CHANNELS, min_size=1, max_size=12), st.frozensets(st.sampled_from(Channel)))
def test_a_whole_series_varies_its_channels(steps, possible):
    last = None
    for preferred in steps:
        chosen = choose_channel(preferred, last, possible)
        others = {each for each in (*preferred, *LIGHT) if each in possible} - {last}
        assert chosen != last or not others
        last = chosen


def test_days_are_counted_from_the_start_and_put_on_a_working_day():
    found = dates(cadence(step(1), step(2), step(5), step(38)), Course(MONDAY, Calendar()))
    # The Saturday gives way to Monday, New Year's Eve is worked.
    assert found == [date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 30), date(2026, 12, 31)]
    friday = Course(date(2026, 11, 20), Calendar())
    assert dates(cadence(step(1), step(2)), friday) == [MONDAY, date(2026, 11, 24)], "two touches never fall on a day"


def test_a_hot_prospect_is_followed_up_sooner():
    series = cadence(step(2, hot=1), step(7))
    assert dates(series, Course(MONDAY, Calendar()))[0] == date(2026, 11, 25)
    assert dates(series, Course(MONDAY, Calendar(), hot=True))[0] == date(2026, 11, 24)


def test_an_absence_keeps_the_delays_that_were_left():
    away = Calendar(absences=((date(2026, 12, 3), date(2026, 12, 9)),))
    plain = dates(cadence(), Course(MONDAY, Calendar()))
    shifted = dates(cadence(), Course(MONDAY, away))
    assert shifted[0] == plain[0] == date(2026, 11, 30)
    # A week away, and every step after it a week later.
    assert [after - before for before, after in zip(plain[1:], shifted[1:], strict=True)] == [timedelta(days=7)] * 3


def test_before_expiry_is_counted_in_working_days_and_closes_the_series():
    series = cadence(step(2), step(7), step(15), step(3, anchor=Anchor.EXPIRY))
    assert dates(series, Course(MONDAY, Calendar()))[3] is None, "without a proposal there is no expiry"
    long = dates(series, Course(MONDAY, Calendar(), expires_on=date(2026, 12, 23)))
    assert long[3] == date(2026, 12, 18)
    short = dates(series, Course(MONDAY, Calendar(), expires_on=date(2026, 12, 7)))
    assert short[2] is None and short[3] == date(2026, 12, 2), "a step after the reminder would come too late"
    past = dates(series, Course(MONDAY, Calendar(), expires_on=date(2026, 11, 24)), after=MONDAY)
    assert past[3] is None


@given(
    st.lists(st.integers(1, 120), min_size=1, max_size=8, unique=True).map(sorted),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.lists(st.tuples(st.integers(0, 120), st.integers(0, 20)), max_size=3),
)
def test_every_date_is_worked_later_than_the_one_before_and_never_in_an_absence(days, since, away):
    absences = tuple((since + timedelta(days=at), since + timedelta(days=at + span)) for at, span in away)
    calendar = Calendar((Closure((8, 1), (8, 15)),), absences)
    found = dates(cadence(*map(step, days)), Course(since, calendar), after=since)
    assert all(each is not None and calendar.works(each) and is_working_day(each) for each in found)
    assert found == sorted(set(found)) and found[0] > since


@pytest.mark.parametrize("series", [cadence(), cadence(step(3, Channel.MEETING, hot=1), step(2, anchor=Anchor.EXPIRY))])
def test_a_cadence_is_read_again_as_it_was_written(series):
    assert Cadence.from_dict(series.as_dict()) == series
    assert series.needs_proposal == any(each.anchor is Anchor.EXPIRY for each in series.steps)
