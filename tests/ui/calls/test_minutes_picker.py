"""How much time is left, chosen or typed, and said in all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.calls.minutes_picker import MOST_MINUTES, MinutesPicker, minutes_of
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.touch import too_small


@pytest.fixture
def picker(qtbot) -> MinutesPicker:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    window.resize(900, 600)
    qtbot.addWidget(window)
    picker = MinutesPicker(window)
    with qtbot.waitActive(window):
        window.show()
    window.findChild(QLineEdit).setFocus()
    picker.line = window.findChild(QLineEdit)
    return picker


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("15", 15), (" 45 min ", 45), ("5mn", 5), ("1 h", 60), ("1h30", 90), ("2 heures", 120), ("240", 240), ("12'", 12)],
)
def test_lengths_as_people_type_them(typed: str, minutes: int) -> None:
    assert minutes_of(typed) == minutes


@pytest.mark.parametrize("typed", ["", "0", "241", "5h", "-3", "ten", "1.5", "10 km", "99999", "1h30h"])
def test_what_is_no_length_or_out_of_bounds(typed: str) -> None:
    assert minutes_of(typed) is None


def test_a_usual_length_counts_from_now(picker: MinutesPicker, qtbot) -> None:
    picker.open_for(402)
    with qtbot.waitSignal(picker.chosen) as chosen:
        picker.usual.segment("3").click()
    assert chosen.args == [10]
    assert not picker.isVisible() and picker.line.hasFocus()


def test_a_typed_length_shows_the_total_and_enter_chooses_it(picker: MinutesPicker, qtbot) -> None:
    picker.open_for(402)
    assert picker.typed.hasFocus()
    QTest.keyClicks(picker.typed, "20")
    assert "27 minutes in all" in [label.text() for label in picker.findChildren(type(picker._total))]
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.keyClick(picker.typed, Qt.Key.Key_Return)
    assert chosen.args == [27]


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_chosen(picker: MinutesPicker, qtbot) -> None:
    picker.open_for(0)
    QTest.keyClicks(picker.typed, "500")
    with qtbot.assertNotEmitted(picker.chosen):
        QTest.keyClick(picker.typed, Qt.Key.Key_Return)
    assert picker.isVisible() and str(MOST_MINUTES) in picker.field.error
    QTest.keyClicks(picker.typed, "1")
    assert picker.field.error == ""


def test_escape_changes_nothing(picker: MinutesPicker, qtbot) -> None:
    picker.open_for(0)
    with qtbot.assertNotEmitted(picker.chosen):
        QTest.keyClick(picker.typed, Qt.Key.Key_Escape)
    assert not picker.isVisible() and picker.line.hasFocus()


def test_enter_on_a_usual_length_and_names_for_all(picker: MinutesPicker, qtbot) -> None:
    picker.open_for(0)
    segment = picker.usual.segment("10")
    segment.setFocus()
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.keyClick(segment, Qt.Key.Key_Return)
    assert chosen.args == [10]
    assert nameless(picker) == [] and rich_text_labels(picker) == []


@pytest.mark.parametrize("touch", [False, True])
def test_the_panel_is_as_high_as_what_it_asks(picker: MinutesPicker, look, qtbot, touch: bool) -> None:
    theme.apply(look, theme.current(), touch)
    picker.open_for(0)
    asked = [picker.usual, picker.field, picker._total]
    qtbot.waitUntil(lambda: all(each.height() >= each.minimumSizeHint().height() > 0 for each in asked))
    assert all(picker.panel.rect().contains(each.geometry()) for each in asked)
    assert too_small(picker.panel, theme.metrics().least) == []
    least = picker.panel.height()
    QTest.keyClicks(picker.typed, "500")
    QTest.keyClick(picker.typed, Qt.Key.Key_Return)
    assert picker.panel.height() > least, "the sentence of the error has its room"


def test_a_button_keeps_what_was_typed(picker: MinutesPicker, qtbot) -> None:
    picker.open_for(0)
    QTest.keyClicks(picker.typed, "never")
    picker.keep_button.click()
    assert picker.isVisible() and picker.field.error
    picker.typed.selectAll()
    QTest.keyClicks(picker.typed, "12")
    with qtbot.waitSignal(picker.chosen) as chosen:
        picker.keep_button.click()
    assert chosen.args == [12]
