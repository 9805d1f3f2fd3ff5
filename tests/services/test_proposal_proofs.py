"""Proofs stand beside the answers they prove, for the sector and the need they are about."""

from desktop.models.catalogue import EvidenceKind
from desktop.models.need_kinds import NeedKind
from desktop.services import catalogue, catalogue_references, proposals, prospects
from desktop.services.proposal_proofs import closest, proof_words
from desktop.services.proposal_sheet import sheet
from tests.services.proposal_case import ANSWER, NOW, claire, shared_grid


def reference(session, text, **fields):
    return catalogue_references.add_reference(session, now=NOW, text=text, **fields)


def test_the_offers_own_proof_goes_first_then_the_sector_then_the_need(session):
    offer = shared_grid(session)
    other = catalogue.add_offer(session, now=NOW, label="Autre")
    reference(session, "Partout", kind=EvidenceKind.CASE)
    reference(session, "Besoin", need_kinds=["obstacle"])
    reference(session, "Secteur", sectors=["Menuiserie"])
    reference(session, "Offre", offer_id=offer, kind=EvidenceKind.TESTIMONIAL)
    reference(session, "Autre offre", offer_id=other)
    reference(session, "Autre secteur", sectors=["Banque"])
    reference(session, "Autre besoin", need_kinds=["stake"])
    session.flush()
    known = catalogue_references.references(session)
    found = closest(known, NeedKind.OBSTACLE, "Menuiserie industrielle", [offer])
    assert [each.text for each in found] == ["Offre", "Secteur", "Besoin", "Partout"]


def test_a_new_proposal_proves_the_answers_that_have_no_proof(session):
    case = claire(session)
    offer = shared_grid(session)
    catalogue.update_offer(session, offer, proof="")
    prospects.update_prospect(session, case.prospect, now=NOW, sector="menuiserie")
    reference(session, "Six heures rendues par semaine.", source="Menuiseries Roland", offer_id=offer)
    session.flush()
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    session.flush()
    rows = [card.row for card in sheet(session, key).needs]
    assert rows[0].answer == ANSWER
    assert rows[0].proof == "Six heures rendues par semaine (Menuiseries Roland)"
    assert [row.proof for row in rows[1:]] == ["", ""]


def test_a_proof_that_the_offer_gives_is_left_alone(session):
    case = claire(session)
    offer = shared_grid(session)
    reference(session, "Autre preuve", offer_id=offer)
    session.flush()
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    session.flush()
    assert sheet(session, key).needs[0].row.proof.startswith("Menuiseries Roland, 40 salariés")


def test_words_say_where_a_proof_comes_from(session):
    key = reference(session, "Fait. ", source=" Roland ")
    assert proof_words(session.get_one(catalogue_references.Reference, key)) == "Fait (Roland)"
