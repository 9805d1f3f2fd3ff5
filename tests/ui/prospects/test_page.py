"""Prospects by keys: written down, found, opened, changed, removed and brought back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services import calls, grids
from desktop.services.prospect_rows import prospect_rows
from desktop.services.prospects import calls_of, create_prospect, load_prospect
from desktop.ui.prospects.item_model import Column
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.widgets.words_behind import WordsBehindPanel
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP
from tests.services.test_today import prospect
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
    popover = page.detail.acts.popover
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    assert popover.isVisible()
    assert workspace.ask(load_prospect, key).status is Status.LEAD
    QTest.keyClick(popover, Qt.Key.Key_1)
    QTest.keyClicks(popover.reason, "prix")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    assert workspace.ask(load_prospect, key).status is Status.LOST
    assert page.detail.head.missing.text() == "Reason: Price, prix"
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


def _scored(workspace: Workspace, clock: FixedClock, name: str, marks: str) -> None:
    workspace.do(prospect, clock, name, marks, Heat.HOT)


def test_a_click_on_a_square_of_the_list_opens_its_words_and_still_selects(
    page: ProspectsPage, workspace: Workspace, clock: FixedClock
) -> None:
    clock.advance(60)
    _scored(workspace, clock, "Roux", "21313")
    clock.advance(60)
    _scored(workspace, clock, "Perrin", "33333")
    page.resize(1300, 800)
    page.table.viewport().repaint()
    place = page.model.row_of(next(page.model.at(n).id for n in range(4) if page.model.at(n).name == "Roux"))
    cell = page.table.visualRect(page.model.index(place, Column.QUALIFICATION))

    def click(x: int, y: int) -> None:
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(x, y))

    # The total, and what is right of the squares, only select.
    for x, y in ((70, 16), (110, 34)):
        click(x, y)
        assert page.current_id() == page.model.at(place).id
        assert page.findChild(WordsBehindPanel) is None
    click(8 + 2 * 18 + 7, 34)
    panel = page.findChild(WordsBehindPanel)
    assert (panel.isVisible(), panel.who.text()) == (True, "Roux")
    # Proven as it is, and opened all the same: it is the one under the pointer.
    assert panel.name.text() == page.model.strip(place).names[2] == "Decision-maker present"
    assert page.detail.prospect_id == page.current_id() == page.model.at(place).id
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    click(8 + 4 * 18 + 7, 34)
    assert panel.name.text() == page.model.strip(place).names[4]
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    # The dots of the whole grid: scored 2 without a word, the first one that still has to be proven.
    click(20, 16)
    assert panel.name.text() == "Stated need"


def test_a_key_opens_the_words_and_linking_is_undone_by_name(
    page: ProspectsPage, workspace: Workspace, clock: FixedClock
) -> None:
    clock.advance(60)
    key = workspace.do(prospect, clock, "Roux", "21313", Heat.HOT)
    call_id = workspace.ask(calls_of, key)[0].id
    workspace.do(calls.add_entry, call_id, "verbatim", "We lose a day.", at=clock.now())
    page.open_prospect(key)
    action = next(each for each in page.commands() if each.id == "prospects.words_behind")
    assert action.keys == ("Shift+F2",)
    action.trigger()
    panel = page.findChild(WordsBehindPanel)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert workspace.ask(grids.prospect_sheet, key).row("need").proofs == 1
    assert page.stack.undoText() == "linked to Stated need: We lose a day."
    page.stack.undo()
    assert workspace.ask(grids.prospect_sheet, key).row("need").proofs == 0
    assert panel.isVisible()
    page.leave()
    assert not panel.isVisible()


def test_before_the_first_call_there_are_no_squares_and_the_key_says_why(page: ProspectsPage, qtbot) -> None:
    cell = page.table.visualRect(page.model.index(0, Column.QUALIFICATION))
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(20, 25))
    assert page.findChild(WordsBehindPanel) is None
    with qtbot.waitSignal(page.toasted) as said:
        next(each for each in page.commands() if each.id == "prospects.words_behind").trigger()
    assert said.args[0] == "No call yet: the grid fills in while you listen."
