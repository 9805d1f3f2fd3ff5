"""Totals to the cent, checked against exact fractions."""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.pricing import VAT_RATES, Line, line_net, to_cent, totals

D = Decimal
euros = st.decimals(min_value=-(10**7), max_value=10**7, places=4, allow_nan=False, allow_infinity=False)
quantities = st.decimals(min_value=0, max_value=10**5, places=3, allow_nan=False, allow_infinity=False)
percents = st.decimals(min_value=0, max_value=100, places=3, allow_nan=False, allow_infinity=False)
lines = st.builds(
    Line, st.just("x"), st.just(""), quantities, st.just("h"), euros, st.sampled_from(VAT_RATES), percents
)  # fmt: skip


def line(price: str, rate: str = "20", quantity: str = "1", discount: str = "0") -> Line:
    return Line("x", "", D(quantity), "u", D(price), D(rate), D(discount))


def cents(amount: Fraction) -> Fraction:
    """Half a cent away from zero, in exact arithmetic."""
    scaled = abs(amount) * 100
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole, 100) * (1 if amount >= 0 else -1)


def exact_net(one: Line) -> Fraction:
    share = 1 - Fraction(one.discount) / 100
    return cents(Fraction(one.quantity) * Fraction(one.unit_price) * share)


def test_half_a_cent_goes_up():
    assert [to_cent(D(x)) for x in ("0.005", "0.015", "2.675", "-0.005")] == [
        D("0.01"),
        D("0.02"),
        D("2.68"),
        D("-0.01"),
    ]


def test_vat_is_computed_on_the_sum_of_a_rate_not_line_by_line():
    # Line by line: 3 × 0.07 × 20 % = 3 × 0.01 = 0.03; on the sum, 0.21 × 20 % = 0.042.
    assert totals([line("0.07")] * 3).vat == ((D(20), D("0.21"), D("0.04")),)


def test_discount_comes_before_vat():
    assert line_net(line("100", discount="12.5", quantity="3")) == D("262.50")
    assert totals([line("100", discount="12.5", quantity="3")]).gross == D("315.00")


def test_each_rate_has_its_base_highest_first():
    sums = totals([line("100", "5.5"), line("200", "20"), line("50", "5.50"), line("10", "0"), line("30", "2.1")])
    assert sums.vat == (
        (D(20), D("200.00"), D("40.00")),
        (D("5.5"), D("150.00"), D("8.25")),
        (D("2.1"), D("30.00"), D("0.63")),
        (D(0), D("10.00"), D("0.00")),
    )
    assert (sums.net, sums.gross) == (D("390.00"), D("438.88"))


def test_a_seller_without_vat_charges_none():
    assert totals([line("100")], vat_exempt=True) == totals([line("100", "0")], vat_exempt=True)
    assert totals([line("100")], vat_exempt=True).gross == D("100.00")


def test_no_line_costs_nothing():
    assert totals([]) == totals([], vat_exempt=True)
    assert str(totals([]).gross) == "0.00"


@given(lines)
def test_a_line_is_exact(one: Line):
    assert Fraction(line_net(one)) == exact_net(one)


@given(st.lists(lines, max_size=12))
def test_totals_are_exact_and_add_up(many: list[Line]):
    sums = totals(many)
    assert Fraction(sums.net) == sum((exact_net(one) for one in many), Fraction(0))
    for rate, base, amount in sums.vat:
        assert Fraction(base) == sum((exact_net(one) for one in many if one.vat_rate == rate), Fraction(0))
        assert Fraction(amount) == cents(Fraction(base) * Fraction(rate) / 100)
    assert sums.gross == sums.net + sum((amount for *_rest, amount in sums.vat), D(0))
    assert {rate for rate, *_rest in sums.vat} == {one.vat_rate for one in many}


@given(st.lists(lines, max_size=8), st.randoms())
def test_the_order_of_lines_changes_nothing(many: list[Line], random):
    shuffled = list(many)
    random.shuffle(shuffled)
    assert totals(shuffled) == totals(many)


@given(lines)
def test_the_surrounding_decimal_context_changes_nothing(one: Line):
    expected = totals([one])
    with localcontext() as context:
        context.prec, context.rounding = 6, ROUND_HALF_EVEN
        assert totals([one]) == expected
