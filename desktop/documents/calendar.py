"""The dates of a plan as a file that any calendar takes, each step a day-long event, the next appointment with a bell.

Sent again with a later revision, the same events move: their identifiers hold neither name nor date.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from desktop.documents.event import NEXT, event_key
from desktop.documents.files import dated_name
from desktop.documents.running import language_of
from desktop.i18n import Language
from desktop.models.backplan import PlanStep
from desktop.models.plan_words import side_word, step_note
from desktop.services.proposal_content import AgreedStep, ProposalContent

LASTS = timedelta(minutes=30)
"""Of an appointment whose end nobody agreed on."""
RINGS = timedelta(minutes=-15)
"""Before somebody who waits."""
_LONGEST = 1_000
"""Signs of a name: beyond, a calendar shows none of it."""


def plan_calendar(content: ProposalContent) -> bytes:
    """The steps of the plan and the next appointment (RFC 5545). The same content gives the same bytes.

    Of the customer's side and ours alike: who does a step is said in its name.
    """
    language = language_of(content)
    calendar = new_calendar(one_line(content.title) or content.number, "PUBLISH")
    for step in content.plan.steps if content.plan else ():
        calendar.add_component(_step(content, step, language))
    if content.appointment:
        calendar.add_component(_appointment(content, content.appointment, language))
    data: bytes = calendar.to_ical()
    return data


def calendar_name(content: ProposalContent) -> str:
    """``2026-11-23_Dates_Ateliers-Brevent_P-2026-0042_v2.ics``."""
    client = content.client.company or content.client.contact
    kind = language_of(content).pgettext("file", "Dates")
    name = dated_name(content.issued_on, kind, client, content.number, f"v{content.revision}")
    return f"{name.removesuffix('.pdf')}.ics"


def _step(content: ProposalContent, step: PlanStep, language: Language) -> Event:
    _ = language.gettext
    event = _event(content, step.key)
    name = one_line(step.name) or language.pgettext("of a plan", "Step")
    event.add("summary", _("{step} ({side})").format(step=name, side=side_word(step.side, language)))
    event.add("dtstart", step.starts_on)
    # The end of a whole day is the next one.
    event.add("dtend", step.ends_on + timedelta(days=1))
    owner = one_line(step.owner)
    parts = [_("Who: {name}").format(name=owner)] if owner else []
    event.add("description", "\n".join([*parts, step_note(step, language), content.number]))
    # A step takes no hour away from anybody.
    event.add("transp", "TRANSPARENT")
    return event


def _appointment(content: ProposalContent, step: AgreedStep, language: Language) -> Event:
    _ = language.gettext
    event = _event(content, NEXT)
    starts = step.due_local.replace(tzinfo=ZoneInfo(step.zone)).astimezone(UTC)
    name = _("Next step with {name}").format(
        name=one_line(content.seller.representative) or one_line(content.seller.name)
    )
    event.add("summary", name)
    event.add("dtstart", starts)
    event.add("dtend", starts + LASTS)
    reach = [one_line(text) for text in (content.next_step, content.seller.phone, content.seller.email)]
    event.add("description", "\n".join(text for text in [*reach, content.number] if text))
    event.add_component(ring(name, RINGS))
    return event


def _event(content: ProposalContent, what: str) -> Event:
    event = Event()
    event.add("uid", event_key(content, what))
    # When the document was dated, not now: otherwise the same content would never be the same bytes twice.
    event.add("dtstamp", midnight(content.issued_on))
    event.add("sequence", content.revision)
    return event


def new_calendar(name: str, method: str) -> Calendar:
    """An empty calendar of ours; ``method`` is ``PUBLISH`` or ``CANCEL``."""
    calendar = Calendar()
    calendar.add("prodid", "-//Boussole//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add("x-wr-calname", name)
    return calendar


def ring(words: str, before: timedelta) -> Alarm:
    """A bell that shows ``words``, ``before`` the beginning of its event (negative, or none)."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", before)
    return alarm


def midnight(day: date) -> datetime:
    """The beginning of a day, as a stamp that does not change within it."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def one_line(text: str) -> str:
    """``text`` on one line, without what no calendar can hold."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text[:_LONGEST])
    return " ".join(plain.split()).encode("utf-8", "ignore").decode("utf-8")
