"""Choices said one after the other."""

import pytest

from desktop.i18n import Language
from desktop.models.statuses import Status
from desktop.services.filter_words import any_of, kind_words, status_words


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["chauds"], "chauds"), (["a", "b"], "a ou b"), (["a", "b", "c"], "a, b ou c")],
)
def test_alternatives(words: list[str], said: str) -> None:
    assert any_of(words, Language("fr")) == said


def test_kinds_and_statuses_have_words_of_their_own() -> None:
    french = Language("fr")
    assert (kind_words("b2b", french), kind_words("b2c", french)) == ("entreprises", "particuliers")
    assert len({status_words(status, french) for status in Status}) == len(Status)
