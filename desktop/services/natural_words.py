"""The words of dates and hours in French and in English, as patterns over folded text (small letters, no accents)."""

import unicodedata
from collections.abc import Iterable

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv january jan",
            "fevrier fevr fev february feb",
            "mars march mar",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "aout august aug",
            "septembre september sept sep",
            "octobre october oct",
            "novembre november nov",
            "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}
ENGLISH_MONTHS = [
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
]
"""Those that English writes before the day: Nov 27."""
WHOLE_MONTHS = [
    name for name in MONTHS if len(name) > 4 or name in ("mars", "mai", "may", "juin", "june", "july", "aout")
]

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "lundi lun monday mon",
            "mardi mar tuesday tues tue",
            "mercredi mer wednesday weds wed",
            "jeudi jeu thursday thurs thur thu",
            "vendredi ven friday fri",
            "samedi sam saturday sat",
            "dimanche dim sunday sun",
        )
    )
    for name in names.split()
}
DOUBTFUL = {
    "fr": frozenset(("mar", "mer", "jeu", "sam", "dim")),
    "en": frozenset(("mon", "tue", "wed", "sat", "sun")),
}
"""Short forms that are also words or names ("mon budget", "Sam"): each is read in its own language, elsewhere only
before an hour, a day or the end."""

NUMBERS = {
    name: number
    for number, names in {
        1: "un une a an one",
        2: "deux two",
        3: "trois three",
        4: "quatre four",
        5: "cinq five",
        6: "six",
        7: "sept seven",
        8: "huit eight",
        9: "neuf nine",
        10: "dix ten",
        12: "douze twelve",
        15: "quinze fifteen",
        20: "vingt twenty",
        30: "trente thirty",
    }.items()
    for name in names.split()
}

UNITS = {
    name: unit
    for unit, names in {
        "minutes": "minutes minute min mn",
        "hours": "heures heure hours hour hrs hr h",
        "days": "jours jour j days day d",
        "weeks": "semaines semaine sem s weeks week wks wk w",
        "months": "mois months month m",
        "years": "annees annee ans an years year",
    }.items()
    for name in names.split()
}


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def fold(text: str) -> str:
    """``text`` (in NFC) in small letters without accents, as many signs as before."""
    return "".join(_folded(sign) for sign in text)


def _folded(sign: str) -> str:
    if sign.isspace():
        return " "
    if sign == "’":
        return "'"
    return unicodedata.normalize("NFD", sign)[0].lower()[0]
