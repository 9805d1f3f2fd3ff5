"""Follow-ups as a file that any calendar takes: imported twice there is no double, moved they move, dropped they go."""

import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Event, Timezone

from desktop.documents.calendar import LASTS, RINGS, midnight, new_calendar, one_line, ring
from desktop.documents.files import dated_name
from desktop.documents.time_zone import time_zone
from desktop.i18n import Language
from desktop.models.followup_kinds import Channel, channel_label, objective_label
from desktop.services.calendar_feed import CalendarEvent, Feed

_AROUND = timedelta(days=366)
"""What the zones are explained for, before the first event and after the last: reminders may be moved by hand there."""

_AGREED = (Channel.MEETING, Channel.VIDEO)
"""Somebody waits: the bell comes before."""


def followup_calendar(feed: Feed, *, today: date, language: Language) -> bytes:
    """The events of ``feed`` (RFC 5545), those withdrawn as cancelled. The same feed gives the same bytes all day.

    A file of withdrawals alone is a cancellation (METHOD:CANCEL); one that says both publishes, and marks each event.
    """
    _ = language.gettext
    calendar = new_calendar(_("Follow-ups"), "PUBLISH" if feed.live or not feed.events else "CANCEL")
    for zone in _zones(feed.events):
        calendar.add_component(zone)
    for each in feed.events:
        calendar.add_component(_event(each, today, language))
    data: bytes = calendar.to_ical()
    return data


def followup_calendar_name(feed: Feed, *, today: date, language: Language) -> str:
    """``2026-11-23_Relances_Ateliers-Brevent.ics`` for one, ``2026-11-23_Relances.ics`` for several."""
    who = feed.events[0].company or feed.events[0].person if len(feed.events) == 1 else ""
    name = dated_name(today, language.pgettext("file", "Follow-ups"), who)
    return f"{name.removesuffix('.pdf')}.ics"


def follow_up_key(follow_up_id: uuid.UUID) -> str:
    """The identifier of a follow-up in every calendar, for good: it says neither who nor when."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"boussole:follow-up:{follow_up_id}"))


def _event(each: CalendarEvent, today: date, language: Language) -> Event:
    event = Event()
    event.add("uid", follow_up_key(each.follow_up_id))
    event.add("dtstamp", midnight(today))
    event.add("sequence", each.sequence)
    event.add("dtstart", _starts(each))
    # Not an end: in the night that has an hour twice, its wall clock may be that of a moment before.
    event.add("duration", LASTS)
    name = _summary(each, language)
    event.add("summary", name)
    event.add("description", _description(each, language))
    event.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    if each.channel not in (Channel.PHONE, *_AGREED):
        # A message to write takes no hour away from anybody.
        event.add("transp", "TRANSPARENT")
    if not each.cancelled:
        event.add_component(ring(name, RINGS if each.channel in _AGREED else timedelta()))
    return event


def _starts(each: CalendarEvent) -> datetime:
    """On the wall clock that was promised; an hour that a change of clocks skips, on the one it becomes."""
    zone = ZoneInfo(each.zone)
    return each.due_local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


def _summary(each: CalendarEvent, language: Language) -> str:
    pgettext = language.pgettext
    words = {
        Channel.PHONE: pgettext("to do", "Call {who}"),
        Channel.EMAIL: pgettext("to do", "Write to {who}"),
        Channel.MEETING: pgettext("to do", "See {who}"),
        Channel.VIDEO: pgettext("to do", "Video call with {who}"),
        Channel.LINKEDIN: pgettext("to do", "LinkedIn: {who}"),
        Channel.OTHER: pgettext("to do", "Follow up {who}"),
    }
    names = [one_line(name) for name in (each.person, each.company)]
    return words[each.channel].format(who=", ".join(name for name in names if name))


def _description(each: CalendarEvent, language: Language) -> str:
    aim = f"{channel_label(each.channel, language)} · {objective_label(each.objective, language)}"
    reach = " · ".join(text for text in (one_line(each.phone), one_line(each.email)) if text)
    return "\n".join(text for text in (one_line(each.subject), one_line(each.brings), aim, reach) if text)


def _zones(events: Iterable[CalendarEvent]) -> list[Timezone]:
    """Each zone that an event names, for as long as the events last. UTC needs no explanation."""
    spans: dict[str, list[datetime]] = {}
    for each in events:
        spans.setdefault(each.zone, []).append(_starts(each))
    zones = []
    for key, moments in sorted(spans.items()):
        if key != "UTC":
            zones.append(time_zone(ZoneInfo(key), _new_year(min(moments)), max(moments) + _AROUND))
    return zones


def _new_year(moment: datetime) -> datetime:
    return datetime(moment.year, 1, 1, tzinfo=UTC)
