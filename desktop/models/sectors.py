"""Which sectors are the same, and what fits a need of a prospect: words are typed by hand, in a hurry, with or without
accents, and the catalogue must still find what speaks to them."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from desktop.models.need_kinds import NeedKind

_SEPARATORS = re.compile(r"[,;\n\r]+")


def folded(text: str) -> str:
    """``text`` without case nor accents, to be compared."""
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe").casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def heading_key(text: str) -> str:
    """A heading or a label as it is recognised in a sheet: without case, accents, signs, nor what is in brackets."""
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"\(.*?\)", " ", folded(text))))


def split_sectors(text: str) -> list[str]:
    """The sectors written in one text, separated by commas, semicolons or new lines; each is kept once."""
    return clean_sectors(_SEPARATORS.split(text))


def clean_sectors(sectors: Iterable[str]) -> list[str]:
    """Sectors as they are kept: no separator inside, none empty, none twice."""
    found: dict[str, str] = {}
    for sector in sectors:
        for part in _SEPARATORS.split(sector):
            words = " ".join(part.split())
            if words:
                found.setdefault(folded(words), words)
    return list(found.values())


def same_sector(one: str, other: str) -> bool:
    """Whether two sectors speak of the same trade: every word of the shorter stands in the longer.

    ``Menuiserie`` is the sector of a prospect of ``Menuiserie industrielle``; an empty one is like no other.
    """
    first, second = _words(one), _words(other)
    return bool(first and second) and (first <= second or second <= first)


def closeness(
    need_kinds: Collection[str], sectors: Collection[str], kind: NeedKind | str | None, sector: str
) -> int | None:
    """How well something of the catalogue fits a need of ``kind`` in ``sector``; ``None``: it does not.

    ``need_kinds`` and ``sectors`` are those it is for, empty meaning any. 3: both named; 2: the sector named; 1: the
    need named; 0: neither, so that it fits everybody. What names a sector or a need is only for those: with no kind
    or no sector known, nothing is left out for it.
    """
    named_sector = bool(sectors) and any(same_sector(each, sector) for each in sectors)
    named_kind = kind is not None and str(kind) in need_kinds
    if sectors and folded(sector).strip() and not named_sector:
        return None
    if need_kinds and kind is not None and not named_kind:
        return None
    return 2 * named_sector + named_kind


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", folded(text))) - {"et", "and", "de", "du", "des", "la", "le", "les", "of", "the"}
