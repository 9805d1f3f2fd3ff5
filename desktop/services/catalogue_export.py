"""The catalogue as sheets, for a spreadsheet or a colleague: what is in use, in the rep's language."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import LANGUAGES, Language, _
from desktop.models.catalogue import Offer
from desktop.services import catalogue, catalogue_references, sheet_writing, standing_blocks
from desktop.services.catalogue_changes import Kind
from desktop.services.catalogue_columns import OFFERS, REFERENCES, SHELVES, Shelf
from desktop.services.sheet_writing import Sheet, Written


def sheets(session: Session, language: Language) -> list[Sheet]:
    """Offers, proofs and standing blocks, a sheet each, their headings in ``language``. The archived stay at home."""
    return [_sheet(shelf, _rows(session, shelf), _names(session), language) for shelf in SHELVES]


def write_catalogue(path: Path, written: Sequence[Sheet], kind: Kind, language: Language, *, now: datetime) -> None:
    """Write the whole catalogue as a workbook, or one shelf of it as CSV, as the end of the name asks."""
    if path.suffix.casefold() == ".csv":
        sheet = written[[shelf.kind for shelf in SHELVES].index(kind)]
        sheet_writing.write(path, sheet_writing.csv_bytes(sheet, language))
    elif path.suffix.casefold() == ".xlsx":
        sheet_writing.write(path, sheet_writing.workbook_bytes(written, made=now))
    else:
        raise UserError(_("A catalogue is written as .xlsx or .csv."))


def _rows(session: Session, shelf: Shelf) -> Sequence[Any]:
    if shelf is OFFERS:
        return catalogue.found_offers(session)
    if shelf is REFERENCES:
        return catalogue_references.references(session)
    return [block for code in LANGUAGES for block in standing_blocks.blocks(session, code)]


def _names(session: Session) -> dict[Any, str]:
    """What a proof calls an offer: an archived one has no name for it to be found again by."""
    return {offer.id: catalogue_references.offer_name(offer) for offer in catalogue.listed(session, Offer, False)}


def _sheet(shelf: Shelf, rows: Sequence[Any], names: dict[Any, str], language: Language) -> Sheet:
    def written(row: Any) -> list[Written]:
        values = {column.name: getattr(row, column.name) for column in shelf.columns}
        if "offer_id" in values:
            values["offer_id"] = names.get(values["offer_id"], "")
        return [column.write(values[column.name], language) for column in shelf.columns]

    return Sheet(
        shelf.name(language),
        tuple(column.heading(language) for column in shelf.columns),
        tuple(column.width for column in shelf.columns),
        [written(row) for row in rows],
    )
