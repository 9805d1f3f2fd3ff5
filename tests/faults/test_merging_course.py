"""The long form of the property: merging then separating restores every row, over many files."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.database import Store
from desktop.services import merging
from tests.conftest import MONDAY
from tests.services.merge_case import Filler, everything_in

pytestmark = pytest.mark.faults


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 1_000_000), chained=st.booleans())
def test_merges_are_taken_apart_in_their_order(store: Store, seed: int, chained: bool) -> None:
    with store.writing() as (session, _touched):
        filler = Filler(session, seed)
        first, second, third = (filler.prospect(f"Durand {place}", "Zoé Martin") for place in range(3))
        before = everything_in(session)
        one = merging.merge(session, first, second, now=MONDAY)
        between = everything_in(session)
        other = merging.merge(session, *((third, first) if chained else (first, third)), now=MONDAY)
        session.expire_all()
        assert merging.separate(session, other, now=MONDAY) == 0
        assert everything_in(session) == between
        session.expire_all()
        assert merging.separate(session, one, now=MONDAY) == 0
        assert everything_in(session) == before
