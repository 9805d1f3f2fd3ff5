"""Who sells and who buys, as the law wants it written on a quotation (design page "French rules checklist")."""

from decimal import Decimal

from desktop.i18n import Language
from desktop.services.proposal_content import Client, ProposalContent, Seller

RECOVERY_COSTS = Decimal(40)
"""Euros, fixed by art. D. 441-5 du Code de commerce."""


def _company(seller: Seller, language: Language) -> str:
    """``Atelier Nord Conseil, SARL au capital de 20 000 €``."""
    _ = language.gettext
    form = seller.legal_form if seller.legal_form.lower() not in seller.name.lower().split() else ""
    if not seller.capital:
        return f"{seller.name}, {form}" if form else seller.name
    if not form:
        return _("{company}, share capital of {capital}").format(company=seller.name, capital=seller.capital)
    return _("{company}, {form} with a share capital of {capital}").format(
        company=seller.name, form=form, capital=seller.capital
    )


def _registrations(seller: Seller, language: Language) -> list[str]:
    _ = language.gettext
    return [
        text.format(value=value)
        for text, value in (
            (_("SIRET {value}"), seller.siret),
            (_("RCS {value}"), seller.rcs),
            (_("VAT no. {value}"), seller.vat_number),
        )
        if value.strip()
    ]


def _join(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part.strip())


def footer_line(seller: Seller, language: Language) -> str:
    """The short legal line at the foot of every page."""
    return _join([_company(seller, language), *_registrations(seller, language)])


def seller_lines(seller: Seller, language: Language) -> list[str]:
    """Every mention of the seller, one a line, empty ones left out."""
    _ = language.gettext
    lines = [
        _company(seller, language),
        _join([seller.address, seller.postcode_city]),
        _join(_registrations(seller, language)),
        _join([seller.phone, seller.email]),
        _("Professional insurance: {insurance}").format(insurance=seller.insurance) if seller.insurance else "",
    ]
    return [line for line in lines if line.strip()]


def client_lines(client: Client, language: Language) -> list[str]:
    """The buyer: company, person, address, SIREN."""
    _ = language.gettext
    person = ", ".join(part for part in (client.contact, client.title) if part.strip())
    siren = _("SIREN {value}").format(value=client.siren) if client.siren else ""
    return [line for line in (client.company, person, client.address, siren) if line.strip()]


def no_vat(language: Language) -> str:
    """The mention a seller under the franchise en base must print."""
    return language.gettext("VAT not applicable (TVA non applicable, art. 293 B du CGI)")


def terms(content: ProposalContent, language: Language) -> list[tuple[str, str]]:
    """The conditions of sale, ``(name, sentence)``.

    The 40 € and the discount for early payment are said whatever the seller wrote, but to professionals only.
    """
    _ = language.gettext
    seller, private = content.seller, content.client.private
    recovery = _(
        "fixed compensation of {amount} for recovery costs (art. D. 441-5 of the French commercial code)"
    ).format(amount=language.money(RECOVERY_COSTS, cents=False))
    deposit = (
        _("{percent} of the total incl. VAT with the order").format(percent=language.percent(seller.deposit_percent))
        if seller.deposit_percent
        else ""
    )
    rows = [
        (_("Validity"), _("until {date}").format(date=language.date(content.valid_until))),
        (_("Payment"), seller.payment_terms),
        (_("Deposit"), deposit),
        (_("Late payment"), seller.late_penalty if private else _join([seller.late_penalty, recovery])),
        (_("Early payment"), "" if private else _("no discount for early payment")),
        (_("VAT"), no_vat(language) if seller.vat_exempt else ""),
    ]
    return [(name, sentence) for name, sentence in rows if sentence.strip()]
