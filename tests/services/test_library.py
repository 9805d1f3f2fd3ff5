"""What may be chosen before a call, and what the library shows of each item."""

import pytest

from desktop.models.library import ItemKind
from desktop.services import library, library_drafts, templates
from desktop.services.library import Shelfmark
from tests.services.library_case import GRID, NOW, SCRIPT, publish_as


def test_before_anything_is_changed_the_shipped_ones_are_chosen_from(session):
    for language in ("fr", "en"):
        assert library.scripts(session, language) == templates.scripts(language)
        assert library.grids(session, language) == templates.grids(language)
    assert library.script(session, "b2b", "fr") == templates.script("b2b", "fr")
    with pytest.raises(KeyError):
        library.grid(session, "unheard", "fr")


def test_a_draft_changes_nothing_until_it_is_published(session):
    content = {**library.piece(session, GRID).content, "name": "Ours"}
    library_drafts.save_draft(session, GRID, content, now=NOW)
    assert library.grids(session, "en") == templates.grids("en")
    library_drafts.publish(session, GRID, now=NOW)
    first, *others = library.grids(session, "en")
    assert (first.name, first.version) == ("Ours", 2) and others == templates.grids("en")[1:]
    assert library.grids(session, "fr") == templates.grids("fr")


def test_the_latest_of_several_versions_is_the_one_in_use(session):
    publish_as(session, GRID, name="Second")
    publish_as(session, GRID, name="Third")
    assert library.grid(session, "five-criteria", "en").name == "Third"
    assert [each.number for each in library.history(session, GRID)] == [3, 2, 1]
    assert library.history(session, GRID)[-1].at is None


def test_own_items_come_after_the_shipped_ones_by_name(session):
    for name in ("Zinc", "alloy"):
        copy = library_drafts.duplicate(session, GRID, name, now=NOW)
        library_drafts.publish(session, copy, now=NOW)
    assert [each.name for each in library.grids(session, "en")][-2:] == ["alloy", "Zinc"]


def test_an_archived_one_is_left_out_and_can_still_be_read(session):
    bant = Shelfmark(ItemKind.GRID, "bant", "en")
    library_drafts.archive(session, bant, now=NOW)
    assert "bant" not in [each.key for each in library.grids(session, "en")]
    assert library.grid(session, "bant", "en") == templates.grid("bant", "en")
    assert library.shelf(session, ItemKind.GRID, "en")[-1].mark == bant


def test_the_shelf_tells_shipped_from_own_and_draft_from_published(session):
    library_drafts.open_draft(session, ItemKind.SCRIPT, "b2b", "en", now=NOW)
    copy = library_drafts.duplicate(session, SCRIPT, "Audit", now=NOW)
    publish_as(session, Shelfmark(ItemKind.SCRIPT, "b2c", "en"), name="Homes")
    rows = {row.mark.key: row for row in library.shelf(session, ItemKind.SCRIPT, "en") if row.mark.language == "en"}
    assert (rows["b2b"].version, rows["b2b"].draft, rows["b2b"].shipped, rows["b2b"].own) == (1, 2, True, False)
    assert (rows["b2c"].name, rows["b2c"].version, rows["b2c"].draft, rows["b2c"].own) == ("Homes", 2, 0, True)
    assert (rows[copy.key].version, rows[copy.key].draft, rows[copy.key].shipped) == (0, 1, False)


def test_the_shelf_begins_with_the_language_of_the_screen(session):
    rows = library.shelf(session, ItemKind.SCRIPT, "fr")
    languages = [row.mark.language for row in rows]
    assert languages == sorted(languages, reverse=True) and languages[0] == "fr" and languages[-1] == "en"
    assert rows[0].mark.key == "b2b"


def test_a_piece_is_read_from_its_draft_when_there_is_one(session):
    assert library.piece(session, SCRIPT).draft is None
    assert library.piece(session, SCRIPT).content == templates.script("b2b", "en").as_dict()
    library_drafts.save_draft(session, SCRIPT, {**library.piece(session, SCRIPT).content, "name": "New"}, now=NOW)
    piece = library.piece(session, SCRIPT)
    assert piece.content["name"] == "New" and piece.in_use["name"] == "B2B discovery"
    with pytest.raises(KeyError):
        library.piece(session, Shelfmark(ItemKind.SCRIPT, "unheard", "en"))


def test_what_is_shipped_is_given_as_a_copy(session):
    library.shipped(ItemKind.GRID, "en")["bant"]["criteria"].clear()
    assert library.grid(session, "bant", "en").criteria


def test_the_common_fit_test_is_the_one_in_use_archived_or_not(session):
    mark = Shelfmark(ItemKind.SCRIPT, templates.FIT_TEST, "en")
    shipped = templates.script(templates.FIT_TEST, "en").as_dict()["sections"][0]
    assert library.common_fit_test(session, "en") == shipped
    publish_as(session, mark, sections=[{**shipped, "name": "Ours"}])
    assert library.common_fit_test(session, "en")["name"] == "Ours"
    library_drafts.archive(session, mark, now=NOW)
    assert library.common_fit_test(session, "en") == shipped, "as when a call starts"
