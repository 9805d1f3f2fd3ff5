"""Who sells and who buys, as documents are given them."""

from decimal import Decimal

import pytest

from desktop.database import Session
from desktop.services import prospects, settings
from desktop.services.parties import client_of, seller_of
from tests.conftest import MONDAY


def test_before_the_company_is_filled_in_the_seller_has_no_name(session: Session) -> None:
    assert seller_of(settings.company(session)).name == ""


def test_the_seller_keeps_what_the_law_asks(session: Session) -> None:
    settings.save_company(session, now=MONDAY, name="Atelier Nord", siret="000", deposit_percent=Decimal(30))
    seller = seller_of(settings.company(session))
    assert (seller.name, seller.siret, seller.deposit_percent) == ("Atelier Nord", "000", Decimal(30))


@pytest.mark.parametrize(
    ("company", "kind", "expected"),
    [
        ("Brévent", "b2b", ("Brévent", "Claire Fontaine", False)),
        ("", "b2c", ("Claire Fontaine", "", True)),
    ],
)
def test_a_private_person_stands_for_the_company(session: Session, company, kind, expected) -> None:
    key = prospects.create_prospect(session, now=MONDAY, company=company, person="Claire Fontaine", kind=kind)
    prospect = prospects.load_prospect(session, key)
    client = client_of(prospect, prospect.main_contact)
    assert (client.company, client.contact, client.private) == expected
