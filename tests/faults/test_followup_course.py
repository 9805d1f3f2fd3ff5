"""The same courses of acts as in the services, by the hundred and longer."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.database import Store
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from tests.services.followup_course import ACTS, Course

pytestmark = pytest.mark.faults


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, min_size=20, max_size=60), st.sampled_from(Band), st.sampled_from(Heat))
def test_long_courses_keep_one_next_step_and_no_day_off(
    store: Store, acts: list[tuple[str, Any]], band: Band, heat: Heat
) -> None:
    with store.writing() as (session, _touched):
        Course(session, band, heat).run(acts)
        session.rollback()
