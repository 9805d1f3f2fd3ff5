"""The next thing promised, in the words of the bottom line."""

from datetime import datetime

from desktop.i18n import current
from desktop.models.followups import FollowUp
from desktop.models.prospects import Prospect


def reminder_words(follow_up: FollowUp, prospect: Prospect, now: datetime) -> str:
    """``10:30 · Ateliers Brévent`` today, ``ven. 27 nov. 10:30 · …`` later."""
    language = current()
    when = language.time(follow_up.due_local)
    if follow_up.due_local.date() != now.date():
        when = f"{language.date(follow_up.due_local.date(), 'weekday')} {when}"
    return f"{when} · {prospect.name}"
