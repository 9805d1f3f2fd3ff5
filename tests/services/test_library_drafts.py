"""From a draft to a publication and back, each step undone and done again."""

import pytest

from desktop.errors import UserError
from desktop.models.library import ItemKind, LibraryItem
from desktop.services import calls, library, library_drafts, prospects, templates
from desktop.services.library import Shelfmark
from tests.services.library_case import GRID, NOW, SCRIPT, publish_as


def content_of(session, mark):
    return library.piece(session, mark).content


def test_a_draft_is_a_copy_of_the_version_in_use_and_there_is_one(session):
    assert library_drafts.open_draft(session, GRID.kind, GRID.key, GRID.language, now=NOW)
    assert library.piece(session, GRID).draft == {**templates.grid("five-criteria", "en").as_dict(), "version": 2}
    library_drafts.save_draft(session, GRID, {**content_of(session, GRID), "name": "Typed"}, now=NOW)
    assert not library_drafts.open_draft(session, GRID.kind, GRID.key, GRID.language, now=NOW)
    assert content_of(session, GRID)["name"] == "Typed"
    with pytest.raises(KeyError):
        library_drafts.open_draft(session, ItemKind.GRID, "unheard", "en", now=NOW)


def test_saving_gives_back_what_was_there_and_keeps_key_language_and_number(session):
    first = library_drafts.save_draft(session, GRID, {**content_of(session, GRID), "key": "other"}, now=NOW)
    before = library_drafts.save_draft(session, GRID, {**content_of(session, GRID), "name": "B"}, now=NOW)
    assert first is None and before["name"] == "5 criteria"
    draft = library.piece(session, GRID).draft
    assert (draft["key"], draft["language"], draft["version"], draft["name"]) == ("five-criteria", "en", 2, "B")


def test_publishing_leaves_past_calls_alone(session):
    prospect = prospects.create_prospect(session, now=NOW, company="Roux")
    script, grid = library.script(session, "b2b", "en"), library.grid(session, "five-criteria", "en")
    call = calls.start_call(session, prospect, script, grid, now=NOW)
    criteria = content_of(session, GRID)["criteria"][:2]
    assert publish_as(session, GRID, criteria=criteria) == 2
    assert len(library.grid(session, "five-criteria", "en").criteria) == 2
    held = session.get_one(calls.Call, call)
    assert held.grid == grid and held.grid.version == 1


def test_a_publication_taken_back_is_a_draft_again_and_can_be_done_again(session):
    number = publish_as(session, GRID, name="Ours")
    library_drafts.take_back(session, GRID, number)
    library_drafts.take_back(session, GRID, number)
    piece = library.piece(session, GRID)
    assert piece.in_use["name"] == "5 criteria" and piece.draft["name"] == "Ours"
    assert library_drafts.publish(session, GRID, now=NOW) == 2
    assert library.grid(session, "five-criteria", "en").name == "Ours"


def test_nothing_to_publish_is_said(session):
    with pytest.raises(UserError, match="no draft"):
        library_drafts.publish(session, GRID, now=NOW)


def test_an_unfinished_draft_is_refused_with_what_to_mend(session):
    content = content_of(session, GRID)
    library_drafts.save_draft(session, GRID, {**content, "name": " "}, now=NOW)
    with pytest.raises(UserError, match="Give it a name"):
        library_drafts.publish(session, GRID, now=NOW)
    assert library.grids(session, "en") == templates.grids("en")


def test_a_draft_given_up_comes_back_with_undo_and_its_row_serves_the_next(session):
    library_drafts.save_draft(session, GRID, {**content_of(session, GRID), "name": "Kept"}, now=NOW)
    former = library_drafts.discard_draft(session, GRID, now=NOW)
    assert library.piece(session, GRID).draft is None
    assert library_drafts.discard_draft(session, GRID, now=NOW) is None
    library_drafts.save_draft(session, GRID, former, now=NOW)
    assert library.piece(session, GRID).draft["name"] == "Kept"
    library_drafts.discard_draft(session, GRID, now=NOW)
    library_drafts.open_draft(session, GRID.kind, GRID.key, GRID.language, now=NOW)
    assert library.piece(session, GRID).draft["name"] == "5 criteria"
    assert session.query(LibraryItem).count() == 1


def test_a_copy_has_a_key_of_its_own_made_from_its_name(session):
    copy = library_drafts.duplicate(session, SCRIPT, "Découverte export", now=NOW)
    again = library_drafts.duplicate(session, SCRIPT, "Découverte export", now=NOW)
    assert (copy.key, again.key) == ("decouverte-export", "decouverte-export-2")
    assert library.piece(session, copy).row.version == 0
    library_drafts.discard_draft(session, copy, now=NOW)
    with pytest.raises(KeyError):
        library.piece(session, copy)
    with pytest.raises(UserError):
        library_drafts.duplicate(session, SCRIPT, "  ", now=NOW)


def test_a_copy_named_like_a_shipped_one_does_not_stand_for_it(session):
    copy = library_drafts.duplicate(session, SCRIPT, "B2C", now=NOW)
    assert copy.key == "b2c-2"


def test_archiving_and_restoring_the_shipped_and_the_own(session):
    bant = Shelfmark(ItemKind.GRID, "bant", "en")
    library_drafts.archive(session, bant, now=NOW)
    library_drafts.archive(session, bant, now=NOW)
    assert library.piece(session, bant).row.archived
    library_drafts.restore(session, bant)
    library_drafts.restore(session, bant)
    assert session.query(LibraryItem).count() == 0, "nothing hides a later edition of the shipped one"
    publish_as(session, bant, name="Ours")
    library_drafts.archive(session, bant, now=NOW)
    assert "bant" not in [each.key for each in library.grids(session, "en")]
    library_drafts.restore(session, bant)
    assert library.grid(session, "bant", "en").name == "Ours"


def test_what_a_script_needs_is_not_archived_nor_the_last_of_its_kind(session):
    with pytest.raises(UserError, match="B2B discovery"):
        library_drafts.archive(session, GRID, now=NOW)
    for each in library.scripts(session, "en")[1:]:
        library_drafts.archive(session, Shelfmark(ItemKind.SCRIPT, each.key, "en"), now=NOW)
    with pytest.raises(UserError, match="only one"):
        library_drafts.archive(session, SCRIPT, now=NOW)
    copy = library_drafts.duplicate(session, SCRIPT, "New", now=NOW)
    with pytest.raises(UserError, match="never published"):
        library_drafts.archive(session, copy, now=NOW)


def test_publishing_a_new_version_of_an_archived_item_brings_it_back(session):
    bant = Shelfmark(ItemKind.GRID, "bant", "en")
    library_drafts.archive(session, bant, now=NOW)
    publish_as(session, bant, name="Back")
    assert library.grid(session, "bant", "en").name == "Back"
    assert "bant" in [each.key for each in library.grids(session, "en")], "publishing it is choosing it again"
