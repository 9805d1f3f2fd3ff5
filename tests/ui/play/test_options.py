"""Doors are those of the catalogue, found by the program; what the rep writes stands beside."""

import pytest

from desktop.models.proposals import Door
from desktop.services.conversation_proposal import OptionForm
from desktop.ui.play.keys import PlayError
from desktop.ui.play.options import OptionsPilot
from desktop.ui.play.written import WrittenProposal
from tests.ui.play.conftest import CATALOGUE


def test_the_doors_are_found_then_written_over(opened, composed):
    proposal: WrittenProposal = composed(CATALOGUE)
    pilot = OptionsPilot(proposal, [])
    pilot.find_doors()
    line = {"label": "Records", "unit_price": 90, "optional": True}
    pilot.play([OptionForm.model_validate({"door": "whole", "for_whom": "The team", "lines": [line]})])
    step, whole = proposal.sheet.options
    assert (step.option.door, whole.option.door) == (Door.STEP, Door.WHOLE)
    assert [each.label for each in whole.lines] == ["Quotes finished in the meeting", "Records"]
    assert (whole.lines[1].optional, whole.lines[1].chosen, whole.option.for_whom) == (True, False, "The team")
    with pytest.raises(PlayError, match="the catalogue opens no door “budget”"):
        pilot.play([OptionForm.model_validate({"door": "budget"})])


def test_an_empty_catalogue_opens_no_door(composed):
    proposal: WrittenProposal = composed("")
    with pytest.raises(PlayError, match="no door is proposed: No offer of the catalogue answers these needs"):
        OptionsPilot(proposal, []).find_doors()
