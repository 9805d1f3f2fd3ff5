"""Duplicates found while typing and over the whole file; pairs told apart are not shown again."""

import uuid

import pytest

from desktop.database import Session
from desktop.services.duplicates import Draft, all_pairs, similar_to, similar_to_draft
from desktop.services.merging import say_distinct, take_back_distinct
from desktop.services.prospects import create_prospect, remove_prospect
from tests.conftest import MONDAY
from tests.hostile import HOSTILE


@pytest.fixture
def book(session: Session) -> dict[str, uuid.UUID]:
    made = {
        "durand": create_prospect(
            session,
            now=MONDAY,
            company="Durand S.A.",
            person="Zoé Martin",
            phone="02 99 11 22 33",
            email="zoe@durand.fr",
        ),
        "roux": create_prospect(session, now=MONDAY, company="Garage Roux"),
        "person": create_prospect(session, now=MONDAY, person="Luc Petit", phone="0601020304"),
    }
    session.flush()
    return made


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (Draft(company="Durand"), "durand"),
        (Draft(company="DURAND SARL"), "durand"),
        (Draft(company="Durnad", phone="+33 2 99 11 22 33"), "durand"),
        (Draft(phone="0299112233"), "durand"),
        (Draft(email="zoe@durand.fr", person="Zoé"), "durand"),
        (Draft(company="garage rouxx"), "roux"),
        (Draft(person="Petit Luc", phone="06 01 02 03 04"), "person"),
        (Draft(company="Dur"), ""),
        (Draft(company="Garage Blanc"), ""),
        (Draft(), ""),
    ],
)
def test_while_typing(session: Session, book: dict[str, uuid.UUID], draft: Draft, found: str) -> None:
    assert [each.prospect_id for each in similar_to_draft(session, draft)] == ([book[found]] if found else [])


def test_the_whole_file_and_what_was_told_apart(session: Session, book: dict[str, uuid.UUID]) -> None:
    assert all_pairs(session) is not None and all_pairs(session).count == 0  # type: ignore[union-attr]
    again = create_prospect(session, now=MONDAY, company="DURAND", person="Martin Zoé", phone="0299112233")
    typo = create_prospect(session, now=MONDAY, company="Garage Rouxx")
    gone = create_prospect(session, now=MONDAY, company="Garage Roux SARL")
    remove_prospect(session, gone, at=MONDAY)
    session.flush()
    found = all_pairs(session)
    assert found is not None
    assert [{pair.first_id, pair.second_id} for pair in found.pairs] == [{book["durand"], again}, {book["roux"], typo}]
    assert found.pairs[0].score > found.pairs[1].score and "same phone" in found.pairs[0].reasons
    assert [each.prospect_id for each in similar_to(session, again)] == [book["durand"]]
    say_distinct(session, again, book["durand"], now=MONDAY)
    session.flush()
    assert all_pairs(session).count == 1  # type: ignore[union-attr]
    assert similar_to(session, again) == [] == similar_to(session, book["durand"])
    take_back_distinct(session, book["durand"], again)
    session.flush()
    assert all_pairs(session).count == 2  # type: ignore[union-attr]


def test_it_says_how_far_it_is_and_stops_when_told(session: Session, book: dict[str, uuid.UUID]) -> None:
    shares: list[float] = []

    def go_on(share: float) -> bool:
        shares.append(share)
        return True

    create_prospect(session, now=MONDAY, company="Durand SA")
    assert all_pairs(session, go_on) is not None
    assert shares == sorted(shares) and shares
    assert all_pairs(session, lambda _share: False) is None


def test_whatever_is_typed_is_data(session: Session, book: dict[str, uuid.UUID]) -> None:
    for text in HOSTILE:
        similar_to_draft(session, Draft(text[:300], text[:300], text[:300], f"{text[:40]}@{text[:40]}", text[:300]))
