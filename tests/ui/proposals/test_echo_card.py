"""The two lists, live, each line leading to its block."""

import pytest

from desktop.services import proposal_options, proposals
from desktop.ui.proposals.echo_card import EchoCard
from tests.services.proposal_case import NOW
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def card(composed, qtbot):
    card = EchoCard()
    qtbot.addWidget(card)
    composed.workspace.changed.connect(lambda *_touched: card.show_sheet(composed.sheet))
    composed.workspace.do(
        proposals.update_proposal, composed.page.desk.key, now=NOW, title="Un site tout neuf", plan=[]
    )
    card.resize(500, 300)
    card.show()
    return card


def test_both_lists_lead_to_their_blocks(card, composed, qtbot):
    rows = [each.row.id for each in composed.sheet.needs]
    assert list(card.rows) == [f"need:{rows[1]}", f"need:{rows[2]}", "title"]
    with qtbot.waitSignal(card.wanted) as asked:
        card.rows["title"].click()
    assert asked.args == ["title"]
    assert card.rows["title"].accessibleName() == "Show: Title: Un site tout neuf"
    assert card.note_label.text() == "4 blocks of 5 come from their words"
    assert nameless(card) == [] and rich_text_labels(card) == []


def test_what_is_mended_leaves_the_lists(card, composed):
    for each in composed.sheet.needs:
        composed.workspace.do(proposals.set_need, each.row.id, now=NOW, answer="Réponse")
    composed.workspace.do(proposals.update_proposal, composed.page.desk.key, now=NOW, title="")
    assert card.rows == {}
    option = composed.sheet.options[0].option.id
    composed.workspace.do(proposal_options.update_option, option, now=NOW, answers=[])
    assert list(card.rows) == [f"option:{option}"]
