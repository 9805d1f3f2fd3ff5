"""A rep at the window of a call: a prospect in a real file, the real page, the real shortcuts, and a keyboard."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.clock import FixedClock
from desktop.models.calls import Call
from desktop.services import calls, grids, prospects
from desktop.services.grids import GridSheet
from desktop.ui.actions import ActionRegistry, Shortcuts
from desktop.ui.calls.page import CallPage
from desktop.ui.mirror.window import MirrorWindow
from desktop.ui.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Rep:
    """Types on the focused widget, as a person does, and reads the file afterwards."""

    page: CallPage
    window: QWidget
    workspace: Workspace
    clock: FixedClock
    prospect_id: uuid.UUID

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focused, key, modifiers)

    def type(self, text: str) -> None:
        assert text.isascii(), "QTest aborts on what no key of its keyboard types"
        QTest.keyClicks(self.focused, text)

    def say(self, text: str) -> None:
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def ctrl(self, key: Qt.Key) -> None:
        self.press(key, CTRL)

    @property
    def call_id(self) -> uuid.UUID:
        assert self.page.call is not None
        return self.page.call.call_id

    def saved_call(self, call_id: uuid.UUID | None = None) -> Call:
        return self.workspace.ask(calls.outline, call_id or self.call_id).call

    def saved_sheet(self, call_id: uuid.UUID | None = None) -> GridSheet:
        return self.workspace.ask(grids.call_sheet, call_id or self.call_id)

    def said(self, call_id: uuid.UUID | None = None) -> list[tuple[str, str, bool]]:
        entries = self.workspace.ask(calls.entries, call_id or self.call_id)
        return [(entry.kind, entry.text, entry.citable) for entry in entries]


@pytest.fixture
def prospect_id(workspace: Workspace, clock: FixedClock) -> uuid.UUID:
    return workspace.do(
        prospects.create_prospect,
        now=clock.now(),
        company="Ateliers Brévent",
        person="Claire Fontaine",
        job_title="Managing director",
        about="38 people",
    )


@pytest.fixture
def at_desk(
    qtbot, workspace: Workspace, clock: FixedClock, prospect_id: uuid.UUID, tmp_path: Path
) -> Callable[[], Rep]:
    """A function that opens a window on the file; calling it again is starting the program again."""

    def sit_down() -> Rep:
        window = QWidget()
        page = CallPage(workspace, tmp_path / "documents", MirrorWindow)
        registry = ActionRegistry()
        registry.add(*page.commands())
        Shortcuts(window, registry).use_scope("call")
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        window.resize(1240, 780)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Rep(page, window, workspace, clock, prospect_id)

    return sit_down


@pytest.fixture
def rep(at_desk: Callable[[], Rep]) -> Rep:
    """On the start panel of Claire."""
    rep = at_desk()
    rep.page.prepare(rep.prospect_id)
    return rep


@pytest.fixture
def on_call(rep: Rep) -> Rep:
    """In a call with the usual script, in the capture line."""
    rep.press(Qt.Key.Key_Return)
    assert rep.focused is rep.page.live.line
    return rep
