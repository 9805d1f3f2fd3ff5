"""The one line the rep types in: a first sign says what the line is, plain text being the prospect's own words."""

import unicodedata
from dataclasses import dataclass

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.matrix import Heat

PREFIXES = {"-": "note", "!": "objection", "?": "question"}
"""A prefix counts when a space follows: "-10 %" and "?!" are words."""

_HEATS = {
    "froid": Heat.COLD,
    "tiede": Heat.WARM,
    "chaud": Heat.HOT,
    "cold": Heat.COLD,
    "warm": Heat.WARM,
    "hot": Heat.HOT,
}


@dataclass(frozen=True)
class Line:
    """What a typed line means: an entry of some kind, or (``heat`` set, no text) how ready to act they are."""

    kind: str
    text: str
    heat: Heat | None = None


def read_line(raw: str) -> Line:
    """Understand one line. Raises ``UserError`` for a heat that does not exist; the words stay in the line then."""
    line = raw.strip()
    if line.startswith("=") and len(line) > 1:
        return Line("heat", "", _heat(line[1:]))
    prefix, separator, rest = line.partition(" ")
    if separator and rest.strip() and prefix in PREFIXES:
        return Line(PREFIXES[prefix], rest.strip())
    return Line("verbatim", line)


def _heat(word: str) -> Heat:
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word.strip().lower()) if sign.isalpha())
    if plain not in _HEATS:
        raise UserError(_("“{word}” is not a heat. Type =cold, =warm or =hot.").format(word=word.strip()))
    return _HEATS[plain]
