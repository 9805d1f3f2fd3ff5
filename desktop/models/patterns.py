"""What a line says, recognised by patterns that anyone can read: ``pas avant l’an/année prochain``.

In a pattern, ``a/b`` is either word, ``décid*`` a beginning, ``encore?`` a word that may be missing, ``#`` a number and
``...`` up to four words. Accents, capitals, plurals and feminines never matter.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.models.plain_words import COMMA, PlainLine, stem

_NEGATION_WORDS = "ne n pas jamais sans aucun aucune ni not no never without nor none cannot nobody"
_SUPPOSITION_WORDS = "si if whether unless supposons imaginons"
NEGATIONS = frozenset(map(stem, _NEGATION_WORDS.split()))
SUPPOSITIONS = frozenset(map(stem, _SUPPOSITION_WORDS.split()))
_BREAKS = frozenset((".", ",", "mais", "but", "et", "and"))
_REACH = 7
"""How many words back a "not" or an "if" still bears on what follows."""
_NUMBER_WORDS = """
    un une deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente quarante cinquante cent mille
    one two three four five six seven eight nine ten twelve fifteen twenty thirty
"""
_NUMBER = rf"(?:\d\S*|{'|'.join(sorted({stem(word) for word in _NUMBER_WORDS.split()}))})"
_CONTRACTION = re.compile(r"\b(\w+?)n[’']t\b")
_IRREGULAR = {"ca": "can", "wo": "will"}
_GAP = r"(?:(?!\. )\S+ ){0,4}?"


@dataclass(frozen=True)
class Found:
    """The first and the last word, counted from 0, that a pattern recognised in a line."""

    first: int
    last: int


class Patterns:
    """Several patterns looked for at once. One without a negation of its own is not heard in a negated sentence."""

    def __init__(self, patterns: Iterable[str]) -> None:
        affirmed: list[str] = []
        negated: list[str] = []
        anchors = []
        for pattern in patterns:
            items = _items(pattern)
            expression = "".join(map(_expression, items))
            anchors.append(_anchor(items))
            (negated if _negates(items) else affirmed).append(expression)
        self._affirmed = _either(affirmed)
        self._negated = _either(negated)
        self._anchors = _either_anchor(anchors)

    def __bool__(self) -> bool:
        return bool(self._affirmed or self._negated)

    def mentioned(self, line: PlainLine) -> bool:
        """Whether the words are there at all, whatever a "not" or an "if" makes of them."""
        either = (self._affirmed, self._negated)
        return any(expression is not None and expression.search(line.plain) for expression in either)

    def find(self, line: PlainLine) -> Found | None:
        """The first place of the line that says it, or nothing."""
        # Most lines say nothing of the kind: one search for the rarest words spares two long ones.
        if self._anchors is None or not self._anchors.search(line.plain):
            return None
        for expression, blockers in ((self._negated, SUPPOSITIONS), (self._affirmed, SUPPOSITIONS | NEGATIONS)):
            if expression is None:
                continue
            for match in expression.finditer(line.plain):
                last = line.word_at(match.end() - 2)
                found = Found(line.word_at(match.start()), last - (line.words[last] == COMMA))
                if not _is_turned(line, found, blockers):
                    return found
        return None


def _is_turned(line: PlainLine, found: Found, blockers: frozenset[str]) -> bool:
    """Whether a "not" or an "if", before it or inside it, turns what was found into something else."""
    inside = line.words[found.first : found.last + 1]
    if not blockers.isdisjoint(inside):
        return True
    for word in reversed(line.words[max(0, found.first - _REACH) : found.first]):
        if word in _BREAKS:
            return False
        if word in blockers:
            return True
    return False


def _items(pattern: str) -> list[str]:
    spelt = _CONTRACTION.sub(lambda match: f"{_IRREGULAR.get(match[1].lower(), match[1])} not", pattern)
    return spelt.replace("’", " ").replace("'", " ").split()


def _negates(items: list[str]) -> bool:
    return any(stem(word) in NEGATIONS for item in items for word in item.rstrip("?").split("/"))


def _expression(item: str) -> str:
    if item == "...":
        return _GAP
    optional = item.endswith("?")
    either = "|".join(_word(word) for word in item.rstrip("?").split("/"))
    word = rf"(?:(?:{either}) (?:, )?)"
    return f"{word}?" if optional else word


def _word(word: str) -> str:
    if word == "#":
        return _NUMBER
    if word.endswith("*"):
        return re.escape(stem(word[:-1])) + r"\w*"
    return re.escape(stem(word))


def _anchor(items: list[str]) -> str:
    """The longest word that the pattern cannot do without."""
    needed = [item for item in items if item != "..." and not item.endswith("?")]
    chosen = max(needed, key=lambda item: min(len(word) for word in item.split("/")))
    return "|".join(_word(word) for word in chosen.split("/"))


def _either(expressions: list[str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<= )(?:{'|'.join(expressions)})") if expressions else None


def _either_anchor(anchors: list[str]) -> re.Pattern[str] | None:
    return re.compile(rf" (?:{'|'.join(sorted(set(anchors)))}) ") if anchors else None
