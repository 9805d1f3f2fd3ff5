"""The offers a rep picks from."""

from decimal import Decimal

import pytest

from desktop.errors import UserError
from desktop.models.catalogue import Offer
from desktop.services import catalogue
from tests.services.proposal_case import NOW


def test_an_offer_has_a_name(session):
    with pytest.raises(UserError):
        catalogue.add_offer(session, now=NOW, label="  ")
    key = catalogue.add_offer(session, now=NOW, label=" Audit ", unit_price=Decimal("1100.50"))
    assert session.get_one(Offer, key).label == "Audit"


def test_the_choices_are_by_name_without_the_archived(session):
    later = catalogue.add_offer(session, now=NOW, label="Formation")
    catalogue.add_offer(session, now=NOW, label="Audit")
    assert [offer.label for offer in catalogue.offers(session)] == ["Audit", "Formation"]
    catalogue.archive_offer(session, later, at=NOW)
    session.flush()
    assert [offer.label for offer in catalogue.offers(session)] == ["Audit"]
    catalogue.archive_offer(session, later, at=None)
    session.flush()
    assert len(catalogue.offers(session)) == 2


def test_a_change_gives_back_what_was_there(session):
    key = catalogue.add_offer(session, now=NOW, label="Audit", proof="Roland")
    before = catalogue.update_offer(session, key, label="Bilan", proof="")
    assert before == {"label": "Audit", "proof": "Roland"}
    catalogue.update_offer(session, key, **before)
    assert session.get_one(Offer, key).label == "Audit"
