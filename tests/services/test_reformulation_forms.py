"""What a file of reformulations may hold."""

import pytest
from pydantic import ValidationError

from desktop.models.need_kinds import NeedKind
from desktop.services.reformulation_forms import ReformulationsForm

SENTENCE = {"key": "a", "text": "So {clause}."}
FORM = {"key": "usual", "name": "Usual", "version": 1, "sentences": [SENTENCE]}


def test_a_sentence_may_suit_every_kind() -> None:
    form = ReformulationsForm.model_validate({**FORM, "sentences": [SENTENCE, {**SENTENCE, "kind": "stake"}]})
    assert [each.kind for each in form.sentences] == [None, NeedKind.STAKE]


@pytest.mark.parametrize(
    "change",
    [
        {"sentences": []},
        {"version": 0},
        {"key": "No"},
        {"more": 1},
        {"sentences": [{**SENTENCE, "kind": "wish"}]},
        {"sentences": [{**SENTENCE, "text": ""}]},
    ],
)
def test_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ReformulationsForm.model_validate({**FORM, **change})
