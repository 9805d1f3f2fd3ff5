"""Composing a proposal from a call: it says what was said, and nothing else."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from desktop.errors import UserError
from desktop.models.matrix import Heat
from desktop.models.proposals import Proposal, ProposalNeed
from desktop.services import calls, needs, proposals, settings
from desktop.services.proposal_sheet import sheet
from tests.services.proposal_case import ANSWER, BUDGET, CALLED, LOST_DAY, NOW, PRIVATE, UNOPENED, claire, shared_grid


def compose(session, case, **fields):
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call, **fields)
    session.flush()
    return key


def rows(session, key):
    return [card.row for card in sheet(session, key).needs]


def test_it_is_born_from_the_call(session):
    case = claire(session)
    settings.save_company(session, now=NOW, validity_days=45)
    view = sheet(session, compose(session, case))
    assert view.proposal.number == "P-2026-0001"
    assert [[quote.text for quote in card.quotes] for card in view.needs] == [[LOST_DAY], [UNOPENED], [BUDGET]]
    assert view.proposal.issued_on == date(2026, 11, 23)
    assert view.proposal.valid_until == date(2026, 11, 23) + timedelta(days=45)
    assert view.proposal.start_on is None and view.content.start_on == date(2027, 1, 29)
    assert view.content.lead_quote.text == LOST_DAY
    assert view.content.client.company == "Ateliers Brévent" and view.content.client.title == "dirigeante"
    assert view.content.call_date == date(2026, 11, 12)
    assert view.content.contractual


def test_nothing_is_made_up_when_nothing_was_said(session):
    case = claire(session)
    for key in case.verbatims.values():
        calls.set_citable(session, key, False)
    proposal = session.get_one(Proposal, compose(session, case))
    assert (proposal.title, proposal.objective, proposal.cost_today, proposal.recommendation) == ("", "", "", "")
    assert proposal.gains == [] and proposal.lead_verbatim_id is None
    assert rows(session, proposal.id) == []


def test_the_cost_is_a_quotation_with_a_figure_that_does_not_repeat_the_opening_one(session):
    case = claire(session)
    figure = "Chaque devis perdu nous coûte 800 €."
    key = calls.add_entry(session, case.call, "verbatim", figure, at=CALLED + timedelta(hours=1), question="obstacle")
    calls.set_citable(session, key, True)
    view = sheet(session, compose(session, case))
    assert view.content.lead_quote.text == LOST_DAY
    assert view.content.cost_today == f"«\u00a0{figure}\u00a0»"
    assert view.content.cost_source


def test_the_title_is_the_main_need_as_the_rep_wrote_it(session):
    case = claire(session)
    needs.add_need(
        session, case.prospect, [case.verbatims[LOST_DAY]], now=CALLED, statement="Rendre leur journée aux commerciaux."
    )
    view = sheet(session, compose(session, case))
    assert view.content.title == "Rendre leur journée aux commerciaux"
    assert view.needs[0].row.understanding == "Rendre leur journée aux commerciaux."


def test_open_criteria_become_the_questions_of_the_script(session):
    case = claire(session, level=2)
    asked = session.get_one(Proposal, compose(session, case)).to_confirm
    assert len(asked) == 1 and asked[0].endswith("?")
    script = calls.outline(session, case.call).script
    assert asked[0] in {each.text for each in script.questions if each.criterion == "authority"}


def test_no_question_in_a_language_that_is_not_the_clients(session):
    case = claire(session, level=2)
    key = proposals.compose(session, case.prospect, now=NOW, language="en", call_id=case.call)
    assert session.get_one(Proposal, key).to_confirm == []


def test_numbers_follow_each_other_and_are_never_given_twice(session):
    case = claire(session)
    first, second = compose(session, case), compose(session, case)
    proposals.remove_proposal(session, second, at=NOW)
    third = compose(session, case)
    following = proposals.compose(session, case.prospect, now=NOW.replace(year=2027), language="fr")
    numbers = [session.get_one(Proposal, key).number for key in (first, second, third, following)]
    assert numbers == ["P-2026-0001", "P-2026-0002", "P-2026-0003", "P-2027-0001"]


def test_the_catalogue_answers_what_it_speaks_of(session):
    case = claire(session)
    shared_grid(session)
    view = sheet(session, compose(session, case))
    assert [card.row.answer for card in view.needs] == [ANSWER, "", ""]
    assert view.needs[0].row.proof.startswith("Menuiseries Roland")
    assert [line.label for line in view.options[0].lines] == ["Grille des relances et devis"]
    assert view.options[0].covers == (view.needs[0].row.id,)


@pytest.mark.parametrize("heat, allowed", [(Heat.HOT, True), (Heat.WARM, False), (Heat.COLD, False), (None, True)])
def test_the_matrix_decides_whether_a_price_is_given(session, heat, allowed):
    case = claire(session, heat=heat)
    assert proposals.price_allowed(session, case.prospect) is allowed
    assert session.get_one(Proposal, compose(session, case)).contractual is allowed


def test_a_price_against_the_matrix_asks_for_a_reason(session):
    key = compose(session, claire(session, heat=Heat.WARM))
    with pytest.raises(UserError):
        proposals.give_price(session, key, " ", now=NOW)
    before = proposals.give_price(session, key, "Elle le demande pour son budget.", now=NOW)
    assert before == {"contractual": False, "price_reason": ""}
    assert session.get_one(Proposal, key).contractual
    proposals.update_proposal(session, key, now=NOW, **before)
    assert not session.get_one(Proposal, key).contractual


def test_only_citable_words_of_this_prospect_may_open_it(session):
    case = claire(session)
    key = compose(session, case)
    with pytest.raises(UserError):
        proposals.set_lead_verbatim(session, key, case.verbatims[PRIVATE], now=NOW)
    other = claire(session)
    with pytest.raises(UserError):
        proposals.set_lead_verbatim(session, key, other.verbatims[BUDGET], now=NOW)
    assert proposals.set_lead_verbatim(session, key, case.verbatims[BUDGET], now=NOW) == case.verbatims[LOST_DAY]
    assert sheet(session, key).content.lead_quote.text == BUDGET
    proposals.set_lead_verbatim(session, key, None, now=NOW)
    assert sheet(session, key).content.lead_quote is None


def test_a_need_is_answered_and_the_answer_taken_back(session):
    key = compose(session, claire(session))
    row = rows(session, key)[0]
    offer = shared_grid(session)
    before = proposals.answer_with_offer(session, row.id, offer, now=NOW)
    assert row.answer == ANSWER and row.benefit and row.proof
    proposals.set_need(session, row.id, now=NOW, **before)
    assert (row.answer, row.benefit, row.proof) == ("", "", "")


def test_needs_move_and_the_move_is_idempotent(session):
    key = compose(session, claire(session))
    first = rows(session, key)[0]
    assert proposals.move_need(session, first.id, 2, now=NOW) == 0
    assert proposals.move_need(session, first.id, 2, now=NOW) == 2
    session.flush()
    assert rows(session, key)[2] is first
    assert [row.position for row in rows(session, key)] == [0, 1, 2]
    proposals.move_need(session, first.id, 99, now=NOW)
    session.flush()
    assert rows(session, key)[2] is first


def test_a_change_brings_the_proposal_up_and_writing_the_same_does_not(session):
    key = compose(session, claire(session))
    proposal, later = session.get_one(Proposal, key), NOW + timedelta(hours=1)
    proposals.update_proposal(session, key, now=later, title=proposal.title)
    assert proposal.updated_at == NOW
    assert proposals.update_proposal(session, key, now=later, title="Autre") == {"title": ""}
    assert proposal.updated_at == later


def test_needs_said_since_are_taken_up_after_the_others(session):
    case = claire(session)
    key = compose(session, case)
    assert sheet(session, key).new_needs == 0
    calls.set_citable(session, case.verbatims[PRIVATE], True)
    needs.needs_from_citable(session, case.prospect, now=NOW)
    session.flush()
    assert sheet(session, key).new_needs == 1
    assert proposals.take_up_new_needs(session, key, now=NOW) == 1
    session.flush()
    assert [quote.text for quote in sheet(session, key).needs[3].quotes] == [PRIVATE]
    assert proposals.take_up_new_needs(session, key, now=NOW) == 0
    assert session.query(ProposalNeed).count() == 4


def test_composing_reads_nothing_twice(session, engine):
    """As many statements for forty needs as for three: the customer is still on the phone."""
    case = claire(session)
    for place in range(40):
        said = calls.add_entry(session, case.call, "verbatim", f"Il nous faut {place} postes.", at=CALLED)
        calls.set_citable(session, said, True)
    needs.needs_from_citable(session, case.prospect, now=CALLED)
    session.commit()
    session.expunge_all()
    ran: list[str] = []

    def note(_connection, _cursor, statement, *_others) -> None:
        ran.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        proposals.compose(session, case.prospect, now=NOW, language="fr")
        session.flush()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    reads = [each for each in ran if each.startswith("SELECT")]
    assert len(set(reads)) == len(reads) and len(ran) <= 30
