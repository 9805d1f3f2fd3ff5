"""The ways to say yes, side by side, then each one priced line by line."""

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.legal import no_vat
from desktop.documents.prices import headline_price, price_gap
from desktop.documents.sheet import WIDTH
from desktop.documents.styles import RULE
from desktop.documents.tables import GUTTER, Cell, Command, grid, room, ruled, together
from desktop.documents.typesetter import Typesetter
from desktop.models.pricing import Line, line_net
from desktop.services.proposal_content import OptionBlock, ProposalContent

_ABREAST = 3
_TABLE_ROOM = 130.0
_SHORT_LINE = 400
"""Signs up to which the last line of a table can be held together with its totals."""


def offers(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """ "Options et investissement": cards, then a detailed table and totals for each option with lines."""
    if not content.options:
        return []
    _ = setter.language.gettext
    title = _("Options and investment") if len(content.options) > 1 else _("Investment")
    first, *others = _cards(content, setter)
    story: list[Flowable] = [together(setter.section(title, "options"), Spacer(0, 4), first)]
    for cards in others:
        story += [Spacer(0, GUTTER), cards]
    for option in content.options:
        if option.lines:
            story += _detail(content, option, setter)
    return story


def _cards(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """One wide card for a single option, otherwise columns, three abreast."""
    options = content.options
    if len(options) == 1:
        return [_wide_card(content, options[0], setter)]
    return [_side_by_side(content, options[i : i + _ABREAST], setter) for i in range(0, len(options), _ABREAST)]


def _wide_card(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> Flowable:
    styles = setter.styles
    name = setter.paragraph(option.name, styles.card_name)
    left = [name, *_prices(content, option, setter), *_facts(content, option, setter)]
    right = [setter.paragraph(option.for_whom, styles.body)] if option.for_whom.strip() else []
    right += setter.items(option.included, styles.item)
    right += [setter.paragraph(option.reason, styles.body)] if option.reason.strip() else []
    return grid(
        [[left, right]],
        [WIDTH * 0.38, WIDTH * 0.62],
        ("BACKGROUND", (0, 0), (-1, -1), setter.styles.tint),
        ("BOX", (0, 0), (-1, -1), 1.2, setter.styles.accent),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 10),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 12),
    )


def _side_by_side(content: ProposalContent, options: tuple[OptionBlock, ...], setter: Typesetter) -> Flowable:
    """Columns that share their rows, so that prices and lists line up across options."""
    columns = [_card(content, option, setter) for option in options]
    rows = [row for row in zip(*columns, strict=True) if any(row)]
    count = len(options)
    card = (WIDTH - GUTTER * (count - 1)) / count
    widths = [card if i % 2 == 0 else GUTTER for i in range(2 * count - 1)]
    spread: list[list[Cell]] = [[row[i // 2] if i % 2 == 0 else [] for i in range(2 * count - 1)] for row in rows]
    commands: list[Command] = []
    for index, option in enumerate(options):
        column = 2 * index
        area = ((column, 0), (column, -1))
        commands += [("LEFTPADDING", *area, 10), ("RIGHTPADDING", *area, 10), ("TOPPADDING", *area, 3)]
        commands += [("BOTTOMPADDING", *area, 3)]
        if option.recommended:
            commands += [("BACKGROUND", *area, setter.styles.tint), ("BOX", *area, 1.4, setter.styles.accent)]
        else:
            commands.append(("BOX", *area, 0.5, RULE))
        commands += [("TOPPADDING", (column, 0), (column, 0), 8), ("BOTTOMPADDING", (column, -1), (column, -1), 10)]
    return grid(spread, widths, *commands)


def _card(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> list[Cell]:
    """The cells of one option, always as many, empty where it has nothing to say."""
    _ = setter.language.gettext
    styles = setter.styles
    name: Cell = [setter.paragraph(option.name, styles.card_name)]
    return [
        [setter.paragraph(_("Recommended"), styles.tag)] if option.recommended else [],
        name,
        _prices(content, option, setter),
        [setter.paragraph(option.for_whom, styles.small)] if option.for_whom.strip() else [],
        setter.items(option.included, styles.small_item),
        _facts(content, option, setter),
        [setter.paragraph(option.reason, styles.small)] if option.recommended and option.reason.strip() else [],
    ]


def _prices(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> Cell:
    styles = setter.styles
    cell: Cell = [setter.paragraph(headline_price(content, option, setter), styles.card_price)]
    _ = setter.language.gettext
    notes = [price_gap(content, option, setter)]
    if option.lines and not content.seller.vat_exempt and not content.client.private:
        amount = setter.language.money(content.totals(option).gross)
        notes.insert(0, _("{amount} incl. VAT").format(amount=amount))
    return cell + [setter.paragraph(note, styles.caption) for note in notes if note]


def _facts(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> Cell:
    """Lead time, and the needs it answers by their numbers on the page of quotations."""
    _ = setter.language.gettext
    facts = [_("Lead time: {time}").format(time=option.lead_time)] if option.lead_time.strip() else []
    numbers = [str(index + 1) for index in sorted(set(option.answers)) if 0 <= index < len(content.needs)]
    if numbers and len(content.needs) > 1:
        if len(numbers) == len(content.needs):
            facts.append(_("Answers all your points"))
        else:
            text = setter.language.ngettext("Answers point {points}", "Answers points {points}", len(numbers))
            facts.append(text.format(points=", ".join(numbers)))
    return [setter.paragraph(fact, setter.styles.caption) for fact in facts]


def _detail(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> list[Flowable]:
    _ = setter.language.gettext
    styles = setter.styles
    discounted = any(line.discount for line in option.lines)
    taxed = not content.seller.vat_exempt
    numbers = [_("Quantity"), _("Unit price excl. VAT")]
    numbers += [_("Discount")] if discounted else []
    numbers += [_("VAT")] if taxed else []
    headings: list[Cell] = [[setter.paragraph(_("Item"), styles.column)]]
    headings += [[setter.paragraph(text, styles.column_number)] for text in [*numbers, _("Total excl. VAT")]]
    rows = [_line_cells(line, content, discounted, setter) for line in option.lines]
    totals = _total_rows(content, option, len(headings), setter)
    widths = [40, 14, 20, *([10] if discounted else []), *([8] if taxed else []), 18]
    table = ruled(
        headings,
        rows + totals,
        widths,
        *_total_commands(option, len(totals), len(headings)),
        pad=styles.line_pad,
        unruled=len(totals),
    )
    several = len(content.options) > 1
    title = _("{option}: line by line").format(option=option.name) if several else _("Line by line")
    return [room(_TABLE_ROOM), setter.paragraph(title, styles.heading), table]


def _line_cells(line: Line, content: ProposalContent, discounted: bool, setter: Typesetter) -> list[Cell]:
    styles, language = setter.styles, setter.language
    values = [f"{language.number(line.quantity)} {line.unit}".strip(), language.money(line.unit_price)]
    values += [f"−{language.percent(line.discount)}" if line.discount else ""] if discounted else []
    values += [language.percent(line.vat_rate)] if not content.seller.vat_exempt else []
    values.append(language.money(line_net(line)))
    numbers = ([setter.paragraph(value, styles.small_number)] if value else [] for value in values)
    return [_designation(line, setter), *numbers]


def _designation(line: Line, setter: Typesetter) -> Cell:
    styles = setter.styles
    label, detail = line.label.strip(), line.detail.strip()
    cell: Cell = [setter.paragraph(label, styles.small)] if label else []
    return cell + ([setter.paragraph(detail, styles.caption)] if detail else [])


def _total_rows(content: ProposalContent, option: OptionBlock, columns: int, setter: Typesetter) -> list[list[Cell]]:
    _ = setter.language.gettext
    styles, language, totals = setter.styles, setter.language, content.totals(option)
    entries = [(_("Total excl. VAT"), language.money(totals.net), False)]
    for rate, base, amount in totals.vat:
        text = _("VAT {rate} on {base}").format(rate=language.percent(rate), base=language.money(base))
        entries.append((text, language.money(amount), False))
    if content.seller.vat_exempt:
        entries.append((no_vat(language), "", False))
        entries.append((_("Total to pay"), language.money(totals.gross), True))
    else:
        entries.append((_("Total incl. VAT"), language.money(totals.gross), True))
    rows: list[list[Cell]] = []
    for text, total, strong in entries:
        style = styles.strong_number if strong else styles.small_number
        figure: Cell = [setter.paragraph(total, style)] if total else []
        rows.append([[setter.paragraph(text, style)], *([] for _column in range(columns - 2)), figure])
    return rows


def _total_commands(option: OptionBlock, totals: int, columns: int) -> list[Command]:
    """Totals in the same table, held to its last line: a total alone on a page says nothing."""
    last = option.lines[-1]
    held = totals + 1 if len(last.label) + len(last.detail) < _SHORT_LINE else totals
    commands: list[Command] = [
        ("NOSPLIT", (0, -held), (-1, -1)),
        ("TOPPADDING", (0, -totals), (-1, -1), 2),
        ("BOTTOMPADDING", (0, -totals), (-1, -1), 2),
        ("TOPPADDING", (0, -totals), (-1, -totals), 5),
    ]
    commands += [("SPAN", (0, -row), (columns - 2, -row)) for row in range(1, totals + 1)]
    return commands
