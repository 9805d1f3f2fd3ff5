"""The sheet of paper: margins, running lines, page numbers, outline and metadata, alike for every document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import A4, A6
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, NextPageTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from desktop.documents import fonts
from desktop.documents.logo import draw_logo
from desktop.documents.places import Place, record
from desktop.documents.styles import GREY
from desktop.services.logos import LOGO_MM

_RUNNING = 8.5
_BESIDE_LOGO = 8.0
"""Points between a logo and the name it does not hold."""


@dataclass(frozen=True)
class Paper:
    """A size of paper and its margins, in points; ``header`` is measured from the top, to the foot of the letters."""

    size: tuple[float, float]
    side: float
    top_first: float
    top: float
    bottom: float
    header: float
    footer: float
    logo: tuple[float, float]
    """Across and down, what a logo may take of the first page."""

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.size[0] - 2 * self.side

    @property
    def height(self) -> float:
        """Between the margins of a page that is not the first."""
        return self.size[1] - self.top - self.bottom


A4_PAPER = Paper(A4, 18 * mm, 33 * mm, 27 * mm, 22 * mm, 20 * mm, 12 * mm, (LOGO_MM[0] * mm, LOGO_MM[1] * mm))
A6_PAPER = Paper(A6, 9 * mm, 23 * mm, 18 * mm, 12 * mm, 15 * mm, 6 * mm, (34 * mm, 9 * mm))

SIDE, WIDTH = A4_PAPER.side, A4_PAPER.width
HEIGHT = A4_PAPER.height


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
    logo: bytes = b""
    """A PNG for the first page. A wide one stands in place of ``first_left``, a narrow one beside it."""


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


class Blind(Canvas):
    """Where a story falls, without a mark on the paper: what is long to draw asks ``blind`` first."""

    blind = True

    def save(self) -> None:
        """There is nothing to save."""


class Sheet(BaseDocTemplate):
    """Builds a story and remembers on which page each section began."""

    def __init__(
        self, buffer: BytesIO, running: Running, accent: object, expected: Pages, paper: Paper = A4_PAPER
    ) -> None:
        super().__init__(
            buffer,
            pagesize=paper.size,
            leftMargin=paper.side,
            rightMargin=paper.side,
            topMargin=paper.top,
            bottomMargin=paper.bottom,
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
        self._running, self._accent, self._expected, self._paper = running, accent, expected, paper
        self._buffer = buffer
        self._record = record()
        self._places: list[Place] = []
        self._sections: dict[str, int] = {}
        first, later = [self._page_frame(paper.top_first)], [self._page_frame(paper.top)]
        self.addPageTemplates([
            PageTemplate("first", first, onPage=self._first_header, onPageEnd=self._footer),
            PageTemplate("later", later, onPage=self._header, onPageEnd=self._footer),
        ])  # fmt: skip

    def lay(self, story: list[Flowable], *, blind: bool = False) -> Pages:
        """Build the file; returns where things fell. ``blind``: no file is made, in half the time."""
        self.build([NextPageTemplate("later"), *story], canvasmaker=Blind if blind else Canvas)
        if self._record is not None and not blind:
            self._record.keep(self._buffer.getvalue(), tuple(self._places))
        return Pages(self.page, dict(self._sections))

    def beforeDocument(self) -> None:
        if self._record is not None:
            self.canv.keep_place = self._keep
        self.canv.setViewerPreference("DisplayDocTitle", "true")
        if issued := self._running.issued_on:
            self.canv.setDateFormatter(lambda *_fixed: f"D:{issued:%Y%m%d}000000Z")

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        head = flowables[0]
        super().handle_flowable(flowables)
        # ReportLab marks what it puts off to the next page, and would refuse it in the pass after this one.
        if not flowables or flowables[0] is not head:
            vars(head).pop("_postponed", None)

    def afterFlowable(self, flowable: Flowable) -> None:
        section = getattr(flowable, "section", None)
        if isinstance(section, Section):
            self._sections[section.anchor] = self.page
            self.canv.bookmarkHorizontal(section.anchor, 0, self.frame._y + flowable.height + 12)
            self.canv.addOutlineEntry(section.title, section.anchor, level=0)

    def _keep(self, where: str, left: float, bottom: float, width: float, height: float) -> None:
        """Called by what is drawn, in points from the foot of the page."""
        top = self._paper.size[1] - bottom - height
        self._places.append(Place(self.page - 1, left, top, width, height, where))

    def _page_frame(self, top: float) -> Frame:
        paper = self._paper
        height = paper.size[1] - top - paper.bottom
        edges = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
        return Frame(paper.side, paper.bottom, paper.width, height, **edges)

    def _first_header(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        y = self._paper.size[1] - self._paper.header
        taken = draw_logo(canvas, self._running.logo, (self._paper.side, y), self._paper.logo)
        left = "" if taken > self._paper.logo[0] / 2 else self._running.first_left
        canvas.setFillColor(self._accent)
        indent = taken + _BESIDE_LOGO if taken else 0
        self._run(canvas, y, left, self._running.first_right, fonts.SEMIBOLD, 11, indent)

    def _header(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFillColor(GREY)
        y = self._paper.size[1] - self._paper.header
        self._run(canvas, y, self._running.left, self._running.right, fonts.REGULAR, _RUNNING)

    def _footer(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFillColor(GREY)
        number = self._running.page.format(page=self.page, total=self._expected.total)
        self._run(canvas, self._paper.footer, self._running.legal, number, fonts.REGULAR, 8)

    def _run(self, canvas: Canvas, y: float, left: str, right: str, font: str, size: float, indent: float = 0) -> None:
        """One line, ``left`` in the current colour and ``font``, ``right`` in grey; ``left`` gives way to it."""
        side, width = self._paper.side, self._paper.width
        smaller = min(size, _RUNNING)
        right = _shorten(right, fonts.REGULAR, smaller, min(width * 0.72, width - indent))
        left = _shorten(left, font, size, width - indent - fonts.width(right, fonts.REGULAR, smaller) - 12)
        canvas.setFont(font, size)
        canvas.drawString(side + indent, y, left)
        canvas.setFillColor(GREY)
        canvas.setFont(fonts.REGULAR, smaller)
        canvas.drawRightString(side + width, y, right)


def _shorten(text: str, font: str, size: float, room: float) -> str:
    if fonts.width(text, font, size) <= room:
        return text
    # No glyph but the space is under a fifth of the size: the rest could not fit anyhow.
    text = text[: int(room / size * 5)]
    while text and fonts.width(f"{text}…", font, size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
