"""Numbers as people say and type them, in French and in English: "15 000", "1,5", "quinze mille", "two hundred"."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

_UNITS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDRED = {"cent", "cents", "hundred"}
_SCALES = {"mille": 1000, "thousand": 1000, "million": 10**6, "millions": 10**6}
_APPROXIMATE = {
    "demi": Decimal("0.5"), "half": Decimal("0.5"), "dizaine": Decimal(10), "douzaine": Decimal(12),
    "quinzaine": Decimal(15), "vingtaine": Decimal(20), "trentaine": Decimal(30), "quarantaine": Decimal(40),
    "cinquantaine": Decimal(50), "soixantaine": Decimal(60), "centaine": Decimal(100), "dozen": Decimal(12),
}  # fmt: skip

_SPACE = r"[ \u00a0\u202f]"
_WORD = "(?:" + "|".join(sorted({*_UNITS, *_HUNDRED, *_SCALES}, key=len, reverse=True)) + ")"
_DIGITS = rf"\d{{1,3}}(?:(?:{_SPACE}|[.,'])\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)|\d+(?:[.,]\d+)?"
_WORDS = rf"{_WORD}(?:(?:[ -]|[ -](?:et|and)[ -](?=(?:un|une|onze)\b|(?<=hundred and )|(?<=thousand and ))){_WORD})*\b"
_ROUND = r"(?:une |a )?(?:" + "|".join(key for key in _APPROXIMATE if key not in ("demi", "half")) + r")"

NUMBER = rf"(?:(?<![\w.,/])(?:{_DIGITS})|\b{_WORDS})"
"""A regular expression, without groups, for a text that went through ``folded``."""
ROUND_NUMBER = rf"(?:{NUMBER}|\b{_ROUND}\b)"
"""``NUMBER``, or "une quinzaine", "a dozen"."""


def folded(text: str) -> str:
    """``text`` in small letters without accents, sign for sign: a place found in it is the same place in ``text``."""
    return "".join(_fold(sign) for sign in text)


@lru_cache(maxsize=1024)
def _fold(sign: str) -> str:
    if sign in "’ʼ":
        return "'"
    if sign in "–—‑":
        return "-"
    base = unicodedata.normalize("NFD", sign)[0].lower()
    return base if len(base) == 1 else sign


def read(written: str) -> Decimal | None:
    """The value of what ``NUMBER`` or ``ROUND_NUMBER`` found; ``None`` for words that make no number ("deux trois")."""
    if written[0].isdigit():
        return _digits(written)
    words = [word for word in re.split(r"[ -]", written) if word not in ("et", "and")]
    if words[-1] in _APPROXIMATE:
        return _APPROXIMATE[words[-1]]
    return _spoken(words)


def _digits(written: str) -> Decimal:
    bare = re.sub(rf"{_SPACE}|'", "", written)
    grouped = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?", bare)
    if grouped:
        return Decimal(re.sub("[.,]", "", grouped[1]) + "." + (grouped[2] or "0"))
    return Decimal(bare.replace(",", "."))


def _spoken(words: list[str]) -> Decimal | None:
    total = current = 0
    room = 10**9
    for word in words:
        if word in _SCALES:
            total, current, room = total + max(1, current) * _SCALES[word], 0, _SCALES[word]
        elif word in _HUNDRED:
            if current >= 100:
                return None
            current, room = max(1, current) * 100, 100
        elif word in ("vingt", "vingts") and current % 100 == 4:
            current, room = current + 76, 20
        else:
            value = _UNITS[word]
            if value >= room:
                return None
            current, room = current + value, _after(value)
    return Decimal(total + current)


def _after(value: int) -> int:
    """What may follow: units after a ten, and up to nineteen after sixty ("soixante-douze"); nothing after a unit."""
    if value in (60, 80):
        return 20
    return 10 if value >= 10 and value % 10 == 0 else 0
