"""What a conversation says, once its form is right."""

import pytest
from pydantic import ValidationError

from desktop.services.conversation_forms import Conversation, EndForm, Step


def conversation(*steps: dict[str, object]) -> Conversation:
    setting = {"title": "Short", "language": "en", "now": "2026-11-23T09:30:00", "script": "b2b", "grid": "bant"}
    return Conversation.model_validate(
        {
            "conversation": setting,
            "seller": {"name": "Nord"},
            "prospect": {"company": "Brévent"},
            "steps": steps,
            "end": {"no_follow_up": "They chose another."},
        }
    )


def test_only_the_prospects_own_words_are_citable():
    lines = conversation({"say": "We lose a day."}, {"say": "- a note"}, {"citable": True}, {"say": "And time."})
    assert lines.verbatims == ("We lose a day.", "And time.")
    assert lines.citable == ("We lose a day.",)


def test_words_made_citable_as_they_are_said_and_again_count_once():
    assert conversation({"say": "A day.", "citable": True}, {"citable": True}).citable == ("A day.",)


def test_the_templates_are_those_of_the_language():
    assert conversation({"wait": 1}).script.language == "en"
    assert conversation({"wait": 1}).grid.key == "bant"


@pytest.mark.parametrize("acts", [{"ask": "budget", "score": 1}, {"citable": True, "heat": "hot"}, {}, {"wait": 0}])
def test_a_step_is_one_act(acts: dict[str, object]):
    with pytest.raises(ValidationError):
        Step.model_validate(acts)


def test_a_next_step_is_at_nine_unless_said():
    due = EndForm.model_validate({"date": "2026-11-27"}).due_local
    assert due is not None and due.isoformat() == "2026-11-27T09:00:00"
    assert EndForm.model_validate({"no_follow_up": "No project."}).due_local is None


def test_an_end_cannot_say_both():
    with pytest.raises(ValidationError):
        EndForm.model_validate({"date": "2026-11-27", "no_follow_up": "No project."})
