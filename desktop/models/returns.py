"""What the customer earns, counted from their own figures and nothing else.

A gain is a product of figures they gave: "a day a week" × "two reps" × "350 euros a day". What is missing is said and
never made up; conventions (how many weeks are worked in a year) are printed beside. Every rounding is against us.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from desktop.models.pricing import MONTHS, Line, bill

WEEKS = 46
"""Worked in a year: 52, less five of leave and the public holidays."""
DAYS_A_WEEK = 5
HOURS_A_DAY = 7
"""Of the legal French week of 35 hours."""
LONGEST = 120
"""Months: what takes longer than ten years to earn back is not said to be earned back."""
LARGEST = Decimal(99_999_999)
"""Euros a year: above, a figure was misread, and no document is laid out for it."""


class Unit(StrEnum):
    """What a figure counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    THINGS = "things"
    PEOPLE = "people"
    EUROS = "euros"
    EUROS_AN_HOUR = "euros_an_hour"
    EUROS_A_DAY = "euros_a_day"
    PERCENT = "percent"


class Rhythm(StrEnum):
    """How often it comes again."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Family(StrEnum):
    """What a figure is in a product, where each stands at most once."""

    TIME = "time"
    THINGS = "things"
    PEOPLE = "people"
    MONEY = "money"
    SHARE = "share"


class Missing(StrEnum):
    """Why figures make no gain yet."""

    MONEY = "money"
    """No sum: what an hour, a day or a time costs."""
    TIME = "time"
    """A cost an hour or a day, and no time lost."""
    FOR_WHAT = "for_what"
    """Time, and a sum that is not said to be for an hour or a day."""
    RHYTHM = "rhythm"
    """How often it comes again."""
    TWICE = "twice"
    """Two figures of the same family, or two rhythms: which one counts is not for us to say."""


TIMES_A_YEAR = {
    Rhythm.DAY: WEEKS * DAYS_A_WEEK,
    Rhythm.WEEK: WEEKS,
    Rhythm.MONTH: 12,
    Rhythm.QUARTER: 4,
    Rhythm.YEAR: 1,
}
FAMILIES = {
    Unit.MINUTES: Family.TIME,
    Unit.HOURS: Family.TIME,
    Unit.DAYS: Family.TIME,
    Unit.THINGS: Family.THINGS,
    Unit.PEOPLE: Family.PEOPLE,
    Unit.EUROS: Family.MONEY,
    Unit.EUROS_AN_HOUR: Family.MONEY,
    Unit.EUROS_A_DAY: Family.MONEY,
    Unit.PERCENT: Family.SHARE,
}
_HOURS = {Unit.MINUTES: Fraction(1, 60), Unit.HOURS: Fraction(1), Unit.DAYS: Fraction(HOURS_A_DAY)}
_PAID = {Unit.EUROS_AN_HOUR: Fraction(1), Unit.EUROS_A_DAY: Fraction(HOURS_A_DAY)}
"""Hours that a sum is for."""

Reading = tuple[Unit, Rhythm | None]


def readings(unit: Unit) -> tuple[Reading, ...]:
    """The other ways to read a figure of this family, its value as it is; ``None`` is "each time"."""
    again: tuple[Rhythm | None, ...] = (*Rhythm, None)
    match FAMILIES[unit]:
        case Family.TIME | Family.THINGS:
            return tuple((unit, rhythm) for rhythm in again)
        case Family.MONEY:
            paid: tuple[Reading, ...] = ((Unit.EUROS_AN_HOUR, None), (Unit.EUROS_A_DAY, None))
            return paid + tuple((Unit.EUROS, rhythm) for rhythm in again)
        case _:
            return ((unit, None),)


@dataclass(frozen=True)
class Figure:
    """One figure that the customer gave: ``words`` are theirs, as they said them, ``value`` what they mean."""

    value: Decimal
    unit: Unit
    rhythm: Rhythm | None
    words: str
    speaker: str
    said_on: date

    @property
    def family(self) -> Family:
        return FAMILIES[self.unit]


@dataclass(frozen=True)
class Gain:
    """One thing won: whole euros a year, rounded down. ``label`` says what, and may be empty."""

    label: str
    figures: tuple[Figure, ...]
    a_year: Decimal


@dataclass(frozen=True)
class Cost:
    """What an option costs, in euros: once, and again each year."""

    once: Decimal
    yearly: Decimal

    @property
    def first_year(self) -> Decimal:
        return self.once + self.yearly


@dataclass(frozen=True)
class Returns:
    """What is won each year, the cost of an option over the first year, and when it is earned back."""

    gains: tuple[Gain, ...]
    cost: Decimal
    """As headlines give prices: before VAT, or with it for a private person."""
    yearly: Decimal = Decimal(0)
    """The part of ``cost`` that is asked again each year."""
    months: int | None = None
    """Until the gain equals what was paid, rounded up; ``None`` when that takes more than ten years."""
    option: str = ""
    """The name of the option that is counted."""
    with_vat: bool = False

    @property
    def gain_a_year(self) -> Decimal:
        return sum((gain.a_year for gain in self.gains), Decimal(0))

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for gain in self.gains for figure in gain.figures)

    @property
    def counts_weeks(self) -> bool:
        """Whether the convention about worked weeks was used."""
        return any(figure.rhythm in (Rhythm.DAY, Rhythm.WEEK) for figure in self.figures)

    @property
    def counts_days(self) -> bool:
        """Whether the convention about worked days in a week was used."""
        return any(figure.rhythm is Rhythm.DAY for figure in self.figures)

    @property
    def counts_hours(self) -> bool:
        """Whether the convention about hours in a day was used: time in one unit, its cost in the other."""
        return any(_converts(gain.figures) for gain in self.gains)


def missing(figures: Sequence[Figure]) -> Missing | None:
    """Why these figures make no gain; ``None`` when they make one."""
    families = [figure.family for figure in figures]
    rhythms = [figure for figure in figures if figure.rhythm is not None]
    if len(set(families)) < len(families) or len(rhythms) > 1:
        return Missing.TWICE
    money = next((figure for figure in figures if figure.family is Family.MONEY), None)
    if money is None:
        return Missing.MONEY
    timed = Family.TIME in families
    if money.unit in _PAID and not timed:
        return Missing.TIME
    if timed and money.unit not in _PAID:
        return Missing.FOR_WHAT
    return None if rhythms else Missing.RHYTHM


def gain_a_year(figures: Sequence[Figure]) -> Decimal | None:
    """The whole euros a year that these figures make, rounded down; ``None`` when one is missing, or it is nothing."""
    if not figures or missing(figures) is not None:
        return None
    product = Fraction(1)
    for figure in figures:
        product *= Fraction(figure.value)
        if figure.rhythm is not None:
            product *= TIMES_A_YEAR[figure.rhythm]
        if figure.unit is Unit.PERCENT:
            product /= 100
        product *= _HOURS.get(figure.unit, 1)
        product /= _PAID.get(figure.unit, 1)
    euros = Decimal(floor(product))
    return euros if 0 < euros <= LARGEST else None


def cost_of(lines: Iterable[Line], *, vat_exempt: bool = False, with_vat: bool = False) -> Cost | None:
    """What is asked for, lines that are not chosen left out; ``None`` when that is nothing."""
    asked = bill(lines, vat_exempt)
    once, monthly, yearly = (
        total.gross if with_vat else total.net for total in (asked.once, asked.monthly, asked.yearly)
    )
    cost = Cost(once, MONTHS * monthly + yearly)
    return cost if cost.once >= 0 and cost.yearly >= 0 and cost.first_year > 0 else None


def months_to_earn_back(gain: Decimal, cost: Cost) -> int | None:
    """Months until the gain equals the cost, a year of what comes again being paid at its beginning; rounded up."""
    if gain <= 0:
        return None
    won, once, again = Fraction(gain), Fraction(cost.once), Fraction(cost.yearly)
    years = max(1, ceil(once / (won - again))) if won > again else 1
    paid = once + again * years
    months = ceil(12 * paid / won)
    return months if months <= min(12 * years, LONGEST) else None


def returns(gains: Sequence[Gain], cost: Cost | None, option: str = "", *, with_vat: bool = False) -> Returns | None:
    """The return of one option; ``None`` without a gain, or when the cost is not known."""
    if not gains or cost is None:
        return None
    won = sum((gain.a_year for gain in gains), Decimal(0))
    months = months_to_earn_back(won, cost)
    return Returns(tuple(gains), cost.first_year, cost.yearly, months, option, with_vat)


def _converts(figures: Sequence[Figure]) -> bool:
    time = next((figure for figure in figures if figure.family is Family.TIME), None)
    money = next((figure for figure in figures if figure.unit in _PAID), None)
    return time is not None and money is not None and (time.unit is Unit.DAYS) != (money.unit is Unit.EUROS_A_DAY)
