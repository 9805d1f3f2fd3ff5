"""Page 1, which must suffice alone: it is read in a minute, and forwarded to people who were not on the call."""

from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents import fonts
from desktop.documents.offers import at_option
from desktop.documents.prices import headline_amount, headline_price, price_sentence
from desktop.documents.sheet import WIDTH, Pages
from desktop.documents.tables import GUTTER, Cell, grid, together
from desktop.documents.text import Markup
from desktop.documents.typesetter import Typesetter
from desktop.services.proposal_content import OptionBlock, ProposalContent, Quote

_LONG_TITLE = 90
_LONG_LEAD = 220
"""Signs beyond which the big sizes would fill the page."""


def essentials(content: ProposalContent, setter: Typesetter, pages: Pages | None) -> list[Flowable]:
    """The whole page: title, strongest quotation, four blocks, price, how to say yes.

    ``pages`` says where the other pages are; without them it stands alone, and names none.
    """
    styles = setter.styles
    after_title, after_lead = (14, 18) if styles.tight else (24, 30)
    story = [*heading(content, _subtitle(content, setter), setter), Spacer(0, after_title)]
    if content.lead_quote and content.lead_quote.text.strip():
        story += [_lead(content, content.lead_quote, setter.at("lead")), Spacer(0, after_lead)]
    blocks = _blocks(content, setter)
    if blocks:
        story += [_two_columns(blocks), Spacer(0, 10)]
    if content.options:
        story += [_price_box(content, setter), Spacer(0, 4), *_price_notes(content, setter, pages)]
    return story + _say_yes(content, setter, pages)


def heading(content: ProposalContent, whom: str, setter: Typesetter) -> list[Flowable]:
    """The title of the proposal and whom it is for; without a title, that stands in its place."""
    if not content.title.strip():
        return [Spacer(0, 10), _large(whom, setter.at("client"))]
    name = setter.at("client").paragraph(whom, setter.styles.subtitle)
    return [Spacer(0, 10), _large(content.title, setter.at("title")), name]


def _large(words: str, setter: Typesetter) -> Flowable:
    """As large as their length allows."""
    styles = setter.styles
    long = len(words) > _LONG_TITLE
    return setter.paragraph(words, styles.long_title) if long else setter.balanced(words, styles.title, WIDTH - 60)


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

    def words(text: str, where: str) -> Cell:
        return [setter.at(where).paragraph(text, styles.first)] if text.strip() else []

    cost = words(content.cost_today, "cost")
    if cost and content.cost_source.strip():
        cost.append(setter.at("cost").paragraph(content.cost_source, styles.caption))
    blocks: list[tuple[str, str, Cell]] = [
        ("objective", _("Your goal"), words(content.objective, "objective")),
        ("cost", _("What it costs today"), cost),
        ("recommendation", _("Our recommendation"), words(content.recommendation, "recommendation")),
        ("gain:0", _("What you gain"), _gains(content, setter)),
    ]
    return [[setter.at(where).paragraph(name, styles.heading), *body] for where, name, body in blocks if body]


def _gains(content: ProposalContent, setter: Typesetter) -> Cell:
    gains = [text for text in content.gains if text.strip()]
    if len(gains) == 1:
        return [setter.at("gain:0").paragraph(gains[0], setter.styles.first)]
    style = setter.styles.first_item
    return [each for place, text in enumerate(gains) for each in setter.at(f"gain:{place}").items([text], style)]


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
    if option is not None:
        setter = at_option(content, option, setter)
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
        count = len(content.options)
        return setter.language.ngettext("{count} option", "{count} options", count).format(
            count=_in_letters(count, setter)
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


def _price_notes(content: ProposalContent, setter: Typesetter, pages: Pages | None) -> list[Flowable]:
    option = content.recommended
    said = price_sentence(content, option, setter) if option else ""
    others = len(content.options) - 1 if option else len(content.options)
    notes = setter.text(f"{said}." if said else "")
    page = pages.sections.get("options") if pages else None
    if others and pages is None:
        elsewhere = setter.text(_others(others, option is None, setter))
        notes = Markup(f"{notes} {elsewhere}" if notes else elsewhere)
    if others and page:
        link = setter.link(_others(others, option is None, setter, page), "options")
        notes = Markup(f"{notes} {link}" if notes else link)
    return [setter.paragraph(notes, setter.styles.caption)] if notes else []


def _others(count: int, all_of_them: bool, setter: Typesetter, page: int | None = None) -> str:
    """Where the other options are described: on a ``page``, or in another document."""
    ngettext = setter.language.ngettext
    if page is None and all_of_them:
        text = ngettext(
            "{count} option is described in the full proposal.",
            "{count} options are described in the full proposal.",
            count,
        )
    elif page is None:
        text = ngettext(
            "{count} other option is described in the full proposal.",
            "{count} other options are described in the full proposal.",
            count,
        )
    elif all_of_them:
        text = ngettext("{count} option on page {page}.", "{count} options on page {page}.", count)
    else:
        text = ngettext("{count} other option on page {page}.", "{count} other options on page {page}.", count)
    return text.format(count=_in_letters(count, setter), page=page)


def _in_letters(count: int, setter: Typesetter) -> str:
    """``count`` options as a sentence begins: in letters up to ten."""
    pgettext = setter.language.pgettext
    words = {
        1: pgettext("number of options", "One"),
        2: pgettext("number of options", "Two"),
        3: pgettext("number of options", "Three"),
        4: pgettext("number of options", "Four"),
        5: pgettext("number of options", "Five"),
        6: pgettext("number of options", "Six"),
        7: pgettext("number of options", "Seven"),
        8: pgettext("number of options", "Eight"),
        9: pgettext("number of options", "Nine"),
        10: pgettext("number of options", "Ten"),
    }
    return words.get(count, setter.language.number(count))


def _say_yes(content: ProposalContent, setter: Typesetter, pages: Pages | None) -> list[Flowable]:
    _ = setter.language.gettext
    seller = content.seller
    sentences: list[tuple[str, str]] = []
    if content.contractual:
        there = setter.link(_sign(content, setter, pages), "acceptance") if pages else None
        sentences.append(("sign", there or setter.text(_sign_it(content, setter))))
    contact = [part for part in (seller.representative or seller.name, seller.phone, seller.email) if part.strip()]
    if contact:
        sentences.append(("company", setter.text(_("Any question: {contact}.").format(contact=" · ".join(contact)))))
    if content.next_step.strip():
        sentences.append(("next_step", setter.text(content.next_step)))
    if not sentences:
        return []
    heading = _("To say yes") if content.contractual else _("What happens next")
    paragraphs = [setter.at(where).paragraph(Markup(text), setter.styles.wide) for where, text in sentences]
    return [Spacer(0, 12), together(setter.paragraph(heading, setter.styles.heading), *paragraphs)]


def _sign(content: ProposalContent, setter: Typesetter, pages: Pages) -> str:
    _ = setter.language.gettext
    page = pages.sections.get("acceptance", pages.total)
    if content.sign_before:
        day = setter.language.date(content.sign_before)
        return _("Sign page {page} before {date}.").format(page=page, date=day)
    return _("Sign page {page}.").format(page=page)


def _sign_it(content: ProposalContent, setter: Typesetter) -> str:
    _ = setter.language.gettext
    if content.sign_before:
        return _("Sign the proposal before {date}.").format(date=setter.language.date(content.sign_before))
    return _("Sign the proposal.")
