"""What a play came to, as plain values for ``summary.json``: read back from the rep's data, never from the script."""

import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.catalogue import Billing
from desktop.models.matrix import action
from desktop.models.pricing import Totals
from desktop.services import conversation_call, followups, grids, prospects, signatures, status_moves
from desktop.services.proposal_cards import OptionCard
from desktop.services.proposal_exports import revisions
from desktop.services.proposal_lists import proposals_of
from desktop.services.proposal_sheet import ProposalSheet, sheet


@dataclass(frozen=True)
class Refusal:
    """Something the conversation asked for and the program did not do, with the sentence it gave."""

    act: str
    reason: str


def of_prospect(session: Session, prospect_id: uuid.UUID) -> dict[str, Any]:
    """Where the prospect stands after the play: qualification, status, next step, and the proposal if there is one."""
    prospect = prospects.load_prospect(session, prospect_id)
    suggestion = status_moves.status_suggestion(session, prospect_id)
    rows = proposals_of(session, prospect_id)
    return {
        "prospect": prospect.name,
        "contact": prospect.main_contact.name if prospect.main_contact else "",
        "amount": f"{prospect.amount:.2f}" if prospect.amount is not None else None,
        "expected_on": prospect.expected_on.isoformat() if prospect.expected_on else None,
        **_standing(session, prospect_id),
        "status": prospect.status.value,
        "status_suggestion": {
            "status": suggestion.status.value,
            "towards": suggestion.towards.value if suggestion.towards else None,
            "missing": list(suggestion.missing),
        },
        "next_step": _next_step(session, prospect_id),
        "needs": conversation_call.stated_needs(session, prospect_id),
        "call": conversation_call.of_call(session, prospects.calls_of(session, prospect_id)[0]),
        "proposal": _proposal(session, sheet(session, rows[0].id)) if rows else None,
    }


def _standing(session: Session, prospect_id: uuid.UUID) -> dict[str, Any]:
    grid = grids.prospect_sheet(session, prospect_id)
    if grid is None:
        return {"scores": {}, "cell": None, "action": None}
    standing, cell = grid.standing, grid.cell
    return {
        "scores": dict(grid.answers),
        **conversation_call.evidence(grid),
        "low": standing.low,
        "high": standing.high,
        "maximum": standing.maximum,
        "band": standing.band.value,
        "band_high": standing.band_high.value,
        "to_complete": standing.to_complete,
        "heat": grid.heat.value if grid.heat else None,
        "cell": f"{cell.band.value}/{cell.heat.value}" if cell else None,
        "action": action(cell) if cell else None,
        "proposal_allowed": cell.proposal if cell else None,
    }


def _next_step(session: Session, prospect_id: uuid.UUID) -> dict[str, Any] | None:
    step = followups.next_of(session, prospect_id)
    if step is None:
        return None
    return {
        "due": step.due_local.isoformat(),
        "zone": step.zone,
        "channel": step.channel.value,
        "objective": step.objective.value,
        "subject": step.subject,
    }


def _proposal(session: Session, shown: ProposalSheet) -> dict[str, Any]:
    proposal = shown.proposal
    return {
        "number": shown.content.number,
        "revision": shown.exported_revision,
        "title": shown.content.title,
        "contractual": shown.content.contractual,
        "valid_until": shown.content.valid_until.isoformat(),
        "echo_rate": shown.echo.percent,
        "needs": [
            {
                "included": card.row.included,
                "kind": card.need.kind.value,
                "quotes": [quote.text for quote in card.quotes],
                "answer": card.row.answer,
            }
            for card in shown.needs
        ],
        "options": [_option(card) for card in shown.options] if shown.content.contractual else [],
        "checks": [{"level": check.level, "text": check.text} for check in shown.checks],
        "plan": _plan(shown),
        "returns": _returns(shown),
        "state": proposal.state.value,
        "revisions": [
            {
                "number": each.number,
                "documents": [export.document.value for export in each.documents],
                "changes": list(each.changes),
            }
            for each in revisions(session, proposal.id)
        ],
        "signature": _signature(session, shown),
    }


def _plan(shown: ProposalSheet) -> dict[str, Any] | None:
    plan = shown.content.plan
    if plan is None:
        return None
    return {
        "wished_on": plan.wished_on.isoformat(),
        "begins_on": plan.begins_on.isoformat(),
        "ready_on": plan.ready_on.isoformat(),
        "late": plan.late,
        "steps": [{"name": step.name, "side": step.side.value, "slack": step.slack} for step in plan.steps],
    }


def _returns(shown: ProposalSheet) -> dict[str, Any] | None:
    counted = shown.content.returns
    if counted is None:
        return None
    return {
        "gain_a_year": f"{counted.gain_a_year:.2f}",
        "cost": f"{counted.cost:.2f}",
        "months": counted.months,
        "figures": [figure.words for figure in counted.figures],
    }


def _signature(session: Session, shown: ProposalSheet) -> dict[str, Any] | None:
    kept = signatures.latest(session, shown.proposal.id)
    if kept is None:
        return None
    chosen = next((card.option.name for card in shown.options if card.option.id == kept.option_id), "")
    return {"name": kept.name, "quality": kept.quality, "place": kept.place, "option": chosen}


def _option(card: OptionCard) -> dict[str, Any]:
    """What is asked once; what comes back is apart, and there only when something does."""
    later = {billing.value: _money(totals) for billing, totals in card.bill.parts if billing is not Billing.ONCE}
    named = {"name": card.option.name, "door": card.option.door.value, "recommended": card.option.recommended}
    return {**named, **_money(card.totals), **later}


def _money(totals: Totals) -> dict[str, Any]:
    """Sums as text: a JSON number would lose the cents that a binary fraction cannot hold."""
    return {
        "net": f"{totals.net:.2f}",
        "vat": [
            {"rate": f"{rate.normalize():f}", "base": f"{base:.2f}", "amount": f"{amount:.2f}"}
            for rate, base, amount in totals.vat
        ],
        "gross": f"{totals.gross:.2f}",
    }
