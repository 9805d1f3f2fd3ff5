import uuid

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.calls.capture_line import CaptureLine
from desktop.ui.widgets.labels import PlainLabel
from tests.ui.accessibility import nameless, rich_text_labels

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


KEY = uuid.UUID(int=7)


def _mark(line: CaptureLine) -> PlainLabel:
    return next(label for label in line.findChildren(PlainLabel) if "last entry" in label.text())


def test_up_in_the_empty_line_asks_for_the_last_entry(line: CaptureLine, qtbot) -> None:
    with qtbot.waitSignal(line.last_wanted):
        QTest.keyClick(line, Qt.Key.Key_Up)
    QTest.keyClicks(line, "words")
    with qtbot.assertNotEmitted(line.last_wanted):
        QTest.keyClick(line, Qt.Key.Key_Up)


@pytest.mark.parametrize("modifier", [CTRL, CTRL | Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier])
def test_up_with_another_key_is_left_to_the_call(line: CaptureLine, qtbot, modifier) -> None:
    with qtbot.assertNotEmitted(line.last_wanted):
        QTest.keyClick(line, Qt.Key.Key_Up, modifier)


def test_an_entry_comes_back_with_the_caret_at_its_end_and_says_so(line: CaptureLine, qtbot) -> None:
    height = line.height()
    line.edit(KEY, "! too deer")
    assert (line.toPlainText(), line.edited) == ("! too deer", KEY)
    assert _mark(line).isVisible()
    assert line.accessibleDescription() == _mark(line).text()
    assert line.height() > height
    with qtbot.assertNotEmitted(line.last_wanted):
        QTest.keyClick(line, Qt.Key.Key_Up)
        QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClicks(line, "ly paid")
    with qtbot.waitSignal(line.submitted) as submitted:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert submitted.args == ["! too deely paid"]
    assert line.edited == KEY
    line.take("! too deely paid")
    assert (line.toPlainText(), line.edited, line.height()) == ("", None, height)
    assert not _mark(line).isVisible()
    assert line.accessibleDescription() == ""


def test_escape_gives_the_change_up_and_only_then_leaves(line: CaptureLine, qtbot) -> None:
    line.edit(KEY, "- ask Karin")
    QTest.keyClicks(line, " and Paul")
    with qtbot.assertNotEmitted(line.left), qtbot.assertNotEmitted(line.submitted):
        QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (line.toPlainText(), line.edited) == ("", None)
    with qtbot.waitSignal(line.left):
        QTest.keyClick(line, Qt.Key.Key_Escape)


def test_enter_with_nothing_left_gives_the_change_up(line: CaptureLine, qtbot) -> None:
    line.edit(KEY, "x")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    with qtbot.assertNotEmitted(line.last_wanted):
        QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.edited == KEY
    with qtbot.assertNotEmitted(line.submitted):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.edited is None


def test_while_an_entry_is_changed_undo_stays_in_the_line_and_scores_still_work(line: CaptureLine, qtbot) -> None:
    line.edit(KEY, "x")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    with qtbot.assertNotEmitted(line.undo_requested):
        QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.toPlainText() == "x"
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(line.scored) as scored:
        QTest.keyClick(line, Qt.Key.Key_3, CTRL)
    assert (scored.args, line.edited) == ([3], KEY)


def test_long_words_taken_back_are_shown_whole(line: CaptureLine) -> None:
    one = line.height()
    line.edit(KEY, "we lose a day a week chasing quotes that never come back, and nobody counts it")
    QApplication.processEvents()
    assert line.height() > one + 20
    assert line.viewport().height() >= 2 * line.fontMetrics().lineSpacing()
    assert line.verticalScrollBar().value() == 0


def test_what_the_line_asks_for_is_never_cut(line: CaptureLine) -> None:
    for width in (200, 700):
        line.resize(width, line.height())
        room = line.viewport().width() - 2 * line.document().documentMargin()
        assert line.fontMetrics().horizontalAdvance(line.placeholderText()) <= room
    assert line.placeholderText().endswith("last entry)")


def test_the_names_that_accessibility_asks_for(line: CaptureLine) -> None:
    line.edit(KEY, "words")
    assert nameless(line) == rich_text_labels(line) == []
