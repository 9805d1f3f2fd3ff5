"""Today by keys: walk, do, move, take back; asserting on the file and on what is visible."""

import uuid

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.statuses import Status
from desktop.services import calls, evidence, grids
from desktop.services.loose_ends import Kind, LooseEnd
from desktop.services.prospect_filters import ProspectFilter, working
from desktop.services.prospects import calls_of
from desktop.ui.today.page import TodayPage
from desktop.ui.today.task_row import TaskRow
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.move_popover import MovePopover
from desktop.ui.widgets.outcome_popover import OutcomePopover
from desktop.ui.widgets.snooze_popover import SnoozePopover
from desktop.ui.widgets.words_behind import WordsBehindPanel
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP
from tests.services.test_today import prospect
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.today.conftest import shown, wall


def state_of(workspace: Workspace, page: TodayPage, place: int) -> FollowUpState:
    key = page.rows()[place].task.follow_up_id
    return workspace.ask(lambda session: session.get_one(FollowUp, key).state)


def finish(page: TodayPage, row: TaskRow) -> None:
    """Space, then what became of it: reached, and the step that is proposed."""
    QTest.keyClick(row, Qt.Key.Key_Space)
    popover = page.acts.popover
    assert isinstance(popover, OutcomePopover) and popover.isVisible()
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_1)
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_Return)


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
        finish(page, page.rows()[0])
    assert workspace.ask(lambda session: session.get_one(FollowUp, key).state) is FollowUpState.DONE
    assert [row.task.company for row in page.now_card.rows] == ["Kerbrat"]
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


def test_moved_and_put_off_by_key(page: TodayPage, workspace: Workspace) -> None:
    key = page.rows()[0].task.follow_up_id
    QTest.keyClick(page.rows()[0], Qt.Key.Key_S)
    later = page.acts.popover
    assert isinstance(later, SnoozePopover)
    QTest.keyClick(later.line, Qt.Key.Key_Return)
    assert page.rows()[0].accessibleName().count("reminder at 10:30") == 1
    assert (page.rows()[0].when.text(), page.rows()[0].task.late_days) == ("Fri 20", 3)
    QTest.keyClick(page.rows()[0], Qt.Key.Key_R)
    popover = page.acts.popover
    assert isinstance(popover, MovePopover)
    QTest.keyClicks(popover.picker.line, "Friday 10am")
    QTest.keyClick(popover.picker.line, Qt.Key.Key_Return)
    due = workspace.ask(lambda session: session.get_one(FollowUp, key).due_local)
    assert due == wall("2026-11-27T10:00")
    page.stack.undo()
    assert workspace.ask(lambda session: session.get_one(FollowUp, key).moves) == 0


def test_why_it_is_here_follows_the_focus(page: TodayPage) -> None:
    assert page.reason.text() == "Why it is here: Focus, proposal · 3 days late"
    assert page.now_card.note_label.text() == "by recommended action, then by date, then by amount"
    QTest.keyClick(page.rows()[0], Qt.Key.Key_J)
    assert page.reason.text() == "Why it is here: Active nurturing · due today at 14:00"


def test_the_message_of_the_follow_up_at_hand(page: TodayPage) -> None:
    QTest.keyClick(page.rows()[0], Qt.Key.Key_J)
    QTest.keyClick(page.rows()[1], Qt.Key.Key_M)
    assert page.draft.isVisible() and "Kerbrat" in page.draft.title.text()
    page.leave()
    assert not page.draft.isVisible()


def test_what_is_counted_opens_its_list(page: TodayPage, qtbot) -> None:
    asked: list[ProspectFilter] = []
    page.list_requested.connect(asked.append)
    page.numbers.unplanned.click()
    page.numbers.expected.click()
    page.matrix.cells[Band.GOOD, Heat.HOT].click()
    line = next(each for each in page.loose_ends.lines if each.end.kind is Kind.UNPLANNED)
    line.click()
    assert asked == [
        working(planned=False),
        ProspectFilter(statuses=(Status.QUALIFIED,)),
        working(bands=(Band.GOOD,), heats=(Heat.HOT,), to_complete=False),
        working(planned=False),
    ]


def test_one_act_plans_for_all_who_lack_a_step(page: TodayPage, qtbot) -> None:
    assert page.numbers.unplanned.value == "1"
    with qtbot.waitSignal(page.toasted):
        page.loose_ends.plan_button.click()
    assert page.numbers.unplanned.value == "0"
    assert page.loose_ends.plan_button.isHidden()
    page.plan_all()
    page.stack.undo()
    assert page.numbers.unplanned.value == "1"


def test_the_day_as_a_calendar_file(qtbot, filled: Workspace, tmp_path) -> None:
    page = TodayPage(filled, tmp_path)
    qtbot.addWidget(page)
    page.refresh(frozenset())
    page.export_day()
    (written,) = tmp_path.rglob("*.ics")
    assert written.read_bytes().count(b"BEGIN:VEVENT") == 1
    assert written.name in page.outcome.text


def test_a_proposal_that_expired_alone_is_opened(page: TodayPage, qtbot) -> None:
    key = uuid.uuid4()
    with qtbot.waitSignal(page.proposal_opened) as opened:
        page.loose_ends.asked.emit(LooseEnd(Kind.EXPIRED, 1, None, key))
    with qtbot.waitSignal(page.proposals_requested):
        page.loose_ends.asked.emit(LooseEnd(Kind.EXPIRED, 2, None))
    assert opened.args == [key]


def test_nothing_to_do(qtbot, workspace: Workspace) -> None:
    page = shown(qtbot, workspace)
    with qtbot.waitSignal(page.new_prospect_requested):
        page.act("done")
        page.call_current()
    assert page.rows() == []
    empty = page.findChild(EmptyState)
    assert empty.sentence.text() == "Nothing left for today. Prepare the next call?"
    with qtbot.waitSignal(page.new_prospect_requested):
        empty.button.click()


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
    QTest.keyClick(before[1], Qt.Key.Key_Delete)
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


def test_every_row_says_all_its_words_at_the_usual_size(page: TodayPage, qtbot) -> None:
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
    # Twice as large as usual: the names first, the line at the foot says the rest.
    page.resize(790, 460)
    qtbot.waitUntil(lambda: not page.rows()[0].advice.isVisible())
    assert page.reason.isVisible()


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
