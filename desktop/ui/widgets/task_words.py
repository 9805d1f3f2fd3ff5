"""What every list says of a follow-up that was put off."""

from datetime import timedelta

from desktop.i18n import _, current
from desktop.services.followup_rows import Task


def rings_again(task: Task) -> str:
    """``rappel à 11:30``, with its day when that is not today; nothing when it was not put off."""
    if task.snoozed_until is None:
        return ""
    moment = current().time(task.snoozed_until)
    # The day of a late one, and as many days as it is late, is today; one that is not late is put off to its own day.
    if task.snoozed_until.date() != task.at.date() + timedelta(days=task.late_days):
        moment = f"{current().date(task.snoozed_until.date(), 'weekday')} {moment}"
    return _("reminder at {moment}").format(moment=moment)
