from PySide6.QtWidgets import QLabel

from desktop.services.objection_templates import shipped
from desktop.services.objections import Citation
from desktop.ui.calls.objection_view import ObjectionView, step_names
from tests.ui.accessibility import rich_text_labels


def test_the_four_steps_the_rate_and_the_proofs_are_read(qtbot) -> None:
    view = ObjectionView()
    qtbot.addWidget(view)
    card = shipped("en").card("too-expensive")
    assert card is not None
    view.show_card(card, (5, 8), [Citation("Follow-up", "11,000 euros <b>saved</b>")])
    read = " ".join(label.text() for label in view.findChildren(QLabel))
    assert all(sentence in read for _name, sentence in card.steps)
    assert list(step_names().values()) == ["Welcome", "Dig", "Answer", "Check"]
    assert view.rate.text == "settled 5 times out of 8"
    assert view.proof_title.text() == "To cite: a figure"
    assert "11,000 euros <b>saved</b>" in view.proofs.text() and "Follow-up" in view.proofs.text()
    assert rich_text_labels(view) == []


def test_a_card_never_met_and_without_proof_says_so(qtbot) -> None:
    view = ObjectionView()
    qtbot.addWidget(view)
    card = shipped("en").card("no-need")
    assert card is not None
    view.show_card(card, None, [])
    assert view.rate.isHidden()
    assert view.proofs.text() == "No proof of your catalogue speaks of this yet."
    view.show_nothing()
    assert view.isHidden()
