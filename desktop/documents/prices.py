"""Prices as sentences, the same on page 1 and on the cards."""

from decimal import Decimal

from desktop.documents.legal import no_vat
from desktop.documents.typesetter import Typesetter
from desktop.models.pricing import Totals
from desktop.services.proposal_content import OptionBlock, ProposalContent


def headline_amount(content: ProposalContent, option: OptionBlock) -> Decimal:
    """What is announced: before VAT between companies, VAT included to a private person (Code de la consommation)."""
    totals = content.totals(option)
    return totals.gross if content.client.private else totals.net


def headline_price(content: ProposalContent, option: OptionBlock, setter: Typesetter) -> str:
    """The price as headlines give it."""
    _ = setter.language.gettext
    if not option.lines:
        return _("Price to be agreed")
    amount = setter.language.money(headline_amount(content, option))
    if content.client.private:
        return amount if content.seller.vat_exempt else _("{amount} incl. VAT").format(amount=amount)
    return _("{amount} excl. VAT").format(amount=amount)


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
    """How much more or less than the recommended option; empty for that one, or when there is nothing to compare."""
    _ = setter.language.gettext
    reference = content.recommended
    if reference is None or option is reference or not option.lines or not reference.lines:
        return ""
    gap = headline_amount(content, option) - headline_amount(content, reference)
    if not gap:
        return ""
    amount = setter.language.money(abs(gap), cents=gap != gap.to_integral_value())
    text = _("{amount} more") if gap > 0 else _("{amount} less")
    return text.format(amount=amount)
