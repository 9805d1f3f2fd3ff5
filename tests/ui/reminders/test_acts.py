"""Answers to reminders: written, told, and taken back; one that cannot be written is said."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.clock import FixedClock
from desktop.models.followup_kinds import Channel, Objective
from desktop.services import followups, reminders
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from desktop.ui.reminders.acts import LONG, SHORT, ReminderActs
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY


class Told(list):
    def toast(self, text: str, undo: object) -> None:
        self.append((text, undo))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def acts(workspace: Workspace, clock: FixedClock, told: Told) -> ReminderActs:
    for name in ("Claire", "Marc"):
        key = workspace.do(create_prospect, now=MONDAY, person=name)
        step = NextStep(MONDAY.replace(tzinfo=None), "Europe/Paris", Channel.PHONE, Objective.VALIDATION)
        workspace.do(followups.plan, key, step, now=MONDAY)
    clock.advance(60)
    return ReminderActs(workspace, told.toast, lambda: None)


def rings(workspace: Workspace, now: datetime) -> list[str]:
    return sorted(each.who for each in workspace.ask(reminders.ring, now=now))


def test_each_answer_is_told_and_taken_back(acts: ReminderActs, workspace: Workspace, told: Told) -> None:
    now = workspace.clock.now()
    both = workspace.ask(reminders.ring, now=now)
    claire = next(each for each in both if each.who == "Claire")
    acts.see(claire)
    assert rings(workspace, now) == ["Marc"] and told[-1][0] == "Reminder seen: Claire"
    told[-1][1]()
    acts.see_all()
    assert rings(workspace, now) == [] and told[-1][0] == "2 reminders seen"
    told[-1][1]()
    acts.snooze(both, SHORT)
    assert told[-1][0] == "Rings again at 09:41: 2 reminders"
    assert rings(workspace, now) == [] and rings(workspace, now + SHORT) == ["Claire", "Marc"]
    told[-1][1]()
    assert rings(workspace, now) == ["Claire", "Marc"]
    acts.snooze([claire], None)
    assert told[-1][0] == "Rings again at Tue 24 Nov 09:00: Claire"
    assert acts.answer(claire) and rings(workspace, now) == ["Marc"]


def test_what_cannot_be_done_is_said(acts: ReminderActs, workspace: Workspace, told: Told) -> None:
    both = workspace.ask(reminders.ring, now=workspace.clock.now())
    acts.snooze(both, -timedelta(minutes=1))
    assert told == [("This moment is already past. Choose a later one.", None)]
    assert rings(workspace, workspace.clock.now()) == ["Claire", "Marc"]


def test_an_hour_is_an_hour_in_the_night_of_the_clocks(
    acts: ReminderActs, workspace: Workspace, clock: FixedClock
) -> None:
    clock.moment = datetime(2027, 10, 31, 0, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Paris"))
    both = workspace.ask(reminders.ring, now=clock.now())
    acts.snooze(both, LONG)
    rung = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    assert rings(workspace, rung - timedelta(seconds=1)) == [] and len(rings(workspace, rung)) == 2
