"""The format: what it takes, and what it refuses, with the line and a sentence."""

from decimal import Decimal
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.models.matrix import Heat
from desktop.paths import resources
from desktop.services import conversations

SHORT = """\
[conversation]
title = "Short"
language = "en"
now = 2026-11-23T09:30:00
script = "b2b"
grid = "five-criteria"
[seller]
name = "Nord"
[prospect]
company = "Brévent"
[[steps]]
ask = "objective"
[[steps]]
say = "We lose a day a week."
citable = true
[[steps]]
score = 2
[end]
date = 2026-11-27
[proposal]
[[proposal.needs]]
verbatim = "We lose a day a week."
[[proposal.options]]
name = "Start"
recommended = true
[[proposal.options.lines]]
label = "Audit"
unit_price = 5.5
"""


@pytest.fixture
def refused(tmp_path: Path):
    """Replaces one line of the short file and gives the sentence it is refused with."""

    def change(old: str, new: str) -> str:
        assert SHORT.count(old) == 1
        path = tmp_path / "short.toml"
        path.write_text(SHORT.replace(old, new), "utf-8")
        with pytest.raises(UserError) as error:
            conversations.read(path)
        return str(error.value)

    return change


def test_a_short_file_is_read(tmp_path: Path):
    path = tmp_path / "short.toml"
    path.write_text(SHORT, "utf-8")
    conversation = conversations.read(path)
    assert conversation.conversation.starts_at.isoformat() == "2026-11-23T09:30:00+01:00"
    assert conversation.citable == ("We lose a day a week.",)
    assert conversation.end.due_local is not None and conversation.end.due_local.isoformat() == "2026-11-27T09:00:00"
    assert conversation.proposal is not None
    assert conversation.proposal.options[0].lines[0].unit_price == Decimal("5.5")


@pytest.mark.parametrize("path", sorted((resources() / "demo").glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_conversation_is_read(path: Path):
    conversation = conversations.read(path)
    assert conversation.citable
    assert {step.heat for step in conversation.steps if step.heat} <= set(Heat)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('title = "Short"', 'title = "Short"\nminuts = 5', "short.toml, line 3: the key “minuts” is unknown here."),
        ('name = "Nord"', "", "short.toml, line 7: the key “name” is missing."),
        (
            "score = 2",
            "score = 4",
            "short.toml, line 17: the value of “score” is not accepted: at most 3 is expected.",
        ),
        (
            "score = 2",
            'score = "2"',
            "short.toml, line 17: the value of “score” is not accepted: a whole number is expected.",
        ),
        (
            "score = 2",
            'score = 2\nheat = "hot"',
            "short.toml, line 16: a step is one act: write the others as steps of their own.",
        ),
        ("score = 2", "", "short.toml, line 16: this step does nothing: write what is asked, said or scored."),
        (
            "score = 2",
            'wait = 3\ncriterion = "fit"',
            "short.toml, line 16: “criterion” goes with “score” or “unknown”.",
        ),
        (
            "score = 2",
            'score = 2\ncriterion = "fiit"',
            "short.toml, line 18: the grid “five-criteria” has no criterion “fiit”.",
        ),
        ("score = 2", 'say = "=boiling"', "short.toml, line 17: “boiling” is not a heat. Type =cold, =warm or =hot."),
        (
            'script = "b2b"',
            'script = "b2x"',
            "short.toml, line 5: there is no script “b2x”: account-review, b2b, b2c, fit-test, trade-show.",
        ),
        (
            'grid = "five-criteria"',
            'grid = "x"',
            "short.toml, line 6: there is no grid “x”: b2c, bant, five-criteria, meddpicc, spiced.",
        ),
        (
            "now = 2026-11-23T09:30:00",
            "now = 2026-11-23T09:30:00Z",
            "short.toml, line 4: write the time as a clock on the wall shows it, without an offset: “zone” says where.",
        ),
        (
            "now = 2026-11-23T09:30:00",
            'now = 2026-11-23T09:30:00\nzone = "Europe/Rennes"',
            "short.toml, line 5: there is no time zone “Europe/Rennes”.",
        ),
        ('company = "Brévent"', "", "short.toml, line 9: give the prospect a company, or a contact with a name."),
        ("date = 2026-11-27", "date = 2026-11-20", "short.toml, line 19: the next step is before the call."),
        (
            "date = 2026-11-27",
            "",
            "short.toml, line 18: give either the date of the next step, or the reason why there is none.",
        ),
        (
            'verbatim = "We lose a day a week."',
            'verbatim = "We lose a day"',
            "short.toml, line 22: this is not one of the citable lines said in the call, letter for letter.",
        ),
    ],
)
def test_a_mistake_is_refused_with_its_line(refused, old: str, new: str, expected: str):
    assert refused(old, new) == expected


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ('speaker = "Karim"', "short.toml, line 17: nobody is named yet."),
        ('reformulate = "yes"', "short.toml, line 17: the value of “reformulate” is not accepted: expected one of"),
        ('correct = "=hot"', "short.toml, line 17: an entry begins with -, ! or ?, or with their words."),
        ('say = "@some day"', "short.toml, line 17: “@some day” does not begin with a date."),
        ("need = true\n[[steps]]\nneed = true", "short.toml, line 19: these words state a need already."),
        ("[steps.mirror]\ntick = 2", "short.toml, line 18: the value of “tick” is not accepted: a list is expected."),
        ('[steps.mirror]\ntick = ["A."]', "short.toml, line 17: “A.” is not one of the citable lines said so far."),
        ("resume_at = 2026-11-28T09:00:00", "short.toml, line 19: the next step is before the call."),
    ],
)
def test_a_step_that_cannot_be_is_refused_with_its_line(refused, new: str, expected: str):
    assert refused("score = 2", new).startswith(expected)


def test_words_that_were_undone_cannot_be_quoted(refused):
    assert refused("score = 2", "undo = true") == (
        "short.toml, line 22: this is not one of the citable lines said in the call, letter for letter."
    )


def test_a_next_step_typed_during_the_call_is_enough(tmp_path: Path):
    path = tmp_path / "short.toml"
    path.write_text(SHORT.replace("date = 2026-11-27", "").replace("score = 2", 'say = "@fri 10am call"'), "utf-8")
    assert conversations.read(path).end.due_local is None


def test_a_wrong_question_is_refused_with_those_of_the_script(refused):
    sentence = refused('ask = "objective"', 'ask = "objectif"')
    assert sentence.startswith("short.toml, line 12: the script “b2b” has no question “objectif”: opening, objective,")


def test_words_must_be_said_before_they_are_citable(refused):
    sentence = refused('ask = "objective"', "citable = true")
    assert sentence == "short.toml, line 12: nothing was said yet that could be quoted."


def test_a_second_recommended_option_and_a_fourth_option_are_refused(refused):
    option = '[[proposal.options]]\nname = "More"\n'
    end = "unit_price = 5.5\n"
    assert refused(end, f"{end}{option}recommended = true\n") == (
        "short.toml, line 31: only one option can be recommended."
    )
    assert refused(end, end + option * 3) == "short.toml, line 33: a proposal has 3 options at most."


def test_what_a_proposal_cannot_be_is_refused_with_its_line(refused):
    end = "unit_price = 5.5\n"
    assert refused('name = "Start"', 'door = "budget"') == (
        "short.toml, line 24: no door is proposed here: write “doors = true” in the proposal."
    )
    assert refused('name = "Start"\n', "") == (
        "short.toml, line 23: give the option a name, or the door that it was proposed for."
    )
    assert refused(end, f"{end}[proposal.revision]\nat = 2026-11-22T09:00:00\n") == (
        "short.toml, line 30: the proposal is taken up again before the call is over."
    )


def test_a_question_without_criterion_asks_for_one(tmp_path: Path):
    path = tmp_path / "short.toml"
    text = SHORT.replace('script = "b2b"', 'script = "b2c"').replace('"five-criteria"', '"b2c"')
    path.write_text(text.replace('ask = "objective"', 'ask = "decision"'), "utf-8")
    with pytest.raises(UserError, match="line 16: this question informs no criterion of the grid"):
        conversations.read(path)


def test_a_criterion_that_the_grid_does_not_have_is_refused(tmp_path: Path):
    path = tmp_path / "short.toml"
    text = SHORT.replace('"five-criteria"', '"b2c"').replace('ask = "objective"', 'ask = "decision"')
    path.write_text(text, "utf-8")
    with pytest.raises(UserError, match="line 16: this question informs no criterion of the grid"):
        conversations.read(path)


def test_a_field_of_one_line_has_no_line_break(refused):
    sentence = refused('company = "Brévent"', 'company = "Bré\\nvent"')
    assert sentence.startswith("short.toml, line 10: the value of “company” is not accepted")
