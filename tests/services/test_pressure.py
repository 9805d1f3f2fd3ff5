"""The gauge of a prospect, from what is in the file."""

from datetime import timedelta

from desktop.models.prospects import Prospect
from desktop.services import pressure
from tests.services.cadence_case import NOW, proposal, prospect
from tests.services.test_touches import done


def test_it_rises_with_what_was_tried_and_an_answer_takes_it_back(session):
    key = prospect(session)
    assert pressure.gauge(session, key, now=NOW).level == 0
    for days in (9, 6, 3, 1):
        done(session, key, days)
    gauge = pressure.gauge(session, key, now=NOW)
    assert (
        gauge.over and gauge.reason == "4 messages without an answer in 9 days" and "preproposal" in gauge.alternatives
    )
    session.get_one(Prospect, key).heard_at = NOW - timedelta(days=2)
    session.flush()
    assert not pressure.gauge(session, key, now=NOW).over


def test_a_proposal_that_is_with_them_is_not_proposed_again(session):
    key = prospect(session)
    for days in (9, 6, 3, 1):
        done(session, key, days)
    proposal(session, key)
    assert pressure.gauge(session, key, now=NOW).alternatives[1] == "backplan"
