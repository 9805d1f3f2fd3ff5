"""Turns words into paragraphs, in one language and one company's colours. No paragraph is built anywhere else."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.paragraph import Paragraph

from desktop.documents import fonts
from desktop.documents.sheet import WIDTH, Section
from desktop.documents.styles import Styles
from desktop.documents.text import Markup, clean, pdf_text
from desktop.documents.typography import fr_typo, quote_spaces
from desktop.i18n import Language


class _Remembering(Paragraph):
    """A paragraph that breaks its lines once a width: tables and kept-together blocks ask two or three times."""

    section: Section | None = None
    _broken: tuple[float, tuple[float, float]] | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        # Splitting takes the broken lines away.
        if self._broken is None or self._broken[0] != width or not hasattr(self, "blPara"):
            self._broken = (width, super().wrap(width, height))
        return self._broken[1]


@dataclass(frozen=True)
class Typesetter:
    """What every part of a document is given: the language it speaks and how it looks."""

    language: Language
    styles: Styles

    def plain(self, text: str) -> str:
        """``text`` for a running line or the metadata: one line, typeset, not escaped."""
        return clean(self._typeset(text)).replace("\n", " ")

    def text(self, text: str) -> Markup:
        """``text`` for a paragraph, typeset and escaped."""
        return pdf_text(self._typeset(text))

    def quotation(self, text: str) -> Markup:
        """Their words between the language's marks; inside, only spaces may become no-break (``quote_spaces``)."""
        inside = pdf_text(quote_spaces(text) if self.language.code == "fr" else text)
        return Markup(f"«\u00a0{inside}\u00a0»" if self.language.code == "fr" else f"“{inside}”")

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

    def section(self, text: str, anchor: str) -> Flowable:
        """A first-level heading that the outline and links know as ``anchor``."""
        heading = self._paragraph(text, self.styles.section)
        heading.section = Section(anchor, self.plain(text))
        return heading

    def _paragraph(self, text: str, style: ParagraphStyle) -> _Remembering:
        return _Remembering(text if isinstance(text, Markup) else self.text(text), style)

    def _typeset(self, text: str) -> str:
        return fr_typo(text) if self.language.code == "fr" else text


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
