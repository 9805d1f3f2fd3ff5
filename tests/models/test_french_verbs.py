"""Forms that a prospect uses, and what "vous" says for them: right, or unknown."""

import pytest

from desktop.models.french_verbs import Mood, Person, is_nous_form, is_verb_form, vous_forms


@pytest.mark.parametrize(
    "person, form, vous",
    [
        ("je", "perds", "perdez"),
        ("on", "perd", "perdez"),
        ("nous", "perdons", "perdez"),
        ("je", "suis", "êtes"),
        ("on", "est", "êtes"),
        ("nous", "étions", "étiez"),
        ("je", "ai", "avez"),
        ("on", "aura", "aurez"),
        ("je", "vais", "allez"),
        ("on", "fait", "faites"),
        ("on", "dit", "dites"),
        ("on", "veut", "voulez"),
        ("je", "voudrais", "voudriez"),
        ("on", "sait", "savez"),
        ("nous", "mangeons", "mangez"),
        ("on", "mangeait", "mangiez"),
        ("on", "commençait", "commenciez"),
        ("je", "achèterai", "achèterez"),
        ("on", "appellera", "appellerez"),
        ("je", "enverrai", "enverrez"),
        ("je", "renverrai", "renverrez"),
        ("on", "paiera", "paierez"),
        ("je", "gérerai", "gérerez"),
        ("on", "reçoit", "recevez"),
        ("on", "prévoit", "prévoyez"),
        ("je", "écris", "écrivez"),
        ("on", "finit", "finissez"),
        ("nous", "réussissons", "réussissez"),
        ("je", "puisse", "puissiez"),
        ("je", "sois", "soyez"),
        ("on", "tient", "tenez"),
        ("on", "inclut", "incluez"),
    ],
)
def test_known_forms(person: Person, form: str, vous: str) -> None:
    assert set(vous_forms(person, form).values()) == {vous}


@pytest.mark.parametrize(
    "form, indicative, subjunctive",
    [
        ("relance", "relancez", "relanciez"),
        ("gère", "gérez", "gériez"),
        ("achète", "achetez", "achetiez"),
        ("rappelle", "rappelez", "rappeliez"),
        ("paie", "payez", "payiez"),
        ("paye", "payez", "payiez"),
        ("envoie", "envoyez", "envoyiez"),
        ("ouvre", "ouvrez", "ouvriez"),
        ("crée", "créez", "créiez"),
    ],
)
def test_forms_that_are_two_moods(form: str, indicative: str, subjunctive: str) -> None:
    moods: dict[Mood, str] = {"indicative": indicative, "subjunctive": subjunctive}
    assert vous_forms("on", form) == vous_forms("je", form) == moods


@pytest.mark.parametrize(
    "person, form",
    [
        ("je", "bidouille"),
        ("je", "perd"),
        ("on", "perds"),
        ("on", "sont"),
        ("nous", "perd"),
        ("on", ""),
        ("je", "vis-à"),
    ],
)
def test_unknown_forms_are_not_guessed(person: Person, form: str) -> None:
    assert vous_forms(person, form) == {}


def test_what_looks_like_a_verb() -> None:
    assert is_verb_form("relance")
    assert is_verb_form("suis")
    assert not is_verb_form("devis")
    assert is_nous_form("décidons")
    assert not is_nous_form("maisons")
