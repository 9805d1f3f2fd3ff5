"""What is kept when time is short: exact against every subset, never worth less with more time, nothing lost."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.i18n import Language
from desktop.models import next_question
from desktop.models.calls import QuestionState
from desktop.models.elastic import Choice, Marks, Moment, Plan, best, explanation, plan, settled, time_left
from desktop.models.grids import Grid, Scores
from desktop.models.matrix import Heat
from desktop.models.scripts import Question, Script, Section
from tests.models.test_next_question import FIVE, KEYS

FRENCH = Language("fr")
ASKED, SKIPPED = QuestionState.ASKED, QuestionState.SKIPPED


def question(key: str, criterion: str | None = None, weight: int = 1, seconds: int = 60) -> Question:
    return Question(key, key, f"{key}?", "", criterion=criterion, weight=weight, seconds=seconds)


HELLO = question("hello", "need")
GOAL = question("goal", "need", 3, 120)
PAIN = question("pain", "need", 2, 120)
WHEN = question("when", "timing", 3, 75)
MONEY = question("money", "budget", 3, 90)
WHO = question("who", "authority", 3, 90)
TOOLS = question("tools", "fit", 2, 120)
NEXT = question("next", "timing", 3, 60)
FIT = tuple(question(f"fit-{key}", key, 3, 30) for key in ("need", "timing", "authority"))
SCRIPT = Script(
    "s",
    "S",
    "en",
    1,
    (
        Section("hello", "Hello", (HELLO,)),
        Section("body", "Body", (GOAL, PAIN, WHEN, MONEY, WHO, TOOLS)),
        Section("next", "Next", (NEXT,)),
    ),
    "g",
    fit_test=Section("fit-test", "Fit test", FIT),
)


def planned(
    left: int,
    scores: Scores | None = None,
    marks: Marks | None = None,
    screen: str = "hello",
    here: int = 0,
    script: Script = SCRIPT,
) -> Plan:
    known, said = scores or {}, marks or {}
    found = next_question.stakes(FIVE, known, Heat.HOT)
    return plan(script, FIVE, known, said, found, Moment(screen, left, here))


# The knapsack

choices = st.lists(st.tuples(st.integers(1, 200), st.integers(1, 40)), max_size=12).map(
    lambda pairs: [Choice(question(str(n)), seconds, value) for n, (seconds, value) in enumerate(pairs)]
)


def every_subset(listed: Sequence[Choice], seconds: int) -> tuple[Choice, ...]:
    """The best one, by trying them all: the most value, then the least time, then the earliest questions."""

    def merit(subset: tuple[Choice, ...]) -> tuple[int, int, list[bool]]:
        taken = [each in subset for each in listed]
        return sum(each.value for each in subset), -sum(each.seconds for each in subset), taken

    subsets = itertools.chain.from_iterable(itertools.combinations(listed, n) for n in range(len(listed) + 1))
    return max((each for each in subsets if sum(c.seconds for c in each) <= seconds), key=merit)


@settings(deadline=None, max_examples=60)
@given(choices, st.integers(0, 1500))
def test_the_subset_kept_is_the_best_of_all(listed: list[Choice], seconds: int) -> None:
    assert best(listed, seconds) == every_subset(listed, seconds)


def test_of_two_equal_questions_the_earlier_one_is_kept() -> None:
    listed = [Choice(question(key), 60, 5) for key in "abc"]
    assert [each.question.key for each in best(listed, 130)] == ["a", "b"]
    assert best(listed, -5) == ()


# The plan

grid_scores = st.dictionaries(st.sampled_from(KEYS), st.none() | st.integers(0, 3))
all_keys = [each.key for each in (*SCRIPT.questions, *FIT)]
all_marks = st.dictionaries(st.sampled_from(all_keys), st.sampled_from(QuestionState))


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """The script above with other weights and lengths."""

    def vary(each: Question) -> Question:
        return replace(each, weight=draw(st.integers(1, 10)), seconds=draw(st.integers(10, 240)))

    sections = tuple(replace(part, questions=tuple(map(vary, part.questions))) for part in SCRIPT.sections)
    return replace(SCRIPT, sections=sections, fit_test=Section("fit-test", "F", tuple(map(vary, FIT))))


@settings(deadline=None)
@given(scripts(), grid_scores, all_marks, st.sampled_from(all_keys), st.integers(-60, 2000), st.integers(0, 300))
def test_what_any_plan_holds(script: Script, scores: Scores, marks: Marks, screen: str, left: int, here: int) -> None:
    found = planned(left, scores, marks, screen, here, script)
    again = planned(left, scores, marks, screen, here, script)
    assert found == again
    unasked = {each.key for each in script.questions if each.key not in marks}
    # Nothing is lost, nothing asked twice, and what is on the screen stays.
    assert not set(found.kept) & found.dropped and screen not in found.dropped
    assert found.dropped <= unasked and not set(found.kept) & marks.keys()
    assert set(found.kept) | found.dropped | {screen} >= unasked
    assert "next" in found.kept or "next" in marks
    order = [each.key for each in (*FIT, *script.questions)]
    assert list(found.kept) == sorted(found.kept, key=order.index)
    # What is chosen fits in what the required questions leave.
    must = {screen, "next"} | ({"hello"} if ASKED not in marks.values() else set())
    chosen = [script.question(key).seconds for key in found.kept if key not in must]
    assert len(chosen) <= found.chosen or found.express
    required = {key for key in found.kept if key in must} | ({screen} if script.in_fit_test(screen) else set())
    taken = sum(
        max(0, script.question(key).seconds - here) if key == screen else script.question(key).seconds
        for key in required
        if key not in marks
    )
    assert not chosen or sum(chosen) <= left - taken


@settings(deadline=None)
@given(scripts(), grid_scores, all_marks, st.sampled_from(all_keys), st.integers(0, 1500), st.integers(0, 600))
def test_more_time_is_never_worth_less(
    script: Script, scores: Scores, marks: Marks, screen: str, left: int, more: int
) -> None:
    short = planned(left, scores, marks, screen, script=script)
    assert planned(left + more, scores, marks, screen, script=script).value >= short.value


def test_with_enough_time_everything_is_kept_and_nothing_explained() -> None:
    found = planned(1200)
    assert (found.kept, found.dropped) == (tuple(each.key for each in SCRIPT.questions), frozenset())
    assert explanation(found) == ""


def test_ten_minutes_keep_one_question_for_each_unknown_and_the_next_step() -> None:
    found = planned(540)
    assert found.kept == ("hello", "goal", "when", "money", "who", "next")
    assert found.dropped == {"pain", "tools"}
    words = "Il reste 9 min\u00a0: 6 questions gardées sur 8, celles qui peuvent encore changer l’action."
    assert explanation(found, FRENCH) == words


def test_three_minutes_degrade_to_the_fit_test_and_more_time_stretches_back() -> None:
    found = planned(180)
    assert (found.express, found.kept) == (True, ("fit-need", "fit-timing", "fit-authority", "next"))
    assert "goal" in found.dropped and "hello" not in found.dropped
    assert explanation(found, FRENCH) == "Il reste 3 min\u00a0: fit-test express, 3 questions, puis la prochaine étape."
    assert not planned(540).express


def test_the_fit_test_asks_only_what_is_not_known() -> None:
    found = planned(130, {"need": 2, "timing": 3}, {"hello": ASKED, "goal": ASKED}, "pain")
    assert found.express and found.kept == ("fit-authority", "next")


def test_what_the_fit_test_asks_now_is_not_planned_again_as_decisive() -> None:
    known: dict[str, int | None] = {"need": 3, "timing": 3, "budget": 3}
    marks = {"hello": ASKED, "goal": ASKED, "when": ASKED, "money": ASKED}
    # Room for one question: the tools are still unknown, who decides is being asked.
    found = planned(60 + 30 + 120, known, marks, "fit-authority")
    assert found.kept == ("tools", "next")


def test_the_fit_test_on_the_screen_takes_its_time_even_once_scored() -> None:
    known: dict[str, int | None] = {"need": 3, "timing": 3, "budget": 3, "fit": 3}
    marks = {"hello": ASKED, "fit-authority": ASKED}
    assert "who" not in planned(60 + 30 + 89, known, marks, "fit-need").kept
    assert "who" in planned(60 + 30 + 90, known, marks, "fit-need").kept


def test_a_script_without_a_fit_test_keeps_the_best_of_its_own() -> None:
    found = planned(180, marks={"hello": ASKED}, screen="hello", script=replace(SCRIPT, fit_test=None))
    assert (found.express, found.kept) == (False, ("when", "next"))


def test_the_time_of_the_next_step_is_kept_to_the_end() -> None:
    found = planned(60, marks={"hello": ASKED}, screen="hello")
    assert (found.kept, found.chosen) == (("next",), 0)
    assert explanation(found, FRENCH) == "Il reste 1 min\u00a0: fixez la prochaine étape."
    assert planned(-30, marks={"hello": ASKED}, screen="hello").kept == ("next",)


def test_the_question_on_the_screen_takes_what_it_has_not_taken_yet() -> None:
    script, marks = replace(SCRIPT, fit_test=None), {"hello": ASKED}
    # 120 for the goal on the screen, 75 for the date, 60 for the next step: one second is missing, until it is spent.
    assert planned(254, {}, marks, "goal", 0, script).kept == ("goal", "next")
    assert planned(254, {}, marks, "goal", 1, script).kept == ("goal", "when", "next")


def test_the_opening_is_required_only_as_long_as_nothing_was_asked() -> None:
    script = replace(SCRIPT, fit_test=None)
    assert "hello" in planned(200, screen="goal", script=script).kept
    assert "hello" in planned(200, marks={"when": ASKED}, screen="goal", script=script).dropped


def test_a_weak_level_is_worth_more_than_a_good_one() -> None:
    script = replace(SCRIPT, fit_test=None)
    marks = {"hello": ASKED}
    strong: dict[str, int | None] = dict.fromkeys(KEYS, 3)
    assert planned(160, {**strong, "authority": 0}, marks, "hello", script=script).kept == ("who", "next")
    assert planned(160, {**strong, "budget": 1}, marks, "hello", script=script).kept == ("money", "next")


def test_a_skipped_question_is_not_planned_again() -> None:
    found = planned(1200, marks={"goal": SKIPPED})
    assert "goal" not in found.kept and "goal" not in found.dropped


def test_a_question_of_the_fit_test_is_settled_by_its_criterion_or_by_being_asked() -> None:
    need, other = FIT[0], question("other", None)
    assert not settled(need, FIVE, {"need": None}, {"fit-need": ASKED})
    assert settled(need, FIVE, {"need": 0}, {})
    assert not settled(other, FIVE, {}, {"other": SKIPPED})
    assert settled(other, FIVE, {}, {"other": ASKED})


def test_the_time_left_is_said_to_the_nearest_minute() -> None:
    said = [time_left(seconds, FRENCH) for seconds in (1800, 198, 89, 29, 0)]
    assert said[:2] == ["Il reste 30 min", "Il reste 3 min"]
    assert said[2:] == ["Il reste 1 min", "Il reste moins d’une minute", "Le temps prévu est écoulé"]


def test_what_is_kept_is_not_said_to_change_the_action_when_it_cannot() -> None:
    strong: dict[str, int | None] = dict.fromkeys(KEYS, 3)
    found = planned(330, strong, {"hello": ASKED}, "hello", script=replace(SCRIPT, fit_test=None))
    assert explanation(found, Language("en")).endswith("those that matter most.")


def test_a_grid_that_knows_no_criterion_of_the_script_still_keeps_the_heaviest() -> None:
    grid = Grid("g", "G", "en", 1, (replace(FIVE.criteria[0], key="other"),))
    found = plan(SCRIPT, grid, {}, {"hello": ASKED}, (), Moment("hello", 150))
    assert (found.kept, found.value) == (("when", "next"), 3)
