"""The form of a next step beside what it is about."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.clock import FixedClock
from desktop.errors import UserError
from desktop.services.followups import NextStep
from desktop.ui.widgets.next_step_popover import NextStepPopover
from tests.ui.widgets.followup_case import STEP, anchor


def test_a_step_is_planned_from_nothing_or_changed_from_what_it_was(window: QWidget, clock: FixedClock) -> None:
    popover = NextStepPopover(clock, window)
    found: list[NextStep] = []
    popover.open_for(anchor(window), "Claire", STEP, found.append)
    assert popover.go.text() == "Change"
    QTest.keyClick(popover.form.subject, Qt.Key.Key_Return)
    popover.open_for(anchor(window), "Claire", None, found.append)
    assert popover.go.text() == "Plan"
    popover.go.click()
    assert found[0] == STEP
    assert (found[1].subject, found[1].due_local) == ("", datetime.fromisoformat("2026-11-24T09:00"))


def test_what_is_refused_is_said_under_the_date(window: QWidget, clock: FixedClock) -> None:
    def refuse(_step: NextStep) -> None:
        raise UserError("Too late.")

    popover = NextStepPopover(clock, window)
    popover.open_for(anchor(window), "Claire", None, refuse)
    popover.go.click()
    assert (popover.isVisible(), popover.form.due.error) == (True, "Too late.")
