"""Days as people name them, in French and in English: vendredi prochain, dans 2 sem, 27/11, fin janvier, tomorrow."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.models.working_days import Calendar, holidays
from desktop.services.natural_words import (
    DOUBTFUL,
    ENGLISH_MONTHS,
    MONTHS,
    NUMBERS,
    UNITS,
    WEEKDAYS,
    WHOLE_MONTHS,
    one_of,
)


@dataclass(frozen=True)
class Day:
    """A day that was said, with its hour or its exact moment when the words say one. ``fixed``: of the calendar."""

    date: date
    hour: time | None = None
    fixed: bool = False
    moment: datetime | None = None


_Resolve = Callable[[re.Match[str], datetime, Calendar], "Day | None"]


@dataclass(frozen=True)
class Match:
    """The day found, if any, and where it ends; ``impossible`` when it names a day that does not exist."""

    day: Day | None
    end: int
    impossible: bool = False


def day_at(text: str, start: int, now: datetime, language: str, worked: Calendar) -> Match:
    """The day that begins at ``start`` of folded ``text``. ``now`` is a wall clock without zone."""
    for pattern, resolve in _RULES:
        found = pattern.match(text, start)
        if found is None or (resolve is _weekday and _is_doubtful(found, language)):
            continue
        if resolve is _month_first and language != "en" and found["month"] == "mar":
            continue
        day = resolve(found, now, worked)
        return Match(day, found.end(), impossible=day is None)
    return Match(None, start)


# The kinds of days: each takes what its pattern found and says which day that is. ``None``: there is no such day.


def _today(hour: int | None) -> _Resolve:
    return lambda _found, now, worked: Day(now.date(), time(hour) if hour else None)


def _in_days(days: int) -> _Resolve:
    return lambda _found, now, worked: Day(worked.first(now.date() + timedelta(days=days)))


def _in_a_while(found: re.Match[str], now: datetime, worked: Calendar) -> Day | None:
    said = found.groupdict()
    count = NUMBERS.get(found["n"]) or int(found["n"])
    unit = UNITS[said["unit"]]
    if said.get("worked"):
        return Day(worked.after(now.date(), count)) if unit == "days" else None
    if unit in ("hours", "minutes"):
        moment = now + (timedelta(hours=count) if unit == "hours" else timedelta(minutes=count))
        return Day(moment.date(), moment=moment)
    # "Huit jours" and "quinze jours" are one week and two, as the French count them.
    if unit == "days" and said.get("lead") in ("dans", "sous", "d'ici") and count in (8, 15):
        count -= 1
    if unit in ("months", "years"):
        return Day(worked.first(_months_on(now.date(), count * (12 if unit == "years" else 1))))
    return Day(worked.first(now.date() + timedelta(days=count * (7 if unit == "weeks" else 1))))


def _weekday(found: re.Match[str], now: datetime, worked: Calendar) -> Day:
    """Always after today. French "prochain" is the first to come, English "next" that of next week."""
    today, number = now.date(), WEEKDAYS[found["name"]]
    day = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    after, before = found["after"] or "", found["before"] or ""
    if after in ("en huit", "week"):
        day += timedelta(weeks=1)
    elif after == "en quinze":
        day += timedelta(weeks=2)
    elif "semaine" in before or "semaine" in after or "next" in before or after == "next week":
        day = _monday(today, 1) + timedelta(days=number)
    return Day(worked.first(day) if day in holidays(day.year) or worked.is_off(day) else day)


def _is_doubtful(found: re.Match[str], language: str) -> bool:
    name = found["name"]
    if found["before"] or found["after"] or not any(name in short for short in DOUBTFUL.values()):
        return False
    if name in DOUBTFUL.get(language, ()):
        return False
    return not re.compile(r"\.|\s*$|\s*,?\s*(?:a\s+|at\s+)?\d").match(found.string, found.end("name"))


def _weekday_and_number(found: re.Match[str], now: datetime, worked: Calendar) -> Day | None:
    day = _next_number(int(found["d"]), now.date())
    return _agreeing(found, day)


def _number(found: re.Match[str], now: datetime, worked: Calendar) -> Day | None:
    day = _next_number(int(found["d"]), now.date())
    return Day(day, fixed=True) if day else None


def _month_first(found: re.Match[str], now: datetime, worked: Calendar) -> Day | None:
    return _calendar(found, now, worked)


def _calendar(found: re.Match[str], now: datetime, worked: Calendar) -> Day | None:
    said = found.groupdict()
    month = MONTHS[said["month"]] if "month" in said else int(said["m"])
    number, year = int(said["d"]), said.get("year") or ""
    # 29 February comes back within eight years.
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else list(range(now.year, now.year + 9))
    for each in years:
        if 1 <= month <= 12 and 1 <= number <= calendar.monthrange(each, month)[1]:
            day = date(each, month, number)
            if year or day >= now.date():
                return _agreeing(found, day)
    return None


def _agreeing(found: re.Match[str], day: date | None) -> Day | None:
    """The day, unless the weekday said with it is another one."""
    weekday = found.groupdict().get("name")
    if day is None or (weekday and WEEKDAYS[weekday] != day.weekday()):
        return None
    return Day(day, fixed=True)


def _edge_of_month(found: re.Match[str], now: datetime, worked: Calendar) -> Day | None:
    said = found.groupdict()
    month, today = MONTHS[said["month"]], now.date()
    edge = _EDGES.get((said.get("edge") or "").strip(), "start")
    if said.get("year"):
        return Day(_month_edge(worked, int(said["year"]), month, edge))
    day = _month_edge(worked, today.year, month, edge, today)
    if day < today:
        day = _month_edge(worked, today.year + 1, month, edge)
    return Day(day)


def _edge_of_period(found: re.Match[str], now: datetime, worked: Calendar) -> Day | None:
    today, edge = now.date(), _EDGES[found["edge"].strip()]
    coming = 1 if found["next"] or found["next2"] else 0
    match found["period"][0]:
        case "s" | "w":
            return Day(_week_edge(worked, today, edge, coming))
        case "m":
            for ahead in range(coming, coming + 2):
                month = _months_on(today.replace(day=1), ahead)
                day = _month_edge(worked, month.year, month.month, edge)
                if day >= today and (edge != "start" or ahead):
                    return Day(day)
            return None
        case _:
            year = today.year + (1 if coming or edge == "start" else 0)
            day = _month_edge(worked, year, {"start": 1, "mid": 6, "end": 12}[edge], edge, today)
            return Day(day if day >= today else _month_edge(worked, year + 1, {"mid": 6}.get(edge, 12), edge))


def _next_period(found: re.Match[str], now: datetime, worked: Calendar) -> Day:
    today = now.date()
    match found["period"][0]:
        case "s" | "w":
            return Day(worked.first(_monday(today, 1)))
        case "m":
            return Day(worked.first(_months_on(today.replace(day=1), 1)))
        case _:
            return Day(worked.first(date(today.year + 1, 1, 1)))


def _week_number(found: re.Match[str], now: datetime, worked: Calendar) -> Day | None:
    """The first day worked of a week of the ISO calendar, or what is left of the one that runs."""
    today, number = now.date(), int(found["n"])
    for year in (today.year, today.year + 1):
        if not 1 <= number <= date(year, 12, 28).isocalendar().week:
            continue
        monday = date.fromisocalendar(year, number, 1)
        if monday + timedelta(days=4) > today:
            return Day(worked.first(max(monday, today + timedelta(days=1))))
    return None


def _back_to_school(_found: re.Match[str], now: datetime, worked: Calendar) -> Day:
    day = worked.first(date(now.year, 9, 1))
    return Day(day if day > now.date() else worked.first(date(now.year + 1, 9, 1)))


def _after_new_year(_found: re.Match[str], now: datetime, worked: Calendar) -> Day:
    return Day(worked.first(date(now.year + 1, 1, 2)))


def _next_number(number: int, today: date) -> date | None:
    for ahead in range(4):
        first = _months_on(today.replace(day=1), ahead)
        if 1 <= number <= calendar.monthrange(first.year, first.month)[1] and first.replace(day=number) >= today:
            return first.replace(day=number)
    return None


def _months_on(day: date, count: int) -> date:
    """The same day ``count`` months later, or the last one of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _monday(today: date, weeks: int) -> date:
    return today + timedelta(days=7 * weeks - today.weekday())


def _week_edge(worked: Calendar, today: date, edge: str, ahead: int) -> date:
    offset = {"start": 0, "mid": 2, "end": 4}[edge]
    for weeks in (ahead, ahead + 1):
        friday = _monday(today, weeks) + timedelta(days=offset)
        day = worked.last(friday) if edge == "end" else worked.first(friday)
        if day > today or (day == today and edge == "end"):
            return day
    return worked.first(today + timedelta(days=7))


def _month_edge(worked: Calendar, year: int, month: int, edge: str, today: date = date.min) -> date:
    if edge != "end":
        return worked.first(date(year, month, 15 if edge == "mid" else 1))
    end = date(year, month, calendar.monthrange(year, month)[1])
    day = worked.last(end)
    # The rep may be away until the month is over: it is the day they are back, not that of next year.
    return day if day >= today or end < today else worked.first(end)


# The patterns, over folded text, the most precise first.

_EDGES = {
    **dict.fromkeys(("debut", "beginning", "start", "early", "en", "in", "courant d", ""), "start"),
    **dict.fromkeys(("mi", "milieu", "courant", "mid", "middle"), "mid"),
    **dict.fromkeys(("fin", "end", "late"), "end"),
}
_END = r"(?![\w%€/]|[-'](?=\w))"
_NOT_A_SHARE = (
    r"(?!\s*(?:[%€$/]|h\b|d'|euros?\b|k\b|am\b|pm\b|personnes\b|people\b|jour|heure|page|day|hour|an\b|ans\b|o'clock"
    r"|[:.]\d))"
)
_N = rf"(?P<n>\d{{1,3}}|{one_of(NUMBERS)})"
_UNIT = rf"(?P<unit>{one_of(unit for unit in UNITS if unit != 'm')})"
_NAME = rf"(?P<name>{one_of(WEEKDAYS)})\b\.?"
_WITH_NAME = rf"(?:(?:le\s+|ce\s+|on\s+|this\s+)?{_NAME}\s*,?\s*)?(?:le\s+|the\s+|on\s+)?"
_D = r"(?P<d>\d{1,2})"
_TH = r"\s?(?:er|st|nd|rd|th)?"
_MONTH = rf"(?P<month>{one_of(MONTHS)})\b\.?"
_YEAR = r"(?P<year>(?:19|20|21)\d\d)\b"
_OF = r"(?:\s*-\s*|\s+)(?:de\s+l'|de\s+la\s+|du\s+|de\s+|d'|of\s+the\s+|of\s+|in\s+the\s+|the\s+|la\s+|l')?"
_EDGE = rf"(?P<edge>{one_of(edge for edge in _EDGES if edge not in ('en', 'in', '', 'courant d'))})"
_BEFORE_EDGE = r"(?:en\s+|a\s+la\s+|au\s+|at\s+the\s+|the\s+|in\s+the\s+|in\s+|vers\s+|la\s+|le\s+)?"

_SAID: tuple[tuple[str, _Resolve], ...] = (
    (rf"(?:aujourd'hui|today|auj\b\.?){_END}", _today(None)),
    (rf"(?:ce\s+soir|tonight|this\s+evening){_END}", _today(18)),
    (rf"(?:cet?\s+apres[\s-]midi|cet?te?\s+aprem|this\s+afternoon){_END}", _today(14)),
    (rf"(?:ce\s+matin|this\s+morning){_END}", _today(9)),
    (rf"ce\s+midi{_END}", _today(12)),
    (rf"(?:apres[\s-]+demain|(?:the\s+)?day\s+after\s+tomorrow){_END}", _in_days(2)),
    (rf"(?:demain|tomorrow|tmrw|tmr){_END}", _in_days(1)),
    (rf"(?:dans|sous)\s+(?:une\s+)?huitaine{_END}", _in_days(7)),
    (rf"(?:(?:dans|sous)\s+(?:une\s+)?quinzaine|in\s+a\s+fortnight)(?:\s+de\s+jours)?{_END}", _in_days(14)),
    (
        rf"(?P<lead>dans|d'ici|sous|in|within)\s+{_N}\s*{_UNIT}\b\.?(?P<worked>\s+ouvr(?:es?|ables?))?"
        rf"(?:'?\s+time\b)?{_END}",
        _in_a_while,
    ),
    (rf"(?:in|within)\s+{_N}\s+(?P<worked>working|business)\s+(?P<unit>days?){_END}", _in_a_while),
    (rf"{_N}\s+{_UNIT}\s+from\s+(?:now|today){_END}", _in_a_while),
    (rf"\+\s?(?P<n>\d{{1,3}})\s?(?P<unit>{one_of(UNITS)})\b\.?{_END}", _in_a_while),
    (rf"(?P<unit>j)\s?\+\s?(?P<n>\d{{1,3}}){_END}", _in_a_while),
    (rf"{_WITH_NAME}{_D}{_TH}\s*(?:of\s+)?{_MONTH}(?:\s*,?\s*{_YEAR})?{_END}", _calendar),
    (
        rf"{_WITH_NAME}(?P<month>{one_of(ENGLISH_MONTHS)})\b\.?\s+(?:the\s+)?{_D}{_TH}"
        rf"(?:\s*,?\s*{_YEAR})?{_NOT_A_SHARE}{_END}",
        _month_first,
    ),
    (rf"(?P<year>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d){_END}", _calendar),
    (rf"{_WITH_NAME}{_D}(?P<sep>[/.-])(?P<m>\d{{1,2}})(?P=sep)(?P<year>20\d\d|\d\d){_END}", _calendar),
    (rf"{_WITH_NAME}(?!24/7|7/7){_D}/(?P<m>\d{{1,2}}){_NOT_A_SHARE}{_END}", _calendar),
    (
        rf"(?:le\s+|ce\s+|on\s+|this\s+)?{_NAME}\s*,?\s*(?:le\s+|the\s+)?{_D}{_TH}{_NOT_A_SHARE}{_END}",
        _weekday_and_number,
    ),
    (rf"le\s+{_D}(?:er)?{_NOT_A_SHARE}{_END}", _number),
    (rf"(?:on\s+)?the\s+{_D}(?:st|nd|rd|th){_END}", _number),
    (
        rf"(?P<before>(?:la\s+)?semaine\s+prochaine\s*,?\s*(?:le\s+)?|next\s+week\s*,?\s*(?:on\s+)?|"
        rf"(?:le|ce|this|on|coming|this\s+coming|next)\s+)?{_NAME}"
        rf"(?:\s+(?P<after>prochain|qui\s+vient|en\s+huit|en\s+quinze|de\s+la\s+semaine\s+prochaine|next\s+week|week))?"
        rf"{_END}",
        _weekday,
    ),
    (rf"{_BEFORE_EDGE}{_EDGE}{_OF}{_MONTH}(?:\s+{_YEAR})?{_END}", _edge_of_month),
    (
        rf"{_BEFORE_EDGE}{_EDGE}{_OF}(?P<next>next\s+)?"
        rf"(?P<period>semaine|mois|annee|an|week|month|year)\b(?P<next2>\s+prochaine?)?{_END}",
        _edge_of_period,
    ),
    (
        rf"(?:en|in)\s+(?P<month>{one_of(WHOLE_MONTHS)})\b(?:\s+{_YEAR})?{_END}",
        _edge_of_month,
    ),
    (rf"{_MONTH}\s+{_YEAR}{_END}", _edge_of_month),
    (rf"(?:(?:la|le|l')\s*)?(?P<period>semaine|sem\.?|mois|an|annee)\s+prochaine?{_END}", _next_period),
    (rf"(?:the\s+)?next\s+(?P<period>week|month|year){_END}", _next_period),
    (rf"(?:en\s+|in\s+)?(?:(?:semaine|sem\.?|week)\s+|[sw])(?P<n>\d{{1,2}}){_END}", _week_number),
    (rf"(?:a|apres)\s+la\s+rentree{_END}", _back_to_school),
    (rf"apres\s+les\s+fetes{_END}", _after_new_year),
)
_RULES = tuple((re.compile(pattern), resolve) for pattern, resolve in _SAID)
