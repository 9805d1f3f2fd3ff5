"""The nine cells of the matrix as the rep wants them: their own choices over those that the program brings.

Whatever follows the matrix (the live call, Today, documents) reads its cells here.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.grids import Band
from desktop.models.matrix import SHIPPED, Cell, Cells, Heat, ProposalKind, action
from desktop.models.matrix_cells import OwnCell

LONGEST_DELAY = 365
"""Working days: a longer delay is a typing slip."""
LONGEST_ACTION = 200
"""Characters: an action is read at a glance."""
_OWN = select(OwnCell)
_PROPOSALS: dict[str, ProposalKind] = {"full": "full", "preproposal": "preproposal", "none": "none"}


def cells(session: Session) -> Cells:
    """The nine of them. One query, of nine rows at most."""
    own = session.scalars(_OWN).all()
    return {**SHIPPED, **{(each.band, each.heat): _cell(each) for each in own}} if own else SHIPPED


def cell_of(session: Session, band: Band, heat: Heat) -> Cell:
    """One of them."""
    return cells(session)[band, heat]


def change(session: Session, wanted: Cell, *, now: datetime) -> None:
    """Make a cell what the rep wants; made again what the program brings, it is no longer theirs. Idempotent.

    ``UserError`` for a delay that is no number of days from 1 to ``LONGEST_DELAY``, or an action too long to be read.
    """
    if not 1 <= wanted.delay_days <= LONGEST_DELAY:
        raise UserError(_("The delay is a number of working days, from 1 to {count}.").format(count=LONGEST_DELAY))
    wanted = _tidy(wanted)
    if len(wanted.action) > LONGEST_ACTION:
        raise UserError(_("The action has {count} characters at most.").format(count=LONGEST_ACTION))
    own = _own(session, wanted.band, wanted.heat)
    if wanted == SHIPPED[wanted.band, wanted.heat]:
        if own is not None:
            session.delete(own)
        return
    if own is None:
        own = OwnCell(band=wanted.band, heat=wanted.heat)
        session.add(own)
    elif _cell(own) == wanted:
        return
    own.action, own.channel, own.delay_days = wanted.action, wanted.channel, wanted.delay_days
    own.proposal, own.cadence, own.updated_at = wanted.proposal, wanted.cadence, now


def reset(session: Session, band: Band, heat: Heat) -> None:
    """Make a cell again what the program brings. Idempotent."""
    own = _own(session, band, heat)
    if own is not None:
        session.delete(own)


def _own(session: Session, band: Band, heat: Heat) -> OwnCell | None:
    return session.scalars(_OWN.where(OwnCell.band == band, OwnCell.heat == heat)).first()


def _tidy(wanted: Cell) -> Cell:
    """The words of the program written again are those of the program: they then follow the language."""
    words = " ".join(wanted.action.split())
    shipped = SHIPPED[wanted.band, wanted.heat]
    return replace(wanted, action="" if words == action(shipped) else words)


def _cell(own: OwnCell) -> Cell:
    # A newer version may know other documents: what is not understood allows none, and flatters nobody.
    proposal = _PROPOSALS.get(own.proposal, "none")
    return Cell(own.band, own.heat, own.channel, own.delay_days, proposal, own.cadence, own.action)
