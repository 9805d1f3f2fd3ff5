"""Scores with one person on the line, and with several: what is on the disk, and what is taken back."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from sqlalchemy import select

from desktop.models.calls import Opinion, Score, ScoreMove
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.services import calls, grids, opinions, prospects, templates
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.calls.speaker_acts import SpeakerActs
from desktop.ui.workspace import Workspace
from tests.ui.calls.conftest import Rep

SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")


@pytest.fixture
def call(workspace: Workspace, clock, prospect_id: uuid.UUID) -> RunningCall:
    return RunningCall(workspace, workspace.do(calls.start_call, prospect_id, SCRIPT, GRID, now=clock.now()))


def _opinions(call: RunningCall, criterion: str) -> list[tuple[str, int | None]]:
    found = call.ask(opinions.by_criterion, call.call_id).get(criterion, ())
    return [(each.name.split()[0], each.level) for each in found]


def _saved(call: RunningCall) -> list[str]:
    """Every row that scores make, but their history."""

    def read(session) -> list[str]:
        scores = session.scalars(select(Score).where(Score.call_id == call.call_id))
        given = session.scalars(select(Opinion).where(Opinion.call_id == call.call_id))
        prospect = session.get_one(Prospect, call.prospect_id)
        rows = [f"{each.criterion} {each.level} {each.at}" for each in scores]
        rows += [f"{each.criterion} {each.contact_id} {each.level} {each.at}" for each in given]
        rows.append(f"{prospect.low} {prospect.high} {prospect.band} {prospect.band_high} {prospect.to_complete}")
        return sorted(rows)

    return call.ask(read)


def test_alone_the_same_level_again_clears_the_score(call: RunningCall) -> None:
    call.scoring.score(2)
    assert call.stack.undoText() == "score Stated need = 2"
    call.scoring.score(2)
    assert call.stack.undoText() == "score Stated need cleared"
    assert call.ask(calls.outline, call.call_id).call.speaker_id is None
    assert (call.sheet.row("need").answer, _opinions(call, "need")) == ("", [])
    call.undo()
    assert call.sheet.row("need").answer == 2


def test_the_second_person_agrees_with_the_first_instead_of_clearing(call: RunningCall) -> None:
    call.scoring.score(2)
    SpeakerActs(call).add("Karim Benali")
    call.scoring.score(2)
    assert call.stack.undoText() == "score Stated need = 2 (Karim)"
    assert (call.sheet.row("need").answer, _opinions(call, "need")) == (2, [("Claire", 2), ("Karim", 2)])
    call.scoring.score(2)
    assert call.stack.undoText() == "score Stated need cleared (Karim)"
    assert (call.sheet.row("need").answer, _opinions(call, "need")) == (2, [("Claire", 2)])


def test_who_clears_their_level_leaves_that_of_the_other(call: RunningCall, clock) -> None:
    acts = SpeakerActs(call)
    call.scoring.score(3, "budget")
    acts.add("Karim Benali")
    clock.advance(60)
    call.scoring.score(1, "budget")
    assert call.sheet.row("budget").answer == 1
    call.scoring.score(1, "budget")
    assert call.sheet.row("budget").answer == 3
    call.undo()
    assert (call.sheet.row("budget").answer, _opinions(call, "budget")) == (1, [("Claire", 3), ("Karim", 1)])


def test_done_again_an_opinion_is_that_of_who_gave_it(call: RunningCall) -> None:
    acts = SpeakerActs(call)
    acts.add("Karim Benali")
    call.scoring.score(1)
    call.undo()
    acts.step(1)
    call.redo()
    assert _opinions(call, "need") == [("Karim", 1)]
    assert acts.speakers.speaking.name == "Claire Fontaine"


def test_the_history_says_who_was_speaking(call: RunningCall) -> None:
    acts = SpeakerActs(call)
    claire = acts.speakers.current
    call.scoring.score(2)
    acts.add("Karim Benali")
    call.scoring.score(0)

    def moves(session) -> list[uuid.UUID | None]:
        mine = select(ScoreMove.contact_id).where(ScoreMove.call_id == call.call_id)
        return list(session.scalars(mine.order_by(ScoreMove.id)))

    assert call.ask(moves) == [claire, acts.speakers.current]


def test_heat_is_undone_by_name(call: RunningCall) -> None:
    call.scoring.set_heat(Heat.HOT)
    call.scoring.set_heat(Heat.HOT)
    assert (call.sheet.heat, call.stack.count()) == (Heat.HOT, 1)
    call.undo()
    assert call.sheet.heat is None


def test_the_keys_score_for_who_is_speaking(on_call: Rep) -> None:
    call = on_call.page.call
    acts = SpeakerActs(call)
    on_call.ctrl(Qt.Key.Key_3)
    acts.add("Karim Benali")
    on_call.ctrl(Qt.Key.Key_3)
    assert _opinions(call, "need") == [("Claire", 3), ("Karim", 3)]
    on_call.ctrl(Qt.Key.Key_1)
    assert (on_call.saved_sheet().row("need").answer, _opinions(call, "need")) == (1, [("Claire", 3), ("Karim", 1)])
    acts.step(1)
    on_call.ctrl(Qt.Key.Key_I)
    assert (on_call.saved_sheet().row("need").answer, _opinions(call, "need")) == (
        "?",
        [("Claire", None), ("Karim", 1)],
    )
    for _press in range(3):
        on_call.ctrl(Qt.Key.Key_Z)
    assert (on_call.saved_sheet().row("need").answer, _opinions(call, "need")) == (3, [])


_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("score"), st.sampled_from(("need", "budget")), st.sampled_from((0, 1, 2, 3, "?"))),
        st.tuples(st.just("step"), st.sampled_from((1, -1)), st.none()),
        st.tuples(st.just("join"), st.sampled_from(("Karim", "Léa")), st.none()),
        st.tuples(st.just("undo"), st.none(), st.none()),
        st.tuples(st.just("redo"), st.none(), st.none()),
    ),
    max_size=14,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=_ACTS)
def test_whatever_they_all_say_undone_leaves_the_same_rows(workspace: Workspace, clock, acts: list[tuple]) -> None:
    prospect_id = workspace.do(prospects.create_prospect, now=clock.now(), company="Brévent", person="Claire Fontaine")
    call = RunningCall(workspace, workspace.do(calls.start_call, prospect_id, SCRIPT, GRID, now=clock.now()))
    speaking = SpeakerActs(call)
    states = [_saved(call)]
    for what, first, second in acts:
        clock.advance(10)
        before = call.stack.index()
        if what == "score":
            call.scoring.score(second, first)
        elif what == "step":
            speaking.step(first)
        elif what == "join":
            speaking.add(first)
        else:
            call.undo() if what == "undo" else call.redo()
        if call.stack.index() > before:
            states[before + 1 :] = [_saved(call)]
        else:
            assert _saved(call) == states[call.stack.index()]
        assert call.sheet == call.ask(grids.call_sheet, call.call_id)
    while call.stack.canUndo():
        call.undo()
        assert _saved(call) == states[call.stack.index()]
