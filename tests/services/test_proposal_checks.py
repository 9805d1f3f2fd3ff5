"""What forbids an export, and what only deserves a second look."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop.i18n import current
from desktop.models.backplan import Plan, PlanStep, Side
from desktop.models.catalogue import BlockKind
from desktop.models.matrix import Heat
from desktop.models.plan_words import aim
from desktop.models.returns import Figure, Gain, Returns, Unit
from desktop.services import calls, proposal_options, proposals, prospects, settings
from desktop.services.proposal_checks import checks, length_checks, shortened
from desktop.services.proposal_content import Block, Quote
from desktop.services.proposal_sheet import sheet
from tests.documents.cases import CLAIRE
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
    shown = found(session, proposal, "block")
    assert len(shown) == 1 and "Vide" in shown[0].text and shown[0].where != f"option:{option}"


@pytest.mark.parametrize(
    "fields", [{"unit_price": Decimal(-5)}, {"quantity": Decimal(0)}, {"unit_price": Decimal("1000000000.01")}]
)
def test_an_absurd_price_is_stopped(session, proposal, fields):
    option = option_of(session, proposal)
    line = proposal_options.lines_of(session, [option])[0]
    proposal_options.update_line(session, line.id, now=NOW, **fields)
    assert [check.where for check in found(session, proposal)] == [f"option:{option}"]


def test_a_very_large_price_is_a_price(session, proposal):
    line = proposal_options.lines_of(session, [option_of(session, proposal)])[0]
    proposal_options.update_line(session, line.id, now=NOW, unit_price=Decimal("99999999.99"))
    assert found(session, proposal) == []


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
    shown = found(session, proposal)
    assert [check.where for check in shown] == [f"need:{one.row.id}", f"need:{two.row.id}"]
    assert {check.level for check in shown} == {"warn"}
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


def test_a_quotation_of_a_company_carries_its_vat_number_and_the_clients_siren(session, proposal):
    settings.save_company(session, now=NOW, vat_number=" ")
    prospects.update_prospect(session, sheet(session, proposal).prospect.id, now=NOW, siren="")
    assert [(check.level, check.where) for check in found(session, proposal)] == [
        ("warn", "company"),
        ("warn", "client"),
    ]
    proposals.update_proposal(session, proposal, now=NOW, contractual=False)
    assert found(session, proposal) == []


def test_a_seller_without_vat_needs_no_number_and_has_no_rate(session, proposal):
    settings.save_company(session, now=NOW, vat_number="", vat_exempt=True)
    (check,) = found(session, proposal)
    assert (check.level, check.where) == ("warn", f"option:{option_of(session, proposal)}") and "VAT" in check.text
    line = proposal_options.lines_of(session, [option_of(session, proposal)])[0]
    proposal_options.update_line(session, line.id, now=NOW, vat_rate=Decimal(0))
    assert found(session, proposal) == []


def test_extras_alone_cost_nothing_until_one_is_chosen(session, proposal):
    option = option_of(session, proposal)
    line = proposal_options.lines_of(session, [option])[0]
    proposal_options.update_line(session, line.id, now=NOW, optional=True)
    (check,) = found(session, proposal)
    assert (check.level, check.where) == ("warn", f"option:{option}") and "extras alone" in check.text
    proposal_options.update_line(session, line.id, now=NOW, chosen=True)
    assert found(session, proposal) == []


def test_words_about_somebody_or_in_confidence_are_shown(session, proposal):
    view = sheet(session, proposal)
    prospects.add_contact(session, view.prospect.id, name="Karim Benali", now=NOW)
    for text in ("C’est Karim qui ouvre l’atelier.", "Entre nous, c’est trop cher."):
        key = calls.add_entry(session, view.proposal.call_id, "verbatim", text, at=CALLED)
        calls.set_citable(session, key, True)
    proposals.take_up_new_needs(session, proposal, now=NOW)
    session.flush()
    session.expire_all()
    for card in sheet(session, proposal).needs[3:]:
        proposals.set_need(session, card.row.id, now=NOW, answer="Réponse", proof="Preuve")
    words = [check.text for check in found(session, proposal, "warn") if "Not confirmed" not in check.text]
    assert words == [
        "Quotation about somebody who may read it: “C’est Karim qui ouvre l’atelier.”",
        "Said in confidence, and quoted: “Entre nous, c’est trop cher.”",
    ]


def test_the_words_that_open_page_one_are_looked_at_too():
    lead = Quote("Mon associé n’y croit pas.", "Claire Fontaine", NOW.date())
    content = replace(CLAIRE, lead_quote=lead, contractual=False)
    (check,) = checks(content, (), (), None, "")
    assert check.where == "lead" and "Mon associé" in check.text


def test_a_plan_that_is_late_and_a_figure_that_nobody_gave_are_shown():
    figure = Figure(Decimal(2), Unit.EUROS_AN_HOUR, None, " ", "Claire Fontaine", NOW.date())
    step = PlanStep("Audit", Side.OURS, "", 3, NOW.date(), NOW.date())
    content = replace(
        CLAIRE,
        contractual=False,
        plan=Plan((step,), NOW.date(), late=3),
        returns=Returns((Gain("", (figure,), Decimal(1)),), Decimal(1)),
    )
    assert [(check.where, check.text) for check in checks(content, (), (), None, "")] == [
        ("plan", aim(content.plan, current())),
        ("returns", "The return counts a figure that nobody gave."),
    ]
    told = replace(figure, words="deux euros")
    content = replace(
        content, plan=Plan((step,), NOW.date()), returns=Returns((Gain("", (told,), Decimal(1)),), Decimal(1))
    )
    assert checks(content, (), (), None, "") == ()


def test_a_plan_that_ends_after_the_day_of_page_one_is_shown():
    step = PlanStep("Pose", Side.OURS, "", 1, date(2027, 1, 22), date(2027, 1, 22))
    content = replace(CLAIRE, contractual=False, plan=Plan((step,), date(2027, 1, 22)), start_on=date(2027, 1, 18))
    (check,) = checks(content, (), (), None, "")
    assert (check.level, check.where) == ("warn", "plan")
    assert check.text == "Page 1 says in service on 18 January 2027, and the plan ends on 22 January 2027."
    for start in (date(2027, 1, 22), date(2027, 1, 29), None):
        assert checks(replace(content, start_on=start), (), (), None, "") == ()


def test_a_standing_block_that_was_not_filled_in_is_shown():
    def block(text, title="Suivi"):
        return Block(BlockKind.FOLLOW_UP, title, text)

    blocks = [block("Sous [délai] jours."), block("Un point [1] et [ ]."), block("Rien."), block("Oui.", "Notre […]")]
    content = replace(CLAIRE, contractual=False, blocks=tuple(blocks), plan=None, returns=None)
    assert [(check.level, check.where, check.text) for check in checks(content, (), (), None, "")] == [
        ("warn", "block:0", "Left to fill in, under “Suivi”: [délai]"),
        ("warn", "block:3", "Left to fill in, under “Notre […]”: […]"),
    ]


@pytest.mark.parametrize("pages, words", [(1, ""), (6, ""), (7, "beyond 6"), (10, "beyond 6"), (11, "hardly anybody")])
def test_a_document_too_long_is_not_read(pages, words):
    found = length_checks(pages)
    assert [check.level for check in found] == (["warn"] if words else [])
    assert words == "" or (words in found[0].text and str(pages) in found[0].text)


def test_only_the_law_the_parties_and_the_price_forbid_an_export(session, proposal):
    """A proposal with everything wrong that only warns still leaves."""
    view = sheet(session, proposal)
    settings.save_company(session, now=NOW, vat_number="", rcs="")
    prospects.update_prospect(session, view.prospect.id, now=NOW, siren="")
    for card in view.needs:
        proposals.set_need(session, card.row.id, now=NOW, answer="", proof="")
    proposals.update_proposal(session, proposal, now=NOW, valid_until=NOW.date(), title="")
    assert len(found(session, proposal, "warn")) >= 6
    assert not sheet(session, proposal).blocked
