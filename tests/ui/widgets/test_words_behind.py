"""The panel of the words behind a score: what it says, and what its keys and buttons ask."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.services import calls, evidence
from desktop.ui import theme
from desktop.ui.widgets.words_behind import WordsBehindPanel
from tests.conftest import MONDAY, PARIS
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.widgets.evidence_case import EvidenceCase


@pytest.fixture
def case(workspace) -> EvidenceCase:
    return EvidenceCase(workspace)


@pytest.fixture
def panel(qtbot) -> WordsBehindPanel:
    window = QWidget()
    line = QLineEdit(window)
    qtbot.addWidget(window)
    window.resize(1024, 640)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    return WordsBehindPanel(window)


def show(panel: WordsBehindPanel, case: EvidenceCase, criterion: str = "need") -> None:
    panel.show_words(case.workspace.ask(evidence.words_behind, case.prospect_id, criterion, case.call_id), PARIS)


def test_it_says_the_level_what_it_means_and_what_is_missing(panel: WordsBehindPanel, case: EvidenceCase) -> None:
    show(panel, case)
    assert (panel.name.text(), panel.who.text()) == ("Stated need", "Ateliers Brévent")
    assert panel.meaning.text() == "Strong: quantified and confirmed"
    assert (panel.verdict.text(), panel.verdict.kind) == ("To prove. 3 asks for: confirmed (say it back).", "warn")
    assert panel.moves.text() == "3 on 23 Nov"
    assert nameless(panel) == []
    assert rich_text_labels(panel) == []
    hollow = panel.grab().toImage()
    case.workspace.do(evidence.set_documented, case.day, True)
    show(panel, case)
    assert (panel.verdict.text(), panel.verdict.kind) == ("Proven: documented", "ok")
    assert panel.grab().toImage() != hollow


def test_escape_gives_the_keyboard_back_where_it_was(panel: WordsBehindPanel, case: EvidenceCase) -> None:
    line = panel.parentWidget().findChild(QLineEdit)
    assert line.hasFocus()
    show(panel, case)
    assert panel.list.hasFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert (panel.isVisible(), line.hasFocus()) == (False, True)


def test_an_unknown_score_and_one_that_moved(panel: WordsBehindPanel, case: EvidenceCase) -> None:
    for answer in (1, "?"):
        case.workspace.do(calls.set_score, case.call_id, "timing", answer, at=MONDAY)
    show(panel, case, "timing")
    assert (panel.verdict.text(), panel.verdict.kind) == ("Asked, and they do not know.", "muted")
    assert not panel.meaning.isVisible()
    assert panel.moves.text() == "1 on 23 Nov · 1 → ? on 23 Nov"
    show(panel, case, "authority")
    assert panel.verdict.text() == "Not asked yet."
    assert not panel.moves.isVisible()


def test_space_and_d_ask_for_the_words_at_hand(panel: WordsBehindPanel, case: EvidenceCase, qtbot) -> None:
    show(panel, case)
    assert QApplication.focusWidget() is panel.list
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.linked) as linked:
        QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert linked.args == [case.day, False]
    with qtbot.waitSignal(panel.documented) as documented:
        QTest.keyClick(panel.list, Qt.Key.Key_D)
    assert documented.args == [case.day, True]
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.linked) as linked:
        QTest.mouseClick(panel.link_button, Qt.MouseButton.LeftButton)
    assert linked.args == [case.money, True]


def test_the_buttons_say_what_they_would_do_now(panel: WordsBehindPanel, case: EvidenceCase, qtbot) -> None:
    case.workspace.do(evidence.set_documented, case.tool, True)
    show(panel, case)
    assert (panel.link_button.text(), panel.document_button.text()) == ("Part from this score", "Document not seen")
    with qtbot.waitSignal(panel.documented) as documented:
        QTest.mouseClick(panel.document_button, Qt.MouseButton.LeftButton)
    assert documented.args == [case.tool, False]
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    assert (panel.link_button.text(), panel.document_button.text()) == ("Link to this score", "Document seen")


def test_words_linked_by_hand_go_back_to_what_their_question_says(panel: WordsBehindPanel, case, qtbot) -> None:
    case.workspace.do(evidence.set_proof, case.tool, "need", False, at=MONDAY)
    show(panel, case)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    while panel.list.current_words().entry_id != case.tool:
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.linked) as linked:
        QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert linked.args == [case.tool, None]


def test_the_arrows_across_and_their_buttons_go_through_the_criteria(panel: WordsBehindPanel, case, qtbot) -> None:
    show(panel, case)
    asked: list[str] = []
    panel.other_wanted.connect(asked.append)
    QTest.keyClick(panel.list, Qt.Key.Key_Right)
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    QTest.mouseClick(panel.following, Qt.MouseButton.LeftButton)
    keys = panel.behind.keys
    assert asked == [keys[1], keys[-1], keys[1]]


def test_a_prospect_without_a_word_has_nothing_to_link(panel: WordsBehindPanel, workspace, case) -> None:
    for entry in (case.day, case.tool, case.money):
        workspace.do(calls.take_back, entry, at=MONDAY)
    show(panel, case)
    assert not panel.link_button.isEnabled()
    assert not panel.document_button.isEnabled()
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    QTest.keyClick(panel.list, Qt.Key.Key_D)
    assert panel.verdict.text() == "To prove. 3 asks for: confirmed (write their words, then say them back)."


@pytest.mark.parametrize("name", ["light", "dark"])
def test_everything_holds_in_the_smallest_window(panel: WordsBehindPanel, case, qapp, name: str) -> None:
    theme.apply(qapp, theme.load(name))
    for number in range(30):
        case.say(f"word {number} " * 30, "need", number)
    show(panel, case)
    assert panel.panel.geometry().bottom() <= panel.height()
    for button in (panel.link_button, panel.document_button, panel.close_button):
        assert button.width() >= button.sizeHint().width()
        assert panel.panel.rect().contains(button.geometry())
    assert panel.list.height() > 200
