"""The return on investment of a proposal: which of the customer's own figures it is counted from, and what they make.

Figures are found in words that may be quoted and offered; the rep decides. What is kept is checked each time it is
read: a figure whose words may no longer be quoted, or do not say that number, is no longer counted.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from sqlalchemy.orm import Session

from desktop.clock import PARIS
from desktop.models import returns as rules
from desktop.models.base import new_id
from desktop.models.proposals import Proposal
from desktop.models.returns import Family, Figure, Gain, Missing, Returns, Rhythm, Unit
from desktop.models.said_figures import SaidFigure, figure_of, find_figures, sum_in, values_in
from desktop.services.needs import StatedNeed, needs_of
from desktop.services.proposal_cards import quotes_of
from desktop.services.proposal_content import Client, OptionBlock, Quote, Seller
from desktop.services.prospects import load_prospect

Saved = dict[str, Any]
"""``{"gains": [{"id", "label", "figures": [{"verbatim", "words", "value", "unit", "rhythm"}]}]}``."""


@dataclass(frozen=True)
class OfferedFigure:
    """A figure that could be counted, and the verbatim that it stands in."""

    verbatim_id: uuid.UUID
    figure: Figure


@dataclass(frozen=True)
class KeptFigure:
    """A figure that the rep counts. ``figure`` is ``None`` when its words may no longer be quoted, or changed."""

    verbatim_id: uuid.UUID
    words: str
    value: Decimal
    unit: Unit
    rhythm: Rhythm | None
    figure: Figure | None = None


@dataclass(frozen=True)
class KeptGain:
    """A gain as the rep put it together; ``a_year`` is ``None`` until it can be counted."""

    id: str
    label: str
    figures: tuple[KeptFigure, ...]

    @property
    def said(self) -> tuple[Figure, ...]:
        """The figures that may be shown to the customer."""
        return tuple(each.figure for each in self.figures if each.figure is not None)

    @property
    def backed(self) -> bool:
        """Whether every figure still stands in words that may be quoted."""
        return len(self.said) == len(self.figures)

    @property
    def missing(self) -> Missing | None:
        """What it takes to count it, apart from words that went."""
        return rules.missing(self.said)

    @property
    def a_year(self) -> Decimal | None:
        return rules.gain_a_year(self.said) if self.backed else None


@dataclass(frozen=True)
class ReturnsSheet:
    """What the rep counts, and what could still be counted, in the order it was said."""

    gains: tuple[KeptGain, ...]
    offered: tuple[OfferedFigure, ...]


def returns_sheet(session: Session, proposal_id: uuid.UUID, *, zone: tzinfo = PARIS) -> ReturnsSheet:
    """Everything that the card of the return shows."""
    proposal = session.get_one(Proposal, proposal_id)
    prospect = load_prospect(session, proposal.prospect_id)
    stated = needs_of(session, prospect.id)
    quotes = quotes_of(session, prospect, stated, zone)
    kept = kept_gains(proposal.returns, quotes)
    counted = {(each.verbatim_id, each.words) for gain in kept for each in gain.figures}
    found = offered_figures(quotes, stated, budget=prospect.amount)
    return ReturnsSheet(kept, tuple(each for each in found if (each.verbatim_id, each.figure.words) not in counted))


def offered_figures(
    quotes: Mapping[uuid.UUID, Quote], stated: Iterable[StatedNeed] = (), budget: Decimal | None = None
) -> tuple[OfferedFigure, ...]:
    """The figures found in these words, then those that the rep wrote beside a need and that stand in its words."""
    found: dict[tuple[uuid.UUID, int], OfferedFigure] = {}
    for key, quote in quotes.items():
        for said in _found(quote):
            found[key, said.start] = OfferedFigure(key, _figure(said, quote))
    for each in stated:
        for verbatim in each.citable:
            quote = quotes[verbatim.id]
            for said in _beside(each, quote, budget):
                if not any(_overlap(said, verbatim.id, key, other, quote) for key, other in found.items()):
                    found[verbatim.id, said.start] = OfferedFigure(verbatim.id, _figure(said, quote))
    order = list(quotes)
    return tuple(found[place] for place in sorted(found, key=lambda place: (order.index(place[0]), place[1])))


def kept_gains(saved: object, quotes: Mapping[uuid.UUID, Quote]) -> tuple[KeptGain, ...]:
    """What was saved, as far as it can be read; each figure checked against the words it comes from."""
    gains = saved.get("gains") if isinstance(saved, dict) else None
    read = [_gain(each, quotes) for each in gains] if isinstance(gains, list) else []
    return tuple(each for each in read if each is not None)


def returns_of(
    saved: object,
    quotes: Mapping[uuid.UUID, Quote],
    options: Sequence[OptionBlock],
    seller: Seller,
    client: Client,
) -> Returns | None:
    """What the document prints: gains that can be counted, against the recommended option, or the only one."""
    gains = [Gain(each.label, each.said, each.a_year) for each in kept_gains(saved, quotes) if each.a_year is not None]
    option = next((each for each in options if each.recommended), options[0] if len(options) == 1 else None)
    if option is None or not gains:
        return None
    cost = rules.cost_of(option.lines, vat_exempt=seller.vat_exempt, with_vat=client.private)
    return rules.returns(gains, cost, option.name, with_vat=client.private and not seller.vat_exempt)


def verbatims_of(saved: object, quotes: Mapping[uuid.UUID, Quote]) -> tuple[uuid.UUID, ...]:
    """The words that the counted gains rest on, once each."""
    gains = [each for each in kept_gains(saved, quotes) if each.a_year is not None]
    return tuple(dict.fromkeys(each.verbatim_id for gain in gains for each in gain.figures))


def set_returns(session: Session, proposal_id: uuid.UUID, *, now: datetime, returns: Saved) -> dict[str, Any]:
    """Keep what ``with_figure`` and its neighbours made. Returns the former value, for undo."""
    proposal = session.get_one(Proposal, proposal_id)
    before = proposal.returns
    if before != returns:
        proposal.returns, proposal.updated_at = returns, now
    return {"returns": before}


def label_gain(session: Session, proposal_id: uuid.UUID, gain_id: str, label: str, *, now: datetime) -> dict[str, Any]:
    """Say what is gained, in the rep's words. Returns the former value of all of it, for ``set_returns``."""
    proposal = session.get_one(Proposal, proposal_id)
    gains = [
        KeptGain(each.id, label, each.figures) if each.id == gain_id else each
        for each in kept_gains(proposal.returns, {})
    ]
    return set_returns(session, proposal_id, now=now, returns=to_json(gains))


# What the rep does with them: each takes what is saved and returns what to save.


def with_figure(gains: Sequence[KeptGain], offered: OfferedFigure) -> Saved:
    """Count a figure: in the gain that it completes, otherwise as the first one of another gain."""
    figure = offered.figure
    added = KeptFigure(offered.verbatim_id, figure.words, figure.value, figure.unit, figure.rhythm, figure)
    home = _home_of(gains, figure)
    if home is None:
        return to_json([*gains, KeptGain(str(new_id()), "", (added,))])
    return to_json([
        KeptGain(each.id, each.label, (*each.figures, added)) if each is home else each for each in gains
    ])  # fmt: skip


def without_figure(gains: Sequence[KeptGain], gain_id: str, place: int) -> Saved:
    """Count a figure no more; a gain without figures goes with it."""
    left = []
    for each in gains:
        if each.id == gain_id:
            figures = (*each.figures[:place], *each.figures[place + 1 :])
            left += [KeptGain(each.id, each.label, figures)] if figures else []
        else:
            left.append(each)
    return to_json(left)


def without_gain(gains: Sequence[KeptGain], gain_id: str) -> Saved:
    """Count a whole gain no more."""
    return to_json([each for each in gains if each.id != gain_id])


def read_as(gains: Sequence[KeptGain], gain_id: str, place: int, unit: Unit, rhythm: Rhythm | None) -> Saved:
    """Read a figure in another way of its family: a day or each time, a month or a year. The number stays theirs."""
    changed = []
    for each in gains:
        figures = list(each.figures)
        if each.id == gain_id and (unit, rhythm) in rules.readings(figures[place].unit):
            former = figures[place]
            figures[place] = KeptFigure(former.verbatim_id, former.words, former.value, unit, rhythm, former.figure)
        changed.append(KeptGain(each.id, each.label, tuple(figures)))
    return to_json(changed)


def to_json(gains: Iterable[KeptGain]) -> Saved:
    """As it is saved: numbers as text, so that no digit is lost."""
    return {"gains": [
        {
            "id": gain.id,
            "label": gain.label,
            "figures": [
                {
                    "verbatim": str(each.verbatim_id),
                    "words": each.words,
                    "value": f"{each.value:f}",
                    "unit": each.unit.value,
                    "rhythm": each.rhythm.value if each.rhythm else None,
                }
                for each in gain.figures
            ],
        }
        for gain in gains
    ]}  # fmt: skip


def _home_of(gains: Sequence[KeptGain], figure: Figure) -> KeptGain | None:
    """The first gain that waits for such a figure; heads and shares also go to a gain that is whole already."""
    free = figure.family in (Family.PEOPLE, Family.SHARE)
    for each in gains:
        waiting = each.missing in (Missing.MONEY, Missing.TIME, Missing.RHYTHM)
        if (waiting or free) and rules.missing((*each.said, figure)) not in (Missing.TWICE, Missing.FOR_WHAT):
            return each
    return None


@lru_cache(maxsize=512)
def _found(quote: Quote) -> tuple[SaidFigure, ...]:
    return find_figures(quote.text, quote.said_on)


def _figure(said: SaidFigure, quote: Quote) -> Figure:
    return Figure(said.value, said.unit, said.rhythm, said.words, quote.speaker, quote.said_on)


def _beside(stated: StatedNeed, quote: Quote, budget: Decimal | None) -> list[SaidFigure]:
    """The amount and the figure of a need, where its words say them."""
    need, found = stated.need, []
    if need.amount is not None and need.amount > 0 and need.amount != budget:
        found.append(sum_in(quote.text, need.amount, quote.said_on))
    if need.figure.strip() and (place := quote.text.find(need.figure.strip())) >= 0:
        figure = figure_of(need.figure.strip(), quote.said_on)
        if figure is not None:
            found.append(SaidFigure(figure.words, place + figure.start, place + figure.end, figure.value,
                                    figure.unit, figure.rhythm))  # fmt: skip
    return [each for each in found if each is not None]


def _overlap(
    said: SaidFigure, verbatim_id: uuid.UUID, key: tuple[uuid.UUID, int], other: OfferedFigure, quote: Quote
) -> bool:
    return key[0] == verbatim_id and said.start < key[1] + len(other.figure.words) and key[1] < said.end


def _gain(saved: object, quotes: Mapping[uuid.UUID, Quote]) -> KeptGain | None:
    if not isinstance(saved, dict) or not isinstance(saved.get("figures"), list):
        return None
    figures = [_kept_figure(each, quotes) for each in saved["figures"]]
    label = saved.get("label")
    read = tuple(each for each in figures if each is not None)
    return KeptGain(str(saved.get("id", "")), label if isinstance(label, str) else "", read) if read else None


def _kept_figure(saved: object, quotes: Mapping[uuid.UUID, Quote]) -> KeptFigure | None:
    """``None`` for what no version of this program wrote."""
    if not isinstance(saved, dict):
        return None
    try:
        key, words = uuid.UUID(saved["verbatim"]), saved["words"]
        value, unit = Decimal(saved["value"]), Unit(saved["unit"])
        rhythm = Rhythm(saved["rhythm"]) if saved["rhythm"] else None
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation):
        return None
    if not isinstance(words, str) or not words or not value.is_finite() or not 0 < value <= rules.LARGEST:
        return None
    if (unit, rhythm) not in rules.readings(unit):
        return None
    quote = quotes.get(key)
    said = quote is not None and words in quote.text and value in _values(words)
    figure = Figure(value, unit, rhythm, words, quote.speaker, quote.said_on) if said and quote else None
    return KeptFigure(key, words, value, unit, rhythm, figure)


@lru_cache(maxsize=512)
def _values(words: str) -> frozenset[Decimal]:
    return values_in(words)
