"""Figures and dates in a verbatim, measured on sentences that prospects say: precision first, then recall."""

import sys
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.models.facts import Fact, FactKind, find_facts, read_day, read_sum

MONDAY = date(2026, 11, 23)
HERE = Path(__file__).parent


def corpus(language: str) -> list[dict[str, object]]:
    return tomllib.loads((HERE / f"facts_{language}.toml").read_text("utf-8"))["sentence"]


def written(fact: Fact) -> str:
    """A fact as the corpus writes it."""
    if fact.kind is FactKind.DEADLINE:
        value = f"{fact.due_on}" if fact.due_on else f"{fact.from_on}.."
    else:
        low, high = (f"{bound.normalize():f}" if bound is not None else "" for bound in (fact.low, fact.high))
        value = low if low == high else f"{low}..{high}"
    return f"{fact.kind}: {fact.words} = {value}"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_precision_then_recall(language: str) -> None:
    expected = found = right = 0
    wrong, missed = [], []
    for sentence in corpus(language):
        wanted = set(sentence["facts"])
        read = {written(fact) for fact in find_facts(sentence["text"], MONDAY)}
        expected, found, right = expected + len(wanted), found + len(read), right + len(wanted & read)
        wrong += [(sentence["text"], each) for each in read - wanted]
        missed += [(sentence["text"], each) for each in wanted - read]
    precision, recall = right / found, right / expected
    sys.stdout.write(f"{language}: {expected} facts, precision {precision:.3f}, recall {recall:.3f}, missed {missed}\n")
    assert precision >= 0.98, wrong
    assert recall >= 0.85, missed


def test_the_corpus_is_large_and_full_of_traps() -> None:
    sentences = {language: corpus(language) for language in ("fr", "en")}
    assert len(sentences["fr"]) >= 100 and len(sentences["en"]) >= 50
    traps = sum(not each["facts"] for each in (*sentences["fr"], *sentences["en"]))
    assert traps >= 60


def test_words_are_those_typed_at_their_place() -> None:
    text = "  D’ICI L’ÉTÉ, entre 10 et 15 k€ — pour 3 commerciaux"
    facts = find_facts(text, MONDAY)
    assert [(fact.kind, text[fact.start : fact.end]) for fact in facts] == [(fact.kind, fact.words) for fact in facts]
    assert [fact.words for fact in facts] == ["D’ICI L’ÉTÉ", "entre 10 et 15 k€", "3 commerciaux"]


def test_facts_do_not_overlap_and_the_longer_wins() -> None:
    (fact,) = find_facts("Il nous le faut pour le 15 mars 2027", MONDAY)
    assert (fact.words, fact.due_on) == ("pour le 15 mars 2027", date(2027, 3, 15))


@pytest.mark.parametrize(
    ("text", "value"),
    [("moins de 20 k€", 20000), ("au moins 5 000 €", 5000), ("entre 10 et 15 k€", 10000), ("15 000 €", 15000)],
)
def test_the_number_to_keep_is_the_low_bound_when_there_is_one(text: str, value: int) -> None:
    (fact,) = find_facts(text, MONDAY)
    assert (fact.value, fact.currency) == (value, "EUR")


def test_what_was_due_before_today_is_no_deadline() -> None:
    text = "Il le fallait avant la fin du mois, le 15 mars 2026 il faut livrer"
    assert find_facts(text.partition(", ")[2], MONDAY) == ()
    (fact,) = find_facts("Il faut livrer avant le 15 mars", date(2027, 3, 16))
    assert fact.due_on == date(2028, 3, 15)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15000", 15000),
        (" 15 k€ ", 15000),
        ("€15,000", 15000),
        ("1 234,50", Decimal("1234.5")),
        ("quinze mille", 15000),
    ],
)
def test_a_sum_typed_in_a_field(text: str, value: int) -> None:
    assert read_sum(text) == value


@pytest.mark.parametrize("text", ["", "about ten", "10 à 15 k€", "£12k", "moins de 20 k€", "9" * 30])
def test_what_is_no_single_sum_in_euros(text: str) -> None:
    assert read_sum(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("29/01/2027", "2027-01-29"), ("fin janvier", "2027-01-29"), ("15 mars", "2027-03-15"), ("mars", "2027-03-31"),
     ("29 January 2027", "2027-01-29"), ("dans trois mois", "2027-02-23")],
)  # fmt: skip
def test_a_day_typed_in_a_field(text: str, day: str) -> None:
    assert read_day(text, MONDAY) == date.fromisoformat(day)
    assert read_day(f"{text} peut-être", MONDAY) is None
