"""The sign beside the clock names nobody, whatever rings."""

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from desktop import i18n
from desktop.ui.tray import Tray

# The offscreen platform says this of every sign; it is about itself.
quiet = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


@pytest.fixture
def tray(qtbot):
    i18n.use("fr")
    tray = Tray()
    yield tray
    tray.close()


@quiet
def test_it_says_a_number_and_nothing_else(tray: Tray) -> None:
    assert [each.text() for each in tray.menu.actions() if each.isVisible() and each.text()] == [
        "Ouvrir Boussole",
        "Quitter",
    ]
    tray.set_due(3)
    assert tray.due_action.isVisible() and tray.due_action.text() == "3 relances pour aujourd’hui"
    tray.tell(1)
    assert tray.said == "1 rappel"
    tray.set_due(None)
    assert not tray.due_action.isVisible()


@quiet
def test_it_opens_and_quits(tray: Tray, qtbot) -> None:
    with qtbot.waitSignal(tray.opened):
        tray.open_action.trigger()
    with qtbot.waitSignal(tray.quit_requested):
        tray.quit_action.trigger()
    with qtbot.waitSignal(tray.opened):
        tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.opened):
        tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
