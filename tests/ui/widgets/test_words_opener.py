"""The words behind a score on a page: linked and undone by name with the page's own acts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.models.evidence import Grade
from desktop.services import calls, evidence, grids, prospects
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.words_opener import WordsOpener
from tests.conftest import MONDAY
from tests.ui.widgets.evidence_case import EvidenceCase


@pytest.fixture
def case(workspace) -> EvidenceCase:
    return EvidenceCase(workspace)


class Desk:
    """A page as far as the opener knows it."""

    def __init__(self, workspace, qtbot) -> None:
        self.toasts: list[str] = []
        self.stack = QUndoStack()
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.page.resize(1000, 640)
        with qtbot.waitActive(self.page):
            self.page.show()
        acts = FollowUpActs(workspace, self.stack, lambda text, _undo: self.toasts.append(text))
        self.opener = WordsOpener(workspace, self.page, acts.act, lambda text, _undo: self.toasts.append(text))

    @property
    def panel(self):
        assert self.opener.panel is not None
        return self.opener.panel

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.panel.list, key)


@pytest.fixture
def desk(workspace, qtbot) -> Desk:
    return Desk(workspace, qtbot)


def row(case: EvidenceCase, criterion: str) -> tuple[int, Grade]:
    found = case.workspace.ask(grids.call_sheet, case.call_id).row(criterion)
    return found.proofs, found.grade


def test_it_opens_on_the_score_that_needs_its_words_most(desk: Desk, case: EvidenceCase) -> None:
    desk.opener.open(case.prospect_id)
    assert (desk.panel.isVisible(), desk.panel.name.text()) == (True, "Stated need")
    desk.opener.open_place(case.prospect_id, 1)
    assert desk.panel.name.text() == "Estimated budget"
    desk.press(Qt.Key.Key_Left)
    assert desk.panel.name.text() == "Stated need"


def test_linked_by_space_undone_by_name_and_shown_at_once(desk: Desk, case: EvidenceCase) -> None:
    desk.opener.open(case.prospect_id, "need")
    desk.press(Qt.Key.Key_End)
    desk.press(Qt.Key.Key_Space)
    assert row(case, "need") == (3, Grade.STATED)
    assert desk.stack.undoText() == "linked to Stated need: I have put 15 k€ aside."
    assert desk.toasts == [desk.stack.undoText()]
    assert desk.panel.list.current_words().linked
    desk.stack.undo()
    assert row(case, "need") == (2, Grade.STATED)
    assert not desk.panel.list.current_words().linked
    desk.stack.redo()
    assert row(case, "need") == (3, Grade.STATED)


def test_a_document_seen_proves_the_score_and_is_taken_back(desk: Desk, case: EvidenceCase) -> None:
    desk.opener.open(case.prospect_id, "need")
    desk.press(Qt.Key.Key_D)
    assert row(case, "need") == (2, Grade.DOCUMENTED)
    assert desk.panel.verdict.text() == "Proven: documented"
    assert desk.stack.undoText() == "document seen: Nobody opens the tool."
    desk.press(Qt.Key.Key_D)
    assert desk.stack.undoText() == "document not seen: Nobody opens the tool."
    assert row(case, "need") == (2, Grade.STATED)
    desk.stack.undo()
    assert row(case, "need") == (2, Grade.DOCUMENTED)


def test_closed_it_reads_nothing_more_and_follows_every_change_while_open(desk: Desk, case: EvidenceCase) -> None:
    desk.opener.open(case.prospect_id, "budget")
    case.workspace.do(calls.set_score, case.call_id, "budget", 3, at=MONDAY)
    assert desk.panel.verdict.text() == "To prove. 3 asks for: confirmed (say it back)."
    desk.panel.close_overlay()
    case.workspace.do(calls.set_score, case.call_id, "budget", 1, at=MONDAY)
    assert desk.panel.verdict.text() == "To prove. 3 asks for: confirmed (say it back)."
    assert not desk.panel.isVisible()


def test_before_the_first_call_it_says_why_there_is_nothing(desk: Desk, workspace) -> None:
    new = workspace.do(prospects.create_prospect, now=MONDAY, company="Roux")
    desk.opener.open(new)
    assert desk.toasts == ["No call yet: the grid fills in while you listen."]
    assert desk.opener.panel is None


def test_words_gone_meanwhile_refuse_the_act_and_say_so(desk: Desk, case: EvidenceCase) -> None:
    note = case.workspace.do(calls.add_entry, case.call_id, "note", "she hesitates", at=MONDAY)
    desk.opener.open(case.prospect_id, "need")
    desk.panel.linked.emit(note, True)
    assert desk.toasts == ["Only the prospect’s own words can prove a score, never a note."]
    assert desk.stack.count() == 0
    assert case.workspace.ask(evidence.entry_of, note).grade is Grade.STATED


def test_leaving_the_page_closes_it(desk: Desk, case: EvidenceCase) -> None:
    desk.opener.close()
    desk.opener.open(case.prospect_id)
    desk.opener.close()
    assert not desk.panel.isVisible()
