"""A whole conversation file: setting, call as a rep lives it, end, proposal; see ``docs/conversations.md``."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from desktop.i18n import _
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.grids import Grid
from desktop.models.scripts import Script
from desktop.models.statuses import ContactRole
from desktop.services import templates
from desktop.services.conversation_course import Course, Standing
from desktop.services.conversation_proposal import ProposalForm
from desktop.services.conversation_setting import BlockForm, Euros, OfferForm, ReferenceForm, SellerForm
from desktop.services.conversation_steps import Flag, Form, Line, Minutes, Step, Text, Words

# Under their own names, the fields "date" and "time" would hide these types from one another.
Day = date
Hour = time


class Setting(Form):
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
    def clock_zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def starts_at(self) -> datetime:
        return self.at(self.now)

    def at(self, local: datetime) -> datetime:
        """The moment that a clock on the wall shows there."""
        return local.replace(tzinfo=self.clock_zone)


class ProspectForm(Form):
    """Who is being sold to; typed by the rep. A private person has no company."""

    company: Words = ""
    about: Words = ""
    sector: Words = ""
    kind: Literal["b2b", "b2c"] = "b2b"
    source: Words = ""
    address: Words = ""
    siren: Words = ""
    notes: str = ""
    amount: Euros | None = None
    expected_on: date | None = None


class ContactForm(Form):
    """A person there; the first one is on the line."""

    name: Line
    job_title: Words = ""
    role: ContactRole | None = None
    phone: Words = ""
    email: Words = ""


class EndForm(Form):
    """How the call ends: a dated next step, the one typed during the call, or the reason why there is none."""

    date: Day | None = None
    time: Hour | None = None
    channel: Channel = Channel.PHONE
    objective: Objective = Objective.VALIDATION
    subject: Words = ""
    no_follow_up: Words = ""
    accept_status: Flag = False
    """Move the prospect to the status that the program suggests."""
    report: Literal["fr", "en"] | None = None
    """The language of the account of the call to export."""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if self.no_follow_up.strip() and self.date is not None:
            raise ValueError(_("give either the date of the next step, or the reason why there is none."))
        return self

    @property
    def says_what_comes_next(self) -> bool:
        """Otherwise the next step was typed during the call."""
        return self.date is not None or bool(self.no_follow_up.strip())

    @property
    def due_local(self) -> datetime | None:
        return datetime.combine(self.date, self.time or time(9)) if self.date else None


@dataclass(frozen=True)
class Sitting:
    """Part of a call held in one go."""

    begins_at: datetime
    steps: tuple[Step, ...]


class Conversation(Form):
    """A whole file. Without ``proposal`` the play ends with the call."""

    conversation: Setting
    seller: SellerForm
    catalogue: tuple[OfferForm, ...] = ()
    references: tuple[ReferenceForm, ...] = ()
    blocks: tuple[BlockForm, ...] = ()
    prospect: ProspectForm
    contacts: tuple[ContactForm, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    end: EndForm
    proposal: ProposalForm | None = None

    @property
    def script(self) -> Script:
        """As the call holds it, the fit test one key away."""
        return templates.with_fit_test(
            templates.script(self.conversation.script, self.conversation.language), self.grid
        )

    @property
    def grid(self) -> Grid:
        return templates.grid(self.conversation.grid, self.conversation.language)

    @property
    def course(self) -> Course:
        """The call before its first step."""
        setting, grid = self.conversation, self.grid
        criteria = frozenset(criterion.key for criterion in grid.criteria)
        people = tuple(contact.name for contact in self.contacts)
        return Course(self.script, criteria, setting.now, people, grid.key)

    @property
    def outcome(self) -> Standing:
        """What the call comes to, once every step was taken."""
        course = self.course
        for step in self.steps:
            for _mistake in course.take(step):
                pass
        return course.standing

    @property
    def citable(self) -> tuple[str, ...]:
        """The lines that may be quoted once the call is over, as they are read then."""
        return self.outcome.citable

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        """The steps, cut at each ``resume_at``."""
        sittings = [Sitting(self.conversation.starts_at, ())]
        for step in self.steps:
            if step.resume_at is not None:
                sittings.append(Sitting(self.conversation.at(step.resume_at), ()))
            else:
                last = sittings[-1]
                sittings[-1] = Sitting(last.begins_at, (*last.steps, step))
        return tuple(sittings)
