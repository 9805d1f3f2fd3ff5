"""The window: pages come and go, keys work from inside a line of text, and it fits a small screen."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop import i18n
from desktop.ui import theme
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.popover import Popover
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.shell import SmallPage, small_window
from tests.ui.touch import targets

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = small_window()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def small(window: MainWindow, key: str) -> SmallPage:
    page = window.page(key)
    assert isinstance(page, SmallPage)
    return page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_what_was_asked_on_a_page_is_not_asked_over_the_next_one(window: MainWindow) -> None:
    popover = Popover("Question", window)
    popover.show_at(small(window, "today").line, 300)
    popover.buttons("Do it", lambda: None).setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_2, ALT)
    assert window.current_page().key == "prospects"
    assert not popover.isVisible() and focused() is small(window, "prospects").line


def test_a_page_is_refreshed_then_takes_the_focus(window: MainWindow) -> None:
    assert small(window, "today").said == ["refresh", "arrive"]
    window.show_page("prospects")
    assert small(window, "today").said[-1] == "leave"
    assert small(window, "prospects").said == ["refresh", "arrive"]
    assert focused() is small(window, "prospects").line
    assert (window.header.title, window.header.subtitle) == ("Réglages étendus", "All about Réglages étendus")
    assert window.windowTitle() == "Réglages étendus · Boussole"
    assert window.current_page().key == "prospects"
    assert window.rail.entry("prospects").isChecked()
    assert not window.rail.entry("today").isChecked()


def test_the_header_holds_the_widgets_of_the_page_on_screen(window: MainWindow) -> None:
    assert small(window, "today").new_button.isVisible()
    window.show_page("prospects")
    assert not small(window, "today").new_button.isVisible()
    assert small(window, "prospects").new_button.isVisible()
    window.show_page("today")
    assert small(window, "today").new_button.isVisible()


def test_a_page_never_shown_is_never_left(qtbot: QtBot) -> None:
    made = small_window()
    qtbot.addWidget(made)
    made.show_page("prospects")
    made.close()
    assert small(made, "call").said == []
    assert small(made, "today").said == ["refresh", "arrive", "leave"]
    assert small(made, "prospects").said == ["refresh", "arrive", "leave"]


def test_a_change_refreshes_only_the_page_on_screen(window: MainWindow) -> None:
    window.refresh(frozenset({int}))
    assert small(window, "today").said.count("refresh") == 2
    assert small(window, "prospects").said == []


def test_alt_digit_goes_from_inside_a_line_without_typing(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(small(window, "today").line, Qt.Key.Key_2, ALT)
    assert window.current_page().key == "prospects"
    assert small(window, "today").line.text() == ""
    qtbot.keyClick(focused(), Qt.Key.Key_1, ALT)
    assert window.current_page().key == "today"


def test_alt_digit_on_an_azerty_keyboard(window: MainWindow) -> None:
    line = small(window, "today").line
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Eacute.value, ALT, "é"))
    assert window.current_page().key == "prospects"
    assert line.text() == ""


def test_digits_without_alt_or_without_a_page_are_typed(qtbot: QtBot, window: MainWindow) -> None:
    line = small(window, "today").line
    qtbot.keyClick(line, Qt.Key.Key_2)
    assert (window.current_page().key, line.text()) == ("today", "2")
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7.value, ALT, ""))
    assert window.current_page().key == "today", "the entry of 7 has no page here"


def test_the_rail_goes_to_a_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.rail.entry("prospects"), Qt.MouseButton.LeftButton)
    assert window.current_page().key == "prospects"


def test_the_call_entry_appears_when_told(window: MainWindow) -> None:
    assert not window.rail.entry("call").isVisible()
    window.set_entry_visible("call", True)
    assert window.rail.entry("call").isVisible()
    window.set_badge("today", 4)
    assert "4" in window.rail.entry("today").accessibleName()


def test_the_rail_collapses_on_a_small_screen(window: MainWindow) -> None:
    window.resize(1280, 800)
    assert window.rail.width() == 200
    window.resize(1024, 640)
    assert (window.width(), window.height()) == (1024, 640), "nothing forces the window to be larger"
    assert window.rail.width() == 56
    assert window.rail.entry("today").accessibleName() == "Today"


def test_f6_goes_round_the_panes(qtbot: QtBot, window: MainWindow) -> None:
    seen = []
    for _turn in range(4):
        qtbot.keyClick(focused(), Qt.Key.Key_F6)
        seen.append(next(pane for pane in panes(window) if panes(window)[pane].isAncestorOf(focused())))
    assert seen == ["status", "rail", "header", "page"]
    qtbot.keyClick(focused(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.header.isAncestorOf(focused())


def panes(window: MainWindow) -> dict[str, QWidget]:
    return {"rail": window.rail, "header": window.header, "page": window.current_page(), "status": window.status}


def test_a_focused_widget_may_be_deleted(qtbot: QtBot, window: MainWindow) -> None:
    extra = QLineEdit(small(window, "today"))
    extra.show()
    extra.setFocus()
    delete(extra)
    small(window, "today").line.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_2, ALT)
    assert window.current_page().key == "prospects"


def test_ctrl_k_opens_the_palette_and_gives_the_focus_back(qtbot: QtBot, window: MainWindow) -> None:
    line = small(window, "today").line
    qtbot.keyClick(line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.command_palette.isVisible()
    assert focused() is window.command_palette.line
    qtbot.keyClick(focused(), Qt.Key.Key_2, ALT)
    qtbot.keyClick(focused(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page().key == "today"
    assert "new" not in small(window, "today").said, "under the palette, no key of the page works"
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not window.command_palette.isVisible()
    assert focused() is line
    qtbot.keyClick(line, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert small(window, "today").said[-1] == "new"


def test_f1_shows_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_F1)
    assert window.key_sheet.isVisible()
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not window.key_sheet.isVisible()
    assert focused() is small(window, "today").line


def test_the_page_asks_for_the_palette_and_says_its_headline_changed(window: MainWindow) -> None:
    page = small(window, "today")
    page.palette_requested.emit()
    assert window.command_palette.isVisible()
    window.command_palette.close_overlay()
    page.name = "Tuesday"
    page.headline_changed.emit()
    assert window.header.title == "Tuesday"
    small(window, "prospects").headline_changed.emit()
    assert window.header.title == "Tuesday", "a hidden page does not speak"


def test_the_place_of_the_window_is_remembered(qtbot: QtBot) -> None:
    saved: list[str] = []
    first = small_window(on_geometry=saved.append)
    qtbot.addWidget(first)
    first.resize(880, 590)
    first.show()
    first.close()
    assert len(saved) == 1
    second = small_window(geometry=saved[0])
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (880, 590)
    third = small_window(geometry="not a geometry")
    qtbot.addWidget(third)
    assert third.width() == 1280


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(880, 560), (1024, 640), (1280, 800)])
@pytest.mark.parametrize("touch", [True, False])
def test_a_message_covers_nothing_that_is_pressed(
    qtbot: QtBot, look: QApplication, touch: bool, size: tuple[int, int], language: str
) -> None:
    i18n.use(language)
    theme.apply(look, theme.current(), touch)
    window = small_window()
    qtbot.addWidget(window)
    window.status.set_protection(False)
    window.status.set_reminder("14:00 · A company with a rather long name")
    window.resize(*size)
    window.show()
    window.toasts.show_toast("A day a week lost in chasing quotations that never come to anything", run=lambda: None)

    def placed() -> bool:
        toast = window.toasts.geometry()
        bar = QRect(window.status.mapTo(window, QPoint(0, 0)), window.status.size())
        return bar.contains(toast) and not any(toast.intersects(each) for each in pressed(window))

    qtbot.waitUntil(placed)
    button = window.toasts.button
    assert button.width() >= (44 if touch else 24) and button.height() >= (44 if touch else 24)
    assert window.toasts.rect().contains(button.geometry())
    window.resize(size[0] + 100, size[1] + 60)
    qtbot.waitUntil(placed)


def pressed(window: MainWindow) -> list[QRect]:
    """Where everything is that is pressed or typed in, the message itself left out."""
    found = [each for each in targets(window) if each.isVisible() and each is not window.toasts.button]
    return [QRect(each.mapTo(window, QPoint(0, 0)), each.size()) for each in found]


def test_nothing_is_nameless_and_nothing_reads_markup(window: MainWindow) -> None:
    window.show_keys()
    window.toasts.show_toast("Done", run=lambda: None)
    assert nameless(window) == []
    assert rich_text_labels(window) == []
