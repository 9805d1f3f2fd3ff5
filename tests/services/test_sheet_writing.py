"""Sheets in which nothing is run, and nothing is cut."""

import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.i18n import Language
from desktop.services.sheet_reading import read_tables
from desktop.services.sheet_writing import RUN, Sheet, clean, csv_bytes, guarded, workbook_bytes, write
from tests.hostile import CONTROLS, MARKUP
from tests.services.proposal_case import NOW

RUN_BY_A_SPREADSHEET = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "＝1", "'=1"]


def sheet(*rows):
    return Sheet("Offers", ("A", "B"), (10, 10), rows)


def test_csv_of_each_language():
    rows = sheet(("é;x", Decimal("1340.50")), ('say "yes"\nthen', 3))
    french, english = csv_bytes(rows, Language("fr")), csv_bytes(rows, Language("en"))
    assert french == '\ufeffA;B\r\n"é;x";1340,50\r\n"say ""yes""\nthen";3\r\n'.encode()
    assert english == '\ufeffA,B\r\né;x,1340.50\r\n"say ""yes""\nthen",3\r\n'.encode()


@pytest.mark.parametrize("text", RUN_BY_A_SPREADSHEET)
def test_nothing_in_a_csv_is_run(text, tmp_path):
    path = tmp_path / "a.csv"
    write(path, csv_bytes(sheet((text, "x")), Language("fr")))
    assert f"'{text}" in path.read_bytes().decode("utf-8-sig")
    assert read_tables(path)[0].lines[1].cells == (text, "x")


@given(st.text(alphabet="'=+-@a\t ", max_size=6))
def test_the_guard_comes_off_as_it_was_put(text):
    kept = guarded(text)
    assert not kept.startswith(("=", "+", "-", "@", "\t"))
    assert (kept[1:] if kept.startswith("'") and RUN.match(kept) else kept) == text


@pytest.mark.parametrize("text", [*RUN_BY_A_SPREADSHEET, *MARKUP])
def test_a_text_in_a_workbook_is_a_text(text, tmp_path):
    path = tmp_path / "a.xlsx"
    write(path, workbook_bytes([sheet((text, Decimal("12.50")))], made=NOW))
    cell = openpyxl.load_workbook(path).active["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert read_tables(path)[0].lines[1].cells == (text, Decimal("12.5"))
    assert b"<f>" not in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", CONTROLS)
def test_signs_that_no_sheet_can_carry_are_left_out(text, tmp_path):
    for name, data in (
        ("a.xlsx", workbook_bytes([sheet((text, "x"))], made=NOW)),
        ("a.csv", csv_bytes(sheet((text, "x")), Language("fr"))),
    ):
        write(tmp_path / name, data)
        read = read_tables(tmp_path / name)[0].lines[1].cells[0]
        assert (read or "").strip() == clean(text).strip()


def test_a_text_that_a_cell_cannot_hold_is_refused_with_its_line():
    with pytest.raises(UserError, match="line 3"):
        workbook_bytes([sheet(("a", "b"), ("a", "b" * 40_000))], made=NOW)


def test_the_same_catalogue_is_the_same_file():
    assert workbook_bytes([sheet(("a", 1))], made=NOW) == workbook_bytes([sheet(("a", 1))], made=NOW)


def test_a_file_is_whole_or_not_there(tmp_path):
    with pytest.raises(UserError, match="cannot be written"):
        write(tmp_path / "absent" / "a.csv", b"x")
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        write(tmp_path / "a.csv", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
