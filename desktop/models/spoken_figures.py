"""Sums, quantities of time, people and percentages in what a prospect says, in French and in English.

Each pattern asks for a unit next to the number: a number alone means nothing ("la 4G", a phone number, "cent fois").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.models import spoken_numbers
from desktop.models.spoken_numbers import NUMBER, ROUND_NUMBER


@dataclass(frozen=True)
class Figure:
    """A number or a range, where it stands; ``low`` or ``high`` is missing after "under" or "at least"."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    currency: str = ""
    spendable: bool = False


_BETWEEN = r"(?:entre |between |de |from )"
_TO = r"(?: ?[-/] ?| (?:a|et|ou|to|and|or) )"
_UNDER = (
    r"(?:moins de |jusqu'a |pas plus de |pas au-dela de |au maximum |au plus |maximum |max |under |less than |up to |"
    r"no more than |at most |below )"
)
_OVER = r"(?:au moins |plus de |a partir de |minimum |at least |more than |over )"
_BOUND = rf"(?P<bound>{_UNDER}|{_OVER}|{_BETWEEN})?"
_STOP = re.compile(r"[.!?;…](?=\s|$)|\n")


def sentence(text: str, start: int, end: int) -> str:
    """What stands around a place of ``text``, up to the ends of its sentence."""
    before = list(_STOP.finditer(text, 0, start))
    after = _STOP.search(text, end)
    return text[before[-1].end() if before else 0 : after.start() if after else len(text)]


def _one_or_two(number: str, unit: str) -> re.Pattern[str]:
    return re.compile(rf"{_BOUND}(?:(?P<first>{number})(?P<to>{_TO}))?(?P<last>{number}){unit}")


def _figure(match: re.Match[str], first_times: Decimal = Decimal(1), times: Decimal = Decimal(1)) -> Figure | None:
    """What a pattern found: ``first`` and ``last`` times their scales. ``None`` when that is no number after all."""
    bound, last = match["bound"] or "", spoken_numbers.read(match["last"])
    if last is None:
        return None
    value, end = last * times, match.end()
    if match["first"]:
        first = spoken_numbers.read(match["first"])
        joined = match["to"].strip() not in ("et", "and") or bound in ("entre ", "between ")
        if first is not None and joined and first * first_times < value:
            start = match.start() if re.fullmatch(_BETWEEN, bound) else _start(match, "first")
            return Figure(start, end, first * first_times, value)
        return Figure(_start(match, "last"), end, value, value)
    if re.fullmatch(_UNDER, bound):
        return Figure(match.start(), end, None, value)
    if re.fullmatch(_OVER, bound):
        return Figure(match.start(), end, value, None)
    return Figure(_start(match, "last"), end, value, value)


def _start(match: re.Match[str], name: str) -> int:
    """Where a number begins, its currency sign included."""
    sign = match.groupdict().get(f"{name}_sign")
    return match.start(f"{name}_sign") if sign else match.start(name)


# Money

_UNIT = r"(?:€|£|\$|(?:euros?|eur|balles|pounds?|gbp|dollars?|usd)\b)"
_TIMES = {"k": 1000, "kilo": 1000, "grand": 1000, "mille": 1000, "thousand": 1000, "m": 10**6, "million": 10**6}
_CURRENCIES = {"£": "GBP", "p": "GBP", "g": "GBP", "$": "USD", "d": "USD", "u": "USD"}
_BUDGET = re.compile(r"\b(?:budgets?|enveloppe|depens\w+|investi\w*|spend\w*|prix|price|de cote|aside|earmarked)\b")
_NOT_THEIRS_TO_SPEND = re.compile(
    r"\b(?:per(?:d|ds|dons|dent|dre|du)|cout\w*|chiffre d'affaires?|economis\w*|economies|concurrent\w*|confreres?|"
    r"devis|factur\w*|salaires?|paye\w*|an dernier|annee derniere|marge|rapport\w+|panier moyen|pas le notre|"
    r"avait|avaient|had|subventions?|grant|loyer|banque|ont pris|charged|rent|bank|last year|"
    r"los(?:e|es|ing|t)|costs?|turnover|revenue|saves?|savings?|competitors?|quotes?|salary|salaries|margin|paid|"
    r"(?:par|de l'|per|an?|each|every|chaque) ?(?:mois|jour|semaine|heure|personne|utilisateur|commercial|poste|fois|"
    r"month|day|week|hour|person|user|seat|time))\b|/ ?(?:mois|jour|h\b|user|month)|\bune offre a\b"
)


def _amount(name: str) -> str:
    scale = rf"(?: ?(?P<{name}_scale>k|kilo|m|mille|millions?|thousand|grand)(?=-?euro|[^a-z]|$))?"
    return rf"(?P<{name}_sign>[€£$] ?)?(?P<{name}>{NUMBER}){scale}(?:[ -]?(?:d'|of )?(?P<{name}_unit>{_UNIT}))?"


_MONEY = re.compile(rf"{_BOUND}(?:{_amount('first')}(?P<to>{_TO}))?{_amount('last')}")


def money(text: str) -> Iterator[Figure]:
    """Sums: "15 k€", "quinze mille euros", "£12k", "entre 10 et 15 k€". A bare "15k" counts beside "budget"."""
    for match in _MONEY.finditer(text):
        mark = match["last_unit"] or match["last_sign"] or (match["first_sign"] if match["first"] else "")
        around = sentence(text, match.start(), match.end())
        if not mark and not (match["last_scale"] in ("k", "grand") and _BUDGET.search(around)):
            continue
        figure = _figure(match, *_money_scales(match))
        if figure is None or (figure.high or figure.low or 0) <= 1:
            continue
        currency = _CURRENCIES.get(mark.strip()[:1], "EUR")
        spendable = not _NOT_THEIRS_TO_SPEND.search(around)
        yield Figure(figure.start, figure.end, figure.low, figure.high, currency, spendable)


def _money_scales(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The first number of a range is said short: "10 à 15 k€", "quinze à vingt mille euros"."""
    last = Decimal(_times(match["last_scale"]))
    if not match["first"]:
        return last, last
    if match["first_scale"] or match["first_unit"]:
        return Decimal(_times(match["first_scale"])), last
    first, value = spoken_numbers.read(match["first"]), spoken_numbers.read(match["last"])
    for word, times in (("mille", 1000), ("thousand", 1000), ("million", 10**6), ("hundred", 100), ("cents", 100)):
        short = word in match["last"] and word not in match["first"] and not match["first"][0].isdigit()
        if short and first is not None and value is not None and first * times < value:
            return Decimal(times), last
    return last, last


def _times(scale: str | None) -> int:
    return _TIMES[scale.removesuffix("s")] if scale else 1


# Time

_HALF_DAY = r"demi-journees?|demi-heures?"
_TIME_UNIT = (
    rf" ?(?P<unit>{_HALF_DAY}|h|heures?|minutes?|mins?|jours?|journees?|semaines?|mois|hours?|days?|weeks?|months?)\b"
    r"(?P<half> et demie?)?"
)
_RATE = (
    r"(?: ?/ ?[a-z]+| (?:par|per|chaque|a chaque|every|each|tous les|toutes les) [a-z]+"
    r"| an? (?:day|week|month|year|quarter|quote|call)\b)"
)
_COUNT = rf"(?:{NUMBER}|\ban?(?= (?:hour|day|week|month)\b))"
_TIME = re.compile(rf"(?:(?P<first>{_COUNT})(?P<to>{_TO}))?(?P<last>{_COUNT}){_TIME_UNIT}(?P<rate>{_RATE})?")
_HALF = re.compile(rf"\bhalf an? (?:day|hour|week)(?P<rate>{_RATE})")
_LOST = re.compile(
    r"\b(?:perd\w*|gagn\w+|economis\w+|(?:ca|cela) (?:nous |me |leur )?prend|lose|loses|losing|wast\w+|saves?)"
    r"(?: (?:au moins|bien|facilement|easily|about|around|environ|pres de))? $"
)


def times(text: str) -> Iterator[Figure]:
    """Time that comes again ("6 heures par devis") or that is lost or won ("on perd deux jours")."""
    for match in _HALF.finditer(text):
        yield Figure(match.start(), match.end(), Decimal("0.5"), Decimal("0.5"))
    for match in _TIME.finditer(text):
        minutes = match["unit"].startswith("min")
        if not match["rate"] and (minutes or not _LOST.search(text[: match.start()])):
            continue
        last = _count(match["last"])
        if last is None:
            continue
        if match["half"]:
            last += Decimal("0.5")
        if match["unit"].startswith("demi"):
            last /= 2
        first = _count(match["first"]) if match["first"] else None
        if first is not None and match["to"].strip() not in ("et", "and") and first < last:
            yield Figure(match.start(), match.end(), first, last)
        else:
            yield Figure(match.start("last"), match.end(), last, last)


def _count(written: str) -> Decimal | None:
    return Decimal(1) if written in ("a", "an") else spoken_numbers.read(written)


# People and shares

_NOUNS = (
    "commerciaux|commerciales|commercial|salariee?s|collaborat(?:eurs|rices)|personnes|employee?s|techniciens|"
    "assistante?s|vendeu(?:rs|ses)|ouvriers|ingenieurs|consultants|cadres|agents|conseillers|stagiaires|apprentis|"
    "chauffeurs|gars|secretaires|comptables|managers|utilisateurs|developpeurs|artisans|compagnons|poseurs|menuisiers|"
    "reps|salespeople|sellers|people|staff|engineers|technicians|users|colleagues|drivers|developers"
)
_NOT_A_HEADCOUNT = r"(?! (?:m'|nous |me |us |told|said|sur (?:deux|trois|dix)(?! [a-z])))"
_TEAM = r"(?:une equipe de |a team of )"
_ENDS = r"(?=$|[.,;:!?)…]| (?:et|a|qui|sur|on|who|and|dans|in|chez|au|avec|with)\b)"
_HEADS = (
    re.compile(rf"(?P<team>{_TEAM})?(?:(?P<first>{ROUND_NUMBER})(?P<to>{_TO}))?(?P<last>{ROUND_NUMBER})"
               rf"(?: d'| de | of | )(?:{_NOUNS})\b{_NOT_A_HEADCOUNT}"),
    re.compile(rf"(?P<team>{_TEAM})(?P<first>)?(?P<last>{ROUND_NUMBER}){_ENDS}"),
    re.compile(rf"\b(?P<team>nous sommes |on est |we're |we are )(?P<first>)?(?P<last>{ROUND_NUMBER}){_ENDS}"),
)  # fmt: skip


def people(text: str) -> Iterator[Figure]:
    """Heads: "3 commerciaux", "une équipe de douze", "nous sommes 45". One person is somebody, not a figure."""
    for pattern in _HEADS:
        for match in pattern.finditer(text):
            last = spoken_numbers.read(match["last"])
            if last is None or last < 2 or last != int(last):
                continue
            first = spoken_numbers.read(match["first"]) if match["first"] else None
            ranged = first is not None and match["to"].strip() not in ("et", "and") and first < last
            start = match.start() if match["team"] or ranged else match.start("last")
            yield Figure(start, match.end(), first if ranged else last, last)


_PERCENT = _one_or_two(NUMBER, r"(?: ?%| (?:pour cent|percent|per cent)\b)")
_OF_THINGS = re.compile(r" (?:de (?:nos|mes|leurs)|des|du|of (?:our|the|my)) ")


def percents(text: str) -> Iterator[Figure]:
    """Shares: "30 %", "dix pour cent", "de 18 à 25 %". "D’accord à 100 %" is not one."""
    for match in _PERCENT.finditer(text):
        figure = _figure(match)
        if figure is None or (figure.high == 100 and not _OF_THINGS.match(text, figure.end)):
            continue
        yield figure
