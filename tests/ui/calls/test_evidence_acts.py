"""The words behind the scores of a call: linked, documented and undone by name, in the real call."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from sqlalchemy import select

from desktop.models.calls import Proof
from desktop.models.evidence import Grade
from desktop.services import calls, evidence, grids
from desktop.ui.calls.evidence_acts import CallWords, EvidenceActs, evidence_actions
from desktop.ui.calls.running_call import RunningCall
from tests.conftest import MONDAY
from tests.ui.widgets.evidence_case import EvidenceCase


@pytest.fixture
def case(workspace, prospect_id: uuid.UUID) -> EvidenceCase:
    return EvidenceCase(workspace, prospect_id)


@pytest.fixture
def call(workspace, case: EvidenceCase) -> RunningCall:
    return RunningCall(workspace, case.call_id)


@pytest.fixture
def acts(call: RunningCall) -> EvidenceActs:
    return EvidenceActs(call)


def test_linking_is_shown_in_the_grid_named_and_undone(call: RunningCall, acts: EvidenceActs, case, qtbot) -> None:
    with qtbot.waitSignal(call.scored):
        assert acts.link(case.money, "timing", True)
    assert call.stack.undoText() == "linked to Project deadline: I have put 15 k€ aside."
    assert call.sheet.row("timing").proofs == 1
    call.undo()
    assert call.sheet.row("timing").proofs == 0
    call.redo()
    assert call.sheet.row("timing").proofs == 1


def test_parting_words_from_their_question_makes_the_score_hollow(call: RunningCall, acts: EvidenceActs, case) -> None:
    assert call.sheet.row("budget").proven
    acts.link(case.money, "budget", False)
    assert call.stack.undoText() == "parted from Estimated budget: I have put 15 k€ aside."
    assert not call.sheet.row("budget").proven
    assert call.sheet.proven_low == 0
    call.undo()
    assert call.sheet.proven_low == 2


def test_a_document_seen_is_shown_on_the_entry_and_in_the_total(
    call: RunningCall, acts: EvidenceActs, case, qtbot
) -> None:
    with qtbot.waitSignal(call.entry_changed) as changed:
        assert acts.document(case.day, True)
    assert (changed.args[0].id, changed.args[0].grade) == (case.day, Grade.DOCUMENTED)
    assert (call.sheet.row("need").grade, call.sheet.proven_low) == (Grade.DOCUMENTED, 5)
    assert call.stack.undoText() == "document seen: We lose a day a week."
    call.undo()
    assert (call.sheet.row("need").grade, call.sheet.proven_low) == (Grade.STATED, 2)


def test_what_is_so_already_is_no_act_and_what_cannot_be_is_refused(
    call: RunningCall, acts: EvidenceActs, case, qtbot
) -> None:
    assert acts.link(case.money, "budget", None)
    assert acts.document(case.money, False)
    note = call.write(calls.add_entry, call.call_id, "note", "she hesitates", at=MONDAY)
    with qtbot.waitSignal(call.refused) as refused:
        assert not acts.document(note, True)
    assert "never a note" in refused.args[0]
    with qtbot.waitSignal(call.refused):
        assert not acts.link(note, "budget", True)
    assert call.stack.count() == 0


@pytest.fixture
def screen(qtbot) -> QWidget:
    screen = QWidget()
    QLineEdit(screen)
    qtbot.addWidget(screen)
    screen.resize(1240, 780)
    with qtbot.waitActive(screen):
        screen.show()
    screen.findChild(QLineEdit).setFocus()
    return screen


def test_the_key_opens_the_words_of_the_criterion_at_hand_and_the_line_gets_the_keyboard_back(
    call: RunningCall, case, screen: QWidget
) -> None:
    words = CallWords(screen, lambda: call)
    (action,) = evidence_actions(words.open, lambda: True)
    assert (action.keys, action.scope) == (("F2",), "call")
    call.at_hand = "budget"
    action.trigger()
    panel = words.panel
    assert panel is not None
    assert panel.name.text() == "Estimated budget"
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    assert panel.name.text() == "Stated need"
    QTest.keyClick(panel.list, Qt.Key.Key_D)
    assert panel.verdict.text() == "Proven: documented"
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert call.sheet.row("need").proofs == 3
    call.undo()
    call.undo()
    assert panel.verdict.text() == "To prove. 3 asks for: confirmed (say it back)."
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert screen.findChild(QLineEdit).hasFocus()


def test_a_score_given_while_the_words_are_open_is_followed_and_another_call_too(
    call: RunningCall, case, screen: QWidget, workspace
) -> None:
    at_hand: list[RunningCall | None] = [None]
    words = CallWords(screen, lambda: at_hand[0])
    words.open("need")
    assert words.panel is None
    at_hand[0] = call
    words.open("budget")
    assert words.panel is not None
    call.scoring.score(3, "budget")
    assert words.panel.verdict.text() == "To prove. 3 asks for: confirmed (say it back)."
    at_hand[0] = RunningCall(workspace, case.call_id)
    words.open("budget")
    at_hand[0].scoring.score(2, "budget")
    assert words.panel.verdict.text() == "Proven: stated"


ACTS = st.lists(
    st.one_of(
        st.tuples(
            st.integers(0, 2), st.sampled_from(["need", "budget", "timing"]), st.sampled_from([True, False, None])
        ),
        st.tuples(st.integers(0, 2), st.booleans()),
        st.sampled_from(["undo", "redo"]),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_any_acts_undone_to_the_start_leave_the_file_as_it_was(workspace, case, acts) -> None:
    call = RunningCall(workspace, case.call_id)
    done = EvidenceActs(call)
    entries = (case.day, case.tool, case.money)

    def state() -> object:
        links = call.ask(
            lambda session: sorted((str(p.entry_id), p.criterion, p.linked) for p in session.scalars(select(Proof)))
        )
        grades = [call.ask(evidence.entry_of, entry).grade for entry in entries]
        return links, grades, call.ask(grids.call_sheet, call.call_id)

    before = state()
    for act in acts:
        if act == "undo":
            call.undo()
        elif act == "redo":
            call.redo()
        elif len(act) == 3:
            done.link(entries[act[0]], act[1], act[2])
        else:
            done.document(entries[act[0]], act[1])
        assert call.sheet == call.ask(grids.call_sheet, call.call_id)
    while call.stack.canUndo():
        call.undo()
    assert state() == before
