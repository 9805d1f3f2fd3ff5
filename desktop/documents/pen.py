"""A signature drawn on the screen, as ink on paper."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from desktop.documents.styles import INK

_LINE = 1.1
"""Points: the line of a pen."""
_SMALL = 300
"""Thousandths of the pad under which a drawing does not fill the room."""


def signature(strokes: Sequence[Sequence[tuple[int, int]]], width: float, height: float) -> Flowable:
    """The strokes, with ``y`` downwards, as large as ``width`` × ``height`` points allow and as they were drawn."""
    return _Signature(strokes, width, height)


class _Signature(Flowable):
    def __init__(self, strokes: Sequence[Sequence[tuple[int, int]]], width: float, height: float) -> None:
        super().__init__()
        self._room = (width, height)
        self._strokes = [stroke for stroke in strokes if stroke]

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._room

    def draw(self) -> None:
        dots = [dot for stroke in self._strokes for dot in stroke]
        if not dots:
            return
        left, top = min(x for x, _y in dots), min(y for _x, y in dots)
        wide, high = max(x for x, _y in dots) - left, max(y for _x, y in dots) - top
        width, height = self._room
        # A small sign stays small: it is not blown up to the whole room.
        scale = min((width - 2 * _LINE) / max(wide, 1), (height - 2 * _LINE) / max(high, 1), width / _SMALL)
        path = self.canv.beginPath()
        for stroke in self._strokes:
            placed = [(_LINE + (x - left) * scale, height - _LINE - (y - top) * scale) for x, y in stroke]
            path.moveTo(*placed[0])
            # A single dot is a line without length: the round cap makes a point of it.
            for before, after in zip(placed, placed[1:] or placed, strict=False):
                middle = ((before[0] + after[0]) / 2, (before[1] + after[1]) / 2)
                path.curveTo(*before, *before, *middle)
            path.lineTo(*placed[-1])
        self.canv.saveState()
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(_LINE)
        self.canv.setLineCap(1)
        self.canv.setLineJoin(1)
        self.canv.drawPath(path, stroke=1, fill=0)
        self.canv.restoreState()
