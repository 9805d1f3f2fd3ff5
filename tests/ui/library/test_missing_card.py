"""What a draft lacks, each thing once, a press away."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.library_checks import Mistake
from desktop.ui.library.missing_card import MissingCard
from desktop.ui.widgets.labels import PlainLabel
from tests.ui.accessibility import nameless, rich_text_labels


def test_each_sentence_is_said_once_and_leads_to_its_first_place(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    card = MissingCard()
    QVBoxLayout(ground).addWidget(card)
    ground.show()
    card.show_missing([Mistake(("a",), "Same."), Mistake(("b",), "Other <b>."), Mistake(("c",), "Same.")])
    assert card.isVisible() and card.sentences == ("Same.", "Other <b>.")
    with qtbot.waitSignal(card.wanted) as asked:
        card.buttons[0].click()
    assert asked.args == [("a",)]
    assert nameless(card) == [] and rich_text_labels(card) == []
    card.show_missing([])
    assert not card.isVisible() and card.sentences == ()


def test_a_long_list_is_cut_and_counted(qtbot):
    card = MissingCard()
    qtbot.addWidget(card)
    card.show_missing([Mistake((str(place),), f"Sentence {place}.") for place in range(9)])
    assert len(card.buttons) == 6
    assert [label.text() for label in card.findChildren(PlainLabel)][-1] == "and 3 more"
