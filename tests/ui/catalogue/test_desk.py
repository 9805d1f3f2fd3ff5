"""What is done to an item, named and undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.autosave import flush_all
from desktop.ui.catalogue.shelves import BLOCKS, OFFERS

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def test_blocks_are_reordered_a_language_at_a_time(bench):
    page = bench.page
    page.show_shelf(BLOCKS)
    page.show_language("fr")
    page.begin()
    bench.type(page.editor.fields.field("title").editor, "Our team")
    flush_all(page)
    page.list.setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert [row.title for row in bench.blocks()] == ["Our team", "Notre suivi"]
    assert [row.name for row in page.list.rows.rows] == ["Our team", "Notre suivi"]
    press(Qt.Key.Key_Up, ALT)
    assert [row.title for row in bench.blocks()] == ["Our team", "Notre suivi"]
    press(Qt.Key.Key_Z, CTRL)
    assert [row.title for row in bench.blocks()] == ["Notre suivi", "Our team"]
    assert [row.title for row in bench.blocks("en")] == ["Our method"]


def test_undo_goes_back_to_what_it_changed(bench):
    page = bench.page
    bench.type(page.editor.fields.field("unit").editor, "month")
    flush_all(page)
    page.show_shelf(BLOCKS)
    page.show_language("en")
    page.desk.undo()
    assert page.shelf is OFFERS and page.desk.item.unit == "mois"


def test_typing_in_one_field_is_one_act(bench):
    page = bench.page
    for text in ("one", "two"):
        bench.type(page.editor.fields.field("unit").editor, text)
        flush_all(page)
    assert page.desk.stack.count() == 1
    page.desk.undo()
    assert bench.offers()[0].unit == "mois"


def test_what_cannot_be_undone_is_said(bench):
    page = bench.page
    page.open_item(bench.offers()[1].id)
    page.desk.archive()
    page.begin()
    bench.type(page.editor.fields.field("code").editor, "A-1")
    flush_all(page)
    page.toggle_archived()
    page.desk.archive()
    assert "already that of" in page.banner.text and len(bench.offers(archived=True)) == 1
