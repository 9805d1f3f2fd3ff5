"""What became of it: a digit, the next step under it, Enter; won, lost, and what the rep changed."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.clock import FixedClock
from desktop.errors import UserError
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.pressure import LINE, Alternative, Gauge
from desktop.models.statuses import LossKind
from desktop.services.followups import NextStep
from desktop.ui.widgets.next_step import StepSetting
from desktop.ui.widgets.outcome_popover import OutcomePopover, Told
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.widgets.followup_case import anchor

ENTER = Qt.Key.Key_Return


def proposed(outcome: Outcome) -> NextStep | None:
    """Another subject for each outcome."""
    due = datetime.fromisoformat("2026-12-01T09:00")
    return NextStep(due, "Europe/Paris", Channel.EMAIL, Objective.PROJECTION, f"after {outcome}")


def opened(window: QWidget, clock: FixedClock, found: list[Told]) -> OutcomePopover:
    popover = OutcomePopover(clock, window)
    popover.open_for(anchor(window), "Claire <b>", proposed, found.append)
    return popover


def test_a_digit_then_enter(window: QWidget, clock: FixedClock) -> None:
    found: list[Told] = []
    popover = opened(window, clock, found)
    assert not popover.next.isVisible()
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_3)
    assert popover.form.value() == proposed(Outcome.REPLIED)
    QTest.keyClick(popover.outcome.chip("replied"), ENTER)
    assert found == [Told(Outcome.REPLIED, proposed(Outcome.REPLIED))]
    assert not popover.isVisible()


def test_enter_before_the_outcome_says_what_is_missing(window: QWidget, clock: FixedClock) -> None:
    found: list[Told] = []
    popover = opened(window, clock, found)
    QTest.keyClick(popover.outcome.chip("reached"), ENTER)
    assert (found, popover.error.isVisible()) == ([], True)
    assert (nameless(popover), rich_text_labels(popover)) == ([], [])


def test_digits_in_a_text_are_text_and_what_was_changed_stays(window: QWidget, clock: FixedClock) -> None:
    found: list[Told] = []
    popover = opened(window, clock, found)
    QTest.keyClicks(popover.note, "rappeler le 2")
    assert (popover.note.text(), popover.outcome.value) == ("rappeler le 2", "")
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_1)
    popover.form.due.focus_line()
    QTest.keyClicks(popover.form.due.line, "friday 10am")
    popover.outcome.chip("won").click()
    assert popover.why.text().startswith("They become a client")
    QTest.keyClick(popover.form.due.line, ENTER)
    (told,) = found
    assert (told.outcome, told.note) == (Outcome.WON, "rappeler le 2")
    assert told.next_step is not None
    assert told.next_step.due_local == datetime.fromisoformat("2026-11-27T10:00")


def test_lost_asks_what_for_by_a_digit_then_why(window: QWidget, clock: FixedClock) -> None:
    found: list[Told] = []
    popover = opened(window, clock, found)
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_6)
    assert (popover.lost.isVisible(), popover.next.isVisible()) == (True, False)
    popover.go.click()
    assert "Choose what it was lost for" in popover.error.text()
    QTest.keyClick(popover.loss.chip("price"), Qt.Key.Key_4)
    assert popover.reason.hasFocus()
    QTest.keyClicks(popover.reason, "signed elsewhere")
    QTest.keyClick(popover.reason, ENTER)
    assert found == [Told(Outcome.LOST, None, "", LossKind.COMPETITOR, "signed elsewhere")]


def test_what_the_service_refuses_is_said_where_it_belongs(window: QWidget, clock: FixedClock) -> None:
    def refuse(_told: Told) -> None:
        raise UserError("Too late.")

    popover = OutcomePopover(clock, window)
    popover.open_for(anchor(window), "Claire", proposed, refuse)
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_1)
    popover.go.click()
    assert (popover.isVisible(), popover.form.due.error) == (True, "Too late.")


def test_who_was_pressed_too_much_is_offered_something_else(window: QWidget, clock: FixedClock) -> None:
    found: list[Told] = []
    gauge = Gauge(75, LINE, True, "4 calls", (Alternative.SILENCE, Alternative.AUDIT), date(2026, 12, 12))
    popover = OutcomePopover(clock, window)
    popover.open_for(anchor(window), "Claire", proposed, found.append, StepSetting(), gauge)
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_1)
    assert not popover.gauge.isVisible(), "they answered: nothing presses them any more"
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_2)
    assert popover.gauge.isVisible()
    popover.gauge.buttons["silence"].click()
    popover.gauge.buttons["audit"].click()
    assert popover.go.hasFocus()
    QTest.keyClick(popover.go, ENTER)
    (told,) = found
    assert told.outcome is Outcome.VOICE_MAIL and told.next_step is not None
    assert told.next_step.due_local == datetime.fromisoformat("2026-12-14T09:00"), "12 December is a Saturday"
    assert (told.next_step.objective, told.next_step.subject) == (
        Objective.PRECISION,
        "offer a short audit, without commitment",
    )
    popover.open_for(anchor(window), "Claire", proposed, found.append)
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_2)
    assert not popover.gauge.isVisible()
