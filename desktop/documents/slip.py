"""The slip they take away: a quarter of a sheet that says what comes next, and puts it in their calendar."""

from dataclasses import replace
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents import fonts
from desktop.documents.appointment import when
from desktop.documents.event import event_text
from desktop.documents.legal import footer_line
from desktop.documents.qr import qr_code
from desktop.documents.running import document_name, language_of, running
from desktop.documents.sheet import A6_PAPER, Pages, Running, Sheet
from desktop.documents.styles import styles
from desktop.documents.tables import Cell, grid, together
from desktop.documents.typesetter import Typesetter
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import AgreedStep, ProposalContent

_WIDTH = A6_PAPER.width
_CODE = 42 * mm
"""Half a millimetre a square and more: read at arm's length, from a cheap printer."""
_BESIDE_CODE = 4 * mm


def render_slip(content: ProposalContent) -> bytes:
    """One A6 page; a very long text goes on with another one rather than be cut."""
    data, pages = _lay(content, Pages(1))
    return data if pages.total == 1 else _lay(content, pages)[0]


def _lay(content: ProposalContent, expected: Pages) -> tuple[bytes, Pages]:
    setter = Typesetter(language_of(content), styles(content.seller.accent, True))
    lines = _running(content, setter, expected)
    buffer = BytesIO()
    pages = Sheet(buffer, lines, setter.styles.accent, expected, A6_PAPER).lay(_story(content, setter))
    return buffer.getvalue(), pages


def _running(content: ProposalContent, setter: Typesetter, expected: Pages) -> Running:
    """The reference alone at the top: dates beside it would be taken for that of the appointment."""
    lines = running(content, setter, DocumentKind.SLIP)
    number = lines.page if expected.total > 1 else ""
    return replace(lines, first_right=lines.keywords, left=lines.author, legal="", page=number)


def _story(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    style = setter.styles
    large = ParagraphStyle("slip title", parent=style.long_title, fontSize=15, leading=19)
    name = document_name(DocumentKind.SLIP, setter.language)
    story: list[Flowable] = [setter.section(name, "appointment", large)]
    whom = ", ".join(part for part in (content.client.contact, content.client.company) if part.strip())
    if whom:
        story.append(setter.paragraph(whom, style.caption))
    story.append(Spacer(0, 8))
    if content.appointment:
        story += [_date(content.appointment, setter.at("appointment")), Spacer(0, 8)]
    if content.next_step.strip():
        story += [setter.at("next_step").paragraph(content.next_step, style.body), Spacer(0, 6)]
    code = event_text(content, setter)
    call = _who_to_call(content, setter)
    if code:
        story += [together(_beside(call, code, setter)), Spacer(0, 4)]
    elif call:
        story += [*call, Spacer(0, 8)]
    legal = footer_line(content.seller, setter.language)
    return [*story, *([setter.paragraph(legal, style.legal)] if legal else [])]


def _date(step: AgreedStep, setter: Typesetter) -> Flowable:
    """Framed as well as tinted: a tint does not survive every copier."""
    style = setter.styles
    strong = ParagraphStyle("slip date", parent=style.strong, fontName=fonts.SEMIBOLD, fontSize=12, leading=16)
    return grid(
        [[[setter.paragraph(when(step, setter), strong)]]],
        [_WIDTH],
        ("BACKGROUND", (0, 0), (-1, -1), style.tint),
        ("LINEBEFORE", (0, 0), (0, -1), 2.4, style.accent),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
        page_height=A6_PAPER.height,
    )


def _who_to_call(content: ProposalContent, setter: Typesetter) -> Cell:
    _ = setter.language.gettext
    style, seller = setter.styles, content.seller
    name = seller.representative if seller.representative.strip() else seller.name
    cell: Cell = [setter.paragraph(name, style.strong)] if name.strip() else []
    cell += [setter.paragraph(way, style.small) for way in (seller.phone, seller.email) if way.strip()]
    return [setter.paragraph(_("Any question"), style.tag), *cell] if cell else []


def _beside(call: Cell, code: str, setter: Typesetter) -> Flowable:
    """Who to call, and the code with what it is for."""
    words = setter.language.gettext("Point your phone’s camera at this code: the appointment goes into your calendar.")
    left = [*call, Spacer(0, 8), setter.paragraph(words, setter.styles.caption)]
    return grid(
        [[left, [qr_code(code, _CODE)]]],
        [_WIDTH - _CODE, _CODE],
        ("RIGHTPADDING", (0, 0), (0, -1), _BESIDE_CODE),
        ("TOPPADDING", (0, 0), (0, -1), 6),
        page_height=A6_PAPER.height,
    )
