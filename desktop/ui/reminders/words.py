"""What reminders say: how late, at what time of which place, how many."""

from datetime import datetime, timedelta

from desktop.i18n import _, current, ngettext, pgettext
from desktop.models.followup_kinds import channel_label, objective_label
from desktop.models.followups import FollowUp
from desktop.models.prospects import Prospect
from desktop.services.reminders import Reminder

_QUOTED = 240
"""Signs of their last words: enough to be recalled by, few enough for a corner of the window."""


def reminder_words(follow_up: FollowUp, prospect: Prospect, now: datetime) -> str:
    """``10:30 · Ateliers Brévent`` today, ``ven. 27 nov. 10:30 · …`` later: the next one, in the bottom line."""
    return f"{moment(follow_up.due_local, now)} · {prospect.name}"


def when(reminder: Reminder, now: datetime) -> str:
    """``10:00`` today, ``ven. 20 nov. 10:00`` otherwise; with the city where the promise is kept on another clock."""
    words = moment(reminder.due_local, now)
    here = reminder.due_at.astimezone(now.tzinfo).replace(tzinfo=None)
    # In one's own zone the two differ as well, for an hour that a change of clocks skips.
    if here == reminder.due_local or reminder.zone == getattr(now.tzinfo, "key", ""):
        return words
    city = reminder.zone.rpartition("/")[2].replace("_", " ")
    return _("{time} ({city})").format(time=words, city=city)


def late(reminder: Reminder) -> str:
    """``en retard de 20 min``, ``de 3 h``, ``de 2 jours``; "" within the minute."""
    minutes = reminder.late // timedelta(minutes=1)
    hours = minutes // 60
    if minutes < 1:
        return ""
    if hours < 1:
        return ngettext("{count} min late", "{count} min late", minutes).format(count=minutes)
    if reminder.late < timedelta(days=1):
        return ngettext("{count} h late", "{count} h late", hours).format(count=hours)
    count = reminder.late_days
    return ngettext("{count} day late", "{count} days late", count).format(count=count)


def title(count: int, *, missed: bool) -> str:
    """``Rappel``, ``3 rappels``, ``Pendant votre absence : 5 rappels``."""
    if missed:
        return ngettext(
            "While you were away: {count} reminder", "While you were away: {count} reminders", count
        ).format(count=count)
    if count == 1:
        return pgettext("it rings", "Reminder")
    return counted(count)


def counted(count: int) -> str:
    """``1 rappel``, ``3 rappels``: all that is ever said where others may read."""
    return ngettext("{count} reminder", "{count} reminders", count).format(count=count)


def one_line(reminder: Reminder, now: datetime) -> str:
    """``10:00 · Claire Fontaine · valider le budget``."""
    parts = (when(reminder, now), reminder.who, " ".join(reminder.subject.split()))
    return " · ".join(part for part in parts if part)


def aim(reminder: Reminder) -> str:
    """``Téléphone · Validation``."""
    return f"{channel_label(reminder.channel)} · {objective_label(reminder.objective)}"


def quoted(reminder: Reminder) -> str:
    """Their last words between quotation marks, cut where they are long; "" when nothing can be quoted."""
    said = reminder.said.strip()
    if not said:
        return ""
    cut = said if len(said) <= _QUOTED else f"{said[: _QUOTED - 1].rstrip()}…"
    return _("“{words}”").format(words=cut)


def moment(due_local: datetime, now: datetime) -> str:
    """``10:00`` today, ``ven. 20 nov. 10:00`` on another day."""
    language = current()
    if due_local.date() == now.date():
        return language.time(due_local)
    return f"{language.date(due_local.date(), 'weekday')} {language.time(due_local)}"
