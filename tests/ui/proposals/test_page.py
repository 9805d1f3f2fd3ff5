"""From a call to the file in the folder, by the keyboard, and everything that may stand in the way."""

import re
import uuid
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.services import calls, proposal_exports, proposals, prospects, settings
from desktop.services.proposal_lists import proposals_of
from desktop.ui.actions import ActionRegistry
from desktop.ui.main_window import MainWindow
from desktop.ui.rail import RailEntry
from desktop.ui.widgets.card import Card
from tests.services.proposal_case import BUDGET, LOST_DAY, NOTE, NOW, PRIVATE, UNOPENED
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.proposals.signing_case import LEFT, draw


def text_of(path):
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def files(bench):
    return sorted(bench.folder.iterdir()) if bench.folder.exists() else []


@pytest.fixture
def window(bench, qtbot):
    window = MainWindow([bench.page], [RailEntry("proposals", "Proposals", "file-text", 5)], ActionRegistry())
    qtbot.addWidget(window)
    bench.workspace.changed.connect(window.refresh)
    window.resize(1440, 900)
    with qtbot.waitActive(window):
        window.show()
    window.show_page("proposals")
    yield window
    bench.page.stop()


def test_from_the_call_to_the_file_without_the_mouse(bench, window, qtbot):
    i18n.use("fr")
    case = bench.claire()
    bench.page.compose_for(case.prospect, case.call)
    row = bench.page.composer.needs.rows[1]
    assert row.answer.hasFocus()
    QTest.keyClicks(row.answer, "Trois ecrans suffisent.")
    price = bench.page.composer.options.editor.lines[0].price
    price.setFocus()
    price.selectAll()
    QTest.keyClicks(price, "13 400,50")
    QTest.keyClick(price, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (path,) = files(bench)
    assert path.name == "2026-11-23_Proposition_Ateliers-Brevent_P-2026-0001_v1.pdf"
    text = text_of(path)
    for words in (LOST_DAY, UNOPENED, BUDGET):
        assert words in text
    assert "Trois ecrans suffisent." in text
    assert "13 400,50 €" in text and "2 680,10 €" in text and "16 080,60 €" in text
    assert PRIVATE not in text and NOTE not in text
    assert path.name in bench.page.outcome.text


def test_the_same_export_twice_is_one_file_and_a_change_is_version_two(composed):
    page = composed.page
    page.export()
    page.export()
    assert len(files(composed)) == 1
    assert page.title() == "Proposal P-2026-0001 · v1" and "exported on 23 Nov" in page.subtitle()
    page.composer.document.title_edit.setPlainText("Autre titre")
    page.export()
    assert [path.name[-6:] for path in files(composed)] == ["v1.pdf", "v2.pdf"]
    kept = composed.workspace.ask(proposal_exports.exports, page.desk.key)
    assert [each.revision for each in kept] == [2, 1]
    pdf = composed.workspace.ask(proposal_exports.exported_pdf, kept[0].id)
    assert files(composed)[1].read_bytes() == pdf


def test_an_export_that_is_forbidden_says_why_and_writes_nothing(composed):
    composed.workspace.do(settings.save_company, now=NOW, siret="")
    composed.page.export()
    assert files(composed) == []
    assert "SIRET" in composed.page.outcome.text
    assert composed.workspace.ask(proposal_exports.exports, composed.page.desk.key) == []
    composed.workspace.do(settings.save_company, now=NOW, siret="1")
    composed.page.export()
    assert len(files(composed)) == 1


def test_a_folder_that_cannot_be_written_is_said_and_no_revision_is_kept(composed):
    composed.folder.write_text("a file where the folder should be")
    composed.page.export()
    assert str(composed.folder) in composed.page.outcome.text
    assert composed.workspace.ask(proposal_exports.exports, composed.page.desk.key) == []


def test_the_file_and_its_folder_are_opened_on_demand(composed):
    composed.page.export()
    assert composed.opened == []
    composed.page.outcome.open_button.click()
    composed.page.outcome.folder_button.click()
    assert [url.toLocalFile() for url in composed.opened] == [str(files(composed)[0]), str(composed.folder)]


def test_it_prints_what_it_exports_and_keeps_the_revision(composed, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(72)
    composed.page.print_to(printer)
    composed.page.export()
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == len(PdfReader(files(composed)[0]).pages)
    assert len(composed.workspace.ask(proposal_exports.exports, composed.page.desk.key)) == 1


def test_the_dates_of_the_plan_are_one_click_away(composed, qtbot):
    with qtbot.waitActive(composed.page):
        composed.page.show()
    button = composed.page.composer.plan.calendar
    composed.page.composer.area.ensureWidgetVisible(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (path,) = files(composed)
    assert path.suffix == ".ics" and path.read_bytes().count(b"BEGIN:VEVENT") >= len(composed.sheet.content.plan.steps)
    assert [url.toLocalFile() for url in composed.opened] == [str(path)]


def test_the_button_that_has_it_signed_says_why_it_cannot(warm, window, qtbot):
    page, button = warm.page, warm.page.sign_button
    assert not button.isEnabled() and "give a price first" in button.toolTip()
    QTest.keyClick(page, Qt.Key.Key_F9)
    assert page.signing.window is None and "give a price first" in page.outcome.text
    warm.workspace.do(proposals.give_price, page.desk.key, "Elle le demande.", now=NOW)
    assert button.isEnabled() and button.toolTip() == ""


def test_what_was_signed_is_opened_from_what_says_so(composed, window):
    page = composed.page
    QTest.keyClick(page, Qt.Key.Key_F9)
    form = page.signing.window.page.form
    draw(form.pad)
    QTest.mouseClick(form.agree, LEFT)
    page.signing.window.close()
    assert "Claire Fontaine signed P-2026-0001" in page.outcome.text
    page.outcome.open_button.click()
    signed = Path(composed.opened[-1].toLocalFile())
    assert signed in files(composed) and "Claire Fontaine" in text_of(signed)
    assert not page.sign_button.isEnabled() and "signed it already" in page.sign_button.toolTip()
    page.open_signed()
    assert Path(composed.opened[-1].toLocalFile()) == signed


def test_the_page_turned_towards_the_customer_goes_with_the_window(composed, window):
    QTest.keyClick(composed.page, Qt.Key.Key_F9)
    turned = composed.page.signing.window
    assert turned.isVisible()
    composed.page.stop()
    assert composed.page.signing.window is None and not turned.isVisible()


def test_a_pre_proposal_prints_no_price(warm):
    warm.page.export()
    text = text_of(files(warm)[0])
    assert "1 340" not in text and LOST_DAY in text
    assert warm.page.title().startswith("Pre-proposal")


def test_composing_twice_from_a_call_opens_the_same_draft(bench):
    case = bench.claire()
    bench.page.compose_for(case.prospect, case.call)
    bench.page.show_list()
    bench.page.compose_for(case.prospect, case.call)
    assert len(bench.workspace.ask(proposals_of, case.prospect)) == 1


def test_the_list_comes_back_with_escape_and_what_was_typed_is_saved(composed, qtbot):
    page = composed.page
    with qtbot.waitActive(page):
        page.show()
    edit = page.composer.document.title_edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "Titre")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not page.composing and page.header_widgets() == [] and page.title() == "Proposals"
    assert page.list.rows.proposal_at(0).title == "Titre"
    page.list.focus_list()
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.composing and page.header_widgets()[-1] is page.export_button


def test_leaving_saves_what_was_typed(composed):
    composed.page.composer.document.title_edit.setPlainText("Titre")
    composed.page.leave()
    assert composed.sheet.proposal.title == "Titre"


def test_the_echo_says_how_much_comes_from_their_words(composed):
    assert composed.page.echo.text == "Echo: 100% of the blocks come from their words"
    editor = composed.page.composer.options.editor
    for card in composed.sheet.options[0].covers:
        editor.need_chip(card).click()
    percent = composed.sheet.echo.percent
    assert 0 < percent < 100
    assert composed.page.echo.text == f"Echo: {percent}% of the blocks come from their words"
    composed.page.resize(900, 600)
    assert composed.page.echo.text == f"Echo: {percent}%"


def test_a_narrow_header_leaves_the_printing_to_the_menu_and_the_cards_are_whole(composed, window, qtbot):
    page = composed.page
    assert page.print_button in page.header_widgets() and page.print_button.isVisible()
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: not page.print_button.isVisible())
    area = page.composer.area
    cards = [card for card in area.widget().children() if isinstance(card, Card) and card.isVisible()]
    assert len(cards) > 5
    assert all(card.geometry().right() < area.viewport().width() for card in cards)
    window.resize(1440, 900)
    qtbot.waitUntil(page.print_button.isVisible)


def test_undo_is_named_and_only_there_when_something_can_be(composed):
    by_id = {action.id: action for action in composed.page.commands()}
    assert by_id["proposals.undo"].text == "Undo" and not by_id["proposals.undo"].enabled()
    composed.page.composer.needs.rows[0].included.click()
    assert by_id["proposals.undo"].text.startswith("Undo: leave out")
    by_id["proposals.undo"].trigger()
    assert composed.sheet.needs[0].row.included
    assert by_id["proposals.redo"].text.startswith("Redo: leave out")


def test_the_prospect_is_one_command_away(composed, qtbot):
    action = next(each for each in composed.page.commands() if each.id == "proposals.prospect")
    with qtbot.waitSignal(composed.page.prospect_opened) as opened:
        action.trigger()
    assert opened.args == [composed.case.prospect] and isinstance(opened.args[0], uuid.UUID)


HOSTILE = "<b>x</b> & <img src=x> {0} %s \u202e مرحبا 🙂 " + "w" * 300


def test_hostile_words_are_shown_and_printed_as_they_are(bench):
    case = bench.claire()
    key = bench.workspace.do(calls.add_entry, case.call, "verbatim", HOSTILE, at=NOW)
    bench.workspace.do(calls.set_citable, key, True)
    bench.workspace.do(prospects.update_prospect, case.prospect, now=NOW, company="R&D <Brévent>")
    bench.page.compose_for(case.prospect, case.call)
    for card in bench.sheet.needs:
        bench.workspace.do(proposals.set_need, card.row.id, now=NOW, answer=HOSTILE, proof=HOSTILE)
    bench.workspace.do(proposals.update_proposal, bench.page.desk.key, now=NOW, title=HOSTILE, gains=[HOSTILE])
    bench.page.show()
    assert rich_text_labels(bench.page) == [] and nameless(bench.page) == []
    assert not bench.page.grab().isNull()
    bench.page.export()
    assert "<b>x</b> & <img src=x>" in text_of(files(bench)[0])


def test_an_empty_page_says_what_to_do(bench):
    bench.page.refresh(frozenset())
    bench.page.show()
    bench.page.arrive()
    bench.page.export()
    assert bench.page.list.empty.isVisible() and bench.page.panes() == [bench.page.list.table]
    assert nameless(bench.page) == [] and rich_text_labels(bench.page) == []
