"""A six-page proposal beside the same words laid by ReportLab and nothing else, then by other libraries; and long ones.

The other libraries are installed for the run, in an environment thrown away after it, or found in that of
``BOUSSOLE_RIVALS`` (the path of a Python).
"""

import dataclasses
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdf
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from desktop.documents import fonts
from desktop.documents.variants import render_document
from desktop.models.proposals import DocumentKind
from desktop.paths import resources
from desktop.services.proposal_content import ProposalContent
from tests.benchmarks.table import Table, median
from tests.documents.cases import CLAIRE
from tests.documents.extremes import FULL

PAGES = 6
RUNS = 15
LONGEST = 200
INSTALL_SECONDS = 180


def run(table: Table, folder: Path) -> None:
    content = _of_pages(PAGES)
    words, full = _words(_render(content)), _words(_render(FULL))
    ours, ordinary, floor, plain = [], [], [], []
    _render(FULL)
    for _run in range(RUNS):
        ours.append(_milliseconds(lambda: _render(content)))
        floor.append(_milliseconds(lambda: _plain(words)))
        ordinary.append(_milliseconds(lambda: _render(FULL)))
        plain.append(_milliseconds(lambda: _plain(full)))
    table.add("Six-page proposal, content to PDF", median(ours), "ms", floor=median(floor), ratio=2)
    table.add("One with a plan, a return and terms, set tighter", median(ordinary), "ms", floor=median(plain))
    for kind in DocumentKind:
        if kind is not DocumentKind.PROPOSAL:
            times = [_milliseconds(lambda kind=kind: render_document(FULL, kind)) for _run in range(RUNS)]
            table.add(f"The {kind} of an ordinary proposal", median(times), "ms")
    for name, theirs in _rivals(words, folder).items():
        table.add(f"Six-page proposal, {name} for the same words taken as 1", median(ours), "ms", floor=theirs, ratio=1)
    _long_ones(table)


def _long_ones(table: Table) -> None:
    """The cost of a page in a very long proposal, beside that of a page in one a tenth as long."""
    cost = {}
    for pages in (LONGEST // 10, LONGEST):
        content = _of_pages(pages)
        count = len(_words(_render(content)))
        cost[pages] = median([_milliseconds(lambda made=content: _render(made)) for _run in range(3)]) / count
    table.add(
        f"A page of {LONGEST}, one of {LONGEST // 10} as its floor",
        cost[LONGEST],
        "ms",
        floor=cost[LONGEST // 10],
        ratio=1.3,
    )


def _of_pages(pages: int) -> ProposalContent:
    """Claire's proposal, given more needs until it fills at least so many pages."""
    fewest, most = len(CLAIRE.needs), len(CLAIRE.needs)
    while _count(_with(most)) < pages:
        fewest, most = most, most * 2
    while fewest + 1 < most:
        middle = (fewest + most) // 2
        fewest, most = (fewest, middle) if _count(_with(middle)) >= pages else (middle, most)
    return _with(most)


def _with(needs: int) -> ProposalContent:
    more = tuple(
        dataclasses.replace(
            CLAIRE.needs[n % 3],
            quotes=tuple(dataclasses.replace(quote, text=f"{n}. {quote.text}") for quote in CLAIRE.needs[n % 3].quotes),
        )
        for n in range(3, needs)
    )
    return dataclasses.replace(CLAIRE, needs=(*CLAIRE.needs, *more))


def _render(content: ProposalContent) -> bytes:
    return render_document(content, DocumentKind.PROPOSAL)


def _count(content: ProposalContent) -> int:
    return len(pypdf.PdfReader(io.BytesIO(_render(content))).pages)


def _words(data: bytes) -> list[list[str]]:
    return [page.extract_text().splitlines() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


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


def _rivals(pages: list[list[str]], folder: Path) -> dict[str, float]:
    """Median milliseconds of each library that could be had; what could not is said."""
    python = os.environ.get("BOUSSOLE_RIVALS") or _installed(folder / "rivals")
    if not python:
        return {}
    faces = [str(resources() / "fonts" / f"{fonts.REGULAR}.ttf")]
    asked = json.dumps({"pages": pages, "fonts": faces})
    script = str(Path(__file__).with_name("rivals.py"))
    ran = subprocess.run([python, script], input=asked, capture_output=True, text=True, timeout=300)
    if ran.stderr.strip():
        print(ran.stderr.strip().splitlines()[-1])
    found: dict[str, float] = json.loads(ran.stdout or "{}")
    return found


def _installed(folder: Path) -> str:
    """A Python that has them; "" when they cannot be installed here."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True, timeout=120)
        command = [str(python), "-m", "pip", "install", "--quiet", "weasyprint", "fpdf2"]
        subprocess.run(command, check=True, capture_output=True, timeout=INSTALL_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"WeasyPrint and fpdf2 cannot be installed here ({type(error).__name__}): not compared")
        return ""
    return str(python)


def _milliseconds(work: Callable[[], object]) -> float:
    """Of the processor: a document is made by one thread, and what else the machine does is none of its cost."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000
