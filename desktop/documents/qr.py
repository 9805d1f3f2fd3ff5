"""A QR code: black squares on the paper itself, drawn as shapes so that no printer blurs them."""

from functools import lru_cache
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel
from reportlab.lib.colors import black
from reportlab.platypus.flowables import Flowable

QUIET = 4
"""Squares of bare paper that the standard asks for around a code."""


def qr_code(text: str, side: float) -> Flowable:
    """``text`` as a square of ``side`` points, its quiet margin included. A smudge of 15 % is read through."""
    return _Code(matrix(text), side)


@lru_cache(maxsize=8)
def matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """The squares, row by row, ``True`` for a black one. Kept: a code takes as long to find as a page to draw."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text))
    code.make()
    assert code.modules is not None
    return tuple(tuple(bool(square) for square in row) for row in code.modules)


class _Code(Flowable):
    def __init__(self, squares: tuple[tuple[bool, ...], ...], side: float) -> None:
        super().__init__()
        self._squares, self._side = squares, side

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._side, self._side

    def draw(self) -> None:
        if getattr(self.canv, "blind", False):
            return
        size = self._side / (len(self._squares) + 2 * QUIET)
        self.canv.saveState()
        # Black, not the ink of the text: a code printed in grey is not read everywhere.
        self.canv.setFillColor(black)
        path = self.canv.beginPath()
        for place, row in enumerate(self._squares):
            column = QUIET
            for dark, run in groupby(row):
                length = sum(1 for _square in run)
                if dark:
                    path.rect(column * size, self._side - (place + QUIET + 1) * size, length * size, size)
                column += length
        self.canv.drawPath(path, stroke=0, fill=1)
        self.canv.restoreState()
