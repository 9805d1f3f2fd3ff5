"""One row a version, and never two of the same number."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from desktop.database import Session
from desktop.models.library import ItemKind, LibraryItem

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def item(**more: object) -> LibraryItem:
    usual = {"kind": ItemKind.GRID, "key": "own", "language": "fr", "version": 1, "name": "N", "content": {"a": [1]}}
    return LibraryItem(**{**usual, "updated_at": NOW, **more})


def test_a_version_is_read_as_it_was_written(session: Session) -> None:
    session.add(item(published_at=NOW))
    session.flush()
    session.expire_all()
    found = session.scalars(select(LibraryItem)).one()
    assert (found.kind, found.content, found.published_at, found.archived_at) == (ItemKind.GRID, {"a": [1]}, NOW, None)


def test_two_versions_of_the_same_number_are_refused(session: Session) -> None:
    session.add_all([item(), item(language="en"), item(version=2), item(kind=ItemKind.SCRIPT)])
    session.flush()
    with pytest.raises(IntegrityError), session.begin_nested():
        session.add(item())
        session.flush()
