"""Done, dropped, moved, amended, planned: each on the file, each undone by name; and the popovers that ask when."""

import uuid
from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.clock import FixedClock
from desktop.errors import UserError
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import followups
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from desktop.ui.undo import perform
from desktop.ui.widgets.followup_acts import FollowUpActs, MovePopover, NextStepPopover, undo_actions
from desktop.ui.workspace import Workspace
from tests.ui.accessibility import nameless, rich_text_labels

DUE = datetime.fromisoformat("2026-11-24T14:00")
FRIDAY = datetime.fromisoformat("2026-11-27T14:00")
STEP = NextStep(DUE, "Europe/Paris", Channel.PHONE, Objective.VALIDATION, "budget")
ESC, TAB = Qt.Key.Key_Escape, Qt.Key.Key_Tab


class Desk:
    """A page as far as the acts know it: a stack, and the toasts it showed."""

    def __init__(self, workspace: Workspace) -> None:
        self.stack = QUndoStack()
        self.toasts: list[tuple[str, Callable[[], None]]] = []
        self.acts = FollowUpActs(workspace, self.stack, lambda text, undo: self.toasts.append((text, undo)))  # type: ignore[arg-type]


@pytest.fixture
def desk(workspace: Workspace) -> Desk:
    return Desk(workspace)


@pytest.fixture
def prospect_id(workspace: Workspace, clock: FixedClock) -> uuid.UUID:
    return workspace.do(create_prospect, now=clock.now(), company="Brévent")


@pytest.fixture
def planned(workspace: Workspace, clock: FixedClock, prospect_id: uuid.UUID) -> uuid.UUID:
    return workspace.do(followups.plan, prospect_id, STEP, now=clock.now())


@pytest.fixture
def saved(workspace: Workspace, planned: uuid.UUID) -> Callable[[], FollowUp]:
    return lambda: workspace.ask(lambda session: session.get_one(FollowUp, planned))


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    button = QPushButton("Move", window)
    QVBoxLayout(window).addWidget(button)
    window.resize(800, 600)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    button.setFocus()
    return window


def anchor(window: QWidget) -> QPushButton:
    return window.findChildren(QPushButton)[0]


@pytest.mark.parametrize(("act", "state"), [("done", FollowUpState.DONE), ("drop", FollowUpState.DROPPED)])
def test_settled_and_taken_back(desk: Desk, saved, planned: uuid.UUID, act: str, state: FollowUpState) -> None:
    getattr(desk.acts, act)(planned, "Claire")
    assert saved().state is state
    text, undo = desk.toasts[0]
    assert text.endswith(": Claire")
    assert desk.stack.undoText() == text
    undo()
    assert saved().state is FollowUpState.OPEN
    desk.stack.redo()
    assert saved().state is state


def test_moved_and_taken_back(desk: Desk, saved, planned: uuid.UUID) -> None:
    desk.acts.move(planned, DUE, FRIDAY, "Claire")
    assert (saved().due_local, saved().moves) == (FRIDAY, 1)
    desk.stack.undo()
    assert (saved().due_local, saved().moves) == (DUE, 0)


def test_amended_and_taken_back(desk: Desk, saved, planned: uuid.UUID) -> None:
    new = NextStep(DUE, "Europe/Paris", Channel.EMAIL, Objective.PROJECTION, "case")
    desk.acts.amend(planned, STEP, new, "Claire")
    assert followups.as_step(saved()) == new
    desk.stack.undo()
    assert followups.as_step(saved()) == STEP


def test_planned_undone_and_redone_is_the_same_one(desk: Desk, workspace: Workspace, prospect_id: uuid.UUID) -> None:
    desk.acts.plan(prospect_id, STEP, "Claire")
    first = workspace.ask(followups.next_of, prospect_id)
    desk.stack.undo()
    assert workspace.ask(followups.next_of, prospect_id) is None
    desk.stack.redo()
    again = workspace.ask(followups.next_of, prospect_id)
    assert first is not None
    assert again is not None
    assert again.id == first.id


def test_what_the_service_refuses_leaves_nothing(desk: Desk, saved, planned: uuid.UUID) -> None:
    with pytest.raises(UserError):
        desk.acts.move(planned, DUE, datetime.fromisoformat("2026-11-02T09:00"), "Claire")
    assert saved().due_local == DUE
    assert (desk.toasts, desk.stack.canUndo()) == ([], False)


def test_an_old_toast_takes_back_its_own_act_only(desk: Desk, saved, planned: uuid.UUID) -> None:
    desk.acts.move(planned, DUE, FRIDAY, "Claire")
    desk.acts.done(planned, "Claire")
    desk.toasts[0][1]()
    assert (saved().due_local, saved().state) == (DUE, FollowUpState.DONE)


def test_an_undo_that_is_refused_is_not_passed_over_in_silence() -> None:
    stack = QUndoStack()

    def refuse() -> None:
        raise UserError("The disk is full.")

    perform(stack, "note", lambda: None, refuse)
    back = next(action for action in undo_actions("today", stack) if action.keys == ("Ctrl+Z",))
    with pytest.raises(UserError, match="full"):
        back.run()


def test_a_chip_moves_at_once_and_the_focus_comes_back(window: QWidget, clock: FixedClock) -> None:
    popover = MovePopover(clock, window)
    found: list[datetime] = []
    popover.open_for(anchor(window), "Claire <b>", DUE, 0, found.append)
    tomorrow = popover.picker.chips.chip("tomorrow")
    assert tomorrow.hasFocus()
    QTest.keyClick(tomorrow, Qt.Key.Key_Right)
    QTest.keyClick(popover.picker.chips.chip("friday"), Qt.Key.Key_Space)
    assert found == [FRIDAY]
    assert not popover.isVisible()
    assert anchor(window).hasFocus()


def test_a_date_refused_is_said_under_it_and_nothing_closes(window: QWidget, clock: FixedClock) -> None:
    popover = MovePopover(clock, window)

    def refuse(_due: datetime) -> None:
        raise UserError("Too late.")

    popover.open_for(anchor(window), "Claire", DUE, 0, refuse)
    popover.go.click()
    assert (popover.isVisible(), popover.picker.field.error) == (True, "Too late.")
    popover.close()
    popover.open_for(anchor(window), "Claire", DUE, 0, refuse)
    assert popover.picker.field.error == ""


@pytest.mark.parametrize(("moves", "asked"), [(2, False), (3, True)])
def test_after_three_moves_it_asks_whether_it_is_worth_it(
    window: QWidget, clock: FixedClock, moves: int, asked: bool
) -> None:
    popover = MovePopover(clock, window)
    popover.open_for(anchor(window), "Claire", DUE, moves, lambda _due: None)
    assert popover._moved.isVisible() is asked
    assert nameless(popover) == []
    assert rich_text_labels(popover) == []


def test_esc_or_a_click_beside_closes_and_a_click_inside_does_not(window: QWidget, clock: FixedClock) -> None:
    popover = MovePopover(clock, window)
    for leave in (
        lambda: QTest.keyClick(popover.picker.chips.chip("monday"), ESC),
        lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=window.rect().bottomLeft()),
    ):
        popover.open_for(anchor(window), "Claire", DUE, 0, lambda _due: None)
        QTest.mouseClick(popover.heading, Qt.MouseButton.LeftButton)
        assert popover.isVisible()
        leave()
        assert not popover.isVisible()


def test_it_stays_inside_the_window_and_keeps_the_tab_key(window: QWidget, clock: FixedClock) -> None:
    window.resize(460, 560)
    popover = NextStepPopover(clock, window)
    popover.open_for(anchor(window), "Claire", None, lambda _step: None)
    assert window.rect().contains(popover.geometry())
    for _press in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, TAB)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert popover.isAncestorOf(focused)


def test_a_step_is_planned_from_nothing_or_changed_from_what_it_was(window: QWidget, clock: FixedClock) -> None:
    popover = NextStepPopover(clock, window)
    found: list[NextStep] = []
    popover.open_for(anchor(window), "Claire", STEP, found.append)
    assert popover.go.text() == "Change"
    QTest.keyClick(popover.form.subject, Qt.Key.Key_Return)
    popover.open_for(anchor(window), "Claire", None, found.append)
    assert popover.go.text() == "Plan"
    popover.go.click()
    assert found[0] == STEP
    assert (found[1].subject, found[1].due_local) == ("", datetime.fromisoformat("2026-11-24T09:00"))


def test_undo_and_redo_carry_the_name_of_the_act(desk: Desk, saved, planned: uuid.UUID) -> None:
    undo, redo = undo_actions("today", desk.stack)
    assert not undo.enabled()
    desk.acts.done(planned, "Claire")
    assert callable(undo.label)
    assert undo.label() == "Undo: Done: Claire"
    undo.run()
    assert saved().state is FollowUpState.OPEN
    assert (undo.enabled(), redo.enabled()) == (False, True)
