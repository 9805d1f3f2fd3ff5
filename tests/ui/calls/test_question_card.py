from desktop.services import templates
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
