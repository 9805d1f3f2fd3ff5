import pytest
from pydantic import ValidationError

from desktop.services.objection_forms import CardForm, CardSetForm

CARD = {"key": "k", "title": "T", "phrasings": ["p"], "welcome": "w", "dig": "d", "answer": "a", "check": "c"}


def test_a_card_needs_its_four_steps_and_a_way_to_be_said() -> None:
    assert CardForm.model_validate(CARD).proof == "none"
    for missing in ("welcome", "dig", "answer", "check", "title"):
        with pytest.raises(ValidationError):
            CardForm.model_validate({**CARD, missing: ""})
    with pytest.raises(ValidationError):
        CardForm.model_validate({**CARD, "phrasings": []})
    with pytest.raises(ValidationError):
        CardForm.model_validate({**CARD, "proof": "rumour"})


def test_a_set_needs_a_card() -> None:
    assert CardSetForm.model_validate({"language": "fr", "version": 1, "cards": [CARD]}).cards[0].key == "k"
    with pytest.raises(ValidationError):
        CardSetForm.model_validate({"language": "fr", "version": 1, "cards": []})
