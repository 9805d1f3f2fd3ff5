"""What a call says outside its screen."""

from desktop.services import followups
from tests.ui.calls.conftest import Rep


def test_the_undo_of_a_toast_outlives_its_call_without_harm(on_call: Rep) -> None:
    told: list[tuple[str, object]] = []
    on_call.page.toasted.connect(lambda sentence, undo: told.append((sentence, undo)))
    on_call.say("@tomorrow 10am send the case")
    (sentence, undo) = told[0]
    assert "10:00" in sentence
    call_id = on_call.call_id
    on_call.page._leave_call()
    undo()
    assert on_call.workspace.ask(followups.of_call, call_id) is not None
