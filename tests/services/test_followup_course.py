"""Any sequence of acts keeps one next step, on a day that is worked, and each is taken back to the last row."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.database import Store
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from tests.services.followup_course import COURSES, Course


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(COURSES, st.sampled_from(Band), st.sampled_from(Heat))
def test_any_course_keeps_one_next_step_and_no_day_off(
    store: Store, acts: list[tuple[str, Any]], band: Band, heat: Heat
) -> None:
    with store.writing() as (session, _touched):
        Course(session, band, heat).run(acts)
        session.rollback()
