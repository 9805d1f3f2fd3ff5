"""What a file says, or which lines of it are wrong and why."""

from datetime import date
from decimal import Decimal

import pytest

from desktop import i18n
from desktop.errors import UserError
from desktop.services.catalogue_columns import BLOCKS, OFFERS, REFERENCES
from desktop.services.catalogue_sheets import SheetError, read_book
from tests.services.catalogue_case import OFFER_HEADINGS, workbook


def told(path):
    with pytest.raises(SheetError) as caught:
        read_book(path)
    return [fault.told() for fault in caught.value.faults], str(caught.value)


def test_headings_of_either_language_and_those_of_others(tmp_path):
    path = tmp_path / "a.csv"
    for headings in ("Code;Offre;Prix unitaire HT", "offer;CODE;Unit price excl. VAT", "Réf.;Désignation;PU HT (€)"):
        path.write_text(f"{headings}\nx;y;12\n", "utf-8")
        ((shelf, lines),) = read_book(path).shelves
        assert shelf is OFFERS and lines[0].values["unit_price"] == Decimal(12)
        assert {lines[0].values["code"], lines[0].values["label"]} == {"x", "y"}


def test_each_shelf_is_known_by_its_own_heading(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Nature de la preuve;Ce que dit la preuve;Offre prouvée\nChiffre;Six heures;A-1\n", "utf-8")
    assert read_book(path).shelves[0][0] is REFERENCES
    path.write_text("Langue;Titre du bloc;Texte du bloc\nfr;Notre méthode;Oui\n", "utf-8")
    assert read_book(path).shelves[0][0] is BLOCKS


def test_every_wrong_line_is_told_with_its_number_column_and_reason(tmp_path):
    rows = [
        OFFER_HEADINGS,
        ("A-1", "Audit", 100, 20),
        ("A-2", "Bilan", date(2026, 1, 2), 20),
        ("A-3", "Conseil", "=B2*2", 0.2),
        (),
        ("A-4", "Devis", "dix", 20),
    ]
    faults, sentence = told(workbook(tmp_path / "a.xlsx", rows))
    assert [fault.split(": ")[0] for fault in faults] == [
        "Feuil1, line 3, “Unit price excl. VAT”",
        "Feuil1, line 4, “Unit price excl. VAT”",
        "Feuil1, line 4, “VAT in percent”",
        "Feuil1, line 6, “Unit price excl. VAT”, “dix”",
    ]
    assert "a date" in faults[0] and "a formula" in faults[1] and "20 rather than 0.2" in faults[2]
    assert sentence.startswith("Nothing was imported: 3 lines are wrong. Feuil1, line 3")


def test_a_csv_has_no_sheet_to_name_and_french_is_french(tmp_path):
    (tmp_path / "a.csv").write_text("Offre;Prix\nAudit;1,234\n")
    i18n.use("fr")
    (fault,), _sentence = told(tmp_path / "a.csv")
    assert fault.startswith("Ligne 2, «\u00a0Prix unitaire HT\u00a0»\u00a0: «\u00a01,234\u00a0»")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Stock;Couleur\n1;bleu\n", "No heading of a catalogue"),
        ("Offre;Prix\n\n", "no line under them"),
        ("Offre;Prix;Tarif\nAudit;1;2\n", "Two columns are both"),
    ],
)
def test_what_is_no_catalogue(tmp_path, text, words):
    (tmp_path / "a.csv").write_text(text)
    with pytest.raises(UserError, match=words):
        read_book(tmp_path / "a.csv")


def test_what_is_not_understood_is_named(tmp_path):
    (tmp_path / "a.csv").write_text("Offre;Stock;\nAudit;12;x\n")
    book = read_book(tmp_path / "a.csv")
    assert book.left_out == ("the column “Stock”",)
    assert "Stock" not in book.shelves[0][1][0].values


def test_short_lines_have_empty_cells(tmp_path):
    (tmp_path / "a.csv").write_text("Offre;Prix;Unité\nAudit\n", "utf-8")
    assert read_book(tmp_path / "a.csv").shelves[0][1][0].values == {"label": "Audit", "unit_price": 0, "unit": ""}
