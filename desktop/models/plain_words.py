"""Words made comparable: without accents, capitals or endings, yet knowing where they stand in what was typed."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+|[€$£%]|[,;:.!?…\n()]")
_SHORT = 4
"""Up to this length a word is kept whole: "mois" is not "moi"."""
_PAUSES = {",": ",", "(": ",", ")": ","}
_CONTRACTED = {"won": "will", "can": "can", "shan": "shall"}
FULL_STOP = "."
COMMA = ","


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """``Échéance`` → ``echeance``."""
    spread = unicodedata.normalize("NFD", word.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without accents, plural or feminine: ``validées`` and ``validé`` are both ``valid``."""
    plain = fold(word)
    if len(plain) <= _SHORT or not plain.isalpha():
        return plain
    return plain.rstrip("sx").rstrip("e") or plain


@dataclass(frozen=True)
class PlainLine:
    """A typed line as words: ``text`` is what was typed, ``plain`` its stems, each between two spaces.

    A comma or a bracket is the word ``,``; the end of a sentence is the word ``.``.
    """

    text: str
    words: tuple[str, ...]
    plain: str
    _places: tuple[int, ...]
    _spans: tuple[tuple[int, int], ...]

    def word_at(self, place: int) -> int:
        """Which word stands at a place of ``plain``."""
        return max(0, bisect_right(self._places, place) - 1)

    def typed(self, first: int, last: int) -> str:
        """What was typed from a word to another, both included."""
        return self.text[self._spans[first][0] : self._spans[last][1]]


def read_words(text: str) -> PlainLine:
    """Understand a line. English negations are spelt out: ``don’t`` is ``do not``."""
    text = unicodedata.normalize("NFC", text)
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        raw, start = match.group(), match.start()
        if raw == "t" and words and spans[-1][1] == start - 1 and text[start - 1] in "'’" and words[-1].endswith("n"):
            words[-1] = _CONTRACTED.get(words[-1], words[-1][:-1])
            words.append("not")
        elif raw[0].isalnum():
            words.append(stem(raw))
        elif raw in "€$£%":
            words.append(raw)
        else:
            words.append(_PAUSES.get(raw, FULL_STOP))
        spans.append(match.span())
    places, place = [], 1
    for word in words:
        places.append(place)
        place += len(word) + 1
    return PlainLine(text, tuple(words), f" {' '.join(words)} ", tuple(places), tuple(spans))


def content_words(text: str) -> tuple[str, ...]:
    """The stems of a text, without its punctuation."""
    return tuple(word for word in read_words(text).words if word[0].isalnum())
