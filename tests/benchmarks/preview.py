"""From the last key typed in the composer to the page that says so, beside drawing that page and nothing else."""

import time
import uuid
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.database import Session
from desktop.documents.placed import place_document
from desktop.models.proposals import DocumentKind
from desktop.services import proposal_options, proposals
from desktop.services.proposal_sheet import sheet
from desktop.ui.garbage import keep_what_is_there
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.page import ProposalsPage
from tests.benchmarks import generate
from tests.benchmarks.screen import application, workspace_on
from tests.benchmarks.table import Table, median, percentile
from tests.documents.cases import CLAIRE
from tests.services.proposal_case import NOW, claire, seller

RUNS = 60
WARM_UP = 5
WORD = "abcde"
BETWEEN = 0.12
"""Seconds between two letters of who types well: 100 words a minute."""
MOST_MS = 150
FRAMES_MS = 50


def run(table: Table, folder: Path) -> None:
    generate.fill(folder / "preview.db", 1000)
    app = application()
    workspace, _clock = workspace_on(folder / "preview.db")
    page = ProposalsPage(workspace, folder)
    workspace.changed.connect(page.refresh)
    page.resize(1240, 780)
    page.show()
    page.open_proposal(workspace.do(_written))
    preview, field = page.composer.preview, page.composer.document.objective
    _until_shown(app, page)
    field.setFocus()
    # As the program does once its window stands.
    keep_what_is_there()
    keys, floor, letters = [], [], []
    for number in range(WARM_UP + RUNS):
        field.selectAll()
        typed = "".join(chr(ord(letter) + number % 20) for letter in WORD)
        letters += _type(app, page, typed[:-1])
        started = time.perf_counter()
        QTest.keyClicks(field, typed[-1])
        _until_shown(app, page)
        keys.append((time.perf_counter() - started) * 1000)
        assert preview.drawer.wanted is not None and preview.drawer.wanted.content.objective == typed
        floor.append(_drawn_alone(page, typed))
    pages = preview.pages
    page.stop()
    page.deleteLater()
    workspace.close()
    keys, floor = keys[WARM_UP:], floor[WARM_UP:]
    print(f"A proposal of {pages} pages")
    table.add("Last key to refreshed preview, p50", median(keys), "ms", floor=median(floor))
    table.add(
        "Last key to refreshed preview, p95", percentile(keys, 95), "ms", floor=percentile(floor, 95), most=MOST_MS
    )
    table.add("A letter painted while pages are drawn, p95", percentile(letters, 95), "ms", most=FRAMES_MS)


def _written(session: Session) -> uuid.UUID:
    """Claire's proposal, with everything that the documents' tests say of it."""
    seller(session)
    key = proposals.compose(session, claire(session).prospect, now=NOW, language="fr")
    session.flush()
    view = sheet(session, key)
    for card, need in zip(view.needs, CLAIRE.needs, strict=True):
        names = ("understanding", "impact", "answer", "benefit", "proof")
        proposals.set_need(session, card.row.id, now=NOW, **{name: getattr(need, name) for name in names})
    for card in view.options:
        proposal_options.remove_option(session, card.option.id, now=NOW)
    answers = [str(card.row.id) for card in view.needs]
    for option in CLAIRE.options:
        words = {"for_whom": option.for_whom, "lead_time": option.lead_time, "included": list(option.included)}
        made = proposal_options.add_option(session, key, now=NOW, name=option.name, answers=answers, **words)
        for line in option.lines:
            fields = {"label": line.label, "detail": line.detail, "quantity": line.quantity, "unit": line.unit}
            proposal_options.add_line(session, made, now=NOW, unit_price=line.unit_price, **fields)
    texts = {name: getattr(CLAIRE, name) for name in ("title", "cost_today", "recommendation", "next_step")}
    proposals.update_proposal(session, key, now=NOW, gains=list(CLAIRE.gains), **texts)
    return key


def _type(app: QApplication, page: ProposalsPage, letters: str) -> list[float]:
    """Type as a person does; milliseconds from each letter to the field that shows it."""
    taken = []
    for letter in letters:
        started = time.perf_counter()
        QTest.keyClicks(page.composer.document.objective, letter)
        page.composer.document.objective.viewport().repaint()
        taken.append((time.perf_counter() - started) * 1000)
        while time.perf_counter() - started < BETWEEN:
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            # Where a window waits for the next event, the thread that draws gets the processor.
            time.sleep(0.0005)
    return taken


def _until_shown(app: QApplication, page: ProposalsPage) -> None:
    """Until the page on the screen says what is in the field, painted."""
    preview, field = page.composer.preview, page.composer.document.objective
    while not (
        preview.is_current
        and preview.drawer.wanted is not None
        and preview.drawer.wanted.content.objective == field.toPlainText()
    ):
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.0005)
    app.processEvents()


def _drawn_alone(page: ProposalsPage, typed: str) -> float:
    """Milliseconds to lay the same document out and to draw its first page, nothing else being done."""
    preview = page.composer.preview
    assert preview.drawer.wanted is not None
    content, size = preview.drawer.wanted.content, preview.view.page_rect(0).size()
    started = time.perf_counter()
    pdf = OpenPdf(place_document(content, DocumentKind.PROPOSAL).data)
    pdf.image(0, QSize(size))
    taken = (time.perf_counter() - started) * 1000
    assert typed in pdf.text(0)
    pdf.close()
    return taken
