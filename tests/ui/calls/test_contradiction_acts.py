import time

import pytest

from desktop.models.matrix import Heat
from desktop.services import calls, templates
from desktop.ui.calls.contradiction_acts import ContradictionActs
from desktop.ui.calls.running_call import RunningCall


@pytest.fixture
def call(workspace, clock, prospect_id) -> RunningCall:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    return RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))


@pytest.fixture
def acts(call) -> ContradictionActs:
    return ContradictionActs(call)


def keys(acts: ContradictionActs) -> list[str]:
    return [each.rule.key for each in acts.found]


def test_words_then_a_score_or_a_score_then_words(call, acts) -> None:
    call.lines.add("Honestly, not before next year.")
    assert keys(acts) == []
    call.scoring.score(3, "timing")
    assert keys(acts) == ["timing-not-before"]
    call.scoring.score(1, "timing")
    assert keys(acts) == []
    call.scoring.score(3, "authority")
    call.lines.add("! I need to talk to my partner")
    assert keys(acts) == ["authority-consults"]


def test_undo_takes_the_contradiction_back(call, acts) -> None:
    call.scoring.score(3, "timing")
    call.lines.add("Not before next year.")
    assert keys(acts) == ["timing-not-before"]
    call.undo()
    assert keys(acts) == []
    call.redo()
    assert keys(acts) == ["timing-not-before"]


def test_a_note_contradicts_nothing(call, acts) -> None:
    call.scoring.score(3, "timing")
    call.lines.add("- not before next year, I think")
    assert keys(acts) == []


def test_what_was_seen_stays_away_until_other_words_are_said(call, acts, qtbot) -> None:
    call.scoring.score(3, "timing")
    call.lines.add("Not before next year.")
    with qtbot.waitSignal(acts.changed):
        acts.seen()
    assert acts.current is None
    call.scoring.score(2, "timing")
    call.scoring.score(3, "timing")
    assert acts.current is None
    call.lines.add("As I said, nothing before next year.")
    assert keys(acts) == ["timing-not-before"]


def test_heat_is_heard_too(call, acts) -> None:
    call.lines.add("We sell windows")
    call.scoring.score(1, "need")
    call.scoring.set_heat(Heat.HOT)
    assert keys(acts) == ["enthusiast-without-need"]


def test_a_call_taken_up_again_knows_what_was_said(call, workspace, qtbot) -> None:
    call.lines.add("Not before next year.")
    call.scoring.score(3, "timing")
    again = ContradictionActs(RunningCall(workspace, call.call_id, call))
    qtbot.waitUntil(lambda: keys(again) == ["timing-not-before"])
    assert again.speaker(again.found[0].heard[0].said.speaker) == "Claire"
    assert again.criterion("timing") == call.sheet.row("timing").criterion.name
    assert again.speaker(None) == ""


def test_a_new_line_costs_the_same_in_a_long_call(call, acts) -> None:
    def best_of(tries: int) -> float:
        times = []
        for entry in call.entries[:tries]:
            started = time.perf_counter()
            call.entry_added.emit(entry)
            times.append(time.perf_counter() - started)
        return min(times)

    for number in range(5):
        call.lines.add(f"Not before next year, reason {number}.")
    short = best_of(5)
    for number in range(100):
        call.lines.add(f"Not before next year, other reason {number}.")
    assert best_of(5) < 4 * short + 0.0005
