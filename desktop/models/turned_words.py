"""Words cut into pieces, turned towards the person who said them, and put together again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_APOSTROPHE = "’"
_TOKEN = re.compile(
    r"aujourd’hui|prud’hom\w+|d’accord"
    r"|(?:lorsqu|puisqu|quoiqu|jusqu|presqu|quelqu|qu|[cdjlmnst])’(?=\w)"
    r"|[^\W\d_]+(?:[’-][^\W\d_]+)*"
    r"|\d+(?:[.,\u00a0\u202f ]\d+)*|\s+|.",
    re.IGNORECASE,
)
_ENGLISH_TOKEN = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*|\d+(?:[.,]\d+)*|\s+|.")
_END = re.compile(r"(?<=[.!?…;])\s+")
_SHORT_FORMS = re.compile(r"\b(?:M|MM|Mme|Mlle|Me|Dr|Mr|Mrs|Ms|St|env|approx|max|min|vs|p|n°|etc)\.$", re.IGNORECASE)
_FINAL = " \u00a0\u202f.!…;,"


class DoubtfulError(Exception):
    """The rules do not know these words well enough to turn them: their own words are then said back as they are."""


@dataclass(frozen=True)
class Token:
    """One word or sign, and the white space before it. ``changed`` when it is no longer what they said."""

    text: str
    gap: str = " "
    changed: bool = False

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalpha()

    @property
    def is_name(self) -> bool:
        """Written with a capital: a name, unless it begins its sentence."""
        return self.text[:1].isupper()

    @property
    def is_elided(self) -> bool:
        return self.text.endswith(_APOSTROPHE)


def listed(words: str) -> frozenset[str]:
    """A closed list of words, written with spaces between them."""
    return frozenset(words.split())


def tidy(words: str) -> str:
    """On one line, with typographic apostrophes."""
    return re.sub(r"[ \t\r\n]+", " ", words.replace("'", _APOSTROPHE).replace("\u02bc", _APOSTROPHE)).strip()


def sentences(words: str) -> list[str]:
    """The sentences, each with its final sign."""
    found: list[str] = []
    for piece in _END.split(tidy(words)):
        if found and _SHORT_FORMS.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return [piece for piece in found if piece.strip(_FINAL)]


def without_end(words: str) -> str:
    """Without the final sign that would break the sentence they are put in."""
    return words.strip().rstrip(_FINAL)


def cut(sentence: str, *, english: bool = False) -> list[Token]:
    """The tokens of one sentence, without its final sign."""
    tokens: list[Token] = []
    gap = ""
    for text in (_ENGLISH_TOKEN if english else _TOKEN).findall(without_end(sentence)):
        if text.isspace():
            gap = text
        else:
            tokens.append(Token(text, gap))
            gap = ""
    return tokens


def join(tokens: Iterable[Token]) -> str:
    """The sentence that the tokens make, with a space where an elision has gone."""
    text = ""
    before: Token | None = None
    for token in tokens:
        if before is not None:
            if not before.is_elided:
                text += token.gap or (" " if before.is_word and token.is_word else "")
            elif not (before.changed or token.changed):
                text += token.gap
        text += token.text
        before = token
    return text


def capitalised(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]
