"""The words of the company, a language at a time, in the rep's order."""

import pytest

from desktop import i18n
from desktop.errors import UserError
from desktop.models.catalogue import BlockKind, StandingBlock
from desktop.services import standing_blocks
from tests.services.proposal_case import NOW


@pytest.fixture
def three(session):
    return [
        standing_blocks.add_block(session, now=NOW, language="fr", title=title, kind=BlockKind.TEAM)
        for title in ("A", "B", "C")
    ]


def titles(session, language="fr", **more):
    return [row.title for row in standing_blocks.blocks(session, language, **more)]


def test_they_stand_in_order_a_language_at_a_time(session, three):
    standing_blocks.add_block(session, now=NOW, language="en", title="Only", text="Words")
    assert titles(session) == ["A", "B", "C"] and titles(session, "en") == ["Only"]
    assert standing_blocks.move_block(session, three[2], 0) == 2
    assert titles(session) == ["C", "A", "B"]
    assert standing_blocks.move_block(session, three[2], 2) == 0
    assert titles(session) == ["A", "B", "C"]
    standing_blocks.move_block(session, three[0], 99)
    assert titles(session) == ["B", "C", "A"]


def test_a_block_has_a_title_and_a_language_of_ours(session, three):
    with pytest.raises(UserError):
        standing_blocks.add_block(session, now=NOW, language="fr", title=" ")
    with pytest.raises(UserError):
        standing_blocks.add_block(session, now=NOW, language="de", title="Methode")
    with pytest.raises(UserError):
        standing_blocks.update_block(session, three[0], title="")
    assert standing_blocks.update_block(session, three[0], text="x") == {"text": ""}


def test_a_copy_stands_right_after_and_in_no_proposal_by_itself(session, three):
    standing_blocks.update_block(session, three[0], usual=True, text="Words")
    session.flush()
    copy = session.get_one(StandingBlock, standing_blocks.duplicate_block(session, three[0], now=NOW))
    assert titles(session) == ["A", "A (copy)", "B", "C"]
    assert (copy.text, copy.usual, copy.kind) == ("Words", False, BlockKind.TEAM)
    assert [row.title for row in standing_blocks.usual_blocks(session, "fr")] == ["A"]


def test_archived_is_out_and_comes_back_where_it_was(session, three):
    standing_blocks.archive_block(session, three[1], at=NOW)
    session.flush()
    assert titles(session) == ["A", "C"] and titles(session, archived=True) == ["B"]
    standing_blocks.archive_block(session, three[1], at=None)
    session.flush()
    assert titles(session) == ["A", "B", "C"]


def test_found_by_kind_title_and_text(session, three):
    standing_blocks.update_block(session, three[1], text="Deux réunions par mois")
    session.flush()
    assert titles(session, words="REUNIONS") == ["B"] and titles(session, words="team b") == ["B"]


def test_a_proposal_keeps_copies(session, three):
    rows = standing_blocks.blocks(session, "fr")
    assert standing_blocks.in_proposal(rows)[0] == {"kind": "team", "title": "A", "text": ""}


def test_the_kinds_in_words():
    i18n.use("fr")
    assert [standing_blocks.label(kind) for kind in BlockKind] == [
        "Méthode",
        "Suivi",
        "Engagements",
        "Souplesse",
        "Équipe",
        "Conditions",
    ]
