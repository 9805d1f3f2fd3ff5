"""What the cells of a wide list say."""

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal

from desktop.clock import PARIS
from desktop.models.matrix import Heat
from desktop.models.statuses import Status
from desktop.services.prospect_rows import ProspectRow
from desktop.ui.prospects.cells import cell, said
from desktop.ui.prospects.columns import Column

ROW = ProspectRow(
    id=uuid.uuid4(),
    name="Roux",
    contact="Claire",
    job_title="Owner",
    status=Status.QUALIFIED,
    heat=Heat.HOT,
    low=None,
    high=None,
    maximum=None,
    band=None,
    to_complete=True,
    amount=Decimal(1200),
    due_local=None,
    due_at=None,
    follow_up_id=None,
    is_example=False,
    kind="b2b",
    sector="joinery",
    source="Fair",
    heard_at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC),
)


def test_each_cell() -> None:
    today = date(2026, 11, 23)
    texts = {column: cell(ROW, column, today, PARIS, alone=True) for column in Column}
    assert texts == {
        Column.NAME: "Roux",
        Column.QUALIFICATION: "",
        Column.HEAT: "Hot",
        Column.NEXT: "none planned",
        Column.AMOUNT: "€1,200",
        Column.CONTACT: "Claire · Owner",
        Column.STATUS: "Qualified prospect",
        Column.SOURCE: "Fair",
        Column.NEWS: "23 Nov",
        Column.SECTOR: "joinery",
    }
    assert cell(ROW, Column.NAME, today, PARIS) == "Roux · Claire"
    assert said(ROW, Column.STATUS, today, PARIS, None) == "Qualified prospect"
