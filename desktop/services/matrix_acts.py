"""The action of a place of the matrix applied to one prospect or to all: a next step each, or the cadence of the cell.

Spread over the days worked, for forty calls on one morning are forty calls that nobody makes. One that has a next step
keeps it, unless the rep says otherwise. Said before it is done (``outlook``), done in one transaction (``apply``).
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import Language, _, current
from desktop.models.cadences import Cadence
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.matrix import Cell, Heat, action, objective
from desktop.models.prospects import Prospect
from desktop.models.working_days import Calendar
from desktop.services import absences, cadence_runs, cadences, followups, matrix_cells, row_changes
from desktop.services.followups import USUAL_HOUR, NextStep
from desktop.services.matrix_board import Beside, Place, standing_in
from desktop.services.matrix_board import ids_of as ids_of_place
from desktop.services.row_changes import Changes
from desktop.services.strips import Strip, strips

MOST = 200
"""Prospects that one act reaches: more would fill the months to come with promises nobody keeps."""
A_DAY = {Channel.PHONE: 8, Channel.VIDEO: 4, Channel.MEETING: 4, Channel.OTHER: 8}
_WRITTEN_A_DAY = 15
_APART, _DAY_MINUTES = 30, 9 * 60
_PATIENCE = 10
_BESIDE_DELAY = 2
"""Working days before a call about what no cell can say, as after a call that chose no heat."""


@dataclass(frozen=True)
class Calling:
    """What a place calls for: the next step it plans, and the cadence that it suggests, if there is one."""

    place: Place
    channel: Channel
    delay_days: int
    objective: Objective
    cell: Cell | None
    """``None`` beside the matrix."""
    cadence: Cadence | None

    def a_day(self, by_cadence: bool = False) -> int:
        """How many of them a day has room for."""
        channel = self.cadence.steps[0].channels[0] if by_cadence and self.cadence else self.channel
        return A_DAY.get(channel, _WRITTEN_A_DAY)

    def first_day(self, calendar: Calendar, today: date, by_cadence: bool = False) -> date:
        """When the first of them falls."""
        if not by_cadence or self.cadence is None:
            return calendar.after(today, self.delay_days)
        hot = self.cell is not None and self.cell.heat is Heat.HOT
        return calendar.first(today + timedelta(days=max(1, self.cadence.steps[0].delay(hot))))


@dataclass(frozen=True)
class Terms:
    """How the rep wants it applied. ``replace``: those that have a next step get this one instead."""

    by_cadence: bool = False
    replace: bool = False


@dataclass(frozen=True)
class Outlook:
    """What applying would do. ``first`` and ``last`` are the days of the first and of the last step."""

    count: int
    kept: int
    """They have a next step, and keep it."""
    beyond: int
    """More than one act reaches: they come at the next one."""
    first: date | None
    last: date | None
    a_day: int


@dataclass(frozen=True)
class Applied:
    """What was done, and what undo needs."""

    count: int
    kept: int
    first: date | None
    last: date | None
    changes: Changes


def callings(session: Session, language: Language | None = None) -> dict[Place, Calling]:
    """What every place calls for, as the rep decided."""
    code = (language or current()).code
    cells = matrix_cells.cells(session)
    known = {key: cadences.find(session, key, code) for key in {cell.cadence for cell in cells.values()} if key}
    found: dict[Place, Calling] = {
        place: Calling(place, Channel.PHONE, _BESIDE_DELAY, Objective.PRECISION, None, None) for place in Beside
    }
    for place, cell in cells.items():
        cadence = known.get(cell.cadence)
        # One that is counted back from the end of a proposal is started from that proposal.
        fit = cadence if cadence is not None and not cadence.needs_proposal else None
        found[place] = Calling(place, cell.channel, cell.delay_days, objective(cell), cell, fit)
    return found


def outlook(
    session: Session, asked: Calling, prospects: int, unplanned: int, terms: Terms, *, now: datetime
) -> Outlook:
    """What applying to ``prospects``, of which ``unplanned`` have no next step, would do. Reads none of them."""
    wanted = prospects if terms.replace else unplanned
    count = min(wanted, MOST)
    days = _days(session, asked, terms, now)
    moments = [next(days) for _unused in range(count)]
    return Outlook(
        count=count,
        kept=0 if terms.replace else prospects - unplanned,
        beyond=wanted - count,
        first=moments[0].date() if moments else None,
        last=moments[-1].date() if moments else None,
        a_day=asked.a_day(terms.by_cadence),
    )


def apply_to_all(session: Session, asked: Calling, terms: Terms, *, now: datetime, zone: ZoneInfo) -> Applied:
    """To those of the place that lack a next step, or to all of them; the ``MOST`` that may bring the most."""
    among = select(Prospect.id).where(standing_in(asked.place))
    planned = session.scalar(
        select(func.count()).select_from(among.where(Prospect.next_due_at.is_not(None)).subquery())
    )
    ids = ids_of_place(session, asked.place, limit=MOST, unplanned=not terms.replace)
    return _apply(session, asked, ids, 0 if terms.replace else planned or 0, terms, now, zone)


def apply_to_one(
    session: Session, asked: Calling, prospect_id: uuid.UUID, terms: Terms, *, now: datetime, zone: ZoneInfo
) -> Applied:
    """To one prospect. ``UserError`` when it has a next step that is to be kept."""
    if not terms.replace and followups.next_of(session, prospect_id) is not None:
        raise UserError(_("This prospect has a next step already. Tick “Replace” to plan another one instead."))
    return _apply(session, asked, [prospect_id], 0, terms, now, zone)


def subject(asked: Calling, strip: Strip, language: Language | None = None) -> str:
    """What the step is about: the first thing missing, else the action of the cell in words."""
    _ = (language or current()).gettext
    standing, grid = strip.standing, strip.grid
    if standing is None or grid is None:
        return _("First discovery call")
    if standing.gaps:
        return _("Gap no. 1: {criterion}").format(criterion=grid.criterion(standing.gaps[0]).name)
    return action(asked.cell, language) if asked.cell else _("Choose a heat with them")


def _apply(
    session: Session,
    asked: Calling,
    ids: Sequence[uuid.UUID],
    kept: int,
    terms: Terms,
    now: datetime,
    zone: ZoneInfo,
) -> Applied:
    moments = list(zip(ids, _days(session, asked, terms, now), strict=False))
    with row_changes.recording(session) as recorded:
        if terms.by_cadence and asked.cadence is not None:
            for prospect_id, at in moments:
                _start(session, prospect_id, asked.cadence, at, now, zone)
        else:
            known = strips(session, ids)
            steps = [
                (key, NextStep(at, zone.key, asked.channel, asked.objective, subject(asked, known.get(key, Strip()))))
                for key, at in moments
            ]
            followups.plan_all(session, steps, now=now)
    days = [at.date() for _key, at in moments]
    return Applied(len(days), kept, min(days, default=None), max(days, default=None), recorded.changes)


def _start(
    session: Session, prospect_id: uuid.UUID, cadence: Cadence, at: datetime, now: datetime, zone: ZoneInfo
) -> None:
    """Begin the cadence, its first step on the day that has room: the following ones are counted from there."""
    cadence_runs.start(session, prospect_id, cadence, now=now, zone=zone, origin=_("Matrix"))
    first = followups.next_of(session, prospect_id)
    if first is not None and first.due_local.date() < at.date():
        followups.shift(first, at)


def _days(session: Session, asked: Calling, terms: Terms, now: datetime) -> Iterator[datetime]:
    """Wall clocks, from the first day of the step on: so many a day, what is due that day already included.

    A rep whose days are all full is not sent months away: past ``_PATIENCE`` of them, days are taken as they come.
    """
    calendar, a_day = absences.calendar(session), asked.a_day(terms.by_cadence)
    day, apart = asked.first_day(calendar, now.date(), terms.by_cadence), min(_APART, _DAY_MINUTES // a_day)
    full = 0
    while True:
        due = _due_on(session, day, now.tzinfo, a_day) if full < _PATIENCE else 0
        full += due >= a_day
        for place in range(due, a_day):
            yield datetime.combine(day, USUAL_HOUR) + timedelta(minutes=apart * place)
        day = calendar.after(day, 1)


def _due_on(session: Session, day: date, zone: tzinfo | None, most: int) -> int:
    """How many follow-ups are open for a day, ``most`` at most: enough to know that it is full."""
    start = datetime.combine(day, time(0), zone)
    within = {"start": start, "end": start + timedelta(days=1), "most": most}
    return session.scalar(_DUE_ON, within) or 0


_DUE_ON = select(func.count()).select_from(
    select(FollowUp.due_at)
    .where(
        FollowUp.state == FollowUpState.OPEN, FollowUp.due_at >= bindparam("start"), FollowUp.due_at < bindparam("end")
    )
    .limit(bindparam("most"))
    .subquery()
)
