"""What the rep writes in the proposal of a conversation, hands over, changes once they have read it, and has signed."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from desktop.models.catalogue import Billing
from desktop.models.proposals import DocumentKind, Door
from desktop.services.conversation_setting import Days, Euros, Percent
from desktop.services.conversation_steps import Flag, Form, Line, Words

Quantity = Annotated[Decimal, Field(gt=0, le=100_000)]
Place = Annotated[int, Field(strict=True, ge=1, le=3)]


class NeedForm(Form):
    """A need as the proposal answers it; ``verbatim`` is one of the lines said."""

    verbatim: Line
    included: Flag = True
    understanding: str = ""
    impact: str = ""
    answer: str = ""
    benefit: str = ""
    proof: str = ""


class LineForm(Form):
    """A priced line, before VAT. One that bears the name of a line that is there changes it."""

    label: Line
    quantity: Quantity = Decimal(1)
    unit: Words = ""
    unit_price: Euros = Decimal(0)
    vat_rate: Percent = Decimal(20)
    discount: Percent = Decimal(0)
    billing: Billing = Billing.ONCE
    optional: Flag = False
    chosen: Flag = False


class OptionForm(Form):
    """A way to say yes; with ``door``, the one that the program proposed for it, and what is changed there."""

    name: Words = ""
    for_whom: Words = ""
    lead_time: Words = ""
    reason: Words = ""
    recommended: Flag = False
    door: Door = Door.PLAIN
    covers: tuple[Line, ...] = ()
    """Verbatims of the needs it answers."""
    lines: tuple[LineForm, ...] = ()


class GainForm(Form):
    """A gain of the return: ``figures`` are those that the program finds in their words, letter for letter."""

    label: Line
    figures: Annotated[tuple[Line, ...], Field(min_length=1)]


class HandOverForm(Form):
    """What leaves besides the proposal itself."""

    documents: tuple[DocumentKind, ...] = ()
    calendar: Flag = False
    """The dates as a file for calendars."""
    message: Flag = False
    """A draft to send from the rep's own mail program."""
    sent: Flag = False
    """The rep says that it left."""


class PageForm(Form):
    """The words of a proposal; what is left out stays as the program prepared it."""

    title: str = ""
    objective: str = ""
    cost_today: str = ""
    recommendation: str = ""
    gains: tuple[Line, ...] = ()
    to_confirm: tuple[Line, ...] = ()
    opens_with: str = ""
    """The verbatim that opens page 1."""
    validity: Days | None = None
    start_on: date | None = None
    sign_before: date | None = None
    next_step: str = ""
    wished_on: date | None = None
    """The day that the plan is counted back from."""
    options: tuple[OptionForm, ...] = ()
    hand_over: HandOverForm = HandOverForm()


class RevisionForm(PageForm):
    """The proposal taken up again another day."""

    at: datetime
    """A wall clock."""


class SignatureForm(Form):
    """Their agreement, given on the page turned towards them."""

    option: Place
    """From 1, as they stand on the page."""
    name: Line
    quality: Words = ""
    place: Words = ""
    follow_up: Flag = False
    """The first follow-up that the program offers then is planned."""


class ProposalForm(PageForm):
    """What the rep writes in the proposal, over what the program has prepared from the call."""

    needs: tuple[NeedForm, ...] = ()
    doors: Flag = False
    """The options are those that the program finds in the catalogue."""
    returns: tuple[GainForm, ...] = ()
    revision: RevisionForm | None = None
    signature: SignatureForm | None = None
