"""Looking for words in a document as a person does: capitals, accents, apostrophes and line ends do not matter."""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop.ui.proposals.open_pdf import OpenPdf

_SAME = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"}


@dataclass(frozen=True)
class Hit:
    """Words found: the boxes around them, one a line, in points from the top left of the page."""

    page: int
    boxes: tuple[QRectF, ...]


def hits_in(pdf: OpenPdf, wanted: str) -> list[Hit]:
    """Every place where the words stand, in the order of the document."""
    return [
        Hit(page, tuple(boxes))
        for page in range(pdf.pages)
        for start, length in find(pdf.text(page), wanted)
        if (boxes := pdf.boxes(page, start, length))
    ]


def find(text: str, wanted: str) -> list[tuple[int, int]]:
    """Where ``wanted`` stands in ``text``: the first sign and how many, none counted twice."""
    needle, _signs = _folded(wanted.strip())
    if not needle:
        return []
    plain, signs = _folded(text)
    found, at = [], plain.find(needle)
    while at >= 0:
        start, end = signs[at], signs[at + len(needle) - 1] + 1
        found.append((start, end - start))
        at = plain.find(needle, at + len(needle))
    return found


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its signs the place of the sign that it comes from."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if sign.isspace():
            # A line that ends in the middle of a sentence is a space like another.
            folded = "" if signs and signs[-1] == " " else " "
        else:
            spread = unicodedata.normalize("NFKD", _SAME.get(sign, sign))
            folded = "".join(each for each in spread if not unicodedata.combining(each)).casefold()
        signs += folded
        places += [place] * len(folded)
    return "".join(signs), places
