"""A four-page proposal, beside the same words laid by ReportLab and nothing else."""

import dataclasses
import io
import time
from pathlib import Path

import pypdf
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from desktop.documents import fonts
from desktop.documents.proposal import render
from desktop.services.proposal_content import ProposalContent
from tests.benchmarks.table import Table, median
from tests.documents.cases import CLAIRE

PAGES = 4
RUNS = 15


def run(table: Table, folder: Path) -> None:
    content = _four_pages()
    pages = [page.extract_text().splitlines() for page in pypdf.PdfReader(io.BytesIO(render(content))).pages]
    ours, floor = [], []
    for _run in range(RUNS):
        ours.append(_milliseconds(lambda: render(content)))
        floor.append(_milliseconds(lambda: _plain(pages)))
    table.add("Four-page proposal, content to PDF", median(ours), "ms", floor=median(floor), ratio=2)


def _four_pages() -> ProposalContent:
    """Claire's proposal, given more needs until it fills four pages."""
    content = CLAIRE
    while (count := len(pypdf.PdfReader(io.BytesIO(render(content))).pages)) < PAGES:
        content = dataclasses.replace(content, needs=(*content.needs, content.needs[len(content.needs) % 2]))
    assert count == PAGES, f"Claire’s proposal has {count} pages"
    return content


def _plain(pages: list[list[str]]) -> bytes:
    fonts.register()
    style = ParagraphStyle("plain", fontName=fonts.REGULAR, fontSize=9, leading=12)
    story = []
    for lines in pages:
        story += [Paragraph(line.replace("&", "&amp;").replace("<", "&lt;"), style) for line in lines]
        story.append(PageBreak())
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer).build(story)
    return buffer.getvalue()


def _milliseconds(work: object) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
