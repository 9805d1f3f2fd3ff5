"""Which needs an offer of the catalogue answers. Better none than one that speaks of something else."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from desktop.models.catalogue import Offer
from desktop.models.need_kinds import NeedKind
from desktop.models.sectors import closeness
from desktop.services.needs import StatedNeed

_ENOUGH = 2
_STEM = 5
"""Signs of a word that must agree for two words to be taken for the same: relance, relances, relancer."""
_SIGNS = re.compile(r"[^\x00-\x7f\u0300-\u036f]+")
"""All but plain letters and the accents that they carry."""
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "votre notre leurs cette entre quand comme alors aussi encore toujours jamais parce depuis avant apres chaque "
        "toute toutes faire avoir avons plusieurs beaucoup there their which would about every other these those after "
        "before where while could should because never always being having",
    )
)


def fits(needs: Sequence[StatedNeed], offers: Sequence[Offer], sector: str) -> list[dict[int, int]]:
    """For each offer, the places of the needs it answers and how closely, from 2 up.

    It must be for the sector of the prospect and for the kind of the need (``models.sectors.closeness``). Then it must
    speak of the same things: a word in common counts for one, for two in the offer's name, and so do a sector and a
    kind that it names and that fit. Two are enough, one of them at least a word. Words are those of the need as the
    rep states it and as it may be quoted; they agree on their first five letters.
    """
    words = [_stems([stated.need.statement, *(each.words for each in stated.citable)]) for stated in needs]
    kinds = [stated.need.kind for stated in needs]
    return [_fit(words, kinds, offer, sector) for offer in offers]


def _fit(words: Sequence[set[str]], kinds: Sequence[NeedKind], offer: Offer, sector: str) -> dict[int, int]:
    name = _stems([offer.label])
    spoken = name | _stems([offer.detail, offer.answer])
    named = {kind: closeness(offer.need_kinds, offer.sectors, kind, sector) for kind in set(kinds)}
    found = {}
    for place, (need, kind) in enumerate(zip(words, kinds, strict=True)):
        close = named[kind]
        if close is None or need.isdisjoint(spoken):
            continue
        total = len(need & spoken) + len(need & name) + close.bit_count()
        if total >= _ENOUGH:
            found[place] = total
    return found


def closest(place: int, fit: Sequence[dict[int, int]]) -> int | None:
    """The place of the offer that answers a need most closely, the first of equals; ``None`` when none does."""
    answering = [offer for offer, found in enumerate(fit) if place in found]
    return max(answering, key=lambda offer: fit[offer][place]) if answering else None


def _stems(texts: Iterable[str]) -> set[str]:
    spread = unicodedata.normalize("NFKD", " ".join(texts).lower().replace("œ", "oe"))
    # An apostrophe or a dash parts two words. Dropping accents all at once is many times faster than one by one.
    plain = _SIGNS.sub(" ", spread).encode("ascii", "ignore").decode()
    return {word[:_STEM] for word in re.findall(r"[a-z]{5,}", plain) if word not in _COMMON}
