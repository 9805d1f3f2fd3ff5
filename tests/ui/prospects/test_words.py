"""What the rep types: amounts, dates, identifiers."""

from datetime import date
from decimal import Decimal

import pytest

from desktop import i18n
from desktop.errors import UserError
from desktop.models.calls import Call
from desktop.models.grids import standing
from desktop.services import templates
from desktop.services.prospects import PastCall
from desktop.ui.prospects import words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("12500", Decimal(12500)),
        ("12 500,50 €", Decimal("12500.50")),
        ("12,500.50", Decimal("12500.50")),
        ("12.500,50", Decimal("12500.50")),
        ("12,500", Decimal(12500)),
        ("0,5", Decimal("0.5")),
        ("38\u202f000\u00a0€", Decimal(38000)),
    ],
)
def test_amounts(text: str, value: Decimal | None) -> None:
    assert words.amount(text) == value


@pytest.mark.parametrize("text", ["abc", "-5", "1e30", "NaN", "Infinity", "1 2 x"])
def test_no_amounts(text: str) -> None:
    with pytest.raises(UserError):
        words.amount(text)


def test_days() -> None:
    assert words.day("31/12/2026") == words.day("2026-12-31") == words.day("31.12.26") == date(2026, 12, 31)
    assert words.day(" ") is None
    for wrong in ("31/02/2026", "demain", "12/2026"):
        with pytest.raises(UserError):
            words.day(wrong)


def test_siren() -> None:
    assert words.siren("732 829 320") == "732829320"
    for wrong in ("732829321", "12", "abcdefghi"):
        with pytest.raises(UserError):
            words.siren(wrong)


def test_websites() -> None:
    for address in ("www.brevent.fr", "https://brevent.fr/devis?x=1", "  "):
        assert words.website(address) == address.strip()
    for wrong in ("brevent", "www brevent.fr", "claire@brevent.fr", "http://"):
        with pytest.raises(UserError):
            words.website(wrong)


def test_what_a_call_brought_says_only_what_there_was() -> None:
    grid = templates.grid("five-criteria", "en")
    nothing = PastCall(Call(elapsed_seconds=20), standing(grid, {}), 0)
    assert words.brought(nothing) == ""
    key = grid.criteria[0].key
    whole = PastCall(Call(elapsed_seconds=60), standing(grid, dict.fromkeys([key], 3)), 1)
    assert words.brought(whole) == "1 minute · 3 to 15 out of 15 · 1 verbatim"
    i18n.use("fr")
    assert words.brought(whole) == "1\u00a0minute · 3 à 15 sur 15 · 1 verbatim"
