"""Qualification crossed with heat: nine cells, each with what to do next.

Heat says "ready to act", qualification says "has potential"; they are never mixed, only crossed. Three cells are the
article's, the six others ours (domain §4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from desktop.i18n import Language, current
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.grids import Band, Grid, Standing

ProposalKind = Literal["full", "preproposal", "none"]


class Heat(StrEnum):
    """How ready to act; chosen by the rep, never by the program."""

    COLD = "cold"
    WARM = "warm"
    HOT = "hot"


@dataclass(frozen=True)
class Cell:
    """What a band and a heat call for.

    ``channel`` and ``delay_days`` fill in the next follow-up, ``proposal`` is the furthest document it allows,
    ``cadence`` the key of the series of follow-ups it suggests ("" for none). ``action`` is what the rep wrote instead
    of the words of the program, which stand when it is empty.
    """

    band: Band
    heat: Heat
    channel: Channel
    delay_days: int
    proposal: ProposalKind
    cadence: str
    action: str = ""


Cells = Mapping[tuple[Band, Heat], Cell]
"""The nine of them."""

SHIPPED: Cells = {
    (each.band, each.heat): each
    for each in (
        Cell(Band.GOOD, Heat.HOT, Channel.PHONE, 2, "full", "after-proposal"),
        Cell(Band.GOOD, Heat.WARM, Channel.VIDEO, 7, "preproposal", "nurturing-30-days"),
        Cell(Band.GOOD, Heat.COLD, Channel.EMAIL, 30, "none", "nurturing-30-days"),
        Cell(Band.MEDIUM, Heat.HOT, Channel.PHONE, 2, "preproposal", ""),
        Cell(Band.MEDIUM, Heat.WARM, Channel.EMAIL, 7, "none", "nurturing-30-days"),
        Cell(Band.MEDIUM, Heat.COLD, Channel.EMAIL, 60, "none", "nurturing-30-days"),
        Cell(Band.LOW, Heat.HOT, Channel.PHONE, 7, "none", ""),
        Cell(Band.LOW, Heat.WARM, Channel.EMAIL, 30, "none", ""),
        Cell(Band.LOW, Heat.COLD, Channel.EMAIL, 180, "none", ""),
    )
}


def cell(band: Band, heat: Heat) -> Cell:
    """A cell as the program brings it; what the rep made of it is in ``services.matrix_cells``.

    Callers pass the low band (``Standing.band``), so that the compass does not flatter.
    """
    return SHIPPED[band, heat]


def objective(cell: Cell) -> Objective:
    """Obtain an agreement from who is ready, learn what is missing from the middle, help the others picture it."""
    if cell.band is Band.MEDIUM:
        return Objective.PRECISION
    if (cell.band, cell.heat) == (Band.GOOD, Heat.HOT):
        return Objective.VALIDATION
    return Objective.PROJECTION


def heat_label(heat: Heat, language: Language | None = None) -> str:
    """``Froid``, ``Tiède``, ``Chaud``."""
    pgettext = (language or current()).pgettext
    labels = {
        Heat.COLD: pgettext("heat", "Cold"),
        Heat.WARM: pgettext("heat", "Warm"),
        Heat.HOT: pgettext("heat", "Hot"),
    }
    return labels[heat]


def action(cell: Cell, language: Language | None = None) -> str:
    """The recommended action: what the rep wrote, else the words of the table of domain §4."""
    if cell.action:
        return cell.action
    _ = (language or current()).gettext
    actions = {
        (Band.GOOD, Heat.HOT): _("Immediate focus, proposal"),
        (Band.GOOD, Heat.WARM): _("Reassure and help them picture it: customer case, demo, firm date"),
        (Band.GOOD, Heat.COLD): _("Active watch: useful content, dated wake-up"),
        (Band.MEDIUM, Heat.HOT): _("Close gap no. 1 before any price; pre-proposal"),
        (Band.MEDIUM, Heat.WARM): _("Nurturing, active follow-up"),
        (Band.MEDIUM, Heat.COLD): _("Light nurturing, dated wake-up"),
        (Band.LOW, Heat.HOT): _("Fit test, reframe; no proposal"),
        (Band.LOW, Heat.WARM): _("Limit the time spent; content only"),
        (Band.LOW, Heat.COLD): _("Set aside or keep on watch"),
    }
    return actions[cell.band, cell.heat]


def advice(cell: Cell, standing: Standing, grid: Grid, language: Language | None = None) -> str:
    """One sentence for the foot of the live grid: what to do now, and the criterion that stands in the way.

    The first thing missing is named, since "medium" alone tells a rep on the phone nothing to ask.
    """
    _ = (language or current()).gettext
    if standing.knocked_out:
        names = ", ".join(grid.criterion(key).name for key in standing.knocked_out)
        return _("Knocked out on: {criteria}. No proposal.").format(criteria=names)
    gap = grid.criterion(standing.gaps[0]).name if standing.gaps else ""
    if standing.to_complete:
        return _("Too early to decide: ask next about “{criterion}”.").format(criterion=gap)
    if gap and not cell.action and (cell.band, cell.heat) == (Band.MEDIUM, Heat.HOT):
        return _("Close gap no. 1 ({criterion}) before any price.").format(criterion=gap)
    sentence = _next_move(cell, language)
    if not gap:
        return sentence
    return _("{advice} First gap: {criterion}.").format(advice=sentence, criterion=gap)


def _next_move(cell: Cell, language: Language | None) -> str:
    if cell.action:
        return cell.action if cell.action.endswith((".", "!", "?", "…")) else f"{cell.action}."
    _ = (language or current()).gettext
    moves = {
        (Band.GOOD, Heat.HOT): _("Immediate focus: send a proposal within 48 hours."),
        (Band.GOOD, Heat.WARM): _("Reassure with a customer case or a demo, and fix a firm date."),
        (Band.GOOD, Heat.COLD): _("Keep an active watch: useful content, and a date to wake it up."),
        (Band.MEDIUM, Heat.HOT): _("A pre-proposal first: it is too early for a price."),
        (Band.MEDIUM, Heat.WARM): _("Nurture and follow up; no price for now."),
        (Band.MEDIUM, Heat.COLD): _("Light nurturing, and a date to wake it up."),
        (Band.LOW, Heat.HOT): _("Run the fit test again and reframe; no proposal."),
        (Band.LOW, Heat.WARM): _("Limit the time spent: content only."),
        (Band.LOW, Heat.COLD): _("Set aside, or keep on watch with a date."),
    }
    return moves[cell.band, cell.heat]
