import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.services import calls, templates
from desktop.ui import theme
from desktop.ui.actions import ActionRegistry, Shortcuts
from desktop.ui.calls.objection_acts import ObjectionActs
from desktop.ui.calls.objection_card import ObjectionCard, ObjectionSummary, objection_actions
from desktop.ui.calls.running_call import RunningCall
from tests.ui.accessibility import nameless, rich_text_labels

KEY = Qt.Key


class Desk:
    """A line that has the focus, a summary above it, and the card that Ctrl+J opens."""

    def __init__(self, qtbot, call: RunningCall) -> None:
        self.call, self.acts = call, ObjectionActs(call)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        self.summary, self.line = ObjectionSummary(), QLineEdit()
        self.line.setAccessibleName("line")
        column.addWidget(self.summary)
        column.addWidget(self.line)
        self.card = ObjectionCard(self.window)
        registry = ActionRegistry()
        registry.add(*objection_actions(lambda: True, self.open))
        Shortcuts(self.window, registry).use_scope("call")
        self.summary.requested.connect(self.open)
        self.window.resize(1024, 640)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.line.setFocus()

    def open(self) -> None:
        self.card.open_for(self.acts)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def ctrl_j(self) -> None:
        self.press(KEY.Key_J, Qt.KeyboardModifier.ControlModifier)

    def rows(self) -> list[str]:
        return [self.card.list.item(row).text() for row in range(self.card.list.count())]

    def saved(self) -> list[tuple[str, str, bool | None]]:
        entries = self.call.ask(calls.entries, self.call.call_id)
        return [(entry.text, entry.card, entry.settled) for entry in entries]


@pytest.fixture
def desk(qtbot, workspace, clock, prospect_id) -> Desk:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call_id = workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now())
    return Desk(qtbot, RunningCall(workspace, call_id))


def test_four_keys_from_the_line_to_a_settled_objection(desk: Desk) -> None:
    desk.ctrl_j()
    assert QApplication.focusWidget() is desk.card.field
    desk.type("expensiv")
    assert desk.rows()[0] == "Too expensive"
    assert desk.card.view.title.text() == "Too expensive"
    desk.press(KEY.Key_Return)
    assert desk.saved() == [("expensiv", "too-expensive", None)]
    desk.press(KEY.Key_L)
    assert desk.saved() == [("expensiv", "too-expensive", True)]
    assert not desk.card.isVisible()
    assert QApplication.focusWidget() is desk.line


def test_what_was_just_objected_comes_first_and_keeps_its_words(desk: Desk) -> None:
    desk.call.lines.add("! honestly it’s too expensive for us")
    desk.ctrl_j()
    assert "honestly it’s too expensive for us" in desk.card.about.text()
    assert desk.rows()[0] == "Too expensive" and len(desk.rows()) == len(desk.acts.cards.cards)
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_O)
    assert desk.saved() == [("honestly it’s too expensive for us", "too-expensive", False)]


def test_an_answered_objection_can_be_settled_later(desk: Desk) -> None:
    desk.acts.choose(desk.acts.cards.cards[1], "no budget")
    desk.ctrl_j()
    assert desk.rows()[0] == "“no budget”\nnot answered yet"
    desk.press(KEY.Key_Return)
    assert desk.card.status.text() == "“no budget”: not answered yet"
    desk.press(KEY.Key_L)
    assert desk.saved() == [("no budget", "no-budget", True)]
    desk.ctrl_j()
    assert desk.rows()[0] == "“no budget”\nsettled"


def test_letters_are_letters_while_the_field_has_the_focus(desk: Desk) -> None:
    desk.ctrl_j()
    desk.type("lol")
    assert (desk.card.field.text(), desk.rows(), desk.saved()) == ("lol", [], [])
    assert desk.card.card is None
    assert desk.card.status.text() == "No card for these words"
    desk.press(KEY.Key_Return)
    assert desk.card.isVisible() and desk.saved() == []


def test_arrows_show_another_card_and_escape_changes_nothing(desk: Desk) -> None:
    desk.ctrl_j()
    first = desk.card.view.title.text()
    desk.press(KEY.Key_Down)
    assert desk.card.view.title.text() != first
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Up)
    assert desk.card.list.currentRow() == desk.card.list.count() - 1
    desk.press(KEY.Key_Escape)
    assert not desk.card.isVisible() and desk.saved() == []
    assert QApplication.focusWidget() is desk.line


@pytest.mark.parametrize("by_hand", [False, True])
def test_another_card_is_taken_for_the_same_objection(desk: Desk, by_hand: bool) -> None:
    desk.ctrl_j()
    desk.type("boss")
    desk.press(KEY.Key_Return)
    assert desk.saved() == [("boss", "boss-decides", None)]
    if by_hand:
        desk.card.other_button.click()
    else:
        desk.press(KEY.Key_Backspace)
    assert desk.card.other_button.isHidden() and QApplication.focusWidget() is desk.card.field
    assert desk.card.entry is None and not desk.card.choose_button.isHidden()
    desk.card.field.selectAll()
    desk.type("talk partner")
    desk.press(KEY.Key_Return)
    assert desk.saved() == [("boss", "talk-to-partner", None)]


def test_the_rate_of_the_card_is_shown(desk: Desk) -> None:
    for settled in (True, True, False):
        entry = desk.acts.choose(desk.acts.cards.cards[0], "too expensive again")
        assert entry is not None
        desk.acts.settle(entry, settled)
    desk.ctrl_j()
    desk.type("expensive")
    assert desk.card.view.rate.text == "settled 2 times out of 3"


def test_the_summary_says_where_the_call_stands_and_opens(desk: Desk) -> None:
    desk.summary.show_call(desk.acts)
    assert desk.summary.isHidden()
    desk.call.lines.add("! it’s too expensive")
    desk.summary.show_call(desk.acts)
    assert desk.summary.text() == "1 objection, 1 open · card: Too expensive"
    QTest.mouseClick(desk.summary, Qt.MouseButton.LeftButton)
    assert desk.card.isVisible()
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_L)
    desk.summary.show_call(desk.acts)
    assert desk.summary.text() == "1 objection, settled"


def test_in_a_narrow_window_the_card_keeps_the_room(desk: Desk) -> None:
    desk.window.resize(560, 600)
    desk.ctrl_j()
    assert desk.card.area.geometry().top() >= desk.card.list.geometry().bottom()
    desk.press(KEY.Key_Return)
    assert desk.card.list.isHidden()
    for button in (desk.card.settled_button, desk.card.open_button):
        assert desk.card.panel.rect().contains(button.geometry())
    desk.window.resize(1024, 640)
    assert not desk.card.list.isHidden() or desk.card.entry is not None


def test_everything_has_a_name_and_no_text_is_markup(desk: Desk) -> None:
    desk.call.lines.add("! <b>too</b> expensive")
    desk.ctrl_j()
    assert nameless(desk.window) == []
    assert rich_text_labels(desk.window) == []


def test_a_finger_is_told_how_to_go_back_and_can(desk: Desk, look) -> None:
    desk.open()
    assert desk.card.status.text() == "Esc goes back to the line"
    desk.card.close_overlay()
    theme.apply(look, theme.current(), touch=True)
    desk.open()
    assert desk.card.status.text() == "Tap beside to go back to the line"
    QTest.mouseClick(desk.card, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not desk.card.isVisible() and desk.line.hasFocus()
