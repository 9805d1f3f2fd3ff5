"""Several prospects, one act: those not read yet too."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services import followups
from desktop.services.prospect_rows import PAGE, prospect_rows
from desktop.services.prospects import load_prospect
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace
from tests.ui.prospects.book import fill, names
from tests.ui.prospects.book import listed as listed


def test_several_are_one_act(listed: ProspectsPage, workspace: Workspace, qtbot) -> None:
    listed.table.setCurrentIndex(listed.model.index(0, 0))
    for _times in range(2):
        QTest.keyClick(listed.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    bar = listed.list.selection
    assert bar.isVisible() and bar.count.text() == "3 selected"
    keys = listed.list.selected_keys()
    bar.buttons["heat"].click()
    with qtbot.waitSignal(listed.toasted) as toast:
        QTest.keyClick(listed.acts.bulk.popover, Qt.Key.Key_2)
    assert toast.args[0] == "Heat warm: 3 prospects"
    assert {workspace.ask(load_prospect, key).heat for key in keys} == {Heat.WARM}
    assert listed.list.selected_keys() == keys and bar.isVisible()
    bar.buttons["status"].click()
    QTest.keyClick(listed.acts.bulk.popover, Qt.Key.Key_6)
    popover = listed.acts.bulk.popover
    QTest.keyClick(popover, Qt.Key.Key_1)
    QTest.keyClicks(popover.reason, "too dear")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    assert {workspace.ask(load_prospect, key).status for key in keys} == {Status.LOST}
    listed.stack.undo()
    bar.buttons["plan"].click()
    popover = listed.acts.bulk.popover
    popover.a_day.segment("5").click()
    QTest.keyClicks(popover.picker.line, "25/11 10am")
    QTest.keyClick(popover.picker.line, Qt.Key.Key_Return)
    due = [workspace.ask(followups.next_of, key).due_local.isoformat() for key in keys]
    assert due == ["2026-11-25T10:00:00"] * 3
    listed.stack.undo()
    listed.stack.undo()
    assert listed.stack.index() == 0
    assert [workspace.ask(followups.next_of, key) for key in keys] == [None] * 3
    QTest.keyClick(listed.table, Qt.Key.Key_Delete)
    assert len(names(listed)) == 3
    listed.stack.undo()
    assert len(names(listed)) == 6
    QTest.keyClick(listed.table, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_all_of_a_filter_are_those_not_read_yet_too(listed: ProspectsPage, workspace: Workspace, clock) -> None:
    workspace.do(fill, clock, PAGE + 5)
    assert not listed.model.is_whole
    listed.table.setFocus()
    QTest.keyClick(listed.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert listed.list.selection.count.text() == f"{PAGE + 11} selected"
    assert len(listed.list.selected_keys()) == PAGE + 11
    listed.acts.run("remove")
    assert workspace.ask(prospect_rows) == []
    listed.stack.undo()
    assert workspace.ask(lambda session: session.query(Prospect).filter(Prospect.deleted_at.is_(None)).count()) == 71
