import pytest

from desktop.models.objections import STEPS, Card, CardSet
from desktop.services.objection_templates import shipped
from tests.corpora import ordinary, sentences

LANGUAGES = ("fr", "en")


def _card(key: str, *phrasings: str) -> Card:
    return Card(key, key.title(), phrasings, "w", "d", "a", "c")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_reps_type_finds_the_right_card_first(language: str) -> None:
    cases = sentences("objections", language)
    wrong = [(key, typed) for key, typed in cases if [card.key for card in shipped(language).find(typed)][:1] != [key]]
    assert len(cases) >= 40
    assert len(wrong) <= len(cases) // 50, wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_objection_is_offered_its_card_and_never_another(language: str) -> None:
    cases = sentences("objections", language)
    offered = [(key, typed, shipped(language).recognise(typed)) for key, typed in cases]
    assert not [(typed, card.key) for key, typed, card in offered if card and card.key != key]
    assert sum(card is not None for _key, _typed, card in offered) >= 0.9 * len(cases)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ordinary_lines_are_offered_no_card(language: str) -> None:
    lines = ordinary(language)
    offered = [(line, card.key) for line in lines if (card := shipped(language).recognise(line))]
    assert len(lines) >= 40
    assert len(offered) <= 0.04 * len(lines), offered


def test_nothing_typed_shows_every_card_in_its_order() -> None:
    cards = shipped("fr")
    assert cards.find("") == cards.find("  ! ") == list(cards.cards)


@pytest.mark.parametrize("typed", ["cher", "trop che", "CHER trop", "chér", "prix elev"])
def test_unfinished_unordered_and_accented_words_still_find(typed: str) -> None:
    assert shipped("fr").find(typed)[0].key == "too-expensive"


def test_misspelt_words_still_find() -> None:
    assert shipped("fr").find("documantation")[0].key == "send-documentation"
    assert shipped("en").find("expensiv")[0].key == "too-expensive"


def test_words_of_no_card_find_none() -> None:
    assert shipped("fr").find("xylophone") == []
    assert shipped("fr").recognise("") is None
    assert CardSet("fr", 1, ()).recognise("trop cher") is None


def test_a_phrase_that_says_no_is_not_the_one_that_says_yes() -> None:
    cards = CardSet("en", 1, (_card("money", "we have no budget"), _card("other", "something else entirely")))
    assert cards.recognise("no budget") == cards.cards[0]
    assert cards.recognise("we have a big budget for it") is None


def test_a_set_survives_its_plain_form() -> None:
    for language in LANGUAGES:
        assert CardSet.from_dict(shipped(language).as_dict()) == shipped(language)


def test_the_steps_come_in_the_order_to_say_them() -> None:
    assert _card("k").steps == (("welcome", "w"), ("dig", "d"), ("answer", "a"), ("check", "c"))
    assert STEPS == ("welcome", "dig", "answer", "check")
    assert shipped("fr").card("nothing") is None


def test_a_card_of_signs_only_is_never_meant() -> None:
    cards = CardSet("fr", 1, (Card("k", "…", ("?!",), "w", "d", "a", "c"),))
    assert cards.find("trop cher") == []
    assert cards.recognise("trop cher") is None
