"""The people at a prospect: their order, and who has been spoken to."""

import uuid

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.exchanges import ExchangeKind
from desktop.models.prospects import Contact
from desktop.services import calls, exchanges, prospects, templates
from desktop.services.people import Person, move_contact, people


@pytest.fixture
def key(session: Session, clock: FixedClock) -> uuid.UUID:
    key = prospects.create_prospect(session, now=clock.now(), company="Roux", person="Ada")
    for name in ("Bea", "Cam"):
        prospects.add_contact(session, key, now=clock.now(), name=name)
    return key


def contacts(session: Session, key: uuid.UUID) -> list[Contact]:
    session.flush()
    session.expire_all()
    return prospects.load_prospect(session, key).contacts


def found(session: Session, key: uuid.UUID) -> dict[str, Person]:
    return {each.name: each for each in people(session, contacts(session, key))}


@pytest.mark.parametrize(
    ("name", "place", "wanted"),
    [("Cam", 0, "Cam Ada Bea"), ("Ada", 1, "Bea Ada Cam"), ("Ada", 9, "Bea Cam Ada"), ("Bea", -3, "Bea Ada Cam")],
)
def test_each_can_be_put_first_or_anywhere(
    session: Session, key: uuid.UUID, name: str, place: int, wanted: str
) -> None:
    move_contact(session, next(each.id for each in contacts(session, key) if each.name == name), place)
    assert [each.name for each in contacts(session, key)] == wanted.split()


def test_spoken_to_in_a_call_by_a_word_or_in_a_meeting(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    ada, bea, cam = contacts(session, key)
    assert {each.spoken_at for each in found(session, key).values()} == {None}
    grid, script = templates.grid("five-criteria", "en"), templates.script("b2b", "en")
    call_id = calls.start_call(session, key, script, grid, now=clock.now())
    began = clock.now()
    clock.advance(60)
    entry_id = calls.add_entry(session, call_id, "verbatim", "no", at=clock.now())
    session.get_one(calls.Verbatim, entry_id).contact_id = bea.id
    exchanges.write(session, key, ExchangeKind.SENT, "the case", now=clock.now(), contact_id=cam.id)
    after = found(session, key)
    assert (after["Ada"].spoken_at, after["Bea"].spoken_at, after["Cam"].spoken_at) == (began, clock.now(), None)
    exchanges.write(session, key, ExchangeKind.MEETING, "met", now=clock.now(), contact_id=cam.id)
    assert found(session, key)["Cam"].spoken_at == clock.now()
    assert people(session, []) == ()
    assert ada.name == "Ada"
