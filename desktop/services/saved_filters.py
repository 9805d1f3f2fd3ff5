"""Ways of looking at the list under a name: those that come with the program, then the rep's own, in their order."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import Language, _, current
from desktop.models.matrix import Heat
from desktop.models.saved_filters import SavedFilter
from desktop.models.statuses import ACTIVE, Status
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter

STALE_DAYS = 30
_LONGEST = 60


@dataclass(frozen=True)
class NamedFilter:
    """A filter and its name; ``id`` is ``None`` for one that comes with the program."""

    id: uuid.UUID | None
    name: str
    filter: ProspectFilter


def shipped(language: Language | None = None) -> tuple[NamedFilter, ...]:
    """Those that nobody can remove, the whole list first."""
    _, pgettext = (language or current()).gettext, (language or current()).pgettext
    return (
        NamedFilter(None, pgettext("filter", "All"), NO_FILTER),
        NamedFilter(None, _("Without a next step"), ProspectFilter(statuses=ACTIVE, planned=False)),
        NamedFilter(None, pgettext("filter", "Hot"), ProspectFilter(statuses=ACTIVE, heats=(Heat.HOT,))),
        NamedFilter(None, _("To complete"), ProspectFilter(statuses=ACTIVE, to_complete=True)),
        NamedFilter(None, _("No news"), ProspectFilter(statuses=ACTIVE, stale_days=STALE_DAYS)),
        NamedFilter(None, _("Set aside, to wake up"), ProspectFilter(statuses=(Status.SHELVED,), wake_due=True)),
        NamedFilter(None, pgettext("filter", "Lost"), ProspectFilter(statuses=(Status.LOST,))),
    )


def own(session: Session) -> tuple[NamedFilter, ...]:
    """The rep's own, in their order."""
    kept = select(SavedFilter).where(SavedFilter.deleted_at.is_(None))
    found = session.scalars(kept.order_by(SavedFilter.position, SavedFilter.created_at, SavedFilter.id))
    return tuple(NamedFilter(each.id, each.name, ProspectFilter.from_dict(each.content)) for each in found)


def save(session: Session, name: str, chosen: ProspectFilter, *, now: datetime) -> uuid.UUID:
    """Keep a filter under a name, after the others. One of that name already takes the new filter.

    Raises ``UserError`` without a name, under that of a shipped one, and for a filter that asks nothing.
    """
    name = _checked(name)
    if not chosen:
        raise UserError(_("This asks nothing: choose something first."))
    same = next((each for each in own(session) if each.name.casefold() == name.casefold()), None)
    if same is not None and same.id is not None:
        session.get_one(SavedFilter, same.id).content = chosen.as_dict()
        return same.id
    kept = SavedFilter(name=name, content=chosen.as_dict(), position=len(own(session)), created_at=now)
    session.add(kept)
    session.flush()
    return kept.id


def rename(session: Session, filter_id: uuid.UUID, name: str) -> str:
    """Give it another name, one that no other has. Returns the former one."""
    name = _checked(name)
    if any(each.name.casefold() == name.casefold() and each.id != filter_id for each in own(session)):
        raise UserError(_("Another filter has this name."))
    kept = session.get_one(SavedFilter, filter_id)
    before, kept.name = kept.name, name
    return before


def reorder(session: Session, filter_id: uuid.UUID, steps: int) -> None:
    """Move it up (-1) or down (1) among the rep's own; at either end it stays."""
    keys = [each.id for each in own(session)]
    place = keys.index(filter_id)
    keys.insert(min(max(0, place + steps), len(keys) - 1), keys.pop(place))
    for position, key in enumerate(keys):
        session.get_one(SavedFilter, key).position = position


def remove(session: Session, filter_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take it off the menu; with ``None``, put it back where it was. Idempotent."""
    session.get_one(SavedFilter, filter_id).deleted_at = at


def _checked(name: str) -> str:
    name = " ".join(name.split())[:_LONGEST]
    if not name:
        raise UserError(_("Give this filter a name."))
    if any(each.name.casefold() == name.casefold() for each in shipped()):
        raise UserError(_("A filter that comes with Boussole has this name. Choose another."))
    return name
