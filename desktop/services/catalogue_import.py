"""A file taken into the catalogue, whole or not at all, and as one act that can be undone.

An offer is found again by its code, or by its name when the line gives none; a proof by its words; a block by its
language, its kind and its title. What a file does not speak of is left alone.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import LANGUAGES, _
from desktop.models.base import new_id
from desktop.models.catalogue import Offer
from desktop.models.sectors import folded
from desktop.services import catalogue, catalogue_changes, catalogue_references, standing_blocks
from desktop.services.catalogue import checked_offer
from desktop.services.catalogue_changes import Change, values_of
from desktop.services.catalogue_columns import BLOCKS, OFFERS, REFERENCES, Shelf
from desktop.services.catalogue_references import checked_reference
from desktop.services.catalogue_sheets import Book, Fault, ReadLine, SheetError


@dataclass(frozen=True)
class Plan:
    """What taking a file in would do; ``same`` counts the lines that change nothing."""

    changes: tuple[Change, ...]
    added: int
    changed: int
    back: int
    same: int
    left_out: tuple[str, ...]


def plan_import(session: Session, book: Book, *, now: datetime) -> Plan:
    """What ``book`` would change; nothing is written. ``SheetError`` with every line that cannot be taken in."""
    return _Planner(session, now).plan(book)


def take_in(session: Session, book: Book, *, now: datetime) -> Plan:
    """Take a file in. Returns what was done, for ``catalogue_changes.take_back``."""
    plan = plan_import(session, book, now=now)
    catalogue_changes.apply(session, plan.changes, now=now)
    return plan


class _Planner:
    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now
        self._faults: list[Fault] = []
        self._changes: list[Change] = []
        self._counts = {"added": 0, "changed": 0, "back": 0, "same": 0}
        self._offers: dict[str, uuid.UUID] = {}

    def plan(self, book: Book) -> Plan:
        lines = {shelf: self._of(book, shelf) for shelf in (OFFERS, REFERENCES, BLOCKS)}
        self._plan_offers(lines[OFFERS])
        self._plan_references(lines[REFERENCES])
        self._plan_blocks(lines[BLOCKS])
        if self._faults:
            raise SheetError(self._faults)
        return Plan(tuple(self._changes), left_out=book.left_out, **self._counts)

    def _of(self, book: Book, shelf: Shelf) -> list[ReadLine]:
        """Copies of the lines of a shelf: planning completes them."""
        found = [line for each, lines in book.shelves if each is shelf for line in lines]
        return [ReadLine(line.sheet, line.number, dict(line.values)) for line in found]

    def _plan_offers(self, lines: Sequence[ReadLine]) -> None:
        present = _all(partial(catalogue.found_offers, self._session))
        chosen = _paired_offers(lines, present)
        codes: dict[str, int] = {}
        final = {row.id: values_of(row) for row in present}
        for line, row in zip(lines, chosen, strict=True):
            code = folded(line.values.get("code", ""))
            if code and code in codes:
                self._refuse(line, _("The code is already on line {line}.").format(line=codes[code]))
                continue
            if code:
                codes[code] = line.number
            if row is not None and not code:
                line.values.pop("code", None)
            change = self._change(OFFERS, line, row, checked_offer)
            if change is not None and change.after is not None:
                final[change.key] = dict(change.after)
        self._offers = _names_of(final)

    def _plan_references(self, lines: Sequence[ReadLine]) -> None:
        present = _all(partial(catalogue_references.references, self._session))
        chosen = _paired(lines, present, lambda values: values.get("text", ""))
        for line, row in zip(lines, chosen, strict=True):
            name = line.values.pop("offer_id", None)
            if name:
                key = self._offers.get(folded(name))
                if key is None:
                    message = _("No offer is called “{name}”, in the catalogue nor in this file.")
                    self._refuse(line, message.format(name=name))
                    continue
                line.values["offer_id"] = key
            elif name is not None and (row is None or row.offer_id in self._offers.values()):
                # The name of an archived offer is not exported: nothing written there changes nothing.
                line.values["offer_id"] = None
            self._change(REFERENCES, line, row, checked_reference)

    def _plan_blocks(self, lines: Sequence[ReadLine]) -> None:
        def identity(values: dict[str, Any]) -> Hashable:
            return values.get("language", ""), values.get("kind", ""), folded(values.get("title", ""))

        present = [row for code in LANGUAGES for row in _all(partial(standing_blocks.blocks, self._session, code))]
        chosen = _paired(lines, present, identity)
        places = {code: standing_blocks.next_place(self._session, code) for code in LANGUAGES}
        for line, row in zip(lines, chosen, strict=True):
            language = line.values.get("language", "")
            if row is None and language in places:
                line.values["position"] = places[language]
                places[language] += 1
            self._change(BLOCKS, line, row, _checked_new_block if row is None else standing_blocks.checked_block)

    def _change(
        self, shelf: Shelf, line: ReadLine, row: Any, checked: Callable[[dict[str, Any]], dict[str, Any]]
    ) -> Change | None:
        """Note what a line does to a row, or to a new one; ``None`` when it is wrong or does nothing."""
        try:
            values = checked(line.values if row is not None else {**_blank(shelf, line.values), **line.values})
        except UserError as error:
            self._refuse(line, str(error))
            return None
        before = values_of(row) if row is not None else None
        usual = before or {"created_at": self._now}
        after = {**usual, **values, "archived_at": None}
        if after == before:
            self._counts["same"] += 1
            return None
        archived = before is not None and before["archived_at"] is not None
        self._counts["back" if archived else "added" if before is None else "changed"] += 1
        change = Change(shelf.kind, row.id if row is not None else new_id(), before, after)
        self._changes.append(change)
        return change

    def _refuse(self, line: ReadLine, sentence: str) -> None:
        self._faults.append(Fault(line.sheet, line.number, sentence))


def _all(found: Callable[..., list[Any]]) -> list[Any]:
    """Those in use, then the archived, in the order in which they are exported: twins find each other again."""
    return [*found(), *found(archived=True)]


def _blank(shelf: Shelf, given: dict[str, Any]) -> dict[str, Any]:
    """What the columns that a file does not have say of a new row."""
    absent = [column for column in shelf.columns if column.name not in given]
    blank = {column.name: column.read(None) for column in absent if column.name not in ("language", "offer_id")}
    return {**blank, **({"offer_id": None} if shelf is REFERENCES and "offer_id" not in given else {})}


def _checked_new_block(values: dict[str, Any]) -> dict[str, Any]:
    if "language" not in values:
        raise UserError(_("Say in which language this block is: add the column, and write fr or en."))
    return standing_blocks.checked_block(values)


def _paired_offers(lines: Sequence[ReadLine], rows: Sequence[Offer]) -> list[Offer | None]:
    """The offer of each line: that of its code; without one, that of its name, one without a code first."""
    by_code: dict[str, Offer] = {}
    for row in rows:
        if row.code:
            by_code.setdefault(folded(row.code), row)
    codes = [folded(line.values.get("code", "")) for line in lines]
    taken = {by_code[code].id for code in codes if code in by_code}
    by_name: dict[str, list[Offer]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.archived_at is not None, bool(row.code))):
        if row.id not in taken:
            by_name[row.label].append(row)
    chosen: list[Offer | None] = []
    for line, code in zip(lines, codes, strict=True):
        named = [] if code else by_name[line.values.get("label", "")]
        chosen.append(by_code.get(code) if code else named.pop(0) if named else None)
    return chosen


def _paired(
    lines: Sequence[ReadLine], rows: Sequence[Any], identity: Callable[[dict[str, Any]], Hashable]
) -> list[Any | None]:
    """The row of each line, the first of the same identity that no line before has taken."""
    waiting: dict[Hashable, list[Any]] = defaultdict(list)
    for row in rows:
        waiting[identity(values_of(row))].append(row)
    found = []
    for line in lines:
        same = waiting[identity(line.values)]
        found.append(same.pop(0) if same else None)
    return found


def _names_of(offers: dict[uuid.UUID, dict[str, Any]]) -> dict[str, uuid.UUID]:
    """The key of each offer in use by its code and by its name, a code before a name."""
    live = {key: values for key, values in offers.items() if values["archived_at"] is None}
    names: dict[str, uuid.UUID] = {}
    for key, values in live.items():
        names.setdefault(folded(values["label"]), key)
    codes = {folded(values["code"]): key for key, values in live.items() if values["code"]}
    return names | codes
