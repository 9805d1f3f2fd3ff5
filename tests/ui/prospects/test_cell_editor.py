"""A cell changed where it stands: kept by Enter, restored by Esc, the next one by Tab, refusals beside it."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.matrix import Heat
from desktop.models.statuses import Status
from desktop.services import followups
from desktop.services.prospects import load_prospect
from desktop.ui.prospects.columns import Column
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace


@pytest.fixture
def wide(page: ProspectsPage) -> ProspectsPage:
    page.toggle_wide()
    page.table.setCurrentIndex(page.model.index(1, 0))
    page.table.setFocus()
    return page


def test_an_amount_is_checked_kept_and_undone_where_it_stands(wide: ProspectsPage, workspace: Workspace) -> None:
    editor, key = wide.acts.editor, wide.model.at(1).id
    assert editor.start(Column.AMOUNT)
    QTest.keyClicks(editor.line, "a lot")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.is_open and editor.error.isVisible()
    assert editor.error.words.text().startswith("Write an amount")
    assert editor.error.height() >= editor.error.words.sizeHint().height()
    QTest.keyClick(editor.line, Qt.Key.Key_Escape)
    assert not editor.is_open and workspace.ask(load_prospect, key).amount is None
    assert wide.table.hasFocus()
    editor.start(Column.AMOUNT)
    QTest.keyClicks(editor.line, "12 500,50")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert workspace.ask(load_prospect, key).amount == Decimal("12500.50")
    # The latest touched first: it will be, but not under the eyes of the rep.
    assert wide.model.at(1).id == key and wide.model.at(1).amount == Decimal("12500.50")
    wide.stack.undo()
    assert workspace.ask(load_prospect, key).amount is None


def test_tab_keeps_and_goes_on(wide: ProspectsPage, workspace: Workspace) -> None:
    editor, key = wide.acts.editor, wide.model.at(1).id
    wide.edit()
    assert editor.line.accessibleName().startswith("Heat") or editor.popover is not None
    editor.popover.close()
    editor.start(Column.SOURCE)
    QTest.keyClicks(editor.line, "Fair")
    QTest.keyClick(editor.line, Qt.Key.Key_Tab)
    assert workspace.ask(load_prospect, key).source == "Fair"
    assert editor.line.accessibleName() == "Sector · Ateliers Brévent"
    QTest.keyClicks(editor.line, "boats")
    QTest.keyClick(editor.line, Qt.Key.Key_Backtab)
    assert workspace.ask(load_prospect, key).sector == "boats"
    assert (editor.line.accessibleName(), editor.line.text()) == ("Source · Ateliers Brévent", "Fair")
    # What was typed is kept on leaving too.
    editor.line.setText("Web")
    wide.search.setFocus()
    assert (workspace.ask(load_prospect, key).source, editor.is_open) == ("Web", False)


def test_a_next_step_in_words(wide: ProspectsPage, workspace: Workspace) -> None:
    editor, key = wide.acts.editor, wide.model.at(1).id
    editor.start(Column.NEXT)
    QTest.keyClicks(editor.line, "soon")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.error.words.text().startswith("Write a date")
    editor.line.setText("25/11 10am")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert workspace.ask(followups.next_of, key).due_local.isoformat() == "2026-11-25T10:00:00"
    editor.start(Column.NEXT)
    QTest.keyClicks(editor.line, "27/11")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    planned = workspace.ask(followups.next_of, key)
    assert (planned.due_local.isoformat(), planned.moves) == ("2026-11-27T10:00:00", 1)


def test_heat_and_status_are_chosen(wide: ProspectsPage, workspace: Workspace) -> None:
    editor, key = wide.acts.editor, wide.model.at(1).id
    editor.start(Column.HEAT)
    QTest.keyClick(editor.popover, Qt.Key.Key_3)
    assert workspace.ask(load_prospect, key).heat is Heat.HOT
    editor.start(Column.STATUS)
    QTest.keyClick(editor.popover, Qt.Key.Key_2)
    assert workspace.ask(load_prospect, key).status is Status.LEAD
    assert not wide.acts.editor.start(Column.NAME)
