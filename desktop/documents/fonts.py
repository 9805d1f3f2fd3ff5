"""The typeface of every document, embedded so that a proposal looks the same on the customer's machine."""

from functools import cache
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.paths import resources

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-SemiBold"
BOLD = "SourceSans3-Bold"
ITALIC = "SourceSans3-Italic"

_lock = Lock()


def register() -> None:
    """Load the four faces once. Documents are made in worker threads, two of them may ask at the same time."""
    with _lock:
        _register()


@cache
def _register() -> None:
    for name in (REGULAR, SEMIBOLD, BOLD, ITALIC):
        pdfmetrics.registerFont(TTFont(name, str(resources() / "fonts" / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=ITALIC)


@cache
def glyphs() -> frozenset[int]:
    """The code points the faces can draw (the four have the same)."""
    register()
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


def width(text: str, font: str, size: float) -> float:
    """How wide ``text`` is, in points."""
    return float(pdfmetrics.stringWidth(text, font, size))
