"""How large the pages of the preview are and where each stands: geometry alone, under one zoom."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF

MARGIN, GAP = 28.0, 22.0
"""Pixels around the pages, and between two."""
LEAST, MOST = 0.5, 4.0
STEPS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_WIDEST = 900.0
"""Pixels beyond which a page that fits the width is no easier to read."""
_NARROWEST = 120.0
_POINTS = 72


class Fit(StrEnum):
    """A zoom that follows the size of the window."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | float
"""A fit, or what a point of the page is in points of the screen: 1.0 is the size of the paper."""


def stepped(value: float, step: int) -> float:
    """The next zoom of the list in that direction, from ``LEAST`` to ``MOST``."""
    if step > 0:
        return next((each for each in STEPS if each > value + 0.005), MOST)
    return next((each for each in reversed(STEPS) if each < value - 0.005), LEAST)


def within(value: float) -> float:
    """The nearest zoom that may be chosen."""
    return min(max(value, LEAST), MOST)


def pixels_a_point(zoom: Zoom, sizes: Sequence[QSizeF], room: QSize, dots: float) -> float:
    """Pixels that a point of a page takes. ``room`` is that of the window, ``dots`` are pixels an inch."""
    if not isinstance(zoom, Fit):
        return zoom * dots / _POINTS
    widest = max(size.width() for size in sizes)
    width = min(max(room.width() - 2 * MARGIN, _NARROWEST), _WIDEST) / widest
    if zoom is Fit.WIDTH:
        return width
    tallest = max(size.height() for size in sizes)
    return min(width, max(room.height() - 2 * MARGIN, _NARROWEST) / tallest)


@dataclass(frozen=True)
class Spot:
    """A point of a page, in points of the paper; it may lie outside of it."""

    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Layout:
    """The pages one under the other, in pixels, in the middle of ``room``."""

    sizes: tuple[QSizeF, ...]
    scale: float
    room: QSize
    rects: tuple[QRectF, ...] = field(init=False)
    size: QSizeF = field(init=False)
    """Of all the pages with the margins."""

    def __post_init__(self) -> None:
        widest = max((size.width() for size in self.sizes), default=0.0) * self.scale
        full = max(widest + 2 * MARGIN, float(self.room.width()))
        rects, top = [], MARGIN
        for size in self.sizes:
            width, height = size.width() * self.scale, size.height() * self.scale
            rects.append(QRectF((full - width) / 2, top, width, height))
            top += height + GAP
        object.__setattr__(self, "rects", tuple(rects))
        object.__setattr__(self, "size", QSizeF(full, top - GAP + MARGIN if rects else 0.0))

    def pages_in(self, area: QRectF) -> list[int]:
        """The pages that show in ``area``."""
        return [page for page, rect in enumerate(self.rects) if rect.intersects(area)]

    def page_of(self, area: QRectF) -> int:
        """The page that shows most; 0 without any."""
        shown = [rect.intersected(area).height() for rect in self.rects]
        return shown.index(max(shown)) if shown else 0

    def spot(self, at: QPointF) -> Spot:
        """The point of the nearest page that stands there."""
        page = next((place for place, rect in enumerate(self.rects) if at.y() < rect.bottom() + GAP / 2), -1)
        page = page if page >= 0 else len(self.rects) - 1
        from_page = (at - self.rects[page].topLeft()) / self.scale
        return Spot(page, from_page.x(), from_page.y())

    def place(self, spot: Spot) -> QPointF:
        """Where a point of a page stands; that of the last page when it is no more."""
        rect = self.rects[min(spot.page, len(self.rects) - 1)]
        return rect.topLeft() + QPointF(spot.x, spot.y) * self.scale

    def on_page(self, page: int, box: QRectF) -> QRectF:
        """A box in points of a page, in pixels."""
        corner = self.rects[page].topLeft() + box.topLeft() * self.scale
        return QRectF(corner, box.size() * self.scale)
