"""The plan counted back, against an oracle that walks through the calendar day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.backplan import Side, Task, count_back, in_order, slip, soonest
from desktop.models.working_days import Calendar, Closure, is_working_day

DAY = timedelta(days=1)
AUGUST = Closure((8, 1), (8, 31))
YEAR_END = Closure((12, 24), (1, 2))
TODAY = date(2026, 11, 23)


def task(days: int, *after: int, side: Side = Side.OURS) -> Task:
    return Task(f"étape de {days}", side, "Julie", days, after)


@st.composite
def projects(draw: st.DrawFn) -> tuple[Task, ...]:
    """Up to six steps, each waiting for some of those drawn before it, then put in any order."""
    count = draw(st.integers(1, 6))
    rows = []
    for place in range(count):
        before = draw(st.sets(st.integers(0, place - 1), max_size=3)) if place else set()
        rows.append((draw(st.integers(1, 7)), before))
    order = draw(st.permutations(range(count)))
    where = {old: new for new, old in enumerate(order)}
    return tuple(task(rows[old][0], *(where[each] for each in sorted(rows[old][1]))) for old in order)


CALENDARS = st.sampled_from([(), (AUGUST,), (AUGUST, YEAR_END), (Closure((2, 27), (3, 6)),)])
DATES = st.dates(date(2026, 1, 1), date(2029, 12, 31))


def works(closures: tuple[Closure, ...], day: date) -> bool:
    return is_working_day(day) and not any(closure.holds(day) for closure in closures)


def walk(
    tasks: tuple[Task, ...], closures: tuple[Closure, ...], begin: date, waits: dict[int, int] | None = None
) -> list[tuple[date, date]]:
    """First and last day of each step, found by living every day; ``waits`` are working days lost before a step."""
    waits = dict(waits or {})
    left = [each.days for each in tasks]
    spans: list[list[date]] = [[] for _each in tasks]
    day = begin
    while any(left):
        if works(closures, day):
            done = [count == 0 for count in left]
            for place, each in enumerate(tasks):
                if left[place] and all(done[before] for before in each.after):
                    if waits.get(place, 0):
                        waits[place] -= 1
                    else:
                        spans[place].append(day)
                        left[place] -= 1
        day += DAY
    return [(span[0], span[-1]) for span in spans]


def end_of(spans: list[tuple[date, date]]) -> date:
    return max(end for _start, end in spans)


@settings(max_examples=150, deadline=None)
@given(projects(), CALENDARS, DATES, st.integers(-40, 60))
def test_the_plan_is_what_a_walk_through_the_calendar_finds(
    tasks: tuple[Task, ...], closures: tuple[Closure, ...], wished: date, ahead: int
) -> None:
    today = wished - timedelta(days=ahead)
    plan = count_back(tasks, wished, Calendar(closures), today)
    begin = wished
    while end_of(walk(tasks, closures, begin)) > wished or not works(closures, begin):
        begin -= DAY
    missing = sum(works(closures, begin + number * DAY) for number in range((today - begin).days))
    assert plan.late == missing
    spans = walk(tasks, closures, begin if not missing else today)
    assert [(step.starts_on, step.ends_on) for step in plan.steps] == spans
    assert plan.ready_on == end_of(spans) and plan.begins_on == min(start for start, _end in spans)
    assert plan.begins_on >= today
    if missing:
        assert plan.ready_on == soonest(tasks, Calendar(closures), today) > wished
    else:
        assert plan.ready_on <= wished and not any(
            works(closures, plan.ready_on + number * DAY) for number in range(1, (wished - plan.ready_on).days + 1)
        )


@settings(max_examples=100, deadline=None)
@given(projects(), CALENDARS, DATES, st.integers(1, 6), st.data())
def test_what_slips_is_what_a_walk_through_the_calendar_finds(
    tasks: tuple[Task, ...], closures: tuple[Closure, ...], wished: date, late: int, data: st.DataObject
) -> None:
    plan = count_back(tasks, wished, Calendar(closures), wished - timedelta(days=400))
    step = data.draw(st.integers(0, len(tasks) - 1))
    found = slip(plan, step, late)
    before = walk(tasks, closures, plan.begins_on)
    after = walk(tasks, closures, plan.begins_on, {step: late})
    calendar = Calendar(closures)
    moved = {
        place: calendar.between(before[place][0], after[place][0])
        for place in range(len(tasks))
        if place != step and after[place] != before[place]
    }
    assert dict(found.moved) == moved
    assert found.ready_on == end_of(after)
    assert found.end == calendar.between(end_of(before), end_of(after)) == max(0, late - plan.steps[step].slack)


@settings(max_examples=60, deadline=None)
@given(projects(), DATES)
def test_a_step_may_wait_its_slack_and_not_a_day_more(tasks: tuple[Task, ...], wished: date) -> None:
    plan = count_back(tasks, wished, Calendar(), wished - timedelta(days=400))
    assert any(step.critical for step in plan.steps)
    for place, step in enumerate(plan.steps):
        assert end_of(walk(tasks, (), plan.begins_on, {place: step.slack})) == plan.ready_on
        assert end_of(walk(tasks, (), plan.begins_on, {place: step.slack + 1})) > plan.ready_on


def test_a_plan_goes_round_the_year_end() -> None:
    tasks = (task(5, side=Side.THEIRS), task(1, 0), task(10, 1), task(3, 1), task(2, 2, 3))
    plan = count_back(tasks, date(2027, 1, 17), Calendar((YEAR_END,)), TODAY)
    assert [(f"{step.starts_on}", f"{step.ends_on}", step.slack) for step in plan.steps] == [
        ("2026-12-14", "2026-12-18", 0),
        ("2026-12-21", "2026-12-21", 0),
        ("2026-12-22", "2027-01-13", 0),
        ("2026-12-22", "2027-01-04", 7),
        ("2027-01-14", "2027-01-15", 0),
    ]
    assert plan.late == 0
    late = count_back(tasks, date(2026, 12, 11), Calendar((YEAR_END,)), TODAY)
    assert (late.late, late.begins_on, late.ready_on) == (3, TODAY, date(2026, 12, 16))


def test_steps_that_wait_for_each_other_have_no_order() -> None:
    assert in_order([(), (0,), (1,)]) == (0, 1, 2)
    assert in_order([(2,), (), (1,)]) == (1, 2, 0)
    assert in_order([(1,), (0,)]) is None
    assert in_order([(0,)]) is None
    with pytest.raises(ValueError):
        count_back((task(1, 1), task(1, 0)), TODAY, Calendar(), TODAY)
    with pytest.raises(ValueError):
        count_back((), TODAY, Calendar(), TODAY)


def test_a_plan_of_many_years_is_counted_at_once() -> None:
    tasks = tuple(task(30, *([place - 1] if place else [])) for place in range(60))
    plan = count_back(tasks, date(2040, 1, 31), Calendar((AUGUST,)), TODAY)
    assert plan.late == 0 and plan.ready_on == date(2040, 1, 31) and all(step.critical for step in plan.steps)
