from datetime import datetime

from PySide6.QtCore import Qt

from desktop.models.followup_kinds import Channel, Objective
from desktop.services.followups import next_of
from tests.ui.calls.conftest import CTRL, SHIFT, Rep

KEY = Qt.Key


def _score_all(rep: Rep, key: Qt.Key) -> None:
    for _unused in range(5):
        rep.ctrl(key)
        rep.press(KEY.Key_Down, CTRL | SHIFT)


def test_the_next_step_is_proposed_from_the_cell_of_the_matrix(on_call: Rep) -> None:
    _score_all(on_call, KEY.Key_3)
    on_call.say("=warm")
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    step = on_call.page.end.form.value()
    assert (step.channel, step.objective) == (Channel.VIDEO, Objective.PROJECTION)
    assert step.due_local == datetime.fromisoformat("2026-12-02T09:00")
    assert step.contact_id == on_call.page.call.outline.contact.id


def test_what_was_filled_in_survives_a_way_back_to_the_call(on_call: Rep) -> None:
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    on_call.page.end.form.subject.setFocus()
    on_call.type("bring the case study")
    on_call.press(KEY.Key_Escape)
    on_call.say("one more thing")
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    assert on_call.page.end.form.value().subject == "bring the case study"
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    assert on_call.workspace.ask(next_of, on_call.prospect_id).subject == "bring the case study"


def test_a_pre_proposal_is_called_so(on_call: Rep) -> None:
    _score_all(on_call, KEY.Key_2)
    on_call.ctrl(KEY.Key_1)
    on_call.say("=hot")
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    end = on_call.page.end
    assert end.propose.text() == "Finish and write the pre-proposal"
    assert end.propose.isEnabled()
    assert end.no_proposal.text().startswith("A pre-proposal, without a firm price: ")


def test_a_narrow_window_puts_one_half_under_the_other(on_call: Rep, qtbot) -> None:
    on_call.press(KEY.Key_Return, CTRL | SHIFT)
    end = on_call.page.end

    def form_is_under() -> bool:
        return end.form.mapTo(end.widget(), end.form.rect().topLeft()).y() > end.recap.geometry().bottom()

    qtbot.waitUntil(lambda: not form_is_under())
    on_call.window.resize(880, 640)
    qtbot.waitUntil(form_is_under)
    assert end.horizontalScrollBar().maximum() == 0
