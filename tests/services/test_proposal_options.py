"""Options and lines: added, changed, moved, taken out and brought back."""

from decimal import Decimal

import pytest

from desktop.errors import UserError
from desktop.models.catalogue import Offer
from desktop.models.proposals import OptionLine
from desktop.services import catalogue, proposal_options, proposals
from desktop.services.proposal_sheet import sheet
from tests.services.proposal_case import NOW, claire, shared_grid

D = Decimal


@pytest.fixture
def proposal(session):
    key = proposals.compose(session, claire(session).prospect, now=NOW, language="fr")
    session.flush()
    return key


def first(session, proposal):
    return proposal_options.options_of(session, proposal)[0]


def line(session, option, price, rate="20", **fields):
    return proposal_options.add_line(
        session, option, now=NOW, label="Ligne", unit_price=D(price), vat_rate=D(rate), **fields
    )


def test_totals_are_to_the_cent_with_vat_by_rate(session, proposal):
    option = first(session, proposal).id
    line(session, option, "1100.35", quantity=D("2.5"))
    line(session, option, "99.99", "5.5", quantity=D(3), discount=D(10))
    line(session, option, "10", "20")
    session.flush()
    totals = sheet(session, proposal).options[0].totals
    assert totals.net == D("3030.85")
    assert totals.vat == ((D(20), D("2760.88"), D("552.18")), (D("5.5"), D("269.97"), D("14.85")))
    assert totals.gross == D("3597.88")


def test_a_seller_without_vat_charges_none(session, proposal):
    from tests.services.proposal_case import seller

    seller(session, vat_exempt=True)
    line(session, first(session, proposal).id, "100")
    session.flush()
    totals = sheet(session, proposal).options[0].totals
    assert (totals.net, totals.vat, totals.gross) == (D(100), (), D(100))


def test_one_option_at_most_is_recommended(session, proposal):
    one = first(session, proposal).id
    two = proposal_options.add_option(session, proposal, now=NOW, name="Déployer")
    assert proposal_options.recommend(session, proposal, two, now=NOW) == one
    session.flush()
    assert [card.option.recommended for card in sheet(session, proposal).options] == [False, True]
    assert proposal_options.recommend(session, proposal, None, now=NOW) == two
    session.flush()
    assert [card.option.recommended for card in sheet(session, proposal).options] == [False, False]


def test_an_option_is_taken_out_and_brought_back_with_its_lines(session, proposal):
    option = first(session, proposal).id
    line(session, option, "100")
    proposal_options.remove_option(session, option, now=NOW)
    session.flush()
    assert sheet(session, proposal).options == ()
    proposal_options.remove_option(session, option, now=NOW, restore=True)
    session.flush()
    assert sheet(session, proposal).options[0].totals.net == D(100)


def test_an_option_added_where_none_is_left_is_recommended(session, proposal):
    proposal_options.remove_option(session, first(session, proposal).id, now=NOW)
    session.flush()
    proposal_options.add_option(session, proposal, now=NOW)
    session.flush()
    assert first(session, proposal).recommended


def test_lines_move_go_and_come_back(session, proposal):
    option = first(session, proposal).id
    keys = [line(session, option, price) for price in ("1", "2", "3")]
    assert proposal_options.move_line(session, keys[0], 2, now=NOW) == 0
    session.flush()
    assert [each.id for each in proposal_options.lines_of(session, [option])] == [keys[1], keys[2], keys[0]]
    proposal_options.remove_line(session, keys[1], now=NOW)
    session.flush()
    assert [each.id for each in proposal_options.lines_of(session, [option])] == [keys[2], keys[0]]
    proposal_options.remove_line(session, keys[1], now=NOW, restore=True)
    session.flush()
    assert len(proposal_options.lines_of(session, [option])) == 3


def test_a_change_gives_back_what_was_there(session, proposal):
    option = first(session, proposal).id
    key = line(session, option, "100")
    assert proposal_options.update_line(session, key, now=NOW, unit_price=D(120)) == {"unit_price": D(100)}
    assert proposal_options.update_option(session, option, now=NOW, lead_time="8 semaines") == {"lead_time": ""}


@pytest.mark.parametrize("field", ["vat_rate", "discount"])
@pytest.mark.parametrize("value", ["-1", "100.01"])
def test_a_percentage_out_of_bounds_is_refused(session, proposal, field, value):
    option = first(session, proposal).id
    with pytest.raises(UserError):
        proposal_options.add_line(session, option, now=NOW, **{field: D(value)})
    key = line(session, option, "100")
    with pytest.raises(UserError):
        proposal_options.update_line(session, key, now=NOW, **{field: D(value)})


def test_a_line_comes_from_the_catalogue_and_goes_there(session, proposal):
    option = first(session, proposal).id
    offer = shared_grid(session)
    key = proposal_options.add_offer_line(session, option, offer, now=NOW)
    assert session.get_one(OptionLine, key).unit_price == D(1340)
    catalogue.update_offer(session, offer, unit_price=D(1))
    assert session.get_one(OptionLine, key).unit_price == D(1340)
    kept = proposal_options.add_to_catalogue(session, key, now=NOW)
    assert session.get_one(Offer, kept).unit_price == D(1340)


def test_a_line_without_a_name_is_no_offer(session, proposal):
    key = proposal_options.add_line(session, first(session, proposal).id, now=NOW)
    with pytest.raises(UserError):
        proposal_options.add_to_catalogue(session, key, now=NOW)
