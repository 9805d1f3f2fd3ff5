"""The header, and the button that looks like a search field."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.header import HEIGHT, Header, SearchButton
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.shell import SmallPage


def test_a_long_title_leaves_the_buttons_their_room(qtbot: QtBot) -> None:
    page = SmallPage("today", "A title that is far too long for the window " * 4)
    header = Header()
    qtbot.addWidget(header)
    qtbot.addWidget(page)
    header.show_page(page)
    header.resize(700, HEIGHT)
    header.show()
    assert header.title == page.name
    assert page.new_button.width() == page.new_button.sizeHint().width()
    assert page.new_button.geometry().right() < 700
    assert rich_text_labels(header) == []


def test_the_search_button_is_named_and_clicks(qtbot: QtBot) -> None:
    search = SearchButton()
    qtbot.addWidget(search)
    assert nameless(search) == []
    assert search.accessibleDescription() == "Ctrl K"
    with qtbot.waitSignal(search.clicked):
        qtbot.mouseClick(search, Qt.MouseButton.LeftButton)


def test_the_search_never_takes_more_than_the_words(qtbot: QtBot) -> None:
    page = SmallPage("today", "A title of ordinary length")
    search = SearchButton()
    page.header_widgets = lambda: [search, page.new_button]
    header = Header()
    qtbot.addWidget(header)
    qtbot.addWidget(page)
    header.show_page(page)
    header.show()

    def lay_out(width: int) -> None:
        header.resize(width, HEIGHT)
        header.grab()

    lay_out(1200)
    assert search.width() == search.maximumWidth()
    lay_out(600)
    assert 110 <= search.width() <= header._title.width() + 1
