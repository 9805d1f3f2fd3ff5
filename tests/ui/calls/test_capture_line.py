import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.calls.capture_line import CaptureLine

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def line(qtbot) -> CaptureLine:
    line = CaptureLine()
    qtbot.addWidget(line)
    line.resize(400, 46)
    line.show()
    return line


def test_enter_submits_and_keeps_the_words_until_they_are_saved(line: CaptureLine, qtbot) -> None:
    QTest.keyClicks(line, "we lose a day")
    with qtbot.waitSignal(line.submitted) as submitted:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert submitted.args == ["we lose a day"]
    assert line.toPlainText() == "we lose a day"
    line.take("we lose a day")
    assert line.toPlainText() == ""


def test_shift_enter_breaks_the_line_and_the_line_grows_to_four(line: CaptureLine) -> None:
    one = line.height()
    heights = []
    for _unused in range(5):
        QTest.keyClicks(line, "words")
        QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        heights.append(line.height())
    assert heights[0] > one
    assert heights[2] == heights[3] == heights[4]
    assert line.toPlainText().count("\n") == 5


@pytest.mark.parametrize("modifier", [CTRL, CTRL | Qt.KeyboardModifier.KeypadModifier])
def test_control_and_a_digit_scores_from_the_row_and_from_the_pad(line: CaptureLine, qtbot, modifier) -> None:
    with qtbot.waitSignal(line.scored) as scored:
        QTest.keyClick(line, Qt.Key.Key_2, modifier)
    assert scored.args == [2]


def test_control_and_another_digit_is_left_to_the_window(line: CaptureLine, qtbot) -> None:
    with qtbot.assertNotEmitted(line.scored):
        QTest.keyClick(line, Qt.Key.Key_7, CTRL)


def test_a_score_key_is_claimed_before_any_shortcut(line: CaptureLine) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Ampersand, CTRL)
    event.ignore()
    QApplication.sendEvent(line, event)
    assert event.isAccepted()


def test_control_z_undoes_typing_while_there_is_text_and_the_call_afterwards(line: CaptureLine, qtbot) -> None:
    QTest.keyClicks(line, "oops")
    with qtbot.assertNotEmitted(line.undo_requested):
        QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.toPlainText() == ""
    with qtbot.waitSignal(line.undo_requested):
        QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    with qtbot.waitSignal(line.redo_requested):
        QTest.keyClick(line, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)


def test_escape_leaves_without_losing_a_word(line: CaptureLine, qtbot) -> None:
    QTest.keyClicks(line, "half")
    with qtbot.waitSignal(line.left):
        QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.toPlainText() == "half"
