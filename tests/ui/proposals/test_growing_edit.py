"""A field as high as its text, and one that offers the catalogue."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.proposals.growing_edit import CatalogueEdit, GrowingEdit


def test_it_grows_with_its_text_and_shrinks_again(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    edit = GrowingEdit(name="Answer")
    column = QVBoxLayout(ground)
    column.addWidget(edit)
    column.addStretch(1)
    ground.resize(200, 400)
    ground.show()
    qtbot.waitUntil(lambda: edit.height() == 34)
    edit.setPlainText("mot " * 40)
    qtbot.waitUntil(lambda: edit.height() > 100)
    edit.clear()
    qtbot.waitUntil(lambda: edit.height() == 34)


def test_tab_leaves_it(qtbot):
    both = QWidget()
    qtbot.addWidget(both)
    column = QVBoxLayout(both)
    first, second = GrowingEdit(name="Answer"), GrowingEdit(name="Proof")
    column.addWidget(first)
    column.addWidget(second)
    with qtbot.waitActive(both):
        both.show()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert first.toPlainText() == "" and second.hasFocus()


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def edit(qtbot, chosen):
    edit = CatalogueEdit("Answer", "Our answer", chosen.append)
    qtbot.addWidget(edit)
    edit.set_entries(["Audit des relances", "Formation <b>de</b> l’équipe"])
    with qtbot.waitActive(edit):
        edit.show()
    edit.setFocus()
    yield edit
    edit.popup.hide()


def test_a_few_letters_of_an_offer_bring_it_up_and_enter_takes_it(edit, chosen):
    QTest.keyClicks(edit, "forma")
    assert edit.popup.isVisible()
    QTest.keyClick(edit.popup, Qt.Key.Key_Down)
    QTest.keyClick(edit.popup, Qt.Key.Key_Return)
    assert chosen == [1]
    assert edit.toPlainText() == "forma"


def test_words_of_ones_own_bring_nothing_up(edit):
    QTest.keyClicks(edit, "Trois ecrans")
    assert not edit.popup.isVisible()


def test_ctrl_space_shows_them_all(edit):
    QTest.keyClick(edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert edit.popup.isVisible()
    assert edit.completer.completionCount() == 2
    QTest.keyClick(edit.popup, Qt.Key.Key_Escape)
    assert not edit.popup.isVisible()
