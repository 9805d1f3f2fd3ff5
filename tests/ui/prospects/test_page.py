"""Prospects by keys: written down, found, opened, changed, removed and brought back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services.prospects import create_prospect, load_prospect, prospect_rows
from desktop.ui.prospects.item_model import Column
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.prospects.conftest import shown


def test_written_down_by_keys(page: ProspectsPage, workspace: Workspace) -> None:
    page.new_prospect()
    QTest.keyClicks(page.new_panel.company, "Garage Roux")
    QTest.keyClicks(page.new_panel.person, "Paul Roux")
    QTest.keyClicks(page.new_panel.reach, "paul@roux.fr")
    QTest.keyClick(page.new_panel.reach, Qt.Key.Key_Return)
    row = workspace.ask(prospect_rows, "roux")[0]
    saved = workspace.ask(load_prospect, row.id)
    assert (saved.company, saved.contacts[0].name, saved.contacts[0].email) == (
        "Garage Roux",
        "Paul Roux",
        "paul@roux.fr",
    )
    assert not page.new_panel.isVisible()
    assert page.detail.prospect_id == row.id
    assert page.detail.head.name.text() == "Garage Roux"


def test_a_prospect_needs_a_name(page: ProspectsPage, workspace: Workspace) -> None:
    page.new_prospect()
    QTest.keyClicks(page.new_panel.reach, "0612345678")
    QTest.keyClick(page.new_panel.reach, Qt.Key.Key_Return)
    assert page.new_panel.isVisible()
    assert page.new_panel.reach.text() == "0612345678"
    assert len(workspace.ask(prospect_rows)) == 2
    QTest.keyClick(page.new_panel.company, Qt.Key.Key_Escape)
    assert not page.new_panel.isVisible()


def test_filtered_as_one_types(page: ProspectsPage, qtbot) -> None:
    QTest.keyClicks(page.search, "brev")
    assert page.model.rowCount() == 1
    assert page.found.text() == "1 found"
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    qtbot.waitUntil(lambda: page.detail.head.name.text() == "Ateliers Brévent")
    QTest.keyClicks(page.search, "zzz")
    assert page.model.rowCount() == 0


def test_heat_and_status(page: ProspectsPage, workspace: Workspace) -> None:
    key = page.model.at(0).id
    page.open_prospect(key)
    page.detail.head.heat.chip("hot").click()
    assert workspace.ask(load_prospect, key).heat is Heat.HOT
    page.detail.head.choose_status(Status.LOST)
    popover = page.detail.head.popover
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    assert popover.isVisible()
    assert workspace.ask(load_prospect, key).status is Status.LEAD
    QTest.keyClicks(popover.reason, "prix")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    assert workspace.ask(load_prospect, key).status is Status.LOST
    assert page.detail.head.missing.text() == "Reason: prix"
    page.stack.undo()
    assert workspace.ask(load_prospect, key).status is Status.LEAD


def test_removed_and_brought_back(page: ProspectsPage, workspace: Workspace, qtbot) -> None:
    key = page.model.at(0).id
    with qtbot.waitSignal(page.toasted) as toast:
        QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert workspace.ask(lambda session: session.get_one(Prospect, key).deleted_at) is not None
    assert page.model.row_of(key) is None
    toast.args[1]()
    assert page.model.row_of(key) is not None


def test_hostile_words_are_text(qtbot, workspace: Workspace, clock: FixedClock) -> None:
    for text in MARKUP[:8]:
        workspace.do(create_prospect, now=clock.now(), company=text, person=text, about=text, notes=text)
    page = shown(qtbot, workspace)
    qtbot.waitUntil(lambda: page.detail.prospect_id is not None)
    assert nameless(page) == []
    assert rich_text_labels(page) == []


def test_a_narrow_window_gives_its_room_to_the_file(page: ProspectsPage) -> None:
    wide = page.splitter.sizes()[0]
    page.resize(940, 560)
    listed, opened = page.splitter.sizes()
    assert listed < wide
    assert opened > listed
    assert not page.table.isColumnHidden(Column.NEXT)
    assert page.table.isColumnHidden(Column.AMOUNT)
    inner = page.detail.widget()
    assert inner is not None
    assert inner.width() <= page.detail.viewport().width()
    page.resize(1200, 800)
    assert page.splitter.sizes()[0] == wide
