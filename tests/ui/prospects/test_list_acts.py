"""Filters kept under a name have a digit, and what is done to them is undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services import saved_filters
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace
from tests.ui.prospects.book import HOT, names
from tests.ui.prospects.book import listed as listed


def test_filters_kept_under_a_name_have_a_digit_and_are_undone(listed: ProspectsPage, workspace: Workspace) -> None:
    bar = listed.list.bar
    QTest.keyClick(listed.table, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert (names(listed), bar.saved.text()) == (["2", "1", "0"], "Hot")
    listed.show_filter(HOT)
    assert bar.saved.text() == "Own choice"
    listed.acts.ask_name()
    popover = listed.acts.popover
    QTest.keyClicks(popover.line, "Hot")
    QTest.keyClick(popover.line, Qt.Key.Key_Return)
    assert popover.isVisible() and popover.field.error.startswith("A filter that comes with Boussole")
    popover.line.setText("Burning & co")
    QTest.keyClick(popover.line, Qt.Key.Key_Return)
    assert not popover.isVisible()
    (own,) = workspace.ask(saved_filters.own)
    assert (own.name, own.filter, bar.saved.text()) == ("Burning & co", HOT, "Burning & co")
    texts = [act.text().split("\t")[0] for act in bar.menu().actions()]
    assert "Burning && co" in texts and "Remove this filter" in texts
    bar.rename_wanted.emit(own)
    listed.acts.popover.line.setText("Boiling")
    QTest.keyClick(listed.acts.popover.line, Qt.Key.Key_Return)
    assert bar.saved.text() == "Boiling"
    listed.list.clear()
    QTest.keyClick(listed.table, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert listed.list.filter == HOT
    bar.removed.emit(own)
    assert (workspace.ask(saved_filters.own), bar.saved.text()) == ((), "Own choice")
    listed.stack.undo()
    listed.stack.undo()
    assert bar.saved.text() == "Burning & co"
