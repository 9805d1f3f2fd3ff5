"""Two lines an item: the arrows choose, Enter opens, showing tells nobody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui import theme
from desktop.ui.widgets.shelf_view import ShelfItem, ShelfView

ITEMS = [ShelfItem(key, key.title(), "about") for key in "abc"]


@pytest.fixture
def view(qtbot):
    view = ShelfView("Shelf")
    qtbot.addWidget(view)
    view.resize(220, 300)
    with qtbot.waitActive(view):
        view.show()
    view.setFocus()
    return view


def test_the_arrows_choose_and_showing_does_not(view):
    chosen = []
    view.chosen.connect(chosen.append)
    view.show_rows(ITEMS, "b")
    assert chosen == [] and view.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen == ["c"]
    view.show_rows(ITEMS[1:], "c")
    assert chosen == ["c"] and view.currentIndex().row() == 1


def test_enter_goes_into_the_item(view, qtbot):
    view.show_rows(ITEMS, "a")
    with qtbot.waitSignal(view.opened):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_a_screen_reader_is_told_everything(view):
    view.show_rows([ShelfItem("a", "Audit", "A-1", "Draft")], None)
    assert view.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Audit · A-1 · Draft"


def ink(view, row):
    image = view.grab(view.visualRect(view.rows.index(row))).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_what_is_put_away_is_fainter_and_what_stands_aside_is_in_colour(view):
    view.show_rows([ShelfItem("a", "Audit", "", faded=True), ShelfItem("b", "Audit", "", "Draft")], None)
    look = theme.current()
    assert look.text.lower() not in ink(view, 0) and look.text.lower() in ink(view, 1)
    assert look.warn.lower() in ink(view, 1)
