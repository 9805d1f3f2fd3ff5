"""A page that says nothing is still a page: the window can show it."""

from pytestqt.qtbot import QtBot

from desktop.ui.page import Page


def test_a_bare_page_answers_everything(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    assert (page.title(), page.subtitle(), page.header_widgets(), page.commands()) == ("", "", [], [])
    assert (page.hints(), page.panes()) == ([], [])
    page.refresh(frozenset())
    page.arrive()
    page.leave()
    assert page.key == ""
