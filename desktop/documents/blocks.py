"""The company's own words: how it works and what it commits to before the signature, its terms at the very end."""

import re
from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable, PageBreak, Spacer

from desktop.documents.sheet import HEIGHT, WIDTH
from desktop.documents.styles import RULE
from desktop.documents.tables import GUTTER, Cell, grid, height, together
from desktop.documents.typesetter import Typesetter
from desktop.models.catalogue import BlockKind
from desktop.services.proposal_content import Block, ProposalContent
from desktop.services.standing_blocks import label

_TITLES = 0.26
"""The share of the sheet that titles take; what is left holds about 75 signs a line."""
_SHORT = HEIGHT / 3
"""Points up to which terms are no page of their own."""
_ITEM = re.compile(r"^\s*[-–—•*]\s+")


def standing(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """ "Comment nous travaillons": the blocks in their order, without the terms. Goes before the acceptance."""
    blocks = [each for each in enumerate(content.blocks) if each[1].kind is not BlockKind.TERMS]
    title = setter.language.gettext("How we work with you")
    return _held(_section(title, "method", blocks, setter, setter.styles.body))


def annexed_terms(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """The terms, after everything else: short ones follow on where there is room, others have pages of their own."""
    blocks = [each for each in enumerate(content.blocks) if each[1].kind is BlockKind.TERMS]
    title = setter.language.gettext("Annex: our terms")
    section = _section(title, "terms", blocks, setter, setter.styles.terms)
    if not section:
        return []
    return [together(*section)] if height(*section) <= _SHORT else [PageBreak(), *_held(section)]


def _section(
    title: str, anchor: str, blocks: Sequence[tuple[int, Block]], setter: Typesetter, style: ParagraphStyle
) -> list[Flowable]:
    """A heading, then one row a block: the title at the left, the words at the right."""
    rows = [_row(block, setter.at(f"block:{place}"), style) for place, block in blocks if block.text.strip()]
    if not rows:
        return []
    return [setter.section(title, anchor), Spacer(0, 2), *(_grid(row) for row in rows)]


def _held(section: list[Flowable]) -> list[Flowable]:
    """The heading on the page of its first block."""
    return [together(*section[:3]), *section[3:]] if section else []


def _row(block: Block, setter: Typesetter, style: ParagraphStyle) -> list[Cell]:
    name = block.title.strip() or label(block.kind, setter.language)
    words: Cell = []
    for line in block.text.split("\n"):
        if not line.strip():
            words += [Spacer(0, 6)] if words else []
        elif _ITEM.match(line):
            words += setter.items([_ITEM.sub("", line)], _item(setter, style))
        else:
            words.append(setter.paragraph(line.strip(), style))
    return [[setter.paragraph(name, setter.styles.strong)], words]


def _item(setter: Typesetter, style: ParagraphStyle) -> ParagraphStyle:
    return setter.styles.small_item if style is setter.styles.terms else setter.styles.item


def _grid(row: list[Cell]) -> Flowable:
    left = WIDTH * _TITLES
    return grid(
        [row],
        [left, WIDTH - left],
        ("RIGHTPADDING", (0, 0), (0, -1), GUTTER),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
        ("LINEABOVE", (0, 0), (-1, 0), 0.5, RULE),
    )
