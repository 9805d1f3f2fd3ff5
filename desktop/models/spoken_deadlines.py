"""Which of the days that a prospect names are deadlines of theirs, and not memories, holidays or a call to come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models.spoken_dates import Period, eve, periods
from desktop.models.spoken_figures import sentence


@dataclass(frozen=True)
class Deadline:
    """Where it stands, its earliest and its latest day; "not before" has no latest day."""

    start: int
    end: int
    from_on: date
    due_on: date | None


_ARTICLE = r"(?:le mois de |le |la |the )?"
_NOT_BEFORE = re.compile(
    rf"\b(?:pas|rien|jamais|not|never|nothing) (?:possible |prevu |planned )?(?:avant|before|until) {_ARTICLE}$"
)
_BY = re.compile(
    rf"\b(?:avant|d'ici a|d'ici|au plus tard|pour|sous|no later than|before|by|within) (?:au |en |le |a )?{_ARTICLE}$"
)
_OTHERWISE = re.compile(
    r"\b(?:depuis|since|jusqu'(?:a|en|au)|until|till|apres|after|des|from|of|de|du|un|a partir (?:de|du)|"
    rf"salon (?:de|du)|plus de|avant|before|dates?|created?) {_ARTICLE}$|\bd'$"
)
_IN = re.compile(r"\b(?:courant|au cours du|dans le courant de|en|au|a la|dans|in the|in|during|for|vers|on|around) $")

_BEFORE_THAT = re.compile(r"^[^.!?;]*\b(?:avant(?: ca| cela)?|before (?:that|then))(?=[.,;!?]|$)")
"""'We open in February, it must be in place before.'"""
_THIS_WEEK = timedelta(days=8)
"""A bare day this near is about the next call, not about the project."""

_PAST = re.compile(
    r"\b(?:(?:av|et|dev|fais|fall|pouv)(?:ais|ait|aient|ions|iez)|annee passee|an passe|il y a|depuis|hier|"
    r"derniere?(?! (?:delai|limite|carat))|"
    r"a l'epoque|was|were|had|ago|last (?:year|month|week|quarter|summer|spring)|since|used to|lost|saw|bought|started|"
    r"spent|back in)\b"
)
_DONE = re.compile(
    r"\b(?:on a|j'ai|nous avons|ils ont|elles ont|il a|elle a|on s'est|je suis|we have|i have) \w+(?:e|i|u|s|t)s?\b"
)
_OTHER_DAY = re.compile(
    r"\b(?:rappel\w*|recontact\w*|revoi[rst]\w*|reparl\w*|conges?|vacances|absente?s?|dispo\w*|rendez-vous|rdv|"
    r"deplacement|salon|foire|exercice|trade show|(?:financial|fiscal) year|call (?:me|you|back)|holidays?|talk|speak|"
    r"catch up|touch base|meeting|meet)\b"
)
_AHEAD = re.compile(
    r"\b(?:veu[xt]|voul(?:ons|ez)|veulent|voudr\w+|aimer\w+|doi(?:s|t|vent)|dev(?:ons|ez|r\w+)|fau(?:t|dra\w*)|"
    r"ser(?:a|ait|ai|ont|aient)|soi(?:t|ent)|demarr(?:e|er|age|ons|erait)|lanc(?:er|e|ement|ons)|objectif|livr\w+|"
    r"mis(?:e)? en \w+|en place|operationnels?|prete?s?|decid(?:e|er|ons|era)|ouvr(?:e|ir|ira|ons)|"
    r"demenag(?:e|eons|er)|bascul(?:e|er|ons)|install(?:e|er|ons|ation)|echeance|deadline|"
    r"s'arrete|se termine|expire|prevoi\w+|besoin|c'est|ideal|"
    r"want|need|needs|must|should|will|would|plan|plans|start|launch|go live|live|roll|deliver|decide|open|opens|"
    r"ready|expires?|ends|due|goal|'ll|it's)\b|'ll\b"
)


def deadlines(text: str, today: date) -> Iterator[Deadline]:
    """The deadlines of ``text``, already folded. What has passed, or reads as another appointment, is left out."""
    for period in periods(text, today):
        found = _deadline(text, period, today)
        if found is not None and (found.due_on is None or found.due_on >= today):
            yield found


def _deadline(text: str, period: Period, today: date) -> Deadline | None:
    before, around = text[: period.start], sentence(text, period.start, period.end)
    if _PAST.search(around) or _OTHER_DAY.search(around):
        return None
    if refused := _NOT_BEFORE.search(before):
        return Deadline(refused.start(), period.end, period.first, None)
    if period.needs_before and period.last - today <= _THIS_WEEK:
        return None
    if by := _BY.search(before):
        # "Before March" ends with February; "for next year" may be any day of it.
        whole = period.first < period.last and not (period.ahead and by[0].startswith("pour "))
        due = eve(period.first) if whole else period.last
        return Deadline(by.start(), period.end, due, due)
    if period.needs_before or _OTHERWISE.search(before):
        return None
    inside = _IN.search(before)
    if period.needs_word and not inside:
        return None
    if not period.ahead and (not _AHEAD.search(around) or _DONE.search(around)):
        return None
    start = inside.start() if inside else period.start
    if _BEFORE_THAT.search(text[period.end :]) and period.first < period.last:
        due = eve(period.first)
        return Deadline(start, period.end, due, due)
    return Deadline(start, period.end, period.first, period.last)
