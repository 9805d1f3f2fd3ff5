"""A draft takes a changed price up when the rep asks; what was exported never does."""

from decimal import Decimal

import pytest

from desktop.errors import UserError
from desktop.models.catalogue import Billing
from desktop.models.proposals import OptionLine, Proposal, ProposalState
from desktop.services import catalogue, proposal_exports, proposal_options, proposal_sheet, proposals
from desktop.services.catalogue_prices import price_changes, put_prices_back, take_up_price, take_up_prices
from desktop.services.proposal_states import take_state
from tests.services.proposal_case import NOW, claire, confirmed, seller, shared_grid


@pytest.fixture
def priced(session):
    """A draft with one line, from an offer of 1 340 € a day."""
    seller(session)
    case = claire(session)
    confirmed(session, case)
    offer = shared_grid(session)
    session.flush()
    proposal = proposals.compose(session, case.prospect, now=NOW, language="fr")
    session.flush()
    (option,) = proposal_options.options_of(session, proposal)
    (line,) = proposal_options.lines_of(session, [option.id])
    return proposal, option.id, line, offer


def changes(session, proposal):
    options = [option.id for option in proposal_options.options_of(session, proposal)]
    lines = proposal_options.lines_of(session, options)
    return price_changes(session.get_one(Proposal, proposal), lines, catalogue.offers(session))


def test_a_line_remembers_what_it_was_made_from(session, priced):
    _proposal, option, line, offer = priced
    assert (line.offer_id, line.catalogue_price, line.billing) == (offer, Decimal(1340), Billing.ONCE)
    catalogue.update_offer(session, offer, billing=Billing.YEARLY)
    added = session.get_one(OptionLine, proposal_options.add_offer_line(session, option, offer, now=NOW))
    assert (added.offer_id, added.catalogue_price, added.billing) == (offer, Decimal(1340), Billing.YEARLY)
    kept = proposal_options.add_to_catalogue(session, added.id, now=NOW)
    assert {each.id: each for each in catalogue.offers(session)}[kept].billing is Billing.YEARLY


def test_nothing_moves_until_the_rep_says_so(session, priced):
    proposal, _option, line, offer = priced
    assert changes(session, proposal) == []
    catalogue.update_offer(session, offer, unit_price=Decimal(1500), unit="mois", billing=Billing.MONTHLY)
    session.flush()
    (change,) = changes(session, proposal)
    assert (change.former, change.price, change.fresh, change.own) == (
        Decimal(1340),
        Decimal(1340),
        Decimal(1500),
        False,
    )
    assert line.unit_price == Decimal(1340)
    before = take_up_price(session, line.id, NOW)
    session.flush()
    assert (line.unit_price, line.unit, line.billing) == (Decimal(1500), "mois", Billing.MONTHLY)
    assert changes(session, proposal) == []
    proposal_options.update_line(session, line.id, now=NOW, **before)
    session.flush()
    assert (line.unit_price, line.unit, line.billing) == (Decimal(1340), "jours", Billing.ONCE)
    assert len(changes(session, proposal)) == 1


def test_several_prices_are_one_act_and_one_way_back(session, priced):
    _proposal, option, line, offer = priced
    other = proposal_options.add_offer_line(session, option, offer, now=NOW)
    catalogue.update_offer(session, offer, unit_price=Decimal(1500))
    before = take_up_prices(session, [line.id, other], now=NOW)
    assert [each.unit_price for each in proposal_options.lines_of(session, [option])] == [Decimal(1500)] * 2
    for _twice in range(2):
        put_prices_back(session, before, now=NOW)
    assert [each.unit_price for each in proposal_options.lines_of(session, [option])] == [Decimal(1340)] * 2


def test_a_price_of_the_reps_own_is_told(session, priced):
    proposal, _option, line, offer = priced
    proposal_options.update_line(session, line.id, now=NOW, unit_price=Decimal(1200))
    session.flush()
    assert changes(session, proposal) == [], "the catalogue has not moved"
    catalogue.update_offer(session, offer, unit_price=Decimal(1500))
    session.flush()
    assert changes(session, proposal)[0].own


def test_a_sent_proposal_keeps_its_prices(session, priced):
    proposal, _option, line, offer = priced
    catalogue.update_offer(session, offer, unit_price=Decimal(1500))
    take_state(session, proposal, ProposalState.SENT, now=NOW)
    session.flush()
    assert changes(session, proposal) == []
    with pytest.raises(UserError):
        take_up_price(session, line.id, NOW)
    assert line.unit_price == Decimal(1340)


def test_an_archived_offer_and_a_removed_line_ask_nothing(session, priced):
    proposal, option, line, offer = priced
    catalogue.update_offer(session, offer, unit_price=Decimal(1500))
    catalogue.archive_offer(session, offer, at=NOW)
    session.flush()
    assert changes(session, proposal) == []
    with pytest.raises(UserError):
        take_up_price(session, line.id, NOW)
    by_hand = proposal_options.add_line(session, option, now=NOW, label="By hand")
    with pytest.raises(UserError):
        take_up_price(session, by_hand, NOW)
    catalogue.archive_offer(session, offer, at=None)
    session.flush()
    assert len(changes(session, proposal)) == 1
    proposal_options.remove_line(session, line.id, now=NOW)
    session.flush()
    assert changes(session, proposal) == []


def test_what_was_exported_never_moves(session, priced):
    proposal, _option, line, offer = priced
    content = proposal_sheet.content(session, proposal)
    proposal_exports.record_export(session, proposal, b"%PDF bytes", "p.pdf", content, now=NOW)
    session.flush()
    session.expire_all()
    (export,) = proposal_exports.exports(session, proposal)
    inputs, digest = str(export.content), export.sha256
    catalogue.update_offer(session, offer, unit_price=Decimal(1500))
    take_up_price(session, line.id, NOW)
    session.flush()
    session.expire_all()
    (export,) = proposal_exports.exports(session, proposal)
    assert (str(export.content), export.sha256, export.pdf) == (inputs, digest, b"%PDF bytes")
    assert "1340" in inputs and line.unit_price == Decimal(1500)
