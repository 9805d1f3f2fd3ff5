"""What a score rests on: from the questions, by hand, and as it was answered; on the real file."""

import uuid
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from desktop.errors import UserError
from desktop.models.calls import Entry, Proof
from desktop.models.evidence import Grade
from desktop.models.needs import Reformulation, Reply
from desktop.services import calls, evidence, grids, prospects, templates
from tests.conftest import MONDAY

GRID = templates.grid("five-criteria", "en")
SCRIPT = templates.script("b2b", "en")


def asking(criterion: str) -> str:
    return next(question.key for question in SCRIPT.questions if question.criterion == criterion)


@pytest.fixture
def prospect_id(session) -> uuid.UUID:
    return prospects.create_prospect(session, now=MONDAY, company="Ateliers Brévent", person="Claire Fontaine")


@pytest.fixture
def call_id(session, prospect_id) -> uuid.UUID:
    return calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY)


def say(session, call_id, words: str, criterion: str = "", seconds: int = 0, kind: str = "verbatim") -> uuid.UUID:
    question = asking(criterion) if criterion else ""
    at = MONDAY + timedelta(seconds=seconds)
    return calls.add_entry(session, call_id, kind, words, at=at, question=question, offset_seconds=seconds)


def reply(session, prospect_id, entry_id, reply: Reply, minutes: int) -> Reformulation:
    made = Reformulation(
        prospect_id=prospect_id,
        entry_id=entry_id,
        sentence="If I understand…",
        reply=reply,
        at=MONDAY + timedelta(minutes=minutes),
    )
    session.add(made)
    session.flush()
    return made


def held(session, prospect_id, criterion: str) -> tuple[int, Grade]:
    session.flush()
    found = grids.evidence_held(session, prospect_id).get(criterion)
    return (found.count, found.grade) if found else (0, Grade.ASSUMED)


def test_words_prove_the_criterion_of_their_question_and_by_hand_any_other(session, prospect_id, call_id) -> None:
    both = say(session, call_id, "15 k€ before the end of January", "budget")
    assert held(session, prospect_id, "budget") == (1, Grade.STATED)
    assert held(session, prospect_id, "timing") == (0, Grade.ASSUMED)
    assert evidence.set_proof(session, both, "timing", True, at=MONDAY) is None
    assert held(session, prospect_id, "timing") == (1, Grade.STATED)
    assert evidence.set_proof(session, both, "budget", False, at=MONDAY) is None
    assert held(session, prospect_id, "budget") == (0, Grade.ASSUMED)
    assert evidence.set_proof(session, both, "budget", None, at=MONDAY) is False
    assert held(session, prospect_id, "budget") == (1, Grade.STATED)
    assert evidence.set_proof(session, both, "timing", None, at=MONDAY) is True
    assert held(session, prospect_id, "timing") == (0, Grade.ASSUMED)
    assert session.scalars(select(Proof)).all() == []


def test_linked_by_hand_to_its_own_criterion_it_is_counted_once(session, prospect_id, call_id) -> None:
    entry = say(session, call_id, "15 k€", "budget")
    for _again in range(2):
        evidence.set_proof(session, entry, "budget", True, at=MONDAY)
        assert held(session, prospect_id, "budget") == (1, Grade.STATED)
    evidence.set_proof(session, entry, "need", False, at=MONDAY)
    assert held(session, prospect_id, "need") == (0, Grade.ASSUMED)


def test_words_taken_back_prove_nothing_even_linked_by_hand(session, prospect_id, call_id) -> None:
    entry = say(session, call_id, "15 k€", "budget")
    evidence.set_proof(session, entry, "timing", True, at=MONDAY)
    evidence.set_documented(session, entry, True)
    calls.take_back(session, entry, at=MONDAY)
    assert held(session, prospect_id, "budget") == held(session, prospect_id, "timing") == (0, Grade.ASSUMED)
    calls.restore_entry(session, entry)
    assert held(session, prospect_id, "timing") == (1, Grade.DOCUMENTED)


def test_words_of_another_prospect_prove_nothing_here(session, prospect_id, call_id) -> None:
    other = prospects.create_prospect(session, now=MONDAY, company="Roux")
    entry = say(session, calls.start_call(session, other, SCRIPT, GRID, now=MONDAY), "15 k€", "budget")
    evidence.set_proof(session, entry, "need", True, at=MONDAY)
    assert held(session, prospect_id, "budget") == held(session, prospect_id, "need") == (0, Grade.ASSUMED)


@pytest.mark.parametrize(
    ("replies", "grade"),
    [
        ([], Grade.STATED),
        ([Reply.CONFIRMED], Grade.CONFIRMED),
        ([Reply.CORRECTED], Grade.STATED),
        ([Reply.REFUSED], Grade.STATED),
        ([Reply.CONFIRMED, Reply.REFUSED], Grade.STATED),
        ([Reply.REFUSED, Reply.CONFIRMED], Grade.CONFIRMED),
    ],
)
def test_the_latest_reply_counts_and_a_document_stays_above_it(session, prospect_id, call_id, replies, grade) -> None:
    entry = say(session, call_id, "15 k€", "budget")
    for minutes, each in enumerate(replies):
        reply(session, prospect_id, entry, each, minutes)
    assert evidence.refresh_grade(session, entry) is grade
    assert evidence.set_documented(session, entry, True) is grade
    assert evidence.refresh_grade(session, entry) is Grade.DOCUMENTED
    assert evidence.set_documented(session, entry, True) is Grade.DOCUMENTED
    assert evidence.set_documented(session, entry, False) is Grade.DOCUMENTED
    assert session.get_one(Entry, entry).grade is grade
    assert evidence.set_documented(session, entry, False) is grade


def test_a_reply_taken_back_no_longer_counts(session, prospect_id, call_id) -> None:
    entry = say(session, call_id, "15 k€", "budget")
    reply(session, prospect_id, entry, Reply.REFUSED, 0)
    latest = reply(session, prospect_id, entry, Reply.CONFIRMED, 1)
    assert evidence.refresh_grade(session, entry) is Grade.CONFIRMED
    latest.deleted_at = MONDAY
    assert evidence.refresh_grade(session, entry) is Grade.STATED


def test_a_note_proves_nothing(session, prospect_id, call_id) -> None:
    note = say(session, call_id, "she hesitates", "budget", kind="note")
    with pytest.raises(UserError):
        evidence.set_proof(session, note, "need", True, at=MONDAY)
    with pytest.raises(UserError):
        evidence.set_documented(session, note, True)
    assert held(session, prospect_id, "budget") == (0, Grade.ASSUMED)


def test_the_total_says_how_much_is_proven(session, prospect_id, call_id) -> None:
    for criterion, level in {"need": 3, "budget": 2, "timing": 3, "fit": 2}.items():
        calls.set_score(session, call_id, criterion, level, at=MONDAY)
    assert grids.call_sheet(session, call_id).proven_low == 2
    need = say(session, call_id, "We lose a day a week", "need")
    say(session, call_id, "15 k€", "budget")
    say(session, call_id, "before January", "timing")
    assert grids.call_sheet(session, call_id).proven_low == 4
    reply(session, prospect_id, need, Reply.CONFIRMED, 0)
    evidence.refresh_grade(session, need)
    sheet = grids.call_sheet(session, call_id)
    assert (sheet.proven_low, sheet.standing.low) == (7, 10)
    assert [row.proven for row in sheet.rows] == [True, True, True, False, True]
    assert (sheet.row("timing").grade, sheet.row("authority").grade) == (Grade.STATED, Grade.ASSUMED)


def test_the_words_behind_a_score_the_strongest_first_then_what_could_be_linked(session, prospect_id, call_id) -> None:
    calls.set_score(session, call_id, "budget", 3, at=MONDAY)
    later = say(session, call_id, "15 k€", "budget", 90)
    strong = say(session, call_id, "The board agreed", "budget", 30)
    hand = say(session, call_id, "We have some money", "need", 60)
    apart = say(session, call_id, "Not my job", "budget", 120)
    free = say(session, call_id, "It rains", "", 150)
    evidence.set_documented(session, strong, True)
    evidence.set_proof(session, hand, "budget", True, at=MONDAY)
    evidence.set_proof(session, apart, "budget", False, at=MONDAY)
    session.get_one(Entry, later).corrected = "15 000 €"
    behind = evidence.words_behind(session, prospect_id, "budget", call_id)
    assert [words.entry_id for words in behind.pieces] == [strong, later, hand]
    assert [words.entry_id for words in behind.others] == [free, apart]
    assert [words.linked for words in behind.all_words] == [True, True, True, False, False]
    assert [words.by_hand for words in behind.all_words] == [None, None, True, None, False]
    assert (behind.pieces[1].words, behind.pieces[1].typed) == ("15 000 €", "15 k€")
    assert {words.speaker for words in behind.all_words} == {"Claire Fontaine"}
    assert (behind.pieces[0].offset_seconds, behind.pieces[0].call_id) == (30, call_id)
    assert (behind.level, behind.meaning) == (3, GRID.criterion("budget").levels[3])
    assert (behind.required, behind.grade, behind.proven) == (Grade.CONFIRMED, Grade.DOCUMENTED, True)
    assert behind.keys == tuple(criterion.key for criterion in GRID.criteria)


def test_what_space_asks_puts_things_back_as_the_question_said(session, prospect_id, call_id) -> None:
    entry = say(session, call_id, "15 k€", "budget")
    own = evidence.words_for(session, entry, "budget")
    other = evidence.words_for(session, entry, "need")
    assert (own.hand_for(False), own.hand_for(True)) == (False, None)
    assert (other.hand_for(True), other.hand_for(False)) == (True, None)


def test_moves_go_on_from_what_an_earlier_call_made_known(session, prospect_id, call_id) -> None:
    calls.set_score(session, call_id, "budget", 1, at=MONDAY)
    second = calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY + timedelta(days=7))
    calls.set_score(session, second, "budget", "?", at=MONDAY + timedelta(days=7))
    calls.set_score(session, second, "budget", 3, at=MONDAY + timedelta(days=7, minutes=1))
    moves = evidence.words_behind(session, prospect_id, "budget").moves
    assert [(move.before, move.after) for move in moves] == [("?", "3"), ("1", "?"), ("", "1")]


def test_seen_from_an_older_call_the_level_is_that_of_the_call(session, prospect_id, call_id) -> None:
    calls.set_score(session, call_id, "budget", 1, at=MONDAY)
    second = calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY + timedelta(days=7))
    calls.set_score(session, second, "budget", 3, at=MONDAY + timedelta(days=7))
    assert evidence.words_behind(session, prospect_id, "budget", call_id).level == 1
    assert evidence.words_behind(session, prospect_id, "budget").level == 3


def test_what_to_look_at_first(session, prospect_id, call_id) -> None:
    assert evidence.to_look_at(session, prospect_id) == grids.call_sheet(session, call_id).standing.gaps[0]
    calls.set_score(session, call_id, "timing", 3, at=MONDAY)
    assert evidence.to_look_at(session, prospect_id) == "timing"
    assert evidence.criterion_at(session, prospect_id, 0) == GRID.criteria[0].key


def test_before_the_first_call_there_is_nothing_to_look_at(session, prospect_id) -> None:
    with pytest.raises(UserError):
        evidence.words_behind(session, prospect_id, "need")
    with pytest.raises(UserError):
        evidence.to_look_at(session, prospect_id)


def test_thousands_of_words_are_read_a_few_at_a_time(session, prospect_id, call_id) -> None:
    for number in range(evidence.PIECES + evidence.OTHERS):
        say(session, call_id, f"budget {number}", "budget", number)
        say(session, call_id, f"need {number}", "need", number)
    behind = evidence.words_behind(session, prospect_id, "budget", call_id)
    assert (len(behind.pieces), len(behind.others)) == (evidence.PIECES, evidence.OTHERS)
    assert behind.row.proofs == evidence.PIECES + evidence.OTHERS
    assert behind.pieces[0].words == f"budget {evidence.PIECES + evidence.OTHERS - 1}"


def test_the_count_of_proofs_reads_an_index_alone(session, prospect_id, call_id) -> None:
    say(session, call_id, "15 k€", "budget")
    ran: list[tuple[str, object]] = []
    connection = session.connection()

    def note(_conn, _cursor, statement, parameters, _context, _many) -> None:
        ran.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    grids.evidence_held(session, prospect_id)
    event.remove(connection, "before_cursor_execute", note)
    counted, by_hand = (
        "\n".join(row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters))
        for statement, parameters in ran
    )
    assert "USING COVERING INDEX ix_entries_proofs" in counted
    assert "TEMP B-TREE" not in counted
    assert "ix_proofs_prospect_id_criterion" in by_hand
    assert "SCAN" not in by_hand


ACTS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.one_of(
            st.tuples(st.sampled_from(["need", "budget"]), st.sampled_from([True, False, None])),
            st.booleans(),
        ),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_any_acts_taken_back_leave_the_file_as_it_was(store, acts) -> None:
    with store.writing() as (session, _touched):
        prospect_id = prospects.create_prospect(session, now=MONDAY, company="Roux")
        call_id = calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY)
        entries = [say(session, call_id, str(n), ("need", "budget")[n % 2]) for n in range(4)]
        reply(session, prospect_id, entries[0], Reply.CONFIRMED, 0)
        evidence.refresh_grade(session, entries[0])

        def state() -> list[object]:
            session.flush()
            found = select(Proof.entry_id, Proof.criterion, Proof.linked).where(Proof.prospect_id == prospect_id)
            links = sorted((str(a), b, c) for a, b, c in session.execute(found))
            grades = [session.get_one(Entry, entry).grade for entry in entries]
            return [links, grades, grids.evidence_held(session, prospect_id)]

        states, back = [state()], []
        for place, act in acts:
            entry = entries[place]
            if isinstance(act, bool):
                before = evidence.set_documented(session, entry, act)
                back.append((evidence.set_documented, (entry, before is Grade.DOCUMENTED), {}))
            else:
                criterion, linked = act
                was = evidence.set_proof(session, entry, criterion, linked, at=MONDAY)
                back.append((evidence.set_proof, (entry, criterion, was), {"at": MONDAY}))
            states.append(state())
            check_the_count(session, prospect_id)
        for command, arguments, named in reversed(back):
            assert state() == states.pop()
            for _twice in range(2):
                command(session, *arguments, **named)
        assert state() == states.pop()


def check_the_count(session, prospect_id) -> None:
    """The two queries of every key agree with the list that a click opens."""
    for criterion in ("need", "budget"):
        pieces = evidence.words_behind(session, prospect_id, criterion).pieces
        grade = max((words.grade for words in pieces), key=lambda each: each.rank, default=Grade.ASSUMED)
        assert held(session, prospect_id, criterion) == (len(pieces), grade)
        assert all(words.linked for words in pieces)
