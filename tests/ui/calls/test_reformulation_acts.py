"""F5 proposes, the answer is on the disk, and one undo takes it back: evidence, need and correction together."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.models.calls import Entry
from desktop.models.evidence import Grade
from desktop.models.needs import Need, Reply
from desktop.services import calls, needs, reformulations, templates
from desktop.services.reformulations import Proposal
from desktop.ui.calls.reformulation_acts import ReformulationActs, reformulation_actions
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.workspace import Workspace

SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")


@pytest.fixture
def call(workspace: Workspace, clock, prospect_id: uuid.UUID) -> RunningCall:
    return RunningCall(workspace, workspace.do(calls.start_call, prospect_id, SCRIPT, GRID, now=clock.now()))


@pytest.fixture
def acts(call: RunningCall) -> ReformulationActs:
    return ReformulationActs(call)


@pytest.fixture
def shown(acts: ReformulationActs) -> list[Proposal | None]:
    found: list[Proposal | None] = []
    acts.proposed.connect(found.append)
    return found


@pytest.fixture
def refused(call: RunningCall) -> list[str]:
    found: list[str] = []
    call.refused.connect(found.append)
    return found


def need_of_last(call: RunningCall) -> uuid.UUID:
    return call.write(needs.add_need, call.prospect_id, [call.entries[-1].id], now=call.now())


def saved(call: RunningCall) -> tuple[object, ...]:
    """What the answers decide, on the file."""

    def read(session) -> tuple[object, ...]:
        stated = session.scalars(select(Need).where(Need.prospect_id == call.prospect_id).order_by(Need.position))
        said = [(each.text, each.grade, each.citable) for each in calls.entries(session, call.call_id)]
        return [(each.confirmed, each.confirmed_at, each.confirmed_via) for each in stated], said

    return call.ask(read)


def test_with_nothing_said_it_says_what_to_do(acts, shown, refused) -> None:
    assert not acts.say_back()
    assert not acts.ready()
    assert not acts.reply(Reply.CONFIRMED)
    assert shown == []
    assert len(refused) == 3
    assert "F5" in refused[-1]


def test_each_f5_proposes_another_sentence_for_the_same_words(call, acts, shown) -> None:
    call.lines.add("We lose a day a week.")
    for _press in range(3):
        assert acts.say_back()
    assert len({each.sentence for each in shown}) == 3
    assert {each.entry_id for each in shown} == {call.entries[0].id}
    call.lines.add("Our reps hate it.")
    acts.say_back()
    assert shown[-1].entry_id == call.entries[1].id
    acts.say_back(call.entries[0].id)
    assert shown[-1] == shown[0], "the first sentence again, for words chosen anew"
    acts.say_back()
    assert shown[-1] == shown[1], "the words that were chosen, until others are said"


def test_an_answer_is_saved_shown_and_named(call, acts, shown) -> None:
    call.lines.add("We lose a day a week.")
    entry_id, before = call.entries[0].id, saved(call)
    changed: list[Entry] = []
    call.entry_changed.connect(changed.append)
    answered: list[uuid.UUID] = []
    acts.answered.connect(answered.append)
    acts.say_back()
    assert acts.reply(Reply.CONFIRMED, "You lose a day. Right?")
    assert shown[-1] is None
    assert acts.proposal is None
    assert call.entries[0].grade is Grade.CONFIRMED
    assert changed[-1].grade is Grade.CONFIRMED
    assert call.stack.undoText() == "reformulation confirmed: We lose a day a week."
    assert call.ask(reformulations.latest_replies, call.call_id) == {entry_id: Reply.CONFIRMED}
    after = saved(call)
    call.undo()
    assert (saved(call), call.entries[0].grade) == (before, Grade.STATED)
    call.redo()
    assert (saved(call), call.entries[0].grade) == (after, Grade.CONFIRMED)
    assert answered == [entry_id] * 3


def test_a_correction_comes_and_goes_in_one(call, acts) -> None:
    call.lines.add("We lose a day a week.")
    call.lines.toggle_citable()
    need_of_last(call)
    before = saved(call)
    acts.say_back()
    assert acts.reply(Reply.CORRECTED, correction="Two days, in fact.")
    assert [(each.text, each.citable) for each in call.entries][-1] == ("Two days, in fact.", True)
    assert call.entries[-1].grade is Grade.CONFIRMED
    after = saved(call)
    assert after[0][0][0] is True
    call.undo()
    assert saved(call) == before
    assert len(call.entries) == 1
    call.redo()
    assert saved(call) == after


def test_a_correction_without_words_is_refused_and_the_sentence_stays(call, acts, refused) -> None:
    call.lines.add("We lose a day a week.")
    acts.say_back()
    assert not acts.reply(Reply.CORRECTED, correction="  ")
    assert len(refused) == 1
    assert acts.proposal is not None
    assert call.stack.undoText().startswith("words: ")


def test_a_sentence_goes_with_its_words(call, acts, shown) -> None:
    call.lines.add("We lose a day a week.")
    acts.say_back()
    call.undo()
    assert shown[-1] is None
    acts.put_away()
    call.redo()
    acts.say_back()
    acts.put_away()
    assert acts.proposal is None


MOVES = st.lists(st.sampled_from(["say", "yes", "amend", "no", "undo", "redo"]), max_size=12)


@given(moves=MOVES)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_acts_undone_to_the_start_leave_the_file_as_it_was(workspace, clock, prospect_id, moves: list[str]) -> None:
    call = RunningCall(workspace, workspace.do(calls.start_call, prospect_id, SCRIPT, GRID, now=clock.now()))
    acts = ReformulationActs(call)
    call.write(calls.add_entry, call.call_id, "verbatim", "We lose a day a week.", at=call.now())
    call.reread()
    need_of_last(call)
    before = saved(call)
    replies = {"yes": Reply.CONFIRMED, "amend": Reply.CORRECTED, "no": Reply.REFUSED}
    for number, move in enumerate(moves):
        clock.advance(seconds=7)
        if move == "say":
            call.lines.add(f"We lose {number} days.")
        elif move in replies:
            acts.say_back()
            assert acts.reply(replies[move], correction=f"No, {number}." if move == "amend" else "")
        else:
            getattr(call, move)()
    while call.stack.canUndo():
        call.undo()
    assert saved(call) == before


def test_the_keys_do_nothing_before_a_sentence_is_shown(call, acts, refused) -> None:
    done: list[object] = []
    actions = reformulation_actions(lambda: acts, lambda: True, done.append, lambda: done.append("field"))
    assert [each.keys for each in actions] == [("F5",), ("F7",), ("F8",), ("Shift+F7",)]
    say_back, yes, amend, no = actions
    for each in (yes, amend, no):
        each.trigger()
    assert (done, len(refused)) == ([], 3)
    call.lines.add("We lose a day a week.")
    for each in (say_back, yes, amend, no):
        each.trigger()
    assert done == [Reply.CONFIRMED, "field", Reply.REFUSED]
    assert all(each.enabled() for each in actions)
    for each in reformulation_actions(lambda: None, lambda: True, done.append, lambda: None):
        each.trigger()
    assert len(done) == 3
