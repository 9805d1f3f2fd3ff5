"""A gentle second reader for scripts: what a sales trainer would say of them. It advises, and never blocks."""

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.i18n import _, ngettext
from desktop.models.grids import Grid
from desktop.models.question_wording import has_two_ideas, is_closed, is_leading, word_count
from desktop.models.scripts import Question, Script

MOST_QUESTIONS = 14
"""From 11 to 14 targeted questions, discovery calls succeed most; beyond, it sounds like an interrogation."""
MOST_WORDS = 30
"""More than that is not said in one breath, and the prospect answers the end of it."""
SHORT = 5
"""A script of so few questions is a quick test: it leaves criteria and the next step out on purpose."""

_NEXT_STEP = {
    "fr": re.compile(
        r"prochaine étape|prochain (?:échange|rendez|point|pas)|\bla suite\b|\bsuite à donner|rendez-vous|\bon avance"
        r"|se (?:revoir|reparler|recale|revoit|reparle)|après cet? (?:échange|appel|entretien)"
    ),
    "en": re.compile(
        r"next (?:step|meeting|call|conversation)|what (?:happens|comes) next|\b(?:meet|talk|speak) again"
        r"|follow[- ]up|move (?:this )?forward|from here"
    ),
}


class Rule(StrEnum):
    """What a remark is about."""

    CLOSED = "closed"
    TWO_IDEAS = "two-ideas"
    LEADING = "leading"
    TOO_LONG = "too-long"
    UNKNOWN_CRITERION = "unknown-criterion"
    TOO_MANY = "too-many"
    UNINFORMED = "uninformed"
    NO_NEXT_STEP = "no-next-step"


@dataclass(frozen=True)
class Remark:
    """One remark. ``question`` is the key of the question it is about, "" for the script as a whole.

    ``criterion`` is the key of a criterion and ``count`` a number, for the rules that speak of one.
    """

    rule: Rule
    question: str = ""
    criterion: str = ""
    count: int = 0


def lint(script: Script, grid: Grid | None) -> tuple[Remark, ...]:
    """Remarks on ``script`` used with ``grid`` (none: nothing is said of criteria), questions first, in their order."""
    remarks = [each for question in _asked(script) for each in lint_question(question, script.language)]
    whole = len(script.questions) > SHORT
    if grid is not None:
        remarks += _unknown_criteria(script, grid)
        remarks += _uninformed(script, grid) if whole else []
    if len(script.questions) > MOST_QUESTIONS:
        remarks.append(Remark(Rule.TOO_MANY, count=len(script.questions)))
    if whole and not _ends_with_a_next_step(script):
        remarks.append(Remark(Rule.NO_NEXT_STEP))
    return tuple(remarks)


def lint_question(question: Question, language: str) -> tuple[Remark, ...]:
    """Remarks on the spoken words of one question."""
    rules = []
    if is_closed(question.text, language):
        rules.append(Rule.CLOSED)
    if has_two_ideas(question.text, language):
        rules.append(Rule.TWO_IDEAS)
    if is_leading(question.text, language):
        rules.append(Rule.LEADING)
    count = word_count(question.text)
    if count > MOST_WORDS:
        rules.append(Rule.TOO_LONG)
    return tuple(Remark(rule, question.key, count=count) for rule in rules)


def sentence(remark: Remark, grid: Grid | None = None) -> str:
    """A remark in words, with what to do about it; ``grid`` names its criteria."""
    names = {criterion.key: criterion.name for criterion in grid.criteria} if grid else {}
    sentences = {
        Rule.CLOSED: _("Can be answered by yes or no. Begin with “what”, “how” or “which” to let them tell."),
        Rule.TWO_IDEAS: _("Two questions in one: they will answer the easier. Move the second one to the probes."),
        Rule.LEADING: _("Suggests its answer. Ask it without saying what you expect."),
        Rule.TOO_LONG: ngettext(
            "{count} word: hard to say in one breath. Aim for {most} at most.",
            "{count} words: hard to say in one breath. Aim for {most} at most.",
            remark.count,
        ),
        Rule.UNKNOWN_CRITERION: _("The grid of this script does not have the criterion that this question informs."),
        Rule.TOO_MANY: ngettext(
            "{count} question. From 11 to {most} works best; beyond, it becomes an interrogation.",
            "{count} questions. From 11 to {most} works best; beyond, it becomes an interrogation.",
            remark.count,
        ),
        Rule.UNINFORMED: _("No question informs “{criterion}”."),
        Rule.NO_NEXT_STEP: _("No question leads to a next step: end with one, so that nobody hangs up without a date."),
    }
    most = MOST_WORDS if remark.rule is Rule.TOO_LONG else MOST_QUESTIONS
    criterion = names.get(remark.criterion, remark.criterion)
    return sentences[remark.rule].format(count=remark.count, most=most, criterion=criterion)


def _unknown_criteria(script: Script, grid: Grid) -> list[Remark]:
    keys = {criterion.key for criterion in grid.criteria}
    return [
        Remark(Rule.UNKNOWN_CRITERION, each.key, each.criterion)
        for each in _asked(script)
        if each.criterion and each.criterion not in keys
    ]


def _uninformed(script: Script, grid: Grid) -> list[Remark]:
    informed = {each.criterion for each in _asked(script)}
    return [Remark(Rule.UNINFORMED, criterion=c.key) for c in grid.criteria if c.key not in informed]


def _asked(script: Script) -> tuple[Question, ...]:
    return (*script.questions, *(script.fit_test.questions if script.fit_test else ()))


def _ends_with_a_next_step(script: Script) -> bool:
    pattern = _NEXT_STEP["fr" if script.language == "fr" else "en"]
    for section in script.sections:
        for question in section.questions:
            if "next-step" in (section.key, question.key):
                return True
            if pattern.search(question.text.lower().replace("’", "'")):
                return True
    return False
