"""A next step for every active prospect that lacks one, in one act: what their place in the matrix calls for."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.services import matrix_acts
from desktop.services.matrix_acts import MOST, Terms


def plan_all(session: Session, *, now: datetime, zone: ZoneInfo) -> int:
    """Plan them over the days worked, the best cells first, until about ``MOST`` are: the others come at the next act.

    Returns how many were.
    """
    count = 0
    # The cells in the order of the article's, the best first; then those that no cell holds.
    for asked in sorted(matrix_acts.callings(session).values(), key=lambda asked: asked.cell is None):
        if count < MOST:
            count += matrix_acts.apply_to_all(session, asked, Terms(), now=now, zone=zone).count
            session.flush()
    if not count:
        raise UserError(_("Every active prospect has a next step."))
    return count
