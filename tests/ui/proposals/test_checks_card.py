"""What forbids the export first, in words, with the way to mend it."""

from PySide6.QtCore import Qt

from desktop.documents.variants import available
from desktop.models.proposals import DocumentKind
from desktop.services import proposals, settings
from desktop.ui import theme
from desktop.ui.proposals.checks_card import ChecksCard, blocking
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel
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


def test_everything_has_a_name_and_is_plain_text(composed):
    card = composed.page.composer.checks
    assert nameless(card) == [] and rich_text_labels(card) == []


def test_nothing_to_report_is_said_in_words(qtbot):
    card = ChecksCard(available)
    qtbot.addWidget(card)
    card.show_pages(6)
    assert card.sentences == [] and [label.text() for label in words_in(card)] == ["Nothing to report."]


def test_a_long_document_is_said_to_be_once_it_is_drawn(qtbot):
    card = ChecksCard(available)
    qtbot.addWidget(card)
    card.show_pages(12)
    assert card.sentences[0].startswith("The proposal has 12 pages: hardly anybody")
    wanted = []
    card.wanted.connect(wanted.append)
    card.findChildren(Button)[0].click()
    assert wanted == ["pages"]
    card.show_pages(None)
    assert card.sentences == []


def test_a_long_proposal_is_still_long_while_another_document_is_looked_at(composed, qtbot):
    composer = composed.page.composer
    preview, card = composer.preview, composer.checks
    for row in composer.needs.rows:
        composed.workspace.do(proposals.set_need, row.row_id, now=NOW, answer="Une longue réponse. " * 300)
    qtbot.waitUntil(lambda: any("beyond 6" in words or "hardly" in words for words in card.sentences), timeout=10_000)
    said = card.sentences
    with qtbot.waitSignal(preview.drawn, timeout=10_000):
        preview.choose(DocumentKind.SUMMARY)
    assert card.sentences == said


def test_a_price_that_the_matrix_does_not_allow_comes_with_its_ways_out(warm, qtbot):
    page = warm.page
    warm.workspace.do(proposals.update_proposal, page.desk.key, now=NOW, contractual=True)
    ways = {button.text(): button for button in page.composer.checks.findChildren(Button)}
    without = {"Pre-proposal, without a price", "Needs and schedule, non-contractual"}
    assert without < ways.keys() and not any(words in ways for words in ("Full proposal", "Quotation alone"))
    with qtbot.waitActive(page):
        page.show()
    qtbot.mouseClick(ways["Say why"], Qt.MouseButton.LeftButton)
    assert page.composer.options.reason.hasFocus()
    qtbot.mouseClick(ways["Needs and schedule, non-contractual"], Qt.MouseButton.LeftButton)
    assert len(list(warm.folder.iterdir())) == 1 and warm.sheet.proposal.contractual
    qtbot.mouseClick(ways["Pre-proposal, without a price"], Qt.MouseButton.LeftButton)
    assert len(list(warm.folder.iterdir())) == 2 and not warm.sheet.proposal.contractual
    assert not warm.sheet.blocked and page.desk.stack.undoText() == "pre-proposal"


def test_what_is_mended_elsewhere_leads_elsewhere(composed):
    composed.workspace.do(settings.save_company, now=NOW, siret="")
    composed.page.refresh(frozenset())
    wanted = []
    composed.page.composer.elsewhere.connect(wanted.append)
    buttons = composed.page.composer.checks.findChildren(Button)
    next(each for each in buttons if "SIRET" in each.accessibleName()).click()
    assert wanted == ["company"]


def words_in(card):
    return [label for label in card.findChildren(PlainLabel) if not label.isHidden() and label.kind == "body"]


def test_a_finger_hits_what_leads_there(composed, look, qtbot):
    go = composed.page.composer.checks.findChildren(Button)[0]
    for touch, height in ((False, 26), (True, 44), (False, 26)):
        theme.apply(look, theme.current(), touch)
        qtbot.waitUntil(lambda height=height: go.height() == height)
