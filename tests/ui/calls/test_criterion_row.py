from datetime import UTC, datetime

import pytest

from desktop.models.grids import Criterion
from desktop.services.grids import CriterionRow
from desktop.ui.calls.criterion_row import CriterionRowView

NEED = Criterion("need", "Stated need", "objective", ("None", "Mentioned", "Described", "Strong"))
FIT = Criterion("fit", "Fit", "subjective", ("Low", "Off", "Near", "Excellent"))


def _row(criterion=NEED, answer="", carried=None, proofs=0) -> CriterionRow:
    at = datetime(2026, 11, 12, tzinfo=UTC) if carried is not None else None
    return CriterionRow(criterion, answer, carried, at, proofs)


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
        (_row(answer=3, proofs=2), "3", "Strong", "2 proofs"),
        (_row(answer=2), "2", "Described", "to prove"),
        (_row(FIT, answer=2), "2", "Near", "impression"),
        (_row(carried=1), "", "Earlier: 1 on 12 Nov, mentioned", ""),
    ],
)
def test_a_row_says_the_level_and_what_proves_it(view: CriterionRowView, row, mark, level, proofs) -> None:
    view.show_row(row)
    assert (view.buttons.mark, view.level_text, view.proof_text) == (mark, level, proofs)


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
