"""Rows of quotes: high enough for their words, gone through with the arrows, their other keys sent by name."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.widgets.need_rows import QuoteList, QuoteRow

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def row(quote: str, **more: str) -> QuoteRow:
    return QuoteRow(uuid.uuid5(uuid.NAMESPACE_OID, quote), quote, "Claire, 12 Nov", **more)


@pytest.fixture
def rows(qtbot) -> QuoteList:
    rows = QuoteList("Needs")
    qtbot.addWidget(rows)
    rows.resize(420, 400)
    rows.show_rows([row("one", rank="1", kind="Need"), row("two", rank="2"), row("word " * 40, rank="3")])
    with qtbot.waitActive(rows):
        rows.show()
    rows.setFocus()
    return rows


def test_a_row_is_as_high_as_its_words(rows: QuoteList) -> None:
    heights = [rows.visualItemRect(rows.item(place)).height() for place in range(3)]
    assert heights[2] > heights[1] > 30
    rows.resize(200, 400)
    assert rows.visualItemRect(rows.item(2)).height() > heights[2]


@pytest.mark.parametrize(
    ("key", "modifiers", "meaning"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "open"), (Qt.Key.Key_Return, SHIFT, "attach"),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, "confirm"), (Qt.Key.Key_Up, ALT, "up"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove"), (Qt.Key.Key_Down, ALT, "down"),
        (Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier, "merge"),
    ],
)  # fmt: skip
def test_keys(rows: QuoteList, qtbot, key, modifiers, meaning: str) -> None:
    with qtbot.waitSignal(rows.pressed) as pressed:
        QTest.keyClick(rows, key, modifiers)
    assert pressed.args == [meaning]


def test_arrows_go_through_and_out_at_both_ends(rows: QuoteList, qtbot) -> None:
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentRow() == 1
    rows.setCurrentRow(2)
    with qtbot.waitSignal(rows.passed) as passed:
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert passed.args == [1] and rows.currentRow() == 2
    rows.setCurrentRow(0)
    with qtbot.waitSignal(rows.passed) as passed:
        QTest.keyClick(rows, Qt.Key.Key_Up)
    assert passed.args == [-1]


def test_the_current_row_stays_itself_or_its_place(rows: QuoteList) -> None:
    rows.setCurrentRow(1)
    rows.show_rows([row("two"), row("one"), row("three")])
    assert rows.currentRow() == 0
    rows.show_rows([row("one"), row("three")])
    assert rows.currentRow() == 0
    rows.show_rows([])
    assert rows.current_key() is None


def test_a_row_is_read_aloud_whole(rows: QuoteList) -> None:
    told = row("“one”", rank="1", statement="Ours", kind="Need", figures="€15,000", confirmed="confirmed")
    rows.show_rows([told])
    spoken = rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1, Need, Ours, “one”, Claire, 12 Nov, €15,000, confirmed"
    rows.grab()
