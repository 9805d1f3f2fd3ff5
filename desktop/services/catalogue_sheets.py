"""A file as a catalogue understands it: which sheet is which shelf, and what each of its lines says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Any

from desktop.errors import UserError
from desktop.i18n import LANGUAGES, Language, _, current, ngettext
from desktop.models.sectors import heading_key
from desktop.services.catalogue_columns import SHELVES, Column, Shelf
from desktop.services.sheet_reading import Cell, Line, Table, read_tables

_SAID = 40
"""Signs of what a wrong cell holds."""
MOST_FAULTS = 200
"""Wrong lines that are told one by one: beyond, it is the file that is wrong."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a line; ``line`` is the number that a spreadsheet shows, ``sheet`` is empty for a CSV."""

    sheet: str
    line: int
    sentence: str

    column: str = ""
    value: str = ""
    """What stands there, where the sentence does not say it."""

    def told(self) -> str:
        """``Offres, ligne 4, « Prix unitaire HT », « dix » : …``."""
        named = [_("“{name}”").format(name=name) for name in (self.column, self.value) if name]
        place = ", ".join([*([self.sheet] if self.sheet else []), _("line {line}").format(line=self.line), *named])
        return _("{place}: {reason}").format(place=place[:1].upper() + place[1:], reason=self.sentence)


class SheetError(UserError):
    """Lines of a file that cannot be taken in: none of the file is."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        lines = len({(fault.sheet, fault.line) for fault in faults})
        count = ngettext("{count} line is wrong", "{count} lines are wrong", lines).format(count=lines)
        message = _("Nothing was imported: {count}. {first}")
        super().__init__(message.format(count=count, first=faults[0].told()))
        self.faults = tuple(faults[:MOST_FAULTS])


@dataclass(frozen=True)
class ReadLine:
    """A line that can be read: ``values`` holds what its columns say, by name; ``sheet`` and ``number`` tell where."""

    sheet: str
    number: int
    values: dict[str, Any]


@dataclass(frozen=True)
class Book:
    """A file that can be read: its lines by shelf, and the names of sheets and columns that say nothing to us."""

    shelves: tuple[tuple[Shelf, tuple[ReadLine, ...]], ...]
    left_out: tuple[str, ...]


def read_book(path: Path) -> Book:
    """Read a file, without the data: may run in any thread.

    ``UserError`` when it is no catalogue, ``SheetError`` when lines of it are wrong.
    """
    shelves: list[tuple[Shelf, tuple[ReadLine, ...]]] = []
    left_out: list[str] = []
    faults: list[Fault] = []
    for table in read_tables(path):
        found = _shelf_of(table.lines[0])
        if found is None:
            left_out.append(_("the sheet “{name}”").format(name=table.name))
            continue
        shelf, columns, unknown = found
        left_out += [_("the column “{name}”").format(name=name) for name in unknown]
        shelves.append((shelf, tuple(_lines(table, columns, faults))))
    if not shelves:
        raise UserError(_no_catalogue())
    if faults:
        raise SheetError(faults)
    if not any(lines for _shelf, lines in shelves):
        raise UserError(_("This file has headings and no line under them."))
    return Book(tuple(shelves), tuple(left_out))


def _no_catalogue() -> str:
    names = ", ".join(_("“{name}”").format(name=_sign(shelf)) for shelf in SHELVES)
    return _("No heading of a catalogue was found: the first line must hold one of {names}.").format(names=names)


def _sign(shelf: Shelf) -> str:
    return next(column.heading(current()) for column in shelf.columns if column.name == shelf.sign)


def _shelf_of(first: Line) -> tuple[Shelf, list[Column | None], list[str]] | None:
    """The shelf that the headings tell, the column of each, and those unknown. ``UserError`` for one that is twice."""
    best: tuple[Shelf, list[Column | None], list[str]] | None = None
    for shelf in SHELVES:
        columns, unknown = _columns(shelf, first.cells)
        known = [column for column in columns if column is not None]
        if shelf.sign not in [column.name for column in known]:
            continue
        if best is None or len(known) > sum(column is not None for column in best[1]):
            best = shelf, columns, unknown
    if best is not None:
        _refuse_twice(best[1])
    return best


def _columns(shelf: Shelf, headings: Iterable[Cell]) -> tuple[list[Column | None], list[str]]:
    known: dict[str, Column] = {}
    for column in shelf.columns:
        for alias in column.aliases:
            known.setdefault(heading_key(alias), column)
    for column in shelf.columns:
        known |= {heading_key(column.heading(Language(code))): column for code in LANGUAGES}
    columns: list[Column | None] = []
    unknown: list[str] = []
    for heading in headings:
        words = heading if isinstance(heading, str) else ""
        found = known.get(heading_key(words))
        columns.append(found)
        if found is None and words.strip():
            unknown.append(" ".join(words.split()))
    return columns, unknown


def _refuse_twice(columns: Iterable[Column | None]) -> None:
    seen: set[str] = set()
    for column in columns:
        if column is not None and column.name in seen:
            heading = column.heading(current())
            raise UserError(_("Two columns are both “{name}”: leave one of them.").format(name=heading))
        if column is not None:
            seen.add(column.name)


def _lines(table: Table, columns: Sequence[Column | None], faults: list[Fault]) -> list[ReadLine]:
    read = []
    for line in table.lines[1:]:
        values: dict[str, Any] = {}
        for place, column in enumerate(columns):
            if column is None:
                continue
            cell = line.cells[place] if place < len(line.cells) else None
            try:
                values[column.name] = column.read(cell)
            except UserError as error:
                said = (
                    shorten(cell, _SAID, placeholder="…")
                    if isinstance(cell, str) and cell.strip() not in str(error)
                    else ""
                )
                faults.append(Fault(table.name, line.number, str(error), column.heading(current()), said))
        read.append(ReadLine(table.name, line.number, values))
    return read
