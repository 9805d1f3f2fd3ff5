import pytest
from pydantic import ValidationError

from desktop.services.contradiction_forms import RuleBookForm, RuleForm, ScoreForm

RULE = {"key": "a-rule", "name": "A", "ask": "?"}


def test_a_rule_may_be_as_small_as_a_heat() -> None:
    form = RuleForm.model_validate({**RULE, "heat": "hot"})
    assert (form.heat, form.said, form.differ_by) == ("hot", (), 0.0)


@pytest.mark.parametrize(
    "wrong",
    [{"key": "Not a key"}, {"ask": ""}, {"quantity": "people"}, {"differ_by": -1}, {"sayd": ["x"]}],
)
def test_what_no_rule_can_hold_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        RuleForm.model_validate({**RULE, **wrong})


def test_levels_go_from_nought_to_three() -> None:
    assert ScoreForm.model_validate({"criterion": "need", "at_most": 0}).at_least == 0
    for level in (-1, 4, True, "3"):
        with pytest.raises(ValidationError):
            ScoreForm.model_validate({"criterion": "need", "at_least": level})


def test_a_book_without_rules_is_refused() -> None:
    with pytest.raises(ValidationError):
        RuleBookForm.model_validate({"language": "fr", "rules": []})
