"""A card moved with Alt and an arrow: a day or a week sooner or later, over the days that are not worked."""

from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from desktop.services import absences, followups
from desktop.services.followup_rows import Task
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.workspace import Workspace


def postpone_by(
    workspace: Workspace, acts: FollowUpActs, anchor: QWidget, task: Task, days: int, weeks: int
) -> date | None:
    """Move it at its hour, and give its new day; ``None`` when a reason is asked for first (from the third time on).

    Raises ``UserError`` when that would be in the past.
    """
    if followups.needs_a_reason(task.moves):
        acts.ask_move(anchor, task.follow_up_id, task.who)
        return None
    calendar, day = workspace.ask(absences.calendar), task.due_local.date()
    if days:
        day = calendar.after(day, days)
    else:
        wanted = day + timedelta(weeks=weeks)
        day = calendar.first(wanted) if weeks > 0 else calendar.last(wanted)
    acts.move(task.follow_up_id, datetime.combine(day, task.due_local.time()), task.who)
    return day
