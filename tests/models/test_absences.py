"""An absence as it is kept."""

from datetime import date, datetime

from sqlalchemy import select

from desktop.database import Session
from desktop.models.absences import Absence
from tests.conftest import MONDAY


def test_kept_by_its_days(session: Session) -> None:
    session.add(Absence(first=date(2026, 12, 22), last=date(2026, 12, 31), created_at=MONDAY))
    session.flush()
    session.expire_all()
    found = session.scalars(select(Absence)).one()
    assert (found.first, found.last, found.name, found.deleted_at) == (date(2026, 12, 22), date(2026, 12, 31), "", None)
    assert isinstance(found.created_at, datetime)
