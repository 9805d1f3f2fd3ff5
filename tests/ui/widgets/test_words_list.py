"""The list of words: by the arrows and Space, with what a screen reader says of each."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.services import evidence
from desktop.ui.widgets.words_list import WordsList
from tests.conftest import MONDAY, PARIS
from tests.hostile import MARKUP
from tests.ui.widgets.evidence_case import EvidenceCase

DOWN, UP, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space


@pytest.fixture
def case(workspace) -> EvidenceCase:
    return EvidenceCase(workspace)


@pytest.fixture
def words_list(qtbot) -> WordsList:
    made = WordsList()
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitActive(made):
        made.show()
    return made


def show(words_list: WordsList, case: EvidenceCase, criterion: str = "need", anew: bool = True) -> None:
    behind = case.workspace.ask(evidence.words_behind, case.prospect_id, criterion, case.call_id)
    words_list.show_words(behind, PARIS, anew=anew)


def texts(words_list: WordsList) -> list[str]:
    return [words_list.item(place).text() for place in range(words_list.count())]


def test_proofs_first_then_what_could_be_linked_each_said_in_full(words_list: WordsList, case: EvidenceCase) -> None:
    show(words_list, case)
    assert texts(words_list) == [
        "The words behind it",
        "“Nobody opens the tool.” · stated · linked · Claire Fontaine · 23 Nov · 05:02",
        "“We lose a day a week.” · stated · linked · Claire Fontaine · 23 Nov · 04:11",
        "Other words, to link if they prove it",
        "“I have put 15 k€ aside.” · stated · not linked · Claire Fontaine · 23 Nov · 05:48",
    ]
    assert words_list.current_words().entry_id == case.tool


def test_arrows_step_over_the_headings_and_stop_at_both_ends(words_list: WordsList, case: EvidenceCase) -> None:
    show(words_list, case)
    visited = []
    for key in (UP, DOWN, DOWN, DOWN, UP):
        QTest.keyClick(words_list, key)
        visited.append(words_list.current_words().entry_id)
    assert visited == [case.tool, case.day, case.money, case.money, case.day]


def test_space_and_the_box_ask_and_change_nothing_by_themselves(words_list: WordsList, case, qtbot) -> None:
    show(words_list, case)
    with qtbot.waitSignal(words_list.toggled) as asked:
        QTest.keyClick(words_list, SPACE)
    assert asked.args[0].entry_id == case.tool
    place = words_list.visualItemRect(words_list.item(4))
    with qtbot.waitSignal(words_list.toggled) as asked:
        QTest.mouseClick(
            words_list.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(26, place.height() // 2)
        )
    assert asked.args[0].entry_id == case.money
    with qtbot.assertNotEmitted(words_list.toggled):
        QTest.mouseClick(words_list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert [words.linked for words in (asked.args[0],)] == [False]


def test_what_is_linked_stays_where_it_was_with_the_words_at_hand(words_list: WordsList, case: EvidenceCase) -> None:
    show(words_list, case)
    words_list.setCurrentRow(4)
    case.workspace.do(evidence.set_proof, case.money, "need", True, at=MONDAY)
    case.workspace.do(evidence.set_documented, case.day, True)
    show(words_list, case, anew=False)
    assert words_list.currentRow() == 4
    assert words_list.current_words().linked
    assert "linked by hand" in texts(words_list)[4]
    assert "“Nobody" in texts(words_list)[1]
    show(words_list, case)
    assert "“We lose" in texts(words_list)[1]
    assert "Other words, to link if they prove it" not in texts(words_list)


def test_without_words_it_says_so(words_list: WordsList, case: EvidenceCase) -> None:
    show(words_list, case, "timing")
    assert texts(words_list)[0] == "No words about it yet"
    assert words_list.current_words() is not None


def test_a_correction_shows_what_was_typed_and_any_words_are_drawn(words_list: WordsList, case: EvidenceCase) -> None:
    case.say(MARKUP[1] * 200, "need", 400)
    case.workspace.do(lambda session: setattr(evidence.entry_of(session, case.tool), "corrected", "Nobody uses it."))
    show(words_list, case)
    assert texts(words_list)[2].startswith("“Nobody uses it.”")
    assert "Typed: “Nobody opens the tool.”" in texts(words_list)[2]
    heights = [words_list.sizeHintForRow(place) for place in (1, 2, 3)]
    assert heights[0] < 200
    assert heights[1] > heights[2]
    assert words_list.wanted_height() == sum(words_list.sizeHintForRow(n) for n in range(words_list.count()))
    assert not words_list.grab().isNull()


def test_each_state_is_drawn_differently(words_list: WordsList, case: EvidenceCase) -> None:
    show(words_list, case)
    pictures = [words_list.grab().toImage()]
    case.workspace.do(evidence.set_proof, case.tool, "need", False, at=MONDAY)
    show(words_list, case, anew=False)
    pictures.append(words_list.grab().toImage())
    case.workspace.do(evidence.set_documented, case.tool, True)
    show(words_list, case, anew=False)
    pictures.append(words_list.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]
