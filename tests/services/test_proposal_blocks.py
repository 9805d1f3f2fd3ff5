"""The company's words in a proposal are copies: taken, edited, moved and removed without touching the catalogue."""

import pytest

from desktop.models.catalogue import BlockKind, StandingBlock
from desktop.services import proposal_blocks, proposals, standing_blocks
from desktop.services.proposal_blocks import blocks_of, moved, removed, set_blocks, taken, to_take, write_block
from desktop.services.proposal_content import Block
from desktop.services.proposal_exports import as_json
from desktop.services.proposal_sheet import content, sheet
from tests.services.proposal_case import NOW, claire


def block(session, title, **fields):
    fields = {"language": "fr", "text": f"Texte de {title}", **fields}
    return standing_blocks.add_block(session, now=NOW, title=title, **fields)


@pytest.fixture
def proposal(session):
    block(session, "Méthode", usual=True)
    block(session, "Équipe", kind=BlockKind.TEAM)
    block(session, "Conditions", kind=BlockKind.TERMS, usual=True)
    block(session, "Method", language="en", usual=True)
    session.flush()
    key = proposals.compose(session, claire(session).prospect, now=NOW, language="fr")
    session.flush()
    return key


def shown(session, proposal):
    return blocks_of(sheet(session, proposal).proposal.blocks)


def test_usual_ones_of_the_language_come_with_a_new_proposal(session, proposal):
    assert [each.title for each in content(session, proposal).blocks] == ["Méthode", "Conditions"]
    assert [each.kind for each in content(session, proposal).blocks] == [BlockKind.METHOD, BlockKind.TERMS]


def test_one_more_is_a_copy_that_the_catalogue_no_longer_changes(session, proposal):
    (team,) = to_take(session, proposal)
    before = set_blocks(session, proposal, now=NOW, blocks=taken(shown(session, proposal), team))
    session.flush()
    assert to_take(session, proposal) == []
    standing_blocks.update_block(session, team.id, text="Autre")
    assert content(session, proposal).blocks[2] == Block(BlockKind.TEAM, "Équipe", "Texte de Équipe")
    set_blocks(session, proposal, now=NOW, **before)
    assert [each.title for each in shown(session, proposal)] == ["Méthode", "Conditions"]


def test_words_are_edited_here_alone_and_given_back(session, proposal):
    before = write_block(session, proposal, 0, now=NOW, text="À deux.")
    write_block(session, proposal, 0, now=NOW, title="Notre méthode")
    write_block(session, proposal, 9, now=NOW, text="Nulle part")
    assert shown(session, proposal)[0] == Block(BlockKind.METHOD, "Notre méthode", "À deux.")
    assert "À deux." not in [each.text for each in session.query(StandingBlock)]
    set_blocks(session, proposal, now=NOW, **before)
    assert shown(session, proposal)[0].text == "Texte de Méthode"


def test_blocks_are_moved_no_further_than_the_ends_and_removed(session, proposal):
    blocks = shown(session, proposal)
    assert [each["title"] for each in moved(blocks, 0, 9)] == ["Conditions", "Méthode"]
    assert [each["title"] for each in moved(blocks, 1, -1)] == ["Conditions", "Méthode"]
    assert [each["title"] for each in removed(blocks, 0)] == ["Conditions"]
    assert proposal_blocks.to_json(blocks) == sheet(session, proposal).proposal.blocks


def test_what_says_nothing_is_not_printed_and_what_cannot_be_read_is_left_out(session, proposal):
    write_block(session, proposal, 0, now=NOW, text=" \n")
    assert [each.title for each in content(session, proposal).blocks] == ["Conditions"]
    saved = [3, {}, {"kind": "method", "title": 1, "text": ""}, {"kind": "x", "title": "", "text": ""}]
    assert blocks_of(saved) == () and blocks_of({}) == ()


def test_an_archive_without_blocks_still_compares_equal(session, proposal):
    assert [each["title"] for each in as_json(content(session, proposal))["blocks"]] == ["Méthode", "Conditions"]
    set_blocks(session, proposal, now=NOW, blocks=[])
    assert "blocks" not in as_json(content(session, proposal))
