"""The history in the file: written from its first line, read by pages, filtered, opened by click and by Enter."""

import uuid
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.clock import FixedClock
from desktop.models.exchanges import ExchangeKind
from desktop.models.followup_kinds import Outcome
from desktop.services import exchanges, followups, prospects
from desktop.services.timeline import PAGE, Kind
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.prospects.timeline_card import TimelineCard
from desktop.ui.widgets.outcome_popover import OutcomePopover
from desktop.ui.workspace import Workspace
from tests.services.timeline_case import lived, step
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def lived_key(page: ProspectsPage, workspace: Workspace, clock: FixedClock) -> uuid.UUID:
    key = workspace.do(lived, clock)
    page.open_prospect(key)
    return key


def press(card: TimelineCard, kind: Kind) -> None:
    row = card.row_about(kind)
    assert row is not None
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)


def test_written_changed_removed_and_undone_by_keys(
    page: ProspectsPage, detail: Detail, workspace: Workspace, key: uuid.UUID
) -> None:
    card, edit = detail.timeline, detail.timeline.line.edit
    assert card.rows == []
    detail.write_down()
    assert edit.hasFocus()
    QTest.keyClicks(edit, "r yesterday 2pm wants a <b>quote</b>")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    (row,) = card.rows
    assert (row.title, row.detail, row.heading) == ("Received", "wants a <b>quote</b>", "Sunday 22 November")
    assert edit.toPlainText() == ""
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert row.hasFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert edit.hasFocus() and edit.toPlainText() == "wants a <b>quote</b>"
    QTest.keyClicks(edit, " now")
    card.line.kinds.chip(ExchangeKind.NOTE).click()
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert [(each.title, each.detail) for each in card.rows] == [("Note", "wants a <b>quote</b> now")]
    card.rows[0].setFocus()
    QTest.keyClick(card.rows[0], Qt.Key.Key_Delete)
    assert card.rows == []
    for wanted in (["Note"], ["Received"], []):
        page.stack.undo()
        assert [each.title for each in card.rows] == wanted


def test_what_is_empty_or_to_come_is_refused_where_it_is_typed(detail: Detail) -> None:
    line = detail.timeline.line
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert detail.timeline.rows == []
    QTest.keyClicks(line.edit, "v today 11pm dinner")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert "next step" in line.error.text()
    QTest.keyClick(line.edit, Qt.Key.Key_Escape)
    assert (line.edit.toPlainText(), line.error.isHidden()) == ("", True)


def test_their_answer_may_settle_what_is_open_and_never_does_unasked(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    follow_up = workspace.do(followups.plan, key, step(clock, 2, "size it"), now=clock.now())
    card = detail.timeline
    for typed, offered in (("bring the tablet", False), ("r yes for Tuesday", True)):
        QTest.keyClicks(card.line.edit, typed)
        QTest.keyClick(card.line.edit, Qt.Key.Key_Return)
        assert card.offer.isVisible() is offered
    assert workspace.ask(followups.load, follow_up).outcome is None
    card.settle.click()
    asked = detail.steps.popover
    assert isinstance(asked, OutcomePopover) and asked.outcome.value == Outcome.REPLIED
    asked.go.click()
    assert workspace.ask(followups.load, follow_up).outcome is Outcome.REPLIED
    assert not card.offer.isVisible()


def test_each_row_opens_what_it_is_about(
    page: ProspectsPage, detail: Detail, workspace: Workspace, lived_key: uuid.UUID, qtbot
) -> None:
    card = detail.timeline
    with qtbot.waitSignal(page.call_opened):
        press(card, Kind.CALL)
    with qtbot.waitSignal(page.proposal_opened):
        press(card, Kind.PROPOSAL)
    press(card, Kind.FOLLOW_UP)
    assert detail.steps.popover is not None and detail.steps.popover.isVisible()
    detail.steps.popover.close()
    row = card.row_about(Kind.STATUS)
    assert row is not None and not row.opened
    press(card, Kind.STATUS)
    assert row.opened
    assert nameless(card) == [] and rich_text_labels(card) == []


def test_filtered_by_kind_and_gone_through_by_arrows(detail: Detail, lived_key: uuid.UUID) -> None:
    card = detail.timeline
    whole = len(card.rows)
    assert [row.heading for row in card.rows[:2]] == ["To come · Thursday 26 November", "Today"]
    card.filters.chip(Kind.SCORE).click()
    assert [row.title for row in card.rows] == ["Estimated budget: not asked → unknown", "Stated need: not asked → 3"]
    card.focus_rows()
    QTest.keyClick(card.rows[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is card.rows[1]
    for _twice in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert card.line.edit.hasFocus()
    card.filters.chip("").click()
    assert len(card.rows) == whole


def test_read_by_pages_and_from_the_first_one_for_another(
    page: ProspectsPage, detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID, other: uuid.UUID
) -> None:
    def fill(session) -> None:
        for place in range(PAGE + 5):
            at = clock.now() - timedelta(days=place)
            exchanges.write(session, key, ExchangeKind.NOTE, f"note {place}", now=clock.now(), at=at)

    workspace.do(fill)
    card = detail.timeline
    assert (len(card.rows), card.more.isHidden()) == (PAGE, False)
    card.rows[-1].setFocus()
    QTest.keyClick(card.rows[-1], Qt.Key.Key_Down)
    assert (len(card.rows), card.more.isHidden()) == (PAGE + 5, True)
    assert card.rows[PAGE].hasFocus()
    page.open_prospect(other)
    assert card.rows == []
    page.open_prospect(key)
    assert len(card.rows) == PAGE


def test_with_whom_is_asked_where_there_are_several(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    line = detail.timeline.line
    assert line.who.isHidden()
    ines = workspace.do(prospects.add_contact, key, now=clock.now(), name="Inès")
    QTest.keyClicks(line.edit, "v saw the workshop")
    assert not line.who.isHidden()
    line.who.setCurrentIndex(line.who.findData(ines.hex))
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert detail.timeline.rows[0].title == "Meeting · Inès"
    assert detail.contacts.map.buttons[ines].accessibleName().endswith("spoken to on 23 November 2026")
    QTest.keyClick(detail.timeline.rows[0], Qt.Key.Key_Return)
    assert line.who.currentText() == "Inès"
