"""What is handed over is on the disk, and what could not be is told in the program's own words."""

from desktop.models.proposals import DocumentKind, ProposalState
from desktop.services.conversation_proposal import HandOverForm
from desktop.services.conversation_summary import Refusal
from desktop.ui.play.handing import HandingPilot
from desktop.ui.play.written import WrittenProposal
from tests.ui.play.conftest import CATALOGUE


def test_every_way_out_is_taken(opened, composed, pictures):
    proposal: WrittenProposal = composed(CATALOGUE)
    refused: list[Refusal] = []
    form = HandOverForm(documents=(DocumentKind.SUMMARY,), calendar=True, message=True, sent=True)
    pilot = HandingPilot(opened, proposal.proposal_id, pictures.append, refused)
    data = pilot.play(form)
    assert refused == []
    names = sorted(path.name.split("_")[1] + path.suffix for path in opened.documents.iterdir())
    assert names == ["Dates.ics", "Proposal.eml", "Proposal.pdf", "Summary.pdf"]
    assert data == next(opened.documents.glob("*_Proposal_*.pdf")).read_bytes()
    assert proposal.sheet.proposal.state is ProposalState.SENT
    assert proposal.page.composer.state.suggested is not None
    pilot.plan_follow_up()
    assert proposal.page.composer.state.suggested is None
    assert pictures[-3:] == ["exported", "message", "follow-up"]


def test_a_document_with_nothing_to_say_is_refused(opened, composed):
    proposal: WrittenProposal = composed("")
    refused: list[Refusal] = []
    pilot = HandingPilot(opened, proposal.proposal_id, lambda _name: None, refused)
    assert pilot.play(HandOverForm()) is None
    assert [each.act for each in refused] == ["export"] and "has no price" in refused[0].reason
