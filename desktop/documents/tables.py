"""Tables of the documents: open, with thin rules, crossing pages with their headings, standing any tall row."""

from collections.abc import Sequence
from itertools import pairwise

from reportlab.platypus.flowables import CondPageBreak, Flowable, KeepTogether
from reportlab.platypus.tables import LongTable, TableStyle

from desktop.documents import fonts
from desktop.documents.sheet import HEIGHT, WIDTH
from desktop.documents.styles import INK, RULE

Cell = list[Flowable]
Command = tuple[object, ...]

GUTTER = 11.3
"""The 4 mm between two columns of the grid."""

# A cell without text still sets a font: it must be one of ours, or the file names Helvetica.
_BARE: tuple[Command, ...] = (
    ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)


class _Rows(LongTable):
    """A table that goes on with a row on the next page only if no page could hold that row whole."""

    page_height = HEIGHT

    def split(self, width: float, height: float) -> list[Flowable]:
        self._calc(width, height)
        self.splitInRow = int(sum(self._rowHeights[: self.repeatRows + 1]) > self.page_height)
        pieces: list[_Rows] = super().split(width, height)
        for piece in pieces:
            piece.page_height = self.page_height
        return list(pieces)

    def draw(self) -> None:
        if not getattr(self.canv, "blind", False):
            super().draw()


def grid(
    rows: Sequence[Sequence[Cell]], widths: Sequence[float], *commands: Command, page_height: float = HEIGHT
) -> Flowable:
    """A table without any rule or padding but those of ``commands``. Widths in points.

    A row crosses pages when it is taller than ``page_height``, the room between the margins of a page.
    """
    table = _Rows(
        [list(row) for row in rows],
        colWidths=list(widths),
        hAlign="LEFT",
        style=TableStyle([*_BARE, *commands]),
    )
    table.page_height = page_height
    return table


def ruled(
    headings: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *commands: Command,
    pad: float = 6,
    unruled: int = 0,
) -> Flowable:
    """A table with its headings repeated on every page and a thin rule under each row but the last ``unruled`` ones.

    ``widths`` are shares of the sheet, ``pad`` the points above and below a row.
    """
    return _Rows(
        [list(headings), *(list(row) for row in rows)],
        colWidths=shares(widths),
        repeatRows=1,
        hAlign="LEFT",
        style=TableStyle([
            *_BARE,
            ("RIGHTPADDING", (0, 0), (-2, -1), GUTTER),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 5),
            ("LINEBELOW", (0, 0), (-1, 0), 0.9, INK),
            ("TOPPADDING", (0, 1), (-1, -1), pad),
            ("BOTTOMPADDING", (0, 1), (-1, -1), pad + 1),
            ("LINEBELOW", (0, 1), (-1, -1 - unruled), 0.5, RULE),
            *commands,
        ]),
    )  # fmt: skip


def shares(parts: Sequence[float]) -> list[float]:
    """The width of the sheet, divided in these proportions, in points."""
    return [WIDTH * part / sum(parts) for part in parts]


def together(*flowables: Flowable) -> Flowable:
    """Kept on one page; what is taller than a page begins on a new one and goes on."""
    return KeepTogether(list(flowables))


def room(points: float) -> Flowable:
    """A new page if less than ``points`` are left."""
    return CondPageBreak(points)


class _IfRoom(Flowable):
    """Left out, it takes nothing: what comes before never goes to the next page for it."""

    def __init__(self, inner: Flowable, gap: float, spare: float) -> None:
        super().__init__()
        self._inner, self._gap, self._spare, self._shown = inner, gap, spare, False

    def wrap(self, width: float, available: float) -> tuple[float, float]:
        high = self._gap + self._inner.wrapOn(None, width, available)[1]
        self._shown = high + self._spare <= available
        return (width, high) if self._shown else (0, 0)

    def draw(self) -> None:
        if self._shown:
            self._inner.drawOn(self.canv, 0, 0)


def if_room(flowable: Flowable, gap: float, spare: float) -> Flowable:
    """``flowable``, ``gap`` points lower, if the page then has ``spare`` points left; nothing otherwise."""
    return _IfRoom(flowable, gap, spare)


def height(*flowables: Flowable) -> float:
    """The points that they take one under the other, across the sheet."""
    between = sum(max(one.getSpaceAfter(), other.getSpaceBefore()) for one, other in pairwise(flowables))
    return float(between + sum(each.wrapOn(None, WIDTH, HEIGHT)[1] for each in flowables))
