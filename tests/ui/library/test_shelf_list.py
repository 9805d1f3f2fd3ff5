"""The list of items at the left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.models.library import ItemKind
from desktop.services.library import Shelfmark, ShelfRow
from desktop.ui import theme
from desktop.ui.library.shelf_list import ShelfList, about, draft_words


def row(key, **more):
    usual = {"version": 1, "draft": 0, "archived": False, "shipped": True, "own": False}
    return ShelfRow(Shelfmark(ItemKind.GRID, key, "fr"), key.title(), **{**usual, **more})


@pytest.fixture
def shelf(qtbot):
    shelf = ShelfList()
    qtbot.addWidget(shelf)
    shelf.resize(220, 300)
    with qtbot.waitActive(shelf):
        shelf.show()
    return shelf


def test_the_arrows_choose_and_showing_does_not(shelf):
    chosen = []
    shelf.chosen.connect(chosen.append)
    rows = [row("a"), row("b"), row("c")]
    shelf.show_items(rows, rows[1].mark)
    assert chosen == [] and shelf.currentIndex().row() == 1
    shelf.setFocus()
    QTest.keyClick(shelf, Qt.Key.Key_Down)
    assert chosen == [rows[2].mark]
    shelf.show_items([row("a"), row("c", draft=2)], rows[2].mark)
    assert chosen == [rows[2].mark] and shelf.currentIndex().row() == 1


def test_enter_goes_into_the_item(shelf, qtbot):
    shelf.show_items([row("a")], row("a").mark)
    with qtbot.waitSignal(shelf.opened):
        QTest.keyClick(shelf, Qt.Key.Key_Return)


def test_where_it_stands_in_words(shelf):
    i18n.use("fr")
    assert about(row("a")) == "FR · v1 · fournie" and draft_words(row("a")) == ""
    assert about(row("a", version=3, own=True)) == "FR · v3 · à vous"
    assert about(row("a", version=0, draft=1, shipped=False)) == "FR"
    assert about(row("a", archived=True)).endswith("archivée")
    shelf.show_items([row("a", draft=4)], None)
    told = shelf.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "A · FR · v1 · fournie · Brouillon v4"


def test_a_finger_has_higher_rows(shelf, look, qtbot):
    rows = [row("a"), row("b")]
    shelf.show_items(rows, rows[0].mark)
    for touch, height in ((False, 50), (True, 52), (False, 50)):
        theme.apply(look, theme.current(), touch)
        qtbot.waitUntil(lambda height=height: shelf.visualRect(shelf.rows.index(1)).getRect()[1::2] == (height, height))
