"""The seller is one row, and what is mistyped is said before a customer sees it."""

from decimal import Decimal

import pytest

from desktop import database
from desktop.models.settings import Company
from desktop.services import settings
from tests.conftest import MONDAY


def test_the_company_is_nobody_until_it_is_written(session: database.Session) -> None:
    assert settings.company(session) is None


def test_columns_not_named_keep_their_value(session: database.Session) -> None:
    settings.save_company(session, now=MONDAY, name="Atelier Duval")
    session.flush()
    settings.save_company(session, now=MONDAY, phone="04 50 00 00 00")
    session.flush()
    company = settings.company(session)
    assert company is not None
    assert (company.name, company.phone) == ("Atelier Duval", "04 50 00 00 00")
    assert session.query(Company).count() == 1
    assert company.updated_at == MONDAY


@pytest.mark.parametrize(
    ("siret", "valid"),
    [
        ("73282932000074", True),
        ("732 829 320 00074", True),
        ("73282932000075", False),
        ("7328293200007", False),
        ("732829320000744", False),
        ("7328293200007A", False),
        ("35600000049837", True),  # La Poste: its digits add up to a multiple of five instead
        ("35600000049838", False),
        ("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", False),
    ],
)
def test_siret(siret: str, valid: bool) -> None:
    assert settings.siret_is_valid(siret) is valid
    assert (settings.mistake("siret", siret) == "") is valid


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("email", "c.duval@atelier.example", "c.duval@atelier"),
        ("email", "a+b@x.fr", "deux mots@x.fr"),
        ("accent", "#0f6E6e", "teal"),
        ("accent", "#FFFFFF", "#FFF"),
        ("deposit_percent", "33,5 %", "101"),
        ("deposit_percent", "0", "-1"),
        ("validity_days", "30", "30,5"),
        ("validity_days", "365", "0"),
    ],
)
def test_what_is_mistyped_is_said_in_a_sentence(name: str, right: str, wrong: str) -> None:
    assert settings.mistake(name, right) == ""
    assert settings.mistake(name, wrong).endswith(".")


@pytest.mark.parametrize("value", ["nan", "inf", "1e999999999", "abc"])
def test_no_word_is_taken_for_a_number(value: str) -> None:
    assert settings.mistake("deposit_percent", value)
    assert settings.mistake("validity_days", value)


def test_what_is_empty_or_free_is_never_wrong() -> None:
    assert settings.mistake("siret", "  ") == ""
    assert settings.mistake("name", "<b>&") == ""


def test_numbers_are_read_as_they_are_typed() -> None:
    assert settings.number("deposit_percent", "33,5 %") == Decimal("33.5")
    assert settings.number("validity_days", "45") == 45
    assert isinstance(settings.number("validity_days", "45"), int)


def test_defaults_are_those_of_a_new_row(session: database.Session) -> None:
    settings.save_company(session, now=MONDAY)
    session.flush()
    company = settings.company(session)
    assert company is not None
    for name in ("name", "deposit_percent", "validity_days", "accent"):
        assert getattr(company, name) == settings.default(name)
