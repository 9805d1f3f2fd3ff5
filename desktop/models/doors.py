"""The three doors: what to sell inside the budget, what answers everything, and a first step.

Choosing the cheapest offers that cover some needs is hard in general (a weighted set cover), small in a rep's life:
needs that no offer links are solved apart, exactly, and the whole is bounded by a number of steps, never by a clock.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from desktop.models.catalogue import Billing
from desktop.models.pricing import MONTHS

LARGEST_TABLE = 4096
"""Ways to cover a group of linked needs that are compared one by one: all of those of 12 needs."""
STEPS = 250_000
"""Comparisons allowed in all: 60 offers over 12 needs at worst. Beyond, a good answer is given instead of the best."""
_PART = 10**8
"""Prices are counted in whole parts of a euro: cents, and the VAT of cents at a rate of three decimals."""


@dataclass(frozen=True)
class Bid:
    """An offer as the search sees it: ``price`` in euros for a first year, ``covers`` the places of needs, from 0."""

    price: Decimal
    covers: frozenset[int]
    step: bool = False
    """An intermediate step: it prepares an answer and is none, so that only the third door is made of it."""


@dataclass(frozen=True)
class Way:
    """One door. ``offers`` are places in the offers given, ``covers`` places of needs, both in their order."""

    offers: tuple[int, ...]
    covers: tuple[int, ...]
    total: Decimal
    """Euros for a first year."""
    gap: Decimal | None = None
    """``total`` less that of the whole; ``None`` when there is no whole."""


@dataclass(frozen=True)
class Doors:
    """A door is ``None`` when the catalogue holds nothing for it. ``exact``: no better one exists."""

    budget: Way | None
    whole: Way | None
    step: Way | None
    exact: bool


def first_year(price: Decimal, billing: Billing) -> Decimal:
    """A price for a year: twelve times a monthly one, a yearly or a one-off one as it is.

    An envelope is given for a year. Counting one month of a subscription would let anything hold in it; counting
    the years after would refuse what the customer can pay.
    """
    return price * MONTHS if billing is Billing.MONTHLY else price


def weight(place: int, needs: int) -> int:
    """What covering a need is worth: nearly twice as much for the first as for the last.

    So two needs always outweigh one, and between as many, those that the customer put first win.
    """
    return 2 * needs - place


def three_doors(offers: Sequence[Bid], needs: int, budget: Decimal | None) -> Doors:
    """The doors for ``needs`` needs, in the customer's order. ``budget`` is ``None`` when none was named.

    Inside the budget: the greatest weight of needs covered; then the lowest price, the fewest offers, those that
    come first. The whole: every need that can be covered, then the same. The step: the one offer with ``step``
    that covers the greatest weight, then the same, cheaper than the whole and inside the budget.
    A price below zero is no price: such an offer is left out, as is one that covers nothing.
    """
    search = _Search(offers, needs)
    groups = search.groups()
    whole = search.way(sum(group[max(group)] for group in groups)) if groups else None
    within = search.way(_heaviest(groups, search.ceiling(budget))) if budget is not None else None
    first = _first_step(offers, needs, budget, whole)
    if whole is None:
        return Doors(None, None, first, search.exact)
    return Doors(_against(within, whole), _against(whole, whole), _against(first, whole), search.exact)


def _against(way: Way | None, whole: Way) -> Way | None:
    return replace(way, gap=way.total - whole.total) if way else None


def _first_step(offers: Sequence[Bid], needs: int, budget: Decimal | None, whole: Way | None) -> Way | None:
    ranked = [
        (-sum(weight(place, needs) for place in bid.covers), bid.price, place)
        for place, bid in enumerate(offers)
        if bid.step and bid.covers and bid.price >= 0
        if (budget is None or bid.price <= budget) and (whole is None or bid.price < whole.total)
    ]
    if not ranked:
        return None
    place = min(ranked)[2]
    return Way((place,), tuple(sorted(offers[place].covers)), offers[place].price)


@dataclass(frozen=True)
class _Candidate:
    """An offer worth looking at. ``mask`` has a bit a group of needs, ``cost`` is comparable and adds up."""

    mask: int
    cost: int


_Front = dict[int, int]
"""By weight of needs covered, the least cost of covering it."""


class _Search:
    """One search. The cost of an offer is a single number that holds its price, then one for itself, then its place,
    so that adding costs up and taking the least one follows the whole rule, and says which offers it is made of.
    """

    def __init__(self, offers: Sequence[Bid], needs: int) -> None:
        self._offers = offers
        self._needs = needs
        self._places = _worth_a_look(offers)
        self._count = len(self._places)
        self._shift = self._count + self._count.bit_length() + 1
        self._steps = STEPS
        self.exact = True

    def ceiling(self, budget: Decimal) -> int:
        """The cost that a set inside the budget stays under."""
        return (_parts(budget) + 1) << self._shift

    def way(self, cost: int) -> Way | None:
        """The set that costs this; ``None`` for the empty one."""
        picked = -cost & ((1 << self._count) - 1)
        places = [place for rank, place in enumerate(self._places) if picked >> (self._count - 1 - rank) & 1]
        if not places:
            return None
        covers = sorted(frozenset[int]().union(*(self._offers[place].covers for place in places)))
        return Way(tuple(places), tuple(covers), sum((self._offers[place].price for place in places), Decimal(0)))

    def groups(self) -> list[_Front]:
        """What each group of linked needs can be covered for: groups share no offer."""
        bits, weights = self._kinds_of_need()
        candidates = [self._candidate(rank, place, bits) for rank, place in enumerate(self._places)]
        return [self._front(group, weights) for group in _linked(candidates)]

    def _kinds_of_need(self) -> tuple[dict[int, int], list[int]]:
        """A bit by need, the same for needs that the same offers cover; and the weight of each bit."""
        bits: dict[int, int] = {}
        kinds: dict[tuple[int, ...], int] = {}
        weights: list[int] = []
        for need in range(self._needs):
            covering = tuple(place for place in self._places if need in self._offers[place].covers)
            if not covering:
                continue
            if covering not in kinds:
                kinds[covering] = len(weights)
                weights.append(0)
            bits[need] = kinds[covering]
            weights[bits[need]] += weight(need, self._needs)
        return bits, weights

    def _candidate(self, rank: int, place: int, bits: dict[int, int]) -> _Candidate:
        mask = 0
        for need in self._offers[place].covers:
            mask |= 1 << bits[need]
        own = (1 << self._count) - (1 << (self._count - 1 - rank))
        return _Candidate(mask, (_parts(self._offers[place].price) << self._shift) + own)

    def _front(self, group: list[_Candidate], weights: list[int]) -> _Front:
        greedy = _greedy(group, weights)
        table = self._table(group, greedy[max(greedy, key=int.bit_count)])
        if table is None:
            self.exact = False
            table = greedy
        front: _Front = {}
        for mask, cost in table.items():
            worth = _worth(mask, weights)
            if worth not in front or cost < front[worth]:
                front[worth] = cost
        return front

    def _table(self, group: list[_Candidate], ceiling: int) -> dict[int, int] | None:
        """The least cost by mask, no dearer than ``ceiling``, which covers everything; ``None`` past the limits."""
        table = {0: 0}
        for candidate in group:
            self._steps -= len(table)
            if self._steps < 0 or len(table) > LARGEST_TABLE:
                return None
            for mask, cost in list(table.items()):
                total = cost + candidate.cost
                if total <= ceiling:
                    joined = mask | candidate.mask
                    known = table.get(joined)
                    if known is None or total < known:
                        table[joined] = total
        return table


def _parts(amount: Decimal) -> int:
    return int(amount * _PART)


def _worth(mask: int, weights: list[int]) -> int:
    return sum(value for bit, value in enumerate(weights) if mask >> bit & 1)


def _worth_a_look(offers: Sequence[Bid]) -> list[int]:
    """Places of the offers that may answer, but those that another one replaces: wider, and cheaper or before it."""
    best: dict[frozenset[int], tuple[Decimal, int]] = {}
    for place, bid in enumerate(offers):
        if bid.covers and not bid.step and bid.price >= 0:
            best[bid.covers] = min(best.get(bid.covers, (bid.price, place)), (bid.price, place))
    kept = [
        rank[1]
        for covers, rank in best.items()
        if not any(covers < wider and other < rank for wider, other in best.items())
    ]
    return sorted(kept)


def _linked(candidates: Iterable[_Candidate]) -> list[list[_Candidate]]:
    """Candidates in groups that have no need in common."""
    groups: list[tuple[int, list[_Candidate]]] = []
    for candidate in candidates:
        mask, members = candidate.mask, [candidate]
        apart = []
        for other, theirs in groups:
            if other & candidate.mask:
                mask, members = mask | other, theirs + members
            else:
                apart.append((other, theirs))
        groups = [*apart, (mask, members)]
    return [members for _mask, members in groups]


def _greedy(group: list[_Candidate], weights: list[int]) -> dict[int, int]:
    """Each time the offer that adds the most for its price, down to the last need; by mask, every stage on the way."""
    everything = _all_of(group)
    stages, mask, picked = {0: 0}, 0, list[_Candidate]()
    while mask != everything:
        chosen = max(group, key=lambda each: Fraction(_worth(each.mask & ~mask, weights), each.cost))
        mask |= chosen.mask
        picked.append(chosen)
        stages[mask] = sum(each.cost for each in picked)
    for chosen in sorted(picked, key=lambda each: -each.cost):
        others = [each for each in picked if each is not chosen]
        if _all_of(others) == everything:
            picked = others
    stages[mask] = sum(each.cost for each in picked)
    return stages


def _all_of(candidates: Iterable[_Candidate]) -> int:
    mask = 0
    for each in candidates:
        mask |= each.mask
    return mask


def _heaviest(groups: Iterable[_Front], ceiling: int) -> int:
    """The least cost of the greatest weight that stays under ``ceiling``, over all the groups; 0 for nothing."""
    reached: _Front = {0: 0}
    for group in groups:
        joined: _Front = {}
        for worth, cost in reached.items():
            for more, dearer in group.items():
                total = cost + dearer
                if total < ceiling and (worth + more not in joined or total < joined[worth + more]):
                    joined[worth + more] = total
        reached = _undominated(joined)
    return reached[max(reached)] if reached else 0


def _undominated(front: _Front) -> _Front:
    """Without what costs more than something heavier."""
    kept: _Front = {}
    least: int | None = None
    for worth in sorted(front, reverse=True):
        if least is None or front[worth] < least:
            least = kept[worth] = front[worth]
    return kept
