"""What the figures and dates of a verbatim could fill in. They are offered: the rep alone decides, nothing is guessed.

An offer is about the prospect (amount, date), about a criterion of the call (its level), or about a need.
"""

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy.orm import Session

from desktop.i18n import _, current
from desktop.models.calls import Answer, Entry, Verbatim, as_answer
from desktop.models.facts import Fact, FactKind, find_facts
from desktop.models.grids import Criterion
from desktop.models.prospects import Prospect
from desktop.models.spoken_dates import months_later
from desktop.services import prospects
from desktop.services.grids import CriterionRow, GridSheet
from desktop.services.needs import StatedNeed

BUDGET = "budget"
"""The key of the criterion that an amount speaks about, in every shipped grid that has one."""
QUOTED_LEVEL = 2
"""What a sum said by the prospect is worth: quoted, not approved. Approving is more than saying."""


class OfferKind(StrEnum):
    AMOUNT = "amount"
    DUE = "due"
    LEVEL = "level"


@dataclass(frozen=True)
class Offer:
    """One thing that could be filled in: ``after`` in the place of ``before``."""

    kind: OfferKind
    words: str
    """What the rep reads: "Amount: €15,000"."""
    said: str
    """What the prospect said of it: "15 k€"."""
    prospect_id: uuid.UUID
    call_id: uuid.UUID
    criterion: str
    """Its key, for a level."""
    before: Decimal | date | Answer | None
    after: Decimal | date | Answer


@dataclass(frozen=True)
class NeedOffer:
    """A value for one column of a need: ``amount``, ``due_on`` or ``figure``."""

    field: str
    words: str
    said: str
    value: Decimal | date | str


def offers(entry: Entry, call_sheet: GridSheet, prospect: Prospect, today: date) -> tuple[Offer, ...]:
    """What the figures of one verbatim could change, what is so already left out. The first of each kind counts."""
    if not isinstance(entry, Verbatim):
        return ()
    facts = find_facts(entry.words, today)
    amount, due = _first_amount(facts), _first_due(facts)
    found = [
        *_amount_offers(prospect, entry.call_id, call_sheet, amount),
        *_due_offers(prospect, entry.call_id, call_sheet, due, today),
    ]
    return tuple(sorted(found, key=lambda each: each.kind is OfferKind.LEVEL))


def accept(session: Session, offer: Offer, *, at: datetime) -> None:
    """Fill in what is offered, except a level: that is a score like another. Idempotent."""
    _fill(session, offer, offer.after, at)


def revert(session: Session, offer: Offer, *, at: datetime) -> None:
    """Put back what there was. Idempotent."""
    _fill(session, offer, offer.before, at)


def for_need(stated: StatedNeed, today: date) -> tuple[NeedOffer, ...]:
    """What the words of a need could fill in of it; the first value of each column counts."""
    facts = [fact for verbatim in stated.verbatims for fact in find_facts(verbatim.words, today)]
    found: dict[str, NeedOffer] = {}
    for fact in facts:
        offer = _need_offer(fact)
        if offer is not None and getattr(stated.need, offer.field) != offer.value:
            found.setdefault(offer.field, offer)
    return tuple(found.values())


def level_for(criterion: Criterion, first: date, last: date, today: date) -> int | None:
    """The level whose own text ("3 to 6 months", "this month") says when, for a date between ``first`` and ``last``.

    ``None`` when its levels speak of no delay, or when both ends of the period do not fall in the same level.
    """
    windows = {level: _window(text, today) for level, text in enumerate(criterion.levels)}
    known = {level: window for level, window in windows.items() if window is not None}
    if len(known) < 2:
        return None
    levels = {_level_on(known, day) for day in (max(first, today), last)}
    return levels.pop() if len(levels) == 1 else None


def _fill(session: Session, offer: Offer, value: Decimal | date | Answer | None, at: datetime) -> None:
    match offer.kind:
        case OfferKind.AMOUNT:
            prospects.update_prospect(session, offer.prospect_id, now=at, amount=value)
        case OfferKind.DUE:
            prospects.update_prospect(session, offer.prospect_id, now=at, expected_on=value)
        case OfferKind.LEVEL:
            raise ValueError("a level is scored, by the one way there is to score")


def _first_amount(facts: Iterable[Fact]) -> Fact | None:
    """Amounts are kept in euros: another currency is for the rep to convert."""
    return next((fact for fact in facts if fact.spendable and fact.currency == "EUR"), None)


def _first_due(facts: Iterable[Fact]) -> Fact | None:
    return next((fact for fact in facts if fact.due_on is not None), None)


def _amount_offers(prospect: Prospect, call_id: uuid.UUID, sheet: GridSheet, fact: Fact | None) -> list[Offer]:
    value = fact.value if fact else None
    if fact is None or value is None:
        return []
    found = []
    if prospect.amount != value:
        words = amount_words(value)
        found.append(Offer(OfferKind.AMOUNT, words, fact.words, prospect.id, call_id, "", prospect.amount, value))
    row = next((row for row in sheet.rows if row.criterion.key == BUDGET), None)
    # More than quoted may be known already: what is said again does not lower it.
    if row is not None and (not isinstance(row.answer, int) or row.answer < QUOTED_LEVEL):
        found.append(_level_offer(prospect, call_id, row, QUOTED_LEVEL, fact))
    return found


def _due_offers(
    prospect: Prospect, call_id: uuid.UUID, sheet: GridSheet, fact: Fact | None, today: date
) -> list[Offer]:
    if fact is None or fact.due_on is None:
        return []
    found = []
    if prospect.expected_on != fact.due_on:
        words, before = due_words(fact.due_on), prospect.expected_on
        found.append(Offer(OfferKind.DUE, words, fact.words, prospect.id, call_id, "", before, fact.due_on))
    for row in sheet.rows:
        level = level_for(row.criterion, fact.from_on or fact.due_on, fact.due_on, today)
        if level is not None and row.answer != level:
            found.append(_level_offer(prospect, call_id, row, level, fact))
    return found


def _level_offer(prospect: Prospect, call_id: uuid.UUID, row: CriterionRow, level: int, fact: Fact) -> Offer:
    words = _("{criterion}: {mark}").format(criterion=row.criterion.name, mark=level)
    key, after = row.criterion.key, as_answer(level)
    return Offer(OfferKind.LEVEL, words, fact.words, prospect.id, call_id, key, row.answer, after)


def _need_offer(fact: Fact) -> NeedOffer | None:
    if fact.kind is FactKind.MONEY:
        value = fact.value
        if value is None or fact.currency != "EUR":
            return None
        return NeedOffer("amount", amount_words(value), fact.words, value)
    if fact.kind is FactKind.DEADLINE:
        return NeedOffer("due_on", due_words(fact.due_on), fact.words, fact.due_on) if fact.due_on else None
    return NeedOffer("figure", _("Figure: {words}").format(words=fact.words), fact.words, fact.words)


def amount_words(value: Decimal) -> str:
    """``Amount: €15,000``."""
    return _("Amount: {amount}").format(amount=current().money(value, cents=value != int(value)))


def due_words(day: date) -> str:
    """``Deadline: 29 January 2027``."""
    return _("Deadline: {date}").format(date=current().date(day))


Window = tuple[date, date]
"""The first day of a delay, and the first one after it."""

_RANGE = re.compile(r"(\d+) (?:à|to|and) (\d+) (?:mois|months)")
_UNDER = re.compile(r"(?:moins de|dans les|under|less than|within) (\d+) (?:mois|months)")
_OVER = re.compile(r"(?:plus de|over|more than) (\d+) (?:mois|months)")
_YEAR = re.compile(r"dans l[’']année|within (?:the|a) year")
_MONTH = re.compile(r"ce mois|this month")


def _window(text: str, today: date) -> Window | None:
    """The delay that the text of a level speaks about, if it does."""
    plain = text.lower()
    if found := _RANGE.search(plain):
        return months_later(today, int(found[1])), months_later(today, int(found[2]))
    if found := _UNDER.search(plain):
        return today, months_later(today, int(found[1]))
    if found := _OVER.search(plain):
        return months_later(today, int(found[1])), date.max
    if _YEAR.search(plain):
        return today, months_later(today, 12)
    if _MONTH.search(plain):
        return today, months_later(today.replace(day=1), 1)
    return None


def _level_on(windows: dict[int, Window], day: date) -> int | None:
    """The level of the narrowest delay that holds ``day``."""
    holding = [(end - start, level) for level, (start, end) in windows.items() if start <= day < end]
    return min(holding)[1] if holding else None
