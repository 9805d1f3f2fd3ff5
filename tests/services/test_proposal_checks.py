"""What forbids an export, and what only deserves a second look."""

from datetime import timedelta
from decimal import Decimal

import pytest

from desktop.models.matrix import Heat
from desktop.services import calls, proposal_options, proposals, prospects, settings
from desktop.services.proposal_checks import shortened
from desktop.services.proposal_sheet import sheet
from tests.services.proposal_case import CALLED, NOW, claire, confirmed, seller


@pytest.fixture
def proposal(session):
    """One that nothing is said against."""
    return ready(session, Heat.HOT)


def ready(session, heat):
    seller(session)
    case = claire(session, heat=heat)
    confirmed(session, case)
    key = proposals.compose(session, case.prospect, now=NOW, language="fr")
    session.flush()
    view = sheet(session, key)
    for card in view.needs:
        proposals.set_need(session, card.row.id, now=NOW, answer="Réponse", proof="Preuve")
    option = view.options[0].option
    answers = [str(card.row.id) for card in view.needs]
    proposal_options.update_option(session, option.id, now=NOW, name="Équiper", answers=answers)
    proposal_options.add_line(session, option.id, now=NOW, label="Audit", unit_price=Decimal(100))
    session.flush()
    return key


def found(session, proposal, level=None):
    session.flush()
    return [check for check in sheet(session, proposal).checks if level in (None, check.level)]


def option_of(session, proposal):
    return proposal_options.options_of(session, proposal)[0].id


def test_nothing_is_said_against_a_good_one(session, proposal):
    assert found(session, proposal) == []
    assert not sheet(session, proposal).blocked


@pytest.mark.parametrize("field", ["name", "siret"])
def test_the_sellers_identity_is_needed(session, proposal, field):
    settings.save_company(session, now=NOW, **{field: " "})
    (check,) = found(session, proposal)
    assert (check.level, check.where) == ("block", "company")
    assert sheet(session, proposal).blocked


def test_a_client_has_a_name(session, proposal):
    view = sheet(session, proposal)
    prospects.update_prospect(session, view.prospect.id, now=NOW, company="")
    prospects.update_contact(session, view.contact.id, name="")
    assert [check.where for check in found(session, proposal, "block")] == ["client"]


def test_an_option_needs_a_price(session, proposal):
    option = option_of(session, proposal)
    proposal_options.add_option(session, proposal, now=NOW, name="Vide", answers=[])
    checks = found(session, proposal, "block")
    assert len(checks) == 1 and "Vide" in checks[0].text and checks[0].where != f"option:{option}"


@pytest.mark.parametrize(
    "fields", [{"unit_price": Decimal(-5)}, {"quantity": Decimal(0)}, {"unit_price": Decimal(10_000_001)}]
)
def test_an_absurd_price_is_stopped(session, proposal, fields):
    option = option_of(session, proposal)
    line = proposal_options.lines_of(session, [option])[0]
    proposal_options.update_line(session, line.id, now=NOW, **fields)
    assert [check.where for check in found(session, proposal)] == [f"option:{option}"]


def test_an_offered_line_is_no_mistake(session, proposal):
    proposal_options.add_line(session, option_of(session, proposal), now=NOW, label="Offert", unit_price=Decimal(0))
    assert found(session, proposal) == []


def test_there_is_at_least_one_option_and_four_are_too_many(session, proposal):
    for _each in range(3):
        option = proposal_options.add_option(session, proposal, now=NOW, name="Autre")
        proposal_options.add_line(session, option, now=NOW, label="x", unit_price=Decimal(1))
    assert [(check.level, check.where) for check in found(session, proposal)] == [("warn", "options")]
    for option in proposal_options.options_of(session, proposal):
        proposal_options.remove_option(session, option.id, now=NOW)
    assert [(check.level, check.where) for check in found(session, proposal)] == [("block", "options")]


@pytest.mark.parametrize("days, level", [(-1, "block"), (0, "warn"), (6, "warn"), (7, None)])
def test_validity_lasts_and_does_not_end_before_it_starts(session, proposal, days, level):
    proposals.update_proposal(session, proposal, now=NOW, valid_until=NOW.date() + timedelta(days=days))
    assert [check.level for check in found(session, proposal)] == ([level] if level else [])


def test_a_need_without_answer_and_an_answer_without_proof_are_shown(session, proposal):
    one, two, _three = sheet(session, proposal).needs
    proposals.set_need(session, one.row.id, now=NOW, answer=" ")
    proposals.set_need(session, two.row.id, now=NOW, proof="")
    checks = found(session, proposal)
    assert [check.where for check in checks] == [f"need:{one.row.id}", f"need:{two.row.id}"]
    assert {check.level for check in checks} == {"warn"}
    proposals.set_need(session, one.row.id, now=NOW, included=False)
    assert len(found(session, proposal)) == 1


def test_a_long_quotation_and_an_unconfirmed_need_are_shown(session, proposal):
    view = sheet(session, proposal)
    long = " ".join(["mot"] * 26)
    key = calls.add_entry(session, view.proposal.call_id, "verbatim", long, at=CALLED)
    calls.set_citable(session, key, True)
    proposals.take_up_new_needs(session, proposal, now=NOW)
    session.flush()
    row = sheet(session, proposal).needs[3].row
    proposals.set_need(session, row.id, now=NOW, answer="Réponse", proof="Preuve")
    words = [check.text for check in found(session, proposal)]
    assert len(words) == 2 and "26" in words[1]


def test_a_price_against_the_matrix_is_stopped_until_a_reason_is_given(session):
    key = ready(session, Heat.WARM)
    assert found(session, key) == []
    proposals.update_proposal(session, key, now=NOW, contractual=True)
    assert [(check.level, check.where) for check in found(session, key)] == [("block", "contract")]
    proposals.give_price(session, key, "Elle le demande.", now=NOW)
    assert found(session, key) == []


def test_a_pre_proposal_needs_neither_price_nor_option(session):
    key = ready(session, Heat.WARM)
    proposal_options.remove_option(session, option_of(session, key), now=NOW)
    assert found(session, key) == []


def test_what_blocks_comes_first(session, proposal):
    proposals.set_need(session, sheet(session, proposal).needs[0].row.id, now=NOW, answer="")
    settings.save_company(session, now=NOW, siret="")
    assert [check.level for check in found(session, proposal)] == ["block", "warn"]


def test_a_long_need_is_cut_at_a_word():
    assert shortened("a\nb") == "a b"
    assert shortened("mot " * 40) == "mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot…"
