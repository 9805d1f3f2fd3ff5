"""What a score rests on: from the rep's guess to a document seen (domain §3)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.i18n import Language, current

if TYPE_CHECKING:
    from desktop.models.grids import Criterion


class Grade(StrEnum):
    """How well a level is proven. The values are kept in the database and in the templates."""

    ASSUMED = "assumed"
    """The rep's guess: no words behind it."""
    STATED = "stated"
    CONFIRMED = "confirmed"
    """Said back to the prospect, who agreed or put it right."""
    DOCUMENTED = "documented"
    """A document was seen."""

    @property
    def rank(self) -> int:
        """0 to 3, the strongest last."""
        return _RANKS[self]


_RANKS = {grade: rank for rank, grade in enumerate(Grade)}
Evidence = tuple[Grade, Grade, Grade, Grade]
"""The least grade that each level from 0 to 3 asks for."""

USUAL: Evidence = (Grade.ASSUMED, Grade.ASSUMED, Grade.STATED, Grade.CONFIRMED)
"""What an objective criterion asks for, unless its grid says otherwise."""
IMPRESSION: Evidence = (Grade.ASSUMED,) * 4
"""A subjective criterion accepts an impression."""


def grade_label(grade: Grade, language: Language | None = None) -> str:
    """``supposé``, ``dit``, ``confirmé``, ``documenté``: masculine, for words or a level."""
    pgettext = (language or current()).pgettext
    labels = {
        Grade.ASSUMED: pgettext("evidence", "assumed"),
        Grade.STATED: pgettext("evidence", "stated"),
        Grade.CONFIRMED: pgettext("evidence", "confirmed"),
        Grade.DOCUMENTED: pgettext("evidence", "documented"),
    }
    return labels[grade]


def best_grade(grades: Iterable[Grade]) -> Grade:
    """The strongest of them; the rep's guess when there is none."""
    return max(grades, key=lambda grade: grade.rank, default=Grade.ASSUMED)


def proven_total(lines: Iterable[tuple["Criterion", int | None, Grade]]) -> int:
    """The weighted total of the levels that have the evidence they ask for, from each criterion, level and grade.

    Never above the low bound of the standing: an unknown level brings nothing.
    """
    return sum(
        criterion.weight * level
        for criterion, level, grade in lines
        if level is not None and criterion.proven(level, grade)
    )


def proven_label(proven: int, low: int, language: Language | None = None) -> str:
    """``dont 7 prouvés``, to stand after the total whose low bound is ``low``; "" when that is 0."""
    language = language or current()
    if not low:
        return ""
    if not proven:
        return language.pgettext("total", "none proven")
    if proven == low:
        return language.ngettext("proven", "all proven", low)
    return language.ngettext("{count} proven", "{count} proven", proven).format(count=proven)
