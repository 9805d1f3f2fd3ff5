import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import i18n
from desktop.models.calls import Objection
from desktop.services import calls, templates
from desktop.ui.calls.objection_acts import ObjectionActs, rate_label, status_label, summary
from desktop.ui.calls.running_call import RunningCall


@pytest.fixture
def call(workspace, clock, prospect_id) -> RunningCall:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    return RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))


@pytest.fixture
def acts(call) -> ObjectionActs:
    return ObjectionActs(call)


def on_disk(call: RunningCall) -> list[tuple[str, str, str, bool | None]]:
    entries = call.ask(calls.entries, call.call_id)
    return [(entry.kind, entry.text, entry.card, entry.settled) for entry in entries]


def card(acts: ObjectionActs, key: str):
    found = acts.cards.card(key)
    assert found is not None
    return found


def test_a_card_answers_the_last_objection(call, acts) -> None:
    call.lines.add("! no money")
    call.lines.add("! that is a lot of money")
    call.lines.add("They have 38 people")
    chosen = acts.choose(card(acts, "too-expensive"))
    assert chosen is not None and chosen.words == "that is a lot of money"
    assert on_disk(call)[1] == ("objection", "that is a lot of money", "too-expensive", None)
    assert call.stack.undoText() == "objection card: Too expensive"
    assert [entry.card for entry in acts.of_call()] == ["", "too-expensive"]


def test_without_an_objection_the_words_typed_become_one(call, acts, qtbot) -> None:
    with qtbot.waitSignal(call.entry_added):
        chosen = acts.choose(card(acts, "no-budget"), "no buget ")
    assert isinstance(chosen, Objection)
    assert on_disk(call) == [("objection", "no buget", "no-budget", None)]
    call.undo()
    assert on_disk(call) == [] and call.entries == []
    call.redo()
    assert on_disk(call) == [("objection", "no buget", "no-budget", None)]


def test_nothing_typed_takes_the_title(call, acts) -> None:
    acts.choose(card(acts, "no-budget"))
    assert on_disk(call) == [("objection", "No budget", "no-budget", None)]


def test_an_objection_that_has_its_answer_keeps_it(call, acts) -> None:
    first = acts.choose(card(acts, "no-budget"), "no budget")
    assert acts.choose(card(acts, "no-budget")) is not None
    assert len(on_disk(call)) == 1
    acts.choose(card(acts, "too-expensive"))  # a wrong card put right
    assert on_disk(call) == [("objection", "no budget", "too-expensive", None)]
    acts.settle(first, True)
    acts.choose(card(acts, "bad-timing"), "not now")
    assert on_disk(call) == [
        ("objection", "no budget", "too-expensive", True),
        ("objection", "not now", "bad-timing", None),
    ]


def test_settling_is_an_act_with_a_name_and_its_own_way_back(call, acts) -> None:
    entry = acts.choose(card(acts, "no-budget"), "no budget")
    assert acts.settle(entry, True)
    assert (on_disk(call)[0][3], call.stack.undoText()) == (True, "objection settled: no budget")
    assert acts.settle(entry, False)
    assert (on_disk(call)[0][3], call.stack.undoText()) == (False, "objection open: no budget")
    assert acts.settle(entry, False)
    assert on_disk(call)[0][3] is None
    call.undo()
    call.undo()
    assert on_disk(call)[0][3] is True
    assert acts.current(entry).settled is True


def test_the_card_is_offered_when_it_is_sure(call, acts) -> None:
    assert acts.offered() is None
    call.lines.add("! the printer is blue")
    assert acts.offered() is None
    call.lines.add("! honestly it’s too expensive")
    offered = acts.offered()
    assert offered is not None and offered.key == "too-expensive"
    acts.choose(offered)
    assert acts.offered() is None


def test_the_cards_are_in_the_language_of_the_script(call, acts, workspace, clock, prospect_id) -> None:
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    french = RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))
    assert card(ObjectionActs(french), "too-expensive").title == "Trop cher"
    assert card(acts, "too-expensive").title == "Too expensive"


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("line"), st.sampled_from(["! too expensive", "! no budget", "- a note", "a fact"])),
        st.tuples(st.just("choose"), st.sampled_from(["no-budget", "too-expensive", "bad-timing"])),
        st.tuples(st.just("typed"), st.sampled_from(["no-budget", "too-expensive"])),
        st.tuples(st.just("settle"), st.sampled_from([True, False])),
        st.tuples(st.just("undo"), st.none()),
        st.tuples(st.just("redo"), st.none()),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOVES)
def test_any_acts_undone_to_the_start_leave_the_file_as_it_was(workspace, clock, prospect_id, moves) -> None:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call = RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))
    acts = ObjectionActs(call)
    call.lines.add("! kept from before")
    call.stack.clear()
    before = on_disk(call)
    for kind, value in moves:
        last = acts.last()
        if kind == "line":
            call.lines.add(value)
        elif kind in ("choose", "typed"):
            acts.choose(card(acts, value), f"typed {value}" if kind == "typed" else "")
        elif kind == "settle" and last is not None:
            acts.settle(last, value)
        elif kind == "undo" and call.stack.canUndo():
            call.undo()
        elif kind == "redo" and call.stack.canRedo():
            call.redo()
        shown = [(entry.kind, entry.text, entry.card, entry.settled) for entry in call.entries]
        assert shown == on_disk(call)
    after = on_disk(call)
    index = call.stack.index()
    while call.stack.canUndo():
        call.undo()
    assert on_disk(call) == before
    while call.stack.index() < index:
        call.redo()
    assert on_disk(call) == after


def test_a_rate_is_told_from_three_uses() -> None:
    assert rate_label(None) == rate_label((0, 0)) == ""
    assert rate_label((1, 1)) == "met 1 time"
    assert rate_label((2, 2)) == "met 2 times"
    assert rate_label((5, 8)) == "settled 5 times out of 8"
    i18n.use("fr")
    assert rate_label((2, 2)) == "rencontrée 2 fois"
    assert rate_label((0, 3)) == "levée 0 fois sur 3"
    assert rate_label((5, 8)) == "levée 5 fois sur 8"


def test_a_summary_counts_what_is_open(call, acts) -> None:
    assert summary(call.entries) == ""
    acts.choose(card(acts, "no-budget"), "no budget")
    assert summary(call.entries) == "1 objection, 1 open"
    first = acts.last()
    call.lines.add("! not now")
    acts.settle(first, True)
    i18n.use("fr")
    assert summary(call.entries) == "2 objections, 1 ouverte"
    last = acts.last()
    assert last is not None
    acts.settle(last, True)
    assert summary(call.entries) == "2 objections, toutes levées"
    assert {status_label(each) for each in (None, True, False)} == {"levée", "ouverte", "sans réponse pour l’instant"}
