"""The A4 sheet: margins, running lines, page numbers, outline and metadata, alike for every document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, NextPageTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from desktop.documents import fonts
from desktop.documents.styles import GREY

SIDE = 18 * mm
WIDTH = A4[0] - 2 * SIDE
_TOP_FIRST, _TOP, _BOTTOM = 33 * mm, 27 * mm, 22 * mm
_HEADER, _FOOTER = A4[1] - 20 * mm, 12 * mm
HEIGHT = A4[1] - _TOP - _BOTTOM
_RUNNING = 8.5


@dataclass(frozen=True)
class Running:
    """What stands around the text, in plain strings; empty ones are not drawn."""

    title: str
    author: str
    subject: str
    keywords: str
    lang: str
    first_left: str
    first_right: str
    left: str
    right: str
    legal: str
    page: str
    """``{page} / {total}``, in the language of the document."""
    issued_on: date | None = None
    """The date the file says it was made on; none is a fixed one, long past."""


@dataclass(frozen=True)
class Pages:
    """Where things fell: page numbers from 1, sections by anchor."""

    total: int
    sections: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """Set on a heading that the outline and links lead to."""

    anchor: str
    title: str


class Sheet(BaseDocTemplate):
    """Builds a story and remembers on which page each section began."""

    def __init__(self, buffer: BytesIO, running: Running, accent: object, expected: Pages) -> None:
        super().__init__(
            buffer,
            pagesize=A4,
            leftMargin=SIDE,
            rightMargin=SIDE,
            topMargin=_TOP,
            bottomMargin=_BOTTOM,
            title=running.title,
            author=running.author,
            subject=running.subject,
            keywords=running.keywords,
            creator="Boussole",
            producer="Boussole",
            lang=running.lang,
            # Same content, same bytes: no clock and no random identifier in the file.
            invariant=1,
            # Otherwise the file names Helvetica, which is not embedded.
            initialFontName=fonts.REGULAR,
            pageCompression=1,
        )
        self._running, self._accent, self._expected = running, accent, expected
        self._sections: dict[str, int] = {}
        self.addPageTemplates([
            PageTemplate("first", [self._frame(_TOP_FIRST)], onPage=self._first_header, onPageEnd=self._footer),
            PageTemplate("later", [self._frame(_TOP)], onPage=self._header, onPageEnd=self._footer),
        ])  # fmt: skip

    def lay(self, story: list[Flowable]) -> Pages:
        """Build the file; returns where things fell."""
        self.build([NextPageTemplate("later"), *story])
        return Pages(self.page, dict(self._sections))

    def beforeDocument(self) -> None:
        self.canv.setViewerPreference("DisplayDocTitle", "true")
        if issued := self._running.issued_on:
            self.canv.setDateFormatter(lambda *_fixed: f"D:{issued:%Y%m%d}000000Z")

    def afterFlowable(self, flowable: Flowable) -> None:
        section = getattr(flowable, "section", None)
        if isinstance(section, Section):
            self._sections[section.anchor] = self.page
            self.canv.bookmarkHorizontal(section.anchor, 0, self.frame._y + flowable.height + 12)
            self.canv.addOutlineEntry(section.title, section.anchor, level=0)

    @staticmethod
    def _frame(top: float) -> Frame:
        height = A4[1] - top - _BOTTOM
        return Frame(SIDE, _BOTTOM, WIDTH, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

    def _first_header(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFillColor(self._accent)
        _run(canvas, _HEADER, self._running.first_left, self._running.first_right, fonts.SEMIBOLD, 11)

    def _header(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFillColor(GREY)
        _run(canvas, _HEADER, self._running.left, self._running.right, fonts.REGULAR, _RUNNING)

    def _footer(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFillColor(GREY)
        number = self._running.page.format(page=self.page, total=self._expected.total)
        _run(canvas, _FOOTER, self._running.legal, number, fonts.REGULAR, 8)


def _run(canvas: Canvas, y: float, left: str, right: str, font: str, size: float) -> None:
    """One line, ``left`` in the current colour and ``font``, ``right`` in grey; ``left`` gives way to it."""
    smaller = min(size, _RUNNING)
    right = _shorten(right, fonts.REGULAR, smaller, WIDTH * 0.72)
    left = _shorten(left, font, size, WIDTH - fonts.width(right, fonts.REGULAR, smaller) - 12)
    canvas.setFont(font, size)
    canvas.drawString(SIDE, y, left)
    canvas.setFillColor(GREY)
    canvas.setFont(fonts.REGULAR, smaller)
    canvas.drawRightString(SIDE + WIDTH, y, right)


def _shorten(text: str, font: str, size: float, room: float) -> str:
    if fonts.width(text, font, size) <= room:
        return text
    # No glyph but the space is under a fifth of the size: the rest could not fit anyhow.
    text = text[: int(room / size * 5)]
    while text and fonts.width(f"{text}…", font, size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
