"""Settled, moved, snoozed, amended, planned, one by one or together: each on the file, each undone by name."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.clock import FixedClock
from desktop.errors import UserError
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import followups
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from desktop.ui.undo import perform
from desktop.ui.widgets.bulk_popovers import BulkMovePopover, BulkOutcomePopover
from desktop.ui.widgets.followup_acts import undo_actions
from desktop.ui.widgets.move_popover import MovePopover
from desktop.ui.widgets.next_step_popover import NextStepPopover
from desktop.ui.widgets.outcome_popover import OutcomePopover
from desktop.ui.widgets.snooze_popover import SnoozePopover
from desktop.ui.workspace import Workspace
from tests.ui.widgets.followup_case import DUE, FRIDAY, STEP, Desk, anchor

ENTER = Qt.Key.Key_Return
Saved = Callable[[], FollowUp]


@pytest.mark.parametrize(("act", "state"), [("done", FollowUpState.DONE), ("drop", FollowUpState.DROPPED)])
def test_settled_and_taken_back(acting: Desk, saved: Saved, planned: uuid.UUID, act: str, state: FollowUpState) -> None:
    getattr(acting.acts, act)(planned, "Claire")
    assert saved().state is state
    text, undo = acting.toasts[0]
    assert text.endswith(": Claire")
    assert acting.stack.undoText() == text
    undo()
    assert saved().state is FollowUpState.OPEN
    acting.stack.redo()
    assert saved().state is state


def test_moved_snoozed_and_amended_and_taken_back(acting: Desk, saved: Saved, planned: uuid.UUID) -> None:
    until = saved().due_at + timedelta(hours=3)
    amended = NextStep(DUE, "Europe/Paris", Channel.EMAIL, Objective.PROJECTION, "case", brings="a figure")
    for act, after in (
        (lambda: acting.acts.move(planned, FRIDAY, "Claire"), lambda: saved().due_local == FRIDAY),
        (lambda: acting.acts.snooze(planned, until, "Claire"), lambda: saved().remind_at == until),
        (lambda: acting.acts.amend(planned, amended, "Claire"), lambda: followups.as_step(saved()) == amended),
    ):
        act()
        assert after()
        acting.stack.undo()
        assert not after()
        assert followups.as_step(saved()) == STEP
        acting.stack.redo()
        assert after()
        acting.stack.undo()


def test_planned_undone_and_redone_is_the_same_one(acting: Desk, workspace: Workspace, prospect_id: uuid.UUID) -> None:
    acting.acts.plan(prospect_id, STEP, "Claire")
    first = workspace.ask(followups.next_of, prospect_id)
    acting.stack.undo()
    assert workspace.ask(followups.next_of, prospect_id) is None
    acting.stack.redo()
    again = workspace.ask(followups.next_of, prospect_id)
    assert first is not None
    assert again is not None
    assert again.id == first.id


def test_what_the_service_refuses_leaves_nothing(acting: Desk, saved: Saved, planned: uuid.UUID) -> None:
    with pytest.raises(UserError):
        acting.acts.move(planned, datetime.fromisoformat("2026-11-02T09:00"), "Claire")
    assert saved().due_local == DUE
    assert (acting.toasts, acting.stack.canUndo()) == ([], False)


def test_an_old_toast_takes_back_its_own_act_only(acting: Desk, saved: Saved, planned: uuid.UUID) -> None:
    acting.acts.move(planned, FRIDAY, "Claire")
    acting.acts.done(planned, "Claire")
    acting.toasts[0][1]()
    assert (saved().due_local, saved().state, saved().remind_at) == (DUE, FollowUpState.DONE, None)


def test_an_undo_that_is_refused_is_not_passed_over_in_silence() -> None:
    stack = QUndoStack()

    def refuse() -> None:
        raise UserError("The disk is full.")

    perform(stack, "note", lambda: None, refuse)
    back = next(action for action in undo_actions("today", stack) if action.keys == ("Ctrl+Z",))
    with pytest.raises(UserError, match="full"):
        back.run()


def test_undo_and_redo_carry_the_name_of_the_act(acting: Desk, saved: Saved, planned: uuid.UUID) -> None:
    undo, redo = undo_actions("today", acting.stack)
    assert not undo.enabled()
    acting.acts.done(planned, "Claire")
    assert callable(undo.label)
    assert undo.label() == "Undo: Done: Claire"
    undo.run()
    assert saved().state is FollowUpState.OPEN
    assert (undo.enabled(), redo.enabled()) == (False, True)


def test_done_in_two_keys_with_the_next_step_planned(
    window: QWidget, acting: Desk, workspace: Workspace, saved: Saved, planned: uuid.UUID
) -> None:
    then: list[str] = []
    acting.acts.ask_done(anchor(window), planned, "Claire", lambda: then.append("done"))
    popover = acting.acts.popover
    assert isinstance(popover, OutcomePopover)
    QTest.keyClick(popover.outcome.chip("reached"), Qt.Key.Key_2)
    QTest.keyClick(popover.outcome.chip("voice_mail"), ENTER)
    following = workspace.ask(followups.next_of, saved().prospect_id)
    assert (saved().state, saved().outcome, then) == (FollowUpState.DONE, Outcome.VOICE_MAIL, ["done"])
    assert following is not None
    assert following.channel is not Channel.PHONE
    assert acting.toasts[-1][0] == "Voice mail: Claire"
    acting.toasts[-1][1]()
    assert followups.as_step(saved()) == STEP
    assert saved().state is FollowUpState.OPEN


def test_each_question_opens_on_what_is_saved_and_does_it(
    window: QWidget, acting: Desk, workspace: Workspace, saved: Saved, planned: uuid.UUID
) -> None:
    button = anchor(window)
    acting.acts.ask_move(button, planned, "Claire")
    move = acting.acts.popover
    assert isinstance(move, MovePopover)
    QTest.keyClicks(move.picker.line, "friday")
    QTest.keyClick(move.picker.line, ENTER)
    assert (saved().due_local, saved().moves) == (FRIDAY, 1)
    acting.acts.ask_snooze(button, planned, "Claire")
    snooze = acting.acts.popover
    assert isinstance(snooze, SnoozePopover)
    QTest.keyClick(snooze.line, ENTER)
    assert saved().snoozed_until == workspace.clock.now() + timedelta(hours=1)
    assert saved().due_local == FRIDAY
    acting.acts.ask_amend(button, planned, "Claire")
    amend = acting.acts.popover
    assert isinstance(amend, NextStepPopover)
    QTest.keyClick(amend.form.subject, Qt.Key.Key_End)
    QTest.keyClicks(amend.form.subject, " 2027")
    QTest.keyClick(amend.form.subject, ENTER)
    assert saved().subject == "budget 2027"
    acting.acts.ask_plan(button, saved().prospect_id, "Claire")
    plan = acting.acts.popover
    assert isinstance(plan, NextStepPopover)
    plan.go.click()
    assert saved().state is FollowUpState.REPLACED


def test_several_at_once_are_one_act(
    window: QWidget, acting: Desk, workspace: Workspace, clock: FixedClock, saved: Saved, planned: uuid.UUID
) -> None:
    other = workspace.do(create_prospect, now=clock.now(), company="Roux")
    keys = [planned, workspace.do(followups.plan, other, STEP, now=clock.now())]

    def states() -> set[FollowUpState]:
        return {workspace.ask(followups.load, key).state for key in keys}

    acting.acts.ask_bulk_move(anchor(window), keys)
    move = acting.acts.popover
    assert isinstance(move, BulkMovePopover)
    QTest.keyClicks(move.picker.line, "friday 10am")
    QTest.keyClick(move.picker.line, ENTER)
    assert {workspace.ask(followups.load, key).due_local for key in keys} == {FRIDAY.replace(hour=10)}
    acting.acts.ask_bulk_done(anchor(window), keys)
    done = acting.acts.popover
    assert isinstance(done, BulkOutcomePopover)
    QTest.keyClick(done.outcome.chip("reached"), Qt.Key.Key_1)
    QTest.keyClick(done.outcome.chip("reached"), ENTER)
    assert states() == {FollowUpState.DONE}
    acting.stack.undo()
    assert states() == {FollowUpState.OPEN}
    acting.acts.bulk_drop(keys)
    assert states() == {FollowUpState.DROPPED}
    assert [text for text, _undo in acting.toasts] == [
        "2 follow-ups postponed",
        "Reached: 2 follow-ups",
        "2 follow-ups dropped",
    ]
    acting.stack.undo()
    acting.stack.undo()
    assert (saved().due_local, states()) == (DUE, {FollowUpState.OPEN})
