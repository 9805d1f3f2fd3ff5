"""Totals to the cent, checked against exact fractions."""

from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.catalogue import Billing
from desktop.models.pricing import LARGEST, VAT_RATES, Line, bill, line_net, to_cent, totals

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


billings = st.sampled_from(list(Billing))
choices = st.builds(
    Line,
    label=st.just("x"),
    detail=st.just(""),
    quantity=quantities,
    unit=st.just("h"),
    unit_price=st.decimals(min_value=0, max_value=LARGEST, places=2),
    vat_rate=st.sampled_from(VAT_RATES),
    discount=percents,
    billing=billings,
    optional=st.booleans(),
    chosen=st.booleans(),
)


def test_a_line_that_may_be_left_counts_once_it_is_chosen():
    sold, left = line("100"), replace(line("30"), optional=True)
    assert totals([sold, left]).net == D("100.00")
    assert totals([sold, replace(left, chosen=True)]).net == D("130.00")
    assert not left.counted and replace(left, chosen=True).counted and replace(sold, chosen=True).counted


def test_what_is_asked_once_each_month_and_each_year_is_never_added():
    sold = bill(
        [
            line("1000"),
            replace(line("100", "5.5"), billing=Billing.MONTHLY),
            replace(line("60", "10"), billing=Billing.YEARLY),
            replace(line("500"), billing=Billing.MONTHLY, optional=True),
        ]
    )
    assert [(billing, sums.net, sums.gross) for billing, sums in sold.parts] == [
        (Billing.ONCE, D(1000), D(1200)),
        (Billing.MONTHLY, D(100), D("105.50")),
        (Billing.YEARLY, D(60), D(66)),
    ]
    assert sold.first_year == D(1000 + 1200 + 60)
    assert sold.first_year_gross == D("1200") + 12 * D("105.50") + D(66)


def test_nothing_to_pay_is_no_part():
    assert bill([replace(line("5"), optional=True)]).parts == ()
    assert bill([line("0")]).parts == ((Billing.ONCE, totals([line("0")])),)


def test_the_largest_amounts_keep_their_cents():
    sums = totals([line(str(LARGEST)), line("0.01", "5.5")])
    assert (sums.net, sums.gross) == (D("100000000.00"), D("120000000.00"))


@given(st.lists(choices, max_size=12), st.booleans())
def test_the_parts_of_a_bill_hold_every_counted_line_once(many: list[Line], exempt: bool):
    sold = bill(many, exempt)
    counted = [one for one in many if one.counted]
    assert sum((sums.net for _billing, sums in sold.parts), D(0)) == totals(counted, exempt).net
    assert {billing for billing, _sums in sold.parts} == {one.billing for one in counted}
    for billing, sums in sold.parts:
        own = [one for one in counted if one.billing is billing]
        assert sums == totals(own, exempt)
        assert {rate for rate, *_rest in sums.vat} == (set() if exempt else {one.vat_rate for one in own})
        if exempt:
            assert sums.gross == sums.net


@given(choices)
def test_a_discount_comes_before_vat_whatever_the_amount(one: Line):
    net, gross = totals([replace(one, optional=False)]).net, totals([replace(one, optional=False)]).gross
    assert Fraction(net) == exact_net(one)
    assert Fraction(gross) == Fraction(net) + cents(Fraction(net) * Fraction(one.vat_rate) / 100)


@given(st.lists(choices, max_size=8))
def test_a_line_left_out_changes_no_total(many: list[Line]):
    assert bill(many) == bill([one for one in many if one.counted])
