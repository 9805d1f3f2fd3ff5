"""What each alternative does to the next step, and its way back."""

from datetime import timedelta

import pytest

from desktop.models.followup_kinds import Objective
from desktop.services import followups, pressure
from desktop.ui.widgets.next_step_popover import NextStepPopover
from desktop.ui.widgets.pressure_acts import take_alternative
from tests.services.test_touches import done
from tests.ui.widgets.draft_case import desk


@pytest.fixture
def bench(workspace, qtbot):
    found = desk(workspace, qtbot)
    for days in (9, 6, 3, 1):
        workspace.do(done, found.key, days)
    return found


def take(bench, alternative):
    take_alternative(alternative, bench.workspace, bench.acts, bench.anchor, bench.key, "Brevent")
    return bench.workspace.ask(followups.next_of, bench.key)


def test_silence_moves_the_next_step_to_when_things_have_calmed(bench):
    before = bench.workspace.ask(followups.next_of, bench.key).due_local
    quiet = bench.workspace.ask(pressure.gauge, bench.key, now=bench.workspace.clock.now()).quiet_until
    moved = take(bench, "silence")
    assert quiet <= moved.due_local.date() <= quiet + timedelta(days=4) and moved.due_local.time() == before.time()
    bench.stack.undo()
    assert bench.workspace.ask(followups.next_of, bench.key).due_local == before
    take(bench, "silence")
    index = bench.stack.index()
    take(bench, "silence")
    assert bench.stack.index() == index, "it is calm by then already"


def test_any_other_becomes_what_the_next_step_offers(bench):
    step = take(bench, "audit")
    assert (step.id, step.objective) == (bench.follow_up, Objective.PRECISION) and "audit" in step.subject
    bench.stack.undo()
    assert bench.workspace.ask(followups.next_of, bench.key).subject == "the budget"


def test_moved_too_often_it_asks_why_and_without_a_step_it_asks_for_one(bench):
    now = bench.workspace.clock.now()
    due = bench.workspace.ask(followups.next_of, bench.key).due_local
    for days in (1, 2):
        bench.workspace.do(followups.move, bench.follow_up, due + timedelta(days=days), now=now)
    take(bench, "silence")
    assert bench.acts.popover.isVisible()
    bench.acts.drop(bench.follow_up, "Brevent")
    take(bench, "test")
    assert isinstance(bench.acts.popover, NextStepPopover)
    bench.acts.popover.close()
