"""Postponing in words or by one click; from the third time on, for a reason."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.clock import FixedClock
from desktop.errors import UserError
from desktop.ui.widgets.move_popover import MovePopover
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.widgets.followup_case import DUE, FRIDAY, anchor

ENTER = Qt.Key.Key_Return


def opened(window: QWidget, clock: FixedClock, moves: int, chosen: Any) -> MovePopover:
    popover = MovePopover(clock, window)
    popover.open_for(anchor(window), "Claire <b>", DUE, moves, chosen)
    return popover


@pytest.mark.parametrize(
    ("said", "due"),
    [("friday", "2026-11-27T14:00"), ("tue 10am", "2026-11-24T10:00"), ("in 2 weeks", "2026-12-07T14:00"), ("", "")],
)
def test_the_line_has_the_focus_and_enter_accepts(window: QWidget, clock: FixedClock, said: str, due: str) -> None:
    found: list[tuple[datetime, str]] = []
    popover = opened(window, clock, 0, lambda *told: found.append(told))
    assert popover.picker.line.hasFocus()
    QTest.keyClicks(popover.picker.line, said)
    QTest.keyClick(popover.picker.line, ENTER)
    assert found == [(datetime.fromisoformat(due or "2026-11-24T14:00"), "")]
    assert not popover.isVisible()
    assert anchor(window).hasFocus()


def test_a_chip_moves_at_once(window: QWidget, clock: FixedClock) -> None:
    found: list[datetime] = []
    popover = opened(window, clock, 0, lambda due, _reason: found.append(due))
    QTest.keyClick(popover.picker.chips.chip("friday"), Qt.Key.Key_Space)
    assert (found, popover.isVisible()) == ([FRIDAY], False)


def test_a_date_refused_is_said_under_it_and_nothing_closes(window: QWidget, clock: FixedClock) -> None:
    def refuse(_due: datetime, _reason: str) -> None:
        raise UserError("Too late.")

    popover = opened(window, clock, 0, refuse)
    popover.go.click()
    assert (popover.isVisible(), popover.picker.error) == (True, "Too late.")
    QTest.keyClicks(popover.picker.line, "the budget")
    QTest.keyClick(popover.picker.line, ENTER)
    assert "the budget" in popover.picker.error
    popover.go.click()
    assert "the budget" in popover.picker.error
    popover.open_for(anchor(window), "Claire", DUE, 0, refuse)
    assert popover.picker.error == ""


def test_from_the_third_time_on_a_reason_is_asked(window: QWidget, clock: FixedClock) -> None:
    found: list[tuple[datetime, str]] = []
    assert not opened(window, clock, 1, lambda *_told: None).reason_field.isVisible()
    popover = opened(window, clock, 2, lambda *told: found.append(told))
    assert popover.reason_field.label.text() == "Already postponed 2 times: why once more?"
    QTest.keyClick(popover.picker.chips.chip("friday"), Qt.Key.Key_Space)
    assert popover.reason.hasFocus()
    QTest.keyClick(popover.reason, ENTER)
    assert (found, bool(popover.reason_field.error)) == ([], True)
    QTest.keyClicks(popover.reason, "closed accounts")
    QTest.keyClick(popover.reason, ENTER)
    assert found == [(FRIDAY, "closed accounts")]
    assert nameless(popover) == []
    assert rich_text_labels(popover) == []
