"""Follow-ups by keys: one or several done, moved, dropped, planned; the week walked and its cards moved."""

import uuid
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.followup_kinds import Channel, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import absences
from desktop.services.board import Asked, Part, Paused
from desktop.services.cadence_runs import pause, start
from desktop.services.cadences import in_use
from desktop.services.followup_rows import Task
from desktop.services.followups import next_of
from desktop.ui import theme
from desktop.ui.followups.page import FollowUpsPage
from desktop.ui.widgets.bulk_popovers import BulkMovePopover, BulkOutcomePopover
from desktop.ui.widgets.next_step_popover import NextStepPopover
from desktop.ui.widgets.outcome_popover import OutcomePopover
from desktop.ui.workspace import Workspace
from tests.services.test_today import prospect
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.followups.conftest import shown
from tests.ui.touch import too_small

KEY = Qt.Key
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def company(page: FollowUpsPage) -> str:
    line = page.list.line()
    return line.company if isinstance(line, Task) else line.name if line else ""


def loaded(workspace: Workspace, key: uuid.UUID) -> FollowUp:
    return workspace.ask(lambda session: session.get_one(FollowUp, key))


def at_hand(page: FollowUpsPage) -> Task:
    line = page.list.line()
    assert isinstance(line, Task)
    return line


def card(page: FollowUpsPage) -> Task:
    task = page.week.task()
    assert task is not None
    return task


def press(page: FollowUpsPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.week.column().cards if page.shows_week else page.list, key, modifier)


def test_what_is_shown(page: FollowUpsPage) -> None:
    assert page.subtitle() == "1 late, 1 today, 1 in the next 7 days, 1 without a next step"
    rows = [page.model.data(page.model.index(row)) for row in range(page.model.rowCount())]
    assert rows[:4] == ["Late · 1", "<b>Late</b> person · <b>Late</b>", "Today · 1", "Today person · Today"]
    assert rows[-2:] == ["Without a next step · 1", "Nothing · Nothing person"]
    assert (nameless(page), rich_text_labels(page)) == ([], [])
    assert page.preview.isVisible() and page.preview.title_label.text() == "<b>Late</b> person"


def test_walking_over_headings_and_asking(page: FollowUpsPage, qtbot) -> None:
    press(page, KEY.Key_J)
    assert company(page) == "Today"
    press(page, KEY.Key_K)
    assert company(page) == "<b>Late</b>"
    press(page, KEY.Key_Down)
    for key, signal in (
        (KEY.Key_A, page.call_requested),
        (KEY.Key_Return, page.prospect_opened),
        (KEY.Key_P, page.proposal_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            press(page, key)
        assert asked.args == [at_hand(page).prospect_id]
    press(page, KEY.Key_M)
    assert page.draft.isVisible()
    page.leave()
    assert not page.draft.isVisible()


def test_done_with_its_outcome_and_the_next_one_at_once(page: FollowUpsPage, workspace: Workspace) -> None:
    task = at_hand(page)
    press(page, KEY.Key_Space)
    popover = page.acts.popover
    assert isinstance(popover, OutcomePopover)
    QTest.keyClick(popover.outcome.chip("reached"), KEY.Key_2)
    QTest.keyClick(popover.outcome.chip("voice_mail"), KEY.Key_Return)
    assert loaded(workspace, task.follow_up_id).outcome is Outcome.VOICE_MAIL
    step = workspace.ask(next_of, task.prospect_id)
    assert step is not None and step.id != task.follow_up_id
    assert company(page) == "Today" and page.list.hasFocus()
    page.stack.undo()
    assert loaded(workspace, task.follow_up_id).state is FollowUpState.OPEN
    assert page.subtitle().startswith("1 late")


def test_dropped_and_taken_back(page: FollowUpsPage, workspace: Workspace) -> None:
    key = at_hand(page).follow_up_id
    press(page, KEY.Key_Delete)
    assert loaded(workspace, key).state is FollowUpState.DROPPED
    page.stack.undo()
    assert loaded(workspace, key).state is FollowUpState.OPEN


def test_a_next_step_for_who_had_none(page: FollowUpsPage, workspace: Workspace) -> None:
    page.filter_bar.parts[Part.UNPLANNED].click()
    line = page.list.line()
    assert line is not None and company(page) == "Nothing"
    press(page, KEY.Key_Space)
    popover = page.acts.popover
    assert isinstance(popover, NextStepPopover)
    QTest.keyClicks(popover.form.subject, "premier appel")
    QTest.keyClick(popover.form.subject, KEY.Key_Return)
    step = workspace.ask(next_of, line.prospect_id)
    assert step is not None and step.subject == "premier appel"
    assert page.empty.isVisible() and page.empty.filtered.isVisible()
    page.empty.filtered.button.click()
    assert page.list.isVisible() and page.filter_bar.part is None


def test_several_in_one_act(page: FollowUpsPage, workspace: Workspace, tmp_path) -> None:
    press(page, KEY.Key_Down, SHIFT)
    press(page, KEY.Key_Down, SHIFT)
    keys = [task.follow_up_id for task in page.list.chosen()]
    assert (len(keys), page.chosen_bar.words.text()) == (3, "3 chosen")
    page.act("calendar")
    (written,) = tmp_path.rglob("*.ics")
    assert written.read_bytes().count(b"BEGIN:VEVENT") == 3
    press(page, KEY.Key_R)
    popover = page.acts.popover
    assert isinstance(popover, BulkMovePopover)
    popover.picker.set_value(datetime.fromisoformat("2026-12-01T10:00"))
    popover.go.click()
    assert {loaded(workspace, key).due_local.date() for key in keys} == {date(2026, 12, 1)}
    page.stack.undo()
    assert loaded(workspace, keys[0]).due_local == datetime.fromisoformat("2026-11-20T09:00")
    page.list.selectAll()
    press(page, KEY.Key_Space)
    assert isinstance(page.acts.popover, BulkOutcomePopover)
    page.acts.popover.close()
    page.list.selectAll()
    press(page, KEY.Key_Delete)
    assert {loaded(workspace, key).state for key in keys} == {FollowUpState.DROPPED}
    page.stack.undo()
    page.list.go_to(1)
    press(page, KEY.Key_X)
    press(page, KEY.Key_Escape)
    assert page.list.count_chosen() == 1 and page.chosen_bar.isHidden()


def test_what_is_asked_of_them(page: FollowUpsPage) -> None:
    page.filter_bar.ask(Asked(channel=Channel.EMAIL))
    assert page.empty.isVisible() and page.filter_bar.channel.isChecked()
    page.filter_bar.ask(Asked(channel=Channel.PHONE))
    assert page.list.isVisible()
    assert page.filter_bar.parts[Part.LATE].text() == "Late · 1"
    page.filter_bar.parts[Part.LATER].click()
    assert company(page) == "Later"


def test_the_week_by_keys(page: FollowUpsPage, workspace: Workspace, clock: FixedClock) -> None:
    workspace.do(absences.declare, date(2026, 11, 27), date(2026, 11, 27), "Day off", now=clock.now())
    press(page, KEY.Key_J)
    press(page, KEY.Key_V)
    monday, friday = page.week.columns[0], page.week.columns[4]
    assert (card(page).company, monday.load.text()) == ("Today", "1 follow-up, 1 call")
    assert friday.why.text() == "Day off" and "Day off" in friday.cards.accessibleName()
    press(page, KEY.Key_Right)
    press(page, KEY.Key_Right)
    press(page, KEY.Key_Right)
    key = card(page).follow_up_id
    press(page, KEY.Key_Right, ALT)
    # Over the day off and the weekend: the Monday after, which is in the next week.
    assert loaded(workspace, key).due_local == datetime.fromisoformat("2026-11-30T10:00")
    assert (page.monday, card(page).follow_up_id) == (date(2026, 11, 30), key)
    page.stack.undo()
    press(page, KEY.Key_Home)
    assert (page.monday, page.week.columns[0].cards.hasFocus()) == (date(2026, 11, 23), True)
    said: list[str] = []
    page.toasted.connect(lambda text, _undo: said.append(text))
    press(page, KEY.Key_Left, ALT)
    assert "past" in said[0]
    press(page, KEY.Key_PageDown)
    assert page.monday == date(2026, 11, 30)
    page.act("view")
    assert page.list.isVisible() and not page.week_bar.isVisible()


def test_a_card_moved_twice_is_moved_again_for_a_reason_only(page: FollowUpsPage, workspace: Workspace) -> None:
    press(page, KEY.Key_J)
    key = at_hand(page).follow_up_id
    press(page, KEY.Key_V)
    press(page, KEY.Key_Down, ALT)
    press(page, KEY.Key_Up, ALT)
    assert (loaded(workspace, key).moves, page.monday) == (2, date(2026, 11, 23))
    press(page, KEY.Key_Right, ALT)
    assert loaded(workspace, key).moves == 2
    assert page.acts.popover is not None and page.acts.popover.isVisible()


def test_a_full_day_shows_the_rest_when_asked(qtbot, workspace: Workspace, clock: FixedClock) -> None:
    for minute in range(16):
        workspace.do(prospect, clock, f"p{minute}", due=datetime.fromisoformat(f"2026-11-23T15:{minute:02d}"))
    page = shown(qtbot, workspace)
    page.show_view("week")
    cards = page.week.columns[0].cards
    assert len(cards.rows.rows) == 15
    cards.go_to(14)
    assert page.week.task() is None
    press(page, KEY.Key_Return)
    assert len(cards.rows.rows) == 16


def test_a_cadence_on_hold_goes_on(qtbot, workspace: Workspace, clock: FixedClock) -> None:
    key = workspace.do(prospect, clock, "held")
    cadence = next(each for each in workspace.ask(in_use, "en") if not each.needs_proposal)
    run_id = workspace.do(start, key, cadence, now=clock.now(), zone=clock.zone)
    workspace.do(pause, run_id, now=clock.now(), reason="They answered.")
    page = shown(qtbot, workspace)
    page.filter_bar.parts[Part.PAUSED].click()
    line = page.list.line()
    assert isinstance(line, Paused) and line.reason == "They answered."
    page.preview.buttons["resume"].click()
    assert workspace.ask(lambda session: session.get_one(CadenceRun, run_id).state) is RunState.RUNNING
    page.stack.undo()
    assert workspace.ask(lambda session: session.get_one(CadenceRun, run_id).state) is RunState.PAUSED


def test_nobody_to_follow_up(qtbot, workspace: Workspace) -> None:
    page = shown(qtbot, workspace)
    assert page.empty.nothing.isVisible() and page.empty.nothing.button.hasFocus()
    with qtbot.waitSignal(page.new_prospect_requested):
        QTest.keyClick(page.empty.nothing.button, KEY.Key_Space)


def test_a_finger_hits_everything_and_the_message_gives_way(page: FollowUpsPage, look, qtbot) -> None:
    theme.apply(look, theme.current(), True)
    for view in ("week", "list"):
        page.show_view(view)
        qtbot.waitUntil(lambda: too_small(page, 44) == [])
    assert page.list.sizeHintForRow(1) >= 52
    theme.apply(look, theme.current(), False)
    page.resize(900, 560)
    QTest.qWait(0)
    assert page.preview.isHidden()
