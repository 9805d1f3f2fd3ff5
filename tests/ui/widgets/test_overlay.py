"""An overlay takes the keyboard and gives it back."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.ui import status_bar, theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.overlay import Overlay


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 500)
    QVBoxLayout(made).addWidget(QLineEdit())
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def overlay(window: QWidget) -> Overlay:
    made = Overlay(window, "Question", width=400)
    for name in ("One", "Two"):
        line = QLineEdit()
        line.setObjectName(name)
        made.content.addWidget(line)
    return made


def test_it_covers_the_window_and_follows_its_size(window: QWidget, overlay: Overlay) -> None:
    overlay.open()
    assert overlay.geometry() == window.rect()
    assert overlay.panel.width() == 400
    window.resize(320, 300)
    assert overlay.geometry() == window.rect()
    assert overlay.rect().contains(overlay.panel.geometry())


def test_the_focus_comes_back(qtbot: QtBot, window: QWidget, overlay: Overlay) -> None:
    before = window.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert before is not None
    before.setFocus()
    with qtbot.waitSignals([overlay.opened, overlay.closed]):
        overlay.open()
        inside = overlay.findChild(QLineEdit, "One")
        assert inside is not None
        inside.setFocus()
        qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is before


def test_what_had_the_focus_may_be_gone(window: QWidget, overlay: Overlay) -> None:
    before = window.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert before is not None
    before.setFocus()
    overlay.open()
    delete(before)
    overlay.close_overlay()
    assert not overlay.isVisible()


def test_tab_goes_round_inside(qtbot: QtBot, overlay: Overlay) -> None:
    overlay.open()
    one, two = overlay.findChild(QLineEdit, "One"), overlay.findChild(QLineEdit, "Two")
    assert one is not None
    assert two is not None
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is two
    qtbot.keyClick(two, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is one
    qtbot.keyClick(one, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is two


def test_the_foot_of_the_window_stays_free(window: QWidget, overlay: Overlay) -> None:
    overlay.wanted_height = lambda: 2000  # type: ignore[method-assign]
    overlay.open()
    assert overlay.panel.geometry().bottom() < window.height() - status_bar.HEIGHT


def test_its_cross_closes_it(qtbot: QtBot, overlay: Overlay) -> None:
    cross = overlay.cross()
    overlay.content.addWidget(cross)
    overlay.open()
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert cross.accessibleName() == "Close" and not overlay.isVisible()


def test_other_sizes_give_it_another_height(qtbot: QtBot, overlay: Overlay, look: QApplication) -> None:
    overlay.content.addWidget(Button("Close"))
    overlay.open()
    before = overlay.panel.height()
    theme.apply(look, theme.current(), touch=True)
    qtbot.waitUntil(lambda: overlay.panel.height() >= before + 10)
    theme.apply(look, theme.current())
    qtbot.waitUntil(lambda: overlay.panel.height() == before)


def test_a_click_beside_closes_and_a_click_inside_does_not(qtbot: QtBot, overlay: Overlay) -> None:
    overlay.open()
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=overlay.panel.geometry().center())
    assert overlay.isVisible()
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=overlay.rect().topLeft())
    assert not overlay.isVisible()


class _Page(QWidget):
    """Counts the pixels that it is asked to paint."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += sum(rect.width() * rect.height() for rect in event.region())


def test_the_panel_comes_before_the_veil_for_which_the_page_is_painted(qtbot: QtBot, window: QWidget) -> None:
    overlay = Overlay(window, "Question", width=600)
    heights = iter((200, 300))
    overlay.wanted_height = lambda: next(heights, 300)  # type: ignore[method-assign]
    overlay.open()
    overlay.place()  # its words are there now
    assert overlay.mask().boundingRect() == overlay.panel.geometry()
    qtbot.waitUntil(lambda: overlay.mask().isEmpty())
    overlay.place()
    assert overlay.mask().isEmpty(), "the veil stays until it is closed"
    overlay.close_overlay()
    overlay.open()
    assert not overlay.mask().isEmpty()


def test_what_the_panel_hides_is_not_painted(qtbot: QtBot, window: QWidget) -> None:
    page = _Page(window)
    page.resize(window.size())
    page.show()
    overlay = Overlay(window, "Question", width=600)
    overlay.wanted_height = lambda: 400  # type: ignore[method-assign]
    overlay.open()
    qtbot.waitUntil(lambda: overlay.mask().isEmpty())
    QApplication.processEvents()
    page.painted = 0
    window.update()
    QApplication.processEvents()
    hidden = (600 - 8) * (overlay.panel.height() - 8)
    assert page.painted == window.width() * window.height() - hidden
    image = window.grab().toImage()
    inside = overlay.panel.geometry().center()
    assert image.pixelColor(inside) == theme.current().colour("surface")
    overlay.close_overlay()
    page.painted = 0
    window.update()
    QApplication.processEvents()
    assert page.painted == window.width() * window.height()
    overlay.open()
    delete(overlay)
    page.painted = 0
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.update()
    QApplication.processEvents()
    assert page.painted == window.width() * window.height(), "an overlay that is gone hides nothing"
