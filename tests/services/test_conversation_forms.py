"""What a conversation says, once its form is right."""

import pytest
from pydantic import ValidationError

from desktop.services.conversation_forms import Conversation, EndForm


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
    assert lines.outcome.verbatims == ("We lose a day.", "And time.")
    assert lines.citable == ("We lose a day.",)


def test_words_made_citable_as_they_are_said_and_again_count_once():
    assert conversation({"say": "A day.", "citable": True}, {"citable": True}).citable == ("A day.",)


def test_the_templates_are_those_of_the_language():
    assert conversation({"wait": 1}).script.language == "en"
    assert conversation({"wait": 1}).grid.key == "bant"


def test_the_fit_test_is_one_key_away():
    assert conversation({"ask": "fit-urgency"}).script.in_fit_test("fit-urgency")


def test_a_call_is_cut_where_it_is_taken_up_again():
    cut = conversation({"say": "A."}, {"wait": 5}, {"resume_at": "2026-11-24T09:00:00"}, {"say": "B."}).sittings
    assert [each.begins_at.isoformat() for each in cut] == ["2026-11-23T09:30:00+01:00", "2026-11-24T09:00:00+01:00"]
    assert [[step.say for step in each.steps] for each in cut] == [["A.", None], ["B."]]
    assert len(conversation({"say": "A."}).sittings) == 1


def test_a_clock_hangs_where_the_file_says():
    held = conversation({"wait": 1})
    setting = held.conversation.model_copy(update={"zone": "Indian/Reunion"})
    assert setting.starts_at.isoformat() == "2026-11-23T09:30:00+04:00"


def test_a_next_step_is_at_nine_unless_said():
    due = EndForm.model_validate({"date": "2026-11-27"}).due_local
    assert due is not None and due.isoformat() == "2026-11-27T09:00:00"
    assert EndForm.model_validate({"no_follow_up": "No project."}).due_local is None


def test_an_end_cannot_say_both():
    with pytest.raises(ValidationError):
        EndForm.model_validate({"date": "2026-11-27", "no_follow_up": "No project."})


@pytest.mark.parametrize(
    ("told", "says"), [({}, False), ({"date": "2026-11-27"}, True), ({"no_follow_up": "No project."}, True)]
)
def test_an_end_may_leave_the_next_step_to_the_call(told: dict[str, object], says: bool):
    assert EndForm.model_validate(told).says_what_comes_next is says
