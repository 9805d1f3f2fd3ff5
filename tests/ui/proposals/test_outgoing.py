"""Out of the program: a file, paper, a message; drawn once, then the archived bytes for ever."""

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from desktop.documents.variants import render_document
from desktop.models.followup_kinds import Channel
from desktop.models.proposals import DocumentKind, ProposalState
from desktop.services import proposal_options, proposals, prospects, settings
from desktop.services.proposal_content import AgreedStep
from desktop.services.proposal_exports import exported_pdf, exports
from desktop.ui.proposals.outgoing import Outgoing
from tests.services.proposal_case import LOST_DAY, NOW

K = DocumentKind


class Way:
    """The ways out of the proposal of ``bench``; ``opens`` is what the system says when asked to open a file."""

    def __init__(self, bench):
        self.bench, self.drawn, self.opens, self.asked = bench, [], True, []
        page = bench.page
        self.out = Outgoing(
            page.desk, page, page.outcome, self.read, self.render, bench.folder, self.open, self.ask_printer
        )
        self.say_yes = True

    def read(self):
        self.bench.page.composer.refresh()
        return self.bench.page.composer.sheet

    def render(self, content, kind):
        self.drawn.append(kind)
        # Another program, another day: the same content would not give the same bytes.
        return render_document(content, kind) + b"%% drawing %d" % len(self.drawn)

    def open(self, url):
        self.bench.opened.append(url)
        return self.opens

    def ask_printer(self, printer, _parent):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.bench.folder.parent / "paper.pdf"))
        printer.setResolution(72)
        self.asked.append(printer.pageLayout().pageSize().id())
        return self.say_yes

    @property
    def files(self):
        return sorted(self.bench.folder.iterdir()) if self.bench.folder.exists() else []

    @property
    def kept(self):
        return self.bench.workspace.ask(exports, self.bench.page.desk.key)

    @property
    def said(self):
        return self.bench.page.outcome.text


def make(bench, **fields):
    """With everything that each document needs."""
    bench.workspace.do(
        proposals.update_proposal, bench.page.desk.key, now=NOW, next_step="Rappel le 27 novembre", **fields
    )
    contact = bench.sheet.contact
    if contact is not None:
        bench.workspace.do(prospects.update_contact, contact.id, email="claire@brevent.example")
    return Way(bench)


@pytest.fixture
def way(composed):
    return make(composed)


@pytest.fixture
def warm_way(warm):
    return make(warm)


@pytest.mark.parametrize("kind", K)
def test_each_document_has_its_file_and_its_archive_and_is_drawn_once(way, kind):
    way.out.export(kind)
    way.out.export(kind)
    (path,) = way.files
    assert way.drawn == [kind] and path.name in way.said
    (kept,) = way.kept
    assert kept.document is kind and kept.file_name == path.name
    assert way.bench.workspace.ask(exported_pdf, kept.id) == path.read_bytes()


def test_a_lost_file_comes_back_as_it_was(way):
    way.out.export(K.SUMMARY)
    (path,) = way.files
    before = path.read_bytes()
    path.unlink()
    way.out.open_archived(way.kept[0].id)
    assert path.read_bytes() == before and way.bench.opened[-1].toLocalFile() == str(path)
    path.write_bytes(b"edited by somebody")
    way.out.show_archived(way.kept[0].id)
    assert path.read_bytes() == b"edited by somebody", "what somebody made of it is theirs"
    assert len(way.files) == 2 and before in [each.read_bytes() for each in way.files]
    assert way.bench.opened[-1].toLocalFile() == str(way.bench.folder)


def test_a_folder_that_cannot_be_written_is_said(way):
    way.out.export()
    (path,) = way.files
    path.unlink()
    way.bench.folder.rmdir()
    way.bench.folder.write_text("a file")
    way.out.open_archived(way.kept[0].id)
    assert str(way.bench.folder) in way.said and way.bench.opened == []


def test_paper_gets_the_archived_bytes_on_the_paper_of_the_document(way):
    way.out.export(K.SLIP)
    way.out.print_document(K.SLIP)
    assert way.drawn == [K.SLIP] and len(way.kept) == 1
    page = PdfReader(way.bench.folder.parent / "paper.pdf").pages[0]
    assert way.asked[0].name == "A6" and page.mediabox.width == pytest.approx(298, abs=2)


def test_paper_alone_is_archived_too_unless_the_rep_changes_their_mind(way):
    way.say_yes = False
    way.out.print_document(K.SUMMARY)
    assert way.kept == []
    way.say_yes = True
    way.out.print_document(K.SUMMARY)
    assert [each.document for each in way.kept] == [K.SUMMARY] and way.files == []


def test_a_message_is_opened_and_nothing_is_sent(way):
    way.out.mail()
    eml, pdf = way.files
    message = message_from_bytes(eml.read_bytes(), policy=policy.default)
    assert message["X-Unsent"] == "1" and message["To"].addresses[0].addr_spec == "claire@brevent.example"
    assert next(message.iter_attachments()).get_content() == pdf.read_bytes()
    assert LOST_DAY in message.get_body().get_content().replace("\u00a0", " ")
    assert [url.toLocalFile() for url in way.bench.opened] == [str(eml)]
    assert "open in your mail program" in way.said and way.bench.sheet.proposal.state is ProposalState.DRAFT
    way.out.mail()
    assert len(way.files) == 2, "the same draft again is the same file"


def test_where_nothing_opens_a_draft_the_file_and_the_text_are_at_hand(way):
    way.opens = False
    way.out.mail(K.SUMMARY)
    outcome = way.bench.page.outcome
    assert "No program here opens a draft" in way.said
    outcome.folder_button.click()
    assert way.bench.opened[-1].toLocalFile() == str(way.bench.folder)
    next(button for button in outcome.further if button.text() == "Copy the text").click()
    assert LOST_DAY in QGuiApplication.clipboard().text().replace("\u00a0", " ")


def test_sent_is_what_the_rep_says_it_is_and_can_be_undone(way):
    way.out.mail()
    next(button for button in way.bench.page.outcome.further if button.text() == "Mark as sent").click()
    assert way.bench.sheet.proposal.state is ProposalState.SENT and way.said == ""
    way.bench.page.desk.stack.undo()
    assert way.bench.sheet.proposal.state is ProposalState.DRAFT


def test_a_contact_without_an_address_is_said(way):
    way.bench.workspace.do(prospects.update_contact, way.bench.sheet.contact.id, email="claire")
    way.out.mail()
    assert "No valid e-mail address" in way.said and len(way.files) == 2


def test_what_forbids_a_price_does_not_hold_the_slip_back(way):
    option = way.bench.sheet.options[0]
    for line in option.lines:
        way.bench.workspace.do(proposal_options.remove_line, line.id, now=NOW)
    way.out.export(K.SUMMARY)
    assert way.files == [] and "has no price" in way.said
    way.out.export(K.SLIP)
    assert len(way.files) == 1
    way.bench.workspace.do(settings.save_company, now=NOW, siret="")
    way.out.export(K.PLAN)
    assert len(way.files) == 1 and "SIRET" in way.said


def test_a_document_with_nothing_to_say_says_so(way):
    way.bench.workspace.do(proposals.update_proposal, way.bench.page.desk.key, now=NOW, next_step="")
    way.out.export(K.SLIP)
    assert way.files == [] and way.kept == [] and "next step" in way.said


def test_dates_leave_as_a_calendar_that_the_system_opens(way):
    friday = AgreedStep(datetime.fromisoformat("2026-11-27T10:30"), Channel.PHONE)
    view = way.bench.sheet
    undated = replace(view.content, plan=None, appointment=None)
    way.out._read = lambda: replace(view, content=undated)
    way.out.save_dates()
    assert way.files == [] and "no dates" in way.said
    way.out._read = lambda: replace(view, content=replace(undated, appointment=friday))
    way.out.save_dates()
    (path,) = way.files
    assert path.suffix == ".ics" and b"BEGIN:VEVENT" in path.read_bytes()
    assert [url.toLocalFile() for url in way.bench.opened] == [str(path)] and way.kept == []
    way.opens = False
    way.out.save_dates()
    assert "No program here opens" in way.said


def test_where_the_matrix_allows_no_price_the_pre_proposal_leaves_as_it_is(warm_way):
    warm_way.out.export()
    assert len(warm_way.files) == 1 and warm_way.out.choice is None


def test_a_quotation_asks_for_a_reason_and_offers_less(warm_way):
    warm_way.out.export(K.QUOTATION)
    choice = warm_way.out.choice
    assert choice.isVisible() and warm_way.files == [] and "The matrix says" in choice.words.text()
    assert [button.text() for button in choice.buttons] == [
        "Pre-proposal, without a price",
        "Needs and schedule, non-contractual",
        "Take-away slip, A6",
    ]
    choice.buttons[1].click()
    assert [each.document for each in warm_way.kept] == [K.PLAN]
    assert not warm_way.bench.sheet.proposal.contractual


def test_with_a_reason_the_document_that_was_asked_for_leaves_and_undo_takes_the_price_back(warm_way):
    warm_way.out.print_document(K.QUOTATION)
    warm_way.out.choice.reason.setText("Elle la présente demain à son associé")
    warm_way.out.choice.give.click()
    assert [each.document for each in warm_way.kept] == [K.QUOTATION] and len(warm_way.asked) == 1
    made = warm_way.bench.sheet.proposal
    assert made.contractual and made.price_reason == "Elle la présente demain à son associé"
    warm_way.bench.page.desk.stack.undo()
    assert not warm_way.bench.sheet.proposal.contractual and warm_way.bench.sheet.proposal.price_reason == ""


def test_a_price_that_was_never_justified_asks_before_the_whole_proposal_leaves(warm_way):
    key = warm_way.bench.page.desk.key
    warm_way.bench.workspace.do(proposals.update_proposal, key, now=NOW, contractual=True)
    warm_way.out.export()
    assert warm_way.files == []
    warm_way.out.choice.buttons[0].click()
    assert len(warm_way.files) == 1 and not warm_way.bench.sheet.proposal.contractual
    assert "1 340" not in "".join(page.extract_text() for page in PdfReader(warm_way.files[0]).pages)


def test_the_price_is_one_command_away_from_a_pre_proposal(warm_way):
    warm_way.out.give_price()
    warm_way.out.choice.reason.setText("Il insiste")
    warm_way.out.choice.give.click()
    assert len(warm_way.files) == 1 and warm_way.bench.sheet.proposal.contractual
