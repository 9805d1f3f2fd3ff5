"""Where the marks of the plane go: as high as their totals, side by side where they would hide one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop.models.matrix import Heat
from desktop.services.matrix_board import Mark, gathered

DOT = 11.0
"""Pixels: what a total without an unknown is drawn as, and the least height of a box."""
_GAP = 3.0
_ALONE, _MANY, _WIDEST = 8.0, 25.0, 28.0
"""Least width of a prospect and of a group, which has its count to show; and the most of either."""
_FEWER = (200, 150, 110, 80, 60, 45, 30, 18, 9, 3)


@dataclass(frozen=True)
class Placed:
    """A mark and its box."""

    mark: Mark
    box: QRectF


def lay_out(marks: Sequence[Mark], columns: Mapping[Heat, QRectF]) -> tuple[Placed, ...]:
    """Every mark in the column of its heat. What would not fit side by side is gathered until it does."""
    for most in _FEWER:
        shown = gathered(marks, most) if len(marks) > most or most != _FEWER[0] else tuple(marks)
        of_heat = {heat: [mark for mark in shown if mark.heat is heat] for heat in columns}
        # At the very least they stand close together: nobody is ever left out.
        least = {heat: 0.0 if most == _FEWER[-1] else _least(some) for heat, some in of_heat.items()}
        found = [_in_column(of_heat[heat], box, least[heat]) for heat, box in columns.items()]
        if all(each is not None for each in found):
            break
    return tuple(placed for each in found for placed in each or ())


def _least(marks: Sequence[Mark]) -> float:
    """Pixels that the narrowest of them needs."""
    return _MANY if any(mark.count > 1 for mark in marks) else _ALONE


def height(share: float, column: QRectF) -> float:
    """Where a share of the maximum, 0 to 1, is drawn."""
    return column.bottom() - share * column.height()


def _in_column(marks: Sequence[Mark], column: QRectF, least: float) -> list[Placed] | None:
    """``None`` when the column is too narrow for each to have its ``least`` width."""
    lanes: list[float] = []
    """By lane, down to where it is taken."""
    spans: list[tuple[Mark, float, float, int]] = []
    for mark in sorted(marks, key=lambda each: (-each.high, each.low, each.name)):
        top, bottom = height(mark.high, column), height(mark.low, column)
        spare = max(0.0, DOT - (bottom - top)) / 2
        top, bottom = top - spare, bottom + spare
        lane = next((place for place, taken in enumerate(lanes) if taken + _GAP <= top), len(lanes))
        lanes[lane : lane + 1] = [bottom]
        spans.append((mark, top, bottom, lane))
    if not lanes:
        return []
    width = min(_WIDEST, column.width() / len(lanes) - _GAP)
    if width < least:
        return None
    left = column.center().x() - (width + _GAP) * len(lanes) / 2
    return [
        Placed(mark, _box(mark, QRectF(left + lane * (width + _GAP), top, width, bottom - top)))
        for mark, top, bottom, lane in spans
    ]


def _box(mark: Mark, room: QRectF) -> QRectF:
    """A prospect whose total is known is a dot, and a dot is round."""
    if mark.low != mark.high or mark.count > 1:
        return room
    side = min(room.width(), DOT)
    return QRectF(room.left(), room.center().y() - side / 2, side, side)
