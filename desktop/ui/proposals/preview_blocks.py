"""From a point of a page to the block of the composer that stands there."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from desktop.documents.places import Place
from desktop.services.proposal_sheet import ProposalSheet

_APART = 16.0
"""Points between two paragraphs of one block."""
_NEED_PARTS = ("need", "understanding", "impact", "answer", "benefit", "proof")
_BEHIND = {"understanding": "need", "impact": "need", "benefit": "answer", "proof": "answer"}


@dataclass(frozen=True)
class Keys:
    """What the places of a content are called in the composer: the keys of its needs and options, in its order."""

    needs: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    def name(self, where: str) -> str:
        """``need:0`` → ``need:`` and the key of that ``ProposalNeed``; "" when it has none."""
        kind, colon, place = where.partition(":")
        keys = self.needs if kind in _NEED_PARTS else self.options if kind == "option" else None
        if not colon or keys is None:
            return where
        return f"{kind}:{keys[int(place)]}" if int(place) < len(keys) else ""


def keys_of(sheet: ProposalSheet) -> Keys:
    """The keys of what ``sheet.content`` says, in its order."""
    needs = tuple(str(card.row.id) for card in sheet.needs if card.row.included)
    return Keys(needs, tuple(str(card.option.id) for card in sheet.options))


def words_behind(where: str) -> str:
    """The block whose words are those behind ``where``, as ``proposal_trace`` names it."""
    kind, colon, key = where.partition(":")
    return f"{_BEHIND.get(kind, kind)}{colon}{key}"


@dataclass(frozen=True)
class Block:
    """A piece of a page, in points from its top left, and the block it belongs to."""

    page: int
    box: QRectF
    where: str


def blocks_of(places: Iterable[Place], keys: Keys) -> list[Block]:
    """The places named as the composer does, paragraphs that follow one another in one block being one piece."""
    found: list[Block] = []
    last: dict[tuple[int, str], int] = {}
    for place in places:
        where = keys.name(place.where)
        if not where:
            continue
        box = QRectF(place.left, place.top, place.width, place.height)
        near = last.get((place.page, where))
        if near is not None and _follows(found[near].box, box):
            found[near] = Block(place.page, found[near].box.united(box), where)
        else:
            last[place.page, where] = len(found)
            found.append(Block(place.page, box, where))
    return found


def block_at(blocks: Iterable[Block], page: int, point: QPointF) -> Block | None:
    """The smallest piece under a point of a page."""
    under = [each for each in blocks if each.page == page and each.box.contains(point)]
    return min(under, key=lambda each: each.box.width() * each.box.height(), default=None)


def _follows(before: QRectF, box: QRectF) -> bool:
    """Whether ``box`` stands under or beside ``before`` with nothing between them."""
    return before.adjusted(-_APART, -_APART, _APART, _APART).intersects(box)
