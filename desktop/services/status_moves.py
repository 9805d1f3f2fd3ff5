"""How a prospect comes in, goes on, leaves the path and comes back: the program suggests, the rep decides and says why.

Nothing is deleted: one set aside wakes up on a day, a loss is counted by its kind, and both come back in one act.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, literal_column, select, union_all
from sqlalchemy.orm import Session, selectinload

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Call, Verbatim
from desktop.models.exchanges import HEARD, Exchange
from desktop.models.grids import Grid
from desktop.models.needs import Need
from desktop.models.prospects import Prospect, StatusChange
from desktop.models.statuses import LossKind, Status, Suggestion, status_label, suggest_status
from desktop.services import cadence_runs, followups, grids, row_changes
from desktop.services.followup_rows import PRESENT
from desktop.services.natural_dates import understand
from desktop.services.row_changes import AT_ONCE, Changes
from desktop.services.strips import latest_grids, strips

EXITS = (Status.SHELVED, Status.LOST)
_SHOWN = 5


@dataclass(frozen=True)
class ToWake:
    """One set aside whose day has come: who, since which day, and why it was set aside."""

    prospect_id: uuid.UUID
    name: str
    wake_on: date
    reason: str


def set_status(
    session: Session,
    prospect_id: uuid.UUID,
    status: Status,
    *,
    now: datetime,
    reason: str = "",
    loss: LossKind | None = None,
    wake_on: date | None = None,
) -> Status:
    """Move a prospect to another status, and keep why. Returns the former one.

    Raises ``UserError`` where one line is missing: on leaving the path, and on going against what the facts say. A
    loss needs its kind as well. What was planned with one who leaves is dropped. ``wake_on`` is for one set aside.
    """
    before = session.get_one(Prospect, prospect_id).status
    move_all(session, [prospect_id], status, now=now, reason=reason, loss=loss, wake_on=wake_on)
    return before


def move_all(
    session: Session,
    prospect_ids: Sequence[uuid.UUID],
    status: Status,
    *,
    now: datetime,
    reason: str = "",
    loss: LossKind | None = None,
    wake_on: date | None = None,
) -> list[uuid.UUID]:
    """``set_status`` for many at once, for one reason. Returns those that were not there already."""
    reason = reason.strip()
    moved: list[uuid.UUID] = []
    for first in range(0, len(prospect_ids), AT_ONCE):
        among = Prospect.id.in_(prospect_ids[first : first + AT_ONCE])
        some = {each.id: each for each in session.scalars(select(Prospect).where(among)) if each.status is not status}
        if some:
            _check(status, now, reason, loss, wake_on)
        grids_of, allowed = _grids_and_allowed(session, list(some), status)
        for key, prospect in some.items():
            against = goes_against(prospect.status, status, allowed.get(key, status))
            if against and not reason:
                raise UserError(_("Say in one line why you decide otherwise: it is kept with what was suggested."))
            change = StatusChange(reason=reason, suggested=allowed[key] if against else None)
            change.loss = loss if status is Status.LOST else None
            _move(session, prospect, status, now, grids_of.get(key), change)
            if status is Status.SHELVED:
                prospect.wake_on = wake_on
        moved += some
    session.flush()
    if status in EXITS:
        followups.let_go(session, moved)
    if status in EXITS or status is Status.CLIENT:
        cadence_runs.close(session, moved, status_label(status).lower(), now=now)
    return moved


def recorded(session: Session, /, prospect_id: uuid.UUID, status: Status, *, now: datetime, **why: Any) -> Changes:
    """``set_status``, and what it changed: ``followups.undo`` takes it back, ``followups.redo`` does it again."""
    return row_changes.recorded(session, set_status, prospect_id, status, now=now, **why)[1]


def goes_against(before: Status, status: Status, allowed: Status) -> bool:
    """Whether a move asks for a line of its own. A purchase is a fact that no grid knows; to unsay one is not."""
    if status in EXITS or status is Status.CLIENT:
        return False
    return before is Status.CLIENT or status is not allowed


def wake_up(session: Session, prospect_id: uuid.UUID, *, now: datetime) -> Status:
    """Bring one that left the path back to where it was, in one act. Returns the status that it takes."""
    prospect = session.get_one(Prospect, prospect_id)
    if prospect.status not in EXITS:
        return prospect.status
    left = session.scalars(
        _moves(prospect_id).where(StatusChange.after.in_(EXITS), StatusChange.before.not_in(EXITS)).limit(1)
    ).first()
    sheet = grids.prospect_sheet(session, prospect_id)
    back = left.before if left else _facts(session, prospect, sheet).status
    reason = _("Brought back from “{status}”.").format(status=status_label(prospect.status).lower())
    _move(session, prospect, back, now, sheet.grid if sheet else None, StatusChange(reason=reason))
    session.flush()
    return back


def set_wake_day(session: Session, prospect_id: uuid.UUID, day: date | None, *, now: datetime) -> None:
    """When one set aside is worth a look again; ``None``: never."""
    prospect = session.get_one(Prospect, prospect_id)
    if day is not None and prospect.status is not Status.SHELVED:
        raise UserError(_("Only a prospect that is set aside wakes up on a day."))
    prospect.wake_on, prospect.updated_at = day, now


def wake_day(text: str, now: datetime, language: str) -> date | None:
    """The day that a rep typed, "dans 3 mois", "mars"; nothing typed is no day. Raises ``UserError`` otherwise."""
    said = text.strip()
    if not said:
        return None
    # A month alone is read as "in March": nothing else is typed here.
    found = understand(said, now, language) or understand(f"en {said}", now, language)
    if found is None or found.rest:
        raise UserError(_("Write a date, such as “in 3 months”, “March” or 15/03."))
    day = found.due_local.date()
    if day <= now.date():
        raise UserError(_("This date is already past. Choose a later one."))
    return day


def to_wake(session: Session, now: datetime, *, limit: int = _SHOWN) -> tuple[ToWake, ...]:
    """Those set aside whose day has come, the longest due first."""
    query = select(Prospect).where(*_due(now)).order_by(Prospect.wake_on, Prospect.id).limit(limit)
    found = session.scalars(query.options(selectinload(Prospect.contacts))).all()
    reasons = _reasons(session, [each.id for each in found])
    return tuple(
        ToWake(each.id, each.name, each.wake_on, reasons.get(each.id, "")) for each in found if each.wake_on is not None
    )


def count_to_wake(session: Session, now: datetime) -> int:
    """How many there are in all."""
    return session.scalar(select(func.count()).where(*_due(now))) or 0


def losses(session: Session) -> tuple[tuple[LossKind, int], ...]:
    """What prospects are lost for, the commonest first; one brought back since no longer counts."""
    query = (
        select(StatusChange.loss, func.count(StatusChange.prospect_id.distinct()))
        .join(Prospect, Prospect.id == StatusChange.prospect_id)
        .where(Prospect.status == Status.LOST, Prospect.deleted_at.is_(None))
        .where(StatusChange.after == Status.LOST, StatusChange.loss.is_not(None))
        .group_by(StatusChange.loss)
    )
    counted = [(kind, count) for kind, count in session.execute(query) if kind is not None]
    return tuple(sorted(counted, key=lambda each: (-each[1], list(LossKind).index(each[0]))))


def status_changes(session: Session, prospect_id: uuid.UUID) -> list[StatusChange]:
    """How the status moved, the latest first."""
    return list(session.scalars(_moves(prospect_id)))


def status_suggestion(session: Session, prospect_id: uuid.UUID) -> Suggestion:
    """The status that the rules of domain §2 suggest, and what is missing for the next one."""
    return suggestion_of(session, session.get_one(Prospect, prospect_id), grids.prospect_sheet(session, prospect_id))


def status_allowed(session: Session, prospect_id: uuid.UUID) -> Status:
    """What the facts say, also of one that left the path or bought."""
    sheet = grids.prospect_sheet(session, prospect_id)
    return _facts(session, session.get_one(Prospect, prospect_id), sheet).status


def suggestion_of(session: Session, prospect: Prospect, sheet: grids.GridSheet | None) -> Suggestion:
    """The same, for who has read the grid already."""
    if prospect.status in (*EXITS, Status.CLIENT):
        return Suggestion(prospect.status, None, ())
    return _facts(session, prospect, sheet)


def _check(status: Status, now: datetime, reason: str, loss: LossKind | None, wake_on: date | None) -> None:
    """Refuse to let go of anybody without the words that this asks for."""
    if status is Status.LOST and loss is None:
        raise UserError(_("Choose what it was lost for: losses are counted by it."))
    if status in EXITS and not reason:
        raise UserError(_("Say in a few words why: it is what you will learn from."))
    if status is Status.SHELVED and wake_on is not None and wake_on <= now.date():
        raise UserError(_("This date is already past. Choose a later one."))


def _grids_and_allowed(
    session: Session, keys: Sequence[uuid.UUID], status: Status
) -> tuple[dict[uuid.UUID, Grid], dict[uuid.UUID, Status]]:
    """The grids that they are scored on, and what the facts allow: nobody is asked for those on leaving or buying."""
    if status in EXITS or status is Status.CLIENT:
        return latest_grids(session, keys), {}
    known = {
        key: (strip.grid, strip.standing.knocked_out)
        for key, strip in strips(session, keys).items()
        if strip.grid is not None and strip.standing is not None
    }
    found = _all_facts(session, {key: known.get(key, (None, ())) for key in keys})
    return {key: grid for key, (grid, _out) in known.items()}, {key: each.status for key, each in found.items()}


def _facts(session: Session, prospect: Prospect, sheet: grids.GridSheet | None) -> Suggestion:
    """What the facts allow, wherever the prospect stands: one that comes back is judged like any other."""
    judged = (sheet.grid, sheet.standing.knocked_out) if sheet else (None, ())
    return _all_facts(session, {prospect.id: judged})[prospect.id]


def _all_facts(
    session: Session, judged: Mapping[uuid.UUID, tuple[Grid | None, Sequence[str]]]
) -> dict[uuid.UUID, Suggestion]:
    """The same of many, each with its grid and the criteria that knock it out."""
    counts = {key: [0, 0] for key in judged}
    for key, what, count in session.execute(_COUNTS, {"prospects": list(judged)}):
        counts[key][what] += count
    levels = grids.current_levels(session, list(judged))
    return {
        key: suggest_status(
            Status.LEAD,
            levels[key],
            stated_needs=counts[key][_STATED],
            exchanges=counts[key][_SPOKEN],
            knocked_out=knocked_out,
            grid=grid,
        )
        for key, (grid, knocked_out) in judged.items()
    }


_STATED, _SPOKEN = 0, 1
_AMONG: BindParameter[Sequence[uuid.UUID]] = bindparam("prospects", expanding=True)


def _counted(model: Any, what: int, *conditions: ColumnElement[bool]) -> Select[Any]:
    counts = select(model.prospect_id, literal_column(str(what)), func.count())
    return counts.where(model.prospect_id.in_(_AMONG), *conditions).group_by(model.prospect_id)


# Needs stated and words said of one, calls and other exchanges held: read in one statement, whoever is asked about.
_COUNTS = union_all(
    _counted(Need, _STATED, Need.deleted_at.is_(None)),
    _counted(Verbatim, _STATED, Verbatim.criterion == "need", Verbatim.deleted_at.is_(None)),
    _counted(Call, _SPOKEN),
    _counted(Exchange, _SPOKEN, Exchange.kind.in_(HEARD), Exchange.deleted_at.is_(None)),
)


def _move(
    session: Session, prospect: Prospect, status: Status, now: datetime, grid: Grid | None, change: StatusChange
) -> None:
    change.prospect_id, change.at = prospect.id, now
    change.before, change.after = prospect.status, status
    if grid is not None:
        change.grid, change.grid_version = grid.key, grid.version
    session.add(change)
    prospect.status, prospect.updated_at, prospect.wake_on = status, now, None


def _moves(prospect_id: uuid.UUID) -> Select[StatusChange]:
    moves = select(StatusChange).where(StatusChange.prospect_id == prospect_id)
    return moves.order_by(StatusChange.at.desc(), StatusChange.id.desc())


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Those set aside whose day is today or before."""
    return (Prospect.status == Status.SHELVED, PRESENT, Prospect.wake_on <= now.date())


def _reasons(session: Session, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    query = select(StatusChange.prospect_id, StatusChange.reason).where(
        StatusChange.prospect_id.in_(keys), StatusChange.after == Status.SHELVED
    )
    return {row.prospect_id: row.reason for row in session.execute(query.order_by(StatusChange.at))}
