"""The document built from needs, and the one to three ways to say yes."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Quantity
from desktop.models.catalogue import Billing


class ProposalState(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Door(StrEnum):
    """What an option is meant to be (proposal.md, "three doors"); plain for one made by hand."""

    PLAIN = ""
    BUDGET = "budget"
    WHOLE = "whole"
    STEP = "step"


class DocumentKind(StrEnum):
    """What is made from one proposal."""

    PROPOSAL = "proposal"
    SUMMARY = "summary"
    QUOTATION = "quotation"
    PLAN = "plan"
    SLIP = "slip"


class Proposal(Base):
    """A proposal for one prospect, in the customer's language; ``P-2026-0042`` is its year and its rank in it."""

    __tablename__ = "proposals"
    __table_args__ = (UniqueConstraint("year", "rank"), Index(None, "state", "valid_until"))

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"), index=True)
    call_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("calls.id"))
    contact_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contacts.id"))
    year: Mapped[int]
    rank: Mapped[int]
    state: Mapped[ProposalState] = mapped_column(default=ProposalState.DRAFT)
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    objective: Mapped[str] = mapped_column(default="")
    cost_today: Mapped[str] = mapped_column(default="")
    recommendation: Mapped[str] = mapped_column(default="")
    gains: Mapped[list[str]] = mapped_column(default=list)
    to_confirm: Mapped[list[str]] = mapped_column(default=list)
    lead_verbatim_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("entries.id"))
    """The verbatim that opens page 1."""
    contractual: Mapped[bool] = mapped_column(default=True)
    """False for a pre-proposal: no acceptance block, and the document says so."""
    price_reason: Mapped[str] = mapped_column(default="")
    """Why a price is given although the matrix cell does not call for one."""
    issued_on: Mapped[date]
    valid_until: Mapped[date]
    start_on: Mapped[date | None]
    sign_before: Mapped[date | None]
    next_step: Mapped[str] = mapped_column(default="")
    wished_on: Mapped[date | None]
    """The day by which the customer wants it to work: the plan is counted back from it."""
    plan: Mapped[list[Any]] = mapped_column(default=list)
    """The steps of the plan, as ``services.proposal_plan`` writes them; empty: none is printed."""
    returns: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """The customer's own figures that the return is counted from, as ``services.proposal_returns`` writes them."""
    blocks: Mapped[list[Any]] = mapped_column(default=list)
    """Standing blocks as they stand in this proposal: ``{"kind", "title", "text"}``, in order."""
    state_at: Mapped[datetime | None]
    """When it took its state."""
    refusal: Mapped[str] = mapped_column(default="")
    """Why it was refused, in the rep's words."""
    states: Mapped[list[Any]] = mapped_column(default=list)
    """Every state it took, as ``services.proposal_states`` writes them, the last one being where it stands."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    @property
    def number(self) -> str:
        return f"P-{self.year}-{self.rank:04d}"


class ProposalNeed(Base):
    """A need as this proposal answers it."""

    __tablename__ = "proposal_needs"
    __table_args__ = (Index(None, "proposal_id", "position"),)

    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("proposals.id"))
    need_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("needs.id"))
    position: Mapped[int]
    included: Mapped[bool] = mapped_column(default=True)
    understanding: Mapped[str] = mapped_column(default="")
    impact: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    benefit: Mapped[str] = mapped_column(default="")
    proof: Mapped[str] = mapped_column(default="")


class Option(Base):
    """One way to say yes, named by what it brings."""

    __tablename__ = "options"
    __table_args__ = (Index(None, "proposal_id", "position"),)

    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("proposals.id"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(default="")
    for_whom: Mapped[str] = mapped_column(default="")
    lead_time: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    """Why it is the recommended one."""
    door: Mapped[Door] = mapped_column(default=Door.PLAIN)
    recommended: Mapped[bool] = mapped_column(default=False)
    included: Mapped[list[str]] = mapped_column(default=list)
    """What the customer gets, a line each, in words."""
    answers: Mapped[list[str]] = mapped_column(default=list)
    """Keys of the ``ProposalNeed`` it covers, as text."""
    proposed: Mapped[str] = mapped_column(default="")
    """Digest of what was proposed, words and lines: another one now says that it was edited by hand since."""
    deleted_at: Mapped[datetime | None]


class OptionLine(Base):
    """One priced line of an option; prices are before VAT."""

    __tablename__ = "option_lines"
    __table_args__ = (Index(None, "option_id", "position"),)

    option_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("options.id"))
    position: Mapped[int]
    label: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="")
    quantity: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(1))
    unit: Mapped[str] = mapped_column(default="")
    unit_price: Mapped[Decimal] = mapped_column(default=Decimal(0))
    vat_rate: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(20))
    discount: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(0))
    """Percent, taken off before VAT."""
    billing: Mapped[Billing] = mapped_column(default=Billing.ONCE)
    optional: Mapped[bool] = mapped_column(default=False)
    """Offered with a real quantity, and left out of the totals until the customer chooses it."""
    chosen: Mapped[bool] = mapped_column(default=False)
    """For an optional line."""
    offer_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("offers.id"))
    catalogue_price: Mapped[Decimal | None]
    """The price of the offer when the line was made: when that of the catalogue is another one, it can be taken up."""
    deleted_at: Mapped[datetime | None]


class ProposalExport(Base):
    """What was handed to the customer: the very bytes, their digest, and what they were made from."""

    __tablename__ = "proposal_exports"
    __table_args__ = (UniqueConstraint("proposal_id", "revision", "document"),)

    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("proposals.id"))
    revision: Mapped[int]
    document: Mapped[DocumentKind] = mapped_column(default=DocumentKind.PROPOSAL)
    at: Mapped[datetime]
    file_name: Mapped[str]
    sha256: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    pdf: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Signature(Base):
    """A customer's agreement, given in person on this screen: nothing more is claimed of it."""

    __tablename__ = "signatures"
    __table_args__ = (Index(None, "proposal_id", "at"),)

    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("proposals.id"))
    export_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("proposal_exports.id"))
    """What was read and signed; its digest stands on the signed document."""
    option_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("options.id"))
    """The option that was ticked."""
    name: Mapped[str]
    quality: Mapped[str] = mapped_column(default="")
    """In what quality they sign: "gérante"."""
    place: Mapped[str] = mapped_column(default="")
    strokes: Mapped[list[Any]] = mapped_column(deferred=True)
    """The drawing, as that of a shared page."""
    sha256: Mapped[str]
    """Of the signed document."""
    pdf: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
