"""The keys of a cadence file are those of the models: what is written becomes a step without a word lost."""

from dataclasses import fields

from desktop.models.cadences import Cadence, Step
from desktop.services.cadence_forms import CadenceForm, StepForm


def test_a_form_has_every_field_of_its_model_and_no_other():
    assert set(StepForm.model_fields) == {each.name for each in fields(Step)}
    assert set(CadenceForm.model_fields) == {each.name for each in fields(Cadence)}
