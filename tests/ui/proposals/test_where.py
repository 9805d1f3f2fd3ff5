"""Every place that a check or a page names leads to a field."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.services import proposal_blocks, proposals
from desktop.ui.proposals.block_words import set_place
from desktop.ui.proposals.where import field_of
from tests.services.proposal_case import NOW


@pytest.fixture
def composer(composed, qtbot):
    with qtbot.waitActive(composed.page):
        composed.page.show()
    return composed.page.composer


def found(composer, where):
    return field_of(where, composer.needs, composer.options, composer.blocks, composer.document, composer.area)


def test_page_one_is_written_in_the_card_of_the_document(composer):
    card = composer.document
    for where, field in (
        ("title", card.title_edit),
        ("lead", card.lead),
        ("objective", card.objective),
        ("cost", card.cost_today),
        ("recommendation", card.recommendation),
        ("gain:2", card.gains),
        ("to_confirm", card.to_confirm),
        ("next_step", card.next_step),
        ("validity", card.valid_until),
        ("start", card.start_on),
        ("sign", card.sign_before),
        ("contract", composer.options.reason),
        ("options", composer.options.add),
    ):
        assert found(composer, where) is field, where


def test_what_is_folded_away_is_unfolded(composer):
    row = composer.needs.rows[1]
    assert row.details.isHidden()
    for kind in ("understanding", "impact", "benefit"):
        field = found(composer, f"{kind}:{row.row_id}")
        assert row.details.isAncestorOf(field) and not row.details.isHidden()
    assert found(composer, f"proof:{row.row_id}") is row.proof
    assert found(composer, f"need:{row.row_id}") is found(composer, f"answer:{row.row_id}") is row.answer


def test_what_is_no_more_leads_nowhere(composer):
    gone = uuid.UUID(int=7)
    for where in (f"need:{gone}", f"answer:{gone}", f"option:{gone}", "nothing", ""):
        assert found(composer, where) is None, where


def test_a_block_of_the_document_is_the_one_that_is_not_empty(composed, composer):
    blocks = [{"kind": "method", "title": title, "text": text} for title, text in (("Vide", " "), ("Méthode", "Deux"))]
    composed.workspace.do(proposal_blocks.set_blocks, composed.page.desk.key, now=NOW, blocks=blocks)
    assert [block.title for block in composed.sheet.content.blocks] == ["Méthode"]
    assert found(composer, "block:0") is composer.blocks.rows[1].text
    assert found(composer, "block:1") is None


def test_a_card_that_says_what_it_holds_is_found(composer, qtbot):
    cards, card = QWidget(), QWidget()
    qtbot.addWidget(cards)
    QVBoxLayout(cards).addWidget(card)
    line = QLineEdit()
    QVBoxLayout(card).addWidget(line)
    set_place(card, "plan")
    parts = (composer.needs, composer.options, composer.blocks, composer.document, cards)
    assert field_of("plan", *parts) is line
    line.setEnabled(False)
    assert field_of("plan", *parts) is card


@pytest.mark.parametrize(
    "words, field",
    [
        ("Un titre à nous", lambda composer: composer.document.title_edit),
        ("On perd une journée par semaine à relancer", lambda composer: composer.needs.rows[0].answer),
        ("Notre réponse à nous", lambda composer: composer.needs.rows[1].answer),
        ("Notre preuve", lambda composer: composer.needs.rows[1].proof),
        ("Ce que cela change pour elle", lambda composer: composer.needs.rows[1].field("impact")),
    ],
)
def test_a_click_on_a_sentence_of_the_page_gives_its_field_the_focus(composed, composer, qtbot, words, field):
    key = composer.needs.rows[1].row_id
    do, proposal = composed.workspace.do, composed.page.desk.key
    do(proposals.update_proposal, proposal, now=NOW, title="Un titre à nous")
    do(proposals.set_lead_verbatim, proposal, None, now=NOW)
    impact = "Ce que cela change pour elle"
    do(proposals.set_need, key, now=NOW, answer="Notre réponse à nous", proof="Notre preuve", impact=impact)
    preview = composer.preview
    qtbot.waitUntil(lambda: preview.is_current, timeout=10_000)
    preview.search.line.setText(words)
    preview.look_for_words()
    hit = preview.search.hits[0]
    preview.view.reveal(hit)
    at = preview.view.at(hit.page, hit.boxes[0].center())
    qtbot.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    target = field(composer)
    assert target.hasFocus()
    assert not target.visibleRegion().isEmpty()
