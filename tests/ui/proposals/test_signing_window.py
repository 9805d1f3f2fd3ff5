"""The page turned towards a customer who signs, and a walk through everything that can be reached from it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services import calls, signing_sheet
from desktop.services.signatures import Given
from desktop.ui.page import Page
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.signing_window import SigningWindow
from desktop.ui.widgets.hold_button import HOLD_MS
from desktop.ui.widgets.touch_parts import TEXT, TOUCH, TouchButton
from desktop.ui.workspace import Workspace
from tests.services.proposal_case import CALLED, LOST_DAY, NOTE, NOW, PRIVATE
from tests.services.test_signatures import Table
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.proposals.signing_case import CHOICES, LEFT, TODAY, draw, sheet
from tests.ui.reach import everything_held, everything_said

SECRET = "ZZQ"


def shown(qtbot, **other: object) -> SigningWindow:
    window = SigningWindow(sheet(**other), TODAY)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    with qtbot.waitActive(window):
        window.show()
    window.begin()
    return window


@pytest.fixture
def window(qtbot):
    window = shown(qtbot)
    yield window
    window.paper.close_document()


def test_nothing_private_can_be_reached_from_the_page(qtbot, workspace: Workspace) -> None:
    def fill(session):
        table = Table(session)
        call = table.proposal.call_id
        for kind in ("note", "objection", "question"):
            calls.add_entry(session, call, kind, f"{SECRET} {kind}", at=CALLED)
        calls.add_entry(session, call, "verbatim", f"{SECRET} not quotable", at=CALLED)
        table.proposal.price_reason = f"{SECRET} reason"
        table.export()
        return table.key

    shown_sheet = workspace.ask(signing_sheet.page, workspace.do(fill), now=NOW)
    window = SigningWindow(shown_sheet, TODAY)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    said = everything_said(window)
    assert "Équiper" in said and "Claire Fontaine" in said, "the walk sees what is shown"
    assert LOST_DAY[:20] in said, "and what the document says"
    held = list(everything_held(window))
    assert any(each is shown_sheet for each in held), "the walk sees what is held"
    for secret in (SECRET, PRIVATE, NOTE, "Hot", "Chaud"):
        assert secret not in said
        assert not any(secret in repr(each) for each in held)
    assert not any(isinstance(each, (Workspace, Page, Desk)) for each in held)
    assert window.parent() is None and window.isWindow()
    assert window.windowModality() is Qt.WindowModality.ApplicationModal
    window.paper.close_document()


def test_tick_write_draw_and_sign(qtbot, window) -> None:
    form = window.page.form
    assert form.tiles[0].hasFocus()
    QTest.keyClick(form.tiles[0], Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    form.quality.selectAll()
    QTest.keyClicks(form.quality, "gerante")
    draw(form.pad)
    with qtbot.waitSignal(window.signed) as sent:
        QTest.mouseClick(form.agree, LEFT)
    (given,) = sent.args
    assert given.option_id == CHOICES[1].option_id
    assert (given.name, given.quality, given.place) == ("Claire Fontaine", "gerante", "Cholet")
    assert len(given.strokes) == 1


def test_another_language_keeps_what_was_done_and_where_they_read(qtbot, window) -> None:
    form = window.page.form
    form.tiles[0].click()
    draw(form.pad)
    bar = window.reading.verticalScrollBar()
    bar.setValue(900)
    before = form.given
    window.page.bar.languages["fr"].click()
    assert window.page.form.given == before
    assert window.page.form.agree.text() == "Je signe" and window.windowTitle() == "Signer la proposition"
    assert window.page.bar.languages["fr"].hasFocus()
    assert window.reading.verticalScrollBar().value() == 900


def test_it_opens_in_the_language_of_the_proposal(qtbot) -> None:
    window = shown(qtbot, language="fr")
    assert window.page.form.agree.text() == "Je signe"
    window.paper.close_document()


def test_everything_has_a_name_is_plain_and_large(window) -> None:
    assert nameless(window) == [] and rich_text_labels(window) == []
    for each in window.findChildren(QWidget):
        if isinstance(each, TouchButton) and each.isVisible():
            assert min(each.width(), each.height()) >= TOUCH, each.accessibleName()
        if hasattr(each, "text") and each.isVisible() and not isinstance(each.text, str) and each.text():
            assert each.font().pixelSize() >= TEXT, each.text()


@pytest.mark.parametrize("leave", ["esc", "logo", "system"])
def test_leaving_without_signing_hands_the_draft_back(qtbot, window, leave) -> None:
    window.page.form.tiles[1].click()
    draw(window.page.form.pad)
    left: list[Given] = []
    window.closed.connect(left.append)
    if leave == "esc":
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    elif leave == "logo":
        with qtbot.waitSignal(window.closed, timeout=4 * HOLD_MS):
            QTest.mousePress(window.page.bar.logo, LEFT)
    else:
        window.close()
    assert not window.isVisible() and len(left) == 1
    again = SigningWindow(sheet(), TODAY, left[0])
    qtbot.addWidget(again)
    assert again.page.form.given == left[0]
    again.paper.close_document()


def test_in_a_narrow_window_one_reads_then_signs(qtbot, window) -> None:
    page = window.page
    assert page.reading.isVisible() and page.area.isVisible() and not page.sign.isVisible()
    window.resize(720, 700)
    qtbot.waitUntil(lambda: page.sign.isVisible())
    assert page.reading.isVisible() and not page.area.isVisible()
    QTest.mouseClick(page.sign, LEFT)
    assert page.area.isVisible() and not page.reading.isVisible() and page.sign.isChecked()
    window.page.bar.languages["fr"].click()
    assert window.page.sign.isChecked() and window.page.area.isVisible()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640), (720, 500)])
def test_nothing_is_cut(qtbot, window, size) -> None:
    window.resize(*size)
    QApplication.processEvents()
    if window.page.sign.isVisible():
        window.page.sign.click()
    QApplication.processEvents()
    assert window.page.area.horizontalScrollBar().maximum() == 0
    for tile in window.page.form.tiles:
        assert tile.height() >= tile.heightForWidth(tile.width())


def test_what_is_missing_is_brought_into_view(qtbot, window) -> None:
    window.resize(1024, 500)
    QApplication.processEvents()
    bar = window.page.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.mouseClick(window.page.form.agree, LEFT)
    tile = window.page.form.tiles[0]
    top = tile.mapTo(window.page.area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < window.page.area.viewport().height()


def test_thanks_then_the_rep_takes_the_screen_back(qtbot, window) -> None:
    window.thank()
    assert window.thanks.isVisible() and "Claire Fontaine" in window.thanks.title.text()
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_failure_is_said_without_its_reason(window) -> None:
    window.tell_not_saved()
    assert window.page.form.hint.isVisible() and window.page.form.isVisible()
