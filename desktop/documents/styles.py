"""Colours and type sizes of the documents (design page "The PDF, page by page"), for one accent colour."""

import re
from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from desktop.documents import fonts
from desktop.services.proposal_content import DEFAULT_ACCENT

INK = HexColor("#17202B")
GREY = HexColor("#5B6670")
RULE = HexColor("#CFD6DC")
WHITE = HexColor("#FFFFFF")
READABLE = 4.5
"""Contrast that WCAG AA asks of text."""


def _luminance(colour: Color) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)


def contrast(one: Color, other: Color) -> float:
    """The WCAG ratio of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def tint_of(accent: Color) -> Color:
    """A paper shade of ``accent``, 7 % of it on white."""
    return Color(*(1 - 0.07 * (1 - channel) for channel in accent.rgb()))


def readable_accent(accent: str) -> Color:
    """The company's colour, darkened until text in it reads on white and on its own tint; not a colour: the default."""
    colour: Color = HexColor(accent if re.fullmatch(r"#[0-9A-Fa-f]{6}", accent) else DEFAULT_ACCENT)
    while contrast(colour, tint_of(colour)) < READABLE:
        colour = Color(*(channel * 0.96 for channel in colour.rgb()))
    return colour


def _style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    settings: dict[str, object] = {"fontName": fonts.REGULAR, "textColor": INK, "allowWidows": 0, "allowOrphans": 0}
    return ParagraphStyle(name, fontSize=size, leading=leading, **(settings | more))


@dataclass(frozen=True)
class Styles:
    """One style a role; sizes are points, written size/leading in the design."""

    accent: Color
    tint: Color
    row_pad: float
    line_pad: float
    """Points above and below a row of words, and of a priced line."""
    tight: bool
    title: ParagraphStyle
    long_title: ParagraphStyle
    subtitle: ParagraphStyle
    section: ParagraphStyle
    heading: ParagraphStyle
    lead: ParagraphStyle
    long_lead: ParagraphStyle
    body: ParagraphStyle
    first: ParagraphStyle
    first_item: ParagraphStyle
    wide: ParagraphStyle
    strong: ParagraphStyle
    quote: ParagraphStyle
    item: ParagraphStyle
    strong_number: ParagraphStyle
    caption: ParagraphStyle
    small: ParagraphStyle
    small_number: ParagraphStyle
    column: ParagraphStyle
    column_number: ParagraphStyle
    tag: ParagraphStyle
    index: ParagraphStyle
    price: ParagraphStyle
    card_price: ParagraphStyle
    card_name: ParagraphStyle
    small_item: ParagraphStyle
    subtitle_small: ParagraphStyle
    box: ParagraphStyle
    terms: ParagraphStyle
    sign: ParagraphStyle
    legal: ParagraphStyle
    code: ParagraphStyle


@cache
def styles(accent: str, tight: bool = False) -> Styles:
    """The styles for one company's colour (``#RRGGBB``); ``tight`` is for a proposal a little too long."""
    fonts.register()
    colour = readable_accent(accent)
    bold, semi, right = {"fontName": fonts.BOLD}, {"fontName": fonts.SEMIBOLD}, {"alignment": TA_RIGHT}
    bullets = {"leftIndent": 10, "bulletIndent": 0, "bulletFontName": fonts.REGULAR}
    italic, grey, inked = {"fontName": fonts.ITALIC}, {"textColor": GREY}, {"textColor": colour}
    size, leading = (9.2, 12.2) if tight else (10, 14)
    above = 12 if tight else 18
    return Styles(
        accent=colour,
        tint=tint_of(colour),
        row_pad=3.5 if tight else 6,
        line_pad=2 if tight else 3.5,
        tight=tight,
        title=_style("title", 24, 29, **bold),
        long_title=_style("long title", 17, 21, **bold),
        subtitle=_style("subtitle", 11, 16, spaceBefore=6, **grey),
        section=_style("section", 16, 21, spaceBefore=above, spaceAfter=4, **semi),
        heading=_style("heading", 12, 16, spaceBefore=above * 2 / 3, spaceAfter=3, **semi, **inked),
        lead=_style("lead", 16, 22, **italic),
        long_lead=_style("long lead", 12, 17, **italic),
        body=_style("body", size, leading),
        first=_style("first", 10.5, 15),
        first_item=_style("first item", 10.5, 15, **bullets, bulletFontSize=10.5),
        wide=_style("wide", 10.5, 15, rightIndent=50),
        strong=_style("strong", size, leading, **semi),
        quote=_style("quote", size + 0.4, leading, **italic),
        item=_style("item", size, leading, **bullets, bulletFontSize=size),
        strong_number=_style("strong number", 10, 14, **right, **semi),
        caption=_style("caption", 8.5, 12, **grey),
        small=_style("small", 9, 12),
        small_number=_style("small number", 9, 12, **right),
        column=_style("column", 8.5, 12, **semi, **grey),
        column_number=_style("column number", 8.5, 12, **semi, **grey, **right),
        tag=_style("tag", 8.5, 12, **semi, **inked),
        index=_style("index", size, leading, **semi, **inked),
        price=_style("price", 17, 22, **bold, **right),
        card_price=_style("card price", 14, 19, **bold),
        card_name=_style("card name", 12, 16, **semi),
        small_item=_style("small item", 9, 12, **bullets, bulletFontSize=9),
        subtitle_small=_style("small subtitle", 10, 14, rightIndent=20, **grey),
        box=_style("box", 14, 16),
        terms=_style("terms", 8.5, 12),
        sign=_style("sign", 8.5, 14, **grey),
        legal=_style("legal", 8, 11, **grey),
        code=_style("code", 26, 44, **semi),
    )
