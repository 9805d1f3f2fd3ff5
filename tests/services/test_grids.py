import uuid
from datetime import timedelta

import pytest

from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.services import calls, grids, prospects, templates
from tests.conftest import MONDAY

GRID = templates.grid("five-criteria", "en")
SCRIPT = templates.script("b2b", "en")


@pytest.fixture
def prospect_id(session) -> uuid.UUID:
    return prospects.create_prospect(session, now=MONDAY, company="Ateliers Brévent", person="Claire Fontaine")


def _call(session, prospect_id, days: int = 0, grid=GRID) -> uuid.UUID:
    return calls.start_call(session, prospect_id, SCRIPT, grid, now=MONDAY + timedelta(days=days))


def _score(session, call_id, days: int = 0, **answers: object) -> None:
    for place, (criterion, answer) in enumerate(answers.items()):
        at = MONDAY + timedelta(days=days, minutes=place)
        calls.set_score(session, call_id, criterion, answer, at=at)


def test_unknown_is_not_zero(session, prospect_id) -> None:
    call_id = _call(session, prospect_id)
    _score(session, call_id, need=3, budget=2, authority="?", timing=3, fit=2)
    sheet = grids.call_sheet(session, call_id)
    assert (sheet.standing.low, sheet.standing.high, sheet.standing.maximum) == (10, 13, 15)
    assert sheet.row("authority").answer == "?"
    assert sheet.row("authority").level is None


def test_a_later_call_starts_from_what_is_known_and_says_since_when(session, prospect_id) -> None:
    _score(session, _call(session, prospect_id), need=1, budget=2)
    second = _call(session, prospect_id, days=7)
    _score(session, second, days=7, need=3)
    sheet = grids.call_sheet(session, second)
    assert (sheet.row("need").answer, sheet.row("need").level) == (3, 3)
    budget = sheet.row("budget")
    assert (budget.answer, budget.carried, budget.level) == ("", 2, 2)
    assert budget.carried_at == MONDAY + timedelta(minutes=1)
    assert sheet.answers == {"need": 3, "budget": 2, "authority": "", "timing": "", "fit": ""}


def test_asking_again_without_an_answer_loses_nothing(session, prospect_id) -> None:
    _score(session, _call(session, prospect_id), budget=2)
    second = _call(session, prospect_id, days=7)
    _score(session, second, days=7, budget="?")
    sheet = grids.call_sheet(session, second)
    assert sheet.row("budget").level == 2
    assert sheet.standing.known == 1
    assert grids.current_levels(session, [prospect_id]) == {prospect_id: {"budget": 2}}


def test_proofs_are_the_verbatims_not_taken_back(session, prospect_id) -> None:
    call_id = _call(session, prospect_id)
    kept = calls.add_entry(session, call_id, "verbatim", "15 k€", at=MONDAY, question="budget")
    gone = calls.add_entry(session, call_id, "verbatim", "or 20", at=MONDAY, question="budget")
    calls.add_entry(session, call_id, "note", "he hesitates", at=MONDAY, question="budget")
    assert grids.call_sheet(session, call_id).row("budget").proofs == 2
    calls.take_back(session, gone, at=MONDAY)
    assert grids.call_sheet(session, call_id).row("budget").proofs == 1
    calls.restore_entry(session, gone)
    assert grids.call_sheet(session, call_id).row("budget").proofs == 2
    assert kept != gone


def test_lists_read_the_same_standing_as_the_call(session, prospect_id) -> None:
    call_id = _call(session, prospect_id)
    _score(session, call_id, need=3, budget=2, authority="?", timing=3, fit=2)
    prospect = session.get_one(Prospect, prospect_id)
    assert (prospect.low, prospect.high, prospect.maximum) == (10, 13, 15)
    assert (prospect.band, prospect.band_high, prospect.to_complete) == (Band.MEDIUM, Band.GOOD, False)
    _score(session, call_id, need="")
    assert (prospect.low, prospect.high) == (7, 13)


def test_a_score_given_late_to_an_old_call_does_not_rule_the_new_one(session, prospect_id) -> None:
    first = _call(session, prospect_id)
    second = _call(session, prospect_id, days=7, grid=templates.grid("bant", "en"))
    _score(session, first, need=2)
    prospect = session.get_one(Prospect, prospect_id)
    assert prospect.maximum == 12
    assert grids.prospect_sheet(session, prospect_id).grid.key == "bant"
    assert grids.call_sheet(session, second).row("need").carried == 2


def test_without_heat_there_is_no_cell_and_with_it_the_low_band_decides(session, prospect_id) -> None:
    call_id = _call(session, prospect_id)
    _score(session, call_id, need=3, budget=2, authority="?", timing=3, fit=2)
    assert grids.call_sheet(session, call_id).cell is None
    prospects.set_heat(session, prospect_id, Heat.HOT, now=MONDAY)
    cell = grids.call_sheet(session, call_id).cell
    assert (cell.band, cell.heat, cell.proposal) == (Band.MEDIUM, Heat.HOT, "preproposal")


def test_before_the_first_call_there_is_no_grid(session, prospect_id) -> None:
    assert grids.prospect_sheet(session, prospect_id) is None
    grids.refresh_standing(session, prospect_id)
    assert session.get_one(Prospect, prospect_id).maximum is None
    with pytest.raises(KeyError):
        grids.call_sheet(session, _call(session, prospect_id)).row("nothing")
