"""What a conversation finds there before it begins, as services take it."""

import pytest
from pydantic import ValidationError

from desktop.services.conversation_setting import ClosureForm, OfferForm, SellerForm


def test_a_closure_is_kept_as_the_settings_keep_it():
    closure = ClosureForm.model_validate({"name": "Year end", "first": "12-24", "last": "01-01"})
    seller = SellerForm.model_validate({"name": "Nord", "closures": [closure.model_dump()]})
    assert seller.columns["closures"] == [{"from": "12-24", "to": "01-01", "name": "Year end"}]
    assert seller.columns["name"] == "Nord"


@pytest.mark.parametrize("day", ["24-12", "13-01", "2-30", "12/24"])
def test_a_day_of_the_year_is_a_month_and_a_day(day: str):
    with pytest.raises(ValidationError):
        ClosureForm.model_validate({"name": "Year end", "first": day, "last": "01-01"})


def test_an_offer_is_sold_once_unless_it_says_otherwise():
    offer = OfferForm.model_validate({"label": "Audit", "need_kinds": ["stake"], "step": True})
    assert (offer.billing, offer.step, offer.lead_days) == ("once", True, 0)
    with pytest.raises(ValidationError):
        OfferForm.model_validate({"label": "Audit", "need_kinds": ["price"]})
