"""Numbers in figures and in words."""

import re
from decimal import Decimal

import pytest

from desktop.models.spoken_numbers import NUMBER, ROUND_NUMBER, folded, read


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("15 000", 15000), ("15\u202f000,50", "15000.5"), ("15.000", 15000), ("15,000", 15000), ("1,5", "1.5"),
        ("1 234 567", 1234567), ("12", 12), ("quinze mille", 15000), ("deux cent cinquante", 250), ("mille", 1000),
        ("vingt et un", 21), ("soixante-douze", 72), ("soixante et onze", 71), ("quatre-vingts", 80),
        ("quatre-vingt-dix-sept", 97), ("nonante-six", 96), ("deux millions", 2000000), ("trois cent mille", 300000),
        ("twelve thousand", 12000), ("two hundred and fifty", 250), ("forty-five", 45),
    ],
)  # fmt: skip
def test_values(written: str, value: int | str) -> None:
    assert re.fullmatch(NUMBER, written)
    assert read(written) == Decimal(value)


@pytest.mark.parametrize(("written", "value"), [("une quinzaine", 15), ("a dozen", 12), ("centaine", 100)])
def test_round_numbers(written: str, value: int) -> None:
    assert re.fullmatch(ROUND_NUMBER, written)
    assert read(written) == value


@pytest.mark.parametrize("written", ["deux trois", "trois dix", "cent cent"])
def test_words_that_make_no_number(written: str) -> None:
    assert read(written) is None


def test_a_number_does_not_begin_inside_a_word() -> None:
    assert re.search(NUMBER, "R15 mp3 réf.A4") is None


def test_folding_keeps_every_sign_at_its_place() -> None:
    text = "D’ici l’Été – 15 k€ ﬁn İ"
    assert len(folded(text)) == len(text)
    assert folded("D’ici l’Été – FÉVRIER") == "d'ici l'ete - fevrier"
