from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.services import templates
from desktop.ui.calls.jump import QuestionJump


def _open(qtbot) -> QuestionJump:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    jump = QuestionJump(window)
    jump.keep = window  # the window must outlive the test's locals
    jump.open_for(templates.script("b2b", "fr"))
    return jump


def test_letters_without_accents_find_titles_themes_and_wordings(qtbot) -> None:
    jump = _open(qtbot)
    assert jump.list.count() == 12
    QTest.keyClicks(jump.field, "decision circuit")
    assert jump.list.count() == 1
    with qtbot.waitSignal(jump.chosen) as chosen:
        QTest.keyClick(jump.field, Qt.Key.Key_Return)
    assert chosen.args == ["decision"]
    assert not jump.isVisible()


def test_arrows_go_round_and_nothing_found_goes_nowhere(qtbot) -> None:
    jump = _open(qtbot)
    QTest.keyClick(jump.field, Qt.Key.Key_Up)
    assert jump.list.currentRow() == 11
    QTest.keyClicks(jump.field, "zzz")
    with qtbot.assertNotEmitted(jump.chosen):
        QTest.keyClick(jump.field, Qt.Key.Key_Return)
    assert jump.isVisible()
