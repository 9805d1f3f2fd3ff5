"""The three doors, against every set of offers tried one by one."""

import itertools
import random
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.catalogue import Billing
from desktop.models.doors import Bid, Doors, Way, first_year, three_doors, weight

D = Decimal


def bid(price: str | int, *covers: int, step: bool = False) -> Bid:
    return Bid(D(price), frozenset(covers), step)


def exhaustive(offers: list[Bid], needs: int, budget: Decimal | None) -> Doors:
    """The same rule, said the long way: every set of offers that may answer is priced and ranked."""
    answers = [place for place, each in enumerate(offers) if not each.step and each.price >= 0 and each.covers]
    ranked = []
    for size in range(1, len(answers) + 1):
        for places in itertools.combinations(answers, size):
            covers = set().union(*(offers[place].covers for place in places))
            total = sum((offers[place].price for place in places), D(0))
            worth = sum(weight(need, needs) for need in covers)
            ranked.append((-worth, total, size, places, tuple(sorted(covers))))
    whole = min(ranked, default=None)
    inside = min((each for each in ranked if budget is not None and each[1] <= budget), default=None)
    reference = whole[1] if whole else None
    steps = [
        (-sum(weight(need, needs) for need in each.covers), each.price, 1, (place,), tuple(sorted(each.covers)))
        for place, each in enumerate(offers)
        if each.step and each.covers and each.price >= 0
        if (budget is None or each.price <= budget) and (reference is None or each.price < reference)
    ]

    def way(rank):
        if rank is None:
            return None
        return Way(rank[3], rank[4], rank[1], rank[1] - reference if reference is not None else None)

    return Doors(way(inside), way(whole), way(min(steps, default=None)), True)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Bid], int, Decimal | None]:
    """Few distinct prices and needs, so that ties of every sort come up."""
    needs = draw(st.integers(0, 6))
    prices = st.sampled_from([D(0), D(1), D(2), D(3), D("2.50"), D("0.01"), D(100), D(-1)])
    covers = st.frozensets(st.integers(0, needs - 1), max_size=4) if needs else st.just(frozenset())
    offers = draw(st.lists(st.builds(Bid, prices, covers, st.integers(0, 4).map(lambda die: not die)), max_size=9))
    sums = st.lists(st.sampled_from([each.price for each in offers] or [D(0)]), max_size=4).map(
        lambda all_: sum(all_, D(0))
    )
    budget = draw(st.one_of(st.none(), st.just(D(0)), sums, sums.map(lambda exact: exact - D("0.01"))))
    return offers, needs, budget


@settings(max_examples=600, deadline=None)
@given(cases())
def test_the_doors_are_those_that_trying_everything_finds(case):
    assert three_doors(*case) == exhaustive(*case)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_they_are_with_many_links_between_needs_as_well(seed):
    dice = random.Random(seed)
    offers = [
        Bid(D(dice.randrange(1, 400)), frozenset(dice.sample(range(9), dice.randrange(1, 4)))) for _each in range(12)
    ]
    budget = D(dice.randrange(0, 900))
    assert three_doors(offers, 9, budget) == exhaustive(offers, 9, budget)


def test_a_budget_met_to_the_cent_holds_and_a_cent_less_does_not():
    offers = [bid("1000.50", 0), bid("499.50", 1)]
    assert three_doors(offers, 2, D(1500)).budget == Way((0, 1), (0, 1), D(1500), D(0))
    short = three_doors(offers, 2, D("1499.99"))
    assert short.budget == Way((0,), (0,), D("1000.50"), D("-499.50"))
    assert short.whole == Way((0, 1), (0, 1), D(1500), D(0))


def test_a_budget_of_nothing_buys_only_what_is_given():
    assert three_doors([bid(10, 0), bid(0, 1)], 2, D(0)).budget == Way((1,), (1,), D(0), D(-10))
    assert three_doors([bid(10, 0)], 1, D(0)).budget is None


def test_without_a_budget_there_is_no_first_door():
    doors = three_doors([bid(10, 0)], 1, None)
    assert doors.budget is None and doors.whole == Way((0,), (0,), D(10), D(0))


def test_what_covers_nothing_is_never_sold():
    doors = three_doors([bid(0), bid(5), bid(1, step=True)], 3, D(100))
    assert doors == Doors(None, None, None, True)
    assert three_doors([], 0, D(1)) == Doors(None, None, None, True)


def test_two_needs_outweigh_the_first_one_and_the_first_one_any_other():
    offers = [bid(10, 0), bid(10, 1, 2), bid(10, 1)]
    assert three_doors(offers, 3, D(10)).budget.covers == (1, 2)
    assert three_doors([offers[2], offers[0]], 3, D(10)).budget.covers == (0,)


def test_a_tie_goes_to_the_cheaper_then_to_fewer_offers_then_to_the_first_ones():
    assert three_doors([bid(3, 0), bid(2, 0)], 1, None).whole.offers == (1,)
    assert three_doors([bid(1, 0), bid(1, 1), bid(2, 0, 1)], 2, None).whole.offers == (2,)
    assert three_doors([bid(1, 0), bid(1, 0)], 1, None).whole.offers == (0,)


def test_a_step_prepares_an_answer_and_is_none():
    offers = [bid(100, 0, 1), bid(10, 0, 1, step=True), bid(5, 0, step=True)]
    doors = three_doors(offers, 2, D(50))
    assert doors.budget is None and doors.whole.offers == (0,)
    assert doors.step == Way((1,), (0, 1), D(10), D(-90))
    assert three_doors(offers, 2, D(7)).step.offers == (2,)
    assert three_doors([bid(10, 0), bid(10, 0, step=True)], 1, None).step is None, "as dear as the whole is no step"


@pytest.mark.parametrize("billing, year", [(Billing.ONCE, 50), (Billing.MONTHLY, 600), (Billing.YEARLY, 50)])
def test_a_price_is_counted_for_a_year(billing, year):
    assert first_year(D(50), billing) == D(year)


def crowd(needs: int, offers: int, widest: int, seed: int) -> list[Bid]:
    dice = random.Random(seed)
    return [
        Bid(D(dice.randrange(100, 1_000_000)) / 100, frozenset(dice.sample(range(needs), dice.randrange(1, widest))))
        for _each in range(offers)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_sixty_offers_and_twelve_needs_are_solved_exactly(seed):
    offers = crowd(12, 60, 5, seed)
    assert three_doors(offers, 12, D(9000)).exact


def test_past_the_limit_an_honest_answer_still_covers_everything_and_holds_in_the_budget():
    offers = crowd(40, 200, 4, 1)
    started = time.process_time()
    doors = three_doors(offers, 40, D(9000))
    assert time.process_time() - started < 2
    assert not doors.exact
    assert doors.whole.covers == tuple(sorted(frozenset().union(*(each.covers for each in offers))))
    assert doors.budget.total <= 9000 < doors.whole.total
    assert doors == three_doors(offers, 40, D(9000))
