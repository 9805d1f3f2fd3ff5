"""What an offer keeps."""

from decimal import Decimal

from desktop.models.catalogue import Offer
from tests.services.proposal_case import NOW


def test_an_offer_is_free_of_charge_at_the_ordinary_rate_until_told_otherwise(session):
    offer = Offer(label="Audit", created_at=NOW)
    session.add(offer)
    session.flush()
    session.expire_all()
    assert (offer.unit_price, offer.vat_rate, offer.archived_at) == (Decimal(0), Decimal(20), None)
    assert (offer.answer, offer.benefit, offer.proof, offer.unit) == ("", "", "", "")
