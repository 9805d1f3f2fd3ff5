"""The impressions on the file, and what silence says."""

import uuid
from datetime import timedelta

import pytest

from desktop.database import Session
from desktop.models.heat_signs import Sign
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.services import calls, heat, prospects, templates
from tests.conftest import MONDAY


@pytest.fixture
def prospect_id(session: Session) -> uuid.UUID:
    return prospects.create_prospect(session, now=MONDAY, company="Brévent", person="Claire")


def test_an_impression_is_kept_changed_and_taken_back(session: Session, prospect_id: uuid.UUID) -> None:
    assert heat.set_sign(session, prospect_id, Sign.TRUST, 2, now=MONDAY) is None
    assert heat.set_sign(session, prospect_id, Sign.TRUST, 3, now=MONDAY) == 2
    heat.set_sign(session, prospect_id, Sign.INTEREST, 0, now=MONDAY)
    assert heat.feeling(session, prospect_id, MONDAY).signs == {Sign.TRUST: 3, Sign.INTEREST: 0}
    assert heat.set_sign(session, prospect_id, Sign.TRUST, None, now=MONDAY) == 3
    assert heat.feeling(session, prospect_id, MONDAY).signs == {Sign.INTEREST: 0}


def test_a_level_taken_back_and_given_again_leaves_the_file_as_it_was(session: Session, prospect_id: uuid.UUID) -> None:
    for sign in (Sign.TRUST, Sign.INTEREST):
        heat.set_sign(session, prospect_id, sign, 2, now=MONDAY)
    prospect = session.get_one(Prospect, prospect_id)
    before = list(prospect.heat_signs.items())
    for level in (None, 2):
        heat.set_sign(session, prospect_id, Sign.TRUST, level, now=MONDAY)
        heat.set_sign(session, prospect_id, Sign.INTEREST, level, now=MONDAY)
    assert list(prospect.heat_signs.items()) == before


@pytest.mark.parametrize("level", [-1, 4])
def test_a_level_that_does_not_exist_is_a_bug(session: Session, prospect_id: uuid.UUID, level: int) -> None:
    with pytest.raises(ValueError, match="not a level"):
        heat.set_sign(session, prospect_id, Sign.TRUST, level, now=MONDAY)


def test_the_last_words_count_as_news_and_notes_do_not(session: Session, prospect_id: uuid.UUID) -> None:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call = calls.start_call(session, prospect_id, script, grid, now=MONDAY)
    prospects.set_heat(session, prospect_id, Heat.HOT, now=MONDAY)
    calls.add_entry(session, call, "verbatim", "We want it.", at=MONDAY)
    later = MONDAY + timedelta(days=40)
    calls.add_entry(session, call, "note", "called, no answer", at=later)
    found = heat.feeling(session, prospect_id, later).suggestion
    assert found is not None and found.heat is Heat.WARM and "40 days" in found.reason
    calls.add_entry(session, call, "verbatim", "Still on.", at=later)
    assert heat.feeling(session, prospect_id, later).suggestion is None
