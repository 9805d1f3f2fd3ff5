"""Hostile text in every field of what a document is made from: many strings in one document, each with its own mark."""

import itertools
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from desktop.documents import fonts
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent
from tests.documents.cases import CLAIRE, LEAD, NEEDS, START
from tests.documents.extremes import FULL
from tests.documents.reading import flat
from tests.hostile import HOSTILE, LONG

ORDINARY = [text for text in HOSTILE if text not in LONG]
SMALL = replace(FULL, needs=NEEDS[:2], options=(START, FULL.options[1]))
"""Something in every field: a plan, standing blocks and an appointment as well."""
_NOT_WORDS = {"language", "zone"}

SPOTS: dict[str, Callable[[ProposalContent, str], ProposalContent]] = {
    "title": lambda content, text: replace(content, title=text),
    "objective": lambda content, text: replace(content, objective=text),
    "lead": lambda content, text: replace(content, lead_quote=replace(LEAD, text=text)),
    "answer": lambda content, text: replace(content, needs=(replace(NEEDS[0], answer=text),)),
    "to confirm": lambda content, text: replace(content, to_confirm=(text,)),
    "included": lambda content, text: replace(content, options=(*content.options, replace(START, included=(text,)))),
    "line": lambda content, text: replace(
        content, options=(*content.options, replace(START, lines=(replace(START.lines[0], detail=text),)))
    ),
    "terms": lambda content, text: replace(content, seller=replace(content.seller, payment_terms=text)),
    "company": lambda content, text: replace(content, client=replace(content.client, company=text)),
    "next step": lambda content, text: replace(content, next_step=text),
}
"""Where a text may be endless."""
SPOT_OF = {
    DocumentKind.SUMMARY: "objective",
    DocumentKind.QUOTATION: "title",
    DocumentKind.PLAN: "to confirm",
    DocumentKind.SLIP: "next step",
}
"""Where it is in the documents that are not the whole proposal."""


def everywhere(value: Any, text: str) -> Any:
    """``value`` with ``text`` in every text field, however deep."""
    return _filled(value, itertools.repeat(text))


def scattered(value: Any, shift: int) -> tuple[Any, list[str]]:
    """``value`` with one ordinary hostile string after another in its text fields; field ``n`` ends in ``mark(n)``.

    Returns what was put in each of them too.
    """
    put: list[str] = []

    def texts() -> Iterator[str]:
        while True:
            put.append(ORDINARY[(shift + 7 * len(put)) % len(ORDINARY)])
            yield f"{put[-1]}{mark(len(put) - 1)}"

    return _filled(value, texts()), put


def mark(place: int) -> str:
    return f"¶{place}¶"


def literal(read: str, put: list[str]) -> int:
    """How many fields are printed; fails on one whose text is not what was put in it, letter for letter."""
    read = flat(read)
    printed = [place for place in range(len(put)) if mark(place) in read]
    wrong = [put[place] for place in printed if expected(put[place]) + mark(place) not in read]
    assert wrong == []
    return len(printed)


def expected(text: str) -> str:
    """``text`` as the page can hold it: no control or invisible sign, ``?`` for a glyph that does not exist."""
    composed = unicodedata.normalize("NFC", text)
    invisible = {sign for sign in composed if unicodedata.category(sign) in {"Cc", "Cf", "Cs"} or sign == "\ufe0f"}
    kept = [sign for sign in composed if sign.isspace() or sign not in invisible]
    return flat("".join(sign if sign.isspace() or ord(sign) in fonts.glyphs() else "?" for sign in kept))


def to_the_end(read: str, put: list[str]) -> None:
    """Fails on an endless text that is not printed to its last sign; it crosses pages, whose running lines cut it."""
    read = flat(read)
    assert all(mark(place) in read for place in range(len(put)))
    for sign in {expected(text)[0] for text in put}:
        assert read.count(sign) >= sum(expected(text).count(sign) for text in put), sign


def endless(shift: int, spots: Iterable[str] = SPOTS) -> tuple[ProposalContent, list[str]]:
    """Claire's proposal with an endless text in each of the spots at once, each with its mark."""
    content, put = replace(CLAIRE, language="en"), []
    for place, spot in enumerate(spots):
        put.append(LONG[(place + shift) % len(LONG)])
        content = SPOTS[spot](content, f"{put[-1]}{mark(place)}")
    return content, put


def _filled(value: Any, texts: Iterator[str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return next(texts)
    if isinstance(value, tuple):
        return tuple(_filled(item, texts) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in _NOT_WORDS}
        return replace(value, **{name: _filled(item, texts) for name, item in kept.items()})
    return value
