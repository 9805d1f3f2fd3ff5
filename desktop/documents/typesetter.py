"""Turns words into paragraphs, in one language and one company's colours. No paragraph is built anywhere else."""

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable, Spacer
from reportlab.platypus.paragraph import Paragraph
from reportlab.platypus.paraparser import ParaParser

from desktop.documents import fonts
from desktop.documents.places import note
from desktop.documents.sheet import WIDTH, Section
from desktop.documents.styles import INK, Styles
from desktop.documents.text import Markup, clean, pdf_text
from desktop.documents.typography import fr_typo, quote_spaces
from desktop.i18n import Language

# A mark, an entity, or spaces that the parser would have put in order.
_NOT_PLAIN = re.compile("[<&]|  |^ | $|[^\\S \u00a0]")

_SHORT = 1000
"""Signs up to which a text is remembered as it was set."""


class _Remembering(Paragraph):
    """A paragraph that breaks its lines once a width: tables and kept-together blocks ask two or three times."""

    section: Section | None = None
    where = ""
    """The block that it is part of, as ``places.Place`` names it."""
    _broken: tuple[float, tuple[float, float]] | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        # Splitting takes the broken lines away.
        if self._broken is None or self._broken[0] != width or not hasattr(self, "blPara"):
            self._broken = (width, super().wrap(width, height))
        return self._broken[1]

    def split(self, width: float, height: float) -> list[Flowable]:
        pieces: list[Any] = super().split(width, height)
        for piece in pieces:
            piece.where = self.where
        return pieces

    def draw(self) -> None:
        if getattr(self.canv, "blind", False):
            return
        note(self.canv, self.where, self.width, self.height)
        super().draw()


class _Mark(Spacer):
    """Takes no room."""

    def __init__(self, section: Section) -> None:
        super().__init__(0, 0)
        self.section = section


@dataclass(frozen=True)
class Typesetter:
    """What every part of a document is given: the language it speaks and how it looks."""

    language: Language
    styles: Styles
    where: str = ""
    """The block that its paragraphs are part of, as ``places.Place`` names it; "" when they are part of none."""

    def at(self, where: str) -> "Typesetter":
        """The same, for the words of one block."""
        return replace(self, where=where)

    def plain(self, text: str) -> str:
        """``text`` for a running line or the metadata: one line, typeset, not escaped."""
        return clean(self._typeset(text)).replace("\n", " ")

    def text(self, text: str) -> Markup:
        """``text`` for a paragraph, typeset and escaped."""
        french = self.language.code == "fr"
        return _remembered(text, french) if len(text) < _SHORT else _set(text, french)

    def quotation(self, text: str) -> Markup:
        """Their words between the language's marks; inside, only spaces may become no-break (``quote_spaces``)."""
        inside = pdf_text(quote_spaces(text) if self.language.code == "fr" else text)
        return Markup(f"«\u00a0{inside}\u00a0»" if self.language.code == "fr" else f"“{inside}”")

    def filled(self, label: str, value: str) -> Markup:
        """A line of a form: its ``label`` as the style says, then what was written after it, in ink."""
        return Markup(f'{self.text(label)} <font color="{INK.hexval().replace("0x", "#")}">{self.text(value)}</font>')

    def link(self, text: str, anchor: str) -> Markup:
        """``text`` that leads to a section of the same document."""
        return Markup(f'<a href="#{anchor}">{self.text(text)}</a>')

    def paragraph(self, text: str, style: ParagraphStyle) -> Flowable:
        """A paragraph of plain ``text``, or of ``Markup`` as it is."""
        return self._paragraph(text, style)

    def balanced(self, text: str, style: ParagraphStyle, width: float) -> Flowable:
        """A title on as few lines as ``width`` points allow, all about as long: no last line of one word."""
        words = self.plain(text).split(" ")
        room = width
        while room > width / 2 and _lines(words, style, room - 6) == _lines(words, style, width):
            room -= 6
        return self.paragraph(text, ParagraphStyle("balanced", parent=style, rightIndent=WIDTH - room))

    def items(self, texts: Iterable[str], style: ParagraphStyle) -> list[Flowable]:
        """A list, one paragraph an item, empty ones left out."""
        return [self.paragraph(Markup(f"<bullet>•</bullet>{self.text(text)}"), style) for text in texts if text.strip()]

    def section(self, text: str, anchor: str, style: ParagraphStyle | None = None) -> Flowable:
        """A first-level heading that the outline and links know as ``anchor``."""
        heading = self._paragraph(text, style or self.styles.section)
        heading.section = Section(anchor, self.plain(text))
        return heading

    def mark(self, text: str, anchor: str) -> Flowable:
        """Nothing on the page, and an entry of the outline: where a document begins without a heading of its own."""
        return _Mark(Section(anchor, self.plain(text)))

    def _paragraph(self, text: str, style: ParagraphStyle) -> _Remembering:
        markup = text if isinstance(text, Markup) else self.text(text)
        paragraph = _Remembering(markup, style, frags=_fragments(markup, style))
        paragraph.where = self.where
        return paragraph

    def _typeset(self, text: str) -> str:
        return fr_typo(text) if self.language.code == "fr" else text


def _fragments(markup: str, style: ParagraphStyle) -> list[Any] | None:
    """What ReportLab would find in ``markup`` when it holds no mark, without the parser it makes for each paragraph."""
    if not markup or _NOT_PLAIN.search(markup):
        return None
    look = vars(style)
    model = _fragment(look["fontName"], look["fontSize"], look["textColor"].rgba())
    fragment = copy(model)
    fragment.text = str(markup)
    return [fragment]


@cache
def _fragment(face: str, size: float, colour: tuple[float, ...]) -> Any:
    style = ParagraphStyle("plain", fontName=face, fontSize=size, textColor=Color(*colour))
    return ParaParser().parse("x", style)[1][0]


def _set(text: str, french: bool) -> Markup:
    return pdf_text(fr_typo(text) if french else text)


_remembered = lru_cache(maxsize=2048)(_set)
"""Of one drawing to the next, nearly every word is the same: a fifth of the time of a document is spent here."""


def _lines(words: list[str], style: ParagraphStyle, width: float) -> int:
    # ReportLab sets the attributes of a style at run time.
    face, size = vars(style)["fontName"], vars(style)["fontSize"]
    lines, line = 1, ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and fonts.width(longer, face, size) > width:
            lines, line = lines + 1, word
        else:
            line = longer
    return lines
