"""Messages: filled without a hole, elided as French is, and what is missing said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.i18n import LANGUAGES, Language
from desktop.models.followup_kinds import Objective
from desktop.models.message_templates import (
    NAMES,
    Gap,
    MessageSet,
    MessageTemplate,
    Situation,
    choose,
    fill,
    missing_words,
    situation_label,
    unknown_gaps,
)
from desktop.services import message_files

ALL = {gap: f"value of {gap}" for gap in Gap}


def template(text: str, subject: str = "Hello", **more) -> MessageTemplate:
    usual = {"key": "k", "title": "Title", "situation": Situation.CALL, "objective": None}
    return MessageTemplate(**usual | more, subject=subject, text=text)


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("Le sujet de {besoin}.", {Gap.NEED: "Améliorer le suivi"}, "Le sujet d’améliorer le suivi."),
        ("Il s’agit de {besoin}.", {Gap.NEED: "le suivi des chantiers"}, "Il s’agit du suivi des chantiers."),
        ("Je pense à {besoin}.", {Gap.NEED: "les délais"}, "Je pense aux délais."),
        ("L’équipe de {société}.", {Gap.COMPANY: "Ateliers Brevent"}, "L’équipe d’Ateliers Brevent."),
        ("L’équipe de {société}.", {Gap.COMPANY: "Le Bon Four"}, "L’équipe de Le Bon Four."),
        ("L’équipe de {société}.", {Gap.COMPANY: "Hermès"}, "L’équipe de Hermès."),
        ("On parle de {besoin}.", {Gap.NEED: "Sage à remplacer"}, "On parle de Sage à remplacer."),
        ("{besoin} : voilà.", {Gap.NEED: "réduire les délais"}, "Réduire les délais : voilà."),
        ("Il dit que {ses mots}.", {Gap.WORDS: "« oui »"}, "Il dit que « oui »."),
        ("Il dit : « {ses mots} ».", {Gap.WORDS: "«\u00a0oui\u00a0»"}, "Il dit : « oui »."),
    ],
)
def test_french_is_elided_contracted_and_keeps_names(text, values, expected):
    assert fill(template(text), values, "fr").text == expected


def test_a_sentence_that_lacks_something_goes_with_the_end_of_its_paragraph():
    text = "Hello {first name},\n\nOne. You said: {their words}. It matters.\n\nTwo.\n\n{me}\n{my phone}"
    filled = fill(template(text), {Gap.FIRST_NAME: "Claire", Gap.ME: "Camille"}, "en")
    assert filled.text == "Hello Claire,\n\nOne.\n\nTwo.\n\nCamille"
    assert filled.missing == (Gap.WORDS, Gap.MY_PHONE)


def test_a_greeting_stands_without_a_name_and_a_subject_is_never_a_hole():
    filled = fill(template("Bonjour {prénom},\n\nVoilà.", "Pour {objet}"), {}, "fr")
    assert (filled.subject, filled.text) == ("Title", "Bonjour,\n\nVoilà.")


def test_what_they_wrote_is_data_braces_included():
    words = "“use {me} and {x}”"
    filled = fill(template("You said: {their words}. Bye {me}."), {**ALL, Gap.WORDS: words, Gap.ME: "C"}, "en")
    assert filled.text == f"You said: {words}. Bye C."


@pytest.mark.parametrize("language", LANGUAGES)
@given(known=st.frozensets(st.sampled_from(Gap)))
def test_no_shipped_message_is_left_with_a_hole_whatever_is_known(language, known):
    values = {gap: f"value of {gap}" for gap in known}
    for each in message_files.shipped(language).messages:
        filled = fill(each, values, language)
        assert "{" not in filled.text + filled.subject and filled.subject.strip() and filled.text.strip()
        assert not set(filled.missing) & known
        assert "  " not in filled.text and "\n\n\n" not in filled.text
        assert not [line for line in filled.text.splitlines() if line.rstrip().endswith((":", "«"))]


def test_unknown_fields_and_lone_braces_are_found():
    assert unknown_gaps("{prénom} {Ses  Mots}", "fr") == []
    assert unknown_gaps("{first name} {", "fr") == ["{first name}", "{"]
    assert unknown_gaps("{their words}}", "en") == ["}"]


def test_the_first_that_suits_both_is_chosen_then_the_situation_then_a_plain_follow_up():
    known = [
        template("", key="any", situation=Situation.CALL),
        template("", key="valid", situation=Situation.CALL, objective=Objective.VALIDATION),
        template("", key="plain", situation=Situation.FOLLOW_UP),
    ]
    assert choose(known, Situation.CALL, Objective.VALIDATION).key == "valid"
    assert choose(known, Situation.CALL, Objective.PRECISION).key == "any"
    assert choose(known, Situation.SHOW, None).key == "plain"
    assert choose([], Situation.SHOW, None) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gap_has_one_name_and_words_for_when_it_is_missing(language):
    assert set(NAMES[language].values()) == set(Gap) and len(NAMES[language]) == len(Gap)
    said = Language(language)
    assert all(missing_words(gap, said) for gap in Gap)
    assert len({situation_label(each, said) for each in Situation}) == len(Situation)


def test_a_set_is_read_again_as_it_was_written():
    known = message_files.shipped("fr")
    assert MessageSet.from_dict({**known.as_dict(), "key": "messages", "name": "Messages"}) == known
