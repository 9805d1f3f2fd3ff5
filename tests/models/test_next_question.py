"""The stakes against a brute force that lists every completion and asks ``standing`` what it recommends."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.i18n import Language
from desktop.models.calls import QuestionState
from desktop.models.grids import Band, Criterion, Grid, standing
from desktop.models.matrix import SHIPPED, Heat, action, cell
from desktop.models.next_question import Advice, Stake, advise, reason, stakes
from desktop.models.scripts import Question, Script, Section

FRENCH = Language("fr")
LEVELS = ("none", "little", "some", "much")
KEYS = ("need", "budget", "authority", "timing", "fit")
ASKED, SKIPPED = QuestionState.ASKED, QuestionState.SKIPPED


def criterion(key: str, weight: int = 1, knock_out: int | None = None) -> Criterion:
    return Criterion(key, key.capitalize(), "objective", LEVELS, weight, knock_out)


FIVE = Grid("g", "G", "en", 1, tuple(criterion(key) for key in KEYS))
MOCK_UP = {"need": 3, "budget": 2, "timing": 3, "fit": 2, "authority": None}


def recommended(grid: Grid, levels: dict[str, int], heat: Heat | None) -> str:
    found = standing(grid, levels)
    assert not found.to_complete and found.band_low is found.band_high
    return action(cell(found.band, heat)) if heat else found.band.value


def listed(grid: Grid, scores: dict[str, int | None], heat: Heat | None) -> dict[str, tuple[int, int]]:
    """For each unknown criterion, its changes and completions, one completion after the other."""
    unknown = [each.key for each in grid.criteria if scores.get(each.key) is None]
    known = {key: level for key, level in scores.items() if level is not None}
    found = {}
    for key in unknown:
        others = [other for other in unknown if other != key]
        every = list(itertools.product(range(4), repeat=len(others)))
        changes = 0
        for levels in every:
            base = {**known, **dict(zip(others, levels, strict=True))}
            changes += len({recommended(grid, {**base, key: answer}, heat) for answer in range(4)}) > 1
        found[key] = changes, len(every)
    return found


def check(grid: Grid, scores: dict[str, int | None], heat: Heat | None) -> None:
    expected = listed(grid, scores, heat)
    found = stakes(grid, scores, heat)
    assert {each.criterion.key: (each.changes, each.completions) for each in found} == expected
    places = [each.key for each in grid.criteria]

    def rank(stake: Stake) -> tuple[int, bool, int, int]:
        asked = stake.criterion
        return -expected[asked.key][0], asked.knock_out is None, -asked.weight, places.index(asked.key)

    assert list(found) == sorted(found, key=rank)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Grid, dict[str, int | None], Heat | None]:
    count = draw(st.integers(1, 4))
    criteria = [criterion(key, draw(st.integers(1, 5)), draw(st.none() | st.integers(0, 2))) for key in KEYS[:count]]
    medium, good = sorted((draw(st.integers(0, 100)), draw(st.integers(0, 100))))
    grid = Grid("g", "G", "en", 1, tuple(criteria), good, medium, draw(st.integers(0, 100)))
    scores = draw(st.dictionaries(st.sampled_from(KEYS[:count]), st.none() | st.integers(0, 3)))
    return grid, scores, draw(st.none() | st.sampled_from(Heat))


@settings(deadline=None)
@given(cases())
def test_any_grid_agrees_with_the_list_of_every_completion(
    case: tuple[Grid, dict[str, int | None], Heat | None],
) -> None:
    check(*case)


@pytest.mark.parametrize("heat", [None, Heat.HOT])
def test_five_unknown_criteria(heat: Heat | None) -> None:
    check(FIVE, {}, heat)


def test_eight_unknown_criteria_of_other_weights_are_exact_too() -> None:
    grid = replace(FIVE, criteria=tuple(criterion(f"c{n}", n % 3 + 1, 0 if n == 4 else None) for n in range(8)))
    scores: dict[str, int | None] = dict.fromkeys(("c1", "c6"), 2)
    check(grid, scores, Heat.WARM)
    assert [each.completions for each in stakes(grid, {}, Heat.WARM)] == [4**7] * 8


def test_a_knock_out_already_known_leaves_nothing_to_decide() -> None:
    grid = replace(FIVE, criteria=(criterion("need", 1, 0), *FIVE.criteria[1:]))
    assert not any(each.decisive for each in stakes(grid, {"need": 0}, Heat.HOT))
    check(grid, {"need": 0}, Heat.HOT)


# What to ask

GOAL = Question("goal", "Goal", "What is your goal?", "", criterion="need", weight=2)
COST = Question("cost", "Cost", "What does it cost?", "", criterion="need", weight=3)
MONEY = Question("money", "Money", "Which budget?", "", criterion="budget")
WHO = Question("who", "Who", "How is it decided?", "", criterion="authority")
STEP = Question("step", "Step", "What next?", "", criterion="timing", weight=9)
FIT_WHO = Question("fit-who", "Final say", "Who decides in the end?", "", criterion="authority", weight=3)
SCRIPT = Script(
    "s",
    "S",
    "en",
    1,
    (Section("a", "A", (GOAL, COST, MONEY, WHO)), Section("next", "Next", (STEP,))),
    "g",
    fit_test=Section("fit-test", "Fit test", (FIT_WHO,)),
)


def asked(scores: dict[str, int | None], marks: dict[str, QuestionState], **more: object) -> Advice:
    kept = more.pop("kept", [each.key for each in SCRIPT.questions if each.key not in marks])
    return advise(SCRIPT, stakes(FIVE, scores, Heat.HOT), marks, kept, **more)  # type: ignore[arg-type]


def test_the_mock_up_asks_who_decides_and_says_why() -> None:
    found = asked(MOCK_UP, {})
    assert (found.question, found.only) == (WHO, True)
    assert reason(found, Heat.HOT, FRENCH) == "la seule réponse qui peut changer l’action"
    assert asked(MOCK_UP, {}, kept=["fit-who"]).question == FIT_WHO


def test_the_heaviest_question_not_asked_yet_comes_first() -> None:
    scores: dict[str, int | None] = {"authority": 1, "fit": 2, "timing": 2}
    found = asked(scores, {})
    assert found.stake and (found.question, found.stake.criterion.key) == (COST, "need")
    assert asked(scores, {"cost": ASKED}).question == GOAL
    assert asked(scores, {"cost": ASKED, "goal": ASKED}).question == MONEY


def test_the_question_on_the_screen_is_the_one_advised_when_it_weighs_as_much() -> None:
    assert asked(MOCK_UP, {}, screen="fit-who").question == FIT_WHO
    scores: dict[str, int | None] = {"authority": 1, "fit": 2, "timing": 2}
    assert asked(scores, {}, screen="goal").question == COST
    assert asked(MOCK_UP, {"fit-who": ASKED}, screen="fit-who").question == WHO


def test_without_a_question_left_the_fit_test_then_what_was_skipped_then_the_next_step() -> None:
    assert asked(MOCK_UP, {"who": ASKED}).question == FIT_WHO
    assert asked(MOCK_UP, {"who": SKIPPED, "fit-who": ASKED}).question == WHO
    ended = asked(MOCK_UP, {"who": ASKED, "fit-who": ASKED})
    assert (ended.question, ended.stake, ended.ending) == (STEP, None, "asked")
    assert reason(ended, Heat.HOT, FRENCH) == "tout ce qui pouvait changer l’action a été demandé"


def test_what_fits_the_time_left_passes_before_what_decides_more() -> None:
    assert asked({"authority": 1, "fit": 2, "timing": 2}, {}, kept=["money"]).question == MONEY
    late = asked({}, {}, in_time=False)
    assert (late.question, late.ending) == (STEP, "time")


def test_when_nothing_can_change_the_action_the_next_step() -> None:
    found = asked({"need": 3, "budget": 3, "timing": 3, "fit": 3}, {})
    assert (found.question, found.ending) == (STEP, "settled")
    assert reason(found, Heat.HOT, FRENCH) == "aucune réponse ne peut plus changer l’action"
    assert asked({"need": 3, "budget": 3, "timing": 3, "fit": 3}, {"step": ASKED}).question is None


def test_the_reason_counts_cases_and_speaks_of_the_band_before_a_heat_is_chosen() -> None:
    found = asked({"need": 3, "timing": 0}, {})
    assert found.stake and found.stake.changes == 9
    assert reason(found, Heat.HOT, FRENCH) == "change l’action dans 9 cas sur 16"
    assert reason(found, None, Language("en")) == "changes the band in 9 cases out of 16"
    many = Advice(WHO, Stake(criterion("x"), 9_000, 16_384))
    assert reason(many, Heat.HOT, FRENCH) == "change l’action dans 55\u00a0% des cas"


def test_cells_that_the_rep_made_alike_leave_nothing_to_decide() -> None:
    assert stakes(FIVE, MOCK_UP, Heat.HOT)[0].decisive
    alike = {place: replace(each, action="Call them") for place, each in SHIPPED.items()}
    assert not stakes(FIVE, MOCK_UP, Heat.HOT, alike)[0].decisive
    low = {**alike, (Band.GOOD, Heat.HOT): SHIPPED[Band.GOOD, Heat.HOT]}
    assert stakes(FIVE, MOCK_UP, Heat.HOT, low)[0].decisive
