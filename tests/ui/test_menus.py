"""The menus say what the registry says, when they open."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.shell import small_window


def test_menus_are_filled_for_the_page_on_screen(qtbot: QtBot) -> None:
    window = small_window()
    qtbot.addWidget(window)
    menus = window.menuBar().findChildren(QMenu)
    assert len(menus) == 4
    window.show_page("prospects")
    for menu in menus:
        menu.aboutToShow.emit()
    words = [entry.text() for menu in menus for entry in menu.actions()]
    assert "New in Réglages étendus\tCtrl N" in words
    assert "Keys of this screen\tF1" in words
    assert not any("New in Today" in each for each in words)
    missing = [each.text for each in window.registry.visible("prospects") if not any(each.text in w for w in words)]
    assert missing == [], "every action is in a menu"


def test_the_menu_bar_is_put_away_until_asked_for_and_its_entries_run(qtbot: QtBot) -> None:
    window = small_window()
    qtbot.addWidget(window)
    window.show()
    assert not window.menuBar().isVisible()
    window.toggle_menu_bar()
    assert window.menuBar().isVisible()
    go = next(menu for menu in window.menuBar().findChildren(QMenu) if "Go" in menu.title())
    next(entry for entry in go.actions() if entry.text().startswith("Prospects")).trigger()
    assert window.current_page().key == "prospects"
