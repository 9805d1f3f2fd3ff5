"""The form of a conversation file: setting, call as a rep lives it, end, proposal; see ``docs/conversations.md``."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from desktop.i18n import _
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.grids import TOP_LEVEL, Grid
from desktop.models.matrix import Heat
from desktop.models.scripts import Script
from desktop.models.statuses import ContactRole
from desktop.services import capture, templates

Text = Annotated[str, StringConstraints(min_length=1)]
Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n]*$")]
Words = Annotated[str, StringConstraints(pattern=r"^[^\n]*$")]
"""A line that may be empty."""
Yes = Literal[True]
Flag = Annotated[bool, Field(strict=True)]
Level = Annotated[int, Field(strict=True, ge=0, le=TOP_LEVEL)]
Minutes = Annotated[int, Field(strict=True, ge=1, le=240)]
Seconds = Annotated[int, Field(strict=True, ge=0, le=86_400)]
Days = Annotated[int, Field(strict=True, ge=1, le=365)]
Euros = Annotated[Decimal, Field(ge=0, le=Decimal(10_000_000), decimal_places=2)]
Percent = Annotated[Decimal, Field(ge=0, le=100)]
Quantity = Annotated[Decimal, Field(gt=0, le=100_000)]
# Under their own names, the fields "date" and "time" would hide these types from one another.
Day = date
Hour = time


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Setting(_Form):
    """When, in which language and with which templates the conversation is held."""

    title: Text
    language: Literal["fr", "en"]
    now: datetime
    """A wall clock in ``zone``."""
    zone: Text = "Europe/Paris"
    script: Text
    grid: Text
    minutes: Minutes = 30

    @property
    def starts_at(self) -> datetime:
        return self.now.replace(tzinfo=ZoneInfo(self.zone))


class SellerForm(_Form):
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


class OfferForm(_Form):
    """A catalogue entry: columns of ``Offer``."""

    label: Text
    detail: str = ""
    answer: str = ""
    benefit: str = ""
    proof: str = ""
    unit: str = ""
    unit_price: Euros = Decimal(0)
    vat_rate: Percent = Decimal(20)


class ProspectForm(_Form):
    """Who is being sold to; typed by the rep. A private person has no company."""

    company: Words = ""
    about: Words = ""
    kind: Literal["b2b", "b2c"] = "b2b"
    source: Words = ""
    address: Words = ""
    siren: Words = ""
    notes: str = ""
    amount: Euros | None = None
    expected_on: date | None = None


class ContactForm(_Form):
    """A person there; the first one is on the line."""

    name: Line
    job_title: Words = ""
    role: ContactRole | None = None
    phone: Words = ""
    email: Words = ""


class Step(_Form):
    """One act of the rep during the call; ``wait`` seconds pass before it."""

    ask: Text | None = None
    say: Line | None = None
    score: Level | None = None
    unknown: Yes | None = None
    criterion: Text | None = None
    """For ``score`` and ``unknown``: another criterion than that of the question asked."""
    citable: Yes | None = None
    """Alone: the last verbatim; with ``say``: this one."""
    heat: Heat | None = None
    next: Yes | None = None
    wait: Seconds = 0

    @model_validator(mode="after")
    def _is_one_act(self) -> Self:
        acts = [self.ask, self.say, self.score, self.unknown, self.heat, self.next]
        acts += [self.citable] if self.say is None else []
        count = sum(act is not None for act in acts)
        if count > 1:
            raise ValueError(_("a step is one act: write the others as steps of their own."))
        if count == 0 and not self.wait:
            raise ValueError(_("this step does nothing: write what is asked, said or scored."))
        if self.criterion and self.score is None and not self.unknown:
            raise ValueError(_("“criterion” goes with “score” or “unknown”."))
        return self


class EndForm(_Form):
    """How the call ends: a dated next step, or the reason why there is none."""

    date: Day | None = None
    time: Hour | None = None
    channel: Channel = Channel.PHONE
    objective: Objective = Objective.VALIDATION
    subject: Words = ""
    no_follow_up: Words = ""
    accept_status: Flag = False
    """Move the prospect to the status that the program suggests."""

    @model_validator(mode="after")
    def _says_what_comes_next(self) -> Self:
        if bool(self.no_follow_up.strip()) == (self.date is not None):
            raise ValueError(_("give either the date of the next step, or the reason why there is none."))
        return self

    @property
    def due_local(self) -> datetime | None:
        return datetime.combine(self.date, self.time or time(9)) if self.date else None


class NeedForm(_Form):
    """A need as the proposal answers it; ``verbatim`` is one of the lines said."""

    verbatim: Line
    included: Flag = True
    understanding: str = ""
    impact: str = ""
    answer: str = ""
    benefit: str = ""
    proof: str = ""


class LineForm(_Form):
    """A priced line, before VAT."""

    label: Line
    quantity: Quantity = Decimal(1)
    unit: Words = ""
    unit_price: Euros
    vat_rate: Percent = Decimal(20)
    discount: Percent = Decimal(0)


class OptionForm(_Form):
    """A way to say yes."""

    name: Line
    for_whom: Words = ""
    lead_time: Words = ""
    reason: Words = ""
    recommended: Flag = False
    covers: tuple[Line, ...] = ()
    """Verbatims of the needs it answers."""
    lines: tuple[LineForm, ...] = ()


class ProposalForm(_Form):
    """What the rep writes in the proposal, over what the program has prepared from the call."""

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
    needs: tuple[NeedForm, ...] = ()
    options: tuple[OptionForm, ...] = ()


class Conversation(_Form):
    """A whole file. Without ``proposal`` the play ends with the call."""

    conversation: Setting
    seller: SellerForm
    catalogue: tuple[OfferForm, ...] = ()
    prospect: ProspectForm
    contacts: tuple[ContactForm, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    end: EndForm
    proposal: ProposalForm | None = None

    @property
    def script(self) -> Script:
        return templates.script(self.conversation.script, self.conversation.language)

    @property
    def grid(self) -> Grid:
        return templates.grid(self.conversation.grid, self.conversation.language)

    @property
    def verbatims(self) -> tuple[str, ...]:
        """The prospect's words, in the order they are said."""
        lines = (capture.read_line(step.say) for step in self.steps if step.say)
        return tuple(line.text for line in lines if line.kind == "verbatim")

    @property
    def citable(self) -> tuple[str, ...]:
        """Those that may be quoted."""
        allowed: list[str] = []
        last = ""
        for step in self.steps:
            line = capture.read_line(step.say) if step.say else None
            last = line.text if line and line.kind == "verbatim" else last
            if step.citable and last not in allowed:
                allowed.append(last)
        return tuple(allowed)
