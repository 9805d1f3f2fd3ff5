"""A company's logo, from whatever picture the rep has to the small PNG that documents print.

The picture is the rep's own, but it was often received from somebody else: what it claims is not believed.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from desktop.errors import UserError
from desktop.i18n import _

LOGO_MM = (46.0, 13.0)
"""The room of a logo on page 1, across and down."""
_DOTS_PER_MM = 300 / 25.4
LOGO_PIXELS = (round(LOGO_MM[0] * _DOTS_PER_MM), round(LOGO_MM[1] * _DOTS_PER_MM))

MOST_BYTES = 40_000_000
MOST_PIXELS = 8_000 * 8_000
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
_PAPER = 250
"""Lightness from which a dot is not seen on white paper."""


def read_logo(path: Path) -> bytes:
    """The file at ``path`` as a logo. Raises ``UserError`` as ``logo_from``, and when it cannot be read."""
    try:
        with path.open("rb") as file:
            return logo_from(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise UserError(_("The file {name} cannot be opened.").format(name=path.name)) from error


def logo_from(data: bytes) -> bytes:
    """The bytes of a picture file as a logo: turned upright, on white, without margins, at most 300 dots an inch.

    Returns a PNG. Raises ``UserError`` for what is no picture, is too large, or would not be seen on paper.
    """
    if len(data) > MOST_BYTES:
        raise UserError(_("This file is too large for a logo. Choose one of less than 40 MB."))
    if _is_svg(data):
        raise UserError(_("An SVG may fetch other files, so it is not opened. Export it as PNG, then try again."))
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise UserError(_("This picture is too large for a logo. Reduce it under 8000 × 8000 dots."))
            small = _reduced(image)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise UserError(_("This file cannot be read as a picture. Choose a PNG or a JPEG.")) from error
    buffer = BytesIO()
    _without_margins(_on_white(small)).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _is_svg(data: bytes) -> bool:
    # As text in whichever encoding, or packed (svgz).
    start = data[:4096].replace(b"\0", b"").lower()
    return b"<svg" in start or b"<!doctype svg" in start or data[:2] == b"\x1f\x8b"


def _reduced(image: Image.Image) -> Image.Image:
    """Small before anything else is done to it: each later step would copy all of its dots."""
    side = 4 * max(LOGO_PIXELS)
    # A JPEG is decoded straight to a fraction of its size.
    image.draft("RGB", (side, side))
    if image.mode.startswith("I"):
        image = _eight_bits(image)
    elif image.mode not in ("RGB", "L", "RGBA", "LA"):
        has_alpha = image.mode in ("PA", "La", "RGBa") or "transparency" in image.info
        image = image.convert("RGBA" if has_alpha else "RGB")
    elif "transparency" in image.info:
        image = image.convert("RGBA")
    image.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2)
    return ImageOps.exif_transpose(image)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Sixteen bits of grey, which would otherwise be cut at white."""
    return image.convert("F").point(lambda value: value * (1 / 256)).convert("L")


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode not in ("RGBA", "LA"):
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")


def _without_margins(image: Image.Image) -> Image.Image:
    """What is drawn, without the white around it, at its final size."""
    ink = ImageChops.invert(image.convert("L")).point(lambda value: 255 if value > 255 - _PAPER else 0)
    box = ink.getbbox()
    if box is None:
        raise UserError(_("This picture is white: nothing of it would be seen on paper. Choose a dark one."))
    drawn = image.crop(box)
    drawn.thumbnail(LOGO_PIXELS, Image.Resampling.LANCZOS)
    return drawn
