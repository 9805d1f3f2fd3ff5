import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.i18n import Language
from desktop.models.evidence import Grade, best_grade, grade_label, proven_label, proven_total
from desktop.models.grids import Criterion, Grid, standing

LEVELS = ("none", "mentioned", "described", "strong")
NEED = Criterion("need", "Need", "objective", LEVELS)
FIT = Criterion("fit", "Fit", "subjective", LEVELS)
KEEN = Criterion(
    "keen", "Keen", "subjective", LEVELS, evidence=(Grade.ASSUMED, Grade.STATED, Grade.STATED, Grade.DOCUMENTED)
)


def test_grades_rise_from_a_guess_to_a_document() -> None:
    assert sorted(Grade, key=lambda grade: grade.rank) == [
        Grade.ASSUMED,
        Grade.STATED,
        Grade.CONFIRMED,
        Grade.DOCUMENTED,
    ]


@pytest.mark.parametrize(
    ("criterion", "required"),
    [
        (NEED, [Grade.ASSUMED, Grade.ASSUMED, Grade.STATED, Grade.CONFIRMED]),
        (FIT, [Grade.ASSUMED] * 4),
        (KEEN, [Grade.ASSUMED, Grade.STATED, Grade.STATED, Grade.DOCUMENTED]),
    ],
)
def test_level_2_asks_for_words_level_3_for_their_agreement_unless_the_grid_says_otherwise(criterion, required) -> None:
    assert [criterion.required(level) for level in range(4)] == required
    for level, grade in enumerate(required):
        assert criterion.proven(level, grade)
        assert criterion.proven(level, Grade.DOCUMENTED)
        weaker = list(Grade)[: grade.rank]
        assert not any(criterion.proven(level, each) for each in weaker)
    assert criterion.proven(None, Grade.ASSUMED)


def test_the_best_grade_counts_and_no_words_are_a_guess() -> None:
    assert best_grade([Grade.STATED, Grade.CONFIRMED, Grade.ASSUMED]) is Grade.CONFIRMED
    assert best_grade([]) is Grade.ASSUMED


def test_what_is_proven_is_weighted_and_an_impression_is_enough_for_a_subjective_criterion() -> None:
    heavy = Criterion("budget", "Budget", "objective", LEVELS, weight=2)
    lines = [(NEED, 3, Grade.STATED), (heavy, 2, Grade.STATED), (FIT, 2, Grade.ASSUMED), (KEEN, None, Grade.STATED)]
    assert proven_total(lines) == 0 + 4 + 2 + 0


@given(st.lists(st.tuples(st.none() | st.integers(0, 3), st.sampled_from(Grade)), min_size=5, max_size=5))
def test_what_is_proven_never_exceeds_the_low_total_and_all_documented_reaches_it(found) -> None:
    criteria = tuple(
        Criterion(str(place), "x", "subjective" if place == 4 else "objective", LEVELS, weight=place % 2 + 1)
        for place in range(5)
    )
    low = standing(
        Grid("g", "G", "en", 1, criteria), {c.key: level for c, (level, _) in zip(criteria, found, strict=True)}
    ).low
    lines = [(c, level, grade) for c, (level, grade) in zip(criteria, found, strict=True)]
    assert 0 <= proven_total(lines) <= low
    assert proven_total((c, level, Grade.DOCUMENTED) for c, level, _grade in lines) == low


@pytest.mark.parametrize(
    ("proven", "low", "english", "french"),
    [
        (7, 10, "7 proven", "dont 7 prouvés"),
        (1, 10, "1 proven", "dont 1 prouvé"),
        (10, 10, "all proven", "tous prouvés"),
        (0, 10, "none proven", "aucun prouvé"),
        (0, 0, "", ""),
    ],
)
def test_how_much_is_proven_in_words(proven: int, low: int, english: str, french: str) -> None:
    assert proven_label(proven, low, Language("en")) == english
    assert proven_label(proven, low, Language("fr")) == french


def test_each_grade_has_its_word() -> None:
    assert [grade_label(grade, Language("fr")) for grade in Grade] == ["supposé", "dit", "confirmé", "documenté"]
