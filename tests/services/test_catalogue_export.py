"""The catalogue as sheets: in the rep's language, without what was put away."""

from decimal import Decimal

import pytest

from desktop.errors import UserError
from desktop.i18n import Language
from desktop.models.catalogue import Offer, Reference
from desktop.services import catalogue, catalogue_references
from desktop.services.catalogue_export import sheets, write_catalogue
from desktop.services.sheet_reading import read_tables
from tests.services.catalogue_case import small_catalogue
from tests.services.proposal_case import NOW

FR = Language("fr")


def test_each_shelf_is_a_sheet_with_headings_in_the_language(session, tmp_path):
    small_catalogue(session)
    path = tmp_path / "catalogue.xlsx"
    write_catalogue(path, sheets(session, FR), Offer, FR, now=NOW)
    tables = read_tables(path)
    assert [table.name for table in tables] == ["Offres", "Preuves", "Blocs standard"]
    assert [len(table.lines) for table in tables] == [3, 2, 3]
    offers = tables[0].lines
    assert offers[0].cells[:3] == ("Code", "Offre", "Description")
    assert offers[1].cells[1] == "=Abonnement; suivi"
    assert offers[2].cells[9:] == (Decimal("1340.5"), Decimal("5.5"), "une fois", Decimal(10), "oui")
    assert tables[1].lines[1].cells[3] == "A-1"


def test_a_csv_holds_the_shelf_on_show(session, tmp_path):
    small_catalogue(session)
    path = tmp_path / "proofs.CSV"
    write_catalogue(path, sheets(session, FR), Reference, FR, now=NOW)
    lines = path.read_text("utf-8-sig").splitlines()
    assert len(lines) == 2 and lines[1].startswith("Chiffre;Six heures rendues")
    write_catalogue(path, sheets(session, FR), Offer, FR, now=NOW)
    assert '"\'=Abonnement; suivi"' in path.read_text("utf-8-sig")


def test_what_was_put_away_stays_at_home(session):
    small_catalogue(session)
    (row,) = catalogue_references.references(session)
    catalogue.archive_offer(session, row.offer_id, at=NOW)
    session.flush()
    offers, proofs, _blocks = sheets(session, FR)
    assert len(offers.rows) == 1 and proofs.rows[0][3] == ""


def test_an_empty_catalogue_is_a_model_to_fill(session, tmp_path):
    write_catalogue(tmp_path / "a.xlsx", sheets(session, FR), Offer, FR, now=NOW)
    assert [len(table.lines) for table in read_tables(tmp_path / "a.xlsx")] == [1, 1, 1]


def test_another_kind_of_file_is_refused(session, tmp_path):
    with pytest.raises(UserError):
        write_catalogue(tmp_path / "a.ods", sheets(session, FR), Offer, FR, now=NOW)
