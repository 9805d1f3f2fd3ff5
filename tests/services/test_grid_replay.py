"""A new grid against prospects already scored: who moves, who does not, and nothing written."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.models.grids import Band, standing
from desktop.models.matrix import Heat
from desktop.services import calls, grids, library, library_drafts, prospects
from desktop.services.grid_replay import BATCH, CancelledError, Place, replay
from desktop.services.scoring import set_score
from tests.services.library_case import GRID, NOW

KEYS = ("need", "budget", "authority", "timing", "fit")


@pytest.fixture
def grid(session):
    return library.grid(session, "five-criteria", "en")


@pytest.fixture
def scored(session, grid):
    def score(name, levels, heat=Heat.HOT, held_with=None, at=NOW):
        key = prospects.create_prospect(session, now=at, company=name)
        script = library.script(session, "b2b", "en")
        call = calls.start_call(session, key, script, held_with or grid, now=at)
        for criterion, level in zip(KEYS, levels, strict=False):
            if level is not None:
                set_score(session, call, criterion, level, at=at)
        calls.leave(session, call, now=at)
        prospects.set_heat(session, key, heat, now=at)
        return key

    return score


def test_the_same_grid_moves_nobody(session, grid, scored):
    for place in range(4**3):
        levels = [place % 4, place // 4 % 4, place // 16 % 4, 3, None]
        scored(f"P{place}", levels)
    result = replay(session, grid)
    assert (result.count, result.changed, result.flows, result.moves) == (64, 0, (), ())


def test_a_stricter_threshold_says_who_falls_and_to_what(session, grid, scored):
    roux = scored("Roux", [3, 3, 3, 2, 0])
    scored("Brévent", [3, 3, 3, 3, 3])
    scored("Morel", [1, 1, 1, 1, 1], Heat.COLD)
    result = replay(session, replace(grid, good=90))
    assert (result.count, result.changed) == (3, 1)
    (move,) = result.moves
    assert (move.prospect_id, move.name, move.low_before, move.low_after) == (roux, "Roux", 11, 11)
    assert (move.before, move.after) == (Place(Band.GOOD, Heat.HOT), Place(Band.MEDIUM, Heat.HOT))
    assert result.flows == ((move.before, move.after, 1),)


def test_a_knock_out_a_weight_and_a_share_known_all_count(session, grid, scored):
    scored("No budget", [3, 0, 3, 3, 3], Heat.WARM)
    scored("Heavy fit", [3, 3, 2, 2, 0])
    scored("Barely known", [3, 3, 3, None, None])
    knock_out = replace(
        grid, criteria=tuple(replace(c, knock_out=0 if c.key == "budget" else None) for c in grid.criteria)
    )
    heavy = replace(grid, criteria=tuple(replace(c, weight=5 if c.key == "fit" else 1) for c in grid.criteria))
    assert [(m.name, m.after.band) for m in replay(session, knock_out).moves] == [("No budget", Band.LOW)]
    assert {(m.name, m.after.band) for m in replay(session, heavy).moves} == {
        ("Heavy fit", Band.LOW),
        ("Barely known", None),
    }
    assert [(m.name, m.after.band) for m in replay(session, replace(grid, complete=80)).moves] == [
        ("Barely known", None)
    ]


def test_only_those_whose_latest_call_was_held_with_it_are_compared(session, grid, scored):
    bant = library.grid(session, "bant", "en")
    scored("Ours", [3, 3, 3, 3, 3])
    scored("Theirs", [3, 3, 3, 3], held_with=bant)
    gone = scored("Gone", [3, 3, 3, 3, 3])
    prospects.remove_prospect(session, gone, at=NOW)
    result = replay(session, replace(grid, good=100, medium=100, complete=100))
    assert result.count == 1


def test_a_grid_that_no_call_knows_is_replayed_on_all_that_speak_of_it(session, grid, scored):
    scored("Ours", [3, 3, 3, 2, 0])
    scored("Theirs", [3, 3, 3, 3], held_with=library.grid(session, "bant", "en"))
    house = library_drafts.duplicate(session, GRID, "House", now=NOW)
    content = library.piece(session, house).content
    result = replay(session, type(grid).from_dict({**content, "good": 100}))
    assert result.count == 2 and [each.name for each in result.moves] == ["Ours", "Theirs"]


def test_levels_carried_over_from_an_earlier_call_count(session, grid, scored):
    key = scored("Roux", [3, 3, 3, 2, None], at=NOW - timedelta(days=30))
    call = calls.start_call(session, key, library.script(session, "b2b", "en"), grid, now=NOW)
    set_score(session, call, "need", 1, at=NOW)
    levels = grids.current_levels(session, [key])[key]
    (move,) = replay(session, replace(grid, good=60, medium=60)).moves
    assert move.low_after == standing(grid, levels).low == 9
    assert (move.before.band, move.after.band) == (Band.MEDIUM, Band.GOOD)


def test_the_first_are_listed_and_all_are_counted(session, grid, scored):
    for place in range(12):
        scored(f"P{place:02}", [3, 3, 3, 2, 0])
    result = replay(session, replace(grid, good=90), 5)
    assert result.changed == 12 and [each.name for each in result.moves] == [f"P{place:02}" for place in range(5)]
    assert result.flows[0][2] == 12


def test_it_can_be_stopped_between_batches_and_tells_how_far_it_is(session, grid, scored):
    for place in range(3):
        scored(f"P{place}", [3, 3, 3, 2, 0])
    said = []
    replay(session, grid, 5, lambda done, count: said.append((done, count)) or True)
    assert said == [(0, 3), (3, 3)] and BATCH >= 3
    with pytest.raises(CancelledError):
        replay(session, grid, 5, lambda _done, _count: False)
