"""A day or a week sooner or later never falls on a day off, nor on one of the past."""

from datetime import date, datetime

import pytest

from desktop.clock import FixedClock
from desktop.errors import UserError
from desktop.services.followup_rows import Task, tasks
from desktop.ui.followups.page import FollowUpsPage
from desktop.ui.followups.postponing import postpone_by
from desktop.ui.workspace import Workspace
from tests.services.test_today import prospect


@pytest.mark.parametrize(
    ("due", "days", "weeks", "day"),
    [
        ("2026-12-24T10:00", 1, 0, date(2026, 12, 28)),
        ("2026-12-28T10:00", -1, 0, date(2026, 12, 24)),
        ("2026-12-18T10:00", 0, 1, date(2026, 12, 28)),
        ("2027-01-08T10:00", 0, -1, date(2026, 12, 31)),
    ],
)
def test_over_days_off(
    page: FollowUpsPage, workspace: Workspace, clock: FixedClock, due: str, days: int, weeks: int, day: date
) -> None:
    key = workspace.do(prospect, clock, "moved", due=datetime.fromisoformat(due))

    def task() -> Task:
        return workspace.ask(tasks, [key], clock.now())[0]

    assert postpone_by(workspace, page.acts, page, task(), days, weeks) == day
    assert task().due_local == datetime.combine(day, datetime.fromisoformat(due).time())


def test_the_past_is_refused(page: FollowUpsPage, workspace: Workspace) -> None:
    late = page.list.line()
    assert isinstance(late, Task)
    with pytest.raises(UserError):
        postpone_by(workspace, page.acts, page, late, -1, 0)
