"""The pages under a hand: wheel, pinch, keys, pointer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.documents.proposal import render
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.preview_blocks import Block
from desktop.ui.proposals.preview_find import Hit, hits_in
from desktop.ui.proposals.preview_layout import LEAST, MOST, Fit
from desktop.ui.proposals.preview_pages import PagesView
from tests.documents.cases import CLAIRE
from tests.ui.accessibility import nameless

TITLE = Block(0, QRectF(51, 90, 400, 70), "title")
BOX = QPointF(100, 120)


@pytest.fixture
def view(qtbot):
    view, pdf = PagesView(), OpenPdf(render(CLAIRE))
    qtbot.addWidget(view)
    view.resize(500, 700)
    with qtbot.waitExposed(view):
        view.show()
    view.show_document(pdf, [TITLE])
    view.open_pdf = pdf
    yield view
    view.show_document(None)
    pdf.close()


def wheel(view, at, notches, modifier=Qt.KeyboardModifier.ControlModifier):
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_pages_follow_one_another_under_the_wheel(view):
    pages = []
    view.page_changed.connect(pages.append)
    for _notch in range(40):
        wheel(view, QPoint(200, 300), -1, Qt.KeyboardModifier.NoModifier)
    assert pages == [1, 2, 3] and view.page == 3


def test_the_wheel_with_ctrl_enlarges_about_the_pointer(view):
    at = view.at(0, BOX)
    for notches in (2, 3, -1):
        wheel(view, at, notches)
        assert (view.at(0, BOX) - at).manhattanLength() <= 2
    assert view.percent == pytest.approx(2 * (444 / 595.28) * 72 / view.logicalDpiX(), rel=0.05)
    wheel(view, at, 99)
    assert view.percent == pytest.approx(MOST)
    wheel(view, at, -99)
    assert view.percent == pytest.approx(LEAST)


def test_a_pinch_enlarges_about_the_fingers(view):
    before, at = view.percent, view.at(0, BOX)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(at),
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.percent == pytest.approx(before * 1.5, rel=0.01)
    assert (view.at(0, BOX) - at).manhattanLength() <= 2


def test_fits_follow_the_window_and_a_size_does_not(view):
    wide = view.page_rect(0).width()
    view.resize(400, 700)
    assert view.page_rect(0).width() < wide
    view.set_zoom(Fit.PAGE)
    assert view.page_rect(0).height() < 700
    view.set_zoom(1.0)
    size = view.page_rect(0).size()
    view.resize(600, 500)
    assert view.page_rect(0).size() == size and view.percent == pytest.approx(1.0)
    view.step_zoom(1)
    assert view.percent == pytest.approx(1.1) and view.zoom == 1.1
    view.step_zoom(-1)
    assert view.percent == pytest.approx(1.0)


def test_a_narrower_window_stays_at_the_same_place(view):
    view.go_to(2)
    before = view.page
    view.resize(330, 500)
    assert view.page == before and abs(view.page_rect(2).top()) < 30


def test_keys_scroll_to_the_ends(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 3
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0 and view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 300


def test_a_drag_is_no_click(view, qtbot):
    clicked, at = [], view.at(0, BOX)
    view.block_clicked.connect(clicked.append)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(0, 60))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.at(1, BOX) if view.page else QPoint(3, 3))
    assert clicked == []
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked == ["title"]


def test_the_menu_of_a_block_opens_it_or_its_words(view):
    heard = []
    view.block_clicked.connect(lambda where: heard.append(("open", where)))
    view.words_wanted.connect(lambda where: heard.append(("words", where)))
    for act in view.menu_of(TITLE).actions():
        act.trigger()
    assert heard == [("open", "title"), ("words", "title")]
    outside = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(2, 2), QPoint(2, 2))
    QApplication.sendEvent(view.viewport(), outside)
    assert QApplication.activePopupWidget() is None


def test_hits_are_brought_into_view_and_painted(view):
    hits = hits_in(view.open_pdf, "Signez la page")
    far = Hit(3, (QRectF(100, 700, 60, 12),))
    plain = view.viewport().grab().toImage()
    view.show_hits([*hits, far], hits[0])
    assert view.viewport().grab().toImage() != plain
    view.set_zoom(3.0)
    view.reveal(far)
    assert view.viewport().rect().contains(view.at(3, far.boxes[0].center()))
    value = view.verticalScrollBar().value()
    view.reveal(far)
    assert view.verticalScrollBar().value() == value


def test_leaving_takes_the_mark_away(view, qtbot):
    qtbot.mouseMove(view.viewport(), view.at(0, BOX))
    qtbot.waitUntil(lambda: view.viewport().toolTip() != "")
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert view.viewport().toolTip() == ""


def test_without_a_document_nothing_is_done(qtbot):
    view = PagesView()
    qtbot.addWidget(view)
    view.show()
    view.show_document(None)
    view.go_to(3)
    view.set_zoom(2.0)
    view.resize(300, 300)
    view.grab()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert view.page == 0 and nameless(view) == []
