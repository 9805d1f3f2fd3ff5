"""A call that is over, on the screen."""

import uuid
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.models.calls import QuestionState
from desktop.services import calls, live_call, scoring, templates
from desktop.services.call_account import Account, account
from desktop.ui.calls.account_screen import AccountScreen, MoveRow, ThemeRow
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def told(workspace: Workspace, prospect_id: uuid.UUID) -> Account:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call_id = workspace.do(calls.start_call, prospect_id, script, grid, now=MONDAY)
    when = MONDAY + timedelta(seconds=30)
    workspace.do(calls.add_entry, call_id, "verbatim", "<b>a day</b>", at=when, question="objective", offset_seconds=30)
    workspace.do(scoring.set_score, call_id, "need", 3, at=when)
    workspace.do(live_call.mark_and_go, call_id, "opening", QuestionState.ASKED, "objective", at=when, seconds=40)
    workspace.do(live_call.ending(calls.conclude), call_id, 100, now=when, no_follow_up_reason="already equipped")
    return workspace.ask(account, call_id)


@pytest.fixture
def screen(qtbot, told: Account) -> AccountScreen:
    screen = AccountScreen()
    qtbot.addWidget(screen)
    screen.resize(1000, 700)
    screen.show_account(told)
    with qtbot.waitActive(screen):
        screen.show()
    return screen


def texts(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_it_says_when_with_whom_how_long_and_how_it_ended(screen: AccountScreen) -> None:
    assert "01:40" in screen.summary.text() and "Claire Fontaine" in screen.summary.text()
    assert "1/12" in screen.summary.text()
    assert screen.next_step.text() == "No follow-up: already equipped"


def test_themes_and_moves_are_shown_with_their_words(screen: AccountScreen) -> None:
    times = [row.time.text() for row in screen.findChildren(ThemeRow)]
    assert times[:2] == ["00:40", "01:00"]
    (move,) = screen.findChildren(MoveRow)
    assert move.move_label.text() == "not asked → 3"
    assert "“<b>a day</b>”" in texts(move)


def test_nothing_is_nameless_or_rich(screen: AccountScreen) -> None:
    assert nameless(screen) == [] and rich_text_labels(screen) == []


def test_the_page_is_asked_for_in_the_language_chosen(qtbot, screen: AccountScreen) -> None:
    screen.language.set_value("fr")
    with qtbot.waitSignal(screen.export_requested) as asked:
        screen.export_button.click()
    assert asked.args == ["fr"]


def test_escape_goes_back_to_the_prospect(qtbot, screen: AccountScreen) -> None:
    screen.export_button.setFocus()
    with qtbot.waitSignal(screen.closed):
        QTest.keyClick(screen.export_button, Qt.Key.Key_Escape)


def test_it_opens_at_what_was_looked_for(qtbot, workspace: Workspace, prospect_id: uuid.UUID) -> None:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call_id = workspace.do(calls.start_call, prospect_id, script, grid, now=MONDAY)
    entries = [workspace.do(calls.add_entry, call_id, "verbatim", f"line {n}", at=MONDAY) for n in range(90)]
    screen = AccountScreen()
    qtbot.addWidget(screen)
    screen.resize(1000, 500)
    screen.show_account(workspace.ask(account, call_id))
    with qtbot.waitActive(screen):
        screen.show()
    screen.show_entry(entries[80])
    row = screen.timeline.row_of(entries[80])
    assert row is not None and "line 80" in row.words.text()
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty(), timeout=2000)
    assert not screen.grab().isNull()
    screen.show_entry(uuid.uuid4())
    assert screen.timeline.row_of(uuid.uuid4()) is None
