"""A row says who and since when; what it is about stands under it when it is the one at hand."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from desktop.ui.reminders.details import Details
from desktop.ui.reminders.row import ReminderRow
from desktop.ui.widgets.labels import PlainLabel
from tests.conftest import MONDAY
from tests.ui.reminders.reminder_case import CALL


def shown(row: ReminderRow) -> list[str]:
    return [each.text() for each in row.findChildren(PlainLabel) if not each.isHidden() and each.text()]


def test_it_says_who_and_how_late(qtbot) -> None:
    row = ReminderRow(replace(CALL, late=timedelta(minutes=20)), MONDAY)
    qtbot.addWidget(row)
    assert shown(row) == ["Claire Fontaine", "Ateliers Brévent · valider le budget", "09:30", "20 min late"]
    assert row.accessibleName() == "09:30 · Claire Fontaine · valider le budget"
    row.show_reminder(replace(CALL, person="", subject=""), MONDAY)
    assert shown(row) == ["Ateliers Brévent", "09:30"]


def test_at_hand_it_opens_and_closes(qtbot) -> None:
    first, second = ReminderRow(CALL, MONDAY), ReminderRow(CALL, MONDAY)
    details = Details()
    for widget in (first, second):
        qtbot.addWidget(widget)
    for at_hand, other in ((first, second), (second, first)):
        at_hand.set_at_hand(details, MONDAY)
        other.set_at_hand(None, MONDAY)
        assert at_hand.isAncestorOf(details) and not other.isAncestorOf(details)
        assert shown(other)[1].endswith("le budget")
    with qtbot.waitSignal(first.chosen):
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
