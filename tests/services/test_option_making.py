"""Options made from the catalogue, and what tells that a hand passed over them."""

from decimal import Decimal

import pytest

from desktop.models.catalogue import Billing, Offer
from desktop.models.proposals import Option, OptionLine, ProposalNeed
from desktop.services import catalogue, proposal_options, prospects, settings
from desktop.services.door_drafts import Drafts
from desktop.services.option_making import buyer_of, by_hand, line_of, write_answers
from tests.services.doors_case import composed
from tests.services.proposal_case import NOW, claire

D = Decimal


def parts(session, key, place=1):
    session.flush()
    option = proposal_options.options_of(session, key)[place]
    return option, proposal_options.lines_of(session, [option.id])


def test_a_line_says_what_the_offer_says_and_where_it_comes_from(session):
    key = catalogue.add_offer(
        session, now=NOW, label="Suivi", detail="Une heure", unit="mois", unit_price=D(240), billing=Billing.MONTHLY
    )
    offer = session.get_one(Offer, key)
    line = line_of(offer, key, 3)
    assert (line.label, line.detail, line.unit, line.unit_price) == ("Suivi", "Une heure", "mois", D(240))
    assert (line.billing, line.offer_id, line.catalogue_price) == (Billing.MONTHLY, key, D(240))
    assert (line.quantity, line.discount, line.optional, line.position) == (D(1), D(0), False, 3)


def test_what_comes_back_from_the_file_is_still_as_it_was_proposed(session):
    _case, key = composed(session)
    session.flush()
    session.expire_all()
    for place in range(3):
        option, lines = parts(session, key, place)
        assert not by_hand(option, lines)


@pytest.mark.parametrize(
    "field, value",
    [("name", "x"), ("for_whom", "x"), ("lead_time", "x"), ("reason", "x"), ("included", ["x"]), ("answers", ["x"])],
)
def test_a_word_of_the_option_changed_shows(session, field, value):
    _case, key = composed(session)
    option, lines = parts(session, key)
    setattr(option, field, value)
    assert by_hand(option, lines)


@pytest.mark.parametrize(
    "field, value",
    [
        ("label", "x"),
        ("detail", "x"),
        ("quantity", D(2)),
        ("unit", "x"),
        ("unit_price", D(1)),
        ("vat_rate", D(10)),
        ("discount", D(1)),
        ("billing", Billing.YEARLY),
        ("optional", True),
        ("chosen", True),
    ],
)
def test_a_column_of_a_line_changed_shows(session, field, value):
    _case, key = composed(session)
    option, lines = parts(session, key)
    setattr(lines[0], field, value)
    assert by_hand(option, lines)


def test_recommending_another_one_is_no_edit_and_lines_in_another_order_are(session):
    _case, key = composed(session)
    option, lines = parts(session, key, 2)
    option.recommended = True
    assert not by_hand(option, lines)
    assert len(lines) == 2 and by_hand(option, lines[::-1])


def test_an_option_that_was_never_proposed_is_by_hand():
    option = Option(name="", for_whom="", lead_time="", reason="", door="", included=[], answers=[], proposed="")
    assert by_hand(option, [OptionLine(label="x")])


def test_no_amount_is_no_budget_and_vat_is_for_those_who_pay_it(session):
    case = claire(session)
    assert buyer_of(session, case.prospect).budget == D(15000)
    prospects.update_prospect(session, case.prospect, now=NOW, amount=D(0), kind="b2c", sector="Menuiserie")
    buyer = buyer_of(session, case.prospect)
    assert (buyer.budget, buyer.with_vat, buyer.sector) == (None, True, "Menuiserie")
    settings.save_company(session, now=NOW, vat_exempt=True)
    assert not buyer_of(session, case.prospect).with_vat


def test_only_a_need_with_nothing_written_is_answered():
    offer = Offer(label="x", answer="Oui", benefit="Du temps", proof="Roland")
    bare, written = ProposalNeed(answer="", benefit="", proof=""), ProposalNeed(answer="", benefit="", proof="À moi")
    write_answers([bare, written], Drafts((), {0: offer, 1: offer}, True))
    assert (bare.answer, bare.benefit, bare.proof) == ("Oui", "Du temps", "Roland")
    assert (written.answer, written.proof) == ("", "À moi")
