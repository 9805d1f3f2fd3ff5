import pytest

from desktop.models.patterns import Patterns
from desktop.models.plain_words import read_words


def says(pattern: str, text: str) -> str:
    """What was recognised, as it was typed; "" for nothing."""
    line = read_words(text)
    found = Patterns([pattern]).find(line)
    return line.typed(found.first, found.last) if found else ""


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("pas avant l’an/année prochain", "Non, PAS AVANT L’ANNEE PROCHAINE, hein.", "PAS AVANT L’ANNEE PROCHAINE"),
        ("décid* seul", "Je décide seule", "décide seule"),
        ("budget est déjà? voté", "Le budget est voté", "budget est voté"),
        ("budget est déjà? voté", "Le budget est déjà voté", "budget est déjà voté"),
        ("dans # mois", "dans trois mois", "dans trois mois"),
        ("in # months", "in three months", "in three months"),
        ("dans # mois", "dans quelques mois", ""),
        ("j’en parle ... associé", "j’en parle ce soir à mon associé", "j’en parle ce soir à mon associé"),
        ("j’en parle ... associé", "j’en parle. Il est absent. Mon associé revient", ""),
        ("parle ... associé", "parle un deux trois quatre cinq associé", ""),
        ("curieux", "Curieux, mais prudent", "Curieux"),
    ],
)
def test_the_signs_of_a_pattern(pattern: str, text: str, words: str) -> None:
    assert says(pattern, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "je n’ai pas besoin d’en parler à mon associé",
        "sans en parler à mon associé",
        "si je dois en parler à mon associé, je vous le dirai",
    ],
)
def test_a_negated_or_supposed_sentence_does_not_say_it(text: str) -> None:
    assert not says("parler à mon associé", text)
    assert Patterns(["parler à mon associé"]).mentioned(read_words(text))


def test_a_negation_stops_at_the_end_of_its_clause() -> None:
    assert says("parler à mon associé", "Je ne dis pas non, je vais en parler à mon associé")
    assert says("urgent", "Ce n’est pas cher mais urgent")


def test_a_pattern_with_its_own_negation_is_heard_in_a_negated_sentence() -> None:
    assert says("pas de budget", "On n’a pas de budget") == "pas de budget"
    assert says("pas/plus de budget", "On n’a plus de budget") == "plus de budget"
    assert not says("pas de budget", "Si on n’avait pas de budget, je le dirais")


def test_no_pattern_finds_nothing() -> None:
    assert not Patterns([])
    assert Patterns([]).find(read_words("tout")) is None
