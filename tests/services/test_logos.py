"""Any picture becomes a small upright PNG on white, or is refused with a sentence."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from desktop.database import Session
from desktop.errors import UserError
from desktop.services import settings
from desktop.services.logos import LOGO_PIXELS, logo_from, read_logo
from desktop.services.parties import seller_of
from tests.conftest import MONDAY


def saved(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **how)
    return buffer.getvalue()


def opened(png: bytes) -> Image.Image:
    image = Image.open(BytesIO(png), formats=["PNG"])
    image.load()
    return image


def mark(mode: str = "RGB", size: tuple[int, int] = (600, 200), ground: object = "white", ink: object = "navy"):
    image = Image.new(mode, size, ground)
    ImageDraw.Draw(image).rectangle((size[0] // 6, size[1] // 4, size[0] * 5 // 6, size[1] * 3 // 4), fill=ink)
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_every_ordinary_picture_is_taken(kind: str) -> None:
    logo = opened(logo_from(saved(mark(), kind)))
    assert (logo.format, logo.mode) == ("PNG", "RGB")
    assert 395 <= logo.width <= 410 and 95 <= logo.height <= 110, "the white around it is left out"


@pytest.mark.parametrize(
    ("mode", "ground", "ink"),
    [
        ("RGBA", (0, 0, 0, 0), (200, 0, 0, 255)),
        ("LA", (0, 0), (10, 255)),
        ("L", 255, 0),
        ("1", 1, 0),
        ("P", 255, 0),
        ("CMYK", (0, 0, 0, 0), (200, 200, 0, 0)),
        ("I;16", 65_535, 0),
    ],
)
def test_every_kind_of_dot_is_flattened_on_white(mode: str, ground: object, ink: object) -> None:
    image = Image.new(mode, (600, 200), ground)
    image.paste(ink, (100, 50, 500, 150))
    if mode == "P":
        image.putpalette([value for grey in range(256) for value in (grey, grey, grey)])
    logo = opened(logo_from(saved(image, "TIFF" if mode == "CMYK" else "PNG")))
    assert logo.mode == "RGB" and (logo.width, logo.height) == (400, 100)
    assert sum(logo.getpixel((200, 50))) < 600


def test_a_transparent_colour_of_a_gif_is_paper() -> None:
    image = Image.new("P", (60, 20), 0)
    image.putpalette([255, 0, 0, 0, 0, 0])
    image.paste(1, (10, 5, 50, 15))
    logo = opened(logo_from(saved(image, "GIF", transparency=0)))
    assert (logo.width, logo.height) == (40, 10)


def test_a_telephone_held_upright_is_turned() -> None:
    image = mark(size=(200, 600))
    exif = Image.Exif()
    exif[0x0112] = 6
    logo = opened(logo_from(saved(image, "JPEG", exif=exif)))
    assert logo.width > logo.height


def test_no_finer_than_paper_shows() -> None:
    logo = opened(logo_from(saved(mark(size=(4000, 3000)))))
    assert logo.width <= LOGO_PIXELS[0] and logo.height <= LOGO_PIXELS[1]
    assert logo.width == LOGO_PIXELS[0] or logo.height == LOGO_PIXELS[1]


def test_eight_thousand_dots_a_side_are_taken() -> None:
    logo = logo_from(saved(mark("L", (8000, 8000), 255, 0), compress_level=1))
    assert opened(logo).size == (round(LOGO_PIXELS[1] * 4 / 3), LOGO_PIXELS[1]) and len(logo) < 50_000


def bomb(width: int, height: int) -> bytes:
    """A few bytes that claim to be an immense picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(8001, 8001), (20_000, 20_000), (200_000, 200_000)])
def test_a_bomb_is_refused_before_it_is_opened(size: tuple[int, int]) -> None:
    with pytest.raises(UserError, match=r"too large|cannot be read"):
        logo_from(bomb(*size))


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        b"<?xml version='1.0'?>\n<!-- x -->\n<SVG></SVG>",
        "<svg></svg>".encode("utf-16"),
        zlib.compress(b"<svg/>", wbits=31),
    ],
)
def test_a_drawing_that_could_fetch_files_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="SVG"):
        logo_from(data)


@pytest.mark.parametrize(
    "data", [b"", b"x", b"%PDF-1.7", b"%!PS-Adobe-3.0 EPSF-3.0\n", saved(mark())[:90], saved(mark(), "JPEG")[:200]]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        logo_from(data)


def test_a_white_logo_is_refused() -> None:
    with pytest.raises(UserError, match="white"):
        logo_from(saved(mark("RGBA", ground=(0, 0, 0, 0), ink="white")))


def test_a_file_too_large_or_gone_is_refused(tmp_path: Path) -> None:
    heavy = tmp_path / "heavy.png"
    with heavy.open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(UserError, match="40 MB"):
        read_logo(heavy)
    with pytest.raises(UserError, match=r"gone\.png"):
        read_logo(tmp_path / "gone.png")
    (tmp_path / "a.png").write_bytes(saved(mark()))
    assert read_logo(tmp_path / "a.png") == logo_from(saved(mark()))


def test_the_seller_carries_it_to_the_documents(session: Session) -> None:
    assert settings.logo(session) == b""
    png = logo_from(saved(mark()))
    settings.save_company(session, now=MONDAY, name="Atelier Nord", logo=png)
    session.flush()
    session.expunge_all()
    assert settings.logo(session) == png
    assert "logo" not in vars(settings.company(session)), "a list of prospects has no use for it"
    assert seller_of(settings.company(session, with_logo=True)).logo == png
    settings.save_company(session, now=MONDAY, logo=None)
    session.flush()
    assert settings.logo(session) == b"" and seller_of(settings.company(session, with_logo=True)).logo == b""
