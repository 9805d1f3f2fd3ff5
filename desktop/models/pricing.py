"""What an option costs. Sums are legal statements: exact, and rounded as a French invoice is, half a cent up."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from desktop.models.catalogue import Billing

LARGEST = Decimal("99999999.99")
"""Euros: the largest amount that a document is laid out for."""
MONTHS = 12
"""In the year that a monthly price is counted for, wherever two prices are compared."""

VAT_RATES = (Decimal(20), Decimal(10), Decimal("5.5"), Decimal("2.1"), Decimal(0))
"""French VAT rates, in percent, the ordinary one first."""

CENT = Decimal("0.01")
_ZERO = Decimal("0.00")

# The default 28 digits would round a product before it is rounded to the cent, hence twice.
_EXACT = Context(prec=200, rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Line:
    """One priced line: ``unit_price`` in euros before VAT, ``vat_rate`` and ``discount`` in percent."""

    label: str
    detail: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    vat_rate: Decimal
    discount: Decimal = Decimal(0)
    billing: Billing = Billing.ONCE
    optional: bool = False
    chosen: bool = False
    """For an optional line: counted once the customer takes it."""

    @property
    def counted(self) -> bool:
        """Whether it is part of what is asked for."""
        return self.chosen or not self.optional


@dataclass(frozen=True)
class Totals:
    """Euros, to the cent. ``vat`` holds one ``(rate, base, amount)`` a rate, highest rate first."""

    net: Decimal
    vat: tuple[tuple[Decimal, Decimal, Decimal], ...]
    gross: Decimal


def to_cent(amount: Decimal) -> Decimal:
    """``amount`` rounded to the cent, half a cent away from zero."""
    with localcontext(_EXACT):
        return amount.quantize(CENT)


def line_net(line: Line) -> Decimal:
    """The line before VAT, discount deducted, to the cent: what is printed on it, and what the totals add up."""
    with localcontext(_EXACT):
        return to_cent(line.quantity * line.unit_price * (100 - line.discount) / 100)


def totals(lines: Iterable[Line], vat_exempt: bool = False) -> Totals:
    """Add the counted lines up; VAT is computed once a rate, on the sum of the lines at that rate, never line by line.

    ``vat_exempt`` is the seller's "franchise en base" (art. 293 B du CGI): no VAT whatever the lines say. An optional
    line that nobody chose is left out. Lines of several billings are added as they come: see ``bill``.
    """
    with localcontext(_EXACT):
        bases: dict[Decimal, Decimal] = {}
        for line in lines:
            if line.counted:
                bases[line.vat_rate] = bases.get(line.vat_rate, _ZERO) + line_net(line)
        net = sum(bases.values(), _ZERO)
        if vat_exempt:
            return Totals(net, (), net)
        vat = tuple((rate, bases[rate], to_cent(bases[rate] * rate / 100)) for rate in sorted(bases, reverse=True))
        return Totals(net, vat, net + sum((amount for _rate, _base, amount in vat), _ZERO))


@dataclass(frozen=True)
class Bill:
    """What is asked once, every month and every year: three sums that are never added into one."""

    once: Totals
    monthly: Totals
    yearly: Totals
    billings: tuple[Billing, ...]
    """Those that a counted line asks for, the one-off first."""

    def of(self, billing: Billing) -> Totals:
        """The sum asked at that pace."""
        return {Billing.ONCE: self.once, Billing.MONTHLY: self.monthly, Billing.YEARLY: self.yearly}[billing]

    @property
    def parts(self) -> tuple[tuple[Billing, Totals], ...]:
        """What there is to pay, the one-off first; empty without any counted line."""
        return tuple((billing, self.of(billing)) for billing in self.billings)

    @property
    def first_year(self) -> Decimal:
        """Euros before VAT of a first year: what two options are compared by, and what a budget is held against.

        A customer's envelope is that of a year: a subscription weighs all it costs in one, and no more.
        """
        return self.once.net + MONTHS * self.monthly.net + self.yearly.net

    @property
    def first_year_gross(self) -> Decimal:
        """The same including VAT: what a private person's budget is held against."""
        return self.once.gross + MONTHS * self.monthly.gross + self.yearly.gross


def bill(lines: Iterable[Line], vat_exempt: bool = False) -> Bill:
    """The totals of some lines by how often they are asked, each with its own VAT by rate."""
    counted = [line for line in lines if line.counted]
    once, monthly, yearly = (
        totals((line for line in counted if line.billing is billing), vat_exempt) for billing in Billing
    )
    present = {line.billing for line in counted}
    return Bill(once, monthly, yearly, tuple(billing for billing in Billing if billing in present))
