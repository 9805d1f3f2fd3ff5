"""The line that writes in the history: what it understood is in sight while it is typed."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.exchanges import Exchange, ExchangeKind
from desktop.ui.prospects.exchange_line import ExchangeLine, Written
from tests.conftest import MONDAY
from tests.ui.accessibility import nameless


@pytest.fixture
def line(qtbot, clock: FixedClock) -> ExchangeLine:
    line = ExchangeLine(clock)
    qtbot.addWidget(line)
    line.resize(500, 200)
    with qtbot.waitActive(line):
        line.show()
    return line


def typed(line: ExchangeLine, text: str) -> None:
    line.edit.clear()
    QTest.keyClicks(line.edit, text)


def test_what_is_understood_is_said_while_it_is_typed(line: ExchangeLine) -> None:
    assert line.tools.isHidden()
    typed(line, "v monday 10am saw the workshop")
    assert (line.kinds.value, line.when.text()) == (ExchangeKind.MEETING, "Mon 16 Nov, 10:00")
    typed(line, "saw the workshop")
    assert (line.kinds.value, line.when.text()) == (ExchangeKind.NOTE, "now")
    assert nameless(line) == []


def test_enter_writes_shift_enter_breaks_and_a_chip_says_the_kind(line: ExchangeLine) -> None:
    said: list[Written] = []
    line.written.connect(said.append)
    typed(line, "they agree")
    QTest.keyClick(line.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(line.edit, "on Tuesday")
    line.kinds.chip(ExchangeKind.RECEIVED).click()
    assert line.edit.hasFocus()
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert said == [Written(None, ExchangeKind.RECEIVED, "they agree\non Tuesday", None, None)]


def test_one_that_is_changed_is_not_read_again(line: ExchangeLine) -> None:
    said: list[Written] = []
    line.written.connect(said.append)
    key = uuid.uuid4()
    note = Exchange(id=key, kind=ExchangeKind.NOTE, text="r yesterday, in their words", at=MONDAY)
    line.edit_one(note)
    assert line.editing and not line.remove.isHidden()
    assert line.when.text() == "Mon 23 Nov, 09:30"
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert said == [Written(key, ExchangeKind.NOTE, "r yesterday, in their words", None, None)]
    QTest.keyClick(line.edit, Qt.Key.Key_Escape)
    assert (line.editing, line.edit.toPlainText(), line.remove.isHidden()) == (False, "", True)
