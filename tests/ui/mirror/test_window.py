"""The page turned towards the prospect, and a walk through everything that can be reached from it."""

import dataclasses
import uuid
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.models.matrix import Heat
from desktop.models.needs import Reply
from desktop.services import calls, needs, prospects, shared_page
from desktop.services.shared_page import Agreement, Decision
from desktop.ui.mirror.window import MirrorWindow
from desktop.ui.page import Page
from desktop.ui.widgets.hold_button import HOLD_MS
from desktop.ui.widgets.touch_parts import TEXT, TOUCH, TouchButton
from desktop.ui.workspace import Workspace
from tests.services.proposal_case import CALLED, LOST_DAY, PRIVATE, UNOPENED, claire, seller
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.mirror.page_case import INK, NEEDS, SHEET
from tests.ui.reach import everything_held, everything_said

SECRET = "ZZQ"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot) -> Iterator[MirrorWindow]:
    window = MirrorWindow(SHEET)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.resize(1024, 640)
    with qtbot.waitActive(window):
        window.show()
    window.page.begin()
    yield window


def test_nothing_private_can_be_reached_from_the_page(qtbot, workspace: Workspace) -> None:
    def fill(session) -> uuid.UUID:
        case = claire(session, heat=Heat.HOT)
        seller(session)
        for kind in ("note", "objection", "question"):
            calls.add_entry(session, case.call, kind, f"{SECRET} {kind}", at=CALLED)
        private = calls.add_entry(session, case.call, "verbatim", f"{SECRET} not quotable", at=CALLED)
        needs.add_need(session, case.prospect, [private], now=CALLED)
        key = needs.add_need(session, case.prospect, [case.verbatims[UNOPENED]], now=CALLED, statement=f"{SECRET} ours")
        needs.update_need(session, key, amount=Decimal("76543"), figure=f"{SECRET} figure")
        calls.add_entry(session, case.call, "note", f"{SECRET} aside", at=CALLED + timedelta(minutes=3))
        session.get_one(calls.Entry, case.verbatims[LOST_DAY]).tags = [f"{SECRET} tag"]
        other = prospects.create_prospect(session, now=CALLED, company=f"{SECRET} Other", person=f"{SECRET} Person")
        assert other
        return case.call

    sheet = workspace.ask(shared_page.page, workspace.do(fill), today=CALLED.date())
    window = MirrorWindow(sheet)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    said = everything_said(window)
    assert LOST_DAY in said and UNOPENED in said, "the walk sees what is shown"
    held = list(everything_held(window))
    assert any(each is sheet for each in held), "the walk sees what is held"
    for secret in (SECRET, PRIVATE, "76543", "15000", "Hot", "Chaud"):
        assert secret not in said
        assert not any(secret in repr(each) for each in held)
    assert not any(isinstance(each, (Workspace, Page)) for each in held)
    assert window.parent() is None and window.isWindow()
    assert window.windowModality() is Qt.WindowModality.ApplicationModal


def test_everything_has_a_name_is_plain_and_large(window) -> None:
    window.page.needs.tiles[0].put_right.click()
    assert nameless(window) == [] and rich_text_labels(window) == []
    for each in window.findChildren(QWidget):
        if isinstance(each, TouchButton) and each.isVisible():
            assert min(each.width(), each.height()) >= TOUCH, each.accessibleName()
        if hasattr(each, "text") and each.isVisible() and not isinstance(each.text, str) and each.text():
            assert each.font().pixelSize() >= TEXT, each.text()


def test_tick_correct_rank_and_sign_with_the_keyboard_and_the_mouse(qtbot, window) -> None:
    tiles = window.page.needs.tiles
    assert tiles[0].yes.hasFocus() and tiles[0].reply is Reply.CONFIRMED
    QTest.keyClick(tiles[1].yes, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(tiles[0].put_right, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Two people open it.")
    tiles[2].no.click()
    pad = window.page.signing.pad
    QTest.mousePress(pad, LEFT, pos=QPoint(20, 20))
    QTest.mouseMove(pad, QPoint(90, 60))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(90, 60))
    with qtbot.waitSignal(window.agreed) as sent:
        QTest.keyClick(window.page.signing.agree, Qt.Key.Key_Return)
    (agreement,) = sent.args
    assert agreement.decisions == (
        Decision(NEEDS[1].key, Reply.CORRECTED, "Two people open it."),
        Decision(NEEDS[0].key, Reply.CONFIRMED),
        Decision(NEEDS[2].key, Reply.REFUSED),
        Decision(NEEDS[3].key),
    )
    assert agreement.signed_name == "Claire Fontaine" and len(agreement.signature) == 1
    assert window.page.signing.count.text() == "2 of 4 points are right"


def test_nothing_ticked_or_half_corrected_says_what_is_missing(qtbot, window) -> None:
    tiles = window.page.needs.tiles
    tiles[0].yes.click()
    with qtbot.assertNotEmitted(window.agreed):
        window.page.signing.agree.click()
        assert window.page.signing.hint.text() == "Tick first what is right."
        tiles[1].put_right.click()
        assert not window.page.signing.hint.isVisible()
        tiles[1].correction.clear()
        window.page.signing.agree.click()
    assert window.page.signing.hint.isVisible() and tiles[1].correction.hasFocus()


def test_another_language_keeps_what_was_done(window) -> None:
    window.page.needs.tiles[1].no.click()
    window.page.signing.show_state("Claire F.", INK)
    before = window.agreement
    window.page.bar.languages["fr"].click()
    assert window.agreement == dataclasses.replace(before, language="fr")
    assert window.page.needs.tiles[1].no.text() == "Ce n’est pas ça"
    assert window.windowTitle() == "Ce que nous avons compris"
    assert window.page.bar.languages["fr"].hasFocus() and window.page.bar.languages["fr"].isChecked()


@pytest.mark.parametrize("leave", ["esc", "logo", "system"])
def test_leaving_without_agreeing_hands_the_draft_back(qtbot, window, leave) -> None:
    window.page.needs.tiles[1].put_right.click()
    left: list[Agreement] = []
    window.closed.connect(left.append)
    if leave == "esc":
        for _press in range(2):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    elif leave == "logo":
        with qtbot.waitSignal(window.closed, timeout=4 * HOLD_MS):
            QTest.mousePress(window.page.bar.logo, LEFT)
    else:
        window.close()
    assert not window.isVisible() and len(left) == 1
    again = MirrorWindow(SHEET, left[0])
    qtbot.addWidget(again)
    assert again.agreement == left[0]
    assert again.page.needs.tiles[1].reply is Reply.CORRECTED


def test_thanks_stay_until_the_rep_takes_the_screen_back(qtbot, window) -> None:
    window.thank()
    assert window.thanks.isVisible() and not window.page.isVisible()
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_failure_is_said_without_its_reason(window) -> None:
    window.tell_not_saved()
    assert window.page.signing.hint.isVisible() and window.page.isVisible()


def test_the_page_is_dragged_like_a_sheet(window) -> None:
    bar = window.page.area.verticalScrollBar()
    words = window.page.needs.tiles[0].quotes[0]
    QTest.mousePress(words, LEFT, pos=QPoint(5, 5))
    QTest.mouseMove(words, QPoint(5, -95))
    QTest.mouseRelease(words, LEFT)
    assert bar.value() > 0


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640), (720, 450)])
def test_nothing_is_cut(window, size) -> None:
    window.resize(*size)
    QApplication.processEvents()
    for tile in window.page.needs.tiles:
        for child in (*tile.quotes, tile.yes, tile.put_right, tile.no, tile.up, tile.down):
            assert tile.rect().contains(child.geometry()), child
            if child in tile.quotes:
                assert child.height() >= child.heightForWidth(child.width())
    assert window.page.area.horizontalScrollBar().maximum() == 0


def test_over_the_screen_of_the_program(qtbot) -> None:
    window = MirrorWindow(SHEET)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.open_over()
    assert window.isFullScreen() and window.page.needs.tiles[0].yes.hasFocus()
