"""What became of a proposal: each state it takes is kept with its day, a refusal with its reason."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.proposal_states import ShownState, shown_state
from desktop.models.proposals import Proposal, ProposalState


@dataclass(frozen=True)
class Happened:
    """One line of its story: ``state`` is ``None`` for its birth."""

    on: date
    state: ShownState | None
    text: str


def take_state(
    session: Session, proposal_id: uuid.UUID, state: ProposalState, *, now: datetime, reason: str = ""
) -> dict[str, Any]:
    """Say what became of it; a refusal needs its ``reason``. Idempotent. Returns what ``put_back`` takes."""
    proposal = session.get_one(Proposal, proposal_id)
    reason = reason.strip() if state is ProposalState.REFUSED else ""
    if state is ProposalState.REFUSED and not reason:
        raise UserError(_("Say in a few words why it was refused."))
    before = {name: getattr(proposal, name) for name in ("state", "state_at", "refusal", "states")}
    if (proposal.state, proposal.refusal) != (state, reason):
        proposal.state, proposal.state_at, proposal.refusal = state, now, reason
        proposal.states = [*before["states"], {"state": state.value, "at": now.isoformat(), "reason": reason}]
        proposal.updated_at = now
    return before


def put_back(session: Session, proposal_id: uuid.UUID, before: dict[str, Any], *, now: datetime) -> None:
    """Undo ``take_state``: where it stood, and its story as it was. Idempotent."""
    proposal = session.get_one(Proposal, proposal_id)
    for name, value in before.items():
        setattr(proposal, name, value)
    proposal.updated_at = now


def story(proposal: Proposal, today: date, zone: tzinfo) -> tuple[Happened, ...]:
    """What happened to it, in words and in order, days being those of the rep's ``zone``."""
    born = proposal.created_at.astimezone(zone).date()
    lines = [Happened(born, None, _("Composed on {date}").format(date=current().date(born)))]
    lines += [_line(each, zone) for each in _states(proposal)]
    if shown_state(proposal.state, proposal.valid_until, today) is ShownState.EXPIRED:
        last = current().date(proposal.valid_until)
        text = _("Expired: it was valid until {date}").format(date=last)
        lines.append(Happened(proposal.valid_until, ShownState.EXPIRED, text))
    return tuple(lines)


def _states(proposal: Proposal) -> list[dict[str, Any]]:
    """Those written down; of a proposal older than this story, the one it stands in."""
    if proposal.states or proposal.state is ProposalState.DRAFT:
        return proposal.states
    at = proposal.state_at or proposal.updated_at
    return [{"state": proposal.state.value, "at": at.isoformat(), "reason": proposal.refusal}]


def _line(entry: dict[str, Any], zone: tzinfo) -> Happened:
    state, on = ShownState(entry["state"]), datetime.fromisoformat(entry["at"]).astimezone(zone).date()
    sentences = {
        ShownState.DRAFT: _("Back to draft on {date}"),
        ShownState.SENT: _("Sent on {date}"),
        ShownState.ACCEPTED: _("Accepted on {date}"),
        ShownState.REFUSED: _("Refused on {date}: “{reason}”"),
    }
    return Happened(on, state, sentences[state].format(date=current().date(on), reason=entry["reason"]))
