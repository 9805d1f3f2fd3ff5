"""What a return is counted from: never a gain without their figures, exact, and rounded against us."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.catalogue import Billing
from desktop.models.pricing import Line
from desktop.models.returns import (
    HOURS_A_DAY,
    LARGEST,
    LONGEST,
    TIMES_A_YEAR,
    WEEKS,
    Cost,
    Family,
    Figure,
    Gain,
    Missing,
    Rhythm,
    Unit,
    cost_of,
    gain_a_year,
    missing,
    months_to_earn_back,
    readings,
    returns,
)

D = Decimal
SAID = date(2026, 11, 12)


def figure(value, unit, rhythm=None):
    return Figure(D(value), unit, rhythm, "une journée par semaine", "Claire Fontaine", SAID)


DAY_A_WEEK = figure(1, Unit.DAYS, Rhythm.WEEK)
TWO_REPS = figure(2, Unit.PEOPLE)
DAY_COST = figure(350, Unit.EUROS_A_DAY)
amounts = st.decimals(min_value=D("0.01"), max_value=D(100_000), places=2)
anything = st.lists(
    st.sampled_from([reading for unit in Unit for reading in readings(unit)]).flatmap(
        lambda reading: amounts.map(lambda value: figure(value, *reading))
    ),
    max_size=5,
)


def test_a_day_a_week_of_two_reps_at_their_own_cost():
    assert gain_a_year((DAY_A_WEEK, TWO_REPS, DAY_COST)) == 46 * 2 * 350


def test_events_cost_each_time_they_come_and_sums_that_come_again_are_a_gain_alone():
    assert gain_a_year((figure(3, Unit.THINGS, Rhythm.MONTH), figure(200, Unit.EUROS))) == 3 * 12 * 200
    assert gain_a_year((figure(1500, Unit.EUROS, Rhythm.MONTH),)) == 18000
    assert gain_a_year((figure(1500, Unit.EUROS, Rhythm.QUARTER), figure(50, Unit.PERCENT))) == 3000


def test_hours_are_paid_by_the_day_and_minutes_by_the_hour():
    assert gain_a_year((figure(HOURS_A_DAY, Unit.HOURS, Rhythm.YEAR), DAY_COST)) == 350
    assert gain_a_year((figure(20, Unit.MINUTES, Rhythm.YEAR), figure(3, Unit.EUROS_AN_HOUR))) == 1


@pytest.mark.parametrize(
    ("figures", "lacking"),
    [
        ((DAY_A_WEEK, TWO_REPS), Missing.MONEY),
        ((DAY_COST, TWO_REPS), Missing.TIME),
        ((DAY_A_WEEK, figure(200, Unit.EUROS)), Missing.FOR_WHAT),
        ((figure(2, Unit.DAYS), DAY_COST), Missing.RHYTHM),
        ((figure(200, Unit.EUROS),), Missing.RHYTHM),
        ((DAY_A_WEEK, DAY_A_WEEK, DAY_COST), Missing.TWICE),
        ((figure(3, Unit.THINGS, Rhythm.WEEK), figure(5, Unit.EUROS, Rhythm.WEEK)), Missing.TWICE),
        ((), Missing.MONEY),
    ],
)
def test_what_is_missing_is_said_and_never_made_up(figures, lacking):
    assert missing(figures) is lacking
    assert gain_a_year(figures) is None


@given(anything)
def test_never_a_gain_without_a_sum_and_a_rhythm_of_theirs(figures):
    gain = gain_a_year(figures)
    families = [each.family for each in figures]
    whole = Family.MONEY in families and any(each.rhythm for each in figures)
    assert gain is None or (whole and len(set(families)) == len(families))
    assert gain is None or (0 < gain <= LARGEST and gain == gain.to_integral_value())


small = st.decimals(min_value=D("0.01"), max_value=D(150), places=2)


@given(small, small, st.integers(1, 50))
def test_a_gain_grows_with_each_of_its_figures_and_is_never_rounded_up(days, cost, people):
    exact = days * cost * WEEKS
    one = gain_a_year((figure(days, Unit.DAYS, Rhythm.WEEK), figure(cost, Unit.EUROS_A_DAY)))
    many = gain_a_year(
        (figure(days, Unit.DAYS, Rhythm.WEEK), figure(cost, Unit.EUROS_A_DAY), figure(people, Unit.PEOPLE))
    )
    assert (one or 0) <= exact < (one or 0) + 1
    assert (many or 0) <= exact * people < (many or 0) + 1
    assert (many or 0) >= people * (one or 0)


def test_a_year_is_not_made_longer_than_it_is():
    assert TIMES_A_YEAR[Rhythm.DAY] == 230 and TIMES_A_YEAR[Rhythm.WEEK] == 46


def line(price, billing=Billing.ONCE, rate=20, **more):
    return Line("", "", D(1), "", D(price), D(rate), billing=billing, **more)


def test_the_cost_is_that_of_the_first_year_and_of_what_is_asked_for():
    lines = (line(1000), line(10, Billing.MONTHLY), line(100, Billing.YEARLY), line(999, optional=True))
    assert cost_of(lines) == Cost(D(1000), D(220))
    assert cost_of(lines).first_year == 1220
    assert cost_of(lines, with_vat=True) == Cost(D(1200), D(264))
    assert cost_of(lines, with_vat=True, vat_exempt=True) == Cost(D(1000), D(220))
    assert cost_of(()) is None and cost_of((line(0),)) is None and cost_of((line(-5),)) is None


def test_months_are_rounded_up_and_a_year_is_paid_at_its_beginning():
    assert months_to_earn_back(D(12000), Cost(D(5001), D(0))) == 6
    assert months_to_earn_back(D(1200), Cost(D(0), D(1200))) == 12
    assert months_to_earn_back(D(1200), Cost(D(1200), D(600))) == 24
    assert months_to_earn_back(D(1200), Cost(D(1), D(1200))) is None
    assert months_to_earn_back(D(0), Cost(D(1), D(0))) is None
    assert months_to_earn_back(D(1), Cost(D(100_000), D(0))) is None


@given(amounts, amounts, st.one_of(st.just(D(0)), amounts))
def test_at_the_month_that_is_said_the_price_is_earned_back_and_not_before(gain, once, yearly):
    months = months_to_earn_back(gain, Cost(once, yearly))

    def left(after):
        return gain * after - 12 * (once + yearly * -(-after // 12))

    assert months is None or (left(months) >= 0 and 0 < months <= LONGEST)
    before = LONGEST if months is None else months - 1
    assert all(left(after) < 0 for after in range(1, before + 1))


def test_no_return_without_a_gain_or_a_cost():
    gain = Gain("", (DAY_A_WEEK, DAY_COST), D(16100))
    assert returns((), Cost(D(1), D(0))) is None and returns((gain,), None) is None
    both = returns((gain, gain), Cost(D(16100), D(0)), "Équiper")
    assert (both.gain_a_year, both.months, both.option) == (32200, 6, "Équiper")
    assert both.counts_weeks and not both.counts_days and not both.counts_hours
    hours = Gain("", (figure(2, Unit.HOURS, Rhythm.DAY), DAY_COST), D(1))
    assert returns((hours,), Cost(D(1), D(0))).counts_hours and returns((hours,), Cost(D(1), D(0))).counts_days


def test_a_figure_may_only_be_read_within_its_family():
    assert (Unit.EUROS, Rhythm.MONTH) in readings(Unit.EUROS_A_DAY)
    assert readings(Unit.PEOPLE) == ((Unit.PEOPLE, None),)
    assert all(unit is Unit.DAYS for unit, _rhythm in readings(Unit.DAYS))
