"""The window over the open file: what it shows first, and what it says of the data."""

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest

from desktop.data_folder import DataFolder
from desktop.models.calls import CallState
from desktop.models.prospects import Prospect
from desktop.services import calls, examples, prospect_rows, prospects, search, settings, templates, today
from desktop.settings import Preferences
from desktop.ui.commit_pace import SLOW_SECONDS, WATCHED_COMMITS
from desktop.ui.shell import Shell
from tests.conftest import MONDAY
from tests.ui.conftest import OpenShell


def claire(shell: Shell) -> Prospect:
    (row,) = [each for each in shell.workspace.ask(prospect_rows.prospect_rows) if each.name == "Ateliers Brévent"]
    return shell.workspace.ask(prospects.load_prospect, row.id)


def start_call(shell: Shell) -> object:
    script = templates.script("b2b", "en")
    grid = templates.grid(script.grid, "en")
    return shell.workspace.do(calls.start_call, claire(shell).id, script, grid, now=MONDAY)


def here(shell: Shell) -> str:
    return shell.window.current_page().key


def test_it_opens_on_today_with_the_keys_of_the_complete_program(shell: Shell) -> None:
    assert here(shell) == "today"
    digits = {entry.key: entry.digit for entry in shell.window.rail.entries}
    kept = {"today": 1, "prospects": 2, "matrix": 3, "followups": 4, "proposals": 5, "call": None}
    assert digits == {**kept, "library": 8, "catalogue": 9, "settings": 7}


@pytest.mark.parametrize(
    "key", ["today", "prospects", "matrix", "followups", "proposals", "library", "catalogue", "settings"]
)
def test_every_page_opens_in_each_size(shell: Shell, key: str) -> None:
    for size in ((1440, 900), (1024, 640)):
        shell.window.resize(*size)
        shell.window.show_page(key)
        assert here(shell) == key
        assert shell.window.header.title


def test_a_running_call_has_its_entry_and_loses_it(shell: Shell, qtbot) -> None:
    assert "call" not in shell.window.rail.keys
    call_id = start_call(shell)
    assert "call" in shell.window.rail.keys
    shell.workspace.do(calls.leave, call_id, now=MONDAY)
    assert "call" not in shell.window.rail.keys


def test_a_call_that_was_running_is_on_screen_at_the_next_start(open_shell: OpenShell) -> None:
    first = open_shell()
    first.workspace.do(examples.load, now=MONDAY, language="en")
    call_id = start_call(first)
    first.workspace.do(calls.go_to, call_id, "budget")
    first.workspace.close()  # as after a kill: nothing else was said or done
    first.close = lambda: None  # type: ignore[method-assign]
    second = open_shell()
    assert here(second) == "call"
    outline = second.workspace.ask(calls.outline, call_id)
    assert (outline.call.state, outline.call.question) == (CallState.RUNNING, "budget")
    assert "call" in second.window.rail.keys


def test_the_badge_counts_what_is_due(shell: Shell, qtbot) -> None:
    expected = shell.workspace.ask(today.due_count, MONDAY)
    assert expected == 3
    qtbot.waitUntil(lambda: "3" in shell.window.rail.entry("today").accessibleName(), timeout=3000)


def test_the_palette_finds_people_and_what_they_said(shell: Shell, qtbot) -> None:
    palette = shell.window.command_palette
    palette.open("brev")
    assert "Ateliers Brévent" in palette.titles
    palette.open("chasing quotes")
    row = palette.titles.index("My reps lose a day a week chasing quotes by hand.")
    palette.results.setCurrentRow(row)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert here(shell) == "call", "at the very line where it was said"
    (found,) = shell.workspace.ask(search.matching_sentences, "chasing quotes by hand")
    line = shell.pages.call.told.screen.timeline.row_of(found.key)
    assert line is not None and "chasing quotes by hand" in line.words.text()
    qtbot.waitUntil(lambda: not line.visibleRegion().isEmpty(), timeout=2000)


def test_the_status_bar_says_what_is_saved_and_what_is_not(shell: Shell) -> None:
    status = shell.window.status
    assert status.saved_text == "Saved"
    shell.workspace.failed.emit("The disk is full.")
    assert status.saved_text == "The disk is full."
    shell.workspace.do(settings.save_company, now=MONDAY, name="Duval")
    assert status.saved_text == "Saved"


def test_the_protection_is_shown_and_leads_to_the_settings(shell: Shell) -> None:
    button = shell.window.status.protection_button
    assert "not protected" in button.accessibleName()
    button.click()
    assert (here(shell), shell.pages.settings.section) == ("settings", "protection")


def test_slow_saves_are_told_once(shell: Shell) -> None:
    for _commit in range(WATCHED_COMMITS):
        shell.workspace.saved.emit(SLOW_SECONDS * 2)
    assert "slow" in shell.window.toasts.text
    assert shell.window.status.saved_text == "Saved, but slowly"
    shell.window.toasts.dismiss()
    shell.workspace.saved.emit(SLOW_SECONDS * 2)
    assert "slow" not in shell.window.toasts.text
    for _commit in range(WATCHED_COMMITS):
        shell.workspace.saved.emit(SLOW_SECONDS / 2)
    assert shell.window.status.saved_text == "Saved"


def test_a_deed_can_be_taken_back_from_its_toast(shell: Shell) -> None:
    shell.window.show_page("settings")
    shell.pages.settings.show_section("data")
    shell.pages.settings.data.examples_button.click()
    assert shell.window.toasts.text == "Examples removed"
    shell.window.toasts.button.click()
    assert shell.workspace.ask(examples.count) == 3


def test_closing_saves_what_is_being_typed(shell: Shell, folder: DataFolder) -> None:
    shell.window.show_page("settings")
    shell.pages.settings.show_section("company")
    QTest.keyClicks(shell.pages.settings.company.fields["name"].editor, "Duval")
    shell.window.close()
    shell.close()
    store = folder.open()
    with store.reading() as session:
        company = settings.company(session)
    store.close()
    assert company is not None and company.name == "Duval"


def test_the_place_of_the_window_is_remembered(shell: Shell, folder: DataFolder) -> None:
    shell.window.close()
    assert Preferences(folder.paths.settings).current.geometry


def test_a_copy_is_made_on_the_first_day(open_shell: OpenShell, folder: DataFolder, qtbot) -> None:
    shell = open_shell(ahead=True)
    qtbot.waitUntil(lambda: folder.last_backup() is not None, timeout=10_000)
    assert not folder.backup_is_due()
    assert not shell.window.build_next()  # every page is there: it comes after them


def test_rest_folds_the_journal(shell: Shell, folder: DataFolder) -> None:
    journal = folder.paths.database.with_name("boussole.db-wal")
    QThreadPool.globalInstance().waitForDone()
    shell.workspace.do(settings.save_company, now=MONDAY, name="Duval")
    assert shell._idle.isActive() and journal.stat().st_size
    shell._idle.timeout.emit()
    assert journal.stat().st_size == 0
