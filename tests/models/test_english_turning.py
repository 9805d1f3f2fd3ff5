"""One English sentence at a time: what the corpus does not show by itself."""

import pytest

from desktop.models.english_turning import EnglishSentence
from desktop.models.turned_words import DoubtfulError


@pytest.mark.parametrize(
    "said, turned",
    [
        ("I am sure.", "you are sure"),
        ("I’m sure.", "you’re sure"),
        ("i was late", "you were late"),
        ("I was told it was late.", "you were told it was late"),
        ("I really wasn’t ready.", "you really weren’t ready"),
        ("We’d pay for it ourselves.", "you’d pay for it yourselves"),
        ("The US office is mine.", "the US office is yours"),
        ("Friday is too late for us.", "Friday is too late for you"),
        ("So we end up working on Sundays.", "you end up working on Sundays"),
        ("I open at 9 am.", "you open at 9 am"),
    ],
)
def test_turned(said: str, turned: str) -> None:
    assert EnglishSentence(said).text == turned


@pytest.mark.parametrize(
    "said",
    [
        "I tried it and was disappointed.",
        "Tell me more.",
        "Over the year, do the sum.",
        "Your price is too high for us.",
        "We talk again on Friday.",
        "Should we sign now.",
        "When we have time.",
        "My son said: I quit.",
        "Perdre du temps.",
        "Sophie and me was against it.",
    ],
)
def test_doubtful(said: str) -> None:
    with pytest.raises(DoubtfulError):
        EnglishSentence(said)


@pytest.mark.parametrize(
    "said, whole", [("We lose time.", True), ("Before the end of January.", False), ("Already has a supplier.", False)]
)
def test_only_a_sentence_with_its_verb_is_whole(said: str, whole: bool) -> None:
    assert EnglishSentence(said).whole is whole
