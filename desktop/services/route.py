"""What the compass of a live call shows: what to ask next and why, what there is time for, how the fit test stands.

Nothing is read here: at every score key, it works on what the screen already holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.models import elastic, next_question
from desktop.models.calls import QuestionState
from desktop.models.elastic import Moment, Plan
from desktop.models.matrix import Heat
from desktop.models.next_question import Advice, Stake
from desktop.models.scripts import Question, Script
from desktop.services.grids import GridSheet


@dataclass(frozen=True)
class Tick:
    """One question of the fit test, and whether it has nothing left to learn."""

    question: Question
    done: bool


@dataclass(frozen=True)
class Compass:
    """``stakes`` has every unknown criterion, the one that decides most at the head; ``ticks`` is empty for a call
    without a fit test."""

    stakes: tuple[Stake, ...]
    plan: Plan
    advice: Advice
    heat: Heat | None
    ticks: tuple[Tick, ...]


def compass(script: Script, sheet: GridSheet, marks: Mapping[str, QuestionState], moment: Moment) -> Compass:
    """Read the compass of a call at one moment of it."""
    scores = {row.criterion.key: row.level for row in sheet.rows}
    stakes = next_question.stakes(sheet.grid, scores, sheet.heat, sheet.cells)
    plan = elastic.plan(script, sheet.grid, scores, marks, stakes, moment)
    in_time = not plan.dropped or plan.chosen > 0
    advice = next_question.advise(script, stakes, marks, plan.kept, screen=moment.screen, in_time=in_time)
    questions = script.fit_test.questions if script.fit_test else ()
    ticks = tuple(Tick(each, elastic.settled(each, sheet.grid, scores, marks)) for each in questions)
    return Compass(stakes, plan, advice, sheet.heat, ticks)
