"""« Questions ? »: who to ask, in clear, and the same as a card that a telephone puts among its contacts."""

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable, Spacer

from desktop.documents.event import property_value
from desktop.documents.qr import qr_code
from desktop.documents.sheet import WIDTH
from desktop.documents.styles import RULE
from desktop.documents.tables import GUTTER, grid
from desktop.documents.typesetter import Typesetter
from desktop.services.proposal_content import Seller

_CODE = 28.5 * mm
"""Four tenths of a millimetre a square for an ordinary card: read from a cheap printer at a hand's length."""


def questions(seller: Seller, setter: Typesetter) -> Flowable | None:
    """Name, telephone and e-mail of who follows the proposal, beside their card; ``None`` without either way."""
    card = card_text(seller)
    if not card:
        return None
    setter = setter.at("company")
    _ = setter.language.gettext
    styles = setter.styles
    ways = [part for part in (seller.phone, seller.email) if part.strip()]
    words = [
        setter.paragraph(_("Questions?"), styles.tag),
        *([setter.paragraph(_name(seller), styles.strong)] if _name(seller) else []),
        *(setter.paragraph(way, styles.small) for way in ways),
        Spacer(0, 4),
        setter.paragraph(_("Point your phone’s camera at this code: it saves these details."), styles.caption),
    ]
    return grid(
        [[words, [qr_code(card, _CODE)]]],
        [WIDTH - _CODE, _CODE],
        ("LINEABOVE", (0, 0), (-1, 0), 0.5, RULE),
        ("VALIGN", (0, 0), (0, 0), "MIDDLE"),
        ("RIGHTPADDING", (0, 0), (0, 0), GUTTER),
    )


def card_text(seller: Seller) -> str:
    """A vCard (RFC 2426: version 3, which every telephone reads); "" without a telephone and an e-mail address."""
    ways = [("TEL;TYPE=WORK", property_value(seller.phone)), ("EMAIL", property_value(seller.email))]
    reach = [f"{name}:{value}" for name, value in ways if value]
    if not reach:
        return ""
    name, company = property_value(_name(seller)), property_value(seller.name)
    return "\r\n".join([
        "BEGIN:VCARD",
        "VERSION:3.0",
        # Which part of a name is the family's is not known: telephones show the whole one.
        f"N:{name};;;;",
        f"FN:{name}",
        *([f"ORG:{company}"] if company else []),
        *reach,
        "END:VCARD",
        "",
    ])  # fmt: skip


def _name(seller: Seller) -> str:
    return seller.representative.strip() or seller.name.strip()
