"""Files made by others: read as cells, or refused in a sentence, whatever is in them."""

import time
import tracemalloc
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from desktop.errors import UserError
from desktop.services import sheet_reading
from desktop.services.sheet_reading import MOST_COLUMNS, MOST_LINES, Odd, Share, read_tables
from tests.services.catalogue_case import with_part, workbook

SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
PART = "xl/worksheets/sheet1.xml"


def cells(path):
    (table,) = read_tables(path)
    return [line.cells for line in table.lines]


def refusal(path):
    with pytest.raises(UserError) as caught:
        read_tables(path)
    return str(caught.value)


def test_cells_are_what_they_are(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["text", 12, 0.1 + 0.2, True, date(2026, 11, 23), "=1+1", None, 0.2])
    sheet["H1"].number_format = "0%"
    sheet["A3"] = "after a gap"
    book.save(tmp_path / "a.xlsx")
    (table,) = read_tables(tmp_path / "a.xlsx")
    first, second = table.lines
    assert first.cells[:2] == ("text", Decimal(12)) and first.cells[3] is True
    assert round(first.cells[2], 9) == Decimal("0.3")
    assert isinstance(first.cells[4], date) and first.cells[5] == Odd("formula") and first.cells[6] is None
    assert first.cells[7] == Share(Decimal("0.2"))
    assert (second.number, second.cells[0]) == (3, "after a gap")


def test_a_size_that_the_sheet_claims_falsely_hides_nothing(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["a", "b"], ["c", "d"]])
    text = zipfile.ZipFile(path).read(PART).replace(b'ref="A1:B2"', b'ref="A1:A1"')
    assert b'ref="A1:A1"' in text
    assert cells(with_part(path, PART, text)) == [("a", "b"), ("c", "d")]


def test_hidden_sheets_stay_hidden(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["seen"])
    hidden = book.create_sheet("Costs")
    hidden.append(["secret"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    assert cells(tmp_path / "a.xlsx") == [("seen",)]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = with_part(workbook(tmp_path / "a.xlsx", [["a"]]), PART, b" " * (100 * 2**20))
    assert path.stat().st_size < 200_000
    tracemalloc.start()
    assert "too large" in refusal(path)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5 * 2**20


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_says(tmp_path):
    path = with_part(workbook(tmp_path / "a.xlsx", [["a"]]), PART, b" " * (100 * 2**20))
    data = path.read_bytes()
    size = (100 * 2**20).to_bytes(4, "little")
    assert size in data
    path.write_bytes(data.replace(size, (1000).to_bytes(4, "little")))
    assert "damaged" in refusal(path)


def test_entities_that_grow_are_refused(tmp_path):
    entities = b"".join(b'<!ENTITY e%d "%s">' % (n, b"lol" if not n else b"&e%d;" % (n - 1) * 10) for n in range(10))
    sheet = SHEET % b'<row r="1"><c r="A1" t="inlineStr"><is><t>&e9;</t></is></c></row>'
    path = with_part(workbook(tmp_path / "a.xlsx", [["a"]]), PART, b"<!DOCTYPE x [" + entities + b"]>" + sheet)
    assert "damaged" in refusal(path)


def test_a_file_named_by_an_entity_is_not_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("never read")
    head = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'.encode()
    sheet = SHEET % b'<row r="1"><c r="A1" t="inlineStr"><is><t>x&e;</t></is></c></row>'
    path = with_part(workbook(tmp_path / "a.xlsx", [["a"]]), PART, head + sheet)
    try:
        assert "never read" not in str(cells(path))
    except UserError as error:
        assert "damaged" in str(error)


def test_a_million_lines_are_refused_at_the_first_too_many(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Offre;Prix\n" + "a;1\n" * 1_000_000)
    started = time.process_time()
    assert f"{MOST_LINES}" in refusal(path)
    assert time.process_time() - started < 2
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, MOST_LINES + 3))
    assert "too many lines" in refusal(with_part(workbook(tmp_path / "a.xlsx", [["a"]]), PART, SHEET % rows))


def test_a_line_numbered_beyond_any_sheet_is_not_walked_to(tmp_path):
    row = SHEET % b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'
    path = with_part(workbook(tmp_path / "a.xlsx", [["a"]]), PART, row)
    assert "damaged" in refusal(path)


def test_lines_that_are_only_dressed_do_not_count(tmp_path):
    rows = b"".join(b'<row r="%d"/>' % n for n in range(2, 60_000))
    sheet = SHEET % (b'<row r="1"><c r="A1"><v>7</v></c></row>' + rows)
    path = with_part(workbook(tmp_path / "a.xlsx", [["a"]]), PART, sheet)
    assert cells(path) == [(Decimal(7),)]


def test_too_many_columns(tmp_path):
    assert "columns" in refusal(workbook(tmp_path / "a.xlsx", [["a"] * (MOST_COLUMNS + 1)]))
    (tmp_path / "a.csv").write_text(";".join("a" * (MOST_COLUMNS + 1)))
    assert "columns" in refusal(tmp_path / "a.csv")


def test_numbers_that_are_none(tmp_path):
    row = SHEET % b'<row r="1"><c r="A1"><v>1e999</v></c><c r="B1" t="e"><v>#N/A</v></c></row>'
    path = with_part(workbook(tmp_path / "a.xlsx", [["a"]]), PART, row)
    assert cells(path) == [(Odd("error"), Odd("error"))]


def test_macros_are_refused(tmp_path):
    path = with_part(workbook(tmp_path / "a.xlsx", [["a"]]), "xl/vbaProject.bin", b"x")
    assert "macros" in refusal(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds nothing"),
        (b"\n\n ; ;\n", "holds nothing"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old format"),
        (b"PK\x03\x04 cut short", "damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not a workbook"),
        (b'a;"never closed\nb;c\n', "quotation marks"),
        (b'a;"x"y\n', "quotation marks"),
    ],
)
def test_what_is_no_sheet_is_said_so(tmp_path, data, words):
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    assert words in refusal(path)


def test_other_archives_and_folders(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "not a workbook" in refusal(tmp_path / "a.ods")
    assert "not a file" in refusal(tmp_path)
    assert "not a file" in refusal(tmp_path / "absent.csv")


def test_a_file_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet_reading, "LARGEST_FILE", 10)
    (tmp_path / "a.csv").write_text("a;b\n" * 10)
    assert "too large" in refusal(tmp_path / "a.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_as_spreadsheets_write_it(tmp_path, encoding, separator):
    path = tmp_path / "a.csv"
    path.write_bytes(f'Désignation{separator}Prix\r\n"Été{separator}x"{separator}12\r\n'.encode(encoding))
    assert cells(path) == [("Désignation", "Prix"), (f"Été{separator}x", "12")]


def test_a_line_that_tells_the_separator(tmp_path):
    (tmp_path / "a.csv").write_text("sep=|\na|b;c\n")
    (table,) = read_tables(tmp_path / "a.csv")
    assert [(line.number, line.cells) for line in table.lines] == [(2, ("a", "b;c"))]


def test_the_guard_against_formulas_is_taken_off(tmp_path):
    (tmp_path / "a.csv").write_text("a;'=1+1;''-x;'plain;it's\n")
    assert cells(tmp_path / "a.csv") == [("a", "=1+1", "'-x", "'plain", "it's")]
