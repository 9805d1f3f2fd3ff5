"""Page 1, which must suffice alone: it is read in a minute, and forwarded to people who were not on the call."""

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents import fonts
from desktop.documents.prices import headline_amount, headline_price, other_price
from desktop.documents.sheet import WIDTH, Pages
from desktop.documents.tables import GUTTER, Cell, grid, together
from desktop.documents.text import Markup
from desktop.documents.typesetter import Typesetter
from desktop.services.proposal_content import OptionBlock, ProposalContent, Quote

_LONG_TITLE = 90
_LONG_LEAD = 220
"""Signs beyond which the big sizes would fill the page."""


def essentials(content: ProposalContent, setter: Typesetter, pages: Pages) -> list[Flowable]:
    """The whole page: title, strongest quotation, four blocks, price, how to say yes."""
    styles = setter.styles
    story = [Spacer(0, 10), *_title(content, setter)]
    story += [setter.paragraph(_subtitle(content, setter), styles.subtitle), Spacer(0, 24)]
    if content.lead_quote and content.lead_quote.text.strip():
        story += [_lead(content, content.lead_quote, setter), Spacer(0, 30)]
    blocks = _blocks(content, setter)
    if blocks:
        story += [_two_columns(blocks), Spacer(0, 10)]
    if content.options:
        story += [_price_box(content, setter), Spacer(0, 4), *_price_notes(content, setter, pages)]
    return story + _say_yes(content, setter, pages)


def _title(content: ProposalContent, setter: Typesetter) -> list[Flowable]:
    if not content.title.strip():
        return []
    styles = setter.styles
    if len(content.title) > _LONG_TITLE:
        return [setter.paragraph(content.title, styles.long_title)]
    return [setter.balanced(content.title, styles.title, WIDTH - 60)]


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
    cost = [setter.paragraph(content.cost_today, styles.first)] if content.cost_today.strip() else []
    if cost and content.cost_source.strip():
        cost.append(setter.paragraph(content.cost_source, styles.caption))
    gains = [text for text in content.gains if text.strip()]
    blocks: list[tuple[str, Cell]] = [
        (_("Your goal"), [setter.paragraph(content.objective, styles.first)] if content.objective.strip() else []),
        (_("What it costs today"), cost),
        (
            _("Our recommendation"),
            [setter.paragraph(content.recommendation, styles.first)] if content.recommendation.strip() else [],
        ),
        (
            _("What you gain"),
            [setter.paragraph(gains[0], styles.first)] if len(gains) == 1 else setter.items(gains, styles.first_item),
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
        ("BOTTOMPADDING", (0, 0), (-1, -1), 16),
    )


def _price_box(content: ProposalContent, setter: Typesetter) -> Flowable:
    styles = setter.styles
    option = content.recommended
    text = _box_text(content, option, setter)
    price = _box_price(content, option, setter)
    figure = setter.paragraph(price, styles.price)
    taken = min(fonts.width(setter.plain(price), fonts.BOLD, 17) + 32, WIDTH / 2)
    return grid(
        [[[setter.paragraph(text, styles.first)], [figure]]],
        [WIDTH - taken, taken],
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
        return headline_price(content, option, setter)
    amounts = [headline_amount(content, each) for each in content.options if each.lines]
    if not amounts:
        return _("Price to be agreed")
    low, high = (setter.language.money(amount) for amount in (min(amounts), max(amounts)))
    if content.client.private:
        return _("{low} to {high} incl. VAT").format(low=low, high=high)
    return _("{low} to {high} excl. VAT").format(low=low, high=high)


def _price_notes(content: ProposalContent, setter: Typesetter, pages: Pages) -> list[Flowable]:
    option = content.recommended
    parts = [other_price(content, content.totals(option), setter) + "."] if option and option.lines else []
    others = len(content.options) - 1 if option else len(content.options)
    notes = setter.text(" ".join(parts))
    page = pages.sections.get("options")
    if others and page:
        link = setter.link(_others(others, option is None, setter).format(count=others, page=page), "options")
        notes = Markup(f"{notes} {link}" if notes else link)
    return [setter.paragraph(notes, setter.styles.caption)] if notes else []


def _others(count: int, all_of_them: bool, setter: Typesetter) -> str:
    _ = setter.language.gettext
    if all_of_them:
        return setter.language.ngettext("{count} option on page {page}.", "{count} options on page {page}.", count)
    words = {1: _("Another option on page {page}."), 2: _("Two other options on page {page}.")}
    return words.get(count, _("{count} other options on page {page}."))


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
