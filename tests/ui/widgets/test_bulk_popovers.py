"""What is asked of several at once."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.clock import FixedClock
from desktop.errors import UserError
from desktop.models.followup_kinds import Outcome
from desktop.ui.widgets.bulk_popovers import BulkMovePopover, BulkOutcomePopover, Spread
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.widgets.followup_case import anchor

ENTER = Qt.Key.Key_Return


def test_one_outcome_for_all(window: QWidget) -> None:
    found: list[Outcome] = []
    popover = BulkOutcomePopover(window)
    popover.open_for(anchor(window), 12, found.append)
    assert popover.heading.text() == "What became of 12 follow-ups"
    QTest.keyClick(popover.outcome.chip("reached"), ENTER)
    assert (found, popover.error.isVisible()) == ([], True)
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_2)
    QTest.keyClick(popover.outcome.chip("voice_mail"), ENTER)
    assert (found, popover.isVisible()) == ([Outcome.VOICE_MAIL], False)
    assert (nameless(popover), rich_text_labels(popover)) == ([], [])


def test_together_or_so_many_a_day_with_a_reason_when_one_is_due(window: QWidget, clock: FixedClock) -> None:
    found: list[Spread] = []

    def chosen(spread: Spread) -> None:
        if not spread.reason:
            raise UserError("Say why.")
        found.append(spread)

    popover = BulkMovePopover(clock, window)
    popover.open_for(anchor(window), 12, 2, chosen)
    QTest.keyClicks(popover.picker.line, "friday")
    QTest.keyClick(popover.picker.line, ENTER)
    assert (popover.isVisible(), popover.picker.error) == (True, "Say why.")
    popover.a_day.chip("5").click()
    QTest.keyClicks(popover.reason, "fair week")
    QTest.keyClick(popover.reason, ENTER)
    assert found == [Spread(datetime.fromisoformat("2026-11-27T09:00"), 5, "fair week")]
    assert (nameless(popover), rich_text_labels(popover)) == ([], [])
    popover.open_for(anchor(window), 1, 0, chosen)
    assert (popover.reason_field.isVisible(), popover.a_day.value) == (False, "0")
