"""The shipped messages, and those of a colleague: accepted whole, or refused with line and reason."""

import pytest

from desktop.errors import UserError
from desktop.i18n import LANGUAGES
from desktop.models.followup_kinds import Objective
from desktop.models.message_templates import Situation, gaps_in
from desktop.services import toml_source
from desktop.services.message_files import messages_of, shipped, shipped_path

TEXT = '''
key = "messages"
name = "Messages"
version = 1
[[messages]]
key = "one"
title = "One"
situation = "call"
subject = "Hello {company}"
text = """
Hello {first name}, you said: {their words}"""
'''


def read(text: str):
    return messages_of(toml_source.parse(text, "ours.toml"), "en")


def test_both_languages_have_the_same_messages_for_the_same_cases():
    cases = [
        [(each.key, each.situation, each.objective) for each in shipped(language).messages] for language in LANGUAGES
    ]
    assert cases[0] == cases[1]
    for french, english in zip(shipped("fr").messages, shipped("en").messages, strict=True):
        assert set(gaps_in(french.text, "fr")) == set(gaps_in(english.text, "en")), french.key


def test_every_objective_is_served_in_the_common_situations():
    known = {(each.situation, each.objective) for each in shipped("fr").messages}
    for situation in (Situation.FOLLOW_UP, Situation.CALL, Situation.PROPOSAL, Situation.INTERMEDIATE):
        assert all((situation, objective) in known for objective in Objective)
    assert {each.situation for each in shipped("fr").messages} == set(Situation)


def test_french_is_typeset_and_addresses_with_vous():
    for each in shipped("fr").messages:
        text = each.text + each.subject + each.title
        for sign in ";!?":
            assert f" {sign}" not in text and f"\u00a0{sign}" not in text
        assert " :" not in text and "'" not in text and "!" not in text
        assert {"vous", "votre", "vôtre"} & set(each.text.lower().replace("-", " ").replace("’", " ").split())
    assert shipped_path("fr").is_file()


@pytest.mark.parametrize(
    ("before", "after", "line", "reason"),
    [
        ("{company}", "{société}", 9, "“{société}” is no field"),
        ("{their words}", "{their word}", 10, "{their words}"),
        ("{their words}", "{", 10, "“{” is no field"),
        ('situation = "call"', 'situation = "chat"', 8, "expected one of"),
        ('title = "One"', 'title = ""', 7, "empty or too short"),
        ('key = "one"', 'key = "One"', 6, "not accepted"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(before, after, line, reason):
    with pytest.raises(UserError) as refused:
        read(TEXT.replace(before, after))
    assert str(refused.value).startswith(f"ours.toml, line {line}: ") and reason in str(refused.value)


def test_a_key_used_twice_is_refused():
    again = TEXT[TEXT.index("[[messages]]") :]
    with pytest.raises(UserError, match="line 13: the key “one” is used twice"):
        read(TEXT + again)
    assert read(TEXT).messages[0].objective is None
