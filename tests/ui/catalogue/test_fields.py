"""Fields bound to the columns of an item."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.autosave import flush_all

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def labels(rows):
    return [row.label for row in rows]


def test_enter_goes_and_writes_and_a_wrong_price_is_said_under_its_field(bench):
    page = bench.page
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.editor.fields.field("label").editor.hasFocus()
    field = page.editor.fields.field("unit_price")
    bench.type(field.editor, "ten")
    flush_all(page)
    assert "Write a number" in field.error
    assert bench.offers()[1].unit_price == Decimal("1340.50")
    bench.type(field.editor, "10")
    flush_all(page)
    assert field.error == "" and bench.offers()[1].unit_price == 10


def test_a_name_cannot_be_emptied_nor_a_code_taken(bench):
    page = bench.page
    press(Qt.Key.Key_Down)
    name, code = page.editor.fields.field("label"), page.editor.fields.field("code")
    bench.type(name.editor, " ")
    flush_all(page)
    assert name.error == "Give the offer a name."
    press(Qt.Key.Key_Z, CTRL)
    page.open_item(bench.offers()[0].id)
    assert page.editor.fields.field("label").error == ""
    bench.type(code.editor, "a-1")
    flush_all(page)
    assert "Audit des relances" in code.error and bench.offers()[0].code == ""


def test_spaces_still_being_typed_stay_under_the_cursor(bench):
    name = bench.page.editor.fields.field("label").editor
    bench.type(name, "Annual ")
    flush_all(bench.page)
    assert name.text() == "Annual " and labels(bench.offers())[0] == "Annual"
    QTest.keyClicks(name, "plan")
    flush_all(bench.page)
    assert labels(bench.offers())[0] == "Annual plan"


def test_another_item_takes_the_place_of_what_was_refused(bench):
    page = bench.page
    field = page.editor.fields.field("unit_price")
    bench.type(field.editor, "ten")
    flush_all(page)
    page.open_item(bench.offers()[1].id)
    assert field.error == "" and field.editor.text() == "1,340.50"
    assert bench.offers()[0].unit_price == Decimal(90)
