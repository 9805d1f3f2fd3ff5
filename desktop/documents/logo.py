"""The company's logo, small at the top of a document's first page; bytes that are no picture are left out."""

import logging
from functools import lru_cache
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_UNDER = 2.0
"""Points under the line of the words beside it, where their tails are."""
_MOST_PIXELS = 4_000_000
"""Far beyond what ``services.logos`` keeps: a file that claims more was not made by it."""

log = logging.getLogger(__name__)


def draw_logo(canvas: Canvas, png: bytes, at: tuple[float, float], room: tuple[float, float]) -> float:
    """Draw the logo in ``room`` points across and up, from ``at``. Returns the points it takes across, 0 for none."""
    picture = _picture(png) if png else None
    if picture is None:
        return 0.0
    wide, high = picture.getSize()
    scale = min(room[0] / wide, room[1] / high)
    # A tiny picture blown up is a blur: never under 150 dots an inch.
    scale = min(scale, 72 / 150)
    canvas.drawImage(picture, at[0], at[1] - _UNDER, wide * scale, high * scale)
    return float(wide * scale)


@lru_cache(maxsize=2)
def _picture(png: bytes) -> ImageReader | None:
    """Decoded once, though a proposal is laid out again at every pause in typing."""
    try:
        with Image.open(BytesIO(png), formats=["PNG"]) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            return ImageReader(image.convert("RGB"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        log.warning("the logo cannot be read")
        return None
