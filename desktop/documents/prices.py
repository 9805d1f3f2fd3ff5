"""Prices as sentences, the same on page 1 and on the cards; what is asked once, monthly and yearly stays apart."""

from decimal import Decimal

from desktop.documents.legal import no_vat
from desktop.documents.typesetter import Typesetter
from desktop.models.catalogue import Billing
from desktop.models.pricing import Totals
from desktop.services.proposal_content import OptionBlock, ProposalContent


def headline_part(content: ProposalContent, option: OptionBlock) -> tuple[Billing, Totals]:
    """The sum that is announced, and how often it is asked: the one-off when there is one."""
    parts = content.bill(option).parts
    return parts[0] if parts else (Billing.ONCE, content.totals(option))


def announced(content: ProposalContent, totals: Totals) -> Decimal:
    """What is announced: before VAT between companies, VAT included to a private person (Code de la consommation)."""
    return totals.gross if content.client.private else totals.net


def headline_amount(content: ProposalContent, option: OptionBlock) -> Decimal:
    """The amount that headlines give."""
    return announced(content, headline_part(content, option)[1])


def paced(text: str, billing: Billing, setter: Typesetter) -> str:
    """A price with how often it is asked: ``300,00 € HT par mois``; a one-off one as it is."""
    _ = setter.language.gettext
    if billing is Billing.MONTHLY:
        return _("{price} per month").format(price=text)
    return _("{price} per year").format(price=text) if billing is Billing.YEARLY else text


def _price(content: ProposalContent, totals: Totals, setter: Typesetter) -> str:
    _ = setter.language.gettext
    amount = setter.language.money(announced(content, totals))
    if content.client.private:
        return amount if content.seller.vat_exempt else _("{amount} incl. VAT").format(amount=amount)
    return _("{amount} excl. VAT").format(amount=amount)


def headline_price(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> str:
    """The price as headlines give it."""
    if not content.bill(option).parts:
        return setter.language.gettext("Price to be agreed")
    billing, totals = headline_part(content, option)
    return paced(_price(content, totals, setter), billing, setter)


def recurring_prices(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> list[str]:
    """What comes after the headline, a sentence each: ``puis 300,00 € HT par mois``."""
    _ = setter.language.gettext
    prices = [paced(_price(content, totals, setter), pace, setter) for pace, totals in content.bill(option).parts[1:]]
    return [_("then {price}").format(price=price) for price in prices]


def price_sentence(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> str:
    """All that the headline does not say: its VAT, then what comes back, each with its own; empty without a price."""
    parts = content.bill(option).parts
    if not parts:
        return ""
    said = [other_price(content, parts[0][1], setter)]
    for price, (_pace, totals) in zip(recurring_prices(content, option, setter), parts[1:], strict=True):
        said += [price] if content.seller.vat_exempt else [price, other_price(content, totals, setter)]
    return ", ".join(said)


def other_price(content: ProposalContent, totals: Totals, setter: Typesetter) -> str:
    """What the headline does not say of VAT, in a sentence; without VAT, the mention that says why."""
    _ = setter.language.gettext
    if content.seller.vat_exempt:
        return no_vat(setter.language)
    if content.client.private:
        return _("of which {amount} VAT").format(amount=setter.language.money(totals.gross - totals.net))
    amount = setter.language.money(totals.gross)
    charged = [rate for rate, _base, tax in totals.vat if tax]
    if len(charged) == 1:
        rate = setter.language.percent(charged[0])
        return _("that is {amount} including {rate} VAT").format(amount=amount, rate=rate)
    return _("that is {amount} including VAT").format(amount=amount)


def price_gap(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> str:
    """How much more or less than the recommended option, by how often it is asked.

    Empty for that one, and when there is nothing to compare.
    """
    reference = content.recommended
    if reference is None or option is reference or not option.lines or not reference.lines:
        return ""
    ours, theirs = content.bill(option), content.bill(reference)
    gaps = []
    for billing in Billing:
        gap = announced(content, ours.of(billing)) - announced(content, theirs.of(billing))
        if gap:
            gaps.append(paced(_gap(gap, setter), billing, setter))
    return ", ".join(gaps)


def _gap(gap: Decimal, setter: Typesetter) -> str:
    _ = setter.language.gettext
    amount = setter.language.money(abs(gap), cents=gap != gap.to_integral_value())
    text = _("{amount} more") if gap > 0 else _("{amount} less")
    return text.format(amount=amount)
