"""The seller begins with what a proposal needs to be written at all."""

from decimal import Decimal

from desktop import database
from desktop.models.settings import Company
from tests.conftest import MONDAY


def test_a_new_company_has_the_usual_terms(session: database.Session) -> None:
    session.add(Company(updated_at=MONDAY))
    session.flush()
    session.expire_all()
    company = session.query(Company).one()
    assert (company.name, company.vat_exempt) == ("", False)
    assert company.deposit_percent == Decimal(30)
    assert company.validity_days == 30
    assert company.accent == "#0F6E6E"
