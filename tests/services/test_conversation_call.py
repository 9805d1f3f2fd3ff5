"""What the summary tells of a call: read back from the data, speaker by speaker."""

import uuid
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from desktop.clock import PARIS
from desktop.models.calls import Call, QuestionState
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.needs import Reply
from desktop.services import (
    calls,
    conversation_call,
    entry_lines,
    followups,
    grids,
    live_call,
    needs,
    objections,
    opinions,
    prospects,
    reformulations,
    scoring,
    shared_page,
    speakers,
    templates,
)
from desktop.services.followups import NextStep
from desktop.services.shared_page import Agreement, Decision

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=PARIS)


@pytest.fixture
def call(session: Session) -> Call:
    prospect_id = prospects.create_prospect(session, now=NOW, company="Guillard", person="Nadia")
    grid = templates.grid("five-criteria", "fr")
    script = templates.with_fit_test(templates.script("b2b", "fr"), grid)
    return session.get_one(Call, calls.start_call(session, prospect_id, script, grid, now=NOW))


def say(
    session: Session, call: Call, words: str, kind: str = "verbatim", seconds: int = 0, question: str = ""
) -> uuid.UUID:
    at = NOW + timedelta(seconds=seconds)
    return calls.add_entry(session, call.id, kind, words, at=at, question=question, offset_seconds=seconds)


def test_a_bare_call_tells_what_was_not_asked(session: Session, call: Call):
    found = conversation_call.of_call(session, call)
    assert (found["state"], found["asked"], found["questions"], found["minutes"]) == ("running", 0, 12, 30)
    assert found["questions_asked"] == found["questions_skipped"] == []
    assert found["questions_dropped"][0] == "opening"
    assert (found["fit_test"], found["next_step"], found["shared_page"]) == (False, None, None)
    assert found["entries"] == found["tags"] == found["speakers"] == found["objections"] == []


def test_questions_are_asked_skipped_or_dropped_and_the_fit_test_is_told(session: Session, call: Call):
    live_call.mark_and_go(session, call.id, "opening", QuestionState.ASKED, "objective", at=NOW, seconds=40)
    live_call.mark_and_go(session, call.id, "objective", QuestionState.SKIPPED, "fit-urgency", at=NOW, seconds=70)
    live_call.mark_and_go(session, call.id, "fit-urgency", QuestionState.ASKED, "obstacle", at=NOW, seconds=90)
    found = conversation_call.of_call(session, call)
    assert (found["questions_asked"], found["questions_skipped"]) == (["opening", "fit-urgency"], ["objective"])
    assert found["asked"] == 1
    assert not {"opening", "objective", "fit-urgency"} & set(found["questions_dropped"])
    assert found["fit_test"] is True
    times = {theme["name"]: theme["seconds"] for theme in found["themes"]}
    assert (times["Ouverture"], times["Besoin et urgence"], times["Fit-test express"]) == (40, 30, 20)


def test_an_entry_is_told_as_it_was_typed_with_what_was_done_to_it(session: Session, call: Call):
    entry_id = say(session, call, "On a une uzine à gaz.")
    entry_lines.correct(session, entry_id, "On a une usine à gaz.")
    entry_lines.set_tags(session, entry_id, ["outil"])
    say(session, call, "À vérifier.", "note")
    found = conversation_call.of_call(session, call)
    first, second = found["entries"]
    assert first == {
        "kind": "verbatim",
        "text": "On a une uzine à gaz.",
        "citable": False,
        "corrected": "On a une usine à gaz.",
        "tags": ["outil"],
        "grade": "stated",
    }
    assert second == {"kind": "note", "text": "À vérifier.", "citable": False}
    assert found["tags"] == ["outil"]


def test_two_who_disagree_stand_side_by_side(session: Session, call: Call):
    say(session, call, "C’est voté.")
    nadia = speakers.speakers_of(session, call.id).people[0].contact_id
    scoring.set_score(session, call.id, "budget", 3, at=NOW, speaker=nadia)
    thierry = speakers.add_speaker(session, call.id, "Thierry", now=NOW)
    say(session, call, "Rien n’est voté.", seconds=5)
    scoring.set_score(session, call.id, "budget", 1, at=NOW + timedelta(seconds=9), speaker=thierry)
    scoring.set_score(session, call.id, "timing", 1, at=NOW + timedelta(seconds=9), speaker=thierry)
    found = conversation_call.of_call(session, call)
    assert found["speakers"] == ["Nadia", "Thierry"]
    assert [each["who"] for each in found["entries"]] == ["Nadia", "Thierry"]
    assert found["opinions"] == {"budget": {"Nadia": 3, "Thierry": 1}, "timing": {"Thierry": 1}}
    assert found["disagreements"] == {"budget": {"Nadia": 3, "Thierry": 1}}
    assert opinions.disagreements(session, call.id)[0].criterion == "budget"


def test_an_answer_makes_the_proof(session: Session, call: Call):
    entry_id = say(session, call, "On perd un jour par semaine.", question="consequence")
    calls.set_score(session, call.id, "need", 3, at=NOW)
    before = conversation_call.evidence(grids.call_sheet(session, call.id))
    reformulations.answer(session, entry_id, "Vous perdez un jour ?", Reply.CONFIRMED, NOW)
    after = conversation_call.evidence(grids.call_sheet(session, call.id))
    assert before["evidence"]["need"] == {"grade": "stated", "proofs": 1, "proven": False}
    assert after["evidence"]["need"] == {"grade": "confirmed", "proofs": 1, "proven": True}
    assert (before["proven"], after["proven"]) == (0, 3)
    (told,) = conversation_call.of_call(session, call)["reformulations"]
    assert (told["sentence"], told["reply"], told["via"]) == ("Vous perdez un jour ?", "confirmed", "aloud")


def test_an_objection_is_told_with_its_card(session: Session, call: Call):
    entry_id = say(session, call, "C’est trop cher.", "objection")
    objections.link_card(session, entry_id, "too-expensive")
    objections.settle(session, entry_id, True)
    assert conversation_call.of_call(session, call)["objections"] == [
        {"words": "C’est trop cher.", "card": "too-expensive", "settled": True}
    ]


def test_what_they_signed_is_told_point_by_point(session: Session, call: Call):
    entry_id = say(session, call, "On perd un jour par semaine.", question="consequence")
    calls.set_citable(session, entry_id, True)
    need_id = needs.add_need(session, call.prospect_id, [entry_id], now=NOW)
    agreement = Agreement((Decision(need_id, Reply.CONFIRMED),), "Nadia", (((1, 2), (3, 4)),))
    shared_page.agree(session, call.id, agreement, NOW)
    assert conversation_call.of_call(session, call)["shared_page"] == {
        "signed_name": "Nadia",
        "signed": True,
        "points": [{"texts": ["On perd un jour par semaine."], "reply": "confirmed", "correction": ""}],
    }
    assert conversation_call.stated_needs(session, call.prospect_id) == [
        {
            "kind": "stake",
            "words": ["On perd un jour par semaine."],
            "said_by": ["Nadia"],
            "confirmed": True,
            "via": "mirror",
        }
    ]


def test_the_step_fixed_in_the_call_is_told(session: Session, call: Call):
    due = datetime.fromisoformat("2026-11-27T10:00:00")
    step = NextStep(due, "Europe/Paris", Channel.PHONE, Objective.VALIDATION)
    followups.fix(session, call.id, step, now=NOW)
    assert conversation_call.of_call(session, call)["next_step"] == "2026-11-27T10:00:00"
