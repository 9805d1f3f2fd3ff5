"""The shipped cadences, and those that a colleague wrote: accepted whole, or refused with line and reason."""

import pytest

from desktop.errors import UserError
from desktop.i18n import LANGUAGES
from desktop.models.cadences import Anchor
from desktop.models.followup_kinds import Channel
from desktop.models.matrix import SHIPPED
from desktop.services import message_files, toml_source
from desktop.services.cadence_files import cadence_of, out_of_order, shipped
from tests.services.cadence_case import step

TEXT = """
key = "own"
name = "Own"
version = 1
[[steps]]
key = "first"
days = 3
hot_days = 1
objective = "precision"
channels = ["phone", "email"]
subject = "ask"
[[steps]]
key = "second"
days = 9
objective = "validation"
channels = ["email"]
message = "content"
"""


KEYS = ["nurturing-30-days", "after-proposal", "after-show", "wake-up"]


def read(text: str):
    return cadence_of(toml_source.parse(text, "own.toml"), "en", {"content"})


def test_the_articles_own_example_and_the_three_others_are_there():
    assert list(shipped("fr")) == list(shipped("en")) == KEYS
    nurturing, show = shipped("fr")["nurturing-30-days"], shipped("fr")["after-show"]
    assert [each.days for each in nurturing.steps] == [7, 14, 21, 30]
    assert [(each.hot_days, each.days) for each in show.steps] == [(1, 2), (None, 7), (None, 30)]
    after = shipped("fr")["after-proposal"].steps
    assert [(each.days, each.anchor) for each in after] == [(2, "start"), (7, "start"), (15, "start"), (3, "expiry")]
    assert {cell.cadence for cell in SHIPPED.values()} - {""} <= set(shipped("fr")), (
        "the matrix suggests none that is not"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_step_of_the_shipped_has_an_objective_brings_something_and_names_a_message(language):
    messages = {each.key for each in message_files.shipped(language).messages}
    for cadence in shipped(language).values():
        assert cadence.name and cadence.about and cadence.language == language
        assert all(each.subject and each.brings and each.message in messages for each in cadence.steps)


def test_both_languages_have_the_same_rhythm():
    for key, french in shipped("fr").items():
        plain = [
            (each.key, each.days, each.hot_days, each.anchor, each.channels, each.message) for each in french.steps
        ]
        english = shipped("en")[key].steps
        assert plain == [(e.key, e.days, e.hot_days, e.anchor, e.channels, e.message) for e in english]


def test_a_file_is_read_whole():
    cadence = read(TEXT)
    assert cadence.steps[0].channels == (Channel.PHONE, Channel.EMAIL) and cadence.steps[0].anchor is Anchor.START
    assert (cadence.steps[0].hot_days, cadence.steps[1].message, cadence.steps[1].brings) == (1, "content", "")


@pytest.mark.parametrize(
    ("before", "after", "line", "reason"),
    [
        ("days = 9", "days = 3", 14, "does not come after the one before"),
        ("days = 9", "days = 0", 14, "at least 1 is expected"),
        ("days = 9", "days = 9.5", 14, "a whole number"),
        ("hot_days = 1", "hot_days = 4", 8, "sooner than the others"),
        ('channels = ["email"]', "channels = []", 16, "at least 1 entries"),
        ('channels = ["email"]', 'channels = ["fax"]', 16, "expected one of"),
        ('["phone", "email"]', '["phone", "phone"]', 10, "written twice"),
        ('key = "second"', 'key = "first"', 13, "used twice"),
        ('message = "content"', 'message = "gone"', 17, "there is no message “gone”"),
        ('subject = "ask"', 'sujet = "ask"', 11, "unknown here"),
        ('objective = "validation"', 'objective = "pressure"', 15, "expected one of validation"),
        ("days = 9\n", 'days = 9\nanchor = "expiry"\nhot_days = 2\n', 16, "sooner than the others"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(before, after, line, reason):
    assert before in TEXT
    with pytest.raises(UserError) as refused:
        read(TEXT.replace(before, after))
    assert str(refused.value).startswith(f"own.toml, line {line}: ") and reason in str(refused.value)


def test_the_order_is_that_of_a_hot_prospect_as_well():
    assert out_of_order([step(5), step(9, hot=5)]) == [1]
    assert out_of_order([step(5), step(3, anchor=Anchor.EXPIRY), step(9, hot=6)]) == []
