"""The list a page at a time."""

from PySide6.QtCore import QModelIndex, Qt
from sqlalchemy import Engine, event

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.services import calls
from desktop.services.prospect_rows import PAGE
from desktop.services.prospects import calls_of, create_prospect
from desktop.ui.prospects.item_model import Column, ProspectItemModel
from desktop.ui.workspace import Workspace
from tests.services.test_today import prospect


def many(session: Session, clock: FixedClock, count: int) -> None:
    for place in range(count):
        create_prospect(session, now=clock.now(), company=f"Company {place}")


def test_it_is_a_model(qtmodeltester, workspace: Workspace, clock: FixedClock) -> None:
    workspace.do(many, clock, 3)
    model = ProspectItemModel(workspace)
    model.look_for("")
    qtmodeltester.check(model)


def test_pages_follow_without_repeats(workspace: Workspace, clock: FixedClock) -> None:
    workspace.do(many, clock, PAGE + 5)
    model = ProspectItemModel(workspace)
    model.look_for("")
    assert (model.rowCount(), model.is_whole) == (PAGE, False)
    model.fetchMore(QModelIndex())
    assert (model.rowCount(), model.is_whole) == (PAGE + 5, True)
    assert len({model.at(place).id for place in range(model.rowCount())}) == PAGE + 5


def test_squares_are_read_where_they_are_seen_and_again_after_a_change(workspace: Workspace, clock: FixedClock) -> None:
    keys = []
    for name, marks in (("Roux", "21313"), ("Perrin", ""), ("Durand", "3????")):
        keys.append(workspace.do(prospect, clock, name, marks))
        clock.advance(60)
    model = ProspectItemModel(workspace)
    model.look_for("")
    durand, perrin, roux = (model.row_of(key) for key in reversed(keys))
    assert (durand, perrin, roux) == (0, 1, 2)
    model.see(range(2))
    assert model.strip(durand).marks == ("3", "?", "?", "?", "?")
    assert model.strip(perrin) is None and model.strip(roux) is None
    model.see(range(3))
    assert model.strip(roux).to_prove == {0, 2}
    said = model.data(model.index(roux, Column.QUALIFICATION), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("10/15 · Stated need: 2 (to prove) · ")
    assert model.data(model.index(perrin, Column.QUALIFICATION), Qt.ItemDataRole.AccessibleTextRole) == ""
    call_id = workspace.ask(calls_of, keys[0])[0].id
    workspace.do(calls.set_score, call_id, "need", 1, at=clock.now())
    model.see(range(3))
    assert model.strip(roux).marks[0] == "2"
    model.read_again()
    model.see(range(3))
    assert model.strip(model.row_of(keys[0])).marks[0] == "1"


def test_what_was_seen_is_not_read_again(workspace: Workspace, clock: FixedClock, engine: Engine) -> None:
    for name in ("Roux", "Perrin", "Durand"):
        workspace.do(prospect, clock, name, "21313")
    ran: list[str] = []

    @event.listens_for(engine, "before_cursor_execute")
    def note(_connection, _cursor, statement, *_others) -> None:
        ran.append(statement)

    model = ProspectItemModel(workspace)
    model.look_for("")
    assert [statement for statement in ran if "scores" in statement] == []
    for _paint in range(3):
        model.see(range(3))
    model.look_for("roux")
    model.see(range(1))
    assert len([statement for statement in ran if "FROM scores" in statement]) == 1
