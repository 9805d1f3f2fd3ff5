"""What each cell of the list says, in words."""

from datetime import date, tzinfo

from desktop.i18n import _, current
from desktop.models.statuses import status_label
from desktop.services.prospect_rows import ProspectRow
from desktop.services.strips import Strip
from desktop.ui.prospects import words
from desktop.ui.prospects.columns import Column
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.score_strip import said_marks


def cell(row: ProspectRow, column: Column, today: date, zone: tzinfo, *, alone: bool = False) -> str:
    """The words of a cell; ``alone``: the person has a column of their own."""
    match column:
        case Column.NAME:
            return row.name if alone else " · ".join(each for each in (row.name, row.contact) if each)
        case Column.QUALIFICATION:
            return words.total(row)
        case Column.HEAT:
            return heat_word(row.heat) if row.heat else ""
        case Column.NEXT:
            return words.due(row.due_local, today) if row.due_local else _("none planned")
        case Column.AMOUNT:
            return words.shown_amount(row.amount)
        case Column.CONTACT:
            return " · ".join(each for each in (row.contact, row.job_title) if each)
        case Column.STATUS:
            return status_label(row.status)
        case Column.SOURCE:
            return row.source
        case Column.NEWS:
            return current().date(row.heard_at.astimezone(zone).date(), "short") if row.heard_at else ""
        case Column.SECTOR:
            return row.sector


def said(row: ProspectRow, column: Column, today: date, zone: tzinfo, strip: Strip | None) -> str:
    """What a screen reader says of a cell: its words, and those of its squares."""
    plain = cell(row, column, today, zone)
    if column is not Column.QUALIFICATION or strip is None:
        return plain
    return " · ".join((plain, *said_marks(strip.marks, strip.names, strip.to_prove)))
