"""What an option costs. Sums are legal statements: exact, and rounded as a French invoice is, half a cent up."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

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
    """Add the lines up; VAT is computed once a rate, on the sum of the lines at that rate, never line by line.

    ``vat_exempt`` is the seller's "franchise en base" (art. 293 B du CGI): no VAT whatever the lines say.
    """
    with localcontext(_EXACT):
        bases: dict[Decimal, Decimal] = {}
        for line in lines:
            bases[line.vat_rate] = bases.get(line.vat_rate, _ZERO) + line_net(line)
        net = sum(bases.values(), _ZERO)
        if vat_exempt:
            return Totals(net, (), net)
        vat = tuple((rate, bases[rate], to_cent(bases[rate] * rate / 100)) for rate in sorted(bases, reverse=True))
        return Totals(net, vat, net + sum((amount for _rate, _base, amount in vat), _ZERO))
