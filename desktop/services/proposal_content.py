"""Everything a proposal says, as plain values: what the proposal services compose and what the documents print.

An empty text, an empty tuple or ``None`` means "nothing to say": the document then leaves the block out.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from desktop.models.backplan import Plan
from desktop.models.catalogue import BlockKind
from desktop.models.followup_kinds import Channel
from desktop.models.pricing import Bill, Line, Totals, bill
from desktop.models.proposals import Door
from desktop.models.returns import Returns

DEFAULT_ACCENT = "#0F6E6E"


@dataclass(frozen=True)
class Seller:
    """The company that sells, with the mentions French law asks of a quotation."""

    name: str
    legal_form: str = ""
    """``SARL``, ``SAS``… without the capital."""
    capital: str = ""
    """As it is written after "au capital de": ``20 000 €``."""
    address: str = ""
    postcode_city: str = ""
    siret: str = ""
    rcs: str = ""
    """The town of the register alone: ``Rennes``."""
    vat_number: str = ""
    vat_exempt: bool = False
    """Franchise en base: no VAT, and the mention of article 293 B du CGI."""
    phone: str = ""
    email: str = ""
    representative: str = ""
    """The person who made the call and answers questions."""
    insurance: str = ""
    payment_terms: str = ""
    late_penalty: str = ""
    deposit_percent: Decimal = Decimal(0)
    """Of the total including VAT, asked with the order; 0 means none."""
    accent: str = DEFAULT_ACCENT
    """``#RRGGBB``; darkened by the document until it reads on white."""
    logo: bytes = b""
    """A PNG, small enough for a document; empty: none."""


@dataclass(frozen=True)
class Client:
    """The company, or the person, the proposal is written for."""

    company: str
    contact: str = ""
    title: str = ""
    """The contact's position, in the language of the document: ``dirigeante``."""
    address: str = ""
    siren: str = ""
    private: bool = False
    """A private person: prices are announced with VAT, and what binds professionals only is left out."""


@dataclass(frozen=True)
class Quote:
    """A citable verbatim. ``confirmed``: said back to the prospect, who agreed."""

    text: str
    speaker: str
    said_on: date
    confirmed: bool = False


@dataclass(frozen=True)
class AgreedStep:
    """When we speak again: a wall clock in a time zone, and by which means."""

    due_local: datetime
    channel: Channel
    zone: str = "Europe/Paris"


@dataclass(frozen=True)
class Agreed:
    """Their needs, read and put in order by themselves on the page turned towards them."""

    name: str
    """Who did; "" when nobody is named."""
    on: date
    signed: bool = True
    """With a signature drawn on that page."""


@dataclass(frozen=True)
class NeedBlock:
    """A need in their words, and everything written across from it."""

    quotes: tuple[Quote, ...] = ()
    understanding: str = ""
    impact: str = ""
    answer: str = ""
    benefit: str = ""
    proof: str = ""


@dataclass(frozen=True)
class Block:
    """Words of the company that stand in the document: how we work, what we commit to, the terms."""

    kind: BlockKind
    title: str
    text: str


@dataclass(frozen=True)
class OptionBlock:
    """One way to say yes. ``answers`` holds the indexes, from 0, of the needs it covers."""

    name: str
    for_whom: str = ""
    included: tuple[str, ...] = ()
    lead_time: str = ""
    lines: tuple[Line, ...] = ()
    recommended: bool = False
    reason: str = ""
    """Why it is the recommended one, if possible in the client's words."""
    answers: tuple[int, ...] = ()
    door: Door = Door.PLAIN


@dataclass(frozen=True)
class ProposalContent:
    """A proposal, whole. ``language`` is ``fr`` or ``en``, whatever that of the screen."""

    language: str
    number: str
    revision: int
    issued_on: date
    valid_until: date
    title: str
    seller: Seller
    client: Client
    call_date: date | None = None
    lead_quote: Quote | None = None
    """The strongest verbatim, which opens page 1; it also stands among the quotes of a need."""
    objective: str = ""
    cost_today: str = ""
    cost_source: str = ""
    """Where the figure of ``cost_today`` comes from: ``selon vos chiffres``."""
    recommendation: str = ""
    gains: tuple[str, ...] = ()
    needs: tuple[NeedBlock, ...] = ()
    to_confirm: tuple[str, ...] = ()
    options: tuple[OptionBlock, ...] = ()
    start_on: date | None = None
    next_step: str = ""
    sign_before: date | None = None
    contractual: bool = True
    """False for a pre-proposal: the document says so and cannot be signed."""
    agreed: Agreed | None = None
    blocks: tuple[Block, ...] = ()
    plan: Plan | None = None
    returns: Returns | None = None
    appointment: AgreedStep | None = None
    """The next follow-up, for the slip they take away. It moves on its own, without making another revision."""

    @property
    def recommended(self) -> OptionBlock | None:
        """The option of page 1: the recommended one, or the only one."""
        if len(self.options) == 1:
            return self.options[0]
        return next((option for option in self.options if option.recommended), None)

    def bill(self, option: OptionBlock) -> Bill:
        """What ``option`` costs from this seller: once, every month and every year, apart."""
        return bill(option.lines, self.seller.vat_exempt)

    def totals(self, option: OptionBlock) -> Totals:
        """What is asked once for ``option``."""
        return self.bill(option).once
