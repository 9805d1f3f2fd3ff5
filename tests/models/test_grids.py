"""The interval and the band against a brute force that knows nothing of the code: it tries every completion."""

import itertools
import json
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.i18n import Language
from desktop.models import grids
from desktop.models.grids import Band, Criterion, Grid, standing

FRENCH = Language("fr")
LEVELS = ("none", "little", "some", "much")
KEYS = ("need", "budget", "authority", "timing", "fit")


def criterion(key: str, weight: int = 1, knock_out: int | None = None) -> Criterion:
    return Criterion(key, key.capitalize(), "objective", LEVELS, weight, knock_out)


def make_grid(*criteria: Criterion, **thresholds: int) -> Grid:
    return Grid("g", "G", "en", 1, criteria or tuple(criterion(key) for key in KEYS), **thresholds)


def brute_band(grid: Grid, levels: dict[str, int]) -> Band:
    """The band of a grid with no unknown, by fractions."""
    if any(c.knock_out is not None and levels[c.key] <= c.knock_out for c in grid.criteria):
        return Band.LOW
    total = sum(Fraction(levels[c.key], 3) * c.weight for c in grid.criteria)
    share = total / sum(c.weight for c in grid.criteria)
    if share >= Fraction(grid.good, 100):
        return Band.GOOD
    return Band.MEDIUM if share >= Fraction(grid.medium, 100) else Band.LOW


def completions(grid: Grid, scores: dict[str, int | None]) -> list[dict[str, int]]:
    choices = [range(4) if scores.get(c.key) is None else [scores[c.key]] for c in grid.criteria]
    keys = [c.key for c in grid.criteria]
    return [dict(zip(keys, levels, strict=True)) for levels in itertools.product(*choices)]


def check_against_brute_force(grid: Grid, scores: dict[str, int | None]) -> None:
    every = completions(grid, scores)
    totals = [sum(c.weight * levels[c.key] for c in grid.criteria) for levels in every]
    order = list(Band)
    bands = [order.index(brute_band(grid, levels)) for levels in every]
    found = standing(grid, scores)
    assert (found.low, found.high) == (min(totals), max(totals))
    assert (found.band_low, found.band_high) == (order[min(bands)], order[max(bands)])
    known = [c for c in grid.criteria if scores.get(c.key) is not None]
    assert (found.known, found.count) == (len(known), len(grid.criteria))
    share = Fraction(sum(c.weight for c in known), sum(c.weight for c in grid.criteria))
    assert found.to_complete == (share < Fraction(grid.complete, 100))


def test_all_states_of_five_criteria() -> None:
    grid = make_grid()
    states = list(itertools.product((None, 0, 1, 2, 3), repeat=5))
    assert len(states) == 5**5
    for state in states:
        check_against_brute_force(grid, dict(zip(KEYS, state, strict=True)))


def test_not_asked_and_unknown_weigh_the_same() -> None:
    grid = make_grid()
    for state in itertools.product((None, 0, 3), repeat=5):
        unknown = dict(zip(KEYS, state, strict=True))
        absent = {key: level for key, level in unknown.items() if level is not None}
        assert standing(grid, absent) == standing(grid, unknown)


@st.composite
def grids_and_scores(draw: st.DrawFn) -> tuple[Grid, dict[str, int | None]]:
    count = draw(st.integers(1, 4))
    knock_outs = st.none() | st.integers(0, 2)
    criteria = [criterion(key, draw(st.integers(1, 5)), draw(knock_outs)) for key in KEYS[:count]]
    medium, good = sorted((draw(st.integers(0, 100)), draw(st.integers(0, 100))))
    grid = make_grid(*criteria, good=good, medium=medium, complete=draw(st.integers(0, 100)))
    return grid, draw(st.dictionaries(st.sampled_from(KEYS[:count]), st.none() | st.integers(0, 3)))


@settings(deadline=None)
@given(grids_and_scores())
def test_any_weights_thresholds_and_knock_outs(case: tuple[Grid, dict[str, int | None]]) -> None:
    check_against_brute_force(*case)


@pytest.mark.parametrize(
    ("levels", "band"),
    [
        ((3, 3, 3, 2, 0), Band.GOOD),
        ((3, 3, 3, 1, 0), Band.MEDIUM),
        ((3, 3, 0, 0, 0), Band.MEDIUM),
        ((3, 2, 0, 0, 0), Band.LOW),
    ],
)
def test_default_thresholds_out_of_fifteen(levels: tuple[int, ...], band: Band) -> None:
    """70 % of 15 is 10.5: 11 is good and 10 is not; 40 % is 6 exactly, and 6 is medium."""
    found = standing(make_grid(), dict(zip(KEYS, levels, strict=True)))
    assert (found.band_low, found.band_high) == (band, band)


def test_zero_is_evidence_and_unknown_is_not() -> None:
    scores = dict.fromkeys(KEYS[:4], 3)
    zero, unknown = (standing(make_grid(), {**scores, "fit": level}) for level in (0, None))
    assert (zero.low, zero.high, zero.known) == (12, 12, 5)
    assert (unknown.low, unknown.high, unknown.known) == (12, 15, 4)


def test_exactly_sixty_percent_known_is_enough() -> None:
    assert not standing(make_grid(), dict.fromkeys(KEYS[:3], 1)).to_complete
    assert standing(make_grid(), dict.fromkeys(KEYS[:2], 3)).to_complete


def test_a_knock_out_wins_over_the_total_and_names_its_criterion() -> None:
    grid = make_grid(criterion("need"), criterion("budget", knock_out=1), criterion("fit", weight=5))
    found = standing(grid, {"need": 3, "budget": 1, "fit": 3})
    assert (found.band_low, found.band_high, found.knocked_out) == (Band.LOW, Band.LOW, ("budget",))
    assert standing(grid, {"need": 3, "budget": 2, "fit": 3}).knocked_out == ()


def test_an_unknown_that_could_knock_out_does_not_flatter() -> None:
    grid = make_grid(criterion("need", weight=5), criterion("budget", knock_out=0))
    found = standing(grid, {"need": 3})
    assert (found.band_low, found.band_high, found.knocked_out) == (Band.LOW, Band.GOOD, ())


def test_gaps_come_in_the_order_to_lift_them() -> None:
    criteria = [criterion("need"), criterion("budget", weight=2), criterion("authority"), criterion("timing")]
    grid = make_grid(*criteria, criterion("fit", knock_out=0))
    scores = {"need": 1, "timing": 0, "fit": 0}
    assert standing(grid, scores).gaps == ("fit", "budget", "authority", "timing", "need")
    assert standing(grid, {}).gaps == ("fit", "budget", "need", "authority", "timing")
    assert standing(make_grid(), dict.fromkeys(KEYS, 2)).gaps == ()


def test_a_score_outside_the_scale_is_a_bug() -> None:
    for level in (-1, 4):
        with pytest.raises(ValueError, match="budget"):
            standing(make_grid(), {"budget": level})


def test_scores_of_other_grids_are_ignored() -> None:
    assert standing(make_grid(), {"need": 2, "metrics": 3}) == standing(make_grid(), {"need": 2})


def test_a_grid_survives_json() -> None:
    grid = make_grid(criterion("need", 2, 0), criterion("fit"), good=80, medium=30, complete=50)
    assert Grid.from_dict(json.loads(json.dumps(grid.as_dict()))) == grid


def test_a_criterion_is_found_by_key() -> None:
    assert make_grid().criterion("timing").name == "Timing"
    with pytest.raises(KeyError):
        make_grid().criterion("metrics")


def test_words_of_the_mock_up() -> None:
    found = standing(make_grid(), {"need": 3, "budget": 2, "timing": 3, "fit": 2, "authority": None})
    assert grids.total_label(found, FRENCH) == "10 à 13"
    assert grids.maximum_label(found, FRENCH) == "sur 15"
    assert grids.qualification_label(found, FRENCH) == "Qualification moyenne à bonne"
    assert grids.known_label(found, FRENCH) == "4 sur 5 renseignés"
    assert grids.band_label(found, Language("en")) == "medium to good"


def test_words_of_a_complete_and_of_an_incomplete_grid() -> None:
    whole = standing(make_grid(), dict.fromkeys(KEYS, 3))
    assert (grids.total_label(whole, FRENCH), grids.band_label(whole, FRENCH)) == ("15", "bonne")
    assert grids.qualification_label(standing(make_grid(), {}), FRENCH) == "Qualification à compléter"
    knocked = standing(make_grid(criterion("need", knock_out=0), criterion("fit")), {"need": 0})
    assert knocked.to_complete and grids.band_label(knocked, FRENCH) == "faible"
