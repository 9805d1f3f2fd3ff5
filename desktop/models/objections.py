"""Objection cards: what an objection sounds like, and four sentences to say: welcome, dig, answer, check.

Pure: finding the card while the rep types, or recognising it in what the prospect has just said.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from types import ModuleType
from typing import Any, Literal

from desktop.models.patterns import NEGATIONS
from desktop.models.plain_words import content_words, stem

ProofKind = Literal["case", "figure", "reference", "none"]
STEPS = ("welcome", "dig", "answer", "check")
RATE_FROM = 3
"""Uses of a card under which a rate would mean nothing."""
CERTAIN = 0.7
"""From this likeness, from 0 to 1, words are taken for the objection of a card."""
LIKE_ENOUGH = 0.6
"""From this share of what was typed, a card stays in the list."""

_ALIKE = 82
_FUZZY_FROM = 5
_FUNCTION_WORDS = """
    a ai as au aux avec ca ce c ces cette chez d dans de des du elle en est et eu etre il ils j je l la le les leur
    lui m ma me mes moi mon n ne nos notre nous on ont ou par pas plus pour qu que qui s sa se ses si son sont sur t
    te toi ton tu un une vers vos votre vous y avez avons fait faire peu juste vraiment quand meme
    an and are at be been but by can do does for from has have he how i if in is it its just me my no not of on or our
    out re really s some that the them there they this to too us ve was we what will with would you your ll d m a
"""
_SMALL_WORDS = frozenset(map(stem, _FUNCTION_WORDS.split()))
_SMALL = 0.15
_PHRASE = 0.5
_TURNED = 0.8
"""What is left of a likeness when one says "not" and the other does not."""
_NO_LONGER = NEGATIONS | {"plus"}


@dataclass(frozen=True)
class Card:
    """One objection. ``phrasings`` are how it is said, for the match; the four steps are sentences to say.

    ``proof`` is the kind that reassures best; ``proof_words`` find it in the catalogue.
    """

    key: str
    title: str
    phrasings: tuple[str, ...]
    welcome: str
    dig: str
    answer: str
    check: str
    proof: ProofKind = "none"
    proof_words: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """The name of each step (``STEPS``) and its sentence, in the order to say them."""
        return tuple((name, getattr(self, name)) for name in STEPS)


@dataclass(frozen=True)
class CardSet:
    """The cards of one language, as they are shipped or as the rep rewrote them."""

    language: str
    version: int
    cards: tuple[Card, ...]

    def as_dict(self) -> dict[str, Any]:
        """A plain copy for a JSON column; ``from_dict`` reads it back."""
        return asdict(self)

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "CardSet":
        cards = (
            Card(**{**card, "phrasings": tuple(card["phrasings"]), "proof_words": tuple(card.get("proof_words", ()))})
            for card in plain["cards"]
        )
        return cls(plain["language"], plain["version"], tuple(cards))

    def card(self, key: str) -> Card | None:
        """The card of that key; an entry may name one that was since taken out."""
        return next((card for card in self.cards if card.key == key), None)

    def find(self, typed: str) -> list[Card]:
        """The cards that ``typed`` may mean, the likeliest first; all of them when nothing is typed."""
        words = content_words(typed)
        if not words:
            return list(self.cards)
        ranked = [(self._typed_likeness(words, each), each.card) for each in self._sounds]
        found = [(score, card) for score, card in ranked if score >= LIKE_ENOUGH]
        return [card for _score, card in sorted(found, key=lambda each: -each[0])]

    def recognise(self, said: str) -> Card | None:
        """The card of the objection that ``said`` surely is, or nothing: no card is better than a wrong one."""
        words = content_words(said)
        if not words or not self.cards:
            return None
        ranked = ((self._said_likeness(words, each), each.card) for each in self._sounds)
        score, card = max(ranked, key=lambda each: each[0])
        return card if score >= CERTAIN else None

    @cached_property
    def _sounds(self) -> tuple["_Sound", ...]:
        return tuple(_Sound.of(card) for card in self.cards)

    @cached_property
    def _weights(self) -> dict[str, float]:
        """A word of many cards says little of which one is meant."""
        uses = Counter(word for each in self._sounds for word in each.words)
        top = math.log(1 + len(self.cards))
        return {word: math.log((1 + len(self.cards)) / count) / top for word, count in uses.items()}

    def _weight(self, word: str) -> float:
        return _SMALL if word in _SMALL_WORDS or word.isdigit() else max(_SMALL, self._weights.get(word, 1.0))

    def _typed_likeness(self, words: Sequence[str], sound: "_Sound") -> float:
        """The weighted share of the typed words that the card has; any may be unfinished or misspelt."""
        total = sum(map(self._weight, words))
        had = sum(self._weight(word) for word in words if _unfinished_in(word, sound.words))
        nearness: float = max(_fuzz().token_sort_ratio(" ".join(words), phrase) for phrase in sound.plain or ("",))
        return had / total + nearness / 400

    def _said_likeness(self, words: Sequence[str], sound: "_Sound") -> float:
        """How well the best phrase is in the line, and how well the line is in the words of the card.

        Neither alone is enough: "do you have a budget" is in a card, and "we paid too much for the van" holds a phrase.
        """
        line = set(words)
        known = sum(self._weight(word) for word in line if _alike_in(word, sound.words))
        of_line = known / sum(map(self._weight, line))
        of_phrase = max((self._phrase_share(line, phrase) for phrase in sound.phrases), default=0.0)
        return of_phrase * _PHRASE + of_line * (1 - _PHRASE)

    def _phrase_share(self, line: Collection[str], phrase: frozenset[str]) -> float:
        had = sum(self._weight(word) for word in phrase if _alike_in(word, line))
        share = had / sum(map(self._weight, phrase))
        if NEGATIONS.isdisjoint(phrase):
            return share if NEGATIONS.isdisjoint(line) else share * _TURNED
        return share * _TURNED**2 if _NO_LONGER.isdisjoint(line) else share


@dataclass(frozen=True)
class _Sound:
    """What a card sounds like, in stems."""

    card: Card
    phrases: tuple[frozenset[str], ...]
    plain: tuple[str, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, card: Card) -> "_Sound":
        phrases = tuple(words for words in map(content_words, (card.title, *card.phrasings)) if words)
        return cls(
            card,
            tuple(map(frozenset, phrases)),
            tuple(map(" ".join, phrases)),
            frozenset(word for each in phrases for word in each),
        )


@cache
def _fuzz() -> ModuleType:
    from rapidfuzz import fuzz  # not worth waiting for before the first window

    return fuzz


def _alike_in(word: str, words: Collection[str]) -> bool:
    if word in words:
        return True
    if len(word) < _FUZZY_FROM:
        return False
    return any(len(other) >= _FUZZY_FROM - 1 and _fuzz().ratio(word, other) >= _ALIKE for other in words)


def _unfinished_in(word: str, words: Collection[str]) -> bool:
    return any(other.startswith(word) for other in words) or _alike_in(word, words)
