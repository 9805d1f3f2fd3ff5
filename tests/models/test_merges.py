"""A merge and a pair told apart, as they are kept."""

import uuid
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from desktop.database import Session
from desktop.models.merges import DistinctPair, Merge
from desktop.models.prospects import Prospect
from tests.conftest import MONDAY


@pytest.fixture
def pair(session: Session) -> tuple[uuid.UUID, uuid.UUID]:
    both = [Prospect(company=name, created_at=MONDAY, updated_at=MONDAY) for name in ("Ader", "Ader SAS")]
    session.add_all(both)
    session.flush()
    first, second = sorted(each.id for each in both)
    return first, second


def test_what_was_moved_comes_back_as_it_was(session: Session, pair: tuple[uuid.UUID, uuid.UUID]) -> None:
    content = {"moved": [{"table": "calls", "ids": [str(uuid.uuid4())]}], "fields": {"company": ["Ader", None]}}
    session.add(Merge(kept_id=pair[0], merged_id=pair[1], content=content, at=MONDAY))
    session.flush()
    session.expire_all()
    found = session.scalars(select(Merge)).one()
    assert (found.kept_id, found.merged_id, found.content, found.undone_at) == (*pair, content, None)
    assert found.at == MONDAY and found.at.tzinfo is not None
    found.undone_at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    session.flush()
    session.expire_all()
    assert session.scalars(select(Merge.undone_at)).one() == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def test_a_pair_is_told_apart_once(session: Session, pair: tuple[uuid.UUID, uuid.UUID]) -> None:
    session.add(DistinctPair(first_id=pair[0], second_id=pair[1], at=MONDAY))
    session.flush()
    session.add(DistinctPair(first_id=pair[0], second_id=pair[1], at=MONDAY))
    with pytest.raises(IntegrityError, match="distinct_pairs"):
        session.flush()
    session.rollback()


@pytest.mark.parametrize("kind", [Merge, DistinctPair])
def test_both_are_prospects_of_the_file(
    session: Session, pair: tuple[uuid.UUID, uuid.UUID], kind: type[Merge] | type[DistinctPair]
) -> None:
    nobody = uuid.uuid4()
    if kind is Merge:
        session.add(Merge(kept_id=pair[0], merged_id=nobody, content={}, at=MONDAY))
    else:
        session.add(DistinctPair(first_id=pair[0], second_id=nobody, at=MONDAY))
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        session.flush()
    session.rollback()
