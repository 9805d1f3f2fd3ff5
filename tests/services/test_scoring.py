import uuid
from datetime import timedelta

import pytest
from sqlalchemy import event, select

from desktop.models.calls import Opinion, Score, ScoreMove
from desktop.services import calls, grids, opinions, prospects, scoring, speakers, templates
from tests.conftest import MONDAY

SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")


@pytest.fixture
def call_id(session) -> uuid.UUID:
    prospect_id = prospects.create_prospect(session, now=MONDAY, company="Brévent", person="Claire Fontaine")
    return calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY)


@pytest.fixture
def claire(session, call_id) -> uuid.UUID:
    return speakers.speakers_of(session, call_id).people[0].contact_id


@pytest.fixture
def karim(session, call_id) -> uuid.UUID:
    return speakers.add_speaker(session, call_id, "Karim Benali", now=MONDAY)


def _rows(session, call_id) -> list[tuple]:
    session.flush()
    scores = session.scalars(select(Score).where(Score.call_id == call_id))
    given = session.scalars(select(Opinion).where(Opinion.call_id == call_id))
    return sorted(
        [(each.id, each.criterion, each.level, each.at) for each in scores]
        + [(each.id, each.criterion, each.contact_id, each.level, each.at) for each in given],
        key=str,
    )


def _answer(session, call_id, criterion="need"):
    return grids.call_sheet(session, call_id).row(criterion).answer


def test_what_was_before_puts_the_same_rows_back(session, call_id) -> None:
    scoring.score(session, call_id, "need", 2, at=MONDAY)
    rows = _rows(session, call_id)
    later = MONDAY + timedelta(minutes=1)
    for answer in (3, "?", ""):
        _sheet, before = scoring.score(session, call_id, "need", answer, at=later)
        assert _rows(session, call_id) != rows
        for _twice in range(2):
            sheet = scoring.put_back_score(session, call_id, before, at=later)
            assert _rows(session, call_id) == rows
        assert sheet == grids.call_sheet(session, call_id)
    _sheet, before = scoring.score(session, call_id, "budget", 1, at=later)
    scoring.put_back_score(session, call_id, before, at=later)
    assert _rows(session, call_id) == rows


def test_two_opinions_stand_side_by_side_and_the_last_one_is_the_score(session, call_id, claire, karim) -> None:
    scoring.set_score(session, call_id, "need", 2, at=MONDAY, speaker=claire)
    scoring.set_score(session, call_id, "need", 2, at=MONDAY, speaker=karim)
    assert _answer(session, call_id) == 2
    scoring.set_score(session, call_id, "need", 0, at=MONDAY, speaker=karim)
    assert _answer(session, call_id) == 0
    given = opinions.by_criterion(session, call_id)["need"]
    assert [(each.name, each.level) for each in given] == [("Claire Fontaine", 2), ("Karim Benali", 0)]


def test_a_cleared_opinion_leaves_the_latest_of_the_others(session, call_id, claire, karim) -> None:
    lea = speakers.add_speaker(session, call_id, "Léa Mar", now=MONDAY)
    for minute, (person, level) in enumerate(((claire, 3), (lea, "?"), (karim, 1))):
        scoring.set_score(session, call_id, "need", level, at=MONDAY + timedelta(minutes=minute), speaker=person)
    answers = []
    for person in (karim, lea, claire):
        scoring.set_score(session, call_id, "need", "", at=MONDAY + timedelta(hours=1), speaker=person)
        answers.append(_answer(session, call_id))
    assert answers == ["?", 3, ""]
    assert _rows(session, call_id) == []


def test_a_score_given_alone_becomes_an_opinion_when_somebody_else_gives_theirs(session, call_id, claire) -> None:
    scoring.set_score(session, call_id, "need", 2, at=MONDAY)
    rows = _rows(session, call_id)
    karim = speakers.add_speaker(session, call_id, "Karim Benali", now=MONDAY)
    later = MONDAY + timedelta(minutes=1)
    assert opinions.answer_of(session, call_id, "need", claire) == 2
    assert opinions.answer_of(session, call_id, "need", karim) == ""
    _sheet, before = scoring.score(session, call_id, "need", 0, at=later, speaker=karim)
    given = opinions.by_criterion(session, call_id)["need"]
    assert [(each.contact_id, each.level, each.at) for each in given] == [(claire, 2, MONDAY), (karim, 0, later)]
    scoring.put_back_score(session, call_id, before, at=later, speaker=karim)
    assert _rows(session, call_id) == rows


def test_the_one_who_was_alone_clears_their_own_score(session, call_id, claire, karim) -> None:
    scoring.set_score(session, call_id, "need", 2, at=MONDAY)
    session.flush()
    # The move says who spoke then: Karim, who had just been added.
    assert opinions.answer_of(session, call_id, "need", karim) == 2
    assert opinions.answer_of(session, call_id, "need", claire) == ""
    scoring.set_score(session, call_id, "need", "", at=MONDAY, speaker=karim)
    assert (_answer(session, call_id), _rows(session, call_id)) == ("", [])


def test_each_move_says_who_was_speaking(session, call_id, claire, karim) -> None:
    scoring.set_score(session, call_id, "need", 2, at=MONDAY, speaker=claire)
    scoring.set_score(session, call_id, "need", 2, at=MONDAY, speaker=karim)
    scoring.set_score(session, call_id, "need", 1, at=MONDAY, speaker=karim)
    session.flush()
    moves = session.scalars(select(ScoreMove).where(ScoreMove.call_id == call_id).order_by(ScoreMove.id))
    assert [(each.before, each.after, each.contact_id) for each in moves] == [("", "2", claire), ("2", "1", karim)]


def test_the_sheet_given_with_an_opinion_is_the_one_read_afterwards(session, call_id, claire, karim) -> None:
    for person, answer in ((claire, 3), (karim, 1), (karim, ""), (claire, "?")):
        given, _before = scoring.score(session, call_id, "need", answer, at=MONDAY, speaker=person)
        session.flush()
        assert given == grids.call_sheet(session, call_id)


def test_one_person_alone_pays_no_query_for_opinions(store, call_id, session) -> None:
    session.commit()
    asked: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *call: asked.append(call[2]))
    scoring.score(session, call_id, "need", 2, at=MONDAY)
    session.flush()
    assert asked and not [statement for statement in asked if "opinions" in statement]
