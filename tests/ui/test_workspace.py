"""Two verbs and one signal: what was done is on the disk, and what failed left nothing behind."""

from pathlib import Path

import pytest

from desktop import database
from desktop.clock import FixedClock
from desktop.database import StorageError
from desktop.errors import UserError
from desktop.models.prospects import Contact, Prospect
from desktop.models.settings import Company
from desktop.services import prospect_rows, prospects, settings
from desktop.ui.workspace import Workspace
from tests.conftest import KEY, MONDAY


@pytest.fixture
def heard(workspace: Workspace) -> list[object]:
    """What the workspace announced, in order."""
    said: list[object] = []
    workspace.changed.connect(lambda touched: said.append(("changed", touched)))
    workspace.saved.connect(lambda _seconds: said.append("saved"))
    workspace.failed.connect(lambda sentence: said.append(("failed", sentence)))
    return said


def on_disk(path: Path) -> int:
    """How many prospects another process would read."""
    engine = database.connect(path, KEY)
    with database.Store(engine).reading() as session:
        count = prospect_rows.count_prospects(session)
    engine.dispose()
    return count


def test_when_do_returns_it_is_on_the_disk(workspace: Workspace, data_file: Path, heard: list[object]) -> None:
    key = workspace.do(prospects.create_prospect, now=MONDAY, company="Atelier Roux", person="Claire Roux")
    assert on_disk(data_file) == 1
    assert heard == ["saved", ("changed", frozenset({Prospect, Contact}))]
    assert workspace.ask(prospects.load_prospect, key).name == "Atelier Roux"


def test_what_comes_up_is_detached_and_still_readable(workspace: Workspace) -> None:
    workspace.do(settings.save_company, now=MONDAY, name="Atelier Duval")
    company = workspace.ask(settings.company)
    assert company is not None
    workspace.do(settings.save_company, now=MONDAY, name="Duval & Fils")
    assert company.name == "Atelier Duval"


def test_asking_saves_nothing(workspace: Workspace, heard: list[object]) -> None:
    def careless(session: database.Session) -> None:
        session.add(Company(name="Nobody", updated_at=MONDAY))
        session.flush()

    workspace.ask(careless)
    assert workspace.ask(settings.company) is None
    assert heard == []


def test_a_refusal_leaves_nothing(workspace: Workspace, heard: list[object]) -> None:
    def half(session: database.Session) -> None:
        prospects.create_prospect(session, now=MONDAY, company="Atelier Roux")
        session.flush()
        raise UserError("No.")

    with pytest.raises(UserError, match="No"):
        workspace.do(half)
    assert workspace.ask(prospect_rows.count_prospects) == 0
    assert heard == []


def test_a_bug_leaves_nothing_and_passes_through(workspace: Workspace, heard: list[object]) -> None:
    def broken(session: database.Session) -> None:
        prospects.create_prospect(session, now=MONDAY, company="Atelier Roux")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        workspace.do(broken)
    assert workspace.ask(prospect_rows.count_prospects) == 0
    assert heard == []


def test_a_failure_of_the_machine_is_announced(
    workspace: Workspace, engine: object, data_file: Path, heard: list[object]
) -> None:
    raw = engine.raw_connection()  # type: ignore[attr-defined]
    raw.driver_connection.execute("PRAGMA busy_timeout=1")
    raw.close()
    other = database.connect(data_file, KEY)
    with other.begin(), pytest.raises(StorageError):
        workspace.do(prospects.create_prospect, now=MONDAY, company="Atelier Roux")
    other.dispose()
    assert heard == [("failed", "Another program is using the data file. Close it, then try again.")]
    workspace.do(prospects.create_prospect, now=MONDAY, company="Atelier Roux")
    assert workspace.ask(prospect_rows.count_prospects) == 1


def test_doing_nothing_announces_no_change(workspace: Workspace, heard: list[object]) -> None:
    workspace.do(lambda session: None)
    assert heard == ["saved"]


def test_a_commit_is_timed_by_the_clock(store: database.Store, qtbot) -> None:
    clock = FixedClock(MONDAY)
    workspace = Workspace(store, clock)
    seconds: list[float] = []
    workspace.saved.connect(seconds.append)
    workspace.do(lambda _session: clock.advance(0.25))
    assert seconds == [0.25]
    workspace.close()


def test_tidying_folds_the_journal_into_the_file(workspace: Workspace, data_file: Path) -> None:
    workspace.do(prospects.create_prospect, now=MONDAY, company="Atelier Roux")
    journal = data_file.with_name(data_file.name + "-wal")
    assert journal.stat().st_size > 0
    workspace.tidy()
    assert journal.stat().st_size == 0
