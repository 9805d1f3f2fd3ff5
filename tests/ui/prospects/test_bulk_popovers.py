"""What is asked of several at once: chosen by a digit, refused beside it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.errors import UserError
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.working_days import PLAIN
from desktop.services.prospect_bulk import Plan
from desktop.ui.prospects.bulk_popovers import BulkPlanPopover, ChoicePopover
from desktop.ui.prospects.page import ProspectsPage
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.prospects.book import listed as listed


def test_a_digit_chooses_and_a_refusal_is_told(qtbot, listed: ProspectsPage) -> None:
    popover = ChoicePopover("Heat", [("hot", "Hot"), ("cold", "Cold")], listed)
    chosen: list[str] = []

    def refuse(key: str) -> None:
        chosen.append(key)
        if len(chosen) == 1:
            raise UserError("Not today.")

    popover.open_for(listed.search, "", refuse)
    assert nameless(popover) == [] and rich_text_labels(popover) == []
    QTest.keyClick(popover, Qt.Key.Key_2)
    assert (chosen, popover.isVisible(), popover.error.text()) == (["cold"], True, "Not today.")
    QTest.keyClick(popover, Qt.Key.Key_1)
    assert (chosen, popover.isVisible()) == (["cold", "hot"], False)


def test_a_plan_for_several(listed: ProspectsPage, clock: FixedClock) -> None:
    popover = BulkPlanPopover(clock, listed)
    plans: list[Plan] = []
    popover.open_for(listed.search, 3, PLAIN, plans.append)
    assert popover.heading.text() == "Next step of 3 prospects"
    QTest.keyClicks(popover.picker.line, "someday")
    popover.go.click()
    assert popover.isVisible() and popover.picker.error and plans == []
    popover.picker.line.clear()
    QTest.keyClicks(popover.picker.line, "25/11 10am")
    popover.a_day.segment("10").click()
    popover.channel.chip("email").click()
    QTest.keyClicks(popover.subject, "fair")
    popover.go.click()
    (plan,) = plans
    assert (plan.first.isoformat(), plan.hour.hour, plan.a_day) == ("2026-11-25", 10, 10)
    assert (plan.channel, plan.objective, plan.subject) == (Channel.EMAIL, Objective.VALIDATION, "fair")
    assert not popover.isVisible()
