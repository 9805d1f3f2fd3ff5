import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.calls.entry_list import clock_time
from tests.ui.calls.conftest import Rep


@pytest.mark.parametrize(("seconds", "text"), [(0, "00:00"), (251, "04:11"), (3671, "1:01:11")])
def test_time_as_a_clock(seconds: int, text: str) -> None:
    assert clock_time(seconds) == text


def test_each_kind_has_its_word_and_only_a_verbatim_a_star(on_call: Rep, qtbot) -> None:
    for line in ("we lose a day", "- ask Karim", "! too expensive", "? who signs"):
        on_call.say(line)
    rows = on_call.page.live.entries.rows
    qtbot.waitUntil(lambda: rows[-1].kind.isVisible())
    assert [row.words.text() for row in rows] == ["“we lose a day”", "ask Karim", "“too expensive”", "who signs"]
    assert [row.kind.text for row in rows] == ["Need", "Note to self", "Objection", "To ask later"]
    shown = [row.criterion.text for row in rows if row.criterion.isVisible()]
    assert shown == ["Stated need", "Stated need"]
    assert [row.star is not None for row in rows] == [True, False, False, False]


def test_a_click_on_a_star_is_saved_before_it_is_filled(on_call: Rep, qtbot) -> None:
    on_call.say("we lose a day")
    star = on_call.page.live.entries.rows[0].star
    qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    assert star.isChecked()
    assert on_call.said() == [("verbatim", "we lose a day", True)]
    assert on_call.focused is on_call.page.live.line


def test_the_last_entry_stays_in_sight(on_call: Rep, qtbot) -> None:
    for place in range(30):
        on_call.page.call.add_line(f"a long sentence, the {place}th of this call, that takes some room on the screen")
    entries = on_call.page.live.entries
    bar = entries.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    last = entries.rows[-1]
    assert entries.viewport().rect().contains(last.mapTo(entries.viewport(), last.rect().center()))


def test_a_word_of_two_hundred_letters_does_not_widen_the_column(on_call: Rep, qtbot) -> None:
    before = on_call.page.live.grid.x()
    on_call.page.call.add_line("x" * 200)
    qtbot.waitUntil(lambda: on_call.page.live.entries.rows[0].isVisible())
    on_call.window.grab()
    assert on_call.page.live.grid.x() == before
    sheet = on_call.page.live.entries.widget()
    assert isinstance(sheet, QWidget) and sheet.width() <= on_call.page.live.entries.viewport().width()
