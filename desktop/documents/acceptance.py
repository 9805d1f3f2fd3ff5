"""How to say yes on paper: what is chosen, on which terms, between whom. Without it, the document is no contract."""

from collections.abc import Callable
from dataclasses import replace

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.contact import questions
from desktop.documents.legal import client_lines, seller_lines, terms
from desktop.documents.offers import BOX, at_option
from desktop.documents.prices import headline_part, paced, recurring_prices
from desktop.documents.running import document_name
from desktop.documents.sheet import WIDTH
from desktop.documents.signing import attestation, customer_box
from desktop.documents.styles import GREY, RULE
from desktop.documents.tables import GUTTER, Cell, Command, grid, if_room, together
from desktop.documents.text import Markup
from desktop.documents.typesetter import Typesetter
from desktop.models.catalogue import Billing
from desktop.models.pricing import Line, to_cent, totals
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import OptionBlock, ProposalContent
from desktop.services.signatures import Acceptance

_TICKED = "☑"
_ATTESTED = 64.0
"""Points kept for the attestation of a signature: what is signed shows all that was exported."""

Closing = Callable[[ProposalContent, Typesetter, DocumentKind], list[Flowable]]
"""The end of a document that can be signed: ``acceptance``, or the same filled in."""


def acceptance(
    content: ProposalContent, setter: Typesetter, kind: DocumentKind, signed: Acceptance | None = None
) -> list[Flowable]:
    """The signature block and the terms; for a document that binds nobody, that sentence and who sends it.

    With ``signed``, the block is filled in as the customer did on the screen.
    """
    _ = setter.language.gettext
    styles = setter.styles
    if not content.contractual:
        title = setter.paragraph(_("Non-contractual document"), styles.heading)
        why = _("This document helps to decide together. It commits neither party.")
        return [together(title, setter.paragraph(why, styles.wide), Spacer(0, 8), _parties(content, setter))]
    heading = setter.section(_("Agreed and accepted"), "acceptance")
    parts = [heading, setter.paragraph(_reference(content, setter, kind), styles.small), Spacer(0, 6)]
    parts += [_choices(content, setter, signed.option if signed else None), Spacer(0, 8)] if content.options else []
    parts += [_terms(content, setter), Spacer(0, 10), _signatures(content, setter, signed), Spacer(0, 8)]
    parts += [*attestation(content, signed, setter), Spacer(0, 8)] if signed else []
    asked = questions(content.seller, setter)
    # The ways to reach us stand among our legal mentions too: no page is added for them.
    return [
        together(*parts, _parties(content, setter)),
        *([if_room(asked, 8, 0 if signed else _ATTESTED)] if asked else []),
    ]


def _reference(content: ProposalContent, setter: Typesetter, kind: DocumentKind) -> str:
    _ = setter.language.gettext
    language = setter.language
    return _("{document} {number}, version {revision}, {date}. Two copies, one for each party.").format(
        document=document_name(kind, language),
        number=content.number,
        revision=content.revision,
        date=language.date(content.issued_on),
    )


def _choices(content: ProposalContent, setter: Typesetter, ticked: int | None) -> Flowable:
    """One line an option, with a box to tick or ticked, then one a line that can be added to it."""
    rows: list[list[Cell]] = []
    commands: list[Command] = []
    for place, option in enumerate(content.options):
        commands.append(("LINEABOVE", (0, len(rows)), (-1, len(rows)), 0.5, RULE))
        own = at_option(content, option, setter)
        rows.append(_choice(content, option, own, _TICKED if place == ticked else BOX))
        for line in option.lines:
            if not line.counted:
                commands.append(("SPAN", (1, len(rows)), (2, len(rows))))
                rows.append(_extra(content, line, own))
    return grid(
        rows,
        [20, WIDTH - 20 - 3 * 105, 105, 105, 105],
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, RULE),
        *commands,
    )


def _choice(content: ProposalContent, option: OptionBlock, setter: Typesetter, box: str) -> list[Cell]:
    styles = setter.styles
    name: Cell = [setter.paragraph(option.name, styles.strong)]
    notes = [setter.language.gettext("recommended")] if option.recommended and len(content.options) > 1 else []
    notes += recurring_prices(content, option, setter)
    name += [setter.paragraph(", ".join(notes), styles.caption)] if notes else []
    amounts = [[setter.paragraph(text, styles.small_number)] for text in _amounts(content, option, setter)]
    return [[setter.paragraph(box, styles.box)], name, *amounts]


def _extra(content: ProposalContent, line: Line, setter: Typesetter) -> list[Cell]:
    """A line that the customer may add, with its quantity and its price."""
    _ = setter.language.gettext
    styles, language = setter.styles, setter.language
    what = ", ".join(part for part in (line.label, f"{language.number(line.quantity)} {line.unit}".strip()) if part)
    sums = totals([replace(line, chosen=True)], content.seller.vat_exempt)
    prices = [_("{amount} excl. VAT").format(amount=language.money(sums.net))]
    if not content.seller.vat_exempt:
        prices.append(_("{amount} incl. VAT").format(amount=language.money(sums.gross)))
    cells: list[Cell] = [[setter.paragraph(paced(text, line.billing, setter), styles.small_number)] for text in prices]
    words = _("{box} extra: {what}").format(box=BOX, what=what)
    return [[], [setter.paragraph(words, styles.small)], *([] for _gap in range(3 - len(cells))), *cells]


def _amounts(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> list[str]:
    """Before VAT, VAT included, and the deposit, which is asked on what is paid once."""
    _ = setter.language.gettext
    money, exempt = setter.language.money, content.seller.vat_exempt
    if not content.bill(option).parts:
        return ["", "", _("Price to be agreed")]
    billing, sums = headline_part(content, option)
    gross = "" if exempt else paced(_("{amount} incl. VAT").format(amount=money(sums.gross)), billing, setter)
    amounts = [paced(_("{amount} excl. VAT").format(amount=money(sums.net)), billing, setter), gross]
    if content.seller.deposit_percent and billing is Billing.ONCE:
        deposit = to_cent(sums.gross * content.seller.deposit_percent / 100)
        return [*amounts, _("deposit {amount}").format(amount=money(deposit))]
    return ["", *amounts]


def _terms(content: ProposalContent, setter: Typesetter) -> Flowable:
    styles = setter.styles
    rows: list[list[Cell]] = [
        [
            [setter.paragraph(name, styles.column)],
            [setter.at("company" if place else "validity").paragraph(sentence, styles.terms)],
        ]
        for place, (name, sentence) in enumerate(terms(content, setter.language))
    ]
    return grid(rows, [92, WIDTH - 92], ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5))


def _signatures(content: ProposalContent, setter: Typesetter, signed: Acceptance | None) -> Flowable:
    """Two boxes to sign in, one for each party; that of the customer filled in once they signed."""
    _ = setter.language.gettext
    styles = setter.styles
    cells: list[Cell] = []
    customer = content.client.company or content.client.contact
    for party in (customer, content.seller.name):
        cell: Cell = [setter.paragraph(_("For {party}").format(party=party), styles.strong), Spacer(0, 3)]
        for label in (_("Date:"), _("Name:"), _("Position:"), _("“Agreed and accepted”, signature and stamp:")):
            cell.append(setter.paragraph(label, styles.sign))
        cells.append([*cell, Spacer(0, 30 if styles.tight else 46)])
    if signed:
        cells[0] = customer_box(customer, signed, setter)
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
    columns = {
        "client": client_lines(content.client, language),
        "company": seller_lines(content.seller, language),
    }
    cells: list[Cell] = [
        [setter.at(where).paragraph(Markup("<br/>".join(setter.text(line) for line in lines)), style)] if lines else []
        for where, lines in columns.items()
    ]
    half = (WIDTH - GUTTER) / 2
    return grid([[cells[0], [], cells[1]]], [half, GUTTER, half])
