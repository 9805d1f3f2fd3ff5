"""Needs on the file of a prospect: the first few at a glance, all of them by a button or a key, undone by name."""

import uuid

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.clock import FixedClock
from desktop.models.need_kinds import NeedKind
from desktop.services import calls, needs, templates
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.needs_card import SHOWN
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.needs_overlay import NeedsOverlay
from desktop.ui.widgets.two_lines import TwoLines
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.prospects.conftest import visible_texts


@pytest.fixture
def said(workspace: Workspace, clock: FixedClock, key: uuid.UUID) -> list[uuid.UUID]:
    """Two verbatims of the prospect whose file is open."""
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call_id = workspace.do(calls.start_call, key, script, grid, now=clock.now())
    texts = ("We lose a day.", "It is a monster.")
    return [workspace.do(calls.add_entry, call_id, "verbatim", text, at=clock.now()) for text in texts]


def lines(detail: Detail) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [each.text for each in detail.needs.findChildren(TwoLines) if each.isVisibleTo(detail.needs)]


def chips(detail: Detail) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [each.text for each in detail.needs.findChildren(Chip) if each.isVisibleTo(detail.needs)]


def overlay_of(page: ProspectsPage) -> NeedsOverlay:
    overlay = page.findChild(NeedsOverlay)
    assert overlay is not None
    return overlay


def test_before_a_word_is_said_there_is_nothing_to_edit(page: ProspectsPage, detail: Detail, qtbot) -> None:
    assert "No need yet: they come from what is said in a call." in visible_texts(detail.needs)
    assert detail.needs.button.isHidden()
    with qtbot.waitSignal(page.toasted) as told:
        detail.show_needs()
    assert told.args == ["No need yet: they come from what is said in a call.", None]


def test_the_first_few_in_their_order_and_how_many_more(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID, said: list[uuid.UUID]
) -> None:
    assert "No need yet: one is made of their words." in visible_texts(detail.needs)
    assert detail.needs.button.text() == "Make the first one"
    first = workspace.do(needs.add_need, key, [said[0]], now=clock.now(), kind=NeedKind.STAKE)
    workspace.do(needs.add_need, key, [said[1]], now=clock.now(), statement="Something simpler")
    workspace.do(needs.confirm_need, first, at=clock.now())
    assert lines(detail) == ["“We lose a day.”", "Something simpler"]
    assert chips(detail) == ["Stake", "confirmed", "Need"]
    assert {"1", "2", "2 · 1 confirmed"} <= set(visible_texts(detail.needs))
    for place in range(SHOWN):
        workspace.do(needs.add_need, key, [], now=clock.now(), statement=f"Number {place}")
    assert len(lines(detail)) == SHOWN
    assert "and 2 others" in visible_texts(detail.needs)
    workspace.do(needs.move_need, first, 1)
    assert lines(detail)[:2] == ["Something simpler", "“We lose a day.”"]


def test_the_key_opens_the_editor_of_the_call_and_undo_takes_back_by_name(
    page: ProspectsPage, detail: Detail, workspace: Workspace, key: uuid.UUID, said: list[uuid.UUID]
) -> None:
    action = next(each for each in page.commands() if each.id == "prospects.needs")
    assert (action.keys, action.label, action.scope) == (("Ctrl+Shift+N",), "Needs of this prospect", page.key)
    action.trigger()
    overlay = overlay_of(page)
    assert overlay.isVisible() and overlay.title.text() == "Needs · Kerbrat Nautisme"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert lines(detail) == ["“It is a monster.”"]
    assert page.stack.undoText() == "Need: It is a monster."
    page.stack.undo()
    assert workspace.ask(needs.needs_of, key) == [] and lines(detail) == []
    page.stack.redo()
    assert len(overlay.list.rows()) == 1
    QTest.keyClick(overlay.list, Qt.Key.Key_Escape)
    assert not overlay.isVisible()


def test_the_button_opens_them_and_leaving_the_page_saves_and_closes(
    page: ProspectsPage, detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID, said: list[uuid.UUID]
) -> None:
    workspace.do(needs.add_need, key, [said[0]], now=clock.now())
    QTest.mouseClick(detail.needs.button, Qt.MouseButton.LeftButton)
    overlay = overlay_of(page)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Time back")
    page.leave()
    assert not overlay.isVisible()
    assert workspace.ask(needs.needs_of, key)[0].need.statement == "Time back"
    page.refresh(frozenset())
    assert lines(detail) == ["Time back"]


def test_hostile_words_are_text(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID, said: list[uuid.UUID]
) -> None:
    for text in MARKUP[:SHOWN]:
        workspace.do(needs.add_need, key, [said[0]], now=clock.now(), statement=text)
    assert lines(detail) == [" ".join(text.split()) for text in MARKUP[:SHOWN]]
    assert nameless(detail.needs) == [] and rich_text_labels(detail.needs) == []
