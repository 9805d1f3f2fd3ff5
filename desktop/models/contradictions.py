"""Where scores and words do not go together: declarative rules, each with the question that would settle it.

Pure: a ``Watch`` is fed the lines of a call one by one, and then says at any time, at a cost that does not grow with
the call, which rules hold and because of which words and scores.
"""

import uuid
from bisect import insort
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from desktop.models.grids import Scores
from desktop.models.matrix import Heat
from desktop.models.patterns import Patterns
from desktop.models.plain_words import PlainLine, read_words
from desktop.models.said_quantities import READERS, Span

QuantityKind = Literal["amount", "deadline"]


@dataclass(frozen=True)
class ScoreCondition:
    """A criterion, by its key, scored from ``at_least`` to ``at_most``."""

    criterion: str
    at_least: int = 0
    at_most: int = 3

    def holds(self, level: int) -> bool:
        return self.at_least <= level <= self.at_most


@dataclass(frozen=True)
class Rule:
    """What must hold together, all of it: levels, a heat, words of the prospect, or two quantities that differ.

    ``said`` and ``against`` are lists of patterns (``models.patterns``), each to be heard in a line of its own;
    ``unless`` takes a line back. With ``quantity``, the lines of ``said`` are compared between two people, and differ
    by more than ``differ_by``: a share of the greater for an amount, months for a deadline.
    """

    key: str
    name: str
    ask: str
    scores: tuple[ScoreCondition, ...] = ()
    heat: Heat | None = None
    said: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    quantity: QuantityKind | None = None
    differ_by: float = 0.0

    @property
    def textual(self) -> bool:
        """Whether it needs to have heard something."""
        return bool(self.said)

    def applies(self, criteria: Collection[str]) -> bool:
        """Whether a grid with these criteria has all that the rule reads."""
        return all(condition.criterion in criteria for condition in self.scores)

    @cached_property
    def said_patterns(self) -> Patterns:
        return Patterns(self.said)

    @cached_property
    def against_patterns(self) -> Patterns:
        return Patterns(self.against)

    @cached_property
    def unless_patterns(self) -> Patterns:
        return Patterns(self.unless)


@dataclass(frozen=True)
class RuleBook:
    """The rules of one language. ``elsewhere``: patterns of a line about another time or another house."""

    language: str
    rules: tuple[Rule, ...]
    elsewhere: tuple[str, ...] = ()

    @cached_property
    def elsewhere_patterns(self) -> Patterns:
        return Patterns(self.elsewhere)


@dataclass(frozen=True)
class Said:
    """One line of the prospect: a verbatim or an objection."""

    key: uuid.UUID
    sequence: int
    text: str
    speaker: uuid.UUID | None = None


@dataclass(frozen=True)
class Heard:
    """The very words of a line that made a rule hold, as they were typed."""

    said: Said
    words: str
    span: Span | None = None


@dataclass(frozen=True)
class Contradiction:
    """A rule that holds: the words, the levels and the heat that make it hold."""

    rule: Rule
    heard: tuple[Heard, ...]
    levels: tuple[tuple[str, int], ...]
    heat: Heat | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """What was already seen must not come back: the rule, and the lines that speak."""
        return self.rule.key, *(each.said.key for each in self.heard)

    @property
    def subject(self) -> tuple[object, ...]:
        """The levels it is about, and the lines."""
        return self.levels, self.rule.quantity, *(each.said.key for each in self.heard)


@dataclass(eq=False)
class _Pile:
    """The lines that one part of a rule has heard, in the order of the call."""

    lines: list[Heard]

    def add(self, heard: Heard) -> None:
        insort(self.lines, heard, key=lambda each: each.said.sequence)

    def drop(self, key: uuid.UUID) -> None:
        self.lines = [each for each in self.lines if each.said.key != key]

    @property
    def last(self) -> Heard | None:
        return self.lines[-1] if self.lines else None


class Watch:
    """Fed with what the prospect says; knows at once what contradicts the scores.

    ``criteria`` are the keys of the grid of the call: a rule about a criterion that it lacks never holds.
    """

    def __init__(self, book: RuleBook, criteria: Collection[str], today: date) -> None:
        self._book = book
        self._criteria = frozenset(criteria)
        self._today = today
        self._rules = tuple(rule for rule in book.rules if rule.applies(self._criteria))
        self._fed: dict[uuid.UUID, Said] = {}
        self._spoken: dict[uuid.UUID, list[_Pile]] = {}
        self._said: dict[str, _Pile] = {rule.key: _Pile([]) for rule in self._rules}
        self._against: dict[str, _Pile] = {rule.key: _Pile([]) for rule in self._rules}
        self._by_speaker: dict[str, dict[uuid.UUID | None, _Pile]] = {rule.key: {} for rule in self._rules}

    def feed(self, said: Said) -> None:
        """Hear one line, or its words put right. Hearing the same twice changes nothing."""
        if self._fed.get(said.key) == said:
            return
        self.forget(said.key)
        self._fed[said.key] = said
        line = read_words(said.text)
        if self._book.elsewhere_patterns.mentioned(line):
            return
        for rule in self._rules:
            if rule.textual:
                self._hear(rule, said, line)

    def forget(self, key: uuid.UUID) -> None:
        """A line was taken back."""
        if self._fed.pop(key, None) is not None:
            for pile in self._spoken.pop(key, ()):
                pile.drop(key)

    def follow(self, lines: Iterable[Said]) -> None:
        """Hear exactly these lines: what is new is heard, what is no longer there is forgotten."""
        now = {said.key: said for said in lines}
        for key in [key for key in self._fed if key not in now]:
            self.forget(key)
        for said in now.values():
            self.feed(said)

    def contradictions(self, scores: Scores, heat: Heat | None) -> tuple[Contradiction, ...]:
        """The rules that hold, in the order of the book. The same line against the same score is told once."""
        found: dict[object, Contradiction] = {}
        for rule in self._rules:
            each = self._judge(rule, scores, heat)
            if each is not None:
                found.setdefault(each.subject if each.heard else rule.key, each)
        return tuple(found.values())

    def _hear(self, rule: Rule, said: Said, line: PlainLine) -> None:
        first = _quote(rule.said_patterns, said, line)
        second = _quote(rule.against_patterns, said, line) if rule.against else None
        if (first is None and second is None) or (rule.unless and rule.unless_patterns.mentioned(line)):
            return
        if rule.quantity and first is not None:
            span = READERS[rule.quantity](said.text, self._today)
            if span is not None:
                pile = self._by_speaker[rule.key].setdefault(said.speaker, _Pile([]))
                self._keep(pile, Heard(said, said.text, span))
            return
        if first is not None:
            self._keep(self._said[rule.key], first)
        if second is not None:
            self._keep(self._against[rule.key], second)

    def _keep(self, pile: _Pile, heard: Heard) -> None:
        pile.add(heard)
        self._spoken.setdefault(heard.said.key, []).append(pile)

    def _judge(self, rule: Rule, scores: Scores, heat: Heat | None) -> Contradiction | None:
        levels = self._levels(rule, scores)
        if levels is None or (rule.heat is not None and heat is not rule.heat):
            return None
        heard = self._heard(rule)
        if heard is None:
            return None
        return Contradiction(rule, heard, levels, rule.heat)

    def _levels(self, rule: Rule, scores: Scores) -> tuple[tuple[str, int], ...] | None:
        levels = []
        for condition in rule.scores:
            level = scores.get(condition.criterion)
            if level is None or not condition.holds(level):  # an unknown level contradicts nothing
                return None
            levels.append((condition.criterion, level))
        return tuple(levels)

    def _heard(self, rule: Rule) -> tuple[Heard, ...] | None:
        """The words the rule asks for, the latest of each kind; ``()`` when it asks for none, ``None`` if unheard."""
        if not rule.textual:
            return ()
        if rule.quantity:
            return _disagreement(rule, self._by_speaker[rule.key])
        said = self._said[rule.key].last
        if said is None:
            return None
        if not rule.against:
            return (said,)
        against = self._against[rule.key].last
        if against is None:
            return None
        return tuple(sorted((said, against), key=lambda each: each.said.sequence))


def contradictions(
    book: RuleBook,
    criteria: Collection[str],
    scores: Mapping[str, int | None],
    heat: Heat | None,
    said: Iterable[Said],
    today: date,
) -> tuple[Contradiction, ...]:
    """What a whole call contradicts, all at once."""
    watch = Watch(book, criteria, today)
    watch.follow(said)
    return watch.contradictions(scores, heat)


def _quote(patterns: Patterns, said: Said, line: PlainLine) -> Heard | None:
    found = patterns.find(line)
    return Heard(said, line.typed(found.first, found.last)) if found else None


def _disagreement(rule: Rule, by_speaker: Mapping[uuid.UUID | None, _Pile]) -> tuple[Heard, ...] | None:
    """The latest quantity of two people, the latest two first, when they lie too far apart."""
    latest = sorted((pile.last for pile in by_speaker.values() if pile.last), key=lambda each: each.said.sequence)
    for place, second in enumerate(reversed(latest)):
        for first in reversed(latest[: len(latest) - 1 - place]):
            if _too_far(rule, first.span, second.span):
                return first, second
    return None


def _too_far(rule: Rule, first: Span | None, second: Span | None) -> bool:
    assert first is not None and second is not None
    gap = first.gap(second)
    if rule.quantity == "amount":
        return gap > rule.differ_by * max(first.high, second.high)
    return gap >= rule.differ_by
