"""What is begun from nothing is a draft that says what it lacks, and becomes whole by being written."""

import pytest

from desktop.errors import UserError
from desktop.models.content_edits import put
from desktop.models.grids import Grid
from desktop.models.library import ItemKind
from desktop.models.scripts import Script
from desktop.services import library, library_blanks, library_drafts, library_shipped
from desktop.services.library import Shelfmark
from desktop.services.library_checks import mistakes
from tests.services.library_case import GRID, NOW, publish_as


def grids(session, language="en"):
    return {each.key: each for each in library.grids(session, language)}


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (
            ItemKind.SCRIPT,
            [
                ("name",),
                ("sections", 0, "name"),
                ("sections", 0, "questions", 0, "title"),
                ("sections", 0, "questions", 0, "text"),
            ],
        ),
        (
            ItemKind.GRID,
            [("name",), ("criteria", 0, "name"), *(("criteria", 0, "levels", level) for level in range(4))],
        ),
    ],
)
def test_a_new_item_says_all_that_it_lacks_and_is_not_published_before(session, kind, missing):
    content = library_blanks.item(session, kind, "en")
    mark = Shelfmark(kind, content["key"], "en")
    assert [each.place for each in mistakes(kind, content, grids(session))] == missing
    library_drafts.save_draft(session, mark, content, now=NOW)
    for place in missing:
        with pytest.raises(UserError):
            library_drafts.publish(session, mark, now=NOW)
        content = put(content, place, "Written?")
        library_drafts.save_draft(session, mark, content, now=NOW)
    assert library_drafts.publish(session, mark, now=NOW) == 1


def test_it_has_the_plain_form_of_its_kind(session):
    script = library_blanks.item(session, ItemKind.SCRIPT, "fr")
    assert Script.from_dict(script).as_dict() == script and script["grid"] == "five-criteria"
    grid = library_blanks.item(session, ItemKind.GRID, "fr")
    assert Grid.from_dict(grid).as_dict() == grid and grid["language"] == "fr"
    assert (grid["good"], grid["medium"], grid["complete"]) == (70, 40, 60)


def test_a_script_goes_with_a_grid_that_can_be_chosen(session):
    own = library_drafts.duplicate(session, GRID, "Ours", now=NOW)
    library_drafts.publish(session, own, now=NOW)
    for script in library.scripts(session, "en"):
        publish_as(session, Shelfmark(ItemKind.SCRIPT, script.key, "en"), grid=own.key)
    library_drafts.archive(session, GRID, now=NOW)
    script = library_blanks.item(session, ItemKind.SCRIPT, "en")
    assert script["grid"] in grids(session) and script["grid"] != GRID.key


def test_two_of_them_never_share_a_key(session):
    keys = {library_blanks.item(session, ItemKind.GRID, "en")["key"] for _each in range(50)}
    assert len(keys) == 50


@pytest.mark.parametrize("kind", list(library_shipped.SETS))
def test_a_set_is_not_begun(session, kind):
    with pytest.raises(ValueError, match="one set"):
        library_blanks.item(session, kind, "en")


def test_new_rows_have_the_fields_of_those_that_are_shipped():
    script = library_shipped.shipped(ItemKind.SCRIPT, "en")["b2b"]
    theme = script["sections"][0]
    grid = library_shipped.shipped(ItemKind.GRID, "en")["five-criteria"]
    (cards,) = library_shipped.shipped(ItemKind.OBJECTIONS, "en").values()
    (sentences,) = library_shipped.shipped(ItemKind.REFORMULATIONS, "en").values()
    assert library_blanks.theme("k").keys() == theme.keys()
    assert library_blanks.question("k").keys() == theme["questions"][0].keys()
    assert library_blanks.criterion("k").keys() == grid["criteria"][0].keys()
    assert library_blanks.card("k").keys() == cards["cards"][0].keys()
    assert library_blanks.sentence("k").keys() == sentences["sentences"][0].keys()
