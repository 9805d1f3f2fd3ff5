"""The short words of the Today page: a day, a total, what a cell calls for."""

import re
from datetime import date

from desktop.i18n import _, current, ngettext, pgettext
from desktop.models.followup_kinds import Channel
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services.today import Task

SPOKEN = (Channel.PHONE, Channel.VIDEO, Channel.MEETING)
_SPACES = re.compile(r"[ \t\r\n]+")
"""Those that may be merged: a no-break space keeps a quotation mark with its word."""
NEAR = 13
"""Days, either way, within which the name and the number of a day say which one it is."""


def capitalised(words: str) -> str:
    """``Lundi 23 novembre``: a date at the head of a line."""
    return words[:1].upper() + words[1:]


def when(task: Task, today: date) -> str:
    """The hour for today, ``Ven. 20`` for a day near enough to be known by its name, otherwise ``2 nov.``."""
    day = task.due_local.date()
    if day == today:
        return current().time(task.due_local)
    if abs(day - today).days > NEAR:
        return current().date(day, "short")
    return capitalised(f"{current().date(day, 'weekday').split()[0]} {day.day}")


def total(low: int | None, high: int | None) -> str:
    """``13``, ``9 à 12``, or nothing before the first score."""
    if low is None or high is None:
        return ""
    return str(low) if low == high else pgettext("total", "{low} to {high}").format(low=low, high=high)


def to_prove(task: Task) -> str:
    """How many levels lack the evidence they ask for, to be said aloud of hollow squares; nothing when none does."""
    count = len(task.strip.to_prove)
    return ngettext("{count} score to prove", "{count} scores to prove", count).format(count=count) if count else ""


def subject(task: Task) -> str:
    """What it is about, on one line of text, however it was typed."""
    return _SPACES.sub(" ", task.subject).strip() or _("No subject noted")


def recommended(task: Task) -> str:
    """The recommended action in a few words, or what keeps one from being recommended."""
    if task.cell is not None:
        return short_action(task.cell.band, task.cell.heat)
    return _("Grid to complete") if task.heat else _("Heat to choose")


def short_action(band: Band, heat: Heat) -> str:
    """What a cell of the matrix calls for, in two or three words."""
    return {
        (Band.GOOD, Heat.HOT): _("Focus, proposal"),
        (Band.GOOD, Heat.WARM): _("Reassure, project"),
        (Band.GOOD, Heat.COLD): _("Active watch"),
        (Band.MEDIUM, Heat.HOT): _("Close the gap"),
        (Band.MEDIUM, Heat.WARM): _("Active nurturing"),
        (Band.MEDIUM, Heat.COLD): _("Light nurturing"),
        (Band.LOW, Heat.HOT): _("Reframe"),
        (Band.LOW, Heat.WARM): _("Limit the time"),
        (Band.LOW, Heat.COLD): _("Set aside, watch"),
    }[band, heat]


def proposes(task: Task) -> bool:
    """The matrix says that it is time for a proposal."""
    return task.cell is not None and task.cell.proposal == "full"
