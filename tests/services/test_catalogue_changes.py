"""Rows put back as they were, and done again."""

from decimal import Decimal

from desktop.models.catalogue import Offer, Reference
from desktop.services import catalogue, catalogue_changes, catalogue_references
from desktop.services.catalogue_changes import Change, values_of
from tests.services.proposal_case import NOW


def test_what_was_added_goes_and_comes_back_the_same(session):
    key = catalogue.add_offer(session, now=NOW, label="Audit", unit_price=Decimal(10), sectors=["a"])
    change = catalogue_changes.made(session, Offer, key)
    for _time in range(2):
        catalogue_changes.take_back(session, [change], now=NOW)
        assert session.get(Offer, key) is None
    for _time in range(2):
        catalogue_changes.apply(session, [change], now=NOW)
        assert values_of(session.get_one(Offer, key)) == change.after


def test_what_something_rests_on_is_archived_instead(session):
    key = catalogue.add_offer(session, now=NOW, label="Audit")
    change = catalogue_changes.made(session, Offer, key)
    catalogue_references.add_reference(session, now=NOW, text="Proof", offer_id=key)
    catalogue_changes.take_back(session, [change], now=NOW)
    assert session.get_one(Offer, key).archived_at == NOW


def test_an_offer_and_its_proof_go_together(session):
    key = catalogue.add_offer(session, now=NOW, label="Audit")
    proof = catalogue_references.add_reference(session, now=NOW, text="Proof", offer_id=key)
    changes = [catalogue_changes.made(session, Offer, key), catalogue_changes.made(session, Reference, proof)]
    catalogue_changes.take_back(session, changes, now=NOW)
    assert session.get(Offer, key) is None and session.get(Reference, proof) is None
    catalogue_changes.apply(session, changes, now=NOW)
    assert session.get_one(Reference, proof).offer_id == key


def test_values_are_copies(session):
    key = catalogue.add_offer(session, now=NOW, label="Audit", sectors=["a"])
    offer = session.get_one(Offer, key)
    before = values_of(offer)
    catalogue.update_offer(session, key, sectors=["b"], label="Bilan")
    change = Change(Offer, key, before, values_of(offer))
    catalogue_changes.take_back(session, [change], now=NOW)
    assert (offer.label, offer.sectors) == ("Audit", ["a"])
    catalogue_changes.apply(session, [change], now=NOW)
    assert (offer.label, offer.sectors) == ("Bilan", ["b"])
