"""What a conversation came to, read back from the data, for the article's two cases and a family."""

import uuid
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.orm import Session

from desktop import i18n
from desktop.clock import PARIS
from desktop.models.calls import Answer
from desktop.models.catalogue import Billing
from desktop.paths import resources
from desktop.services import (
    calls,
    capture,
    conversation_summary,
    conversations,
    proposal_options,
    proposals,
    prospects,
    settings,
)
from desktop.services.conversation_forms import Conversation
from desktop.services.followups import NextStep


def shipped(name: str) -> Conversation:
    return conversations.read(resources() / "demo" / f"{name}.toml")


def hold(session: Session, conversation: Conversation) -> uuid.UUID:
    """The call of a conversation, through services: what the window does by keys."""
    now = conversation.conversation.starts_at
    first = conversation.contacts[0]
    prospect_id = prospects.create_prospect(
        session, now=now, company=conversation.prospect.company, person=first.name, kind=conversation.prospect.kind
    )
    call_id = calls.start_call(session, prospect_id, conversation.script, conversation.grid, now=now)
    question = conversation.script.questions[0]
    for step in conversation.steps:
        now += timedelta(seconds=step.wait)
        if step.ask:
            question = conversation.script.question(step.ask)
        line = capture.read_line(step.say) if step.say else None
        if line is not None and line.is_entry:
            calls.add_entry(session, call_id, line.kind, line.text, at=now, question=question.key)
        heat = step.heat or (line.heat if line else None)
        if heat:
            prospects.set_heat(session, prospect_id, heat, now=now)
        if step.score is not None or step.unknown:
            answer: Answer = "?" if step.score is None else step.score  # type: ignore[assignment]
            calls.set_score(session, call_id, step.criterion or question.criterion or "", answer, at=now)
        if step.citable:
            said = [each for each in calls.entries(session, call_id) if each.kind == "verbatim"]
            calls.set_citable(session, said[-1].id, True)
    end = conversation.end
    assert end.due_local
    step = NextStep(end.due_local, PARIS.key, end.channel, end.objective, end.subject)
    calls.conclude(session, call_id, now=now, next_step=step)
    return prospect_id


def summary_of(session: Session, name: str) -> dict[str, Any]:
    return conversation_summary.of_prospect(session, hold(session, shipped(name)))


def test_claire_is_qualified_hot_and_proposed_to_at_once(session: Session):
    i18n.use("fr")
    found = summary_of(session, "claire")
    assert found["scores"] == {"need": 3, "budget": 2, "authority": 3, "timing": 3, "fit": 2}
    assert (found["low"], found["high"], found["maximum"], found["band"]) == (13, 13, 15, "good")
    assert (found["heat"], found["cell"], found["proposal_allowed"]) == ("hot", "good/hot", "full")
    assert found["action"] == "Focus immédiat, proposition"
    assert found["status_suggestion"] == {"status": "qualified", "towards": None, "missing": []}
    assert found["next_step"]["due"] == "2026-11-27T10:00:00"
    assert found["call"]["state"] == "concluded"
    assert (found["amount"], found["expected_on"]) == (None, None)


def test_a_score_is_told_with_what_it_rests_on(session: Session):
    """Held without reformulation nor shared page: what asks for a confirmation is not proven."""
    found = summary_of(session, "claire")
    assert found["evidence"]["budget"] == {"grade": "stated", "proofs": 1, "proven": True}
    assert found["evidence"]["timing"] == {"grade": "stated", "proofs": 2, "proven": False}
    assert (found["low"], found["proven"]) == (13, 4)


def test_marc_is_lukewarm_and_a_budget_is_missing(session: Session):
    found = summary_of(session, "marc")
    assert (found["low"], found["maximum"], found["band"], found["heat"]) == (8, 15, "medium", "warm")
    assert found["action"] == "Nurturing, active follow-up"
    assert found["proposal_allowed"] == "none"
    assert found["status_suggestion"] == {
        "status": "prospect",
        "towards": "qualified",
        "missing": ["a possible budget"],
    }


def test_a_family_is_scored_on_a_grid_of_its_own(session: Session):
    found = summary_of(session, "famille")
    assert found["scores"] == {"need": 3, "budget": 2, "timing": 2}
    assert (found["prospect"], found["cell"]) == ("Nadia Le Goff", "good/hot")


@pytest.fixture
def proposed(session: Session) -> dict[str, Any]:
    conversation = shipped("claire")
    now = datetime(2026, 11, 23, 10, tzinfo=PARIS)
    settings.save_company(session, now=now, **conversation.seller.model_dump())
    prospect_id = hold(session, conversation)
    proposals.compose(session, prospect_id, now=now, language="en")
    session.flush()
    found = conversation_summary.of_prospect(session, prospect_id)["proposal"]
    assert isinstance(found, dict)
    return found


def test_a_proposal_tells_its_needs_its_echo_and_its_sums(proposed: dict[str, Any]):
    assert proposed["number"] == "P-2026-0001"
    assert proposed["contractual"] is True
    said = [step.say for step in shipped("claire").steps if step.citable]
    assert [need["quotes"] for need in proposed["needs"]] == [[words] for words in said]
    assert proposed["options"] == [
        {"name": "Our proposal", "door": "", "recommended": True, "net": "0.00", "vat": [], "gross": "0.00"}
    ]
    assert {"level": "block", "text": "Option “Our proposal” has no price."} in proposed["checks"]
    assert (proposed["state"], proposed["plan"], proposed["returns"]) == ("draft", None, None)
    assert (proposed["revisions"], proposed["signature"]) == ([], None)


def test_what_is_paid_every_month_is_told_apart_from_what_is_paid_once(session: Session):
    now = datetime(2026, 11, 23, 10, tzinfo=PARIS)
    prospect_id = hold(session, shipped("claire"))
    key = proposals.compose(session, prospect_id, now=now, language="en")
    (option,) = proposal_options.options_of(session, key)
    for price, billing in ((900, Billing.ONCE), (40, Billing.MONTHLY)):
        proposal_options.add_line(
            session, option.id, now=now, label="Suivi", unit_price=Decimal(price), billing=billing
        )
    (told,) = conversation_summary.of_prospect(session, prospect_id)["proposal"]["options"]
    assert (told["net"], told["gross"]) == ("900.00", "1080.00")
    assert (told["monthly"]["net"], told["monthly"]["gross"]) == ("40.00", "48.00") and "yearly" not in told


def test_before_any_call_there_is_no_cell(session: Session):
    now = datetime(2026, 11, 23, 10, tzinfo=PARIS)
    prospect_id = prospects.create_prospect(session, now=now, company="Brévent")
    calls.start_call(session, prospect_id, shipped("claire").script, shipped("claire").grid, now=now)
    found = conversation_summary.of_prospect(session, prospect_id)
    assert (found["cell"], found["action"], found["next_step"], found["proposal"]) == (None, None, None, None)
    assert found["to_complete"] is True
