"""Every document by the keyboard: its key, the palette, the menu."""

import pytest

from desktop.models.proposals import DocumentKind
from desktop.services.proposal_exports import exports
from desktop.ui.actions import ActionRegistry, display_keys
from desktop.ui.proposals.outgoing_keys import documents_menu, open_menu, outgoing_actions
from tests.ui.proposals.test_outgoing import make


@pytest.fixture
def way(composed):
    return make(composed)


def actions(way, priced=True, opened=None):
    made = outgoing_actions(way.out, "proposals", lambda: True, lambda: priced, opened or (lambda: None))
    return {action.id: action for action in made}


def test_each_document_has_its_own_key(way):
    found = actions(way)
    registry = ActionRegistry()
    registry.add(*found.values())
    keys = [found[f"proposals.export{end}"].keys for end in ("", ".summary", ".quotation", ".plan", ".slip")]
    assert len({key for (key,) in keys}) == len(DocumentKind)
    assert found["proposals.export"].keys == ("Ctrl+E",) and found["proposals.print"].keys == ("Ctrl+P",)


def test_each_document_leaves_by_the_palette(way):
    found = actions(way)
    found["proposals.export.summary"].trigger()
    found["proposals.mail.plan"].trigger()
    found["proposals.print.slip"].trigger()
    kept = {each.document for each in way.bench.workspace.ask(exports, way.bench.page.desk.key)}
    assert kept == {DocumentKind.SUMMARY, DocumentKind.PLAN, DocumentKind.SLIP}


def test_the_words_tell_a_pre_proposal_from_a_proposal(way):
    assert actions(way)["proposals.mail"].text == "E-mail: Full proposal"
    without = actions(way, priced=False)
    assert without["proposals.mail"].text == "E-mail: Pre-proposal, without a price"
    assert without["proposals.give_price"].enabled() and not actions(way)["proposals.give_price"].enabled()


def test_the_menu_shows_every_document_with_its_key_and_the_other_ways_out(way, qtbot):
    menu = documents_menu(way.bench.page, way.out, priced=True)
    lines = [act.text() for act in menu.actions() if not act.isSeparator()]
    assert lines[0] == f"Full proposal\t{display_keys('Ctrl+E')}" and len(lines) == len(DocumentKind) + 3
    menu.actions()[1].trigger()
    assert [each.document for each in way.kept] == [DocumentKind.SUMMARY]
    mail = menu.actions()[-1].menu()
    mail.actions()[3].trigger()
    assert {each.document for each in way.kept} == {DocumentKind.SUMMARY, DocumentKind.PLAN}
    assert any("with a price" in act.text() for act in documents_menu(way.bench.page, way.out, priced=False).actions())


def test_the_menu_opens_with_its_first_line_at_hand(way):
    menu = open_menu(way.bench.page, way.out, True)
    assert menu.isVisible() and menu.activeAction() is menu.actions()[0]
    menu.close()
