"""What may be written of a proposal, and what is left to the program."""

import pytest
from pydantic import ValidationError

from desktop.models.proposals import DocumentKind, Door
from desktop.services.conversation_proposal import GainForm, ProposalForm, SignatureForm


def test_what_is_left_out_stays_as_the_program_prepared_it():
    form = ProposalForm.model_validate({"options": [{"door": "budget"}]})
    (option,) = form.options
    assert (option.door, option.name, option.lines) == (Door.BUDGET, "", ())
    assert (form.doors, form.wished_on, form.revision, form.signature) == (False, None, None, None)
    assert form.hand_over.documents == ()


def test_documents_are_called_by_their_kind():
    form = ProposalForm.model_validate({"hand_over": {"documents": ["summary", "slip"]}})
    assert form.hand_over.documents == (DocumentKind.SUMMARY, DocumentKind.SLIP)


@pytest.mark.parametrize("place", [0, 4])
def test_an_option_to_sign_is_one_of_three(place: int):
    with pytest.raises(ValidationError):
        SignatureForm.model_validate({"option": place, "name": "Claire"})


def test_a_gain_counts_at_least_one_figure():
    with pytest.raises(ValidationError):
        GainForm.model_validate({"label": "Days", "figures": []})
