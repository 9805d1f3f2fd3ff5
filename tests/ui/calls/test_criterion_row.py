import uuid
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from desktop.models.evidence import Grade
from desktop.models.grids import Criterion
from desktop.services.grids import CriterionRow
from desktop.services.opinions import SpeakerOpinion
from desktop.ui.calls.criterion_row import CriterionRowView
from tests.ui.accessibility import nameless

NEED = Criterion("need", "Stated need", "objective", ("None", "Mentioned", "Described", "Strong"))
FIT = Criterion("fit", "Fit", "subjective", ("Low", "Off", "Near", "Excellent"))


def _row(criterion=NEED, answer="", carried=None, proofs=0, grade=None, opinions=()) -> CriterionRow:
    at = datetime(2026, 11, 12, tzinfo=UTC) if carried is not None else None
    grade = grade or (Grade.STATED if proofs else Grade.ASSUMED)
    return CriterionRow(criterion, answer, carried, at, proofs, grade, opinions)


@pytest.fixture
def view(qtbot) -> CriterionRowView:
    view = CriterionRowView(_row())
    qtbot.addWidget(view)
    view.resize(340, 90)
    view.show()
    return view


@pytest.mark.parametrize(
    ("row", "mark", "level", "proofs"),
    [
        (_row(), "", "0 = none, 3 = strong", "to ask"),
        (_row(answer="?"), "?", "Unknown. 0 = none, 3 = strong", "to ask"),
        (_row(answer=0, proofs=1), "0", "None", "1 proof"),
        (_row(answer=3, proofs=2), "3", "Strong", "to prove"),
        (_row(answer=3, proofs=2, grade=Grade.CONFIRMED), "3", "Strong", "2 proofs"),
        (_row(answer=2), "2", "Described", "to prove"),
        (_row(answer=2, proofs=1), "2", "Described", "1 proof"),
        (_row(FIT, answer=2), "2", "Near", "impression"),
        (_row(carried=1), "", "Earlier: 1 on 12 Nov, mentioned", "assumed"),
    ],
)
def test_a_row_says_the_level_and_what_proves_it(view: CriterionRowView, row, mark, level, proofs) -> None:
    view.show_row(row)
    assert (view.buttons.mark, view.level_text, view.proofs.text()) == (mark, level, proofs)


def test_a_click_gives_a_number_unknown_or_nothing(view: CriterionRowView, qtbot) -> None:
    for mark, answer in (("2", 2), ("?", "?")):
        with qtbot.waitSignal(view.scored) as scored:
            view.buttons.button(mark).click()
        assert scored.args == ["need", answer]
    view.show_row(_row(answer=2))
    with qtbot.waitSignal(view.scored) as scored:
        view.buttons.button("2").click()
    assert scored.args == ["need", ""]


def test_the_row_at_hand_is_painted_and_alone_keeps_its_level_in_a_small_window(view: CriterionRowView) -> None:
    before = view.grab().toImage()
    view.set_at_hand(True)
    assert view.grab().toImage() != before
    tall = view.sizeHint().height()
    view.set_at_hand(False)
    view.set_compact(True)
    assert view.sizeHint().height() < tall


def test_a_level_without_its_evidence_is_hollow_and_says_what_is_missing(view: CriterionRowView) -> None:
    view.show_row(_row(answer=3, proofs=1, grade=Grade.CONFIRMED))
    full = view.buttons.grab().toImage()
    assert view.missing_text == ""
    view.show_row(_row(answer=3, proofs=1))
    assert view.buttons.grab().toImage() != full
    assert view.missing_text == "3 asks for: confirmed (say it back)"
    assert view.buttons.button("3").accessibleDescription() == "to prove"


def test_a_carried_level_is_no_answer_of_this_call_to_draw_hollow(view: CriterionRowView) -> None:
    view.show_row(_row(carried=3))
    assert (view.buttons.mark, view.proofs.text()) == ("", "to prove")
    assert view.missing_text == "3 asks for: confirmed (write their words, then say them back)"


def test_where_room_is_short_what_is_missing_comes_before_what_the_level_means(view: CriterionRowView) -> None:
    view.show_row(_row(answer=3, proofs=1))
    view.set_low(True)
    assert view.missing_text == ""
    view.set_at_hand(True)
    height = view.sizeHint().height()
    assert view.missing_text == "3 asks for: confirmed (say it back)"
    view.show_row(_row(answer=3, proofs=1, grade=Grade.CONFIRMED))
    assert abs(view.sizeHint().height() - height) <= 2


def test_the_proofs_ask_for_the_words_by_click_and_by_key(view: CriterionRowView, qtbot) -> None:
    view.show_row(_row(answer=2))
    for click in (view.proofs.click, lambda: qtbot.keyClick(view.proofs, Qt.Key.Key_Space)):
        with qtbot.waitSignal(view.words_wanted) as asked, qtbot.assertNotEmitted(view.chosen):
            click()
        assert asked.args == ["need"]
    assert nameless(view) == []


def test_those_who_disagree_stand_under_the_criterion(view: CriterionRowView, qtbot) -> None:
    at = datetime(2026, 11, 12, tzinfo=UTC)
    said = tuple(SpeakerOpinion(uuid.uuid4(), name, level, at) for name, level in (("Claire", 3), ("Karim", 1)))
    view.show_row(_row(answer=3, proofs=1))
    assert not view.disagreement.isVisible()
    view.show_row(_row(answer=3, proofs=1, opinions=said))
    assert view.disagreement.isVisible()
    with qtbot.waitSignal(view.words_wanted) as asked:
        view.disagreement.click()
    assert asked.args == ["need"]
