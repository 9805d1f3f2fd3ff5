"""The generated file is a true one: whole, readable by the services, and the same for the same seed."""

from pathlib import Path

from sqlalchemy import func, select, text

from desktop import database, migrations
from desktop.models.calls import Verbatim
from desktop.models.followups import FollowUp
from desktop.models.prospects import Contact, Prospect
from desktop.models.statuses import ContactRole
from desktop.services import board, grids, prospect_choice, prospect_rows, search, today
from desktop.services.prospect_filters import ProspectFilter
from tests.benchmarks import generate
from tests.benchmarks.generate_rows import A_DAY, LATE


def filled(path: Path, count: int) -> database.Store:
    generate.fill(path, count, calls=0.5, seed=3)
    engine = database.connect(path, generate.KEY)
    database.check_integrity(engine)
    assert database.verify(path, engine, migrations.NEWEST) == migrations.NEWEST
    return database.Store(engine)


def test_a_generated_file_is_one_that_the_program_could_have_written(tmp_path: Path) -> None:
    store = filled(tmp_path / "generated.db", 300)
    with store.reading() as session:
        assert prospect_rows.count_prospects(session) == 300
        rows = prospect_rows.prospect_rows(session, limit=300)
        assert len(rows) == 300 and all(row.contact or row.kind == "b2c" for row in rows)
        called = [row for row in rows if row.low is not None]
        assert called
        for row in called[:20]:
            sheet = grids.prospect_sheet(session, row.id)
            assert sheet is not None
            assert (sheet.standing.low, sheet.standing.high) == (row.low, row.high)
        assert today.agenda(session, generate.NOW).late
        assert search.matching_sentences(session, "echeance demenagement")
        assert [row.name for row in prospect_rows.prospect_rows(session, rows[0].name)] == [rows[0].name]
    store.close()


def test_what_triggers_keep_is_what_they_would_have_kept(tmp_path: Path) -> None:
    store = filled(tmp_path / "kept.db", 400)
    with store.reading() as session:
        rows = prospect_rows.prospect_rows(session, limit=400)
        assert sum(row.due_at is not None for row in rows) > 150
        due = dict(session.execute(select(Prospect.id, Prospect.next_due_at)).all())
        assert due == {row.id: row.due_at for row in rows}
        decided = select(Contact.prospect_id).where(Contact.role == ContactRole.DECIDER)
        deciders = set(session.scalars(select(Prospect.id).where(Prospect.has_decider)))
        assert deciders == set(session.scalars(decided))
        named = dict(session.execute(select(Prospect.id, Prospect.sort_name)).all())
        for table, column in (("prospects", "company"), ("contacts", "name")):
            session.execute(text(f"UPDATE {table} SET {column} = {column}"))
        assert named == dict(session.execute(select(Prospect.id, Prospect.sort_name)).all())
        assert all(name.isascii() for name in named.values()) and "" not in named.values()
        assert prospect_choice.count(session, ProspectFilter(decider=True)).number == len(deciders)
        # A rep's days: some late, some thirty today, the rest ahead.
        tasks = board.counts(session, generate.NOW, board.Asked())
        assert tasks[board.Part.LATE] == LATE
        assert tasks[board.Part.TODAY] == A_DAY
        verbatims = session.scalar(select(func.count()).select_from(Verbatim).where(Verbatim.kind == "verbatim"))
        assert 7 < (verbatims or 0) / 400 < 13
        follow_ups = session.scalar(select(func.count()).select_from(FollowUp))
        assert 2.5 < (follow_ups or 0) / 400 < 3.5
    store.close()


def test_the_same_seed_gives_the_same_file(tmp_path: Path) -> None:
    names = []
    for number in range(2):
        store = filled(tmp_path / f"{number}.db", 50)
        with store.reading() as session:
            names.append([(row.id, row.name, row.due_at) for row in prospect_rows.prospect_rows(session)])
        store.close()
    assert names[0] == names[1]
