"""What was handed over, when, what changed since, and the very files again."""

from datetime import timedelta

import pytest

from desktop.models.proposals import DocumentKind
from desktop.services import proposals
from desktop.services.proposal_exports import exports, record_export
from desktop.ui.proposals.revisions_card import RevisionsCard
from tests.services.proposal_case import NOW
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.prospects.conftest import visible_texts


@pytest.fixture
def card(composed, qtbot):
    card = RevisionsCard(composed.page.desk)
    qtbot.addWidget(card)
    card.resize(520, 300)
    composed.workspace.changed.connect(lambda _touched: card.show_sheet(composed.sheet))
    card.show_sheet(composed.sheet)
    return card


def hand_over(bench, document=DocumentKind.PROPOSAL, at=NOW):
    content = bench.sheet.content
    bench.workspace.do(
        record_export, bench.page.desk.key, b"pdf", f"{document}.pdf", content, document=document, now=at
    )


def write(bench, **fields):
    bench.workspace.do(proposals.update_proposal, bench.page.desk.key, now=NOW, **fields)


def test_nothing_to_say_before_anything_was_handed_over(composed, card):
    assert card.isHidden()
    write(composed, title="Titre")
    assert card.isHidden()


def test_each_version_says_its_day_its_documents_and_its_digest(composed, card):
    hand_over(composed)
    hand_over(composed, DocumentKind.SUMMARY, NOW + timedelta(minutes=2))
    card.show()
    shown = visible_texts(card)
    assert "v1 · 23 November 2026" in shown and "Full proposal" in shown and "One-page summary" in shown
    digest = composed.workspace.ask(exports, composed.page.desk.key)[0].sha256
    assert f"SHA-256 {digest}" in shown
    assert len(card.open_buttons) == len(card.folder_buttons) == 2
    assert nameless(card) == [] and rich_text_labels(card) == []


def test_what_changed_is_said_before_and_after_it_is_handed_over(composed, card):
    write(composed, title="")
    hand_over(composed)
    assert card.since == ()
    write(composed, title="Titre & <b>")
    assert card.since == ("Title: “Titre & <b>” added",)
    card.show()
    assert "Changed since v1, not handed over" in visible_texts(card)
    write(composed, title="")
    assert card.since == ()
    write(composed, title="Titre")
    hand_over(composed)
    shown = visible_texts(card)
    assert "v2 · 23 November 2026" in shown and "• Title: “Titre” added" in shown
    assert "Changed since v1, not handed over" not in shown


def test_the_buttons_say_which_file_is_wanted(composed, card, qtbot):
    hand_over(composed)
    (kept,) = composed.workspace.ask(exports, composed.page.desk.key)
    for button, signal in ((card.open_buttons[0], card.opened), (card.folder_buttons[0], card.folder_wanted)):
        with qtbot.waitSignal(signal) as wanted:
            button.click()
        assert wanted.args == [kept.id]
        assert button.accessibleName().endswith("Full proposal v1")


def test_the_oldest_wait_behind_a_button(composed, card):
    for number in range(6):
        write(composed, title=f"Titre {number}")
        hand_over(composed)
    card.show()
    assert len(card.open_buttons) == 3 and card.more.text() == "Show 3 earlier versions"
    card.more.click()
    assert len(card.open_buttons) == 6 and not card.more.isVisible()


def test_many_changes_are_counted(composed, card):
    hand_over(composed)
    write(composed, gains=[f"Gain {number}" for number in range(9)])  # in the place of the one drafted
    card.show()
    assert len(card.since) == 10 and "• and 5 other changes" in visible_texts(card)
