"""The offers a rep picks from."""

from decimal import Decimal

import pytest

from desktop.errors import UserError
from desktop.models.catalogue import Billing, Offer
from desktop.models.need_kinds import NeedKind
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


def test_what_no_quotation_could_carry_is_refused(session):
    for fields in (
        {"unit_price": Decimal(-1)},
        {"unit_price": Decimal(100_000_000)},
        {"vat_rate": Decimal(101)},
        {"lead_days": -1},
        {"lead_days": 4000},
    ):
        with pytest.raises(UserError):
            catalogue.add_offer(session, now=NOW, label="Audit", **fields)
    key = catalogue.add_offer(session, now=NOW, label="Audit", unit_price=Decimal("99999999.99"))
    with pytest.raises(UserError):
        catalogue.update_offer(session, key, label="   ")
    assert session.get_one(Offer, key).label == "Audit"


def test_a_code_is_that_of_one_offer_in_use(session):
    first = catalogue.add_offer(session, now=NOW, label="Audit", code="A-1")
    second = catalogue.add_offer(session, now=NOW, label="Bilan")
    with pytest.raises(UserError, match="Audit"):
        catalogue.update_offer(session, second, code="a-1")
    catalogue.update_offer(session, first, code="A-1")
    catalogue.archive_offer(session, first, at=NOW)
    session.flush()
    catalogue.update_offer(session, second, code="A-1")
    session.flush()
    with pytest.raises(UserError, match="Bilan"):
        catalogue.archive_offer(session, first, at=None)


def test_a_copy_has_all_but_the_code(session):
    fields = {
        "answer": "Oui",
        "sectors": ["Santé"],
        "unit_price": Decimal(900),
        "billing": Billing.MONTHLY,
        "step": True,
    }
    key = catalogue.add_offer(session, now=NOW, label="Audit", code="A-1", **fields)
    copy = session.get_one(Offer, catalogue.duplicate_offer(session, key, now=NOW))
    assert (copy.label, copy.code) == ("Audit (copy)", "")
    assert {name: getattr(copy, name) for name in fields} == fields


def test_words_find_an_offer_wherever_they_stand(session):
    catalogue.add_offer(session, now=NOW, label="Étude", detail="Relevé des relances", sectors=["Santé"])
    put_away = catalogue.add_offer(session, now=NOW, label="audit", code="A-1")
    catalogue.archive_offer(session, put_away, at=NOW)
    session.flush()
    assert [offer.label for offer in catalogue.found_offers(session, "sante RELEVE")] == ["Étude"]
    assert catalogue.found_offers(session, "audit") == []
    assert [offer.label for offer in catalogue.found_offers(session, "a-1", archived=True)] == ["audit"]


def test_offers_for_the_sector_and_the_need_come_first(session):
    catalogue.add_offer(session, now=NOW, label="Any")
    catalogue.add_offer(session, now=NOW, label="Both", sectors=["Santé"], need_kinds=["stake"])
    catalogue.add_offer(session, now=NOW, label="Other trade", sectors=["Conseil"])
    catalogue.add_offer(session, now=NOW, label="Sector", sectors=["Santé"])
    found = catalogue.fitting_offers(session, NeedKind.STAKE, "sante")
    assert [offer.label for offer in found] == ["Both", "Sector", "Any"]
    assert len(catalogue.fitting_offers(session, None, "")) == 4


def test_kinds_of_need_and_sectors_are_kept_in_order(session):
    key = catalogue.add_offer(session, now=NOW, label="Audit", need_kinds=["stake", "need"], sectors=["a, b", "A"])
    offer = session.get_one(Offer, key)
    assert offer.need_kinds == ["need", "stake"] and offer.sectors == ["a", "b"]
