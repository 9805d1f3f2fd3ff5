"""A call that was left is taken up again, the program closed in between; one that is over is told on a page."""

import pytest

from desktop.models.calls import CallState
from desktop.services import calls
from desktop.ui.play.after import AfterPilot
from desktop.ui.play.artefacts import text_of
from desktop.ui.play.end import EndPilot
from desktop.ui.play.held import HeldCall
from desktop.ui.play.keys import PlayError
from desktop.ui.play.stage import Stage
from tests.conftest import MONDAY


def leave(opened: Stage, conversation) -> None:
    EndPilot(opened, conversation, lambda _name: None, []).leave()


def test_a_call_goes_on_where_it_was_after_a_night(opened, written, begun: HeldCall, pictures: list[str]):
    call_id, prospect_id = begun.call_id, begun.call.prospect_id
    leave(opened, written())
    opened.reopen(MONDAY.replace(day=24))
    opened.come_forward()
    assert opened.workspace.ask(calls.running_call) is None
    AfterPilot(opened, prospect_id, pictures.append).resume(call_id)
    again = HeldCall(opened)
    assert (again.call_id, again.question, again.call.state) == (call_id, "objective", CallState.RUNNING)
    assert [entry.text for entry in again.entries] == ["We lose a day a week."]
    assert again.line().hasFocus()
    assert pictures[-1] == "prospect-again"


def test_the_right_prospect_is_found_in_the_list(opened, written, begun: HeldCall, pictures: list[str]):
    call_id, prospect_id = begun.call_id, begun.call.prospect_id
    leave(opened, written())
    opened.hands.press("Ctrl+N")
    opened.hands.fill(opened.shell.pages.prospects.new_panel.company, "Another one")
    opened.hands.press("Return")
    AfterPilot(opened, prospect_id, pictures.append).resume(call_id)
    assert opened.workspace.ask(calls.running_call) == call_id


def test_a_call_that_is_over_is_not_taken_up_again(opened, written, begun: HeldCall, pictures: list[str]):
    call_id, prospect_id = begun.call_id, begun.call.prospect_id
    EndPilot(opened, written(), pictures.append, []).play()
    with pytest.raises(PlayError, match="no call can be taken up again"):
        AfterPilot(opened, prospect_id, pictures.append).resume(call_id)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_account_of_the_call_is_handed_over(opened, written, begun, pictures: list[str], language: str):
    prospect_id = begun.call.prospect_id
    EndPilot(opened, written(), pictures.append, []).play()
    pdf = AfterPilot(opened, prospect_id, pictures.append).export_report(language)
    (file,) = opened.documents.glob("*.pdf")
    assert file.read_bytes() == pdf
    said = "Ce que nous avons compris" if language == "fr" else "What we understood"
    assert said in text_of(file)
    assert pictures[-1] == "account"
