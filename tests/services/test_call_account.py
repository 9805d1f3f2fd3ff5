"""A call told afterwards: what happened when, how long each theme took, and which words moved which score."""

import uuid
from datetime import datetime, timedelta

import pytest

from desktop.database import Session
from desktop.models.calls import QuestionState
from desktop.models.needs import Reformulation, Reply
from desktop.services import calls, live_call, prospects, scoring, templates
from desktop.services.call_account import Marked, Move, Said, SaidBack, account
from tests.conftest import MONDAY


@pytest.fixture
def call_id(session: Session) -> uuid.UUID:
    prospect = prospects.create_prospect(session, now=MONDAY, company="Brévent", person="Claire Fontaine")
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    return calls.start_call(session, prospect, script, grid, now=MONDAY)


def at(seconds: int, days: int = 0) -> datetime:
    return MONDAY + timedelta(seconds=seconds, days=days)


def say(session: Session, call_id: uuid.UUID, text: str, seconds: int, question: str = "objective", days: int = 0):
    when = at(seconds, days)
    return calls.add_entry(session, call_id, "verbatim", text, at=when, question=question, offset_seconds=seconds)


def test_everything_that_happened_in_order(session: Session, call_id: uuid.UUID) -> None:
    verbatim = say(session, call_id, "On perd une journée.", 30)
    scoring.set_score(session, call_id, "need", 2, at=at(40))
    live_call.mark_and_go(session, call_id, "opening", QuestionState.ASKED, "objective", at=at(50), seconds=50)
    reply = Reformulation(
        prospect_id=session.get_one(calls.Call, call_id).prospect_id,
        call_id=call_id,
        entry_id=verbatim,
        sentence="Vous perdez une journée ?",
        reply=Reply.CONFIRMED,
        at=at(45),
    )
    session.add(reply)
    calls.set_elapsed(session, call_id, 120)
    told = account(session, call_id)
    assert [(moment.seconds, type(moment.what)) for moment in told.timeline] == [
        (30, Said),
        (40, Move),
        (45, SaidBack),
        (50, Marked),
    ]
    assert told.people == ("Claire Fontaine",) and told.prospect == "Brévent"


def test_a_move_carries_the_words_said_since_the_last_one(session: Session, call_id: uuid.UUID) -> None:
    say(session, call_id, "Un peu.", 10)
    scoring.set_score(session, call_id, "need", 1, at=at(20))
    say(session, call_id, "Une journée par semaine.", 30)
    say(session, call_id, "15 k€", 32, question="budget")
    scoring.set_score(session, call_id, "need", 3, at=at(40))
    calls.set_elapsed(session, call_id, 60)
    moves = [moment.what for moment in account(session, call_id).moves]
    assert [(move.before, move.after, move.words) for move in moves if isinstance(move, Move)] == [
        ("", "1", ("Un peu.",)),
        ("1", "3", ("Une journée par semaine.",)),
    ]


def test_the_night_between_two_halves_is_not_counted(session: Session, call_id: uuid.UUID) -> None:
    say(session, call_id, "Hier.", 100)
    say(session, call_id, "Aujourd’hui.", 110, days=1)
    scoring.set_score(session, call_id, "need", 2, at=at(105, days=0) + timedelta(hours=5))
    scoring.set_score(session, call_id, "budget", 2, at=at(115, days=1))
    calls.set_elapsed(session, call_id, 130)
    assert [moment.seconds for moment in account(session, call_id).moves] == [110, 115]


def test_the_time_of_a_theme_is_that_of_its_questions(session: Session, call_id: uuid.UUID) -> None:
    live_call.go_to(session, call_id, "objective", 20)
    live_call.go_to(session, call_id, "consequence", 80)
    live_call.mark_and_go(session, call_id, "consequence", QuestionState.ASKED, "budget", at=at(200), seconds=200)
    live_call.ending(calls.leave)(session, call_id, 230, now=at(230))
    themes = {theme.name: (theme.seconds, theme.asked) for theme in account(session, call_id).themes}
    assert themes["Ouverture"] == (20, 0)
    assert themes["Besoin et urgence"] == (180, 1)
    assert sum(seconds for seconds, _asked in themes.values()) == 230
