import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.calls.proof_link import ProofLink


@pytest.fixture
def link(qtbot) -> ProofLink:
    made = ProofLink()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_it_says_of_which_criterion_and_what_a_click_does(link: ProofLink, qtbot) -> None:
    link.show_proofs("Budget", "2 proofs", False)
    assert link.accessibleName() == "Budget: 2 proofs, see the words behind this score"
    with qtbot.waitSignal(link.clicked):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    link.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(link.clicked):
        QTest.keyClick(link, Qt.Key.Key_Space)


def test_a_click_does_not_take_the_caret_away(link: ProofLink) -> None:
    link.clearFocus()
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert not link.hasFocus()


def test_what_lacks_is_drawn_otherwise_and_all_its_words_fit(link: ProofLink) -> None:
    link.show_proofs("Budget", "to prove", True)
    lacking, width = link.grab().toImage(), link.sizeHint().width()
    link.show_proofs("Budget", "to prove", False)
    assert link.grab().toImage() != lacking
    link.show_proofs("Budget", "112 proofs and more", False)
    assert link.sizeHint().width() > width
