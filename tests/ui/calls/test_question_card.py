"""The question on the screen."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.services import templates
from desktop.ui import theme
from desktop.ui.calls.question_card import QuestionCard
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.labels import PlainLabel


def test_the_card_says_where_what_why_and_what_to_dig_with(qtbot) -> None:
    script = templates.script("b2b", "en")
    card = QuestionCard()
    qtbot.addWidget(card)
    card.resize(600, 300)
    card.show()
    card.show_question(script, script.question("obstacle"))
    texts = [label.text() for label in card.findChildren(PlainLabel)]
    question = script.question("obstacle")
    assert "Need and urgency · question 2 of 4" in texts
    assert question.text in texts
    assert any(text.startswith("Why: ") and question.why[1:] in text for text in texts)

    def probes() -> list[str]:
        return [chip.text for chip in card.findChildren(Chip) if chip.isVisible()]

    qtbot.waitUntil(lambda: probes() == list(question.probes))


def test_the_question_is_in_large_and_smaller_in_a_small_window(qtbot) -> None:
    card = QuestionCard()
    qtbot.addWidget(card)
    assert card.text.font().pixelSize() == 24
    card.set_compact(True)
    assert card.text.font().pixelSize() == 18


def test_the_question_stays_alone_while_something_else_needs_the_room(qtbot) -> None:
    script = templates.script("b2b", "en")
    card = QuestionCard()
    qtbot.addWidget(card)
    card.resize(600, 300)
    card.show()
    card.show_question(script, script.question("obstacle"))
    card.set_brief(True)
    assert [chip for chip in card.findChildren(Chip) if chip.isVisible()] == []
    card.show_question(script, script.question("budget"))
    assert not card._why.isVisible() and card.text.isVisible()
    card.set_brief(False)
    assert card._why.isVisible()
    qtbot.waitUntil(lambda: any(chip.isVisible() for chip in card.findChildren(Chip)))


def test_only_a_finger_has_a_button_to_go_on(qtbot, look) -> None:
    card = QuestionCard()
    qtbot.addWidget(card)
    card.resize(600, 300)
    card.show()
    script = templates.script("b2b", "en")
    card.show_question(script, script.question("obstacle"))
    assert not card.next_button.isVisible()
    theme.apply(look, theme.current(), touch=True)
    qtbot.waitUntil(lambda: card.next_button.isVisible() and card.next_button.height() >= 44)
    assert card.next_button.accessibleName() == "Next question"
    assert card.next_button.geometry().left() > card.text.geometry().right()
    with qtbot.waitSignal(card.next_requested):
        qtbot.mouseClick(card.next_button, Qt.MouseButton.LeftButton)
    assert not card.next_button.hasFocus(), "the caret stays in the line"
    wide = card.next_button.width()
    card.set_brief(True)
    qtbot.waitUntil(lambda: 44 <= card.next_button.width() < wide)
    assert card.next_button.accessibleName() == "Next question"
    card.set_brief(False)
    qtbot.waitUntil(lambda: card.next_button.width() == wide)
    theme.apply(look, theme.current())
    assert not card.next_button.isVisible()


def test_what_lies_below_does_not_move_from_one_question_to_the_next(qtbot) -> None:
    script = templates.script("b2b", "fr")
    window, below = QWidget(), QWidget()
    qtbot.addWidget(window)
    card = QuestionCard()
    column = QVBoxLayout(window)
    column.addWidget(card)
    column.addWidget(below, 1)
    window.resize(590, 700)
    card.show_question(script, script.questions[0])
    window.show()

    def tops() -> set[int]:
        found = set()
        for question in script.questions:
            card.show_question(script, question)
            QApplication.processEvents()
            assert card.height() >= card.heightForWidth(card.width()), "nothing of it is cut"
            found.add(below.y())
        return found

    assert len(tops()) == 1
    window.resize(420, 700)
    assert len(tops()) == 1
    card.set_compact(True)
    assert len(tops()) > 1, "in a small window, what was said has the room that a short question leaves"


def test_one_very_long_question_takes_no_room_from_the_others(qtbot) -> None:
    script = templates.script("b2b", "fr")
    opening, *sections = script.sections
    (first,) = opening.questions
    long = replace(first, text=first.text * 12)
    script = replace(script, sections=(replace(opening, questions=(long,)), *sections))
    card = QuestionCard()
    qtbot.addWidget(card)
    card.resize(570, 300)
    card.show()
    card.show_question(script, script.questions[1])
    assert card.minimumHeight() == 300
