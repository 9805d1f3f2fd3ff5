"""An appointment as a telephone reads it from paper: the text of a calendar, short enough for a code to stay coarse."""

import uuid
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.documents.typesetter import Typesetter
from desktop.models.followup_kinds import Channel
from desktop.services.proposal_content import ProposalContent

_LASTS = timedelta(minutes=30)
_LONGEST = 60
"""Bytes of a name: a line of a calendar holds in 75, and every byte makes the code finer."""


NEXT = "next"
"""The next appointment, whatever its date: moved, it is still the same event in their calendar."""


def event_key(content: ProposalContent, what: str) -> str:
    """The identifier of an event of this proposal, for good: ``what`` is the key of a step, or ``NEXT``."""
    name = f"boussole:{content.number}:{what}".encode("utf-8", "replace").decode("utf-8")
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def event_text(content: ProposalContent, setter: Typesetter) -> str:
    """One ``VEVENT`` in a ``VCALENDAR`` (RFC 5545), times in UTC; "" without an appointment."""
    step = content.appointment
    if step is None:
        return ""
    starts = step.due_local.replace(tzinfo=ZoneInfo(step.zone)).astimezone(UTC)
    seller = content.seller
    called = (seller.phone, seller.email) if step.channel is Channel.PHONE else (seller.email, seller.phone)
    reach = " ".join(part for part in map(property_value, called) if part)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Boussole//EN",
        "BEGIN:VEVENT",
        f"UID:{event_key(content, NEXT)}",
        f"DTSTAMP:{content.issued_on:%Y%m%d}T000000Z",
        f"SEQUENCE:{content.revision}",
        f"DTSTART:{_moment(starts)}",
        f"DTEND:{_moment(starts + _LASTS)}",
        f"SUMMARY:{property_value(_summary(content, step.channel, setter))}",
        *([f"DESCRIPTION:{property_value(reach)}"] if reach else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(lines)


def _summary(content: ProposalContent, channel: Channel, setter: Typesetter) -> str:
    who = content.seller.representative.strip() or content.seller.name
    pgettext = setter.language.pgettext
    words = {
        Channel.PHONE: pgettext("calendar", "Call with {name}"),
        Channel.MEETING: pgettext("calendar", "Meeting with {name}"),
        Channel.VIDEO: pgettext("calendar", "Video call with {name}"),
    }
    return words.get(channel, pgettext("calendar", "Appointment with {name}")).format(name=who)


def _moment(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M%SZ}"


def property_value(text: str) -> str:
    """``text`` as the value of a property of a calendar or a card: one line, escaped, cut to what a line holds."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    while len(plain.encode("utf-8", "ignore")) > _LONGEST:
        plain = plain[:-1]
    plain = plain.encode("utf-8", "ignore").decode("utf-8")
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
