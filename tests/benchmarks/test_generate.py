"""The generated file is a true one: whole, readable by the services, and the same for the same seed."""

from pathlib import Path

from desktop import database, migrations
from desktop.services import grids, prospect_rows, search, today
from tests.benchmarks import generate


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
        assert len(rows) == 300 and all(row.contact for row in rows)
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


def test_the_same_seed_gives_the_same_file(tmp_path: Path) -> None:
    names = []
    for number in range(2):
        store = filled(tmp_path / f"{number}.db", 50)
        with store.reading() as session:
            names.append([(row.id, row.name, row.due_at) for row in prospect_rows.prospect_rows(session)])
        store.close()
    assert names[0] == names[1]
