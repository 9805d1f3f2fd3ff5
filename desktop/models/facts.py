"""Figures and dates in a prospect's words, to be offered and never applied: better missed than invented."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.models import spoken_deadlines, spoken_figures
from desktop.models.spoken_dates import periods
from desktop.models.spoken_numbers import folded


class FactKind(StrEnum):
    MONEY = "money"
    DEADLINE = "deadline"
    TIME = "time"
    """Time that comes again or is lost: "deux jours par semaine"."""
    PEOPLE = "people"
    PERCENT = "percent"


@dataclass(frozen=True)
class Fact:
    """A figure or a date; ``words`` are ``text[start:end]``, as they were typed.

    A figure has ``low`` and ``high``, equal when it is one number, one of them missing after "under" or "at least".
    A deadline has ``due_on``, the latest day meant, and ``from_on``, the earliest; "not before" has no ``due_on``.
    """

    kind: FactKind
    words: str
    start: int
    end: int
    low: Decimal | None = None
    high: Decimal | None = None
    currency: str = ""
    """``EUR``, ``GBP`` or ``USD``; "" when it is no sum."""
    spendable: bool = False
    """A sum that reads as what they could spend, not as what they earn, lose, or were quoted by somebody else."""
    from_on: date | None = None
    due_on: date | None = None

    @property
    def value(self) -> Decimal | None:
        """The one number to keep: the low bound when there is one, which flatters nobody."""
        return self.low if self.low is not None else self.high


def find_facts(text: str, today: date) -> tuple[Fact, ...]:
    """What is recognised in ``text``, in its order. No two facts overlap: the longer one wins."""
    kept: list[Fact] = []
    for fact in sorted(_all(folded(text), today), key=lambda each: (each.start - each.end, each.start)):
        if all(fact.end <= other.start or fact.start >= other.end for other in kept):
            kept.append(replace(fact, words=text[fact.start : fact.end]))
    return tuple(sorted(kept, key=lambda each: each.start))


def _all(plain: str, today: date) -> Iterator[Fact]:
    for kind, figures in (
        (FactKind.MONEY, spoken_figures.money),
        (FactKind.TIME, spoken_figures.times),
        (FactKind.PEOPLE, spoken_figures.people),
        (FactKind.PERCENT, spoken_figures.percents),
    ):
        for found in figures(plain):
            yield Fact(kind, "", found.start, found.end, found.low, found.high, found.currency, found.spendable)
    for deadline in spoken_deadlines.deadlines(plain, today):
        yield Fact(
            FactKind.DEADLINE, "", deadline.start, deadline.end, from_on=deadline.from_on, due_on=deadline.due_on
        )


LARGEST = Decimal(10) ** 9


def read_sum(text: str) -> Decimal | None:
    """The euros typed in a field: "15 000", "15 k€", "quinze mille"; ``None`` for anything else."""
    plain = folded(text.strip())
    for written in (plain, f"{plain} €") if plain[-1:].isalnum() and plain[:1] not in "£$€" else (plain,):
        for found in spoken_figures.money(written):
            whole = (found.start, found.end) == (0, len(written))
            exact = found.low is not None and found.low == found.high and found.low <= LARGEST
            if whole and exact and found.currency == "EUR":
                return found.low
    return None


def read_day(text: str, today: date) -> date | None:
    """The day typed in a field: "29/01/2027", "fin janvier", "15 mars", "dans trois mois"; ``None`` otherwise."""
    plain = folded(text.strip())
    whole = [each.last for each in periods(plain, today) if (each.start, each.end) == (0, len(plain))]
    return whole[0] if whole else None
