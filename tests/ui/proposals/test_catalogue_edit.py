"""A field that offers the catalogue."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.proposals.catalogue_edit import CatalogueEdit


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
