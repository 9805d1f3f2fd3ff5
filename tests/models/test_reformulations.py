"""What prospects say, turned towards them: never a wrong agreement, and quoted where the rules are not sure."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from desktop.models.need_kinds import NeedKind
from desktop.models.reformulations import SpokenTemplate, clause_of, say_back

CORPORA = {code: Path(__file__).parent / f"reformulations_{code}.toml" for code in ("fr", "en")}
LEAST = {"fr": 60, "en": 40}
MOST_FALLBACKS = 0.45

AS_CLAUSE = SpokenTemplate("clause", "Si je comprends bien, {clause}. C’est bien ça ?", NeedKind.NEED)
AFTER_THAT = SpokenTemplate("that", "Vous me dites que {clause} : c’est ça ?", NeedKind.NEED)
OTHER_KIND = SpokenTemplate("other", "Pour la date, {clause}. Oui ?", NeedKind.DEADLINE)
QUOTED = SpokenTemplate("quoted", "Vous me dites : “{words}”. C’est bien ça ?")
TEMPLATES = (AS_CLAUSE, AFTER_THAT, OTHER_KIND, QUOTED)


def corpus(language: str) -> list[tuple[str, str | None]]:
    read = tomllib.loads(CORPORA[language].read_text("utf-8"))["words"]
    return [(each["said"], each.get("turned")) for each in read]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_agreement_of_the_corpus_is_wrong(language: str, record_property) -> None:
    found = [(said, turned, clause_of(said, language)) for said, turned in corpus(language)]
    wrong = [
        (said, clause.text, turned) for said, turned, clause in found if clause is not None and clause.text != turned
    ]
    missed = [said for said, turned, clause in found if clause is None and turned is not None]
    fallbacks = sum(clause is None for _said, _turned, clause in found)
    record_property("fallbacks", f"{fallbacks} of {len(found)} in {language}")
    sys.stdout.write(f"{language}: quoted as they are {fallbacks} times out of {len(found)}\n")
    assert len(found) >= LEAST[language]
    assert wrong == []
    assert missed == []
    assert fallbacks / len(found) <= MOST_FALLBACKS


@pytest.mark.parametrize("said", [said for said, turned in corpus("fr") if turned])
def test_nothing_of_the_first_person_is_left(said: str) -> None:
    clause = clause_of(said, "fr")
    assert clause is not None
    left = re.findall(r"\b(?:je|moi|mon|ma|mes|nous|notre|nos)\b|\b[jm]’", clause.text, re.IGNORECASE)
    assert left == []
    assert "vous vous vous" not in clause.text
    assert not re.search(r"\b(?:que|ne) [aeiouéê]|[ldn]’[bcdfgjklmnpqrstvwxz]", clause.text), "an elision is wrong"


def sentence(words: str, turn: int = 0, templates: tuple[SpokenTemplate, ...] = TEMPLATES) -> str:
    return say_back(templates, NeedKind.NEED, words, "fr", turn).sentence


def test_the_same_words_give_the_same_sentence_and_the_next_turn_another() -> None:
    words = "On perd une journée par semaine."
    turns = [sentence(words, turn) for turn in range(3)]
    assert sentence(words) == turns[0]
    assert set(turns) == {
        "Si je comprends bien, vous perdez une journée par semaine. C’est bien ça ?",
        "Vous me dites que vous perdez une journée par semaine : c’est ça ?",
        "Vous me dites : “On perd une journée par semaine”. C’est bien ça ?",
    }
    assert turns[2].startswith("Vous me dites : “"), "their own words come last"
    assert sentence(words, 3) == turns[0]


def test_two_verbatims_do_not_always_begin_with_the_same_sentence() -> None:
    openings = {sentence(f"On perd {count} jours par semaine.")[:12] for count in range(2, 12)}
    assert len(openings) == 2


def test_doubtful_words_are_quoted_and_said_to_be() -> None:
    said = say_back(TEMPLATES, NeedKind.NEED, "Envoyez-moi un devis !", "fr")
    assert (said.sentence, said.fallback) == ("Vous me dites : “Envoyez-moi un devis”. C’est bien ça ?", True)
    assert not say_back(TEMPLATES, NeedKind.NEED, "On perd du temps.", "fr", 2).fallback


def test_que_is_elided_before_a_vowel_only() -> None:
    only = (AFTER_THAT, QUOTED)
    assert sentence("Il manque un outil.", 0, only) == "Vous me dites qu’il manque un outil : c’est ça ?"
    assert sentence("On est trois.", 0, only) == "Vous me dites que vous êtes trois : c’est ça ?"
    assert "qu’un chantier" in sentence("Un chantier est perdu par mois.", 0, only)
    assert "que onze" in sentence("Onze chantiers sont en retard.", 0, only)


@pytest.mark.parametrize(
    "words", ["15 000 euros maximum.", "On perd du temps. On rate des ventes.", "On perd du temps, on rate des ventes."]
)
def test_only_one_sentence_with_its_verb_follows_que(words: str) -> None:
    sentences = [sentence(words, turn) for turn in range(4)]
    assert not any("me dites que" in each for each in sentences)
    assert any(each.startswith("Si je comprends bien, ") for each in sentences)


def test_several_sentences_only_go_where_a_full_stop_follows() -> None:
    colon = SpokenTemplate("colon", "Je note : {clause} : c’est ça ?", NeedKind.NEED)
    said = [sentence("On perd du temps. On rate des ventes.", turn, (colon, QUOTED)) for turn in range(2)]
    assert not any(each.startswith("Je note") for each in said)
    assert clause_of("On rate. On perd. On paie. On signe.", "fr") is None


def test_quotes_do_not_stand_inside_the_same_quotes() -> None:
    template = SpokenTemplate("quoted", "You said: “{words}”. Right?")
    said = say_back((template,), NeedKind.NEED, "Mine is called “real quotes”.", "en")
    assert said.sentence == "You said: “Mine is called ‘real quotes’”. Right?"


@pytest.mark.parametrize(
    "words", ["", "  ", "…", "?!", "\n", "’", "« »", "j'", "on", "nous", "me", "moi qui", "et", "I", "’m"]
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_anything_typed_can_be_said_back(words: str, language: str) -> None:
    assert say_back(TEMPLATES, NeedKind.NEED, words, language).sentence
