"""The status that a call allows, in words, before hanging up."""

from desktop.models.statuses import Status
from desktop.services import prospects
from desktop.ui.calls.status_words import status_words
from tests.ui.calls.conftest import Rep


def test_what_is_missing_is_said_and_nothing_is_offered(on_call: Rep) -> None:
    words, button = status_words(on_call.page.call)
    assert words.startswith("Status: lead.") and "Missing for “prospect”: a stated need" in words
    assert button == ""


def test_a_step_forward_is_offered_with_its_name(on_call: Rep) -> None:
    on_call.say("We lose a day a week.")
    on_call.page.call.needs.from_last()
    words, button = status_words(on_call.page.call)
    assert "Suggested: prospect." in words and button == "Move to “prospect”"


def test_accepting_it_is_one_act_that_comes_back(on_call: Rep) -> None:
    on_call.say("We lose a day a week.")
    on_call.page.call.needs.from_last()
    assert on_call.page.call.apply_status()

    def status() -> Status:
        return on_call.workspace.ask(prospects.load_prospect, on_call.prospect_id).status

    assert status() is Status.PROSPECT
    on_call.page.call.undo()
    assert status() is Status.LEAD
