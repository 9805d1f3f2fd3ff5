"""A prospect with words to make needs of, and a page as far as its needs know it: acts, undo, toasts, a window."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.clock import FixedClock
from desktop.services import calls, needs, prospects, templates
from desktop.ui.undo import redo, undo
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.need_acts import ProspectNeedActs
from desktop.ui.widgets.needs_opener import PageDesk
from desktop.ui.widgets.needs_overlay import NeedsOverlay
from desktop.ui.workspace import Workspace


class Desk:
    """``acts`` on the needs of a prospect that was called, and keys pressed on what has the focus."""

    def __init__(self, workspace: Workspace, clock: FixedClock, name: str = "Ateliers Brévent") -> None:
        self.workspace, self.clock = workspace, clock
        self.prospect_id = workspace.do(prospects.create_prospect, now=clock.now(), company=name, person="Claire")
        script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
        self.call_id = workspace.do(calls.start_call, self.prospect_id, script, grid, now=clock.now())
        self.stack, self.toasts, self.refused = QUndoStack(), list[str](), list[str]()
        page_acts = FollowUpActs(workspace, self.stack, lambda text, _undo: self.toasts.append(text))
        desk = PageDesk(workspace, self.prospect_id, page_acts.act, self.refused.append)
        self.act = page_acts.act
        self.acts = ProspectNeedActs(desk, self.refused.append)

    def say(self, *texts: str, question: str = "") -> list[uuid.UUID]:
        return [
            self.workspace.do(calls.add_entry, self.call_id, "verbatim", text, at=self.clock.now(), question=question)
            for text in texts
        ]

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

    def undo(self) -> None:
        undo(self.stack)

    def redo(self) -> None:
        redo(self.stack)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def show(self, qtbot) -> QWidget:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1200, 800)
        with qtbot.waitActive(self.window):
            self.window.show()
        return self.window

    def open(self, qtbot) -> NeedsOverlay:
        overlay = NeedsOverlay(self.show(qtbot))
        self.acts.show_in(overlay, "Ateliers Brévent", (self.workspace.changed,))
        return overlay


@pytest.fixture
def desk(workspace: Workspace, clock: FixedClock) -> Desk:
    return Desk(workspace, clock)
