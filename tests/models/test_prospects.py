"""What a prospect is called, and what a new one begins with."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session, selectinload

from desktop.models.prospects import Contact, Prospect
from desktop.models.statuses import Status

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def saved(session: Session, company: str, *people: str, gone: str = "") -> Prospect:
    prospect = Prospect(company=company, created_at=NOW, updated_at=NOW)
    session.add(prospect)
    session.flush()
    for place, name in enumerate(people):
        deleted_at = NOW if name == gone else None
        session.add(Contact(prospect_id=prospect.id, name=name, position=-place, created_at=NOW, deleted_at=deleted_at))
    session.flush()
    query = select(Prospect).where(Prospect.id == prospect.id).options(selectinload(Prospect.contacts))
    return session.scalars(query).one()


def test_the_company_names_it_else_the_first_person(session) -> None:
    assert saved(session, "Roux", "Paul").name == "Roux"
    assert saved(session, "", "second", "first").name == "first"
    assert saved(session, "").name == ""


def test_people_are_in_their_order_without_those_removed(session) -> None:
    prospect = saved(session, "Roux", "c", "b", "a", gone="b")
    assert [contact.name for contact in prospect.contacts] == ["a", "c"]
    assert prospect.main_contact is prospect.contacts[0]


def test_a_list_never_reads_people_one_prospect_at_a_time(session) -> None:
    prospect = Prospect(company="Roux", created_at=NOW, updated_at=NOW)
    session.add(prospect)
    session.flush()
    session.expire(prospect)
    with pytest.raises(InvalidRequestError, match="raise"):
        _ = prospect.contacts


def test_a_new_one_is_a_lead_to_complete(session) -> None:
    prospect = saved(session, "Roux")
    assert (prospect.status, prospect.kind, prospect.to_complete) == (Status.LEAD, "b2b", True)
    assert (prospect.heat, prospect.band, prospect.amount, prospect.deleted_at) == (None, None, None, None)
