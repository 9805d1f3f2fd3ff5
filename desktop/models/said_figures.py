"""The figures of a return in what a prospect says: time that is lost, heads, sums and how often. Better missed than
invented: budgets, prices of others and foreign currencies are left out, and nothing is counted until the rep says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desktop.models.facts import Fact, FactKind, find_facts
from desktop.models.returns import DAYS_A_WEEK, FAMILIES, Family, Rhythm, Unit
from desktop.models.spoken_figures import sentence
from desktop.models.spoken_numbers import NUMBER, folded, read


@dataclass(frozen=True)
class SaidFigure:
    """``words`` are ``text[start:end]``, as they were typed; ``value`` is the low bound of a range."""

    words: str
    start: int
    end: int
    value: Decimal
    unit: Unit
    rhythm: Rhythm | None = None


_RHYTHMS = {
    "jour": Rhythm.DAY, "journee": Rhythm.DAY, "day": Rhythm.DAY,
    "semaine": Rhythm.WEEK, "week": Rhythm.WEEK,
    "mois": Rhythm.MONTH, "month": Rhythm.MONTH,
    "trimestre": Rhythm.QUARTER, "quarter": Rhythm.QUARTER,
    "an": Rhythm.YEAR, "annee": Rhythm.YEAR, "year": Rhythm.YEAR,
}  # fmt: skip
_PERIOD = "|".join(sorted(_RHYTHMS, key=len, reverse=True))
_AGAIN = rf"(?:/ ?|(?:\b(?:par|per|chaque|every|each|tous les|toutes les)\b|(?<= )an?) )(?P<period>{_PERIOD})s?\b"
_RATE = re.compile(_AGAIN)
_RATE_NEXT = re.compile(rf" ?{_AGAIN}")
_RATE_OF_A_THING = re.compile(rf"(?:/ ?|\b(?:par|per|chaque|each|every) )(?!(?:{_PERIOD})s?\b)[a-z]+")
_HOURLY = re.compile(r" ?(?:/ ?h\b|/ ?heure|(?:de l'|par |per |an |each |every |chaque )(?:heure|hour)\b)")
_COUNT = re.compile(
    rf"(?:(?P<first>{NUMBER}) (?:a|ou|to|or) )?(?P<number>{NUMBER}) (?P<thing>[a-z][a-z' -]{{1,28}}?) ?{_AGAIN}"
)
_NOT_A_THING = re.compile(
    r"\b(?:jours?|journees?|demi\S*|heures?|minutes?|mins?|semaines?|mois|ans?|hours?|days?|weeks?|months?|years?|euros?|"
    r"mille|k|pour cent|per ?cent|pounds?|dollars?|et|ou|a|de|du|des|et demie?)$|^(?:h|euros?|k|%)\b"
)
_UNITS = (
    (re.compile(r"\bminutes?|\bmins?\b"), Unit.MINUTES, 1),
    (re.compile(r"heures?|hours?|\d ?h\b|\bh\b"), Unit.HOURS, 1),
    (re.compile(r"jours?|journees?|days?"), Unit.DAYS, 1),
    (re.compile(r"semaines?|weeks?"), Unit.DAYS, DAYS_A_WEEK),
)
_LOST = re.compile(
    r"\b(?:perd\w*|perte\w*|manque a gagner|gaspill\w*|ecart\w*|rat(?:e|ent|ons)|manqu\w+|los(?:e|es|ing|s|t)|"
    r"wast\w+|miss\w*)\b"
)
_WORTH = re.compile(
    r"\b(?:cout\w*|coute\w*|revien\w+|gagn\w+|economis\w*|economies|salaires?|paye\w*|payons|paie\w*|charge\w*|"
    r"facture\w*|penalites?|chiffre d'affaires|marge\w*|vaut|valent|costs?|paid|pay|saves?|savings?|salary|"
    r"salaries|turnover|revenue|margins?|worth|penalt\w+)\b"
)
_OTHERS = re.compile(r"\b(?:concurren\w+|confreres?|competitors?)\b")
"""Prices of somebody else are nothing that they lose."""
_A_DAY = re.compile(r"\b(?:une|la|chaque|cette|a|one|each|every|the) (?:journee|jour|day)\b")
_ANY_DAY = date(2000, 1, 1)
"""Where only numbers are looked for, and the dates found are left alone."""
_EACH_THING = re.compile(r"\b(?:chaque|each|every) [a-z]")
_NEAR = 80
"""Signs before a sum where what it is for may stand."""
_HALF = re.compile(r"\bdemi|\bhalf\b")
_WEEK = re.compile(r"\bsemaines?\b|\bweeks?\b")
_AN_HOUR = re.compile(r"\b(?:une|l'|chaque|an|one|each|every|the) ?(?:heure|hour)\b")


def find_figures(text: str, today: date) -> tuple[SaidFigure, ...]:
    """What a return may be counted from in ``text``, in its order."""
    plain = folded(text)
    counted = list(_counts(plain))
    found = [*counted]
    for fact in find_facts(text, today):
        # "10 devis par jour" is a count, not the time that a shorter reading would make of it.
        if fact.value is None or fact.value <= 0 or any(_meet(fact.start, fact.end, each) for each in counted):
            continue
        figure = _read_fact(fact, plain)
        if figure is not None:
            alone = any(_meet(figure.start, figure.end, each) for each in found)
            found.append(replace(figure, start=fact.start) if alone else figure)
    found = [_with_rate_around(each, found, plain) for each in found]
    return tuple(
        replace(each, words=text[each.start : each.end]) for each in sorted(found, key=lambda each: each.start)
    )


def figure_of(words: str, today: date) -> SaidFigure | None:
    """The one figure that a few words are, where the rep already said that they are one: "deux jours"."""
    lost = "perd "
    found = find_figures(lost + words, today) or find_figures(words, today)
    if len(found) != 1 or not found[0].words:
        return None
    start = words.find(found[0].words)
    return replace(found[0], start=start, end=start + len(found[0].words)) if start >= 0 else None


def sum_in(text: str, amount: Decimal, today: date) -> SaidFigure | None:
    """Where ``amount``, which the rep wrote down as euros, stands in ``text`` as a bare number ("1 500 par mois").

    ``None`` when it is not there, or when it is what they could spend.
    """
    plain = folded(text)
    for fact in find_facts(text, today):
        if fact.kind is FactKind.MONEY and amount in (fact.low, fact.high):
            return None
    for match in re.finditer(NUMBER, plain):
        if read(match[0]) == amount:
            figure = SaidFigure("", match.start(), match.end(), amount, Unit.EUROS)
            if rate := _RATE_NEXT.match(plain, match.end()):
                figure = replace(figure, end=rate.end(), rhythm=_RHYTHMS[rate["period"]])
            return replace(figure, words=text[figure.start : figure.end])
    return None


def values_in(words: str) -> frozenset[Decimal]:
    """Every value that a few words can mean, whatever they count: a figure that is none of them was not said."""
    plain = folded(words)
    said = {value for match in re.finditer(rf"{NUMBER}|\ban?\b", plain) if (value := _number(match[0])) is not None}
    facts = find_facts(words, _ANY_DAY)
    said |= {value for fact in facts for value in (fact.low, fact.high) if value is not None}
    said |= {each.value for each in find_figures(words, _ANY_DAY)}
    if _HALF.search(plain):
        said |= {value / 2 for value in said} | {value + Decimal("0.5") for value in said}
    if _WEEK.search(plain):
        said |= {value * DAYS_A_WEEK for value in said}
    return frozenset(said)


def _number(written: str) -> Decimal | None:
    return Decimal(1) if written in ("a", "an") else read(written)


def _read_fact(fact: Fact, plain: str) -> SaidFigure | None:
    assert fact.value is not None
    figure = SaidFigure("", fact.start, fact.end, fact.value, Unit.PEOPLE)
    match fact.kind:
        case FactKind.TIME:
            return _time(figure, plain)
        case FactKind.MONEY:
            return None if fact.currency != "EUR" or fact.spendable else _money(figure, plain)
        case FactKind.PEOPLE:
            return figure
        case FactKind.PERCENT:
            return replace(figure, unit=Unit.PERCENT) if fact.value <= 100 else None
        case _:
            return None


def _time(figure: SaidFigure, plain: str) -> SaidFigure | None:
    words = plain[figure.start : figure.end]
    # The unit stands before the rate, which is the last one: "2 heures par jour", "half a day per week".
    rates = [each for each in _RATE.finditer(words) if each.end() == len(words)]
    if rates and (found := _timed(figure, words[: rates[-1].start()])):
        return replace(found, rhythm=_RHYTHMS[rates[-1]["period"]])
    return _timed(figure, words)


def _timed(figure: SaidFigure, words: str) -> SaidFigure | None:
    for pattern, unit, times in _UNITS:
        if pattern.search(words):
            return replace(figure, value=figure.value * times, unit=unit)
    return None


def _money(figure: SaidFigure, plain: str) -> SaidFigure | None:
    """A sum that is lost or that something costs; said with a day or an hour, it is the cost of that time."""
    around = sentence(plain, figure.start, figure.end)
    if _OTHERS.search(around):
        return None
    lost, worth = _LOST.search(around), _WORTH.search(around)
    if hour := _HOURLY.match(plain, figure.end):
        return replace(figure, end=hour.end(), unit=Unit.EUROS_AN_HOUR)
    if rate := _RATE_NEXT.match(plain, figure.end):
        rhythm = _RHYTHMS[rate["period"]]
        if rhythm is Rhythm.DAY and not lost:
            return replace(figure, end=rate.end(), unit=Unit.EUROS_A_DAY)
        return replace(figure, end=rate.end(), unit=Unit.EUROS, rhythm=rhythm)
    if not lost and not worth:
        return None
    for pattern, unit in ((_AN_HOUR, Unit.EUROS_AN_HOUR), (_A_DAY, Unit.EUROS_A_DAY)):
        if worth and pattern.search(around):
            return replace(figure, start=_from(pattern, figure, plain), unit=unit)
    return replace(figure, start=_from(_EACH_THING, figure, plain), unit=Unit.EUROS)


def _from(pattern: re.Pattern[str], figure: SaidFigure, plain: str) -> int:
    """Where the words that say what a sum is for begin, when they stand shortly before it in the same sentence."""
    first = max(0, figure.start - _NEAR)
    before = sentence(plain[: figure.start], figure.start, figure.start)[-(figure.start - first) :]
    found = list(pattern.finditer(before))
    return figure.start - len(before) + found[-1].start() if before and found else figure.start


def _counts(plain: str) -> Iterator[SaidFigure]:
    """ "3 erreurs par semaine", "40 quotes a month"."""
    for match in _COUNT.finditer(plain):
        value = read(match["number"])
        if value is None or value <= 0 or _NOT_A_THING.search(match["thing"].strip()):
            continue
        rhythm = _RHYTHMS[match["period"]]
        first = read(match["first"]) if match["first"] else None
        if first is not None and 0 < first < value:
            yield SaidFigure("", match.start("first"), match.end(), first, Unit.THINGS, rhythm)
        else:
            yield SaidFigure("", match.start("number"), match.end(), value, Unit.THINGS, rhythm)


def _with_rate_around(figure: SaidFigure, found: list[SaidFigure], plain: str) -> SaidFigure:
    """ "Chaque semaine, on perd deux jours": the only rate of the sentence, when no other figure holds it."""
    if figure.rhythm or figure.unit not in (Unit.EUROS, Unit.MINUTES, Unit.HOURS, Unit.DAYS):
        return figure
    around = sentence(plain, figure.start, figure.end)
    first = plain.find(around, max(0, figure.start - len(around)))
    rates = list(_RATE.finditer(around))
    if len(rates) != 1 or _RATE_OF_A_THING.search(around):
        return figure
    place = first + rates[0].start()
    if any(each.start <= place < each.end for each in found):
        return figure
    if figure.unit is Unit.EUROS and any(FAMILIES[each.unit] is Family.TIME for each in found):
        return figure
    return replace(figure, rhythm=_RHYTHMS[rates[0]["period"]])


def _meet(start: int, end: int, other: SaidFigure) -> bool:
    return start < other.end and other.start < end
