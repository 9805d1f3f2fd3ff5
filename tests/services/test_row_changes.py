"""What a command did is taken back row by row: inserted, changed and erased ones, and nothing that came after."""

from datetime import datetime

import pytest
from sqlalchemy import select

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.calls import Entry, Verbatim
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp
from desktop.models.prospects import Contact, Prospect
from desktop.services import calls, followups, row_changes, templates
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from tests.services.followup_course import EVERYTHING, whole

STEP = NextStep(datetime.fromisoformat("2026-11-27T10:00"), "Europe/Paris", Channel.PHONE, Objective.VALIDATION)


def everything_at_once(session: Session, *, now: datetime) -> None:
    """Adds a prospect, a call, a verbatim and a follow-up; changes one prospect and erases its contact."""
    old = session.scalars(select(Prospect)).one()
    old.notes, old.heat_signs = "changed", {"reason": "said so"}
    session.delete(session.scalars(select(Contact)).one())
    new = create_prospect(session, now=now, company="Nouvel élan")
    call_id = calls.start_call(
        session, new, templates.script("b2b", "fr"), templates.grid("five-criteria", "fr"), now=now
    )
    calls.add_entry(session, call_id, "verbatim", "On perd deux heures par jour", at=now)
    followups.plan(session, new, STEP, now=now, call_id=call_id)


@pytest.fixture
def before(session: Session, clock: FixedClock) -> dict[str, list[str]]:
    key = create_prospect(session, now=clock.now(), company="Ateliers Brévent")
    session.add(Contact(prospect_id=key, name="Claire", created_at=clock.now()))
    return whole(session, EVERYTHING)


def test_taken_back_and_done_again_to_the_last_row(
    session: Session, clock: FixedClock, before: dict[str, list[str]]
) -> None:
    _none, changes = row_changes.recorded(session, everything_at_once, now=clock.now())
    after = whole(session, EVERYTHING)
    assert after != before
    for _twice in range(2):
        row_changes.take_back(session, changes)
        assert whole(session, EVERYTHING) == before
    for _twice in range(2):
        row_changes.again(session, changes)
        assert whole(session, EVERYTHING) == after
    assert isinstance(session.scalars(select(Entry)).one(), Verbatim)


def test_what_changed_since_is_kept(session: Session, clock: FixedClock) -> None:
    key = create_prospect(session, now=clock.now(), company="Ateliers Brévent")
    prospect = session.get_one(Prospect, key)

    def note(_session: Session) -> None:
        prospect.notes = "first"

    _none, changes = row_changes.recorded(session, note)
    prospect.source = "salon"
    row_changes.take_back(session, changes)
    assert (prospect.notes, prospect.source) == ("", "salon")


def test_a_snapshot_puts_whole_rows_back(session: Session, clock: FixedClock) -> None:
    key = create_prospect(session, now=clock.now(), company="Ateliers Brévent")
    prospect = session.get_one(Prospect, key)
    contact = Contact(prospect_id=key, name="Claire", created_at=clock.now())
    session.add(contact)
    follow_up = session.get_one(FollowUp, followups.plan(session, key, STEP, now=clock.now()))
    rows = row_changes.snapshot(session, [prospect, contact, follow_up])
    before = whole(session)
    prospect.company, prospect.source = "Autre", "salon"
    follow_up.subject = "budget"
    session.delete(contact)
    session.flush()
    row_changes.restore(session, rows)
    assert whole(session) == before
    assert session.get_one(Contact, contact.id).name == "Claire"
    assert follow_up.sequence == 1


def test_a_command_that_is_refused_leaves_no_listener(session: Session, clock: FixedClock) -> None:
    key = create_prospect(session, now=clock.now(), company="Ateliers Brévent")
    past = NextStep(datetime.fromisoformat("2020-01-01T10:00"), "Europe/Paris", Channel.PHONE, Objective.VALIDATION)
    with pytest.raises(UserError):
        row_changes.recorded(session, followups.plan, key, past, now=clock.now())
    _key, changes = row_changes.recorded(session, followups.plan, key, STEP, now=clock.now())
    assert [change.kind for change in changes] == [FollowUp]
