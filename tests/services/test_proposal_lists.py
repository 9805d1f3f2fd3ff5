"""The list of proposals."""

from datetime import timedelta
from decimal import Decimal

from desktop.models.matrix import Heat
from desktop.models.proposal_states import ShownState
from desktop.models.proposals import ProposalState
from desktop.services import proposal_options, proposals, prospects
from desktop.services.proposal_exports import record_export
from desktop.services.proposal_lists import draft_of, proposal_rows, proposals_of
from desktop.services.proposal_sheet import content
from desktop.services.proposal_states import take_state
from tests.services.proposal_case import NOW, claire


def composed(session, **fields):
    case = claire(session, **fields)
    key = proposals.compose(session, case.prospect, now=NOW, language="fr")
    session.flush()
    return case, key


def test_a_row_says_who_what_and_how_much(session):
    _case, key = composed(session)
    option = proposal_options.options_of(session, key)[0].id
    proposal_options.add_line(session, option, now=NOW, label="x", quantity=Decimal(2), unit_price=Decimal("10.5"))
    dearer = proposal_options.add_option(session, key, now=NOW)
    proposal_options.add_line(session, dearer, now=NOW, label="x", unit_price=Decimal(500))
    proposals.update_proposal(session, key, now=NOW, title="Titre")
    session.flush()
    (row,) = proposal_rows(session)
    assert (row.number, row.client, row.title, row.net) == ("P-2026-0001", "Ateliers Brévent", "Titre", Decimal(21))
    assert row.revision is None
    proposal_options.recommend(session, key, dearer, now=NOW)
    session.flush()
    assert proposal_rows(session)[0].net == Decimal(500)


def test_a_pre_proposal_has_no_price_in_the_list_and_an_export_its_revision(session):
    _case, key = composed(session, heat=Heat.WARM)
    option = proposal_options.options_of(session, key)[0].id
    proposal_options.add_line(session, option, now=NOW, label="x", unit_price=Decimal(5))
    record_export(session, key, b"pdf", "a.pdf", content(session, key), now=NOW)
    session.flush()
    (row,) = proposal_rows(session)
    assert row.net is None and row.revision == 1


def test_the_latest_touched_comes_first_and_the_removed_is_gone(session):
    case, first = composed(session)
    other, second = composed(session)
    proposals.update_proposal(session, first, now=NOW + timedelta(hours=1), title="Touchée")
    session.flush()
    assert [row.id for row in proposal_rows(session)] == [first, second]
    assert [row.id for row in proposals_of(session, other.prospect)] == [second]
    proposals.remove_proposal(session, second, at=NOW)
    prospects.update_prospect(session, case.prospect, now=NOW, deleted_at=NOW)
    session.flush()
    assert proposal_rows(session) == []
    assert proposals_of(session, other.prospect) == []


def test_the_draft_of_a_call_is_taken_up_rather_than_composed_again(session):
    case, key = composed(session)
    assert draft_of(session, case.prospect, case.call) == key
    assert draft_of(session, case.prospect, None) == key
    assert draft_of(session, composed(session)[0].prospect, case.call) is None
    take_state(session, key, ProposalState.SENT, now=NOW)
    session.flush()
    assert draft_of(session, case.prospect, case.call) is None


def test_a_row_says_when_its_time_is_over(session):
    _case, key = composed(session)
    take_state(session, key, ProposalState.SENT, now=NOW)
    session.flush()
    (row,) = proposal_rows(session)
    assert row.shown(row.valid_until) is ShownState.SENT
    assert row.shown(row.valid_until + timedelta(days=1)) is ShownState.EXPIRED
