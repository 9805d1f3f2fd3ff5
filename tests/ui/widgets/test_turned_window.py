"""A window of its own over the program, that only the rep takes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.i18n import Language
from desktop.ui.widgets.hold_button import HOLD_MS
from desktop.ui.widgets.touch_parts import words
from desktop.ui.widgets.turned_window import TurnedBar, TurnedWindow, spoken
from tests.ui.accessibility import nameless


@pytest.fixture
def window(qtbot) -> TurnedWindow:
    window = TurnedWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    return window


def test_it_covers_the_screen_above_the_program(qtbot, window) -> None:
    window.put(words("Something to read"))
    with qtbot.waitActive(window):
        window.open_over()
    assert window.isFullScreen() and window.isWindow() and window.parent() is None
    assert window.windowModality() is Qt.WindowModality.ApplicationModal


def test_a_page_takes_the_place_of_the_one_before(qtbot, window) -> None:
    first, second = words("One"), words("Two")
    window.put(first)
    window.show()
    window.put(second)
    assert second.isVisible() and not first.isVisible()


def test_it_is_closed_once_whoever_closes_it(qtbot, window) -> None:
    told: list[object] = []
    window.closed.connect(told.append)
    window.put(words("One"))
    with qtbot.waitActive(window):
        window.show()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    window.close()
    assert told == [None] and not window.isVisible()


def test_thanks_take_the_place_of_the_page(qtbot, window) -> None:
    page = words("One")
    window.put(page)
    window.show()
    window.say_thanks("Claire", "Until tomorrow.", Language("en"))
    assert window.thanks.isVisible() and not page.isVisible()
    assert window.thanks.sentence.text() == "Until tomorrow."


def test_the_bar_gives_the_screen_back_and_changes_the_language(qtbot) -> None:
    bar = TurnedBar("Atelier Nord Conseil", Language("fr"))
    qtbot.addWidget(bar)
    bar.show()
    assert nameless(bar) == [] and bar.languages["fr"].isChecked()
    with qtbot.waitSignal(bar.spoken) as sent:
        bar.languages["en"].click()
    assert sent.args == ["en"]
    with qtbot.waitSignal(bar.handed_back, timeout=4 * HOLD_MS):
        QTest.mousePress(bar.logo, Qt.MouseButton.LeftButton)


def test_an_unknown_language_is_english() -> None:
    assert [spoken(code).code for code in ("fr", "en", "de", "")] == ["fr", "en", "en", "en"]
