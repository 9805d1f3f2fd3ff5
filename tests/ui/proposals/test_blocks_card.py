"""Standing words in a proposal: taken, edited, moved, removed, each named and undoable."""

import pytest

from desktop.models.catalogue import BlockKind
from desktop.services import proposals, standing_blocks
from desktop.ui.autosave import flush_all
from desktop.ui.proposals.blocks_card import BlocksCard
from tests.services.proposal_case import NOW
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def card(bench, qtbot):
    case = bench.claire()
    for title, kind, usual in (("Méthode", "method", True), ("Équipe", "team", False), ("Conditions", "terms", True)):
        bench.workspace.do(
            standing_blocks.add_block,
            now=NOW,
            language="fr",
            title=title,
            text=title,
            kind=BlockKind(kind),
            usual=usual,
        )
    key = bench.workspace.do(proposals.compose, case.prospect, now=NOW, language="fr", call_id=case.call)
    bench.page.open_proposal(key)
    card = BlocksCard(bench.page.desk)
    qtbot.addWidget(card)
    bench.workspace.changed.connect(lambda *_touched: card.show_sheet(bench.sheet))
    card.show_sheet(bench.sheet)
    card.resize(620, 500)
    card.show()
    return card


def titles(card):
    return [row.title.text() for row in card.rows]


def test_usual_ones_are_there_and_the_others_are_offered(card):
    assert titles(card) == ["Méthode", "Conditions"]
    assert [each.text() for each in card.offers] == ["Équipe"]
    assert card.rows[1].kind.text == "Terms, in an annex" and not card.empty.isVisible()
    assert nameless(card) == [] and rich_text_labels(card) == []


def test_one_more_is_taken_and_given_back(card, bench):
    card.offers[0].click()
    assert titles(card) == ["Méthode", "Conditions", "Équipe"] and card.offers == []
    stack = bench.page.desk.stack
    assert stack.undoText() == "add “Équipe”"
    stack.undo()
    assert titles(card) == ["Méthode", "Conditions"] and len(card.offers) == 1


def test_moved_with_what_was_being_typed(card, bench):
    card.rows[0].text.setPlainText("À deux, toujours")
    card.rows[0].down.click()
    assert titles(card) == ["Conditions", "Méthode"]
    assert card.rows[1].text.toPlainText() == "À deux, toujours"
    assert not card.rows[0].up.isEnabled() and not card.rows[1].down.isEnabled()
    card.shift(1, 1)
    assert titles(card) == ["Conditions", "Méthode"]
    bench.page.desk.stack.undo()
    assert titles(card) == ["Méthode", "Conditions"]


def test_a_title_and_its_words_are_saved_as_they_are_typed(card, bench):
    card.rows[0].title.setText("Notre méthode")
    flush_all(card)
    card.rows[0].text.setPlainText("À deux")
    flush_all(card)
    assert bench.sheet.content.blocks[0].title == "Notre méthode" and bench.sheet.content.blocks[0].text == "À deux"


def test_removed_ones_leave_the_catalogue_alone(card, bench):
    card.rows[0].remove.click()
    card.rows[0].remove.click()
    assert card.rows == [] and card.empty.text() == "None in this proposal." and len(card.offers) == 3
    bench.page.desk.stack.undo()
    assert titles(card) == ["Conditions"]
    assert len(bench.workspace.ask(standing_blocks.blocks, "fr")) == 3


def test_an_empty_catalogue_says_where_to_write_them(composed, qtbot):
    card = BlocksCard(composed.page.desk)
    qtbot.addWidget(card)
    card.show_sheet(composed.sheet)
    assert "under Catalogue" in card.empty.text()
