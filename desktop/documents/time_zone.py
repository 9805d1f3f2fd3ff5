"""A zone as a calendar file explains it (VTIMEZONE, RFC 5545 §3.6.5): each change of its clocks, in the years asked.

Written here because a transition is dated by the clock it ends: two o'clock, on a night that goes to three.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_STEP = timedelta(days=1)
_EXACT = timedelta(seconds=1)


def time_zone(zone: ZoneInfo, first: datetime, last: datetime) -> Timezone:
    """What ``zone`` does between two moments, the earlier one included."""
    component = Timezone()
    component.add("tzid", zone.key)
    component.add_component(_phase(first, zone, _offset(first, zone)))
    for moment in _changes(first, last, zone):
        component.add_component(_phase(moment, zone, _offset(moment - _EXACT, zone)))
    return component


def _phase(moment: datetime, zone: ZoneInfo, before: timedelta) -> TimezoneStandard | TimezoneDaylight:
    here = moment.astimezone(zone)
    phase = TimezoneDaylight() if here.dst() else TimezoneStandard()
    phase.add("dtstart", (moment + before).replace(tzinfo=None))
    phase.add("tzoffsetfrom", before)
    phase.add("tzoffsetto", _offset(moment, zone))
    phase.add("tzname", here.tzname() or zone.key)
    return phase


def _changes(first: datetime, last: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The moments at which the offset changes, found by halving the day in which it does."""
    moment = first.astimezone(UTC)
    while moment < last:
        after = moment + _STEP
        if _offset(moment, zone) != _offset(after, zone):
            yield _change(moment, after, zone)
        moment = after


def _change(start: datetime, end: datetime, zone: ZoneInfo) -> datetime:
    while end - start > _EXACT:
        middle = start + (end - start) // (2 * _EXACT) * _EXACT
        if _offset(middle, zone) == _offset(start, zone):
            start = middle
        else:
            end = middle
    return end


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    offset = moment.astimezone(zone).utcoffset()
    assert offset is not None
    return offset
