"""Page 1, which must suffice alone: it is read in less than a minute, and forwarded to people who were not on the call."""

from decimal import Decimal

from reportlab.platypus import Flowable, Spacer

from desktop.documents.legal import no_vat
from desktop.documents.sheet import WIDTH, Pages
from desktop.documents.tables import GUTTER, Cell, grid, together
from desktop.documents.text import Markup
from desktop.documents.typesetter import Typesetter
from desktop.models.pricing import Totals
from desktop.services.proposal_content import OptionBlock, ProposalContent, Quote

_LONG_TITLE = 90
_LONG_LEAD = 220
"""Signs beyond which the big sizes would fill the page."""


def essentials(content: ProposalContent, setter: Typesetter, pages: Pages) -> list[Flowable]:
    """The whole page: title, strongest quotation, four blocks, price, how to say yes."""
    styles = setter.styles
    long = len(content.title) > _LONG_TITLE
    story = [setter.paragraph(content.title, styles.long_title if long else styles.title)] if content.title else []
    story += [setter.paragraph(_subtitle(content, setter), styles.subtitle), Spacer(0, 20)]
    if content.lead_quote and content.lead_quote.text.strip():
        story += [_lead(content, content.lead_quote, setter), Spacer(0, 26)]
    blocks = _blocks(content, setter)
    if blocks:
        story += [_two_columns(blocks), Spacer(0, 10)]
    if content.options:
        story += [_price_box(content, setter), Spacer(0, 4), *_price_notes(content, setter, pages)]
    return story + _say_yes(content, setter, pages)


def _subtitle(content: ProposalContent, setter: Typesetter) -> str:
    _ = setter.language.gettext
    whom = ", ".join(part for part in (content.client.contact, content.client.company) if part.strip())
    if not content.call_date:
        return _("Proposal for {client}").format(client=whom)
    day = setter.language.date(content.call_date)
    return _("Proposal for {client}, following our conversation of {date}").format(client=whom, date=day)


def _lead(content: ProposalContent, quote: Quote, setter: Typesetter) -> Flowable:
    styles = setter.styles
    client = content.client
    title = client.title if quote.speaker == client.contact else ""
    who = ", ".join(part for part in (quote.speaker, title, setter.language.date(quote.said_on)) if part.strip())
    style = styles.long_lead if len(quote.text) > _LONG_LEAD else styles.lead
    cell = [
        setter.paragraph(setter.quotation(quote.text), style),
        Spacer(0, 4),
        setter.paragraph(who, styles.caption),
    ]
    return grid(
        [[cell]],
        [WIDTH],
        ("LINEBEFORE", (0, 0), (0, -1), 2.4, styles.accent),
        ("LEFTPADDING", (0, 0), (-1, -1), 14),
        ("RIGHTPADDING", (0, 0), (-1, -1), 50),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    )


def _blocks(content: ProposalContent, setter: Typesetter) -> list[Cell]:
    _ = setter.language.gettext
    styles = setter.styles
    cost = [setter.paragraph(content.cost_today, styles.body)] if content.cost_today.strip() else []
    if cost and content.cost_source.strip():
        cost.append(setter.paragraph(content.cost_source, styles.caption))
    gains = [text for text in content.gains if text.strip()]
    blocks: list[tuple[str, Cell]] = [
        (_("Your goal"), [setter.paragraph(content.objective, styles.body)] if content.objective.strip() else []),
        (_("What it costs today"), cost),
        (
            _("Our recommendation"),
            [setter.paragraph(content.recommendation, styles.body)] if content.recommendation.strip() else [],
        ),
        (
            _("What you gain"),
            [setter.paragraph(gains[0], styles.body)] if len(gains) == 1 else setter.items(gains, styles.item),
        ),
    ]
    return [[setter.paragraph(name, styles.heading), *body] for name, body in blocks if body]


def _two_columns(blocks: list[Cell]) -> Flowable:
    pairs = [[blocks[i], blocks[i + 1] if i + 1 < len(blocks) else []] for i in range(0, len(blocks), 2)]
    half = WIDTH / 2
    return grid(
        pairs,
        [half, half],
        ("RIGHTPADDING", (0, 0), (0, -1), GUTTER * 1.5),
        ("LEFTPADDING", (1, 0), (1, -1), GUTTER / 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 18),
    )


def _price_box(content: ProposalContent, setter: Typesetter) -> Flowable:
    styles = setter.styles
    option = content.recommended
    text = _box_text(content, option, setter)
    price = _box_price(content, option, setter)
    return grid(
        [[[setter.paragraph(text, styles.body)], [setter.paragraph(price, styles.price)]]],
        [WIDTH * 0.56, WIDTH * 0.44],
        ("BACKGROUND", (0, 0), (-1, -1), styles.tint),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (0, -1), 15),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 15),
        ("TOPPADDING", (0, 0), (-1, -1), 14),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 16),
    )


def _box_text(content: ProposalContent, option: OptionBlock | None, setter: Typesetter) -> str:
    _ = setter.language.gettext
    if option is None:
        return setter.language.ngettext("{count} option", "{count} options", len(content.options)).format(
            count=len(content.options)
        )
    if content.start_on:
        day = setter.language.date(content.start_on)
        return _("Option “{name}”, in service on {date}").format(name=option.name, date=day)
    return _("Option “{name}”").format(name=option.name)


def _box_price(content: ProposalContent, option: OptionBlock | None, setter: Typesetter) -> str:
    _ = setter.language.gettext
    if option:
        return net_price(content, option, setter)
    nets = [content.totals(each).net for each in content.options if each.lines]
    if not nets:
        return _("Price to be agreed")
    low, high = (setter.language.money(net) for net in (min(nets), max(nets)))
    return _("{low} to {high} excl. VAT").format(low=low, high=high)


def net_price(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> str:
    """The price before VAT as headlines give it."""
    _ = setter.language.gettext
    if not option.lines:
        return _("Price to be agreed")
    return _("{amount} excl. VAT").format(amount=setter.language.money(content.totals(option).net))


def gross_price(content: ProposalContent, totals: Totals, setter: Typesetter) -> str:
    """The same with VAT, in a sentence; without VAT, the mention that says why."""
    _ = setter.language.gettext
    if content.seller.vat_exempt:
        return no_vat(setter.language)
    amount = setter.language.money(totals.gross)
    charged = [rate for rate, _base, tax in totals.vat if tax]
    if len(charged) == 1:
        rate = setter.language.percent(charged[0])
        return _("that is {amount} including {rate} VAT").format(amount=amount, rate=rate)
    return _("that is {amount} including VAT").format(amount=amount)


def _price_notes(content: ProposalContent, setter: Typesetter, pages: Pages) -> list[Flowable]:
    option = content.recommended
    parts = [gross_price(content, content.totals(option), setter) + "."] if option and option.lines else []
    others = len(content.options) - 1 if option else len(content.options)
    notes = setter.text(" ".join(parts))
    page = pages.sections.get("options")
    if others and page:
        sentence = (
            setter.language.ngettext("{count} other option on page {page}.", "{count} other options on page {page}.", others)
            if option
            else setter.language.ngettext("{count} option on page {page}.", "{count} options on page {page}.", others)
        )
        link = setter.link(sentence.format(count=others, page=page), "options")
        notes = Markup(f"{notes} {link}" if notes else link)
    return [setter.paragraph(notes, setter.styles.caption)] if notes else []


def _say_yes(content: ProposalContent, setter: Typesetter, pages: Pages) -> list[Flowable]:
    _ = setter.language.gettext
    seller = content.seller
    sentences: list[str] = []
    if content.contractual:
        sentences.append(setter.link(_sign(content, setter, pages), "acceptance"))
    contact = [part for part in (seller.representative or seller.name, seller.phone, seller.email) if part.strip()]
    if contact:
        sentences.append(setter.text(_("Any question: {contact}.").format(contact=" · ".join(contact))))
    if content.next_step.strip():
        sentences.append(setter.text(content.next_step))
    if not sentences:
        return []
    title = _("To say yes") if content.contractual else _("What happens next")
    paragraphs = [setter.paragraph(Markup(text), setter.styles.wide) for text in sentences]
    return [Spacer(0, 12), together(setter.paragraph(title, setter.styles.heading), *paragraphs)]


def _sign(content: ProposalContent, setter: Typesetter, pages: Pages) -> str:
    _ = setter.language.gettext
    page = pages.sections.get("acceptance", pages.total)
    if content.sign_before:
        day = setter.language.date(content.sign_before)
        return _("Sign page {page} before {date}.").format(page=page, date=day)
    return _("Sign page {page}.").format(page=page)


def price_gap(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> str:
    """How much more or less than the recommended option; empty for that one, or when there is nothing to compare."""
    _ = setter.language.gettext
    reference = content.recommended
    if reference is None or option is reference or not option.lines or not reference.lines:
        return ""
    gap = content.totals(option).net - content.totals(reference).net
    amount = setter.language.money(abs(gap), cents=gap != gap.to_integral_value())
    if gap == Decimal(0):
        return ""
    text = _("{amount} more than the recommended option") if gap > 0 else _("{amount} less than the recommended option")
    return text.format(amount=amount)
