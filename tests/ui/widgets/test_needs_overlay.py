"""The list of needs from the keyboard, on a real file: made, ordered, confirmed, put together, written, removed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.models.need_kinds import NeedKind
from desktop.ui.widgets.labels import PlainLabel
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.widgets.needs_case import Desk, desk  # noqa: F401

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


def words(desk: Desk) -> list[list[str]]:  # noqa: F811
    return [[each.text for each in stated.verbatims] for stated in desk.needs()]


def test_words_become_needs_or_join_one(desk: Desk, qtbot) -> None:  # noqa: F811
    desk.say("one", "two", "three")
    overlay = desk.open(qtbot)
    assert overlay.list.isHidden() and QApplication.focusWidget() is overlay.loose
    desk.press(KEY.Key_Return)
    assert words(desk) == [["three"]]
    desk.press(KEY.Key_Return)
    assert words(desk) == [["three"], ["two"]]
    assert overlay.editor.need.id == desk.needs()[1].need.id
    desk.press(KEY.Key_Return, SHIFT)
    assert words(desk) == [["three"], ["one", "two"]]
    assert overlay.loose.isHidden() and QApplication.focusWidget() is overlay.list


def test_order_confirmation_and_removal(desk: Desk, qtbot) -> None:  # noqa: F811
    for word in desk.say("one", "two", "three"):
        desk.acts.make(word)
    overlay = desk.open(qtbot)
    assert QApplication.focusWidget() is overlay.list
    desk.press(KEY.Key_Down, ALT)
    assert words(desk) == [["two"], ["one"], ["three"]]
    assert [row.rank for row in overlay.list.rows()] == ["1", "2", "3"] and overlay.list.currentRow() == 1
    desk.press(KEY.Key_Up, ALT)
    desk.press(KEY.Key_Up, ALT)
    assert words(desk) == [["one"], ["two"], ["three"]]
    desk.press(KEY.Key_Space)
    assert desk.needs()[0].need.confirmed and overlay.list.rows()[0].confirmed == "confirmed"
    desk.press(KEY.Key_Space)
    assert not desk.needs()[0].need.confirmed
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_M)
    assert words(desk) == [["one", "two"], ["three"]]
    desk.press(KEY.Key_Delete)
    assert len(desk.needs()) == 1
    for _each in range(6):
        desk.undo()
    assert words(desk) == [["one"], ["two"], ["three"]]
    assert len(overlay.list.rows()) == 3


def test_our_statement_is_typed_and_saved_by_itself(desk: Desk, qtbot) -> None:  # noqa: F811
    desk.acts.make(desk.say("one")[0])
    overlay = desk.open(qtbot)
    desk.press(KEY.Key_Return)
    assert QApplication.focusWidget() is overlay.editor.statement
    desk.type("Time back")
    desk.press(KEY.Key_Escape)
    assert desk.needs()[0].need.statement == "Time back"
    assert overlay.isVisible() and QApplication.focusWidget() is overlay.list
    assert overlay.list.rows()[0].statement == "Time back"
    desk.press(KEY.Key_Escape)
    assert not overlay.isVisible()


def test_typing_then_closing_with_the_mouse_loses_nothing(desk: Desk, qtbot) -> None:  # noqa: F811
    desk.acts.make(desk.say("one")[0])
    overlay = desk.open(qtbot)
    desk.press(KEY.Key_Return)
    desk.type("Time back")
    overlay.close_button.click()
    assert desk.needs()[0].need.statement == "Time back"


def test_typing_then_choosing_another_need_saves_the_first(desk: Desk, qtbot) -> None:  # noqa: F811
    for word in desk.say("one", "two"):
        desk.acts.make(word)
    overlay = desk.open(qtbot)
    desk.press(KEY.Key_Return)
    desk.type("Time back")
    overlay.list.setCurrentRow(1)
    assert [stated.need.statement for stated in desk.needs()] == ["Time back", ""]
    assert overlay.editor.title.text() == "Need 2" and overlay.editor.statement.text() == ""


def test_the_kind_words_and_offers_of_the_current_need(desk: Desk, qtbot) -> None:  # noqa: F811
    desk.acts.make(desk.say("I’ve set aside €15k")[0])
    overlay = desk.open(qtbot)
    overlay.editor.kind.setFocus()
    desk.press(KEY.Key_Down)
    assert desk.needs()[0].need.kind is NeedKind.STAKE
    qtbot.waitUntil(overlay.editor.offers[0].isVisible)
    overlay.editor.offers[0].setFocus()
    desk.press(KEY.Key_Space)
    assert desk.needs()[0].need.amount == 15000 and overlay.editor.offers == []
    assert overlay.editor.amount.text() == "€15,000"
    overlay.editor.quotes.itemAt(0).widget().layout().itemAt(1).widget().click()
    assert words(desk) == [[]]


def test_arrows_go_from_the_needs_to_the_words_and_back(desk: Desk, qtbot) -> None:  # noqa: F811
    desk.acts.make(desk.say("one", "two")[0])
    overlay = desk.open(qtbot)
    desk.press(KEY.Key_Down)
    assert QApplication.focusWidget() is overlay.loose
    desk.press(KEY.Key_Up)
    assert QApplication.focusWidget() is overlay.list


def test_narrow_the_need_stands_under_the_list(desk: Desk, qtbot) -> None:  # noqa: F811
    desk.acts.make(desk.say("one")[0])
    overlay = desk.open(qtbot)
    assert overlay.editor.mapTo(overlay, overlay.editor.rect().topLeft()).x() > overlay.list.width()
    desk.window.resize(640, 800)
    qtbot.waitUntil(lambda: overlay.editor.y() > overlay.list.y())
    assert overlay.panel.width() <= 640


def test_everything_has_a_name_and_is_plain_text(desk: Desk, qtbot) -> None:  # noqa: F811
    desk.acts.make(desk.say("<b>one</b>", "two")[0])
    overlay = desk.open(qtbot)
    assert nameless(overlay) == [] and rich_text_labels(overlay) == []


def test_closed_it_hears_no_call_and_another_may_open_it(desk: Desk, qtbot) -> None:  # noqa: F811
    first, second = desk.say("one", "two")
    desk.acts.make(first)
    overlay = desk.open(qtbot)
    desk.press(KEY.Key_Escape)
    overlay.made.emit(second)
    assert len(desk.needs()) == 1
    other = Desk(desk.workspace, desk.clock, "Kerbrat")
    other.say("three")
    other.acts.show_in(overlay, "Kerbrat", (desk.workspace.changed,))
    assert overlay.title.text() == "Needs · Kerbrat"
    desk.press(KEY.Key_Return)
    assert (len(desk.needs()), words(other)) == (1, [["three"]])
    assert (desk.stack.count(), other.stack.count()) == (1, 1)


def test_without_a_word_it_says_where_they_come_from_and_esc_closes(desk: Desk, qtbot) -> None:  # noqa: F811
    overlay = desk.open(qtbot)
    texts = [label.text() for label in overlay.findChildren(PlainLabel) if label.isVisible()]
    assert "No need yet: they come from what is said in a call." in texts
    assert overlay.isAncestorOf(QApplication.focusWidget())
    desk.press(KEY.Key_Escape)
    assert not overlay.isVisible()


def test_reopened_it_is_where_it_was_left_and_for_another_at_the_first(desk: Desk, qtbot) -> None:  # noqa: F811
    for word in desk.say("one", "two"):
        desk.acts.make(word)
    other = Desk(desk.workspace, desk.clock, "Kerbrat")
    for word in other.say("three", "four"):
        other.acts.make(word)
    overlay = desk.open(qtbot)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Escape)
    desk.acts.show_in(overlay, "Brévent", ())
    assert overlay.list.currentRow() == 1
    desk.press(KEY.Key_Escape)
    other.acts.show_in(overlay, "Kerbrat", ())
    assert overlay.list.currentRow() == 0 and overlay.editor.need.id == other.needs()[0].need.id
