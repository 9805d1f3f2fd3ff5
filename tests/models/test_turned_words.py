"""Words cut and put together again: nothing lost, nothing added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import turned_words
from desktop.models.turned_words import Token, cut, join, sentences


@pytest.mark.parametrize(
    "said, pieces",
    [
        ("On perd. On paie !", ["On perd.", "On paie !"]),
        ("M. Dupont décide. Il signe.", ["M. Dupont décide.", "Il signe."]),
        ("1.5 million", ["1.5 million"]),
        ("On perd… beaucoup", ["On perd…", "beaucoup"]),
        ("deux\nlignes", ["deux lignes"]),
        (" . ", []),
    ],
)
def test_sentences(said: str, pieces: list[str]) -> None:
    assert sentences(said) == pieces


@pytest.mark.parametrize(
    "said, tokens",
    [
        ("J'ai mis 15 k€.", ["J’", "ai", "mis", "15", "k", "€"]),
        ("aujourd’hui, d’accord", ["aujourd’hui", ",", "d’accord"]),
        ("qu’on s’est-il", ["qu’", "on", "s’", "est-il"]),
        ("4 500 euros", ["4 500", "euros"]),
    ],
)
def test_tokens(said: str, tokens: list[str]) -> None:
    assert [token.text for token in cut(turned_words.tidy(said))] == tokens


@given(st.text(alphabet="abcé ’'-,.« »15€\u00a0n", max_size=40))
def test_what_is_cut_joins_again(said: str) -> None:
    tidied = turned_words.without_end(turned_words.tidy(said))
    assert join(cut(tidied)).replace(" ", "") == tidied.replace(" ", "")


def test_an_elision_that_has_gone_leaves_a_space() -> None:
    assert join([Token("vous", ""), Token("avez", "")]) == "vous avez"
    assert join([Token("n’", "", True), Token("avez", " ", True)]) == "n’avez"
    assert turned_words.capitalised("élan") == "Élan"
    assert turned_words.listed("a b") == {"a", "b"}
