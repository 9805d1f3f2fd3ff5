"""How to say yes on paper: what is chosen, on which terms, between whom. Without it, the document is no contract."""

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.legal import client_lines, seller_lines, terms
from desktop.documents.sheet import WIDTH
from desktop.documents.styles import GREY, RULE
from desktop.documents.tables import GUTTER, Cell, grid, together
from desktop.documents.text import Markup
from desktop.documents.typesetter import Typesetter
from desktop.models.pricing import to_cent
from desktop.services.proposal_content import OptionBlock, ProposalContent

_BOX = "☐"


def acceptance(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """The signature block and the terms; for a document that binds nobody, that sentence and who sends it."""
    _ = setter.language.gettext
    styles = setter.styles
    if not content.contractual:
        title = setter.paragraph(_("Non-contractual document"), styles.heading)
        why = _("This document helps to decide together. It commits neither party.")
        return [together(title, setter.paragraph(why, styles.wide), Spacer(0, 8), _parties(content, setter))]
    heading = setter.section(_("Agreed and accepted"), "acceptance")
    parts = [heading, setter.paragraph(_reference(content, setter), styles.small), Spacer(0, 6)]
    parts += [_choices(content, setter), Spacer(0, 8)] if content.options else []
    parts += [_terms(content, setter), Spacer(0, 10), _signatures(content, setter), Spacer(0, 8)]
    return [together(*parts, _parties(content, setter))]


def _reference(content: ProposalContent, setter: Typesetter) -> str:
    _ = setter.language.gettext
    language = setter.language
    return _("Proposal {number}, version {revision}, {date}. Two copies, one for each party.").format(
        number=content.number, revision=content.revision, date=language.date(content.issued_on)
    )


def _choices(content: ProposalContent, setter: Typesetter) -> Flowable:
    """One line an option, with a box to tick."""
    styles = setter.styles
    rows = []
    for option in content.options:
        box = setter.paragraph(_BOX, styles.box)
        amounts = [[setter.paragraph(text, styles.small_number)] for text in _amounts(content, option, setter)]
        rows.append([[box], [setter.paragraph(option.name, styles.strong)], *amounts])
    return grid(
        rows,
        [20, WIDTH - 20 - 3 * 105, 105, 105, 105],
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, RULE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.5, RULE),
    )


def _amounts(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> list[str]:
    _ = setter.language.gettext
    money, totals = setter.language.money, content.totals(option)
    if not option.lines:
        return ["", "", _("Price to be agreed")]
    amounts = [_("{amount} excl. VAT").format(amount=money(totals.net))]
    exempt = content.seller.vat_exempt
    amounts.append("" if exempt else _("{amount} incl. VAT").format(amount=money(totals.gross)))
    if content.seller.deposit_percent:
        deposit = to_cent(totals.gross * content.seller.deposit_percent / 100)
        return [*amounts, _("deposit {amount}").format(amount=money(deposit))]
    return ["", *amounts]


def _terms(content: ProposalContent, setter: Typesetter) -> Flowable:
    styles = setter.styles
    rows: list[list[Cell]] = [
        [[setter.paragraph(name, styles.column)], [setter.paragraph(sentence, styles.terms)]]
        for name, sentence in terms(content, setter.language)
    ]
    return grid(rows, [92, WIDTH - 92], ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5))


def _signatures(content: ProposalContent, setter: Typesetter) -> Flowable:
    """Two boxes to sign in, one for each party."""
    _ = setter.language.gettext
    styles = setter.styles
    cells: list[Cell] = []
    for party in (content.client.company or content.client.contact, content.seller.name):
        cell: Cell = [setter.paragraph(_("For {party}").format(party=party), styles.strong), Spacer(0, 3)]
        for label in (_("Date:"), _("Name:"), _("Position:"), _("“Agreed and accepted”, signature and stamp:")):
            cell.append(setter.paragraph(label, styles.sign))
        cells.append([*cell, Spacer(0, 30 if styles.tight else 46)])
    half = (WIDTH - GUTTER) / 2
    return grid(
        [[cells[0], [], cells[1]]],
        [half, GUTTER, half],
        ("BOX", (0, 0), (0, 0), 0.6, GREY),
        ("BOX", (2, 0), (2, 0), 0.6, GREY),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    )


def _parties(content: ProposalContent, setter: Typesetter) -> Flowable:
    """Buyer and seller with their legal mentions, side by side."""
    language, style = setter.language, setter.styles.legal
    columns = [client_lines(content.client, language), seller_lines(content.seller, language)]
    cells: list[Cell] = [
        [setter.paragraph(Markup("<br/>".join(setter.text(line) for line in lines)), style)] if lines else []
        for lines in columns
    ]
    half = (WIDTH - GUTTER) / 2
    return grid([[cells[0], [], cells[1]]], [half, GUTTER, half])
