"""Two prospects with rows in every table that rests on one, made from the metadata: a new table is in it by itself."""

import random
import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Boolean, Date, DateTime, Enum, Integer, LargeBinary, Table, Uuid, select, text

from desktop.database import Session
from desktop.models import everything
from desktop.models.base import Base, UtcDateTime, _Scaled, new_id
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.prospects import Contact, Prospect
from desktop.services import grids, templates
from tests.conftest import MONDAY

assert everything
APART = {"merges", "distinct_pairs"}
_UNDONE_BY_NONE = {"follow_ups": {"sequence", "calendar_sequence"}}
"""A calendar is never told an older number than the one it knows."""


def resting(*names: str) -> list[Table]:
    """Tables with a key towards one of those, in the order in which rows can be made."""
    return [
        table
        for table in Base.metadata.sorted_tables
        if any(each.column.table.name in names for each in table.foreign_keys) and table.name not in APART
    ]


def chain() -> list[Table]:
    """Those that rest on a prospect, by however many steps."""
    names = {"prospects"}
    while (more := {table.name for table in resting(*names)} | names) != names:
        names = more
    return [table for table in resting(*names) if table.name != "prospects"]


class Filler:
    """Fills tables with rows of one prospect, by the types of their columns."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session, self.random = session, random.Random(seed)
        self.count = 0

    def prospect(self, company: str, person: str) -> uuid.UUID:
        """A prospect with ``person``, and between none and two rows of everything."""
        key = self._row(Base.metadata.tables["prospects"], {}, company=company)
        rows: dict[str, list[uuid.UUID]] = {"prospects": [key]}
        rows["contacts"] = [self._row(Base.metadata.tables["contacts"], rows, name=person)]
        for table in chain():
            for _number in range(self.random.choice((0, 1, 2))):
                if (made := self._row(table, rows)) is not None:
                    rows.setdefault(table.name, []).append(made)
        self.session.expire_all()
        opened = self.session.scalars(select(FollowUp).where(FollowUp.prospect_id == key))
        for follow_up in opened.all()[1:]:
            follow_up.state, follow_up.remind_at = FollowUpState.DONE, None
        grids.refresh_standing(self.session, key)
        self.session.flush()
        return key

    def _row(self, table: Table, rows: dict[str, list[uuid.UUID]], **given: Any) -> Any:
        self.count += 1
        values: dict[str, Any] = {"id": new_id()}
        for column in table.columns:
            if column.name in values:
                continue
            target = next((each.column.table.name for each in column.foreign_keys), None)
            if target is not None:
                choice = rows.get(target, [])
                if not choice and not column.nullable:
                    return None
                values[column.name] = self.random.choice(choice) if choice else None
            else:
                values[column.name] = self._value(table.name, column)
        made = self.session.execute(table.insert().prefix_with("OR IGNORE").values(values | given))
        return values["id"] if made.rowcount else None

    def _value(self, table: str, column: Any) -> Any:
        if table == "calls" and column.name in ("script_copy", "grid_copy"):
            made = (
                templates.script("b2b", "fr") if column.name == "script_copy" else templates.grid("five-criteria", "fr")
            )
            return made.as_dict()
        if column.name in ("deleted_at", "next_due_at"):
            return None
        fixed = {"state": {"calls": "concluded", "follow_ups": "open", "cadence_runs": "running"}.get(table)}
        if fixed.get(column.name):
            kinds = {"calls": everything.calls.CallState, "follow_ups": FollowUpState}
            return kinds.get(table, everything.cadence_runs.RunState)(fixed[column.name])
        if table == "entries" and column.name == "kind":
            return self.random.choice(("verbatim", "note", "objection", "question"))
        return self._by_type(column)

    def _by_type(self, column: Any) -> Any:
        kind = column.type
        if isinstance(kind, Enum):
            assert kind.enum_class is not None and issubclass(kind.enum_class, StrEnum)
            return self.random.choice(list(kind.enum_class))
        if isinstance(kind, UtcDateTime):
            return MONDAY - timedelta(days=self.count, microseconds=self.count)
        if isinstance(kind, _Scaled):
            return Decimal(self.count)
        if isinstance(kind, JSON):
            return [] if column.default is not None and column.default.arg.__name__ == "list" else {}
        makers: dict[Any, Any] = {
            Boolean: False,
            Date: date(2026, 1, 1) + timedelta(days=self.count % 300),
            DateTime: datetime(2026, 12, 1, 10, self.count % 60),  # noqa: DTZ001  a wall clock
            LargeBinary: b"bytes",
            Uuid: uuid.uuid4(),
        }
        for each, value in makers.items():
            if isinstance(kind, each):
                return value
        if isinstance(kind, Integer):
            return self.count % 3 if column.name == "level" else self.count
        return f"{column.name} {self.count}"


def everything_in(session: Session) -> dict[str, list[Any]]:
    """Every row of every table as the file has it, but what no undo gives back."""
    session.flush()
    found = {}
    for table in Base.metadata.sorted_tables:
        if table.name in ("merges", "standing_counts"):
            continue
        names = [each.name for each in table.columns if each.name not in _UNDONE_BY_NONE.get(table.name, ())]
        rows = session.execute(text(f"SELECT {', '.join(names)} FROM {table.name} ORDER BY 1")).all()
        found[table.name] = [tuple(row) for row in rows]
    counts = text("SELECT * FROM standing_counts WHERE prospects <> 0 OR amount <> 0 ORDER BY 1, 2, 3, 4, 5, 6")
    found["standing_counts"] = [tuple(row) for row in session.execute(counts)]
    return found


def contacts_of(session: Session, prospect_id: uuid.UUID) -> list[Contact]:
    query = select(Contact).where(Contact.prospect_id == prospect_id, Contact.deleted_at.is_(None))
    return list(session.scalars(query.order_by(Contact.position)))


def named(session: Session, prospect_id: uuid.UUID) -> Prospect:
    return session.get_one(Prospect, prospect_id)
