"""The reminder at hand offers the acts that make sense, the likeliest first."""

import uuid
from dataclasses import replace

import pytest

from desktop.models.followup_kinds import Channel
from desktop.ui import theme
from desktop.ui.reminders.details import KEYS, SNOOZES, Details
from tests.ui.accessibility import nameless
from tests.ui.reminders.reminder_case import CALL
from tests.ui.touch import too_small


@pytest.fixture
def details(qtbot) -> Details:
    details = Details()
    qtbot.addWidget(details)
    return details


def test_each_act_has_its_key_and_its_button(details: Details, qtbot) -> None:
    details.show_reminder(replace(CALL, proposal_id=uuid.UUID(int=3)), "Mon 30 Nov")
    assert set(details.buttons) == {*KEYS, *SNOOZES} and nameless(details) == []
    for act, button in details.buttons.items():
        with qtbot.waitSignal(details.chosen) as asked:
            button.click()
        assert asked.args == [act] and details.can(act)
    assert details.buttons["tomorrow"].text() == "Mon 30 Nov"


def test_the_likeliest_act_is_the_primary_one(details: Details) -> None:
    for channel, act in ((Channel.PHONE, "call"), (Channel.EMAIL, "draft"), (Channel.MEETING, "open")):
        details.show_reminder(replace(CALL, channel=channel), "tomorrow")
        assert [key for key, button in details.buttons.items() if button._kind == "primary"] == [act]
    assert not details.can("proposal") and not details.can("nothing")


def test_a_finger_hits_each_of_them(details: Details, look) -> None:
    theme.apply(look, theme.load("dark"), touch=True)
    details.show_reminder(CALL, "tomorrow")
    assert too_small(details, 44) == []
