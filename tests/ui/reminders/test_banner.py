"""The strip says what rings or why nothing does, and each of its buttons asks for one thing."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.ui.reminders.banner import ReminderBanner


@pytest.fixture
def banner(qtbot) -> ReminderBanner:
    ground = QWidget()
    qtbot.addWidget(ground)
    banner = ReminderBanner("Ctrl+Shift+B")
    banner.setParent(ground)
    banner.ground = ground
    return banner


def test_it_comes_and_goes_with_what_it_says(banner: ReminderBanner, qtbot) -> None:
    assert banner.text == "" and banner.isHidden()
    banner.show_words("Reminder: 09:30")
    assert banner.text == "Reminder: 09:30" and banner.trust_button.isHidden()
    for button, signal in ((banner.show_button, "show_requested"), (banner.later_button, "snooze_requested")):
        with qtbot.waitSignal(getattr(banner, signal)):
            button.click()
    banner.show_words("")
    assert banner.isHidden()


def test_a_clock_that_cannot_be_right_has_another_button(banner: ReminderBanner, qtbot) -> None:
    banner.doubt()
    assert "jumped ahead" in banner.text and banner.show_button.isHidden() and banner.later_button.isHidden()
    with qtbot.waitSignal(banner.trusted):
        banner.trust_button.click()
