"""Sheets for a spreadsheet to open: XLSX and CSV in which a text is a text, whatever it begins with."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from desktop.errors import UserError
from desktop.i18n import Language, _

Written = str | Decimal | int

LONGEST_CELL = 32_767
"""Signs, in the format itself: what is longer would be left out without a word."""
RUN = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet runs, or takes for a sign that it should not."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")


@dataclass(frozen=True)
class Sheet:
    """A table to write. ``widths`` are in signs, one a column."""

    name: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Sequence[Sequence[Written]]


def clean(text: str) -> str:
    """``text`` without the signs that no sheet can carry; lines end in one way."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def guarded(text: str) -> str:
    """``text`` for a CSV: a spreadsheet would run what begins with one of these signs. Read back without the sign."""
    return f"'{text}" if RUN.match(text) else text


def csv_bytes(sheet: Sheet, language: Language) -> bytes:
    """A CSV as the spreadsheet of that language opens it: ``;`` and decimal commas in French, UTF-8 with its mark."""
    lines = io.StringIO(newline="")
    french = language.code == "fr"
    writer = csv.writer(lines, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow(sheet.headings)
    for row in sheet.rows:
        writer.writerow([_in_csv(value, french) for value in row])
    return lines.getvalue().encode("utf-8-sig")


def _in_csv(value: Written, french: bool) -> str:
    if isinstance(value, str):
        return guarded(clean(value))
    plain = f"{Decimal(value):f}"
    return plain.replace(".", ",") if french else plain


def workbook_bytes(sheets: Sequence[Sheet], *, made: datetime) -> bytes:
    """A workbook of these sheets; ``made`` is the moment that it says it was made at."""
    import xlsxwriter  # only wanted here, and slow to load

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": made.replace(tzinfo=None)})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    # As text: a spreadsheet would make a date of a code such as 1-2.
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    price = book.add_format({"num_format": "#,##0.00", "valign": "top"})
    number = book.add_format({"valign": "top"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.freeze_panes(1, 0)
        for column, (heading, width) in enumerate(zip(sheet.headings, sheet.widths, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, heading, head)
        for line, row in enumerate(sheet.rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    page.write_string(line, column, _in_cell(value, sheet.name, line + 1), text)
                else:
                    page.write_number(line, column, value, price if _is_money(value) else number)
    book.close()
    return target.getvalue()


def _is_money(value: Decimal | int) -> bool:
    return isinstance(value, Decimal) and value.as_tuple().exponent == -2


def _in_cell(value: str, name: str, line: int) -> str:
    words = clean(value)
    if len(words) > LONGEST_CELL:
        message = _("A text of “{sheet}”, line {line}, is too long for a workbook: export as CSV instead.")
        raise UserError(message.format(sheet=name, line=line))
    return words


def write(path: Path, data: bytes) -> None:
    """Put a file on the disk whole or not at all; ``UserError`` with what the system says."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        message = _("{file} cannot be written: {reason}").format(file=path.name, reason=error.strerror)
        raise UserError(message) from error
