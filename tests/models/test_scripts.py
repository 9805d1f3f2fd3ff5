"""A script as a plain object: its order, and its way to JSON and back."""

import json
from dataclasses import replace

import pytest

from desktop.models.need_kinds import NeedKind
from desktop.models.scripts import Question, Script, Section

GOAL = Question("goal", "Goal", "What is your goal?", "To know.", ("Why?",), "need", NeedKind.NEED, 3)
ALONE = Question("alone", "Anything else", "What else?", "To be sure.")
DATE = Question("date", "Date", "By when?", "To plan.", (), "timing", NeedKind.DEADLINE)
SCRIPT = Script("s", "S", "en", 2, (Section("a", "A", (GOAL, ALONE)), Section("b", "B", (DATE,))), "five-criteria")


def test_questions_are_flat_and_in_order() -> None:
    assert SCRIPT.questions == (GOAL, ALONE, DATE)


def test_a_question_and_its_theme_are_found_by_key() -> None:
    assert (SCRIPT.question("date"), SCRIPT.section_of("date").key) == (DATE, "b")
    with pytest.raises(KeyError):
        SCRIPT.question("nothing")
    with pytest.raises(KeyError):
        SCRIPT.section_of("nothing")


def test_a_script_survives_json() -> None:
    again = Script.from_dict(json.loads(json.dumps(SCRIPT.as_dict())))
    assert again == SCRIPT
    assert again.question("goal").need_kind is NeedKind.NEED


def test_a_script_of_several_themes_begins_with_an_opening_and_ends_with_the_next_step() -> None:
    assert (SCRIPT.opening, SCRIPT.closing) == ((GOAL,), (DATE,))
    alone = replace(SCRIPT, sections=SCRIPT.sections[:1])
    assert (alone.opening, alone.closing) == ((), ())


def test_the_fit_test_travels_apart_from_the_questions() -> None:
    express = Question("fit-goal", "Goal", "Your goal?", "To know.", criterion="need", seconds=30)
    script = replace(SCRIPT, fit_test=Section("fit-test", "Fit test", (express,)))
    assert express not in script.questions
    assert (script.question("fit-goal"), script.section_of("fit-goal").key) == (express, "fit-test")
    assert script.in_fit_test("fit-goal") and not script.in_fit_test("goal") and not SCRIPT.in_fit_test("fit-goal")
    assert Script.from_dict(json.loads(json.dumps(script.as_dict()))) == script
