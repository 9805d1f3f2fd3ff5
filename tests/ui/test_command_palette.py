"""The palette finds what is meant, shows its key, runs it, and gives the focus back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.actions import Action
from desktop.ui.command_palette import Hit, closeness, fold, rank
from desktop.ui.main_window import MainWindow
from tests.ui.accessibility import nameless
from tests.ui.shell import SmallPage, small_window

opened: list[str] = []


def prospects(query: str) -> list[Hit]:
    found = [("Claire Fontaine", "Ateliers Brévent"), ("<b>Marc</b>", "MV Conseil")]
    return [
        Hit(name, detail, "user", lambda name=name: opened.append(name))  # type: ignore[misc]
        for name, detail in found
        if fold(query) in fold(name + detail)
    ]


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    opened.clear()
    made = small_window((prospects,))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def ask(qtbot: QtBot, window: MainWindow, text: str) -> list[str]:
    window.command_palette.open()
    qtbot.keyClicks(window.command_palette.line, text)
    return window.command_palette.titles


def test_folding_forgives_accents_case_and_apostrophes() -> None:
    assert fold("L’Échéance ÇA") == "l'echeance ca"


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("pro", "proposition", "appropriate"),
        ("call", "start a call", "recall"),
        ("new prosp", "new prospect", "new proposal"),
        ("prposal", "proposal", "prospect"),
    ],
)
def test_the_nearer_words_win(query: str, better: str, worse: str) -> None:
    assert closeness(query, better) > closeness(query, worse)


def test_one_letter_is_no_guess() -> None:
    assert closeness("z", "proposal") == 0
    assert closeness("", "proposal") == 0


def test_synonyms_and_recent_ones() -> None:
    add = Action("new", "New prospect", lambda: None, synonyms=("ajouter", "créer"))
    go = Action("go", "Go to settings", lambda: None)
    assert [each.id for each in rank([go, add], "creer", [])] == ["new"]
    assert [each.id for each in rank([go, add], "", [])] == ["go", "new"]
    assert [each.id for each in rank([go, add], "", ["new"])] == ["new", "go"]
    assert rank([go, add], "zzzz", []) == []


def test_it_finds_without_accents_and_with_a_typing_error(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("prospects")
    assert ask(qtbot, window, "reglages")[0] == "New in Réglages étendus"
    assert "Prospects" in ask(qtbot, window, "prosepcts")


def test_only_what_exists_here_is_listed(qtbot: QtBot, window: MainWindow) -> None:
    titles = ask(qtbot, window, "")
    assert "New in Today" in titles
    assert "New in Réglages étendus" not in titles
    assert "Call in progress" not in titles, "its entry is hidden, it cannot be gone to"


def test_enter_runs_and_the_next_time_it_comes_first(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "next pane")
    qtbot.keyClick(window.command_palette.line, Qt.Key.Key_Return)
    assert not window.command_palette.isVisible()
    assert ask(qtbot, window, "")[0] == "Next pane"


def test_what_runs_keeps_the_focus_it_takes(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "prospects")
    qtbot.keyClick(window.command_palette.line, Qt.Key.Key_Return)
    page = window.page("prospects")
    assert isinstance(page, SmallPage)
    assert window.current_page() is page
    assert QApplication.focusWidget() is page.line


def test_providers_answer_from_the_second_letter_and_arrows_choose(qtbot: QtBot, window: MainWindow) -> None:
    assert "Claire Fontaine" not in ask(qtbot, window, "c")
    titles = ask(qtbot, window, "brevent")
    assert titles[-1] == "Claire Fontaine"
    for _step in range(len(titles) - 1):
        qtbot.keyClick(window.command_palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(window.command_palette.line, Qt.Key.Key_Return)
    assert opened == ["Claire Fontaine"]


def test_arrows_go_round(qtbot: QtBot, window: MainWindow) -> None:
    titles = ask(qtbot, window, "")
    qtbot.keyClick(window.command_palette.line, Qt.Key.Key_Up)
    assert window.command_palette.results.currentRow() == len(titles) - 1
    qtbot.keyClick(window.command_palette.line, Qt.Key.Key_Down)
    assert window.command_palette.results.currentRow() == 0


def test_nothing_found_is_said_and_enter_does_nothing(qtbot: QtBot, window: MainWindow) -> None:
    assert ask(qtbot, window, "zzzzzz") == []
    qtbot.keyClick(window.command_palette.line, Qt.Key.Key_Return)
    assert window.command_palette.isVisible()
    assert opened == []


def test_a_click_runs(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "marc")
    view = window.command_palette.results
    centre = view.visualItemRect(view.item(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert opened == ["<b>Marc</b>"]


def test_everything_in_it_is_named(window: MainWindow) -> None:
    window.command_palette.open()
    assert nameless(window.command_palette) == []
    assert not window.command_palette.grab().isNull()


def test_a_finger_needs_higher_lines(qtbot: QtBot, qapp: QApplication) -> None:
    window = small_window()
    qtbot.addWidget(window)
    window.show()
    palette = window.command_palette
    palette.open()
    before = palette.results.sizeHintForRow(0)
    assert before >= 24
    theme.apply(qapp, theme.current(), touch=True)
    assert palette.results.sizeHintForRow(0) == 52
    palette.close_overlay()
    palette.open()
    assert palette.wanted_height() % 52 == 70 % 52, "whole lines"
