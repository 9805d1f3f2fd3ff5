"""The short words of the Today page: a day, a total, what a cell calls for, why a follow-up stands where it does."""

import re
from datetime import date
from decimal import Decimal

from desktop.i18n import _, current, ngettext, pgettext
from desktop.models.followup_kinds import Channel
from desktop.models.grids import Band
from desktop.models.matrix import Cell, Heat
from desktop.services.followup_rows import SPOKEN, Task
from desktop.ui.widgets.task_words import rings_again

_SPACES = re.compile(r"[ \t\r\n]+")
"""Those that may be merged: a no-break space keeps a quotation mark with its word."""
NEAR = 13
"""Days, either way, within which the name and the number of a day say which one it is."""


def capitalised(words: str) -> str:
    """``Lundi 23 novembre``: a date at the head of a line."""
    return words[:1].upper() + words[1:]


def when(task: Task, today: date) -> str:
    """The hour for today, ``Ven. 20`` for a day near enough to be known by its name, otherwise ``2 nov.``."""
    day = task.at.date()
    if day == today:
        return current().time(task.at)
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
    """What it is about, on one line of text, however it was typed; first when it rings again, if it was put off."""
    about = _SPACES.sub(" ", task.subject).strip() or _("No subject noted")
    return f"{again} · {about}" if (again := rings_again(task)) else about


def recommended(task: Task) -> str:
    """The recommended action in a few words, or what keeps one from being recommended."""
    if task.cell is not None:
        return short_action(task.cell)
    return _("Grid to complete") if task.heat else _("Heat to choose")


def short_action(cell: Cell) -> str:
    """What a cell of the matrix calls for: the rep's own words, or two or three of ours."""
    if cell.action:
        return cell.action
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
    }[cell.band, cell.heat]


def reason(task: Task, today: date) -> str:
    """Why it stands where it does, in the order of the rank: ``Focus, proposition · en retard de 3 j · 32 000 €``."""
    parts = (recommended(task), _due(task, today), current().money(task.amount, cents=False) if task.amount else "")
    return " · ".join(part for part in parts if part)


def _due(task: Task, today: date) -> str:
    if task.late_days:
        return ngettext("{count} day late", "{count} days late", task.late_days).format(count=task.late_days)
    if task.at.date() == today:
        return _("due today at {hour}").format(hour=current().time(task.at))
    return _("due on {date}").format(date=current().date(task.at.date(), "weekday"))


def main_act(task: Task) -> tuple[str, str, str]:
    """The act that the row's button does (``proposal``, ``call`` or ``draft``), its words, and shorter ones."""
    if task.cell is not None and task.cell.proposal == "full":
        return "proposal", _("Open the proposal"), _("Proposal")
    if task.channel in SPOKEN:
        return "call", _("Call") if task.strip.keys else _("Start the call"), _("Call")
    if task.channel is Channel.EMAIL:
        return "draft", _("Prepare the e-mail"), _("E-mail")
    return "draft", _("Prepare the message"), _("Message")


def short_amount(amount: Decimal) -> str:
    """``86 k€``, ``1,2 M€``, and whole euros under ten thousand."""
    for size, pattern in ((1_000_000, _("€{number}M")), (10_000, _("€{number}k"))):
        if amount >= size:
            unit = Decimal(1_000_000 if size == 1_000_000 else 1_000)
            places = Decimal("0.1") if size == 1_000_000 else Decimal(1)
            return pattern.format(number=current().number((amount / unit).quantize(places)))
    return current().money(amount, cents=False)


def call_at(task: Task) -> str:
    """``14:00 Leïla Benali``."""
    return f"{current().time(task.at)} {task.who}"
