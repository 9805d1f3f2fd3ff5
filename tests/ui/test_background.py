"""A closed window stays beside the clock for who asked for it, and closes for everybody else."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.settings import Preferences
from desktop.ui.background import LEAVING, Background
from desktop.ui.tray import Tray

# The offscreen platform says this of every sign; it is about itself.
quiet = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "settings.json")


@pytest.fixture
def tray(qtbot):
    tray = Tray()
    yield tray
    tray.close()
    QApplication.setQuitOnLastWindowClosed(True)


@quiet
def test_it_stays_only_where_it_was_asked_to_and_says_so_once(qtbot, tray: Tray, preferences: Preferences) -> None:
    window, flushed = QWidget(), []
    qtbot.addWidget(window)
    Background(window, tray, preferences, lambda: flushed.append(True))
    window.show()
    assert window.close() and not window.isVisible()
    preferences.change(starts_with_system=True)
    window.show()
    assert not window.close() and not window.isVisible() and flushed == [True]
    assert "stays here" in tray.said and preferences.current.told_of_tray
    assert not QApplication.quitOnLastWindowClosed()
    tray.said = ""
    window.show()
    assert QApplication.quitOnLastWindowClosed()
    assert not window.close() and tray.said == ""
    window.show()
    window.setProperty(LEAVING, True)
    assert window.close() and QApplication.quitOnLastWindowClosed()
