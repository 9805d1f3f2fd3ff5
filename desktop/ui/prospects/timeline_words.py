"""A row of the timeline in words: what happened, what was said about it, and the sign beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from desktop.i18n import _, current, ngettext, pgettext
from desktop.models.calls import CallState
from desktop.models.exchanges import ExchangeKind, exchange_label
from desktop.models.followup_kinds import Channel, channel_label, objective_label, outcome_label
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.proposals import DocumentKind, ProposalState
from desktop.models.statuses import loss_label, status_label
from desktop.services.timeline_facts import (
    CallHeld,
    Exchanged,
    FollowedUp,
    LevelMoved,
    Merged,
    Proposed,
    Row,
    StatusMoved,
)
from desktop.ui.prospects import words


@dataclass(frozen=True)
class Said:
    """``ahead``: it is still to come. ``token`` tints the sign; words say the same."""

    title: str
    detail: str
    icon: str
    token: str = "muted"
    ahead: bool = False


def said(row: Row, zone: tzinfo, now: datetime) -> Said:
    """What a row says, moments being those of the rep's ``zone``."""
    return _WRITERS[type(row.facts)](row, row.facts, zone, now)


def heading(day: date, today: date, *, ahead: bool) -> str:
    """``Aujourd’hui``, ``lundi 23 novembre``, with its year when it is another one; what is to come says so."""
    words = current().date(day, "day" if day.year == today.year else "full")
    if day == today:
        words = pgettext("timeline", "Today")
    return _("To come · {date}").format(date=words) if ahead else words


def _with(who: str, *parts: str) -> str:
    return " · ".join(part for part in (*parts, who) if part)


def _call(row: Row, facts: CallHeld, _zone: tzinfo, _now: datetime) -> Said:
    call = facts.past.call
    state = "" if call.state is CallState.CONCLUDED else words.call_state(call)
    token = "muted" if call.state is CallState.CONCLUDED else "warn"
    return Said(_with(row.who, pgettext("timeline", "Call"), state), words.brought(facts.past), "phone", token)


def _level(_row: Row, facts: LevelMoved, _zone: tzinfo, _now: datetime) -> Said:
    names = {"": _("not asked"), "?": _("unknown")}
    moved = _("{criterion}: {before} → {after}").format(
        criterion=facts.name,
        before=names.get(facts.before, facts.before),
        after=names.get(facts.after, facts.after),
    )
    quoted = " ".join(_("“{words}”").format(words=each) for each in facts.words)
    return Said(moved, quoted, "target")


def _status(_row: Row, facts: StatusMoved, _zone: tzinfo, _now: datetime) -> Said:
    change = facts.change
    title = _("{before} → {after}").format(before=status_label(change.before), after=status_label(change.after))
    parts = [loss_label(change.loss)] if change.loss else []
    parts += [change.reason] if change.reason else []
    if change.suggested is not None:
        parts.append(_("suggested: {status}").format(status=status_label(change.suggested).lower()))
    return Said(title, " · ".join(parts), "flag", "accent")


_CHANNEL_ICONS = {Channel.PHONE: "phone", Channel.EMAIL: "mail"}


def _follow_up(row: Row, facts: FollowedUp, _zone: tzinfo, now: datetime) -> Said:
    step = facts.follow_up
    how = channel_label(step.channel)
    icon = _CHANNEL_ICONS.get(step.channel, "calendar-clock")
    if step.state is FollowUpState.OPEN:
        late = step.due_at < now and step.due_local.date() < now.date()
        title = _("Next step, late") if late else _("Next step")
        return Said(_with(row.who, title, how), _about(step), "calendar-clock", "danger" if late else "accent", True)
    if step.state is FollowUpState.DONE:
        outcome = outcome_label(step.outcome) if step.outcome else ""
        return Said(_with(row.who, _("Followed up"), how, outcome), _about(step), icon, "ok")
    title = _("Follow-up replaced") if step.state is FollowUpState.REPLACED else _("Follow-up dropped")
    return Said(_with(row.who, title, how), _about(step), "calendar-clock")


def _about(step: FollowUp) -> str:
    """The objective, the subject, what it brings, what was answered, and how often it was moved."""
    moved = ""
    if step.moves:
        moved = ngettext("moved {count} time", "moved {count} times", step.moves).format(count=step.moves)
        if step.move_reason:
            moved = _("{what}: {reason}").format(what=moved, reason=step.move_reason)
    brings = _("brings {what}").format(what=step.brings) if step.brings else ""
    parts = (objective_label(step.objective), step.subject, brings, step.outcome_note, moved)
    return " · ".join(part for part in parts if part)


def _proposal(_row: Row, facts: Proposed, _zone: tzinfo, _now: datetime) -> Said:
    what, token = _("{number} composed"), "muted"
    if facts.document is not None:
        what = _("{number}, version {revision}: {document}")
    elif facts.state is not None:
        what, token = {
            ProposalState.DRAFT: (_("{number} back to draft"), "muted"),
            ProposalState.SENT: (_("{number} sent"), "accent"),
            ProposalState.ACCEPTED: (_("{number} accepted"), "ok"),
            ProposalState.REFUSED: (_("{number} refused"), "danger"),
        }[facts.state]
    document = _document(facts.document) if facts.document else ""
    title = what.format(number=facts.number, document=document, revision=facts.revision)
    return Said(title, facts.reason or facts.title, "file-text", token)


def _document(kind: DocumentKind) -> str:
    return {
        DocumentKind.PROPOSAL: pgettext("exported", "proposal exported"),
        DocumentKind.SUMMARY: pgettext("exported", "summary exported"),
        DocumentKind.QUOTATION: pgettext("exported", "quotation exported"),
        DocumentKind.PLAN: pgettext("exported", "plan exported"),
        DocumentKind.SLIP: pgettext("exported", "reply slip exported"),
    }[kind]


def _exchange(row: Row, facts: Exchanged, _zone: tzinfo, _now: datetime) -> Said:
    icon, token = {
        ExchangeKind.NOTE: ("pencil", "muted"),
        ExchangeKind.MEETING: ("users", "ok"),
        ExchangeKind.RECEIVED: ("inbox", "ok"),
        ExchangeKind.SENT: ("mail", "muted"),
    }[facts.exchange.kind]
    return Said(_with(row.who, exchange_label(facts.exchange.kind)), facts.exchange.text, icon, token)


def _merge(_row: Row, facts: Merged, _zone: tzinfo, _now: datetime) -> Said:
    return Said(_("Merged with {name}").format(name=facts.name), "", "link")


_WRITERS: dict[type, Callable[[Row, Any, tzinfo, datetime], Said]] = {
    CallHeld: _call,
    LevelMoved: _level,
    StatusMoved: _status,
    FollowedUp: _follow_up,
    Proposed: _proposal,
    Exchanged: _exchange,
    Merged: _merge,
}
