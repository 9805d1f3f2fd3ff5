"""The line that looks for words, with the keys of a hand."""

import pytest
from PySide6.QtCore import Qt

from desktop.documents.proposal import render
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.preview_search import SearchBar
from tests.documents.cases import CLAIRE
from tests.ui.accessibility import nameless


@pytest.fixture
def bar(qtbot):
    bar, pdf = SearchBar(), OpenPdf(render(CLAIRE))
    qtbot.addWidget(bar)
    bar.show_document(pdf)
    bar.open()
    yield bar
    pdf.close()


def test_words_are_looked_for_at_a_pause(bar, qtbot):
    qtbot.keyClicks(bar.line, "journee")
    assert bar.hits == []
    with qtbot.waitSignal(bar.moved, timeout=5_000):
        pass
    assert bar.count.text() == f"1 of {len(bar.hits)}"


def test_enter_goes_on_and_back_and_round(bar, qtbot):
    qtbot.keyClicks(bar.line, "journee")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    total = len(bar.hits)
    for key, shift, place in (
        (Qt.Key.Key_Return, False, 2),
        (Qt.Key.Key_F3, False, 3),
        (Qt.Key.Key_F3, True, 2),
        (Qt.Key.Key_Return, True, 1),
        (Qt.Key.Key_Return, True, total),
        (Qt.Key.Key_Return, False, 1),
    ):
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(bar.line, key, modifier)
        assert bar.count.text() == f"{place} of {total}" and bar.current is bar.hits[place - 1]
    bar.next.click()
    assert bar.count.text() == f"2 of {total}"
    bar.previous.click()
    assert bar.count.text() == f"1 of {total}"


def test_nothing_found_is_said(bar, qtbot):
    qtbot.keyClicks(bar.line, "girafe")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == "No result" and bar.current is None and not bar.next.isEnabled()
    bar.line.clear()
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == ""


def test_escape_empties_then_closes(bar, qtbot):
    qtbot.keyClicks(bar.line, "journee")
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.isVisible() and bar.line.text() == ""
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_another_document_is_searched_only_while_the_line_shows(bar, qtbot):
    qtbot.keyClicks(bar.line, "journee")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    bar.show_document(None)
    assert bar.hits == [] and bar.count.text() == "No result"
    bar.leave()
    bar.show_document(None)
    assert nameless(bar) == []
