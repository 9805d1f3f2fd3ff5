"""A call with its needs, without the page around it: the acts, the overlay in a window, and the file behind."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.clock import FixedClock
from desktop.services import calls, needs, templates
from desktop.ui.calls.need_acts import NeedActs
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.widgets.needs_overlay import NeedsOverlay
from desktop.ui.workspace import Workspace


class Desk:
    """A running call, ``acts`` on its needs, and keys pressed on what has the focus."""

    def __init__(self, workspace: Workspace, clock: FixedClock, prospect_id: uuid.UUID) -> None:
        self.workspace, self.clock, self.prospect_id = workspace, clock, prospect_id
        script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
        self.call = RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))
        self.acts = NeedActs(self.call)
        self.refused: list[str] = []
        self.call.refused.connect(self.refused.append)

    def say(self, *texts: str) -> list[uuid.UUID]:
        for text in texts:
            assert self.call.lines.add(text)
        return [entry.id for entry in self.call.entries[-len(texts) :]]

    def needs(self) -> list[needs.StatedNeed]:
        return self.workspace.ask(needs.needs_of, self.prospect_id)

    def rows(self) -> list[tuple[object, ...]]:
        """Everything saved of the needs in the list, to compare the file before and after."""
        return [
            (
                *(getattr(each.need, column.key) for column in each.need.__table__.columns),
                tuple(verbatim.id for verbatim in each.verbatims),
            )
            for each in self.needs()
        ]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def open(self, qtbot) -> NeedsOverlay:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1200, 800)
        with qtbot.waitActive(self.window):
            self.window.show()
        overlay = NeedsOverlay(self.window)
        self.acts.open(overlay)
        return overlay


@pytest.fixture
def desk(workspace: Workspace, clock: FixedClock, prospect_id: uuid.UUID) -> Desk:
    return Desk(workspace, clock, prospect_id)
