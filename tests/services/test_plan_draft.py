"""The first plan: what was said of the decision, what the offers take, and nothing made up beyond that."""

from datetime import date

import pytest

from desktop.models.backplan import Side
from desktop.models.calls import Verbatim
from desktop.models.catalogue import Offer
from desktop.models.need_kinds import NeedKind
from desktop.models.proposals import Proposal
from desktop.models.prospects import Contact
from desktop.models.statuses import ContactRole
from desktop.services import needs, plan_draft, proposal_options, proposal_plan, proposals, settings
from tests.services.proposal_case import BUDGET, CALLED, NOW, PRIVATE, claire, seller, shared_grid

USUAL = [
    ("Décision", "theirs", "Claire Fontaine", 5),
    ("Signature et commande", "theirs", "Claire Fontaine", 1),
    ("Réunion de lancement", "ours", "Julie Morvan", 1),
    ("Accès et documents", "theirs", "Claire Fontaine", 3),
    ("Mise en place", "ours", "Julie Morvan", 10),
    ("Vérification ensemble", "theirs", "Claire Fontaine", 2),
    ("Mise en service", "ours", "Julie Morvan", 1),
]


@pytest.fixture
def case(session):
    seller(session)
    return claire(session)


@pytest.fixture
def proposal(session, case) -> Proposal:
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    session.flush()
    found = session.get_one(Proposal, key)
    found.plan, found.wished_on = [], None
    return found


def proposed(session, proposal) -> list[tuple]:
    plan_draft.propose(session, proposal.id, now=NOW)
    return [(step["name"], step["side"], step["owner"], step["days"]) for step in proposal.plan]


def contact(session, case, name: str, role: ContactRole) -> None:
    session.add(Contact(prospect_id=case.prospect, position=9, name=name, role=role, created_at=CALLED))
    session.flush()
    session.expire_all()


def test_their_decision_our_work_and_the_start(session, proposal):
    assert proposed(session, proposal) == USUAL
    assert proposal.wished_on == date(2027, 1, 29)
    plan = proposal_plan.plan_of(proposal, None)
    assert plan.ready_on == date(2027, 1, 29) and plan.late == 0
    assert [step.slack > 0 for step in plan.steps] == [False, False, False, True, False, False, False]


def test_a_way_back_and_the_same_way_forth(session, proposal):
    proposal_plan.add_step(session, proposal.id, now=NOW, key="mine", name="À moi")
    mine = list(proposal.plan)
    made = plan_draft.propose(session, proposal.id, now=NOW)
    assert made.before == {"plan": mine, "wished_on": None}
    assert made.after == {"plan": proposal.plan, "wished_on": date(2027, 1, 29)}
    proposals.update_proposal(session, proposal.id, now=NOW, **made.before)
    assert proposal.plan == mine and proposal.wished_on is None


def test_what_cannot_be_read_gives_way_and_comes_back(session, proposal):
    proposal.plan = [{"old": True}]
    made = plan_draft.propose(session, proposal.id, now=NOW)
    assert proposal_plan.read(proposal.plan) and made.before["plan"] == [{"old": True}]


def test_offers_of_the_chosen_option_take_the_days_they_take(session, case, proposal):
    offer = session.get_one(Offer, shared_grid(session))
    offer.lead_days = 12
    option = proposal_options.options_of(session, proposal.id)[0]
    for optional in (False, True):
        line = proposal_options.add_offer_line(session, option.id, offer.id, now=NOW)
        label = "En option" if optional else "Grille"
        proposal_options.update_line(session, line, now=NOW, optional=optional, offer_id=offer.id, label=label)
    session.flush()
    deliveries = [each for each in proposed(session, proposal) if each[3] == 12]
    assert deliveries == [("Grille", "ours", "Julie Morvan", 12)]


@pytest.mark.parametrize(
    ("said", "days"),
    [("8 semaines", 40), ("3 weeks", 15), ("10 jours ouvrés", 10), ("2 mois", 42), ("bientôt", 10), ("99 mois", 260)],
)
def test_without_offers_the_option_says_how_long_it_takes(session, proposal, said, days):
    option = proposal_options.options_of(session, proposal.id)[0]
    proposal_options.update_option(session, option.id, now=NOW, lead_time=said, name="Équiper")
    session.flush()
    assert ("Mise en place", "ours", "Julie Morvan", days) in proposed(session, proposal)


def test_who_decides_buys_advises_and_uses(session, case, proposal):
    contact(session, case, "Paul Durand", ContactRole.DECIDER)
    contact(session, case, "Sonia Achat", ContactRole.BUYER)
    contact(session, case, "Karim Petit", ContactRole.INFLUENCER)
    contact(session, case, "Nadia Terrain", ContactRole.USER)
    contact(session, case, "Marc Frein", ContactRole.BLOCKER)
    found = {name: owner for name, _side, owner, _days in proposed(session, proposal)}
    assert found["Avis sur la proposition"] == "Karim Petit" and found["Décision"] == "Paul Durand"
    assert found["Signature et commande"] == "Sonia Achat" and found["Vérification ensemble"] == "Nadia Terrain"
    assert "Marc Frein" not in found.values()


def test_what_they_said_of_their_decision_names_its_steps(session, case, proposal):
    needs.add_need(
        session, case.prospect, [case.verbatims[BUDGET]], now=CALLED, kind=NeedKind.DECISION,
        statement="Accord du comité de direction.",
    )  # fmt: skip
    session.flush()
    assert proposed(session, proposal)[0][:2] == ("Accord du comité de direction", "theirs")


def test_what_may_not_be_quoted_names_no_step(session, case, proposal):
    needs.add_need(
        session, case.prospect, [case.verbatims[PRIVATE]], now=CALLED, kind=NeedKind.DECISION,
        statement="Karim bloque tout",
    )  # fmt: skip
    session.flush()
    assert not session.get_one(Verbatim, case.verbatims[PRIVATE]).citable
    assert all("Karim" not in name for name, *_rest in proposed(session, proposal))


def test_the_wished_day_is_the_first_one_that_somebody_said(session, case, proposal):
    prospect = proposals.load_prospect(session, case.prospect)
    stated = needs.needs_of(session, case.prospect)
    today = NOW.date()
    assert plan_draft.wished_day(proposal, prospect, stated, today) == date(2027, 1, 29)
    proposal.start_on = date(2027, 2, 1)
    assert plan_draft.wished_day(proposal, prospect, stated, today) == date(2027, 2, 1)
    proposal.start_on = prospect.expected_on = None
    assert plan_draft.wished_day(proposal, prospect, stated, today) is None
    for due in (date(2026, 1, 1), date(2027, 5, 1), date(2027, 3, 1)):
        key = needs.add_need(session, case.prospect, [case.verbatims[BUDGET]], now=CALLED, kind=NeedKind.DEADLINE)
        needs.update_need(session, key, due_on=due)
    session.flush()
    stated = needs.needs_of(session, case.prospect)
    assert plan_draft.wished_day(proposal, prospect, stated, today) == date(2027, 3, 1)


def test_an_english_proposal_has_english_steps(session, proposal):
    proposal.language = "en"
    names = [name for name, *_rest in proposed(session, proposal)]
    assert names[0] == "Decision" and names[-1] == "Going into service"
    assert all(step["side"] in list(Side) for step in proposal.plan)


def test_a_proposal_is_born_with_its_plan(session, case):
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    born = session.get_one(Proposal, key)
    assert len(proposal_plan.read(born.plan)) == len(USUAL) and born.wished_on == date(2027, 1, 29)


def test_the_signing_day_is_found_whatever_its_name_and_is_never_after_the_offer(session, proposal):
    company = settings.company(session)
    plan_draft.propose(session, proposal.id, now=NOW)
    proposal.valid_until = date(2027, 6, 30)
    first = proposal_plan.plan_of(proposal, company)
    usual = plan_draft.signing_day(proposal, first)
    assert usual == first.steps[1].ends_on
    proposal.plan = [{**step, "name": f"Étape {place}"} for place, step in enumerate(proposal.plan)]
    assert plan_draft.signing_day(proposal, proposal_plan.plan_of(proposal, company)) == usual
    proposal.valid_until = proposal.issued_on
    assert plan_draft.signing_day(proposal, first) == proposal.issued_on
    assert plan_draft.signing_day(proposal, None) is None
    assert plan_draft.start_day(proposal, first) == first.ready_on
    assert plan_draft.start_day(proposal, None) == proposal.wished_on
