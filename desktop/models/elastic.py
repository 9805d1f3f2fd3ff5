"""The elastic script: of the questions not asked yet, those worth the most for the time there is (domain §5, ours).

Nothing is lost: a question that is dropped stays in its place, and comes back when time is added.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.i18n import Language, current
from desktop.models.calls import QuestionState
from desktop.models.grids import Grid, Scores
from desktop.models.next_question import Stake
from desktop.models.scripts import Question, Script

SETTLED, DEEPENS, OPENS, DECIDES = 1, 2, 3, 4
"""What the weight of a question is multiplied by: nothing to learn (its criterion is known, or it has none); a weak
level to lift, or an unknown one that a heavier question already opens; an unknown criterion; one whose answer may still
change the action."""
_WEAK = 1

Marks = Mapping[str, QuestionState]


@dataclass(frozen=True)
class Choice:
    """A question as the knapsack weighs it: ``seconds`` it takes, ``value`` it is worth."""

    question: Question
    seconds: int
    value: int


@dataclass(frozen=True)
class Moment:
    """Where a call is: the key of the question on the ``screen``, ``here`` seconds spent on it, ``left`` until the end
    of the time planned (below 0 once it is over)."""

    screen: str
    left: int
    here: int = 0


@dataclass(frozen=True)
class Plan:
    """What to ask in the time left.

    ``kept`` are keys of questions not asked yet, in the order of the script; ``dropped`` those that wait for more time.
    The question on the screen is never dropped. An ``express`` plan keeps questions of the fit test, then the next
    step. ``decisive`` tells whether each of them, the next step apart, may still change the action.
    """

    kept: tuple[str, ...]
    dropped: frozenset[str]
    left: int
    value: int
    express: bool
    decisive: bool
    closing: bool
    """Whether the next step is still to be fixed."""
    chosen: int
    """How many questions there is time for, apart from the required ones."""


def plan(script: Script, grid: Grid, scores: Scores, marks: Marks, found: Sequence[Stake], moment: Moment) -> Plan:
    """The questions to keep; ``found`` are the stakes of the unknown criteria.

    Required, whatever the time: the question on the screen, the next step (it is fixed before hanging up), and the
    opening as long as nothing was asked. The time that remains goes to the subset of the others worth the most. A
    question of the fit test is worth as much as the one of the script that it stands for, and is shorter: when that
    makes the fit test worth more, the plan is express. Skipped questions are not planned again.
    """
    worth = _Worth(script, grid, scores, marks, found)
    express = [
        question
        for question in (script.fit_test.questions if script.fit_test else ())
        if question.key not in marks and not settled(question, grid, scores, marks)
    ]
    fast = _express_plan(script, marks, express, worth, moment)
    slow = _script_plan(script, marks, [each for each in express if each.key == moment.screen], worth, moment)
    return fast if fast.value > slow.value else slow


def best(choices: Sequence[Choice], seconds: int) -> tuple[Choice, ...]:
    """The 0/1 knapsack, exactly: the most value in ``seconds``, then the least time, then the earliest of ``choices``.

    Dynamic programming over the states that no other one beats, at most one for each value, rather than over seconds:
    a question is worth a few points and takes a hundred seconds.
    """
    if sum(choice.seconds for choice in choices) <= seconds:
        return tuple(choices)
    # Seconds, minus the value, minus a bit for each question taken, the first one the highest: sorting compares all.
    front = [(0, 0, 0)]
    bits = [1 << place for place in reversed(range(len(choices)))]
    for choice, bit in zip(choices, bits, strict=True):
        grown = [
            (spent + choice.seconds, value - choice.value, taken - bit)
            for spent, value, taken in front
            if spent + choice.seconds <= seconds
        ]
        states, front = sorted(front + grown), []
        for state in states:
            if not front or state[1] < front[-1][1]:
                front.append(state)
    taken = -front[-1][2]
    return tuple(choice for choice, bit in zip(choices, bits, strict=True) if taken & bit)


def settled(question: Question, grid: Grid, scores: Scores, marks: Marks) -> bool:
    """Whether a question of the fit test has nothing left to learn: its level is known, or, for what this grid does
    not score, it was asked."""
    if any(criterion.key == question.criterion for criterion in grid.criteria):
        return scores.get(question.criterion or "") is not None
    return marks.get(question.key) is QuestionState.ASKED


def time_left(seconds: int, language: Language | None = None) -> str:
    """``Il reste 3 min``; to the nearest minute."""
    language = language or current()
    if seconds <= 0:
        return language.gettext("The time planned is over")
    if seconds < 30:
        return language.gettext("Less than a minute left")
    minutes = (seconds + 30) // 60
    return language.ngettext("{count} min left", "{count} min left", minutes).format(count=minutes)


def explanation(route: Plan, language: Language | None = None) -> str:
    """The plan in one line: « Il reste 3 min : 2 questions gardées sur 7, celles qui peuvent encore changer l’action. »

    Empty when every question fits: there is nothing to explain.
    """
    language = language or current()
    time = time_left(route.left, language)
    kept = len(route.kept)
    if route.express:
        words = language.ngettext(
            "{time}: express fit test, {count} question, then the next step.",
            "{time}: express fit test, {count} questions, then the next step.",
            route.chosen,
        )
        return words.format(time=time, count=route.chosen)
    if not route.dropped:
        return ""
    if not route.chosen and route.closing:
        return language.gettext("{time}: fix the next step.").format(time=time)
    if route.decisive:
        words = language.ngettext(
            "{time}: {count} question kept out of {total}, which can still change the action.",
            "{time}: {count} questions kept out of {total}, those that can still change the action.",
            kept,
        )
    else:
        words = language.ngettext(
            "{time}: {count} question kept out of {total}, which matters most.",
            "{time}: {count} questions kept out of {total}, those that matter most.",
            kept,
        )
    return words.format(time=time, count=kept, total=kept + len(route.dropped))


class _Worth:
    """The value of each question, for the scores and marks of this moment."""

    def __init__(self, script: Script, grid: Grid, scores: Scores, marks: Marks, found: Sequence[Stake]) -> None:
        self._unknown = {stake.criterion.key: DECIDES if stake.decisive else OPENS for stake in found}
        self._weak = {c.key for c in grid.criteria if (level := scores.get(c.key)) is not None and level <= _WEAK}
        self._openers: dict[str | None, Question] = {}
        """By unknown criterion, the heaviest of the script that informs it: one is enough to open it."""
        closing = script.closing
        for each in script.questions:
            if each.criterion in self._unknown and each.key not in marks and each not in closing:
                opener = self._openers.setdefault(each.criterion, each)
                if each.weight > opener.weight:
                    self._openers[each.criterion] = each

    def of(self, question: Question, *, opens: bool = True) -> int:
        """The value of a question of the script; not ``opens`` when another one, asked now, opens its criterion."""
        if opens and self._openers.get(question.criterion) is question:
            return question.weight * self._unknown[question.criterion or ""]
        deepens = question.criterion in self._unknown or question.criterion in self._weak
        return question.weight * (DEEPENS if deepens else SETTLED)

    def of_express(self, question: Question) -> int:
        """The value of a question of the fit test: that of the one it stands for, or 0 when the script has none."""
        opener = self._openers.get(question.criterion)
        return self.of(opener) if opener else 0

    def decides(self, question: Question) -> bool:
        """Whether the answer may still change the action."""
        return self._unknown.get(question.criterion or "") == DECIDES


def _script_plan(script: Script, marks: Marks, screen: Sequence[Question], worth: _Worth, moment: Moment) -> Plan:
    """``screen`` holds the question of the fit test that is on the screen, if one is: it opens its criterion now."""
    asked_now = {question.criterion for question in screen}
    unasked = [question for question in script.questions if question.key not in marks]
    closing = [question for question in script.closing if question.key not in marks]
    must = {moment.screen, *(question.key for question in closing)}
    if QuestionState.ASKED not in marks.values():
        must |= {question.key for question in script.opening}
    required = [question for question in unasked if question.key in must]
    room = moment.left - sum(_takes(question, moment) for question in required)
    room -= _express_takes(script, marks, moment)
    values = {each.key: worth.of(each, opens=each.criterion not in asked_now) for each in unasked}
    chosen = best([Choice(each, each.seconds, values[each.key]) for each in unasked if each.key not in must], room)
    kept = must | {choice.question.key for choice in chosen}
    return Plan(
        kept=tuple(question.key for question in unasked if question.key in kept),
        dropped=frozenset(question.key for question in unasked if question.key not in kept),
        left=moment.left,
        value=sum(values[each.key] for each in unasked if each.key in kept and each not in closing)
        + sum(worth.of_express(each) for each in screen),
        express=False,
        decisive=all(worth.decides(each) for each in unasked if each.key in kept and each not in closing),
        closing=bool(closing),
        chosen=len(chosen),
    )


def _express_plan(script: Script, marks: Marks, unasked: Sequence[Question], worth: _Worth, moment: Moment) -> Plan:
    """With what the fit test has to learn, ``unasked``; worth nothing when that is nothing, or when there is no room.
    It is gone to at once, so that a question of the script on the screen takes no more time."""
    closing = [question for question in script.closing if question.key not in marks]
    screen = [question for question in unasked if question.key == moment.screen]
    room = moment.left - _express_takes(script, marks, moment) - sum(_takes(question, moment) for question in closing)
    others = [Choice(each, each.seconds, worth.of_express(each)) for each in unasked if each not in screen]
    kept = {choice.question.key for choice in best(others, room)} | {question.key for question in screen}
    chosen = [question for question in unasked if question.key in kept]
    stay = {moment.screen, *(question.key for question in closing)}
    return Plan(
        kept=tuple(question.key for question in (*chosen, *closing)),
        dropped=frozenset(each.key for each in script.questions if each.key not in marks and each.key not in stay),
        left=moment.left,
        value=sum(worth.of_express(question) for question in chosen),
        express=True,
        decisive=all(worth.decides(question) for question in chosen),
        closing=bool(closing),
        chosen=len(chosen),
    )


def _takes(question: Question, moment: Moment) -> int:
    """The seconds that a question still takes: the one on the screen, less what it has taken already."""
    return max(0, question.seconds - moment.here) if question.key == moment.screen else question.seconds


def _express_takes(script: Script, marks: Marks, moment: Moment) -> int:
    """The seconds that a question of the fit test on the screen still takes, even if its answer is known by now."""
    here = script.in_fit_test(moment.screen) and moment.screen not in marks
    return _takes(script.question(moment.screen), moment) if here else 0
