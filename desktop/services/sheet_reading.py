"""A sheet from elsewhere, XLSX or CSV, as plain cells: nothing in it is run, and nothing in it is larger than expected.

A spreadsheet is a zip of XML that anybody may have made. It is looked at before it is unpacked, read line by line, and
refused in a sentence when it holds more than a catalogue can.
"""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.errors import UserError
from desktop.i18n import _
from desktop.services.sheet_writing import RUN

LARGEST_FILE = 16 * 2**20
LARGEST_CONTENT = 32 * 2**20
"""Bytes of a workbook once unpacked: a catalogue of 5 000 full lines takes a quarter of it."""
MOST_LINES = 5_000
MOST_COLUMNS = 60
_MOST_PARTS = 500
_LAST_LINE = 1_048_576
"""Of a sheet, in the format itself; a file that numbers its lines beyond would be read for ever."""

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SIGNS_OF_MACROS = re.compile(r"vbaproject|macrosheets|\.bin$", re.IGNORECASE)


@dataclass(frozen=True)
class Odd:
    """A cell that holds no value of its own: ``formula`` or ``error``."""

    what: str


@dataclass(frozen=True)
class Share:
    """A number that the sheet shows as a percentage: 0.2 for 20 %."""

    part: Decimal


Cell = str | Decimal | bool | date | time | timedelta | Odd | Share | None


@dataclass(frozen=True)
class Line:
    """A line that is not empty; ``number`` is the one that a spreadsheet shows, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A sheet, or the whole of a CSV file (``name`` is then empty); the first line holds the headings."""

    name: str
    lines: tuple[Line, ...]


def read_tables(path: Path) -> list[Table]:
    """Every visible sheet that is not empty. ``UserError`` says what is wrong with a file that cannot be read."""
    data = _bytes_of(path)
    if data.startswith(_OLD_OFFICE):
        message = _("This workbook is of an old format, or locked by a password. Save it as .xlsx or CSV, without one.")
        raise UserError(message)
    tables = _workbook(data) if data.startswith(_ZIP) else [Table("", _limited(_csv_lines(_text_of(data))))]
    if not any(table.lines for table in tables):
        raise UserError(_("This file holds nothing."))
    return [table for table in tables if table.lines]


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UserError(_("{file} is not a file.").format(file=path.name))
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(_too_large())
        return path.read_bytes()
    except OSError as error:
        message = _("{file} cannot be read: {reason}").format(file=path.name, reason=error.strerror)
        raise UserError(message) from error


def _too_large() -> str:
    megabytes = LARGEST_FILE // 2**20
    return _("This file is too large for a catalogue: {largest} MB at most.").format(largest=megabytes)


def _limited(lines: Iterable[Line]) -> tuple[Line, ...]:
    kept: list[Line] = []
    for line in lines:
        width = max((place for place, cell in enumerate(line.cells, 1) if _is_something(cell)), default=0)
        if not width:
            continue
        if width > MOST_COLUMNS:
            raise UserError(_("This file has too many columns: {most} at most.").format(most=MOST_COLUMNS))
        kept.append(Line(line.number, line.cells[:width]))
        if len(kept) > MOST_LINES + 1:
            raise UserError(_("This file has too many lines: {most} at most in a sheet.").format(most=MOST_LINES))
    return tuple(kept)


def _is_something(cell: Cell) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


# Workbooks


def _workbook(data: bytes) -> list[Table]:
    try:
        with warnings.catch_warnings():
            # What a workbook has that is of no use here: themes, validations, headers.
            warnings.simplefilter("ignore")
            _look_before_unpacking(data)
            return list(_sheets(data))
    except UserError:
        raise
    except Exception as error:  # a damaged or hostile workbook makes its reader raise almost anything
        raise UserError(_("This workbook is damaged: it cannot be read.")) from error


def _look_before_unpacking(data: bytes) -> None:
    """Refuse what is no plain workbook. The sizes are those that the zip declares: it gives no byte beyond them."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        infos = parts.infolist()
        if sum(info.file_size for info in infos) > LARGEST_CONTENT or len(infos) > _MOST_PARTS:
            raise UserError(_too_large())
        names = [info.filename for info in infos]
        if any(_SIGNS_OF_MACROS.search(name) for name in names if "printersettings" not in name.casefold()):
            raise UserError(_("This workbook holds macros. Save it as .xlsx, without them."))
        if "xl/workbook.xml" not in names:
            raise UserError(_("This is not a workbook that can be read. Save it as .xlsx or CSV."))


def _sheets(data: bytes) -> Iterator[Table]:
    import openpyxl  # only wanted here, and slow to load

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield Table(str(sheet.title), _limited(_sheet_lines(sheet)))
    finally:
        book.close()


def _sheet_lines(sheet: Any) -> Iterator[Line]:
    # The size that a file claims for a sheet may be false.
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), 1):
        if number > _LAST_LINE:
            raise UserError(_("This workbook is damaged: it cannot be read."))
        yield Line(number, tuple(_cell(cell) for cell in cells))


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None or isinstance(value, bool):
        return value
    if cell.data_type in ("f", "e"):
        return Odd("formula" if cell.data_type == "f" else "error")
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        if not number.is_finite():
            return Odd("error")
        return Share(number) if "%" in str(cell.number_format) else number
    if isinstance(value, date | time | timedelta):
        return value
    return str(value)


# Text


def _text_of(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise UserError(_("This is not a workbook that can be read. Save it as .xlsx or CSV."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What a French spreadsheet writes when it is asked for a plain CSV.
        return data.decode("cp1252", "replace")


def _csv_lines(text: str) -> Iterator[Line]:
    separator, skipped = _separator(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            if number > skipped:
                yield Line(number, tuple(_unguarded(value) for value in row))
    except csv.Error as error:
        message = _("Line {line} cannot be read: its quotation marks do not match, or it is far too long.")
        raise UserError(message.format(line=number + 1)) from error


def _separator(text: str) -> tuple[str, int]:
    """What stands between two cells, and how many lines say only that."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if found := re.fullmatch(r"\s*sep=(.)\s*", first, re.IGNORECASE):
        return found[1], 1
    return max((";", "\t", ","), key=first.count), 0


def _unguarded(value: str) -> str:
    """Without the sign that ``sheet_writing.guarded`` puts before what a spreadsheet would run."""
    return value[1:] if value.startswith("'") and RUN.match(value) else value
