"""What forbids the export first, in words, with the way to mend it."""

from desktop.services import settings
from desktop.ui import theme
from desktop.ui.proposals.checks_card import blocking
from desktop.ui.widgets.buttons import Button
from tests.services.proposal_case import NOW
from tests.ui.accessibility import nameless, rich_text_labels


def test_what_blocks_comes_first_and_goes_when_mended(composed):
    card = composed.page.composer.checks
    composed.workspace.do(settings.save_company, now=NOW, siret="")
    composed.page.refresh(frozenset())
    assert card.sentences[0].startswith("Your SIRET number is missing")
    assert blocking(composed.sheet).startswith("One thing forbids the export:\n• Your SIRET")
    composed.workspace.do(settings.save_company, now=NOW, siret="1")
    composed.page.refresh(frozenset())
    assert not any("SIRET" in sentence for sentence in card.sentences)


def test_a_check_leads_to_what_it_speaks_of(composed, qtbot):
    card = composed.page.composer.checks
    with qtbot.waitActive(composed.page):
        composed.page.show()
    row = composed.page.composer.needs.rows[1]
    go = next(each for each in card.findChildren(Button) if "Need without an answer: “Le CRM" in each.accessibleName())
    go.click()
    assert row.answer.hasFocus()


def test_the_note_counts_the_blocks(composed):
    card = composed.page.composer.checks
    assert card.note_label.text() == "2 blocks of 2 come from their words"
    assert nameless(card) == [] and rich_text_labels(card) == []


def test_a_finger_hits_what_leads_there(composed, look, qtbot):
    go = composed.page.composer.checks.findChildren(Button)[0]
    for touch, height in ((False, 26), (True, 44), (False, 26)):
        theme.apply(look, theme.current(), touch)
        qtbot.waitUntil(lambda height=height: go.height() == height)
