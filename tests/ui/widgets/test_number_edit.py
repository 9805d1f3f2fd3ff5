"""A number is shown as the language writes it, unless the rep is typing another."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.services.amounts import read_number, written_price
from desktop.ui.autosave import AutoSave
from desktop.ui.widgets.number_edit import NumberEdit


@pytest.fixture
def edit(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    edit, other = NumberEdit("Price", read_number, written_price), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(edit)
    column.addWidget(other)
    with qtbot.waitActive(page):
        page.show()
    other.setFocus()
    edit.other, edit.page = other, page
    return edit


def test_what_is_being_typed_stays_and_is_rewritten_when_the_focus_leaves(edit):
    saver = AutoSave(edit, lambda text: edit.show_value(edit.read(text), saver), lambda _sentence: None)
    edit.show_value(Decimal(12), saver)
    assert edit.text() == "12.00"
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "1340,5")
    saver.flush()
    assert edit.text() == "1340,5"
    edit.other.setFocus()
    assert edit.text() == "1,340.50"


def test_what_is_refused_stays_to_be_mended(edit):
    saver = AutoSave(edit, edit.read, lambda sentence: edit.setProperty("invalid", bool(sentence)))
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "ten")
    edit.other.setFocus()
    assert edit.text() == "ten" and edit.property("invalid")
    edit.show_value(Decimal(3), saver)
    assert edit.text() == "ten"
    edit.show_another(Decimal(3), saver)
    assert edit.text() == "3.00"
