"""Squares for lists: they say what the grid of each prospect says, hollow where it does, however many there are."""

import uuid
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from desktop.models.calls import Call, Entry
from desktop.models.evidence import Grade
from desktop.services import calls, evidence, grids, prospects, templates
from desktop.services.grids import GridSheet
from desktop.services.strips import Strip, strips
from tests.conftest import MONDAY

SCRIPT = templates.script("b2b", "en")
GRIDS = [templates.grid(key, "en") for key in ("five-criteria", "bant", "meddpicc")]
FIVE = GRIDS[0]


def named(session, company: str) -> uuid.UUID:
    return prospects.create_prospect(session, now=MONDAY, company=company)


def say(session, call_id: uuid.UUID, criterion: str, seconds: int = 0) -> uuid.UUID:
    question = next(question.key for question in SCRIPT.questions if question.criterion == criterion)
    return calls.add_entry(session, call_id, "verbatim", "15 k€", at=MONDAY, question=question, offset_seconds=seconds)


def of_sheet(sheet: GridSheet) -> Strip:
    return Strip(
        tuple(row.criterion.key for row in sheet.rows),
        tuple(row.criterion.name for row in sheet.rows),
        tuple(sheet.answers.values()),
        frozenset(place for place, row in enumerate(sheet.rows) if not row.proven),
        sheet.grid,
    )


@pytest.fixture
def call_id(session) -> uuid.UUID:
    return calls.start_call(session, named(session, "Brévent"), SCRIPT, FIVE, now=MONDAY)


def test_a_level_is_hollow_until_words_of_its_grade_are_behind_it(session, call_id) -> None:
    prospect_id = session.get_one(Call, call_id).prospect_id
    for criterion, answer in {"need": 2, "budget": 3, "authority": 1, "timing": "?", "fit": 3}.items():
        calls.set_score(session, call_id, criterion, answer, at=MONDAY)
    strip = strips(session, [prospect_id])[prospect_id]
    assert strip.marks == ("2", "3", "1", "?", "3") and strip.known == 4
    assert {strip.keys[place] for place in strip.to_prove} == {"need", "budget"}
    said = [say(session, call_id, criterion) for criterion in ("need", "budget")]
    strip = strips(session, [prospect_id])[prospect_id]
    assert {strip.keys[place] for place in strip.to_prove} == {"budget"}
    session.get_one(Entry, said[1]).grade = Grade.CONFIRMED
    assert strips(session, [prospect_id])[prospect_id].to_prove == frozenset()
    calls.take_back(session, said[0], at=MONDAY)
    assert strips(session, [prospect_id])[prospect_id].to_prove == {strip.keys.index("need")}


def test_those_never_called_have_none(session, call_id) -> None:
    alone = named(session, "Roux")
    assert alone not in strips(session, [alone])
    assert strips(session, []) == {}


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["call", "score", "score", "say", "say", "grade", "link", "link", "take back"]),
        st.integers(0, 7),
        st.integers(0, 5),
    ),
    min_size=12,
    max_size=24,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS, ACTS)
def test_they_say_what_the_sheets_say(session, first, second) -> None:
    keys = [named(session, "One"), named(session, "Two")]
    for key, acts in zip(keys, (first, second), strict=True):
        case = Case(session, key)
        for act, one, two in acts:
            case.do(act, one, two)
    session.flush()
    sheets = {key: grids.prospect_sheet(session, key) for key in keys}
    found = strips(session, keys)
    assert found == {key: of_sheet(sheet) for key, sheet in sheets.items()}
    assert {key: strip.standing for key, strip in found.items()} == {key: each.standing for key, each in sheets.items()}


class Case:
    """A prospect called again and again; scores and words may come late to any of the calls."""

    def __init__(self, session, prospect_id: uuid.UUID) -> None:
        self.session, self.prospect_id = session, prospect_id
        self.calls: list[uuid.UUID] = []
        self.words: list[uuid.UUID] = []
        self.now = MONDAY
        self.start(0)

    def start(self, place: int) -> None:
        call_id = calls.start_call(self.session, self.prospect_id, SCRIPT, GRIDS[place % 3], now=self.now)
        calls.leave(self.session, call_id, now=self.now)
        self.calls.append(call_id)

    def do(self, act: str, one: int, two: int) -> None:
        session, words = self.session, self.words
        self.now += timedelta(minutes=1)
        call_id = self.calls[two % len(self.calls)]
        criteria = session.get_one(Call, call_id).grid.criteria
        criterion = criteria[one % len(criteria)].key
        if act == "call":
            self.start(one)
        elif act == "score":
            calls.set_score(session, call_id, criterion, (2, 3, "?", 2, 3, "")[two], at=self.now)
        elif act == "say":
            words.append(say(session, call_id, ("need", "budget", "timing")[one % 3]))
        elif words and act == "grade":
            session.get_one(Entry, words[one % len(words)]).grade = list(Grade)[two % 4]
        elif words and act == "link":
            evidence.set_proof(session, words[two % len(words)], criterion, (True, False, None)[two % 3], at=self.now)
        elif words:
            calls.take_back(session, words.pop(one % len(words)), at=self.now)


def test_a_screenful_takes_as_many_queries_as_one(session, engine) -> None:
    keys = [named(session, f"Company {number}") for number in range(20)]
    for key in keys:
        for call in session.scalars(select(Call)):
            calls.leave(session, call.id, now=MONDAY)
        call_id = calls.start_call(session, key, SCRIPT, FIVE, now=MONDAY)
        calls.set_score(session, call_id, "need", 2, at=MONDAY)
    session.flush()
    ran: list[str] = []

    def note(_connection, _cursor, statement, *_others) -> None:
        ran.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert len(strips(session, keys)) == 20
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len(ran) == 5
