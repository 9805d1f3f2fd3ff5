"""Turns words into paragraphs, in one language and one company's colours. No paragraph is built anywhere else."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from desktop.documents.styles import Styles
from desktop.documents.text import Markup, clean, pdf_text
from desktop.documents.typography import fr_typo, quote_spaces
from desktop.i18n import Language


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
        return Paragraph(text if isinstance(text, Markup) else self.text(text), style)

    def items(self, texts: Iterable[str], style: ParagraphStyle) -> list[Flowable]:
        """A list, one paragraph an item, empty ones left out."""
        return [
            self.paragraph(Markup(f"<bullet>•</bullet>{self.text(text)}"), style) for text in texts if text.strip()
        ]

    def section(self, text: str, anchor: str) -> Flowable:
        """A first-level heading that the outline and links know as ``anchor``."""
        heading = self.paragraph(text, self.styles.section)
        heading.anchor, heading.outline = anchor, self.plain(text)
        return heading

    def _typeset(self, text: str) -> str:
        return fr_typo(text) if self.language.code == "fr" else text
