"""The short words of the Follow-ups page: when, by what means and to what end, which step of which cadence."""

from datetime import date

from desktop.i18n import _, current, pgettext
from desktop.models.followup_kinds import channel_label, objective_label
from desktop.services.board import Line, Part, Paused, Unplanned
from desktop.services.followup_rows import Task
from desktop.ui.widgets.task_words import rings_again


def part_name(part: Part) -> str:
    """The heading of a part of the list."""
    return {
        Part.LATE: _("Late"),
        Part.TODAY: _("Today"),
        Part.WEEK: _("Next 7 days"),
        Part.LATER: _("Later"),
        Part.UNPLANNED: _("Without a next step"),
        Part.PAUSED: _("Cadences on hold"),
    }[part]


def flat(text: str) -> str:
    """On one line, however it was typed."""
    return " ".join(text.split())


def who(line: Line) -> str:
    """``Claire Fontaine · Ateliers Brévent``; the company first where nothing is due from a person."""
    if isinstance(line, Task):
        return " · ".join(part for part in (line.person, line.company) if part)
    return " · ".join(part for part in (line.name, line.person) if part)


def named(line: Line) -> str:
    """The name that an act is told with."""
    return line.who if isinstance(line, Task) else line.name


def when(line: Line, today: date) -> str:
    """The hour for today, ``ven. 20 nov. 09:00`` otherwise; how long for those without a date."""
    if isinstance(line, Task):
        hour = current().time(line.at)
        return hour if line.at.date() == today else f"{current().date(line.at.date(), 'weekday')} {hour}"
    if isinstance(line, Paused):
        return _("since {date}").format(date=current().date(line.since.date(), "short"))
    return ""


def about(line: Line) -> str:
    """What it is about, or why nothing is planned; first, when it rings again."""
    if isinstance(line, Task):
        return " · ".join(part for part in (rings_again(line), flat(line.subject)) if part)
    if isinstance(line, Paused):
        return flat(line.reason)
    date_ = current().date(line.updated_at.date(), "short")
    return _("nothing planned, last touched on {date}").format(date=date_)


def how(line: Line) -> str:
    """``Téléphone · validation``."""
    if not isinstance(line, Task):
        return ""
    return f"{channel_label(line.channel)} · {objective_label(line.objective).lower()}"


def cadence(line: Line) -> str:
    """``Après salon (2/4)``."""
    if isinstance(line, Unplanned) or not line.cadence:
        return ""
    return pgettext("cadence", "{name} ({step}/{steps})").format(name=line.cadence, step=line.step, steps=line.steps)


def brings(line: Line) -> str:
    """What it gives them."""
    return flat(line.brings) if isinstance(line, Task) else ""


def told(line: Line, today: date) -> str:
    """What a screen reader says of a line: everything that is drawn on it."""
    late = _("late") if isinstance(line, Task) and line.late else ""
    parts = (when(line, today), late, who(line), about(line), how(line), brings(line), cadence(line))
    return " · ".join(part for part in parts if part)
