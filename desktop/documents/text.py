"""Text typed by anyone, made harmless for ReportLab, which reads what it is given as markup.

Unescaped, ``<b>`` raises, ``R&D <urgent>`` loses words silently, and ``<img src=…>`` puts a local file in the
customer's PDF. Everything that reaches a page goes through ``pdf_text``.
"""

import logging
import re
import unicodedata
from xml.sax.saxutils import escape

from reportlab import rl_config

from desktop.documents import fonts

# Nothing in a document is ever fetched: the engine's own doors are shut too.
# Streams stay binary: as text they are a quarter longer, and slower to write.
vars(rl_config).update(trustedSchemes=["data"], trustedHosts=[], useA85=0)

log = logging.getLogger(__name__)

MISSING = "?"
"""Stands for a character the typeface has no drawing for, such as an emoji."""

MAX_SIGNS = 50_000
"""Beyond this a field is cut, and the cut is visible: ``[…]``."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, soft hyphens, zero-width signs, variation selectors, bidirectional marks and overrides, lone surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e01ef]"
)
# The engine breaks lines at a narrow no-break space: prices would fall in two.
_NO_BREAK_SPACES = re.compile("[\u202f\u2007]")


class Markup(str):
    """Text already escaped, with markup that only templates wrote."""

    __slots__ = ()


def clean(text: str) -> str:
    """``text`` as it can be drawn, unescaped: composed (NFC), invisible signs dropped, ``?`` for missing glyphs.

    Used as it is where the page takes plain strings: running lines, metadata, outline.
    """
    if len(text) > MAX_SIGNS:
        text = f"{text[:MAX_SIGNS]} […]"
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    text = _NO_BREAK_SPACES.sub("\u00a0", _INVISIBLE.sub("", text)).replace("\t", " ")
    missing = {sign for sign in set(text) if ord(sign) not in fonts.glyphs() and sign != "\n"}
    if missing:
        log.info("no glyph for %s", ", ".join(sorted(f"U+{ord(sign):04X}" for sign in missing)))
        text = text.translate({ord(sign): MISSING for sign in missing})
    return text


def pdf_text(text: str) -> Markup:
    """The one way for text to enter a paragraph: cleaned, escaped, line ends kept."""
    return Markup(escape(clean(text)).replace("\n", "<br/>"))
