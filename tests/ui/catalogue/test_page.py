"""The catalogue by the keyboard: what is typed is on the disk, what is done is undone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.ui import theme
from desktop.ui.autosave import flush_all
from desktop.ui.catalogue.shelves import SHELVES
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.touch import too_small

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def labels(rows):
    return [row.label for row in rows]


def test_an_offer_is_written_without_the_mouse_and_undone_by_name(bench):
    page = bench.page
    assert page.list.hasFocus() and labels(bench.offers()) == ["=Abonnement; suivi", "Audit des relances"]
    press(Qt.Key.Key_N, CTRL)
    name = page.editor.fields.field("label").editor
    assert name.hasFocus() and name.selectedText() == "New offer"
    QTest.keyClicks(name, "Training")
    price = page.editor.fields.field("unit_price").editor
    bench.type(price, "1 200,5")
    flush_all(page)
    (row,) = [row for row in bench.offers() if row.label == "Training"]
    assert row.unit_price == Decimal("1200.5") and page.desk.item.id == row.id
    undo = bench.window.registry.get("catalogue.undo")
    assert undo.text == "Undo: change “Unit price excl. VAT”"
    for _act in range(3):
        page.desk.undo()
    assert len(bench.offers()) == 2 and bench.offers(archived=True) == []
    for _act in range(3):
        page.desk.redo()
    assert [row.unit_price for row in bench.offers() if row.label == "Training"] == [Decimal("1200.5")]


def test_archived_is_out_of_sight_and_comes_back(bench):
    page = bench.page
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_A, CTRL | SHIFT)
    assert labels(bench.offers()) == ["=Abonnement; suivi"] and page.desk.item.label == "=Abonnement; suivi"
    assert bench.said == ["“Audit des relances” is archived. Proposals that hold it keep it."]
    page.toggle_archived()
    assert page.desk.item.label == "Audit des relances" and page.head.archive.text() == "Bring back"
    press(Qt.Key.Key_A, CTRL | SHIFT)
    assert len(bench.offers()) == 2 and not page.away and page.desk.item.label == "Audit des relances"
    page.desk.undo()
    page.desk.undo()
    assert len(bench.offers()) == 2 and page.desk.item.label == "Audit des relances"


def test_a_copy_is_ready_to_be_named(bench):
    page = bench.page
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_D, CTRL)
    name = page.editor.fields.field("label").editor
    assert name.hasFocus() and name.selectedText() == "Audit des relances (copy)"
    assert page.editor.fields.field("code").editor.text() == ""
    page.desk.undo()
    assert len(bench.offers()) == 2


def test_what_is_typed_filters_the_list(bench):
    page = bench.page
    press(Qt.Key.Key_F, CTRL)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "batiment")
    assert [row.name for row in page.list.rows.rows] == ["Audit des relances"]
    QTest.keyClicks(page.search, "zzz")
    assert page.list.rows.rows == [] and page.nothing.isVisible() and page.desk.item is None
    page.search.clear()
    assert len(page.list.rows.rows) == 2


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.key)
def test_everything_has_a_name_and_nothing_is_read_as_html(bench, shelf):
    bench.page.show_shelf(shelf)
    assert nameless(bench.page) == [] and rich_text_labels(bench.page) == []


def test_nothing_is_too_small_for_a_finger(bench, look, qtbot):
    theme.apply(look, theme.current(), True)
    try:
        for shelf in SHELVES:
            bench.page.show_shelf(shelf)
            qtbot.waitUntil(lambda: too_small(bench.page, 44) == [])
    finally:
        theme.apply(look, theme.current(), False)


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.key)
def test_the_smallest_window_cuts_nothing(bench, qtbot, shelf):
    i18n.use("fr")
    bench.window.resize(880, 560)
    bench.page.show_shelf(shelf)
    bar = bench.page.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
