import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.calls.conftest import CTRL, SHIFT, Rep


def test_clicks_score_move_and_never_take_the_caret(on_call: Rep, qtbot) -> None:
    live = on_call.page.live
    on_call.type("half a sentence")
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(live.grid.rows["budget"].buttons.button("2"), left)
    assert on_call.saved_sheet().row("budget").answer == 2
    assert on_call.page.call.at_hand == "budget"
    qtbot.mouseClick(live.grid.rows["budget"].buttons.button("2"), left)
    assert on_call.saved_sheet().row("budget").answer == ""
    qtbot.mouseClick(live.outline.row("decision"), left)
    assert on_call.saved_call().question == "decision"
    assert on_call.page.call.at_hand == "authority"
    qtbot.mouseClick(live.grid.rows["fit"], left, pos=QPoint(12, 12))
    assert on_call.page.call.at_hand == "fit"
    qtbot.mouseClick(live.grid.heat.chip("cold"), left)
    assert live.grid.heat.heat == "cold"
    assert on_call.focused is live.line
    assert live.line.toPlainText() == "half a sentence"


def test_the_smallest_window_cuts_nothing(on_call: Rep) -> None:
    on_call.window.resize(968, 534)
    on_call.window.grab()
    live = on_call.page.live
    assert live.line.isVisible() and live.hints.isVisible()
    assert live.rect().contains(live.grid.geometry())
    assert live.rect().contains(live.outline.geometry())
    bottom = live.line.mapTo(live, live.line.rect().bottomLeft()).y()
    assert bottom < live.height()
    assert live.question.text.font().pixelSize() == 18


def test_a_change_made_elsewhere_is_read_again(on_call: Rep) -> None:
    from desktop.services import calls

    on_call.workspace.do(calls.set_score, on_call.call_id, "need", 2, at=on_call.clock.now())
    assert on_call.page.live.grid.rows["need"].buttons.mark == ""
    on_call.page.refresh(frozenset())
    assert on_call.page.live.grid.rows["need"].buttons.mark == "2"


def test_the_head_of_the_list_counts_and_names(on_call: Rep) -> None:
    on_call.say("one")
    on_call.ctrl(Qt.Key.Key_B)
    on_call.say("two")
    said = on_call.page.live._said
    assert said.title_label.text() == "What Claire said"
    assert said.note_label.text() == "2 verbatims · 1 quotable"


def test_five_criteria_and_the_whole_question_stand_on_an_ordinary_laptop(on_call: Rep, qtbot) -> None:
    on_call.window.resize(1080, 660)
    on_call.say("We lose a day a week.")
    live = on_call.page.live
    qtbot.waitUntil(lambda: live.grid._scroll.verticalScrollBar().maximum() == 0)
    for row in live.grid.rows.values():
        assert row.level_text and row.isVisible()
    words = live.question.text
    assert words.height() >= words.heightForWidth(words.width())


@pytest.mark.parametrize("size", [(1240, 700), (968, 534)])
def test_what_is_offered_above_the_line_is_never_cut(on_call: Rep, qtbot, size: tuple[int, int]) -> None:
    on_call.window.resize(*size)
    on_call.say("We lose a day a week, and 15k euros a year.")
    on_call.press(Qt.Key.Key_F5)
    live = on_call.page.live
    bars = live.bars
    qtbot.waitUntil(lambda: bars.saying.isVisible() and bars.height() >= bars.minimumSizeHint().height())
    for bar in (bars.facts, bars.saying):
        assert bar.isHidden() or bar.height() >= bar.heightForWidth(bar.width())
    assert live.line.mapTo(live, live.line.rect().bottomLeft()).y() < live.height()
    assert live.entries.height() >= live.entries.minimumHeight()


def test_a_doubt_waits_while_a_sentence_is_said(on_call: Rep, qtbot) -> None:
    on_call.say("Not before next year.")
    on_call.page.call.scoring.score(3, "timing")
    bars = on_call.page.live.bars
    qtbot.waitUntil(bars.contradiction.isVisible)
    on_call.press(Qt.Key.Key_F5)
    assert bars.saying.isVisible() and not bars.contradiction.isVisible()
    on_call.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert bars.contradiction.isVisible()
    on_call.press(Qt.Key.Key_V, CTRL | SHIFT)
    assert not bars.contradiction.isVisible()


def test_where_both_do_not_fit_the_objections_say_more_than_the_counts(on_call: Rep) -> None:
    on_call.window.resize(1080, 700)
    live = on_call.page.live
    on_call.say("One.")
    assert live._said.note_label.isVisible()
    on_call.say("! Too expensive.")
    assert live.objections.isVisible() and not live._said.note_label.isVisible()
