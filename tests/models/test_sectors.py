"""Sectors as they are typed by hand, compared as a rep would."""

import pytest

from desktop.models.need_kinds import NeedKind
from desktop.models.sectors import clean_sectors, closeness, folded, heading_key, same_sector, split_sectors


def test_case_and_accents_do_not_count() -> None:
    assert folded("Électricité ŒUVRE") == "electricite oeuvre"
    assert heading_key("Prix unitaire HT (€)") == heading_key("prix  unitaire, ht") == "prix unitaire ht"


def test_sectors_are_kept_once_and_without_separators() -> None:
    assert split_sectors("Santé, menuiserie ; SANTE\n\n Conseil ") == ["Santé", "menuiserie", "Conseil"]
    assert clean_sectors(["Hôtels, cafés", "", "hotels"]) == ["Hôtels", "cafés"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Menuiserie", "menuiserie industrielle", True),
        ("Industrie de la santé", "Santé", True),
        ("Santé", "sante", True),
        ("Menuiserie industrielle", "Industrie", False),
        ("Santé", "Conseil", False),
        ("", "Conseil", False),
        ("la", "de la", False),
    ],
)
def test_a_trade_is_known_by_its_words(one: str, other: str, same: bool) -> None:
    assert same_sector(one, other) is same and same_sector(other, one) is same


def test_what_names_the_sector_and_the_need_is_the_closest() -> None:
    def close(kinds: list[str], sectors: list[str]) -> int | None:
        return closeness(kinds, sectors, NeedKind.STAKE, "Santé")

    assert close(["stake"], ["santé"]) == 3
    assert close([], ["santé"]) == 2
    assert close(["need", "stake"], []) == 1
    assert close([], []) == 0
    assert close(["need"], ["santé"]) is None
    assert close(["stake"], ["conseil"]) is None


def test_nothing_is_left_out_for_what_is_not_known() -> None:
    assert closeness(["need"], ["conseil"], None, " ") == 0
