"""Rows moved, copied and removed in a plain content, which itself never changes."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.content_edits import (
    duplicated,
    fresh_key,
    inserted,
    keys_in,
    moved,
    part_at,
    put,
    removed,
    with_own_fit_test,
)
from desktop.models.grids import Grid
from desktop.models.scripts import Script
from desktop.services import templates

SCRIPT, GRID = templates.script("b2b", "en").as_dict(), templates.grid("five-criteria", "en").as_dict()
BEFORE = copy.deepcopy((SCRIPT, GRID))


@pytest.fixture(autouse=True)
def _nothing_changes_in_place():
    yield
    assert (SCRIPT, GRID) == BEFORE


def keys(content):
    return [question.key for question in Script.from_dict(content).questions]


def test_a_question_goes_down_its_theme_then_into_the_next_one():
    content, place = SCRIPT, ("sections", 0, "questions", 0)
    content, place = moved(content, place, 1)
    assert place == ("sections", 1, "questions", 0) and content["sections"][0]["questions"] == []
    assert keys(content) == keys(SCRIPT)
    content, place = moved(content, place, 1)
    assert place == ("sections", 1, "questions", 1) and keys(content)[:2] == ["objective", "opening"]
    content, place = moved(content, place, -1)
    assert moved(content, place, -1)[1] == ("sections", 0, "questions", 0)


def test_the_ends_are_the_ends():
    assert moved(SCRIPT, ("sections", 0, "questions", 0), -1) is None
    assert moved(SCRIPT, ("sections", len(SCRIPT["sections"]) - 1, "questions", 0), 1) is None
    assert moved(SCRIPT, ("sections", 0), -1) is None
    assert moved(GRID, ("criteria", 4), 1) is None
    assert moved(SCRIPT, ("fit_test",), 1) is None


def test_a_theme_moves_with_its_questions_and_a_criterion_alone():
    content, place = moved(SCRIPT, ("sections", 1), -1)
    assert place == ("sections", 0) and keys(content)[0] == "objective"
    content, place = moved(GRID, ("criteria", 0), 1)
    assert [each.key for each in Grid.from_dict(content).criteria][:2] == ["budget", "need"]


@given(st.lists(st.sampled_from([1, -1]), max_size=40), st.integers(0, 4), st.integers(0, 3))
def test_no_question_is_ever_lost_and_a_move_back_undoes_a_move(steps, section, index):
    questions = SCRIPT["sections"][section]["questions"]
    content, place = SCRIPT, ("sections", section, "questions", min(index, len(questions) - 1))
    for step in steps:
        found = moved(content, place, step)
        if found is None:
            continue
        after, there = found
        assert moved(after, there, -step) == (content, place)
        content, place = after, there
        assert sorted(keys(content)) == sorted(keys(SCRIPT))


def test_a_copy_comes_right_after_under_its_own_keys():
    content, place = duplicated(SCRIPT, ("sections", 1, "questions", 0), "Main goal (copy)")
    assert place == ("sections", 1, "questions", 1)
    copied = part_at(content, place)
    assert (copied["key"], copied["title"]) == ("objective-2", "Main goal (copy)")
    assert copied["text"] == "What is your main goal here?"
    content, place = duplicated(SCRIPT, ("sections", 1), "Again")
    assert len(keys(content)) == len(set(keys(content))) == len(keys(SCRIPT)) + 4
    assert part_at(content, place)["name"] == "Again"


def test_rows_are_added_and_removed():
    content = inserted(GRID, ("criteria", 5), {**GRID["criteria"][0], "key": "new"})
    assert content["criteria"][5]["key"] == "new"
    assert removed(content, ("criteria", 5)) == GRID
    short = {**SCRIPT, "fit_test": SCRIPT["sections"][0]}
    assert removed(short, ("fit_test",)) == SCRIPT
    assert put(GRID, ("criteria", 1, "levels", 2), "x")["criteria"][1]["levels"][2] == "x"


@pytest.mark.parametrize(
    ("words", "key"),
    [("Élan & Café", "elan-cafe"), ("", "row"), ("¿?", "row"), ("budget", "budget-2"), ("a" * 60, "a" * 40)],
)
def test_keys_are_plain_and_free(words, key):
    assert fresh_key(words, {"budget"}) == key


def test_every_key_at_any_depth_counts():
    assert {"b2b", "opening", "consequence", "next-step"} <= keys_in(SCRIPT)


def test_a_fit_test_is_copied_under_keys_that_the_script_does_not_use():
    section = SCRIPT["sections"][1]
    content = with_own_fit_test(SCRIPT, section)
    asked = content["fit_test"]["questions"]
    assert [each["key"] for each in asked] == [f"fit-{each['key']}" for each in section["questions"]]
    assert [each["text"] for each in asked] == [each["text"] for each in section["questions"]]
    again = with_own_fit_test(put(content, ("fit_test",), None), {**section, "questions": asked})
    assert again["fit_test"]["questions"] == asked, "a key that nobody uses is kept"
    assert removed(content, ("fit_test",)) == SCRIPT


def test_the_questions_of_the_fit_test_keep_to_themselves():
    content = with_own_fit_test(SCRIPT, SCRIPT["sections"][1])
    last = len(content["fit_test"]["questions"]) - 1
    assert moved(content, ("fit_test", "questions", 0), -1) is None
    assert moved(content, ("fit_test", "questions", last), 1) is None
    after, place = moved(content, ("fit_test", "questions", 0), 1)
    assert place == ("fit_test", "questions", 1)
    assert part_at(after, place) == part_at(content, ("fit_test", "questions", 0))
