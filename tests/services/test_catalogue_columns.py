"""Headings: of both languages, and never two that could be taken for each other."""

import pytest

from desktop.i18n import LANGUAGES, Language
from desktop.models.sectors import heading_key
from desktop.services.catalogue_columns import OFFERS, REFERENCES, SHELVES


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.sign)
def test_a_heading_means_one_column_whatever_the_language(shelf):
    keys: dict[str, str] = {}
    for column in shelf.columns:
        for words in (*(column.heading(Language(code)) for code in LANGUAGES), *column.aliases):
            key = heading_key(words)
            assert key and keys.setdefault(key, column.name) == column.name, words


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.sign)
def test_every_column_of_the_row_has_its_own(shelf):
    own = {column.key for column in shelf.kind.__table__.columns} - {"id", "created_at", "archived_at", "position"}
    assert {column.name for column in shelf.columns} == own
    assert shelf.sign in own


def test_names_of_sheets_fit_a_workbook():
    for code in LANGUAGES:
        names = [shelf.name(Language(code)) for shelf in SHELVES]
        assert len(set(names)) == 3 and all(len(name) <= 31 for name in names)
    assert OFFERS.name(Language("fr")) == "Offres" and REFERENCES.name(Language("fr")) == "Preuves"
