"""What it brings them: their own figures, what they come to in a year, and when the price is earned back."""

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.sheet import WIDTH
from desktop.documents.tables import Cell, grid, room, ruled, together
from desktop.documents.typesetter import Typesetter
from desktop.models.returns import Gain, Returns
from desktop.services.proposal_content import ProposalContent
from desktop.services.return_words import conventions, euros, months_words, product_words

_TABLE_ROOM = 210.0
"""Points that the heading, the three results and the first line of the table take."""


def returned(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """ "Ce que vous y gagnez chaque année": the results, then the figures they come from, each with who said it and
    when. Nothing without a figure of theirs.
    """
    returns = content.returns
    if returns is None or not returns.gains:
        return []
    setter = setter.at("returns")
    _ = setter.language.gettext
    heading = setter.section(_("Return on investment"), "returns")
    note = setter.paragraph(conventions(returns, setter.language), setter.styles.caption)
    table = _table(returns, setter)
    if len(returns.gains) == 1:
        return [together(heading, _results(returns, setter), Spacer(0, 10), table, Spacer(0, 4), note)]
    return [
        room(_TABLE_ROOM),
        heading,
        _results(returns, setter),
        Spacer(0, 10),
        table,
        Spacer(0, 4),
        note,
    ]


def _results(returns: Returns, setter: Typesetter) -> Flowable:
    """Two or three figures side by side, on the tint of the price."""
    styles = setter.styles
    cells: list[Cell] = [
        [setter.paragraph(amount, styles.card_price), setter.paragraph(words, styles.caption)]
        for amount, words in _figures(returns, setter)
    ]
    return grid(
        [cells],
        [WIDTH / len(cells)] * len(cells),
        ("BACKGROUND", (0, 0), (-1, -1), styles.tint),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 9),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
    )


def _figures(returns: Returns, setter: Typesetter) -> list[tuple[str, str]]:
    _, language = setter.language.gettext, setter.language
    cost = euros(returns.cost, language)
    if returns.yearly == returns.cost:
        asked = _("each year")
    elif returns.yearly:
        asked = _("the first year, of which {amount} each year").format(amount=euros(returns.yearly, language))
    else:
        asked = _("once")
    if returns.option.strip():
        asked = _("{option}: {asked}").format(option=returns.option, asked=asked)
    price = _("{amount} incl. VAT") if returns.with_vat else _("{amount} excl. VAT")
    figures = [
        (euros(returns.gain_a_year, language), _("won each year, by your figures")),
        (price.format(amount=cost), asked),
    ]
    if returns.months is not None:
        figures.append((months_words(returns.months, language), _("to earn it back")))
    return figures


def _table(returns: Returns, setter: Typesetter) -> Flowable:
    _ = setter.language.gettext
    styles = setter.styles
    headings: list[Cell] = [[setter.paragraph(words, styles.column)] for words in (_("Your figures"), _("Our reading"))]
    headings.append([setter.paragraph(_("Each year"), styles.column_number)])
    rows: list[list[Cell]] = [
        [_said(gain, setter), _read(gain, setter), [_amount(gain, setter)]] for gain in returns.gains
    ]
    total = len(returns.gains) > 1
    if total:
        amount = setter.paragraph(euros(returns.gain_a_year, setter.language), styles.strong_number)
        rows.append([[setter.paragraph(_("Total each year"), styles.strong)], [], [amount]])
    # A total alone at the head of a page says nothing.
    held = [("NOSPLIT", (0, -2), (-1, -1))] if total else []
    return ruled(headings, rows, [44, 38, 18], *held, pad=styles.row_pad)


def _said(gain: Gain, setter: Typesetter) -> Cell:
    """Their words, figure by figure, with who said them and when."""
    language, styles = setter.language, setter.styles
    cell: Cell = []
    for figure in gain.figures:
        who = [part for part in (figure.speaker, language.date(figure.said_on, "short")) if part.strip()]
        cell += [Spacer(0, 4)] if cell else []
        cell.append(setter.paragraph(setter.quotation(figure.words), styles.quote))
        cell.append(setter.paragraph(", ".join(who), styles.caption))
    return cell


def _read(gain: Gain, setter: Typesetter) -> Cell:
    styles = setter.styles
    cell: Cell = [setter.paragraph(gain.label, styles.strong)] if gain.label.strip() else []
    return [*cell, setter.paragraph(product_words(gain.figures, setter.language), styles.body)]


def _amount(gain: Gain, setter: Typesetter) -> Flowable:
    return setter.paragraph(euros(gain.a_year, setter.language), setter.styles.small_number)
