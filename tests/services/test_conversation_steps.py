"""One act a step, and what may stand beside it."""

import pytest
from pydantic import ValidationError

from desktop.models.needs import Reply
from desktop.services.conversation_steps import MirrorForm, Step


def told(error: ValidationError) -> str:
    (first,) = error.errors()
    return str(first["ctx"]["error"]) if "ctx" in first else first["type"]


@pytest.mark.parametrize(
    ("step", "act"),
    [
        ({"say": "# impact"}, "say"),
        ({"say": "Yes.", "citable": True}, "say"),
        ({"citable": True}, "citable"),
        ({"correct": "- a note"}, "correct"),
        ({"speaker": "Karim"}, "speaker"),
        ({"joins": "Karim Belaïd, responsable commercial"}, "joins"),
        ({"reformulate": "confirmed"}, "reformulate"),
        ({"objection": "too-expensive", "settled": False}, "objection"),
        ({"minutes": 3}, "minutes"),
        ({"mirror": {"tick": ["A day."]}}, "mirror"),
        ({"resume_at": "2026-11-24T09:00:00"}, "resume_at"),
        ({"score": 0, "criterion": "fit"}, "score"),
    ],
)
def test_a_step_is_one_act(step: dict[str, object], act: str):
    assert Step.model_validate(step).acts == (act,)


def test_a_step_may_only_wait():
    assert Step.model_validate({"wait": 3}).acts == ()


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        ({"ask": "budget", "score": 1}, "a step is one act: write the others as steps of their own."),
        ({"citable": True, "heat": "hot"}, "a step is one act: write the others as steps of their own."),
        ({"need": True, "undo": True}, "a step is one act: write the others as steps of their own."),
        ({}, "this step does nothing: write what is asked, said or scored."),
        ({"wait": 0}, "this step does nothing: write what is asked, said or scored."),
        ({"settled": True}, "“settled” goes with “objection”."),
        ({"say": "A.", "settled": True}, "“settled” goes with “objection”."),
        ({"correction": "B."}, "“correction” goes with “reformulate”."),
        ({"criterion": "fit"}, "“criterion” goes with “score” or “unknown”."),
        ({"reformulate": "corrected"}, "write as “correction” how they put it right, and only then."),
        (
            {"reformulate": "refused", "correction": "B."},
            "write as “correction” how they put it right, and only then.",
        ),
    ],
)
def test_what_cannot_stand_together_is_refused(step: dict[str, object], sentence: str):
    with pytest.raises(ValidationError) as error:
        Step.model_validate(step)
    assert told(error.value) == sentence


def test_a_correction_is_how_they_put_it_right():
    step = Step.model_validate({"reformulate": "corrected", "correction": "Two days."})
    assert (step.reformulate, step.correction) == (Reply.CORRECTED, "Two days.")


@pytest.mark.parametrize(
    ("step", "undone"),
    [
        ({"say": "A."}, True),
        ({"score": 1}, True),
        ({"mirror": {"sign": "Claire"}}, True),
        ({"citable": True}, True),
        ({"ask": "budget"}, False),
        ({"speaker": "Karim"}, False),
        ({"undo": True}, False),
        ({"wait": 4}, False),
    ],
)
def test_what_undo_takes_back(step: dict[str, object], undone: bool):
    assert Step.model_validate(step).undoable is undone


def test_a_page_names_each_point_once():
    page = MirrorForm.model_validate({"tick": ["A", "B"], "correct": {"C": "D"}, "order": ["B", "C"]})
    assert page.named == ("A", "B", "C")


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ({"tick": ["A"], "strike": ["A"]}, "the same words are ticked, struck out or put right twice."),
        ({"order": ["A"]}, "nothing is done on this page: tick, strike, correct or sign."),
    ],
)
def test_a_page_that_says_two_things_or_nothing_is_refused(page: dict[str, object], sentence: str):
    with pytest.raises(ValidationError) as error:
        MirrorForm.model_validate(page)
    assert told(error.value) == sentence
