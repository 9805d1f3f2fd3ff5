"""Page 1 written from what the rest of the proposal says, and kept so for as long as nobody writes it otherwise.

A draft is always derived from what stands: a text that still says what would be drafted was touched by nobody, and
follows what changes, back and forth. So undo needs to know nothing of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.i18n import Language
from desktop.models.calls import Verbatim
from desktop.models.proposals import Door, Option, OptionLine, Proposal, ProposalNeed
from desktop.services import proposal_draft


def drafted(session: Session, proposal: Proposal) -> dict[str, Any]:
    """The columns of page 1 as the needs, their answers and the recommended option would have them."""
    query = select(ProposalNeed).where(ProposalNeed.proposal_id == proposal.id, ProposalNeed.included)
    rows = session.scalars(query.order_by(ProposalNeed.position)).all()
    option = _recommended(session, proposal)
    covered = [row for row in rows if option is not None and str(row.id) in option.answers]
    return {
        # What is recommended promises no more than what it answers.
        "gains": proposal_draft.gains(row.benefit for row in covered or rows),
        "recommendation": _recommendation(session, proposal, option, len(covered), len(rows)) if option else "",
    }


@contextmanager
def following(session: Session, proposal: Proposal, *, fill: bool = False) -> Iterator[None]:
    """While other parts of it are changed: what was drafted on page 1 follows; with ``fill``, what is empty as well."""
    former = drafted(session, proposal)
    yield
    for name, value in drafted(session, proposal).items():
        now = getattr(proposal, name)
        if now != value and (now == former[name] or (fill and not now)):
            setattr(proposal, name, value)


def _recommended(session: Session, proposal: Proposal) -> Option | None:
    query = select(Option).where(Option.proposal_id == proposal.id, Option.deleted_at.is_(None), Option.recommended)
    return session.scalars(query.order_by(Option.position).limit(1)).first()


def _recommendation(session: Session, proposal: Proposal, option: Option, covered: int, needs: int) -> str:
    lead = session.get(Verbatim, proposal.lead_verbatim_id) if proposal.lead_verbatim_id else None
    said = (lead.words if lead else "", proposal.objective, proposal.cost_today)
    language = Language(proposal.language)
    name = option.name.strip()
    if not name or (option.door is Door.PLAIN and name == language.gettext("Our proposal")):
        name = ", ".join(_labels(session, option))
    return proposal_draft.recommendation(name, option.reason, said, covered, needs, language)


def _labels(session: Session, option: Option) -> list[str]:
    """What is sold, for an option that has no name of its own; what is optional is not."""
    query = select(OptionLine).where(OptionLine.option_id == option.id, OptionLine.deleted_at.is_(None))
    lines = session.scalars(query.order_by(OptionLine.position, OptionLine.id))
    return [line.label.strip() for line in lines if line.label.strip() and (line.chosen or not line.optional)]
