"""Who sells and who buys, from what is saved to the plain values that documents print."""

from desktop.models.prospects import Contact, Prospect
from desktop.models.settings import Company
from desktop.services.proposal_content import Client, Seller


def seller_of(company: Company | None) -> Seller:
    """The rep's company as documents print it; nameless before it was filled in.

    Ask ``settings.company`` for it with its logo: alone, it costs a question more.
    """
    if company is None:
        return Seller(name="")
    return Seller(
        name=company.name,
        legal_form=company.legal_form,
        capital=company.capital,
        address=company.address,
        postcode_city=company.postcode_city,
        siret=company.siret,
        rcs=company.rcs,
        vat_number=company.vat_number,
        vat_exempt=company.vat_exempt,
        phone=company.phone,
        email=company.email,
        representative=company.representative,
        insurance=company.insurance,
        payment_terms=company.payment_terms,
        late_penalty=company.late_penalty,
        deposit_percent=company.deposit_percent,
        accent=company.accent,
        logo=company.logo or b"",
    )


def client_of(prospect: Prospect, contact: Contact | None) -> Client:
    """Who a document is written for: a company and a person there, or a private person."""
    person = contact.name if contact else ""
    return Client(
        company=prospect.company or person,
        contact=person if prospect.company else "",
        title=contact.job_title if contact else "",
        address=prospect.address,
        siren=prospect.siren,
        private=prospect.kind == "b2c",
    )
