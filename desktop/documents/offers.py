"""The ways to say yes, side by side, then each one priced line by line."""

from reportlab.platypus import Flowable, Spacer

from desktop.documents.essentials import gross_price, net_price, price_gap
from desktop.documents.legal import no_vat
from desktop.documents.sheet import WIDTH
from desktop.documents.styles import RULE
from desktop.documents.tables import GUTTER, Cell, Command, grid, room, ruled, together
from desktop.documents.typesetter import Typesetter
from desktop.models.pricing import Line, line_net
from desktop.services.proposal_content import OptionBlock, ProposalContent

_TABLE_ROOM = 130.0
_SHORT_LINE = 400
"""Signs up to which the last line of a table can be held together with its totals."""


def offers(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """"Options et investissement": cards, then a detailed table and totals for each option with lines."""
    if not content.options:
        return []
    _ = setter.language.gettext
    title = _("Options and investment") if len(content.options) > 1 else _("Investment")
    heading = setter.section(title, "options")
    cards = _cards(content, setter)
    story: list[Flowable] = [together(heading, Spacer(0, 4), cards)]
    for option in content.options:
        if option.lines:
            story += _detail(content, option, setter)
    return story


def _cards(content: ProposalContent, setter: Typesetter) -> Flowable:
    """Columns that share their rows, so that prices and lists line up across options."""
    single = len(content.options) == 1
    columns = [_wide_card(content, setter)] if single else [_card(content, each, setter) for each in content.options]
    if single:
        return _framed(list(zip(*columns[0], strict=True)), [WIDTH * 0.4, WIDTH * 0.6], setter)
    rows = [row for row in zip(*columns, strict=True) if any(row)]
    return _side_by_side(content, rows, setter)


def _framed(columns: list[tuple[Cell, ...]], widths: list[float], setter: Typesetter) -> Flowable:
    return grid(
        columns,
        widths,
        ("BACKGROUND", (0, 0), (-1, -1), setter.styles.tint),
        ("BOX", (0, 0), (-1, -1), 1.2, setter.styles.accent),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 10),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 12),
    )


def _side_by_side(content: ProposalContent, rows: list[tuple[Cell, ...]], setter: Typesetter) -> Flowable:
    count = len(content.options)
    card = (WIDTH - GUTTER * (count - 1)) / count
    widths = [card if i % 2 == 0 else GUTTER for i in range(2 * count - 1)]
    spread: list[list[Cell]] = [[row[i // 2] if i % 2 == 0 else [] for i in range(2 * count - 1)] for row in rows]
    commands: list[Command] = []
    for index, option in enumerate(content.options):
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


def _wide_card(content: ProposalContent, setter: Typesetter) -> list[tuple[Cell, ...]]:
    styles = setter.styles
    option = content.options[0]
    left = [
        setter.paragraph(option.name, styles.card_name),
        *_prices(content, option, setter),
        *_facts(content, option, setter),
    ]
    right = [setter.paragraph(option.for_whom, styles.small)] if option.for_whom.strip() else []
    right += setter.items(option.included, styles.small_item)
    right += [setter.paragraph(option.reason, styles.small)] if option.reason.strip() else []
    return [(left,), (right,)]


def _prices(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> Cell:
    styles = setter.styles
    cell: Cell = [setter.paragraph(net_price(content, option, setter), styles.card_price)]
    notes = [gross_price(content, content.totals(option), setter)] if option.lines else []
    notes.append(price_gap(content, option, setter))
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
    numbers = [_("Quantity"), _("Unit price excl. VAT"), *([_("Discount")] if discounted else []), _("VAT")]
    headings: list[Cell] = [[setter.paragraph(_("Item"), styles.column)]]
    headings += [[setter.paragraph(text, styles.column_number)] for text in [*numbers, _("Total excl. VAT")]]
    rows = [_line_cells(line, content, discounted, setter) for line in option.lines]
    totals = _total_rows(content, option, len(headings), setter)
    widths = [44, 15, 16, *([10] if discounted else []), 9, 17]
    table = ruled(headings, rows + totals, widths, *_total_commands(option, len(totals), len(headings), setter), pad=3.5)
    name = option.name if len(content.options) > 1 else _("Line by line")
    title = _("{option}: line by line").format(option=name) if len(content.options) > 1 else name
    return [room(_TABLE_ROOM), setter.paragraph(title, styles.heading), table]


def _line_cells(line: Line, content: ProposalContent, discounted: bool, setter: Typesetter) -> list[Cell]:
    styles, language = setter.styles, setter.language
    label: Cell = [setter.paragraph(line.label, styles.small)] if line.label.strip() else []
    label += [setter.paragraph(line.detail, styles.caption)] if line.detail.strip() else []
    rate = language.percent(line.vat_rate) if not content.seller.vat_exempt else "–"
    values = [f"{language.number(line.quantity)} {line.unit}".strip(), language.money(line.unit_price)]
    values += ([f"−{language.percent(line.discount)}"] if line.discount else [""]) if discounted else []
    values += [rate, language.money(line_net(line))]
    return [label, *([setter.paragraph(value, styles.small_number)] if value else [] for value in values)]


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
    rows = []
    for text, amount, strong in entries:
        style = styles.strong_number if strong else styles.small_number
        cells = [[setter.paragraph(text, style)], [setter.paragraph(amount, style)] if amount else []]
        rows.append([cells[0], *([[]] * (columns - 2)), cells[1]])
    return rows


def _total_commands(option: OptionBlock, totals: int, columns: int, setter: Typesetter) -> list[Command]:
    """Totals in the same table, held to its last line: a total alone on a page says nothing."""
    last = option.lines[-1]
    held = totals + 1 if len(last.label) + len(last.detail) < _SHORT_LINE else totals
    commands: list[Command] = [
        ("NOSPLIT", (0, -held), (-1, -1)),
        ("LINEBELOW", (0, -totals), (-1, -1), 0, None),
        ("TOPPADDING", (0, -totals), (-1, -1), 2),
        ("BOTTOMPADDING", (0, -totals), (-1, -1), 2),
        ("TOPPADDING", (0, -totals), (-1, -totals), 5),
    ]
    commands += [("SPAN", (0, -row), (columns - 2, -row)) for row in range(1, totals + 1)]
    return commands
