"""Today by keys: walk, do, move, take back; asserting on the file and on what is visible."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import calls, evidence, grids
from desktop.services.prospects import calls_of
from desktop.ui.today.page import TodayPage
from desktop.ui.widgets.words_behind import WordsBehindPanel
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP
from tests.services.test_today import prospect
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.today.conftest import shown, wall


def state_of(workspace: Workspace, page: TodayPage, place: int) -> FollowUpState:
    key = page.rows()[place].task.follow_up_id
    return workspace.ask(lambda session: session.get_one(FollowUp, key).state)


def test_head_and_numbers(page: TodayPage) -> None:
    assert page.title() == "Monday 23 November"
    assert page.subtitle() == "2 follow-ups due, 1 late, 1 this week"
    assert [row.task.company for row in page.rows()] == ["Brevent", "Kerbrat", "Perrin"]
    assert (page.rows()[0].when.text(), page.rows()[0].when.kind) == ("Fri 20", "danger")
    assert page.rows()[1].when.text() == "14:00"
    assert page.rows()[0].button.text() == "Open the proposal"
    assert page.rows()[1].button.text() == "Call"


def test_done_by_key_and_taken_back(page: TodayPage, workspace: Workspace, qtbot) -> None:
    key = page.rows()[0].task.follow_up_id
    with qtbot.waitSignal(page.toasted) as toast:
        QTest.keyClick(page.rows()[0], Qt.Key.Key_Space)
    assert workspace.ask(lambda session: session.get_one(FollowUp, key).state) is FollowUpState.DONE
    assert [row.task.company for row in page.rows()] == ["Kerbrat", "Perrin"]
    assert page.rows()[0].hasFocus()
    toast.args[1]()
    assert state_of(workspace, page, 0) is FollowUpState.OPEN
    assert page.rows()[0].task.company == "Brevent"


def test_walking_and_asking(page: TodayPage, qtbot) -> None:
    QTest.keyClick(page.rows()[0], Qt.Key.Key_J)
    assert page.rows()[1].hasFocus()
    QTest.keyClick(page.rows()[1], Qt.Key.Key_K)
    QTest.keyClick(page.rows()[0], Qt.Key.Key_Up)
    assert page.rows()[0].hasFocus()
    QTest.keyClick(page.rows()[0], Qt.Key.Key_Down)
    task = page.rows()[1].task
    with qtbot.waitSignal(page.call_requested) as call:
        QTest.keyClick(page.rows()[1], Qt.Key.Key_A)
    with qtbot.waitSignal(page.prospect_opened) as opened:
        QTest.keyClick(page.rows()[1], Qt.Key.Key_Return)
    assert call.args == opened.args == [task.prospect_id]
    with qtbot.waitSignal(page.proposal_requested) as asked:
        page.rows()[0].button.click()
    assert asked.args == [page.rows()[0].task.prospect_id]


def test_moved_by_key(page: TodayPage, workspace: Workspace) -> None:
    key = page.rows()[0].task.follow_up_id
    QTest.keyClick(page.rows()[0], Qt.Key.Key_R)
    chips = page._move.picker.chips
    assert page._move.isVisible()
    QTest.keyClick(chips.chip("tomorrow"), Qt.Key.Key_Right)
    QTest.keyClick(chips.chip("friday"), Qt.Key.Key_Return)
    due = workspace.ask(lambda session: session.get_one(FollowUp, key).due_local)
    assert due == wall("2026-11-27T09:00")
    assert not page._move.isVisible()
    page.stack.undo()
    assert workspace.ask(lambda session: session.get_one(FollowUp, key).moves) == 0


def test_nothing_to_do(qtbot, workspace: Workspace) -> None:
    page = shown(qtbot, workspace)
    with qtbot.waitSignal(page.new_prospect_requested):
        page.act("done")
        page.call_current()
    assert page.rows() == []


def test_hostile_words_are_text(qtbot, workspace: Workspace, clock: FixedClock) -> None:
    for place, text in enumerate(MARKUP[:12]):
        workspace.do(prospect, clock, text, due=wall(f"2026-11-23T{9 + place:02d}:45"))
    page = shown(qtbot, workspace)
    assert len(page.rows()) == 12
    assert nameless(page) == []
    assert rich_text_labels(page) == []


def test_what_did_not_change_is_not_built_again(page: TodayPage, workspace: Workspace, clock: FixedClock) -> None:
    before = list(page.rows())
    page.refresh(frozenset())
    assert page.rows() == before
    before[1].setFocus()
    QTest.keyClick(before[1], Qt.Key.Key_Space)
    assert page.rows() == [before[0], before[2]]
    page.stack.undo()
    assert [row.task.company for row in page.rows()] == ["Brevent", "Kerbrat", "Perrin"]
    assert (page.rows()[0], page.rows()[2]) == (before[0], before[2])


def test_the_day_after_the_rows_say_another_day(page: TodayPage, clock: FixedClock) -> None:
    assert page.rows()[1].when.text() == "14:00"
    clock.advance(24 * 3600)
    page.refresh(frozenset())
    kerbrat = next(row for row in page.rows() if row.task.company == "Kerbrat")
    assert (kerbrat.when.text(), kerbrat.when.kind) == ("Mon 23", "danger")


def test_a_button_that_has_the_focus_keeps_it_through_a_refresh(page: TodayPage, workspace: Workspace, clock) -> None:
    button = page.rows()[1].button
    button.setFocus()
    workspace.do(prospect, clock, "Another")
    assert button.hasFocus()
    assert page.current_task() is page.rows()[1].task


def test_every_row_says_all_its_words_at_the_usual_size(page: TodayPage) -> None:
    page.resize(1247, 838)
    QTest.qWait(0)
    for row in page.rows():
        assert "…" not in "".join(row.advice.lines())
    page.resize(946, 580)
    QTest.qWait(0)
    assert page.rows()[0].button.text() == "Proposal"
    for row in page.rows():
        assert "…" not in "".join(row.advice.lines())
        assert row.width() <= page.width()


def test_a_square_opens_the_words_behind_it_and_a_key_those_that_matter_most(page: TodayPage) -> None:
    row = page.rows()[1]
    QTest.mouseClick(row.squares, Qt.MouseButton.LeftButton, pos=QPoint(44, 8))
    panel = page.findChild(WordsBehindPanel)
    assert (panel.isVisible(), panel.who.text(), panel.name.text()) == (True, "Kerbrat", row.task.strip.names[2])
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    page.rows()[0].setFocus()
    action = next(each for each in page.commands() if each.id == "today.words_behind")
    assert action.keys == ("Shift+F2",)
    action.trigger()
    assert (panel.who.text(), panel.name.text()) == ("Brevent", page.rows()[0].task.strip.names[0])
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert page.rows()[0].hasFocus()


def test_the_words_do_not_stay_over_another_page(page: TodayPage) -> None:
    page.show_words()
    panel = page.findChild(WordsBehindPanel)
    assert panel.isVisible()
    page.leave()
    assert not panel.isVisible()


def test_a_square_fills_once_its_score_is_proven(page: TodayPage, workspace: Workspace, clock: FixedClock) -> None:
    key = page.rows()[1].task.prospect_id
    assert page.rows()[1].task.strip.to_prove == {0, 2, 3}
    call_id = workspace.ask(calls_of, key)[0].id
    entry_id = workspace.do(calls.add_entry, call_id, "verbatim", "My associate and I decide.", at=clock.now())
    workspace.do(evidence.set_proof, entry_id, "authority", True, at=clock.now())
    assert page.rows()[1].task.strip.to_prove == {0, 3}
    assert "Decision-maker present: 2 ·" in page.rows()[1].squares.accessibleName()


def test_words_linked_on_today_are_undone_by_name(page: TodayPage, workspace: Workspace, clock: FixedClock) -> None:
    key = page.rows()[0].task.prospect_id
    call_id = workspace.ask(calls_of, key)[0].id
    workspace.do(calls.add_entry, call_id, "verbatim", "15 k€", at=clock.now())
    page.rows()[0].setFocus()
    page.show_words()
    panel = page.findChild(WordsBehindPanel)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert workspace.ask(grids.prospect_sheet, key).row("need").proofs == 1
    assert page.stack.undoText() == "linked to Stated need: 15 k€"
    page.stack.undo()
    assert workspace.ask(grids.prospect_sheet, key).row("need").proofs == 0
