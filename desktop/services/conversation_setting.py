"""What a conversation finds there before it begins: the rep's company and its catalogue, as a file writes them."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, StringConstraints

from desktop.models.catalogue import Billing, BlockKind, EvidenceKind
from desktop.models.need_kinds import NeedKind
from desktop.services.catalogue import LONGEST_LEAD
from desktop.services.conversation_steps import Flag, Form, Line, Text

Days = Annotated[int, Field(strict=True, ge=1, le=365)]
Euros = Annotated[Decimal, Field(ge=0, le=Decimal(10_000_000), decimal_places=2)]
Percent = Annotated[Decimal, Field(ge=0, le=100)]
YearDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
"""A day of any year: ``12-24``."""


class ClosureForm(Form):
    """Days when nobody works there, every year."""

    name: Line
    first: YearDay
    last: YearDay

    @property
    def kept(self) -> dict[str, str]:
        """An entry of ``Company.closures``."""
        return {"from": self.first, "to": self.last, "name": self.name}


class SellerForm(Form):
    """The rep's company: columns of ``Company``."""

    name: Text
    legal_form: str = ""
    capital: str = ""
    address: str = ""
    postcode_city: str = ""
    siret: str = ""
    rcs: str = ""
    vat_number: str = ""
    vat_exempt: Flag = False
    phone: str = ""
    email: str = ""
    representative: str = ""
    insurance: str = ""
    payment_terms: str = ""
    late_penalty: str = ""
    deposit_percent: Percent = Decimal(0)
    validity_days: Days = 30
    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")] = "#0F6E6E"
    closures: tuple[ClosureForm, ...] = ()

    @property
    def columns(self) -> dict[str, object]:
        """As ``settings.save_company`` takes them."""
        return {**self.model_dump(), "closures": [closure.kept for closure in self.closures]}


class OfferForm(Form):
    """A catalogue entry: columns of ``Offer``."""

    label: Text
    code: str = ""
    detail: str = ""
    answer: str = ""
    benefit: str = ""
    proof: str = ""
    need_kinds: tuple[NeedKind, ...] = ()
    sectors: tuple[Line, ...] = ()
    unit: str = ""
    unit_price: Euros = Decimal(0)
    vat_rate: Percent = Decimal(20)
    billing: Billing = Billing.ONCE
    lead_days: Annotated[int, Field(strict=True, ge=0, le=LONGEST_LEAD)] = 0
    step: Flag = False


class ReferenceForm(Form):
    """Something that proves what is said: columns of ``Reference``."""

    text: Text
    kind: EvidenceKind = EvidenceKind.CASE
    source: str = ""
    need_kinds: tuple[NeedKind, ...] = ()
    sectors: tuple[Line, ...] = ()


class BlockForm(Form):
    """Words of the company, in the language of the conversation: columns of ``StandingBlock``."""

    title: Line
    kind: BlockKind = BlockKind.METHOD
    text: Text
    usual: Flag = True
