"""The call ends with a date, with a reason, or on the way to a proposal where the matrix allows one."""

import uuid

from desktop.models.calls import CallState
from desktop.models.statuses import Status
from desktop.services import followups, prospects
from desktop.services.conversation_forms import Conversation
from desktop.services.conversation_summary import Refusal
from desktop.ui.play.call import CallPilot
from desktop.ui.play.end import EndPilot
from desktop.ui.play.prospect import ProspectPilot
from desktop.ui.play.stage import Stage
from desktop.ui.play.start import StartPilot


def end(opened: Stage, conversation: Conversation, refused: list[Refusal]) -> tuple[uuid.UUID, bool]:
    prospect_id = ProspectPilot(opened, conversation, lambda _name: None).play()
    StartPilot(opened, conversation.conversation).play()
    CallPilot(opened, conversation.steps, lambda _name: None).play()
    return prospect_id, EndPilot(opened, conversation, lambda _name: None, refused).play()


def test_the_next_step_is_that_of_the_file(opened, written):
    told = 'time = 10:30:00\nchannel = "video"\nobjective = "projection"\nsubject = "Montrer l’écran"'
    prospect_id, proposes = end(opened, written(end=told), [])
    step = opened.workspace.ask(followups.next_of, prospect_id)
    assert (step.due_local.isoformat(), step.channel, step.objective, step.subject) == (
        "2026-11-27T10:30:00",
        "video",
        "projection",
        "Montrer l’écran",
    )
    assert not proposes


def test_the_suggested_status_is_accepted_only_when_asked(opened, written):
    for told, status in (("", Status.LEAD), ("accept_status = true", Status.PROSPECT)):
        prospect_id, _proposes = end(opened, written(end=told), [])
        assert opened.workspace.ask(prospects.load_prospect, prospect_id).status is status


def test_no_follow_up_keeps_its_reason_and_refuses_the_proposal(opened, written):
    refused: list[Refusal] = []
    conversation = written(date='no_follow_up = "Déjà équipés."', proposal="[proposal]")
    prospect_id, proposes = end(opened, conversation, refused)
    call = opened.workspace.ask(prospects.calls_of, prospect_id)[0]
    assert (call.state, call.no_follow_up_reason) == (CallState.CONCLUDED, "Déjà équipés.")
    assert (proposes, [each.act for each in refused]) == (False, ["proposal"])


def test_what_the_page_does_not_offer_is_told_in_its_own_words(opened, written):
    refused: list[Refusal] = []
    _prospect_id, proposes = end(opened, written(proposal="[proposal]"), refused)
    assert not proposes
    assert refused == [Refusal("proposal", "No proposal yet: say first how ready to act they are.")]


def test_a_step_typed_during_the_call_is_kept_as_it_is(opened, written):
    told = '[[steps]]\nsay = "@fri 10am video - show the screen"\n'
    prospect_id, _proposes = end(opened, written(told, date=""), [])
    step = opened.workspace.ask(followups.next_of, prospect_id)
    assert (step.due_local.isoformat(), step.channel, step.subject) == (
        "2026-11-27T10:00:00",
        "video",
        "show the screen",
    )


def test_a_call_is_left_without_concluding(opened, written, begun):
    seen: list[str] = []
    EndPilot(opened, written(), seen.append, []).leave()
    assert begun.call.state is CallState.LEFT
    assert seen == ["left"]
