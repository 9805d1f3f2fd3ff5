"""The customer ticks, writes, draws and agrees; what was kept is looked for on the disk."""

import pytest

from desktop.services import signatures
from desktop.services.conversation_proposal import SignatureForm
from desktop.ui.play.keys import PlayError
from desktop.ui.play.signing import SigningPilot
from desktop.ui.play.written import WrittenProposal
from tests.ui.play.conftest import CATALOGUE


def test_it_is_signed_on_the_spot(opened, composed, pictures):
    proposal: WrittenProposal = composed(CATALOGUE)
    pilot = SigningPilot(opened, proposal.proposal_id, pictures.append)
    with pytest.raises(PlayError, match="there is no option 3 to tick"):
        pilot.play(SignatureForm(option=3, name="Claire"))
    opened.hands.press("Esc")
    pilot.play(SignatureForm(option=2, name="Claire Fontaine", quality="manager", place="Rennes"))
    kept = opened.workspace.ask(signatures.latest, proposal.proposal_id)
    assert (kept.name, kept.quality, kept.place) == ("Claire Fontaine", "manager", "Rennes")
    assert kept.option_id == proposal.sheet.options[1].option.id
    assert pictures == ["signing", "signed"]
    assert len(list(opened.documents.glob("*_signed.pdf"))) == 1
