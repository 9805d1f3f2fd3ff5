"""Words, money, numbers and dates as each language writes them."""

from datetime import date, time
from decimal import Decimal

import pytest

from desktop import i18n
from desktop.i18n import Language

FR, EN = Language("fr"), Language("en")


def plain(text: str) -> str:
    """Which space stands between the digits is the business of whoever lays the text out."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("amount", "french", "english"),
    [
        ("1234.56", "1 234,56 €", "€1,234.56"),
        ("0.005", "0,01 €", "€0.01"),
        ("2.675", "2,68 €", "€2.68"),
        ("-3", "-3,00 €", "-€3.00"),
    ],
)
def test_money(amount: str, french: str, english: str) -> None:
    assert plain(FR.money(Decimal(amount))) == french
    assert EN.money(Decimal(amount)) == english


def test_money_without_cents() -> None:
    assert plain(FR.money(Decimal("18400.4"), cents=False)) == "18 400 €"
    assert EN.money(Decimal("18400.4"), cents=False) == "€18,400"


def test_numbers_and_rates() -> None:
    assert FR.number(Decimal("1.500")) == "1,5"
    assert EN.number(12) == "12"
    assert FR.percent(Decimal("5.5")) == "5,5\u00a0%"
    assert EN.percent(Decimal(20)) == "20%"


def test_dates_never_leave_a_doubt_on_the_month() -> None:
    day = date(2026, 11, 23)
    assert FR.date(day) == "23 novembre 2026"
    assert EN.date(day) == "23 November 2026"
    assert FR.date(day, "full") == "lundi 23 novembre 2026"
    assert FR.date(day, "weekday") == "lun. 23 nov."
    assert FR.time(time(9, 5)) == EN.time(time(9, 5)) == "09:05"


def test_the_screens_change_language() -> None:
    i18n.use("fr")
    assert i18n.current().code == "fr"
    assert i18n._("Quit") == "Quitter"
    assert i18n.pgettext("theme", "Dark") == "Sombre"
    one_or_more = ("{count} example prospect", "{count} example prospects")
    assert i18n.ngettext(*one_or_more, 0).format(count=0) == "0 prospect d’exemple"
    i18n.use("en")
    assert i18n._("Quit") == "Quit"
    assert i18n.ngettext(*one_or_more, 0).format(count=0) == "0 example prospects"


def test_an_unknown_language_is_english() -> None:
    i18n.use("de")
    assert i18n.current().code == "en"


@pytest.mark.parametrize(
    ("system", "code"),
    [("fr_FR", "fr"), ("fr_CA", "fr"), ("French_France", "fr"), ("en_GB", "en"), ("de_DE", "en"), (None, "en")],
)
def test_the_language_of_the_system(monkeypatch, system: str | None, code: str) -> None:
    monkeypatch.setattr("locale.getlocale", lambda *_unused: (system, "UTF-8"))
    assert i18n.system_language() == code


def test_french_counts_the_first_of_a_month() -> None:
    french, english = Language("fr"), Language("en")
    first = date(2026, 12, 1)
    assert french.date(first) == "1er décembre 2026"
    assert french.date(first, "full") == "mardi 1er décembre 2026"
    assert french.date(first, "short") == "1er déc."
    assert french.date(date(2026, 12, 11)) == "11 décembre 2026" and french.date(date(2026, 12, 21)).startswith("21 ")
    assert english.date(first) == "1 December 2026"
