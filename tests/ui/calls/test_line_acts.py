"""What is typed in the line of a call: what is on the disk, what is told, and what undo brings back."""

import uuid
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import i18n
from desktop.models.calls import Entry
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.services import calls, followups, prospects, templates
from desktop.services.followups import NextStep
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.workspace import Workspace


@pytest.fixture
def call(workspace: Workspace, clock, prospect_id: uuid.UUID) -> RunningCall:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    return RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))


def said(call: RunningCall) -> list[tuple[str, str, str]]:
    entries = call.ask(calls.entries, call.call_id)
    assert [entry.id for entry in entries] == [entry.id for entry in call.entries]
    assert [entry.words for entry in entries] == [entry.words for entry in call.entries]
    return [(entry.kind, entry.text, entry.words) for entry in entries]


def fixed(call: RunningCall) -> NextStep | None:
    return call.ask(followups.of_call, call.call_id)


def refusal(call: RunningCall) -> list[str]:
    told: list[str] = []
    call.refused.connect(told.append)
    return told


def change_last(call: RunningCall, typed: str) -> bool:
    last = call.lines.last_typed()
    assert last is not None
    return call.lines.change(last[0], typed)


def test_each_sign_makes_its_kind(call: RunningCall) -> None:
    for raw in ("we lose a day", "- ask Karim", "! too dear", "? who signs", "#1 in the region", "-10 %"):
        assert call.lines.add(raw)
    assert [kind for kind, _text, _words in said(call)] == [
        *("verbatim", "note", "objection", "question"),
        *("verbatim", "verbatim"),
    ]


def test_what_is_not_understood_is_refused_and_nothing_is_kept(call: RunningCall) -> None:
    refused = refusal(call)
    for raw in ("=boiling", "@home", "# ,", "# impact"):
        assert not call.lines.add(raw)
    assert len(refused) == 4
    assert (said(call), call.stack.count(), fixed(call)) == ([], 0, None)


def test_tags_go_on_the_last_entry_and_come_off(call: RunningCall, qtbot) -> None:
    call.lines.add("we lose a day")
    call.lines.add("- ask Karim")
    with qtbot.waitSignal(call.entry_changed) as changed:
        assert call.lines.add("# Impact, marge")
    assert changed.args[0].tags == ["Impact", "marge"]
    count = call.stack.count()
    assert call.lines.add("# impact")
    assert call.stack.count() == count
    assert call.lines.add("# -impact")
    assert call.stack.undoText() == "tag impact taken off"
    tags = [entry.tags for entry in call.ask(calls.entries, call.call_id)]
    assert tags == [[], ["marge"]]
    call.undo()
    call.undo()
    assert [entry.tags for entry in call.ask(calls.entries, call.call_id)] == [[], []]
    call.redo()
    assert call.entries[-1].tags == ["Impact", "marge"]
    refused = refusal(call)
    assert not call.lines.add("# -prix")
    assert refused == ["The last entry has no tag “prix”."]


def test_a_next_step_is_planned_at_once_and_told(call: RunningCall, qtbot) -> None:
    with qtbot.waitSignal(call.told) as told:
        assert call.lines.add("@ven 10h visio: valider le budget")
    assert told.args == ["Next step: Fri 27 Nov at 10:00 · Video call · valider le budget"]
    step = fixed(call)
    assert step is not None
    assert (step.due_local, step.zone) == (datetime.fromisoformat("2026-11-27T10:00"), "Europe/Paris")
    assert (step.channel, step.objective, step.subject) == (Channel.VIDEO, Objective.VALIDATION, "valider le budget")
    assert step.contact_id == call.outline.contact.id
    assert call.stack.undoText() == "next step Fri 27 Nov at 10:00"


def test_a_next_step_that_names_neither_is_a_call_to_what_the_matrix_says(call: RunningCall) -> None:
    call.lines.add("@in 2 weeks")
    step = fixed(call)
    assert step is not None
    assert (step.channel, step.objective, step.subject) == (Channel.PHONE, Objective.PRECISION, "")


def test_a_second_next_step_replaces_the_first_and_each_is_undone(call: RunningCall) -> None:
    call.lines.add("@fri 10am budget")
    first = fixed(call)
    call.lines.add("@mon 11am decision")
    second = fixed(call)
    assert first is not None and second is not None
    assert second.subject == "decision"
    call.undo()
    assert fixed(call) == first
    call.undo()
    assert fixed(call) is None
    call.redo()
    call.redo()
    assert fixed(call) == second


def test_a_day_that_is_not_worked_is_kept_and_said(call: RunningCall, qtbot) -> None:
    i18n.use("fr")
    with qtbot.waitSignal(call.told) as told:
        call.lines.add("@25/12/2027 10h")
    assert told.args == ["Prochaine étape\u00a0: samedi 25 décembre 2027 à 10:00 · Téléphone · jour non travaillé"]


def test_a_next_step_in_the_past_is_refused(call: RunningCall) -> None:
    refused = refusal(call)
    assert not call.lines.add("@20/11/2026 10h")
    assert refused == ["This date is already past. Choose a later one."]
    assert (fixed(call), call.stack.count()) == (None, 0)


def test_other_words_for_a_verbatim_are_a_correction(call: RunningCall, qtbot) -> None:
    call.lines.add("we loose a day")
    with qtbot.waitSignal(call.entry_changed):
        assert change_last(call, "we lose a day")
    assert said(call) == [("verbatim", "we loose a day", "we lose a day")]
    assert call.stack.undoText() == "correction: we lose a day"
    assert call.lines.last_typed() == (call.entries[-1].id, "we lose a day")
    call.undo()
    assert said(call) == [("verbatim", "we loose a day", "we loose a day")]
    call.redo()
    change_last(call, "we loose a day")
    assert said(call) == [("verbatim", "we loose a day", "we loose a day")]
    call.undo()
    assert said(call) == [("verbatim", "we loose a day", "we lose a day")]


def test_another_sign_changes_the_kind_in_one_act(call: RunningCall) -> None:
    call.lines.add("first")
    call.lines.add("too dear for us")
    former = call.entries[-1]
    assert change_last(call, "! too dear for us")
    assert call.stack.count() == 3
    assert said(call)[1:] == [("objection", "too dear for us", "too dear for us")]
    assert call.entries[-1].at == former.at
    call.undo()
    assert call.entries[-1].id == former.id
    call.redo()
    call.undo()
    call.redo()
    assert said(call) == [("verbatim", "first", "first"), ("objection", "too dear for us", "too dear for us")]


def test_other_words_for_a_note_take_its_place(call: RunningCall) -> None:
    call.lines.add("- ask Karin")
    assert call.lines.last_typed() == (call.entries[-1].id, "- ask Karin")
    assert change_last(call, "- ask Karim")
    assert said(call) == [("note", "ask Karim", "ask Karim")]
    call.undo()
    assert said(call) == [("note", "ask Karin", "ask Karin")]


def test_the_same_line_saved_again_changes_nothing(call: RunningCall) -> None:
    call.lines.add("! too dear")
    assert change_last(call, " ! too dear ")
    assert call.stack.count() == 1


@pytest.mark.parametrize("typed", ["=hot", "# impact", "@fri 10am", "@home"])
def test_an_entry_becomes_nothing_but_an_entry(call: RunningCall, typed: str) -> None:
    call.lines.add("we lose a day")
    refused = refusal(call)
    assert not change_last(call, typed)
    assert len(refused) == 1
    assert (said(call), fixed(call), call.sheet.heat) == ([("verbatim", "we lose a day", "we lose a day")], None, None)


def test_an_entry_that_was_taken_back_is_not_changed(call: RunningCall) -> None:
    call.lines.add("we lose a day")
    last = call.lines.last_typed()
    assert last is not None
    call.undo()
    assert call.lines.last_typed() is None
    refused = refusal(call)
    assert not call.lines.change(last[0], "we lose two days")
    assert refused == ["This entry was taken back. Press Esc, then type the words anew."]


LINES = st.sampled_from(
    [
        *("we lose a day", "- ask Karim", "! too dear", "? who signs", "=hot", "=cold", "# impact", "# -impact, prix"),
        *("@fri 10am budget", "@in 2 weeks", "@home", "*", "*we lose two days", "*! too dear", "*- note", "*# tag"),
    ]
)


def _file(call: RunningCall) -> object:
    def read(entry: Entry) -> tuple[object, ...]:
        return entry.id, entry.kind, entry.text, entry.corrected, entry.tags, entry.citable, entry.contact_id

    heat: Heat | None = call.ask(prospects.load_prospect, call.prospect_id).heat
    return [read(entry) for entry in call.ask(calls.entries, call.call_id)], fixed(call), heat


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, max_size=10))
def test_random_lines_undone_to_the_start_leave_the_file_as_it_was(call: RunningCall, lines: list[str]) -> None:
    call.stack.clear()
    start = _file(call)
    states = [start]
    for raw in lines:
        before = call.stack.count()
        if raw.startswith("*"):
            if call.entries:
                change_last(call, raw[1:] or "we lose a day")
        else:
            call.lines.add(raw)
        if call.stack.count() > before:
            states.append(_file(call))
    for _twice in range(2):
        for state in reversed(states[:-1]):
            call.undo()
            assert _file(call) == state
        for state in states[1:]:
            call.redo()
            assert _file(call) == state
    while call.stack.canUndo():
        call.undo()
    assert _file(call) == start
