"""Rows in words: each kind says what happened, and a late step says that it is late."""

from datetime import date, datetime, timedelta

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.services import status_moves
from desktop.services.timeline_facts import FollowedUp, page
from desktop.ui.prospects.timeline_words import heading, said
from tests.conftest import MONDAY, PARIS
from tests.services.timeline_case import lived


@pytest.fixture
def rows(session: Session, clock: FixedClock):
    key = lived(session, clock)
    return page(session, key).rows


def test_each_kind_says_what_happened(rows, clock: FixedClock) -> None:
    words = [said(row, PARIS, clock.now()) for row in rows]
    assert [each.title for each in words] == [
        "Next step · Phone",
        "Merged with Roux & Fils",
        "P-2026-0001 sent",
        "P-2026-0001 composed",
        "Received · Paul Roux",
        "Note",
        "Follow-up replaced · Phone",
        "Followed up · Phone · Voice mail",
        "Lead → Qualified prospect",
        "Estimated budget: not asked → unknown",
        "Stated need: not asked → 3",
        "Call · Paul Roux",
    ]
    assert (words[0].ahead, words[1].ahead) == (True, False)
    assert words[7].detail == "Clarification · <b>budget</b> · full box"
    assert words[8].detail == "budget seen · suggested: prospect"
    assert words[11].detail == "3 to 15 out of 15 · 3 verbatims"


def test_a_step_that_is_late_says_so(rows, clock: FixedClock) -> None:
    (ahead,) = [row for row in rows if isinstance(row.facts, FollowedUp)][:1]
    late = said(ahead, PARIS, clock.now() + timedelta(days=9))
    assert (late.title, late.token) == ("Next step, late · Phone", "danger")


@pytest.mark.parametrize(
    ("day", "ahead", "wanted"),
    [
        (date(2026, 11, 23), False, "Today"),
        (date(2026, 11, 20), False, "Friday 20 November"),
        (date(2025, 11, 20), False, "Thursday 20 November 2025"),
        (date(2026, 11, 26), True, "To come · Thursday 26 November"),
    ],
)
def test_days_are_named_in_full_and_years_where_they_differ(day: date, ahead: bool, wanted: str) -> None:
    assert heading(day, datetime.date(MONDAY), ahead=ahead) == wanted


def test_a_loss_says_its_kind(session: Session, clock: FixedClock) -> None:
    key = lived(session, clock)
    loss = status_moves.LossKind.PRICE
    status_moves.set_status(session, key, status_moves.Status.LOST, now=clock.now(), reason="too dear", loss=loss)
    (row,) = [row for row in page(session, key).rows if said(row, PARIS, clock.now()).title.endswith("Lost")]
    assert said(row, PARIS, clock.now()).detail == "Price · too dear"
