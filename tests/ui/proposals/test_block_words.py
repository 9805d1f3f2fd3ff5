"""From a block of the proposal to the words it rests on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.services import proposals
from desktop.services.proposal_trace import words_of_block
from desktop.ui.proposals.block_words import (
    KEY,
    BlockWordsOpener,
    BlockWordsPanel,
    WordsButton,
    place_of,
    set_place,
    words_actions,
)
from tests.services.proposal_case import LOST_DAY, NOW
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def opener(composed):
    composed.page.resize(1100, 800)
    return BlockWordsOpener(composed.page.desk, composed.page)


def test_the_words_of_a_block_are_shown_over_the_window(opener, composed):
    assert opener.open("lead")
    panel = opener.panel
    assert panel.isVisible() and panel.text.text() == LOST_DAY and panel.kind.text() == "Words that open page 1"
    assert panel.verdict.text() == "Rests on 1 thing they said."
    assert panel.list.current_words().words == LOST_DAY and panel.list.hasFocus() is panel.list.isActiveWindow()
    assert nameless(panel) == [] and rich_text_labels(panel) == []
    assert panel.panel.height() <= composed.page.height()


def test_a_block_without_words_says_so_and_one_that_is_empty_opens_nothing(opener, composed):
    said = []
    composed.page.desk.said.connect(said.append)
    composed.workspace.do(proposals.update_proposal, composed.page.desk.key, now=NOW, title="Un site tout neuf")
    assert opener.open("title")
    assert opener.panel.verdict.kind == "warn" and not opener.panel.list.isVisible()
    opener.panel.close_overlay()
    composed.workspace.do(proposals.update_proposal, composed.page.desk.key, now=NOW, title="")
    assert not opener.open("title") and said == ["Nothing is written there yet."]
    assert not opener.panel.isVisible()


def test_a_long_text_is_cut(composed, qtbot):
    key = composed.page.desk.key
    composed.workspace.do(proposals.update_proposal, key, now=NOW, title="relances devis " * 60)
    zone = composed.workspace.clock.zone
    window = QWidget()
    qtbot.addWidget(window)
    panel = BlockWordsPanel(window)
    panel.show_block(composed.workspace.ask(words_of_block, key, "title", zone=zone), zone)
    assert len(panel.text.text()) <= 241 and panel.text.text().endswith("…")


def test_the_place_of_a_field_is_that_of_what_it_stands_in(qtbot):
    card = QWidget()
    qtbot.addWidget(card)
    column = QVBoxLayout(card)
    outer, inner = QLineEdit(), QLineEdit()
    column.addWidget(outer)
    column.addWidget(inner)
    assert place_of(inner) == "" and place_of(None) == ""
    set_place(card, "need:1")
    set_place(inner, "answer:1")
    assert place_of(outer) == "need:1" and place_of(inner) == "answer:1"


def test_the_key_opens_the_words_of_the_field_at_hand(opener, composed, qtbot):
    row = composed.page.composer.needs.rows[0]
    with qtbot.waitActive(composed.page):
        composed.page.show()
        composed.page.activateWindow()
    row.answer.setFocus()
    (action,) = words_actions(opener, "proposals", lambda: True)
    assert action.keys == (KEY,)
    action.run()
    assert opener.panel.behind.block.where == f"answer:{row.row_id}"


def test_a_click_on_the_button_leaves_the_focus_where_it_was(qtbot):
    asked = []
    button = WordsButton(lambda: asked.append(1))
    qtbot.addWidget(button)
    assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus
    button.click()
    assert asked == [1]
