"""How the qualification moved over the calls."""

import uuid
from datetime import datetime, timedelta

import pytest

from desktop.database import Session
from desktop.services import calls, prospects, scoring, templates
from desktop.services.score_history import score_history
from tests.conftest import MONDAY


@pytest.fixture
def prospect_id(session: Session) -> uuid.UUID:
    return prospects.create_prospect(session, now=MONDAY, company="Brévent")


def held(session: Session, prospect_id: uuid.UUID, when: datetime, grid: str, said: str, level: int) -> uuid.UUID:
    call = calls.start_call(session, prospect_id, templates.script("b2b", "fr"), templates.grid(grid, "fr"), now=when)
    calls.add_entry(session, call, "verbatim", said, at=when + timedelta(seconds=5), question="budget")
    scoring.set_score(session, call, "budget", level, at=when + timedelta(seconds=9))
    return call


def test_a_prospect_never_scored_has_no_history(session: Session, prospect_id: uuid.UUID) -> None:
    assert score_history(session, prospect_id) == ()


def test_moves_of_every_call_with_their_words_the_latest_first(session: Session, prospect_id: uuid.UUID) -> None:
    held(session, prospect_id, MONDAY, "bant", "Rien de prévu.", 0)
    later = MONDAY + timedelta(days=12)
    second = held(session, prospect_id, later, "five-criteria", "15 k€ votés.", 3)
    scoring.set_score(session, second, "need", 2, at=later + timedelta(seconds=20))
    history = score_history(session, prospect_id)
    assert [each.name for each in history] == ["Besoin exprimé", "Budget estimé"]
    moves = history[1].moves
    assert [(move.before, move.after, move.words) for move in moves] == [
        ("", "3", ("15 k€ votés.",)),
        ("", "0", ("Rien de prévu.",)),
    ]
    assert history[0].moves[0].words == ()


def test_words_taken_back_move_nothing(session: Session, prospect_id: uuid.UUID) -> None:
    call = held(session, prospect_id, MONDAY, "bant", "Rien de prévu.", 0)
    calls.take_back(session, calls.entries(session, call)[0].id, at=MONDAY)
    session.flush()
    assert score_history(session, prospect_id)[0].moves[0].words == ()
