"""What of a call may leave the house."""

import json
from dataclasses import asdict

from desktop.database import Session
from desktop.models.calls import Call
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.needs import SharedPage
from desktop.services import calls, needs, scoring
from desktop.services.call_report import report
from desktop.services.followups import NextStep
from tests.services.proposal_case import BUDGET, CALLED, LOST_DAY, NOTE, PARIS, PRIVATE, UNOPENED, claire, seller


def test_only_what_may_be_quoted_leaves_the_house(session: Session) -> None:
    case = claire(session)
    calls.add_entry(session, case.call, "note", NOTE, at=CALLED)
    calls.add_entry(session, case.call, "objection", "C’est trop cher pour nous.", at=CALLED)
    calls.add_entry(session, case.call, "question", "Combien de fiches ?", at=CALLED)
    scoring.set_score(session, case.call, "budget", 3, at=CALLED)
    seller(session)
    told = report(session, case.call, "fr", zone=PARIS)
    everything = json.dumps(asdict(told), default=str, ensure_ascii=False)
    assert {quote.text for point in told.points for quote in point.quotes} == {LOST_DAY, UNOPENED, BUDGET}
    for secret in (PRIVATE, NOTE, "trop cher", "Combien de fiches"):
        assert secret not in everything
    assert told.people == ("Claire Fontaine", "Julie Morvan")


def test_the_needs_come_in_their_order_and_confirmed_ones_say_what_we_understood(session: Session) -> None:
    case = claire(session)
    keys = needs.needs_from_citable(session, case.prospect, now=CALLED)
    needs.update_need(session, keys[1], confirmed=True, statement="Un outil simple", position=-1)
    needs.update_need(session, keys[0], statement="Pas encore vérifié")
    points = report(session, case.call, "fr").points
    assert [point.quotes[0].text for point in points][:1] == [UNOPENED]
    assert points[0].understanding == "Un outil simple" and points[0].quotes[0].confirmed
    assert "Pas encore vérifié" not in [point.understanding for point in points]


def test_a_corrected_word_is_printed_as_corrected(session: Session) -> None:
    case = claire(session)
    session.get_one(calls.Entry, case.verbatims[LOST_DAY]).corrected = "On perd une journée […]."
    texts = [quote.text for point in report(session, case.call, "fr").points for quote in point.quotes]
    assert "On perd une journée […]." in texts and LOST_DAY not in texts


def test_the_next_step_says_when_and_how_and_keeps_its_objective(session: Session) -> None:
    case = claire(session)
    step = NextStep(
        CALLED.replace(tzinfo=None, day=27), "Europe/Paris", Channel.VIDEO, Objective.VALIDATION, "pousser l’option B"
    )
    calls.conclude(session, case.call, now=CALLED, next_step=step)
    told = report(session, case.call, "en")
    assert told.next_step is not None and told.next_step.channel is Channel.VIDEO
    assert "pousser" not in repr(told)


def test_a_page_agreed_together_is_said(session: Session) -> None:
    case = claire(session)
    call = session.get_one(Call, case.call)
    page = SharedPage(
        prospect_id=call.prospect_id,
        call_id=call.id,
        signed_name="Claire Fontaine",
        signature=[[[1, 2], [3, 4]]],
        content={},
        at=CALLED,
    )
    session.add(page)
    told = report(session, case.call, "fr", zone=PARIS)
    assert (told.agreed_by, told.agreed_on) == ("Claire Fontaine", CALLED.date())
    assert told.signature == (((1, 2), (3, 4)),)
