"""Which answer is worth the most now: the one that would most often change what the compass recommends (domain §5).

Exact whatever the number of unknowns: completions are counted by total, never listed one by one.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from desktop.i18n import Language, current
from desktop.models.calls import QuestionState
from desktop.models.grids import TOP_LEVEL, Band, Criterion, Grid, Scores
from desktop.models.matrix import SHIPPED, Cells, Heat, action
from desktop.models.scripts import Question, Script

_ANSWERS = range(TOP_LEVEL + 1)
_COUNTED_UP_TO = 1024
"""Completions above which a reason speaks of a share: nobody weighs "9 216 cases out of 16 384" on the phone."""


@dataclass(frozen=True)
class Stake:
    """What hangs on one unknown criterion.

    ``completions`` is the number of ways to fill in the *other* unknown criteria, 4 for each; ``changes`` is how many
    of them leave the decision to this one, its four possible answers not all leading to the same action.
    """

    criterion: Criterion
    changes: int
    completions: int

    @property
    def decisive(self) -> bool:
        """Whether an answer may still change the action."""
        return self.changes > 0


Ending = Literal["settled", "asked", "time"]
"""Why the next step comes now: no answer could change the action, or every question that asks for one was asked, or
there is time for nothing else."""


@dataclass(frozen=True)
class Advice:
    """What to ask next, and the ``stake`` that hangs on it; or, with an ``ending``, the next step (``None`` when it
    was asked, or when the script has none)."""

    question: Question | None
    stake: Stake | None = None
    only: bool = False
    """Whether this is the only criterion that may still change the action."""
    ending: Ending | None = None


def stakes(grid: Grid, scores: Scores, heat: Heat | None, cells: Cells = SHIPPED) -> tuple[Stake, ...]:
    """The unknown criteria of ``grid``, the one to ask about first at the head.

    A criterion counts a completion of the others when its answers 0, 1, 2 and 3 do not all recommend the same action
    there. Every completion is equally likely: the expected number of changes was set aside, since it would need a
    likelihood for each answer that nobody has. The action is that of the ``cells`` of the matrix for ``heat``; before
    a heat is chosen, the band stands for it. A completed grid is never "to complete", so that label plays no part.

    Equal counts come in the order of ``Standing.gaps``: able to knock out, then the heaviest, then as in the grid.
    """
    unknown = [criterion for criterion in grid.criteria if scores.get(criterion.key) is None]
    known = [(c, level) for c in grid.criteria if (level := scores.get(c.key)) is not None]
    completions = len(_ANSWERS) ** max(0, len(unknown) - 1)
    if any(level < _floor(criterion) for criterion, level in known):
        # Knocked out already: nothing still to be learnt could change the action.
        found = [Stake(criterion, 0, completions) for criterion in unknown]
    else:
        acquired = sum(criterion.weight * level for criterion, level in known)
        actions = _actions(grid, heat, cells)
        found = []
        for criterion in unknown:
            others = tuple(sorted((c.weight, _floor(c)) for c in unknown if c is not criterion))
            changes = sum(
                count for total, count in _totals(others).items() if _decides(criterion, acquired + total, actions)
            )
            found.append(Stake(criterion, changes, completions))
    found.sort(key=lambda each: (-each.changes, each.criterion.knock_out is None, -each.criterion.weight))
    return tuple(found)


def advise(
    script: Script,
    found: Sequence[Stake],
    marks: Mapping[str, QuestionState],
    kept: Collection[str],
    *,
    screen: str = "",
    in_time: bool = True,
) -> Advice:
    """The question to ask for the criterion that decides most and that a question can still inform.

    Those ``kept`` for the time left come first; then any of the script not asked yet, else of the fit test, else one
    that was skipped; the heaviest each time, and the one on the ``screen`` when it weighs as much. When nothing is
    left to learn or to ask, or no time for it (not ``in_time``), the next step.
    """
    decisive = [stake for stake in found if stake.decisive]
    for within in (kept, None) if in_time else ():
        for stake in decisive:
            question = _question_for(stake.criterion.key, script, marks, within, screen)
            if question is not None:
                return Advice(question, stake, only=len(decisive) == 1)
    closing = next((question for question in script.closing if question.key not in marks), None)
    if not decisive:
        return Advice(closing, ending="settled")
    return Advice(closing, ending="asked" if in_time else "time")


def reason(advice: Advice, heat: Heat | None, language: Language | None = None) -> str:
    """Why this question, in a few words that follow it: "the only answer that can change the action"."""
    language = language or current()
    _ = language.gettext
    if advice.stake is None:
        endings = {
            "settled": _("no answer can change the action any more"),
            "asked": _("everything that could change the action has been asked"),
            "time": _("there is no time for another question"),
        }
        return endings[advice.ending or "settled"]
    if advice.only:
        return (
            _("the only answer that can change the action") if heat else _("the only answer that can change the band")
        )
    changes, completions = advice.stake.changes, advice.stake.completions
    if completions > _COUNTED_UP_TO:
        share = language.percent(Decimal(max(1, round(100 * changes / completions))))
        words = _("changes the action in {share} of cases") if heat else _("changes the band in {share} of cases")
        return words.format(share=share)
    # Translators: {changes} out of {count}, both numbers of cases; the plural is that of {changes}.
    words = (
        language.ngettext(
            "changes the action in {changes} case out of {count}",
            "changes the action in {changes} cases out of {count}",
            changes,
        )
        if heat
        else language.ngettext(
            "changes the band in {changes} case out of {count}",
            "changes the band in {changes} cases out of {count}",
            changes,
        )
    )
    return words.format(changes=changes, count=completions)


def _question_for(
    criterion: str, script: Script, marks: Mapping[str, QuestionState], within: Collection[str] | None, screen: str
) -> Question | None:
    closing = script.closing
    informs = [each for each in script.questions if each.criterion == criterion and each not in closing]
    express = [each for each in (script.fit_test.questions if script.fit_test else ()) if each.criterion == criterion]
    unasked = [each for each in informs if each.key not in marks]
    unasked_express = [each for each in express if each.key not in marks]
    skipped = [each for each in informs if marks.get(each.key) is QuestionState.SKIPPED]
    here = [each for each in (*unasked, *unasked_express) if each.key == screen]
    for candidates in (unasked, unasked_express, skipped):
        allowed = [each for each in candidates if within is None or each.key in within]
        if allowed:
            # What is being asked, then the first of the heaviest.
            return max((*here, *allowed), key=lambda each: each.weight)
    return None


def _actions(grid: Grid, heat: Heat | None, cells: Cells) -> tuple[tuple[int, str], ...]:
    """The least weighted total from which each action is recommended, the highest first."""
    named = {band: action(cells[band, heat]) if heat else band.value for band in Band}
    # Rounded up: a total of 10 out of 15 is not yet 70 %, as in ``standing``.
    good, medium = (-(-share * grid.maximum // 100) for share in (grid.good, grid.medium))
    return ((good, named[Band.GOOD]), (medium, named[Band.MEDIUM]), (0, named[Band.LOW]))


def _decides(criterion: Criterion, total: int, actions: tuple[tuple[int, str], ...]) -> bool:
    """Whether the answers to ``criterion``, added to ``total``, lead to different actions."""
    floor = _floor(criterion)
    low = actions[-1][1]
    reached = {
        low if level < floor else next(name for least, name in actions if total + criterion.weight * level >= least)
        for level in _ANSWERS
    }
    return len(reached) > 1


def _floor(criterion: Criterion) -> int:
    """The lowest level that does not knock out."""
    return 0 if criterion.knock_out is None else criterion.knock_out + 1


@lru_cache(maxsize=512)
def _totals(criteria: tuple[tuple[int, int], ...]) -> Mapping[int, int]:
    """How many completions of ``criteria``, each a weight and a lowest level, reach each weighted total.

    Those that knock out are left out: the action is the same there, whatever the answer. Kept from one key to the
    next, since a grid has few sets of unknowns.
    """
    if not criteria:
        return {0: 1}
    weight, floor = criteria[-1]
    counts: dict[int, int] = {}
    for total, count in _totals(criteria[:-1]).items():
        for level in range(floor, TOP_LEVEL + 1):
            reached = total + weight * level
            counts[reached] = counts.get(reached, 0) + count
    return counts
