"""Every way from one page to the next."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.models.exchanges import ExchangeKind
from desktop.models.prospects import Prospect
from desktop.services import calls, exchanges, proposals, prospect_rows, prospects, search
from desktop.services.prospect_filters import ProspectFilter
from desktop.ui.shell import Shell
from tests.conftest import MONDAY


def claire(shell: Shell) -> Prospect:
    (row,) = [each for each in shell.workspace.ask(prospect_rows.prospect_rows) if each.name == "Ateliers Brévent"]
    return shell.workspace.ask(prospects.load_prospect, row.id)


def here(shell: Shell) -> str:
    return shell.window.current_page().key


def test_from_each_page_a_prospect_is_opened(shell: Shell) -> None:
    key = claire(shell).id
    for page in (shell.pages.today, shell.pages.matrix, shell.pages.followups, shell.pages.proposals):
        shell.window.show_page(page.key)
        page.prospect_opened.emit(key)
        assert here(shell) == "prospects"


def test_from_each_page_a_call_is_prepared(shell: Shell) -> None:
    key = claire(shell).id
    for page in (shell.pages.today, shell.pages.prospects, shell.pages.matrix, shell.pages.followups):
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


def test_a_filter_leads_to_the_prospects_that_it_keeps(shell: Shell) -> None:
    for page, asked in (
        (shell.pages.today, ProspectFilter(planned=False)),
        (shell.pages.matrix, ProspectFilter(never_called=True)),
    ):
        shell.window.show_page(page.key)
        page.list_requested.emit(asked)
        assert here(shell) == "prospects"
        assert shell.pages.prospects.list.filter == asked


def test_what_is_found_opens_where_it_was_written(shell: Shell) -> None:
    who = claire(shell).id
    proposal = shell.workspace.do(proposals.compose, who, now=MONDAY, language="en")
    shell.workspace.do(proposals.update_proposal, proposal, now=MONDAY, title="Quotes in a morning")
    shell.workspace.do(exchanges.write, who, ExchangeKind.RECEIVED, "Our lorry broke down.", at=MONDAY, now=MONDAY)
    places = {"Brévent": "prospects", "chasing quotes": "call", "lorry": "prospects", "morning": "proposals"}
    for words, page in places.items():
        shell.window.show_page("today")
        results = shell.workspace.ask(search.search, words, now=shell.workspace.clock.now())
        shell.pages.open_found(results.groups[0].found[0])
        assert here(shell) == page, words
    assert shell.pages.proposals.composer.document.title_edit.toPlainText() == "Quotes in a morning"


def test_a_draft_opens_over_the_page_that_is_there(shell: Shell) -> None:
    shell.window.show_page("prospects")
    shell.pages.draft(claire(shell).id, None)
    assert here(shell) == "prospects"
    assert shell.pages.today.draft.isVisible()


def test_what_a_proposal_lacks_of_the_company_is_written_in_the_settings(shell: Shell) -> None:
    shell.pages.proposals.company_wanted.emit()
    assert (here(shell), shell.pages.settings.section) == ("settings", "company")


def test_the_toast_of_an_act_that_is_taken_back_says_so(shell: Shell) -> None:
    shell.pages.open_prospect(claire(shell).id)
    shell.pages.prospects.detail.choose_heat("cold")
    assert shell.window.toasts.text == "Heat: Cold"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.toasts.text == "Undone: Heat: Cold"
