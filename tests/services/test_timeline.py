"""The moments of a prospect: every kind, newest first, by pages that join without a gap and without a double."""

import uuid

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.services import exchanges, prospects
from desktop.services.timeline import Kind, moments
from tests.services.timeline_case import lived


@pytest.fixture
def key(session: Session, clock: FixedClock) -> uuid.UUID:
    return lived(session, clock)


def test_everything_is_there_newest_first(session: Session, key: uuid.UUID) -> None:
    found, more = moments(session, key)
    assert [each.kind for each in found] == [
        Kind.FOLLOW_UP,  # planned ahead
        Kind.MERGE,
        Kind.PROPOSAL,  # sent
        Kind.PROPOSAL,  # made
        Kind.EXCHANGE,
        Kind.EXCHANGE,
        Kind.FOLLOW_UP,
        Kind.FOLLOW_UP,
        Kind.STATUS,
        Kind.SCORE,
        Kind.SCORE,
        Kind.CALL,
    ]
    assert [each.at for each in found] == sorted((each.at for each in found), reverse=True)
    assert not more


@pytest.mark.parametrize("size", [1, 5, 12])
def test_pages_join(session: Session, key: uuid.UUID, size: int) -> None:
    whole, _more = moments(session, key, limit=99)
    read, more = [], True
    while more:
        page, more = moments(session, key, limit=size, offset=len(read))
        read += page
    assert tuple(read) == whole


@pytest.mark.parametrize("kind", list(Kind))
def test_one_kind_alone(session: Session, key: uuid.UUID, kind: Kind) -> None:
    whole, _more = moments(session, key)
    found, _more = moments(session, key, [kind])
    assert found and found == tuple(each for each in whole if each.kind is kind)


def test_what_was_taken_out_and_what_is_of_others_is_not_there(
    session: Session, clock: FixedClock, key: uuid.UUID
) -> None:
    other = prospects.create_prospect(session, now=clock.now(), company="Other")
    assert moments(session, other) == ((), False)
    note = moments(session, key, [Kind.EXCHANGE])[0][-1]
    exchanges.remove(session, note.key, now=clock.now())
    assert note not in moments(session, key)[0]
