"""The three doors in words: which offers each one holds, the needs it answers, its name, and why it is recommended.

Nothing is made up: names are the benefits of the catalogue, a reason is a sentence that the customer said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.i18n import Language
from desktop.models.catalogue import Offer
from desktop.models.doors import Bid, Way, first_year, three_doors
from desktop.models.proposals import Door
from desktop.models.spoken_figures import money
from desktop.models.spoken_numbers import folded
from desktop.services.needs import StatedNeed
from desktop.services.offer_fit import closest, fits
from desktop.services.proposal_draft import cut, quoted

_LONGEST_NAME = 60
"""Signs of a name: more does not stand on a card."""


@dataclass(frozen=True)
class DoorDraft:
    """An option to be. ``needs`` are places in the needs given, ``total`` and ``gap`` those of ``models.doors.Way``."""

    door: Door
    name: str
    reason: str
    lead_time: str
    needs: tuple[int, ...]
    offers: tuple[Offer, ...]
    total: Decimal
    gap: Decimal | None
    recommended: bool


NO_DOOR = DoorDraft(Door.PLAIN, "", "", "", (), (), Decimal(0), None, False)
"""What is drafted out of an empty catalogue."""


@dataclass(frozen=True)
class Drafts:
    """``doors`` are different from each other, from the first step to the whole, the recommended one in the middle.

    ``answers`` is the offer that answers a need, by the place of the need; ``exact`` that of ``models.doors.Doors``.
    """

    doors: tuple[DoorDraft, ...]
    answers: dict[int, Offer]
    exact: bool


@dataclass(frozen=True)
class Buyer:
    """What the search knows of them. ``budget`` is ``None`` when they named none."""

    sector: str
    budget: Decimal | None
    with_vat: bool
    """A private person, whose budget holds what is paid: VAT included, when the seller charges it."""


def draft_doors(needs: Sequence[StatedNeed], offers: Sequence[Offer], buyer: Buyer, language: Language) -> Drafts:
    """The doors for ``needs``, in the customer's order, out of ``offers``; ``offer_fit.fits`` says what answers what.

    The one inside the budget that holds all that can be covered is the whole: it is drafted once.
    """
    fit = fits(needs, offers, buyer.sector)
    bids = [_bid(offer, found, buyer) for offer, found in zip(offers, fit, strict=True)]
    found = three_doors(bids, len(needs), buyer.budget)
    ways = [(Door.STEP, found.step), (Door.BUDGET, found.budget), (Door.WHOLE, found.whole)]
    kept = [(door, way) for door, way in ways if way and not (door is Door.BUDGET and _same(way, found.whole))]
    best = next((door for door in (Door.BUDGET, Door.WHOLE, Door.STEP) if door in dict(kept)), Door.PLAIN)
    whole = found.whole is not None and len(found.whole.covers) == len(needs)
    names = _names(kept, offers, fit, whole, language)
    doors = tuple(
        DoorDraft(
            door=door,
            name=names[door],
            reason=_reason(way, needs, buyer, language) if door is best else "",
            lead_time=_lead_time([offers[place] for place in way.offers], language),
            needs=way.covers,
            offers=tuple(offers[place] for place in way.offers),
            total=way.total,
            gap=way.gap,
            recommended=door is best,
        )
        for door, way in kept
    )
    return Drafts(doors, _answers(found.budget, found.whole, offers, fit), found.exact)


def _bid(offer: Offer, found: dict[int, int], buyer: Buyer) -> Bid:
    price = first_year(offer.unit_price, offer.billing)
    if buyer.with_vat:
        price = price * (100 + offer.vat_rate) / 100
    return Bid(price, frozenset(found), offer.step)


def _same(one: Way, other: Way | None) -> bool:
    return other is not None and one.offers == other.offers


def _answers(
    budget: Way | None, whole: Way | None, offers: Sequence[Offer], fit: Sequence[dict[int, int]]
) -> dict[int, Offer]:
    """For each need, the closest offer of the cheapest door that covers it: what is written is what is sold."""
    answers: dict[int, Offer] = {}
    for way in (budget, whole):
        for need in way.covers if way else ():
            if need not in answers and way:
                place = closest(need, [fit[offer] for offer in way.offers])
                assert place is not None
                answers[need] = offers[way.offers[place]]
    return answers


def _names(
    ways: Sequence[tuple[Door, Way]],
    offers: Sequence[Offer],
    fit: Sequence[dict[int, int]],
    whole: bool,
    language: Language,
) -> dict[Door, str]:
    """By what each one brings that the former ones do not, or in plain words; never twice the same.

    ``whole`` says whether the last one answers every need.
    """
    plain = {
        Door.STEP: language.pgettext("door", "See before deciding"),
        Door.BUDGET: language.pgettext("door", "What matters first"),
        Door.WHOLE: language.pgettext("door", "All your needs answered")
        if whole
        else language.pgettext("door", "The most complete answer"),
    }
    names: dict[Door, str] = {}
    sold: set[int] = set()
    for door, way in ways:
        places = sorted(way.offers, key=lambda place: (place in sold, min(fit[place])))
        brought = (offers[place].benefit.strip().rstrip(" .") for place in places)
        fitting = (name for name in brought if 0 < len(name) <= _LONGEST_NAME and name not in names.values())
        names[door] = next(fitting, plain[door])
        sold.update(way.offers)
    return names


def _lead_time(offers: Iterable[Offer], language: Language) -> str:
    """The longest of them: they are worked on side by side."""
    days = max((offer.lead_days for offer in offers), default=0)
    if not days:
        return ""
    return language.ngettext("{count} working day", "{count} working days", days).format(count=days)


def _reason(way: Way, needs: Sequence[StatedNeed], buyer: Buyer, language: Language) -> str:
    """What they put first among what it answers, as they said it, and their budget if they may be quoted on it."""
    _ = language.gettext
    holds = buyer.budget is not None and way.total <= buyer.budget and _named(buyer.budget, needs)
    words = next((needs[place].citable[0].words for place in way.covers if needs[place].citable), "")
    if not words:
        return _("It stays within the budget you gave us.") if holds else ""
    sentence = (
        _("{quote} This option answers it, and stays within the budget you gave us.")
        if holds
        else _("{quote} This option answers it.")
    )
    return sentence.format(quote=quoted(cut(words), language))


def _named(budget: Decimal, needs: Sequence[StatedNeed]) -> bool:
    """Whether words of theirs that may be quoted say that sum: the rep's own estimate is none of their words."""
    for stated in needs:
        for verbatim in stated.citable:
            for figure in money(folded(verbatim.words)):
                if figure.spendable and budget in (figure.low, figure.high):
                    return True
    return False
