"""From the icon to the first page, on a real folder: new, protected, damaged, newer, or in use elsewhere."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSysInfo, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import database, i18n, vault
from desktop.clock import FixedClock, SystemClock
from desktop.data_folder import DataFolder
from desktop.paths import Paths
from desktop.services import examples, settings
from desktop.ui import application, location
from desktop.ui.application import Application
from desktop.ui.first_run.steps import ExamplesStep, LanguageStep, RecoveryStep
from desktop.ui.trouble import TroubleSheet
from desktop.ui.unlock import UnlockSheet
from tests.conftest import MONDAY

PASSPHRASE = "quatre mots bien choisis"
Start = Callable[..., Application]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def start(qapp: QApplication, qtbot, paths: Paths) -> Iterator[Start]:
    """Starts the program as often as asked, and ends each one at the end."""
    started: list[Application] = []

    def begin(**choices: Any) -> Application:
        running = Application(qapp, paths, FixedClock(MONDAY), "en", **choices)
        started.append(running)
        assert running.start()
        return running

    yield begin
    for running in started:
        end(running)


def end(running: Application) -> None:
    QThreadPool.globalInstance().waitForDone()
    window = running.shell.window if running.shell else running.calm
    running.stop()
    if window is not None:
        window.close()
        window.deleteLater()
    running.look.deleteLater()
    running.shell = running.calm = None


def press(key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def make(paths: Paths, passphrase: str = "") -> DataFolder:
    """A folder that was used before."""
    folder = DataFolder(paths, FixedClock(MONDAY))
    folder.create(passphrase)
    store = folder.open()
    with store.writing() as (session, _touched):
        settings.save_company(session, now=MONDAY, name="Atelier Duval")
    store.close()
    return folder


def trouble(running: Application) -> TroubleSheet:
    assert running.calm is not None and running.shell is None
    sheet = running.calm.sheet
    assert isinstance(sheet, TroubleSheet)
    return sheet


def test_a_first_run_reaches_the_first_page_by_keyboard(start: Start, paths: Paths, qtbot) -> None:
    running = start()
    assert running.calm is not None and isinstance(running.calm.sheet, LanguageStep)
    running.calm.activateWindow()
    qtbot.waitUntil(running.calm.isActiveWindow)
    press()
    QTest.keyClicks(QApplication.focusWidget(), "Atelier Duval")
    press()
    for field in (running.calm.sheet.form.first, running.calm.sheet.form.again):
        field.editor.setFocus()
        QTest.keyClicks(field.editor, PASSPHRASE)
    press()
    assert isinstance(running.calm.sheet, RecoveryStep)
    press()
    assert isinstance(running.calm.sheet, ExamplesStep)
    press()
    assert running.shell is not None and running.shell.window.isVisible()
    assert running.shell.window.current_page().key == "today"
    assert running.shell.workspace.ask(examples.count) == 3
    company = running.shell.workspace.ask(settings.company)
    assert company is not None and company.name == "Atelier Duval"
    assert running.preferences.current.first_run_done
    assert '"open"' not in paths.vault.read_text("utf-8")


def test_a_first_run_left_in_the_middle_begins_again(start: Start, paths: Paths) -> None:
    first = start()
    assert first.calm is not None
    first.calm.close()
    first.stop()
    assert not paths.vault.exists() and not paths.database.exists()
    second = start()
    assert second.calm is not None and isinstance(second.calm.sheet, LanguageStep)


def test_the_language_of_the_first_run_stays(start: Start, paths: Paths) -> None:
    running = start()
    assert running.calm is not None
    running.calm.sheet.choice.segment("fr").click()
    assert running.calm.sheet.title.text() == "Bienvenue"
    assert i18n.current().code == "fr"
    assert running.preferences.current.language == "fr"


def test_an_open_folder_goes_straight_to_the_page(start: Start, paths: Paths) -> None:
    make(paths)
    running = start()
    assert running.calm is None and running.shell is not None
    assert not running.shell.window.status.protection_button.accessibleName().startswith("Protected")


def test_a_protected_folder_asks_first(start: Start, paths: Paths, qtbot) -> None:
    make(paths, PASSPHRASE)
    running = start()
    assert running.calm is not None and isinstance(running.calm.sheet, UnlockSheet)
    running.calm.sheet.line.setText("autre chose")
    running.calm.sheet.open_button.click()
    qtbot.waitUntil(lambda: running.calm.sheet.failures == 1, timeout=10_000)
    assert running.shell is None
    running.calm.sheet.line.setText(PASSPHRASE)
    running.calm.sheet.open_button.click()
    qtbot.waitUntil(lambda: running.shell is not None, timeout=10_000)
    company = running.shell.workspace.ask(settings.company)
    assert company is not None and company.name == "Atelier Duval"


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_start_leaves_at_once_and_raises_the_first(start: Start, paths: Paths, qapp, qtbot) -> None:
    make(paths)
    first = start()
    second = Application(qapp, paths, FixedClock(MONDAY), "en")
    with qtbot.waitSignal(first.instance.raise_requested, timeout=3000):
        assert not second.start()
    assert second.shell is None and second.calm is None
    second.look.deleteLater()


def test_a_folder_in_use_on_another_computer_is_refused(start: Start, paths: Paths) -> None:
    make(paths)
    paths.lock.write_text("4242\nboussole\nanother-laptop\n")
    running = start()
    assert "another-laptop" in trouble(running).sentence.text()
    paths.lock.write_text(f"999999999\nboussole\n{QSysInfo.machineHostName()}\n")
    trouble(running).buttons["Try again"].click()
    assert running.shell is not None


def test_a_network_folder_is_refused_and_nothing_is_written(start: Start, paths: Paths, monkeypatch) -> None:
    monkeypatch.setattr(location, "file_system", lambda _folder: "nfs4")
    running = start()
    assert "network drive" in trouble(running).sentence.text()
    assert not paths.data.exists()


def test_a_newer_file_is_refused_with_not_a_byte_changed(start: Start, paths: Paths) -> None:
    make(paths)
    engine = database.connect(paths.database, vault.open_unprotected(paths.vault))
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version=999")
    database.Store(engine).close()
    before = paths.database.read_bytes()
    running = start()
    assert "newer version" in trouble(running).sentence.text()
    assert not trouble(running).buttons
    end(running)
    assert paths.database.read_bytes() == before


def test_a_damaged_file_is_restored_only_when_asked(start: Start, paths: Paths) -> None:
    make(paths).back_up()
    damaged = b"\x00" * 8192
    paths.database.write_bytes(damaged)
    running = start()
    assert trouble(running).sentence.text() == "The data file is damaged."
    assert paths.database.read_bytes() == damaged
    trouble(running).buttons["Restore this backup"].click()
    assert running.shell is not None
    company = running.shell.workspace.ask(settings.company)
    assert company is not None and company.name == "Atelier Duval"
    (aside,) = (paths.data / "quarantine").iterdir()
    assert (aside / "boussole.db").read_bytes() == damaged


def test_a_missing_key_is_told_and_no_other_is_made(start: Start, paths: Paths) -> None:
    make(paths)
    for path in paths.data.glob("vault*"):
        path.unlink()
    running = start()
    assert "key file" in trouble(running).sentence.text()
    assert not list(paths.data.glob("vault*"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to receive")
def test_a_request_to_end_is_heard_while_qt_waits(qapp, qtbot) -> None:
    heard: list[str] = []
    take_back = application.stop_on_signals(lambda: heard.append("stop"))
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: heard == ["stop"], timeout=3000)
    take_back()


def test_the_zone_is_that_of_the_machine(qapp) -> None:
    assert application.system_zone().key


def with_a_tray() -> bool:
    return True


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise", extend=True)
def test_hidden_it_waits_beside_the_clock_and_says_nobody_s_name(start: Start, paths: Paths, qtbot) -> None:
    make(paths).back_up()
    running = start(hidden=True, tray_available=with_a_tray)
    assert running.shell is not None and running.tray is not None
    window = running.shell.window
    assert not window.isVisible() and not QApplication.quitOnLastWindowClosed()
    running.shell.workspace.do(examples.load, now=MONDAY, language="en")
    running.tray.menu.aboutToShow.emit()
    assert running.tray.due_action.text() == "3 follow-ups for today"
    running.tray.open_action.trigger()
    assert window.isVisible() and QApplication.quitOnLastWindowClosed()
    running.preferences.change(starts_with_system=True)
    window.close()
    assert not window.isVisible() and "stays here" in running.tray.said
    running.tray.open_action.trigger()
    running.shell.window.registry.get("shell.quit").trigger()
    assert not window.isVisible() and QApplication.quitOnLastWindowClosed()


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise", extend=True)
def test_hidden_and_locked_it_asks_to_be_opened_and_shows_no_number(start: Start, paths: Paths) -> None:
    make(paths, PASSPHRASE)
    running = start(hidden=True, tray_available=with_a_tray)
    assert running.calm is not None and not running.calm.isVisible() and running.tray is not None
    assert "locked" in running.tray.said
    running.tray.menu.aboutToShow.emit()
    assert not running.tray.due_action.isVisible()
    running.tray.open_action.trigger()
    assert running.calm.isVisible() and isinstance(running.calm.sheet, UnlockSheet)


def test_hidden_without_a_tray_it_is_shown(start: Start, paths: Paths) -> None:
    make(paths)
    running = start(hidden=True)
    assert running.tray is None and running.shell is not None and running.shell.window.isVisible()


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_hidden_a_trouble_is_shown_all_the_same(start: Start, paths: Paths) -> None:
    make(paths)
    paths.database.write_bytes(b"\x00" * 8192)
    running = start(hidden=True, tray_available=with_a_tray)
    assert trouble(running).isVisible()


def test_a_rep_who_travels_has_the_hour_of_the_place(qapp: QApplication, paths: Paths) -> None:
    clock = SystemClock(ZoneInfo("Pacific/Chatham"))
    running = Application(qapp, paths, clock, "en")
    running._travels.timeout.emit()
    assert clock.zone == application.system_zone() and clock.zone.key != "Pacific/Chatham"
    end(running)
