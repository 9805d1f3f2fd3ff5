"""One act gives a next step to each who lacked one, on days that are worked."""

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.followups import FollowUp
from desktop.models.matrix import Heat
from desktop.models.working_days import is_working_day
from desktop.services.plan_all import plan_all
from tests.services.test_today import prospect


def test_everybody_gets_one(session: Session, clock: FixedClock) -> None:
    keys = [
        prospect(session, clock, "hot", "33333", Heat.HOT),
        prospect(session, clock, "open", "2????", Heat.WARM),
        prospect(session, clock, "no heat", "33333"),
        prospect(session, clock, "never called"),
    ]
    session.flush()
    assert plan_all(session, now=clock.now(), zone=clock.zone) == 4
    planned = session.query(FollowUp).all()
    assert {each.prospect_id for each in planned} == set(keys)
    assert all(is_working_day(each.due_local.date()) for each in planned)
    with pytest.raises(UserError):
        plan_all(session, now=clock.now(), zone=clock.zone)
