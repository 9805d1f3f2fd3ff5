"""Text that looks like markup, in every column of every table, is plain text on every page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget
from sqlalchemy import Enum, String, update

from desktop.database import Session
from desktop.models.base import Base
from desktop.models.exchanges import ExchangeKind
from desktop.services import absences, exchanges, prospect_rows
from desktop.ui.shell import Shell
from tests.conftest import MONDAY
from tests.ui.accessibility import rich_text_labels

HOSTILE = "<img src='file:///etc/passwd' width='300'><b>gras</b> & R&D <br"
CODES = {
    *("zone", "kind", "language", "question", "criterion", "key"),
    *("grid", "channel", "card", "accent", "siren", "proposal"),
}
"""Columns that hold a key of the program's, never what somebody typed."""
CODED_TABLES = {"standing_counts", "score_moves", "library_items"}
PAGES = ("today", "prospects", "matrix", "followups", "proposals", "library", "catalogue", "settings")


def write_everywhere(session: Session) -> int:
    """Put the hostile text in every free text there is. Returns how many columns that was."""
    columns = 0
    for table in Base.metadata.sorted_tables:
        free = [
            each
            for each in table.columns
            if isinstance(each.type, String) and not isinstance(each.type, Enum) and each.name not in CODES
        ]
        if free and table.name not in CODED_TABLES:
            session.execute(update(table).values(dict.fromkeys(free, HOSTILE)))
            columns += len(free)
    return columns


@pytest.fixture
def hostile(shell: Shell) -> Shell:
    """The program over prospects whose every word is hostile."""
    for row in shell.workspace.ask(prospect_rows.prospect_rows):
        shell.workspace.do(exchanges.write, row.id, ExchangeKind.RECEIVED, HOSTILE, at=MONDAY, now=MONDAY)
    shell.workspace.do(absences.declare, MONDAY.date(), MONDAY.date(), HOSTILE, now=MONDAY)
    assert shell.workspace.do(write_everywhere) > 50
    return shell


def tips(window: QWidget) -> Iterator[str]:
    """Every tool tip and status tip there is, those of the rows of lists included."""
    for each in [window, *window.findChildren(QWidget)]:
        yield each.toolTip()
        yield each.statusTip()
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from _of_rows(each.model())


def _of_rows(model: QAbstractItemModel) -> Iterator[str]:
    top = QModelIndex()
    for row in range(min(model.rowCount(top), 5)):
        for column in range(model.columnCount(top) if isinstance(model, QAbstractTableModel) else 1):
            tip = model.index(row, column, top).data(Qt.ItemDataRole.ToolTipRole)
            yield tip if isinstance(tip, str) else ""


def test_no_page_reads_what_was_typed_as_markup(hostile: Shell) -> None:
    seen = 0
    for key in PAGES:
        hostile.window.show_page(key)
        QTest.qWait(80)
        hostile.window.grab()
        assert rich_text_labels(hostile.window) == [], key
        found = [tip for tip in tips(hostile.window) if "img" in tip]
        assert not [tip for tip in found if "<img" in tip or "<b>" in tip], key
        seen += len(found)
    assert seen, "no tip shows any of it: this test looks at nothing"
    for key in ("command_palette",):
        getattr(hostile.window, key).open()
        QTest.keyClicks(getattr(hostile.window, key).line, "gras")
        assert rich_text_labels(hostile.window) == []
