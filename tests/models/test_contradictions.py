import random
import time
import uuid
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.base import new_id
from desktop.models.contradictions import Rule, RuleBook, Said, ScoreCondition, Watch, contradictions
from desktop.models.matrix import Heat
from desktop.services.contradictions import rules
from tests.corpora import ordinary, sentences

TODAY = date(2026, 11, 23)
GRID = ("need", "budget", "authority", "timing", "fit")
LANGUAGES = ("fr", "en")


def said(text: str, sequence: int = 1, speaker: uuid.UUID | None = None) -> Said:
    return Said(new_id(), sequence, text, speaker)


def fired(language: str, text: str) -> set[str]:
    """Every rule that the sentence alone makes hold, at any score of any criterion: the most suspicious there is."""
    book, line = rules(language), said(text)
    scores = (dict.fromkeys(GRID, level) for level in range(4))
    return {each.rule.key for some in scores for each in contradictions(book, GRID, some, None, [line], TODAY)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_ordinary_sentences_raise_no_alarm(language: str) -> None:
    lines = ordinary(language)
    alarms = {line: found for line in lines if (found := fired(language, line))}
    assert len(lines) >= {"fr": 120, "en": 80}[language]
    assert len(alarms) <= len(lines) // 100, alarms


@pytest.mark.parametrize("language", LANGUAGES)
def test_true_contradictions_are_recognised(language: str) -> None:
    cases = sentences("contradictions", language)
    missed = [(key, sentence) for key, sentence in cases if key not in fired(language, sentence)]
    assert len(cases) >= 40
    assert len(missed) <= 0.15 * len(cases), missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_ordinary_is_a_quarrel_between_two_people(language: str) -> None:
    two = (new_id(), new_id())
    lines = [said(text, place, two[place % 2]) for place, text in enumerate(ordinary(language))]
    assert not contradictions(rules(language), GRID, {}, None, lines, TODAY)


def test_it_says_which_words_and_which_score() -> None:
    line = said("Franchement, pas avant l’AN prochain, vous savez.")
    (found,) = contradictions(rules("fr"), GRID, {"timing": 3, "need": 3}, Heat.WARM, [line], TODAY)
    assert found.rule.key == "timing-not-before"
    assert [(each.said, each.words) for each in found.heard] == [(line, "pas avant l’AN prochain")]
    assert (found.levels, found.heat) == ((("timing", 3),), None)


def test_a_score_that_agrees_or_is_unknown_contradicts_nothing() -> None:
    line = said("Pas avant l’an prochain.")
    for level in (None, 0, 1, 2):
        assert not contradictions(rules("fr"), GRID, {"timing": level}, None, [line], TODAY)
    assert not contradictions(rules("fr"), GRID, {}, None, [line], TODAY)


def test_a_rule_about_a_criterion_that_the_grid_lacks_never_holds() -> None:
    line = said("Il faut que j’en parle à mon associé.")
    assert contradictions(rules("fr"), GRID, {"authority": 3}, None, [line], TODAY)
    b2c = ("need", "budget", "timing")
    assert not contradictions(rules("fr"), b2c, {"authority": 3}, None, [line], TODAY)


@pytest.mark.parametrize(
    ("heat", "scores", "key"),
    [
        (Heat.HOT, {"need": 1, "budget": 3}, "enthusiast-without-need"),
        (Heat.HOT, {"need": 3, "budget": 1}, "enthusiast-without-budget"),
        (Heat.COLD, {"need": 2, "timing": 3}, "distant-but-urgent"),
    ],
)
def test_the_two_patterns_of_the_article_are_named(heat: Heat, scores: dict[str, int], key: str) -> None:
    (found,) = contradictions(rules("fr"), GRID, scores, heat, [], TODAY)
    assert (found.rule.key, found.heat, found.heard) == (key, heat, ())
    for other in (None, Heat.WARM):
        assert not contradictions(rules("fr"), GRID, scores, other, [], TODAY)


def test_two_people_who_name_two_budgets() -> None:
    claire, marc = new_id(), new_id()
    first = said("On a un budget de 15 k€.", 1, claire)
    same = said("L’enveloppe, c’est 14 à 16 k€.", 2, marc)
    other = said("On peut mettre 8 000 euros, pas plus.", 3, marc)
    assert not contradictions(rules("fr"), GRID, {}, None, [first, same], TODAY)
    assert not contradictions(rules("fr"), GRID, {}, None, [first, said(other.text, 3, claire)], TODAY)
    (found,) = contradictions(rules("fr"), GRID, {}, None, [first, same, other], TODAY)
    assert (found.rule.key, [each.said for each in found.heard]) == ("two-budgets", [first, other])


def test_two_people_who_give_two_dates() -> None:
    claire, marc = new_id(), new_id()
    lines = [said("We want to start before the end of January.", 1, claire), said("Not before June.", 2, marc)]
    (found,) = contradictions(rules("en"), GRID, {}, None, lines, TODAY)
    assert found.rule.key == "two-deadlines"
    near = [lines[0], said("We start in February.", 2, marc)]
    assert not contradictions(rules("en"), GRID, {}, None, near, TODAY)


def test_one_decides_and_another_must_be_asked() -> None:
    lines = [said("C’est moi qui décide.", 1), said("Je vais voir avec mon associé.", 2)]
    (found,) = contradictions(rules("fr"), GRID, {}, None, lines, TODAY)
    assert found.rule.key == "deciders-disagree"
    assert [each.words for each in found.heard] == ["C’est moi qui décide", "voir avec mon associé"]


def test_the_same_line_against_the_same_score_is_told_once() -> None:
    found = contradictions(rules("fr"), GRID, {"budget": 3}, None, [said("On n’a pas de budget validé.")], TODAY)
    assert [each.rule.key for each in found] == ["budget-not-voted"]


SPOKEN = [sentence for _key, sentence in sentences("contradictions", "fr")][:30] + ordinary("fr")[:5]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_watch_fed_line_by_line_says_what_a_fresh_one_would(data: st.DataObject) -> None:
    people = (new_id(), new_id())
    lines: dict[uuid.UUID, Said] = {}
    watch = Watch(rules("fr"), GRID, TODAY)
    for sequence in range(data.draw(st.integers(1, 12))):
        gone = data.draw(st.sampled_from([None, *lines]))
        if gone is not None and data.draw(st.booleans()):
            watch.forget(gone)
            del lines[gone]
        again = data.draw(st.booleans()) and bool(lines)
        key = data.draw(st.sampled_from(list(lines))) if again else new_id()
        place = lines[key].sequence if again else sequence
        line = Said(key, place, data.draw(st.sampled_from(SPOKEN)), data.draw(st.sampled_from(people)))
        lines[key] = line
        watch.feed(line)
    scores = {key: data.draw(st.sampled_from([None, 0, 1, 2, 3])) for key in GRID}
    heat = data.draw(st.sampled_from([None, *Heat]))
    ordered = sorted(lines.values(), key=lambda each: each.sequence)
    assert watch.contradictions(scores, heat) == contradictions(rules("fr"), GRID, scores, heat, ordered, TODAY)


def test_following_forgets_what_is_gone_and_hears_what_was_put_right() -> None:
    watch = Watch(rules("fr"), GRID, TODAY)
    line = said("Pas avant l’an prochain.")
    watch.follow([line])
    assert watch.contradictions({"timing": 3}, None)
    watch.follow([Said(line.key, 1, "Pas avant lundi prochain.")])
    assert not watch.contradictions({"timing": 3}, None)
    watch.follow([line])
    watch.follow([])
    assert not watch.contradictions({"timing": 3}, None)


def _time_of_a_line(already: int) -> float:
    """Seconds for one more line and a new verdict, the best of several tries."""
    watch = Watch(rules("fr"), GRID, TODAY)
    shuffled = random.Random(7).choices(SPOKEN, k=already)
    watch.follow(said(text, place) for place, text in enumerate(shuffled))
    best = 1.0
    for place in range(30):
        started = time.perf_counter()
        watch.feed(said(SPOKEN[place % len(SPOKEN)], already + place))
        watch.contradictions(dict.fromkeys(GRID, 3), Heat.HOT)
        best = min(best, time.perf_counter() - started)
    return best


def test_a_line_costs_the_same_in_a_long_call() -> None:
    assert _time_of_a_line(2000) < 4 * _time_of_a_line(10) + 0.0005


def test_a_line_about_another_time_or_another_house_is_left_out() -> None:
    book = RuleBook("fr", (Rule("r", "R", "?", (ScoreCondition("budget", 2),), said=("pas de budget",)),), ("alors",))
    assert contradictions(book, GRID, {"budget": 2}, None, [said("Pas de budget.")], TODAY)
    assert not contradictions(book, GRID, {"budget": 2}, None, [said("Pas de budget alors.")], TODAY)
