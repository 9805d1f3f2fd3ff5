"""The keys of the compass, pressed in a window, on a real file."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.clock import FixedClock
from desktop.services import calls, templates
from desktop.ui.actions import ActionRegistry, Shortcuts
from desktop.ui.calls.keys import SCOPE
from desktop.ui.calls.route_keys import route_actions
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Desk:
    """A line that has the caret, the keys of the compass, and what they did."""

    line: QLineEdit
    call: RunningCall
    registry: ActionRegistry
    accepts_line: bool = True
    offered: int = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL | SHIFT) -> None:
        QTest.keyClick(self.line, key, modifiers)

    def offer(self) -> None:
        self.offered += 1


@pytest.fixture
def desk(qtbot, workspace: Workspace, clock: FixedClock, prospect_id: uuid.UUID) -> Iterator[Desk]:
    grid = templates.grid("five-criteria", "en")
    script = templates.with_fit_test(templates.script("b2b", "en"), grid)
    call = RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))
    window = QWidget()
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    desk = Desk(line, call, ActionRegistry())
    desk.registry.add(*route_actions(lambda: call, lambda: True, lambda: desk.accepts_line, desk.offer))
    Shortcuts(window, desk.registry).use_scope(SCOPE)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    yield desk


def test_one_key_to_the_fit_test_and_back(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F)
    assert desk.call.question.key == "fit-objective"
    desk.press(Qt.Key.Key_F)
    assert desk.call.question.key == "opening"


def test_one_key_to_the_advised_question(desk: Desk) -> None:
    desk.press(Qt.Key.Key_G)
    assert desk.call.question.key == "objective"


def test_one_key_to_the_time_available(desk: Desk) -> None:
    desk.press(Qt.Key.Key_T, CTRL)
    assert desk.offered == 1


def test_a_line_that_is_refused_keeps_the_rep_on_the_question(desk: Desk) -> None:
    desk.accepts_line = False
    desk.press(Qt.Key.Key_F)
    desk.press(Qt.Key.Key_G)
    assert desk.call.question.key == "opening"


def test_without_a_fit_test_its_key_is_asleep(
    desk: Desk, workspace: Workspace, clock: FixedClock, prospect_id: uuid.UUID
) -> None:
    grid, script = templates.grid("five-criteria", "en"), templates.script("b2b", "en")
    old = RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))
    fit_test, *others = route_actions(lambda: old, lambda: True, lambda: True, desk.offer)
    assert not fit_test.enabled() and all(each.enabled() for each in others)
    assert not any(each.enabled() for each in route_actions(lambda: old, lambda: False, lambda: True, desk.offer))
