"""Every way from one page to the next."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.models.prospects import Prospect
from desktop.services import calls, prospect_rows, prospects
from desktop.ui.shell import Shell


def claire(shell: Shell) -> Prospect:
    (row,) = [each for each in shell.workspace.ask(prospect_rows.prospect_rows) if each.name == "Ateliers Brévent"]
    return shell.workspace.ask(prospects.load_prospect, row.id)


def here(shell: Shell) -> str:
    return shell.window.current_page().key


def test_from_each_page_a_prospect_is_opened(shell: Shell) -> None:
    key = claire(shell).id
    for page in (shell.pages.today, shell.pages.followups, shell.pages.proposals):
        shell.window.show_page(page.key)
        page.prospect_opened.emit(key)
        assert here(shell) == "prospects"


def test_from_each_page_a_call_is_prepared(shell: Shell) -> None:
    key = claire(shell).id
    for page in (shell.pages.today, shell.pages.prospects, shell.pages.followups):
        shell.window.show_page(page.key)
        page.call_requested.emit(key)
        assert here(shell) == "call"
    assert shell.workspace.ask(calls.running_call) is None


def test_a_proposal_is_composed_from_a_prospect(shell: Shell) -> None:
    shell.pages.prospects.proposal_requested.emit(claire(shell).id)
    assert here(shell) == "proposals"


def test_a_new_prospect_is_typed_from_today(shell: Shell) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert here(shell) == "prospects"
