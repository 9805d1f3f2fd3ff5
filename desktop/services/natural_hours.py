"""Hours as people write them, in French and in English: 10h, 14 h 30, 2.30pm, midi, friday morning."""

import re
from dataclasses import dataclass
from datetime import time

_AFTER = r"(?!\w)(?!\s*(?:/|%|€|par\b|de\s+(?!l')|d'|of\b|a\s+(?:day|week|month)\b|per\b))"
"""What must not follow: ten hours a week are no appointment."""
_HALF = r"(?P<half>am|pm|a\.m\.?|p\.m\.?)"
_HOURS = (
    rf"(?P<h>2[0-3]|[01]?\d)(?:h(?P<m>[0-5]\d)|\s+h\s+(?P<m2>[0-5]\d)|\s?h(?:eures?)?|\s+heures?){_AFTER}",
    rf"(?P<h>2[0-3]|[01]?\d):(?P<m>[0-5]\d)(?:\s?{_HALF})?(?!\w|:)",
    rf"(?P<h>1[0-2]|0?[1-9])(?:\.(?P<m>[0-5]\d))?\s?{_HALF}(?!\w)",
    r"(?P<h>1[0-2]|0?[1-9])\s?o'clock\b",
    r"midi\s+(?P<thirty>et\s+demie?)\b",
    r"(?:midi|noon|midday)\b",
)
_LEAD = r"\s*,?\s*(?:(?:a|at|vers|around|about|from|pour|des)\s+)?"
_HOUR = tuple(re.compile(_LEAD + pattern) for pattern in _HOURS)
_BARE = re.compile(r"\s*,?\s*(?:a|at)\s+(?P<h>2[0-3]|1\d|0?[1-9])(?=\s*(?:$|[,;:]\s|[–—-]\s))")
"""Friday at 2: only after a day, and only when nothing is counted by it."""
_RANGE = re.compile(r"\s?(?:-|–|a|to)\s?\d{1,2}\s?(?:h|:\d|am\b|pm\b)")

_PART_LEAD = r"\s*,?\s*(?:(?:le|au|du|ce|cet|cette|dans\s+la|dans\s+l'|de\s+l'|l'|en|in\s+the|at|this)\s*)?"
_PARTS = tuple(
    (re.compile(_PART_LEAD + pattern + r"(?![\w-])"), hour)
    for pattern, hour in (
        (r"fin\s+de\s+journee", time(17)),
        (r"(?:end\s+of\s+(?:the\s+)?day|eod)", time(17)),
        (r"fin\s+de\s+matinee", time(11)),
        (r"debut\s+d'apres[\s-]midi", time(14)),
        (r"(?:matinee|matin|morning)", time(9)),
        (r"(?:apres[\s-]midi|aprem|afternoon)", time(14)),
        (r"(?:soiree|soir|evening|tonight|night)", time(18)),
    )
)


@dataclass(frozen=True)
class Hour:
    """An hour that was understood: where it ends in the text, and whether a part of the day is all that was said."""

    at: time
    end: int
    vague: bool = False


def hour_after(text: str, start: int, *, after_day: bool = True) -> Hour | None:
    """The hour that follows ``start`` in folded ``text``; ``None`` when nothing there is one."""
    part = _part(text, start) if after_day else None
    exact = _exact(text, part.end if part else start, after_day)
    if exact is not None:
        later = part or _part(text, exact.end)
        end = max(exact.end, later.end) if later else exact.end
        return Hour(in_part_of_day(exact.at, later.at if later else None), end)
    return part


def _exact(text: str, start: int, after_day: bool) -> Hour | None:
    for pattern in _HOUR:
        match = pattern.match(text, start)
        if match:
            return _hour(match, text)
    match = _BARE.match(text, start) if after_day else None
    if match:
        hour = int(match["h"])
        return Hour(time(hour + 12 if hour < 8 else hour), match.end())
    return None


def _hour(match: re.Match[str], text: str) -> Hour:
    said = match.groupdict()
    if said.get("h") is None:
        return Hour(time(12, 30 if said.get("thirty") else 0), match.end())
    hour, minutes = int(match["h"]), int(said.get("m") or said.get("m2") or 0)
    half = (said.get("half") or "").replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    # Of "10h-11h" the beginning is the appointment; the words stay whole, so that its end is not lost.
    end = match.start("h") if _RANGE.match(text, match.end()) else match.end()
    return Hour(time(hour, minutes), end)


def _part(text: str, start: int) -> Hour | None:
    for pattern, hour in _PARTS:
        match = pattern.match(text, start)
        if match:
            return Hour(hour, match.end(), vague=True)
    return None


def in_part_of_day(exact: time, part: time | None) -> time:
    """``exact`` as it is meant after "ce soir" or "this afternoon": 5 in the evening is 17:00."""
    if part and part >= time(14) and 1 <= exact.hour < 12:
        return exact.replace(hour=exact.hour + 12)
    return exact
