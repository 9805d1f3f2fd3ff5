"""The stage: the real program over a real file, and nothing left behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from desktop import i18n
from desktop.clock import FixedClock
from desktop.errors import UserError
from desktop.paths import Paths
from desktop.services import settings
from desktop.ui import theme
from desktop.ui.play import stage
from desktop.ui.play.keys import PlayError
from desktop.ui.single_instance import SingleInstance
from tests.conftest import MONDAY


def test_the_window_is_on_today_in_the_language_asked_for(qapp):
    with stage.opened(FixedClock(MONDAY), "fr", theme="dark", size=(1024, 640)) as opened:
        assert opened.shell.window.isActiveWindow()
        assert opened.shell.window.current_page() is opened.shell.pages.today
        assert (opened.shell.window.width(), opened.shell.window.height()) == (1024, 640)
        assert i18n.current().code == "fr"
        assert theme.current() == theme.load("dark")
        assert opened.workspace.clock.now() == MONDAY
    assert i18n.current().code == "en"


def test_a_thrown_away_folder_is_thrown_away(qapp):
    with stage.opened(FixedClock(MONDAY), "en") as opened:
        folder = opened.folder
        assert (folder / "boussole.db").exists()
    assert not folder.exists()


def test_a_given_folder_stays_encrypted_and_can_be_opened_again(qapp, tmp_path: Path):
    for _time in range(2):
        with stage.opened(FixedClock(MONDAY), "en", tmp_path) as opened:
            assert opened.folder == tmp_path
    assert not (tmp_path / "boussole.db").read_bytes().startswith(b"SQLite format 3")


def test_the_program_is_closed_and_started_again_at_another_moment(qapp):
    with stage.opened(FixedClock(MONDAY), "en") as opened:
        opened.workspace.do(settings.save_company, now=MONDAY, name="Nord")
        window, workspace = opened.shell.window, opened.workspace
        opened.reopen(MONDAY.replace(day=24))
        opened.come_forward()
        assert opened.shell.window is not window and opened.workspace is not workspace
        assert opened.hands.window is opened.shell.window
        assert opened.workspace.clock.now() == MONDAY.replace(day=24)
        company = opened.workspace.ask(settings.company)
        assert company is not None and company.name == "Nord"
        opened.crashes.append(ValueError("kept"))
        with pytest.raises(PlayError, match="the program failed with ValueError"):
            opened.hands.settle()
        opened.crashes.clear()


def test_a_folder_that_is_open_elsewhere_is_refused(qapp, tmp_path: Path):
    paths = Paths(tmp_path)
    paths.create()
    other = SingleInstance(paths.lock)
    other.acquire()
    try:
        with (
            pytest.raises(UserError, match="Close it, then play again"),
            stage.opened(FixedClock(MONDAY), "en", tmp_path),
        ):
            pass
    finally:
        other.release()


def test_a_bug_in_the_program_stops_the_play(qapp):
    """A slot that raises does not stop Qt; a play that went on would leave a document nobody can trust."""
    with stage.opened(FixedClock(MONDAY), "en") as opened:
        QTimer.singleShot(0, lambda: 1 / 0)
        with pytest.raises(PlayError, match="the program failed with ZeroDivisionError"):
            opened.hands.settle()
        opened.hands.crashes.clear()


def test_no_other_program_is_started(qapp, tmp_path: Path):
    """What the program hands to the system is noted, and goes nowhere."""
    url = QUrl.fromLocalFile(str(tmp_path / "draft.eml"))
    with stage.opened(FixedClock(MONDAY), "en") as opened:
        assert QDesktopServices.openUrl(url)
        assert opened.neighbours.opened == [url]
