"""A morning on the matrix, by keys: cells, plane, table; what is on the screen is what is in the file."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services import matrix_board
from desktop.services.matrix_board import Beside
from desktop.services.prospect_filters import ProspectFilter
from desktop.ui import theme
from desktop.ui.matrix.page import MatrixPage
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP
from tests.services.test_today import prospect
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.matrix.conftest import shown
from tests.ui.touch import too_small

Key = Qt.Key


def press(page: MatrixPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.focusWidget(), key)


def open_steps(workspace: Workspace) -> set[uuid.UUID]:
    def read(session) -> set[uuid.UUID]:
        return {each.prospect_id for each in session.query(FollowUp).filter(FollowUp.state == FollowUpState.OPEN)}

    return workspace.ask(read)


def test_arrows_go_through_the_cells_and_enter_to_the_list(page: MatrixPage, keys) -> None:
    places, card = page.cells.places, page.cells.card
    # Where the work is first: the hottest of the best.
    assert places.at_hand == (Band.GOOD, Heat.HOT)
    assert places.tile(places.at_hand).accessibleName().startswith("Good × Hot · 2 prospects · €50,000")
    press(page, Key.Key_Down, Key.Key_Left)
    assert places.at_hand == (Band.MEDIUM, Heat.WARM)
    assert (card.title_label.text(), card.note_label.text()) == ("Medium × Warm", "2 prospects · €10,000")
    assert card.action.text() == "Nurturing, active follow-up"
    assert card.how.text() == "E-mail, in 7 working days · No proposal · cadence “30-day nurturing”"
    press(page, Key.Key_Return)
    assert card.list.hasFocus()
    press(page, Key.Key_J)
    assert card.list.key_at_hand() == keys["Vidal"]
    with_signal = []
    page.prospect_opened.connect(with_signal.append)
    page.call_requested.connect(with_signal.append)
    press(page, Key.Key_K, Key.Key_Return, Key.Key_A)
    assert with_signal == [keys["Garnier"], keys["Garnier"]]
    press(page, Key.Key_Escape)
    assert places.tile((Band.MEDIUM, Heat.WARM)).hasFocus()
    press(page, Key.Key_Down, Key.Key_Down, Key.Key_Left)
    assert places.at_hand is Beside.TO_COMPLETE
    assert not card.edit.isVisible()


def test_an_action_to_one_and_to_all_and_back(page: MatrixPage, workspace: Workspace, keys, qtbot) -> None:
    card = page.cells.card
    words = "2 follow-ups will be set on Wednesday 25 November."
    assert card.foreseen.text() == words
    press(page, Key.Key_Return)
    with qtbot.waitSignal(page.toasted) as toast:
        press(page, Key.Key_Space)
    assert toast.args[0] == "Next step on Wednesday 25 November: Perrin"
    assert open_steps(workspace) == {keys["Perrin"]}
    assert card.list.key_at_hand() == keys["Perrin"]
    assert card.foreseen.text() == "1 follow-up will be set on Wednesday 25 November. 1 keeps its next step."
    press(page, Key.Key_Space)
    assert "Replace" in page.banner.text
    apply = next(action for action in page.commands() if action.id == "matrix.apply")
    assert apply.enabled()
    with qtbot.waitSignal(page.toasted) as toast:
        apply.run()
    assert open_steps(workspace) == {keys["Perrin"], keys["Roux"]}
    assert not card.apply.isEnabled()
    card.replace.click()
    assert card.apply.isEnabled()
    toast.args[1]()
    assert open_steps(workspace) == {keys["Perrin"]}
    page.stack.undo()
    assert open_steps(workspace) == set()
    page.stack.redo()
    assert open_steps(workspace) == {keys["Perrin"]}


def test_a_cell_changed_by_its_editor_and_put_back(page: MatrixPage, qtbot) -> None:
    card = page.cells.card
    next(action for action in page.commands() if action.id == "matrix.edit").run()
    editor = page.cells._editor
    assert editor is not None and editor.action.hasFocus()
    QTest.keyClick(editor.action, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor.action, "Go and see them")
    editor.delay.setValue(4)
    QTest.keyClick(editor.action, Key.Key_Return)
    assert not editor.isVisible()
    assert (card.action.text(), card.own.isVisible()) == ("Go and see them", True)
    assert card.foreseen.text() == "2 follow-ups will be set on Friday 27 November."
    assert "Go and see them" in page.cells.places.tile((Band.GOOD, Heat.HOT)).accessibleName()
    page.stack.undo()
    assert (card.action.text(), card.own.isVisible()) == ("Immediate focus, proposal", False)
    page.stack.redo()
    page.cells.edit()
    editor.reset.click()
    assert card.action.text() == "Immediate focus, proposal"


def test_scores_given_from_the_table(page: MatrixPage, workspace: Workspace, keys) -> None:
    page.cells.choose((Band.MEDIUM, Heat.WARM))
    page.show_view("table")
    table, model = page.table.table, page.table.model
    assert table.hasFocus()
    assert [model.at(row).name for row in range(model.rowCount())] == ["Garnier", "Vidal"]
    press(page, Key.Key_Down, Key.Key_Right)
    assert model.data(table.currentIndex()) == "?"
    QTest.keyClick(table, Key.Key_3)
    total = model.columnCount() - 3
    assert [model.data(model.index(1, column)) for column in (2, total, total + 1, total + 2)] == [
        "3",
        "11/15",
        "good",
        "Warm",
    ]
    assert workspace.ask(matrix_board.board)[Band.GOOD, Heat.WARM].prospects == 1
    # The row stays under the hand that moved it.
    assert model.at(1).name == "Vidal"
    QTest.keyClicks(table, "?")
    assert model.data(table.currentIndex()) == "?"
    QTest.keyClick(table, Key.Key_Delete)
    assert model.data(table.currentIndex()) == ""
    QTest.keyClick(table, Key.Key_7)
    assert model.data(table.currentIndex()) == ""
    for _unused in range(3):
        page.stack.undo()
    assert [model.data(model.index(1, column)) for column in (2, total)] == ["?", "8 to 11/15"]
    assert workspace.ask(matrix_board.board)[Band.MEDIUM, Heat.WARM].prospects == 2


def test_a_score_without_a_call_says_what_is_missing(page: MatrixPage, workspace: Workspace, keys) -> None:
    page.show_view("table")
    page.table.choose(Beside.TO_COMPLETE)
    QTest.keyClick(page.table.table, Key.Key_2)
    assert page.banner.text == "Picard has no call yet, and a score belongs to a call."
    asked = []
    page.call_requested.connect(asked.append)
    press(page, Key.Key_A)
    assert asked == [keys["Picard"]]


def test_the_plane_names_who_stands_where(page: MatrixPage, keys) -> None:
    next(action for action in page.commands() if action.id == "matrix.next").run()
    plane = page.plane.plane
    assert plane.hasFocus() and page.view.value == "plane"
    assert page.plane.without.text() == "2 prospects have no total or no heat yet, and are not drawn."
    boxes = {each.mark.name: each.box for each in plane.placed}
    assert boxes["Vidal"].height() > 3 * boxes["Garnier"].height()
    assert boxes["Roux"].top() < boxes["Garnier"].top() < boxes["Morin"].top()
    plane.choose(next(each.mark for each in plane.placed if each.mark.name == "Vidal"))
    assert page.plane.card.title_label.text() == "Vidal"
    assert plane.accessibleDescription() == "Vidal · 53% to 73% · Warm"
    press(page, Key.Key_Left)
    assert plane.mark is not None and plane.mark.name == "Morin"
    press(page, Key.Key_Return)
    assert page.plane.list.hasFocus() and page.plane.list.key_at_hand() == keys["Morin"]


def test_the_same_prospects_in_the_list(page: MatrixPage) -> None:
    asked = []
    page.list_requested.connect(asked.append)
    page.to_list.click()
    [wanted] = asked
    assert isinstance(wanted, ProspectFilter)
    assert (wanted.bands, wanted.heats, wanted.to_complete) == ((Band.GOOD,), (Heat.HOT,), False)
    page.cells.choose(Beside.NO_HEAT)
    page.show_view("cells")
    assert not page.to_list.isEnabled()


def test_named_plain_and_large_enough_in_an_empty_file_too(qtbot, workspace: Workspace, clock, look) -> None:
    page = shown(qtbot, workspace)
    assert page.empty.isVisible() and page.subtitle() == "0 active prospects"
    for text in MARKUP[:4]:
        workspace.do(prospect, clock, text, "33333", Heat.HOT)
    theme.apply(look, theme.load("dark"), touch=True)
    page.resize(900, 560)
    for view in ("cells", "plane", "table"):
        page.show_view(view)
        page.grab()
    page.show_view("cells")
    page.cells.edit()
    assert nameless(page) == []
    assert rich_text_labels(page) == []
    # The corner of a table is built by Qt, and is not there without a vertical header.
    assert [each for each in too_small(page, 44) if "cornerbutton" not in each] == []
