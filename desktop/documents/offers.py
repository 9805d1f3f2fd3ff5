"""The ways to say yes, side by side, then each one priced line by line."""

from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.legal import no_vat
from desktop.documents.prices import headline_part, headline_price, paced, price_gap, recurring_prices
from desktop.documents.sheet import WIDTH
from desktop.documents.styles import RULE
from desktop.documents.tables import GUTTER, Cell, Command, grid, room, ruled, together
from desktop.documents.typesetter import Typesetter
from desktop.models.catalogue import Billing
from desktop.models.pricing import Line, line_net
from desktop.services.proposal_content import OptionBlock, ProposalContent
from desktop.services.proposal_draft import cut

_ABREAST = 3
_TABLE_ROOM = 130.0
_SHORT_LINE = 400
"""Signs up to which the last line of a table can be held together with its totals."""
_QUOTED = 2
"""Needs of an option that its card says in words; more would make a list nobody reads."""
_FIRST_WORDS = 8
BOX = "☐"


@dataclass(frozen=True)
class Sum:
    """A row under the lines; one that ``opens`` begins what is asked at another pace."""

    name: str
    amount: str
    strong: bool = False
    opens: bool = False


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
            story += _detail(content, option, at_option(content, option, setter))
    return story


def _cards(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    """One wide card for a single option, otherwise columns, three abreast."""
    options = content.options
    if len(options) == 1:
        return [_wide_card(content, options[0], at_option(content, options[0], setter))]
    return [_side_by_side(content, options[i : i + _ABREAST], setter) for i in range(0, len(options), _ABREAST)]


def at_option(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> Typesetter:
    """What sets the words of one of the options of ``content``."""
    return setter.at(next(f"option:{place}" for place, each in enumerate(content.options) if each is option))


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
    columns = [_card(content, option, at_option(content, option, setter)) for option in options]
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
    if option.lines and not content.seller.vat_exempt and not content.client.private:
        billing, totals = headline_part(content, option)
        amount = _("{amount} incl. VAT").format(amount=setter.language.money(totals.gross))
        cell.append(setter.paragraph(paced(amount, billing, setter), styles.caption))
    cell += [setter.paragraph(price, styles.small) for price in recurring_prices(content, option, setter)]
    notes = [price_gap(content, option, setter), _open_choices(option, setter)]
    return cell + [setter.paragraph(note, styles.caption) for note in notes if note]


def _open_choices(option: OptionBlock, setter: Typesetter) -> str:
    """That some lines can be added; what they cost stands in the table."""
    count = sum(not line.counted for line in option.lines)
    if not count:
        return ""
    return setter.language.ngettext("{count} extra to choose", "{count} extras to choose", count).format(count=count)


def _facts(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> Cell:
    """Lead time, and the needs it answers: all of them, those few in their words, or by their numbers."""
    _ = setter.language.gettext
    facts = [_("Lead time: {time}").format(time=option.lead_time)] if option.lead_time.strip() else []
    places = [index for index in sorted(set(option.answers)) if 0 <= index < len(content.needs)]
    if places and len(content.needs) > 1:
        if len(places) == len(content.needs):
            facts.append(_("Answers all your points"))
        elif len(places) <= _QUOTED:
            facts += [_answered_words(content, index, setter) for index in places]
        else:
            text = setter.language.ngettext("Answers point {points}", "Answers points {points}", len(places))
            facts.append(text.format(points=", ".join(str(index + 1) for index in places)))
    return [setter.paragraph(fact, setter.styles.caption) for fact in facts]


def _answered_words(content: ProposalContent, index: int, setter: Typesetter) -> str:
    """A need by its number on the page of quotations, and the first words that they said of it."""
    _ = setter.language.gettext
    quotes = [quote.text for quote in content.needs[index].quotes if quote.text.strip()]
    if not quotes:
        return _("Answers point {points}").format(points=index + 1)
    words = setter.quotation(cut(quotes[0], _FIRST_WORDS))
    return _("Answers point {points}: {words}").format(points=index + 1, words=words)


def _detail(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> list[Flowable]:
    _ = setter.language.gettext
    several = len(content.options) > 1
    counted = [line for line in option.lines if line.counted]
    extras = [line for line in option.lines if not line.counted]
    story: list[Flowable] = []
    if counted:
        title = _("{option}: line by line").format(option=option.name) if several else _("Line by line")
        story += [room(_TABLE_ROOM), setter.paragraph(title, setter.styles.heading)]
        story.append(_priced_table(content, option, counted, _total_rows(content, option, setter), setter))
    if extras:
        title = _("{option}: extras to choose, not in the totals").format(option=option.name)
        title = title if several else _("Extras to choose, not in the totals")
        story += [room(_TABLE_ROOM), setter.paragraph(title, setter.styles.heading)]
        story.append(_priced_table(content, option, extras, [], setter))
    return story


def _priced_table(
    content: ProposalContent, option: OptionBlock, lines: list[Line], sums: list[Sum], setter: Typesetter
) -> Flowable:
    """Some lines of an option under one heading, then their sums."""
    _ = setter.language.gettext
    styles = setter.styles
    discounted = any(line.discount for line in option.lines)
    taxed = not content.seller.vat_exempt
    numbers = [_("Quantity"), _("Unit price excl. VAT")]
    numbers += [_("Discount")] if discounted else []
    numbers += [_("VAT")] if taxed else []
    headings: list[Cell] = [[setter.paragraph(_("Item"), styles.column)]]
    headings += [[setter.paragraph(text, styles.column_number)] for text in [*numbers, _("Total excl. VAT")]]
    rows = [_line_cells(line, content, discounted, setter) for line in lines]
    return ruled(
        headings,
        rows + [_sum_cells(each, len(headings), setter) for each in sums],
        [40, 14, 20, *([10] if discounted else []), *([8] if taxed else []), 18],
        *_total_commands(lines[-1], sums, len(headings)),
        pad=styles.line_pad,
        unruled=len(sums),
    )


def _line_cells(line: Line, content: ProposalContent, discounted: bool, setter: Typesetter) -> list[Cell]:
    styles, language = setter.styles, setter.language
    values = [f"{language.number(line.quantity)} {line.unit}".strip(), language.money(line.unit_price)]
    values += [f"−{language.percent(line.discount)}" if line.discount else ""] if discounted else []
    values += [language.percent(line.vat_rate)] if not content.seller.vat_exempt else []
    values.append(paced(language.money(line_net(line)), line.billing, setter))
    numbers = ([setter.paragraph(value, styles.small_number)] if value else [] for value in values)
    return [_designation(line, setter), *numbers]


def _designation(line: Line, setter: Typesetter) -> Cell:
    styles = setter.styles
    label, detail = line.label.strip(), line.detail.strip()
    label = label if line.counted else f"{BOX} {label}".strip()
    cell: Cell = [setter.paragraph(label, styles.small)] if label else []
    cell += [setter.paragraph(detail, styles.caption)] if detail else []
    chosen = setter.language.pgettext("line", "Extra, chosen")
    return cell + ([setter.paragraph(chosen, styles.caption)] if line.optional and line.chosen else [])


def _total_rows(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> list[Sum]:
    """The sums, what is asked once first; each pace has its own VAT."""
    _ = setter.language.gettext
    language = setter.language
    parts = content.bill(option).parts
    sums: list[Sum] = []
    for place, (billing, totals) in enumerate(parts):
        names = _names(billing, setter)
        sums.append(Sum(names[0], language.money(totals.net), opens=True))
        for rate, base, amount in totals.vat:
            text = _("VAT {rate} on {base}").format(rate=language.percent(rate), base=language.money(base))
            sums.append(Sum(text, language.money(amount)))
        if content.seller.vat_exempt:
            sums += [Sum(no_vat(language), "")] if not place else []
            sums.append(Sum(names[2], language.money(totals.gross), strong=True))
        else:
            sums.append(Sum(names[1], language.money(totals.gross), strong=True))
    return sums


def _names(billing: Billing, setter: Typesetter) -> tuple[str, str, str]:
    """What a sum is called: before VAT, including VAT, and where there is none."""
    _ = setter.language.gettext
    if billing is Billing.MONTHLY:
        return _("Total per month excl. VAT"), _("Total per month incl. VAT"), _("Total to pay per month")
    if billing is Billing.YEARLY:
        return _("Total per year excl. VAT"), _("Total per year incl. VAT"), _("Total to pay per year")
    return _("Total excl. VAT"), _("Total incl. VAT"), _("Total to pay")


def _sum_cells(each: Sum, columns: int, setter: Typesetter) -> list[Cell]:
    style = setter.styles.strong_number if each.strong else setter.styles.small_number
    figure: Cell = [setter.paragraph(each.amount, style)] if each.amount else []
    return [[setter.paragraph(each.name, style)], *([] for _column in range(columns - 2)), figure]


def _total_commands(last: Line, sums: list[Sum], columns: int) -> list[Command]:
    """Totals in the same table, held to its last line: a total alone on a page says nothing."""
    if not sums:
        return []
    count = len(sums)
    held = count + 1 if len(last.label) + len(last.detail) < _SHORT_LINE else count
    commands: list[Command] = [
        ("NOSPLIT", (0, -held), (-1, -1)),
        ("TOPPADDING", (0, -count), (-1, -1), 2),
        ("BOTTOMPADDING", (0, -count), (-1, -1), 2),
    ]
    commands += [
        ("TOPPADDING", (0, place - count), (-1, place - count), 5) for place in range(count) if sums[place].opens
    ]
    commands += [("SPAN", (0, -row), (columns - 2, -row)) for row in range(1, count + 1)]
    return commands
