"""What stands in the way of a publication, at its place."""

import pytest

from desktop.models.content_edits import put, with_own_fit_test
from desktop.models.library import ItemKind
from desktop.services import templates
from desktop.services.library_checks import mistakes
from desktop.services.library_shipped import shipped

GRIDS = {each.key: each for each in templates.grids("en")}
SCRIPT, GRID = templates.script("b2b", "en").as_dict(), templates.grid("five-criteria", "en").as_dict()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_shipped_items_have_nothing_to_mend(language):
    grids = {each.key: each for each in templates.grids(language)}
    for script in templates.scripts(language):
        assert mistakes(ItemKind.SCRIPT, script.as_dict(), grids) == []
    for grid in grids.values():
        assert mistakes(ItemKind.GRID, grid.as_dict(), grids) == []
    for kind in (ItemKind.OBJECTIONS, ItemKind.REFORMULATIONS):
        for content in shipped(kind, language).values():
            assert mistakes(kind, content, grids) == []


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("name",), " ", ("name",)),
        (("grid",), "unheard", ("grid",)),
        (("sections",), [], ("sections",)),
        (("sections", 0, "name"), "", ("sections", 0, "name")),
        (("sections", 2, "questions"), [], ("sections", 2, "questions")),
        (("sections", 1, "questions", 2, "title"), "", ("sections", 1, "questions", 2, "title")),
        (("sections", 1, "questions", 2, "text"), "\n", ("sections", 1, "questions", 2, "text")),
    ],
)
def test_a_script_is_told_where(place, value, told):
    (found,) = mistakes(ItemKind.SCRIPT, put(SCRIPT, place, value), GRIDS)
    assert found.place == told and found.sentence.endswith(".")


def test_the_guidance_and_the_probes_may_be_left_out():
    bare = put(put(SCRIPT, ("sections", 0, "questions", 0, "why"), ""), ("sections", 0, "questions", 0, "probes"), [])
    assert mistakes(ItemKind.SCRIPT, bare, GRIDS) == []


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("name",), "", ("name",)),
        (("medium",), 71, ("medium",)),
        (("criteria",), [], ("criteria",)),
        (("criteria", 3, "name"), "", ("criteria", 3, "name")),
        (("criteria", 3, "levels", 2), " ", ("criteria", 3, "levels", 2)),
    ],
)
def test_a_grid_is_told_where(place, value, told):
    (found,) = mistakes(ItemKind.GRID, put(GRID, place, value), GRIDS)
    assert found.place == told and found.sentence.endswith(".")


@pytest.mark.parametrize(
    ("kind", "place", "value"),
    [
        (ItemKind.OBJECTIONS, ("cards",), []),
        (ItemKind.OBJECTIONS, ("cards", 2, "title"), " "),
        (ItemKind.OBJECTIONS, ("cards", 2, "phrasings"), []),
        (ItemKind.OBJECTIONS, ("cards", 2, "check"), ""),
        (ItemKind.REFORMULATIONS, ("sentences", 1, "text"), "No gap."),
        (ItemKind.REFORMULATIONS, ("sentences", 1, "text"), "{clause} {clause}"),
        (ItemKind.REFORMULATIONS, ("sentences", 1, "text"), "{clause} {else}"),
    ],
)
def test_a_set_is_told_where(kind, place, value):
    (content,) = shipped(kind, "en").values()
    (found,) = mistakes(kind, put(content, place, value), GRIDS)
    assert found.place == place and found.sentence.endswith(".")


def test_every_kind_of_need_keeps_a_sentence_and_one_quotes():
    (content,) = shipped(ItemKind.REFORMULATIONS, "en").values()
    left = [each for each in content["sentences"] if each["kind"] not in ("stake", None)]
    found = mistakes(ItemKind.REFORMULATIONS, {**content, "sentences": left}, GRIDS)
    assert [each.place for each in found] == [("sentences",), ("sentences",)]
    assert "“Stake”" in found[0].sentence and "{words}" in found[1].sentence


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("fit_test", "name"), " ", "Name the fit test."),
        (("fit_test", "questions"), [], "The fit test has no question."),
        (("fit_test", "questions", 1, "title"), "", "Give the question a short title."),
        (("fit_test", "questions", 1, "text"), "", "Write how the question “Level of urgency” is said."),
    ],
)
def test_the_fit_test_of_a_script_is_told_where(place, value, told):
    common = shipped(ItemKind.SCRIPT, "en")[templates.FIT_TEST]["sections"][0]
    script = with_own_fit_test(SCRIPT, common)
    assert mistakes(ItemKind.SCRIPT, script, GRIDS) == []
    (found,) = mistakes(ItemKind.SCRIPT, put(script, place, value), GRIDS)
    assert (found.place, found.sentence) == (place, told)


def test_what_has_no_name_yet_is_called_so():
    bare = put(put(GRID, ("criteria", 1, "name"), " "), ("criteria", 1, "levels", 0), "")
    assert [each.sentence for each in mistakes(ItemKind.GRID, bare, GRIDS)] == [
        "Name the criterion.",
        "Write what level 0 of “untitled” means.",
    ]
