"""The compass of a real call: the mock-up's Claire, three minutes before the end."""

import uuid

import pytest
from sqlalchemy.orm import Session

from desktop.clock import FixedClock
from desktop.i18n import Language
from desktop.models.calls import QuestionState
from desktop.models.elastic import Moment
from desktop.models.matrix import Heat
from desktop.models.next_question import reason
from desktop.models.scripts import Script
from desktop.services import calls, grids, prospects, route, templates
from desktop.services.grids import GridSheet

FRENCH = Language("fr")
GRID = templates.grid("five-criteria", "fr")
SCRIPT = templates.with_fit_test(templates.script("b2b", "fr"), GRID)
ASKED = dict.fromkeys(("opening", "objective", "obstacle", "consequence", "urgency", "tools"), QuestionState.ASKED)


@pytest.fixture
def claire(session: Session, clock: FixedClock) -> uuid.UUID:
    key = prospects.create_prospect(session, now=clock.now(), company="Ateliers Brévent", person="Claire Fontaine")
    prospects.set_heat(session, key, Heat.HOT, now=clock.now())
    return calls.start_call(session, key, SCRIPT, GRID, now=clock.now(), planned_minutes=10)


def scored(session: Session, clock: FixedClock, call_id: uuid.UUID, **levels: int) -> GridSheet:
    for criterion, level in levels.items():
        calls.set_score(session, call_id, criterion, level, at=clock.now())  # type: ignore[arg-type]
    session.flush()
    return grids.call_sheet(session, call_id)


def test_the_mock_up_three_minutes_before_the_end(session: Session, clock: FixedClock, claire: uuid.UUID) -> None:
    sheet = scored(session, clock, claire, need=3, budget=2, timing=3, fit=2)
    script = calls.outline(session, claire).script
    found = route.compass(script, sheet, ASKED, Moment("people", 198))
    assert found.advice.question and found.advice.question.text == "Qui prendra la décision finale\u202f?"
    assert reason(found.advice, found.heat, FRENCH) == "la seule réponse qui peut changer l’action"
    assert [tick.done for tick in found.ticks] == [True, True, False]
    assert found.plan.kept == ("fit-decision", "next-step")


def test_with_more_time_the_question_of_the_script_is_asked(
    session: Session, clock: FixedClock, claire: uuid.UUID
) -> None:
    sheet = scored(session, clock, claire, need=3, budget=2, timing=3, fit=2)
    found = route.compass(SCRIPT, sheet, ASKED, Moment("people", 600))
    assert found.advice.question and found.advice.question.key == "decision"
    assert not found.plan.dropped


def test_when_there_is_time_for_nothing_else_the_next_step(
    session: Session, clock: FixedClock, claire: uuid.UUID
) -> None:
    found = route.compass(SCRIPT, scored(session, clock, claire), ASKED, Moment("people", 40))
    assert (found.advice.question, found.advice.ending) == (SCRIPT.question("next-step"), "time")


def test_a_level_carried_from_an_earlier_call_is_known(session: Session, clock: FixedClock, claire: uuid.UUID) -> None:
    scored(session, clock, claire, authority=3)
    prospect = calls.outline(session, claire).prospect.id
    again = calls.start_call(session, prospect, SCRIPT, GRID, now=clock.now())
    found = route.compass(SCRIPT, grids.call_sheet(session, again), {}, Moment("opening", 1800))
    assert "authority" not in [stake.criterion.key for stake in found.stakes]


def test_a_call_without_a_fit_test_has_no_ticks(session: Session, clock: FixedClock, claire: uuid.UUID) -> None:
    script: Script = templates.script("b2b", "fr")
    found = route.compass(script, scored(session, clock, claire), {}, Moment("opening", 60))
    assert (found.ticks, found.plan.express) == ((), False)
