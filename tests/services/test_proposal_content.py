"""The shape that services compose and documents print."""

from dataclasses import FrozenInstanceError, replace
from decimal import Decimal

import pytest

from tests.documents.cases import CLAIRE, EQUIP, SELLER, START


def test_page_one_shows_the_recommended_option():
    assert CLAIRE.recommended is EQUIP


def test_the_only_option_needs_no_recommendation():
    assert replace(CLAIRE, options=(START,)).recommended is START


def test_several_options_without_a_recommendation_have_none():
    assert replace(CLAIRE, options=(START, START)).recommended is None
    assert replace(CLAIRE, options=()).recommended is None


def test_totals_follow_the_seller_s_vat():
    assert CLAIRE.totals(EQUIP).gross == Decimal("16080.00")
    assert replace(CLAIRE, seller=replace(SELLER, vat_exempt=True)).totals(EQUIP).gross == Decimal("13400.00")


def test_content_cannot_be_changed_once_composed():
    with pytest.raises(FrozenInstanceError):
        CLAIRE.title = "x"
    assert hash(CLAIRE) == hash(replace(CLAIRE))
