"""A whole book to try the program with: sixty prospects of several trades, as they stand after a year of work.

The three of ``services.examples`` are among them. Everything is written through the commands of a rep and dated around
today, so that it can never be what a rep could not make.
"""

import re
import tomllib
import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.calls import QuestionState
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.matrix import Heat
from desktop.models.proposals import ProposalState
from desktop.models.prospects import Prospect
from desktop.models.statuses import ContactRole, LossKind, Status
from desktop.models.working_days import Calendar
from desktop.paths import resources
from desktop.services import (
    absences,
    calls,
    examples,
    followups,
    needs,
    outcomes,
    proposal_options,
    proposal_states,
    proposals,
    prospects,
    status_moves,
    templates,
)
from desktop.services.followups import NextStep
from desktop.services.proposal_options import options_of

OLD = 14
"""Days after which a call was followed by an attempt that reached nobody."""
_HOURS = (time(9), time(9, 45), time(10, 30), time(11, 15), time(14), time(14, 45), time(15, 30), time(16, 15))
_PHONES = {"fr": "04 65 71 {:02d} {:02d}", "en": "020 7946 {:02d}{:02d}"}
"""Numbers that are given to nobody: reserved for fiction in France and in the United Kingdom."""
_EXITS = (Status.SHELVED, Status.LOST)


@dataclass(frozen=True)
class Setting:
    """What every entry of the book is written with: ``now`` is aware, in the rep's zone."""

    now: datetime
    language: str
    calendar: Calendar

    def at(self, days: int, hour: time) -> datetime:
        """So many days from today, on a working day: the one after for what is to come, the one before otherwise."""
        day = self.now.date() + timedelta(days=days)
        worked = self.calendar.first(day) if days >= 0 else self.calendar.last(day)
        return datetime.combine(worked, hour, self.now.tzinfo)


def load(session: Session, *, now: datetime, language: str) -> list[uuid.UUID]:
    """Add the book, the three first examples included. Returns the keys; raises ``UserError`` during a call."""
    keys = examples.load(session, now=now, language=language)
    code = language if language in examples.LANGUAGES else "en"
    setting = Setting(now, code, absences.calendar(session))
    source = tomllib.loads((resources() / "examples" / "book.toml").read_text("utf-8"))
    for place, plain in enumerate(source["prospects"]):
        keys.append(_write(session, {**plain, **plain[code]}, place, setting))
    return keys


def _write(session: Session, plain: Mapping[str, Any], place: int, setting: Setting) -> uuid.UUID:
    hour = _HOURS[place % len(_HOURS)]
    begun = setting.at(-plain.get("called_days_ago", plain.get("created_days_ago", 0)), hour)
    prospect_id = _people(session, plain, place, setting, begun - timedelta(days=2))
    if "called_days_ago" in plain:
        _had_a_call(session, prospect_id, plain, setting, begun)
    elif "next_step" in plain:
        followups.plan(session, prospect_id, _next_step(plain, setting), now=begun)
    if "proposal" in plain:
        _was_proposed(session, prospect_id, plain, setting, hour)
    _stands(session, prospect_id, plain, setting, begun)
    return prospect_id


def _people(session: Session, plain: Mapping[str, Any], place: int, setting: Setting, created: datetime) -> uuid.UUID:
    company = plain.get("company", "")
    prospect_id = prospects.create_prospect(
        session,
        now=created,
        company=company,
        person=plain["person"],
        job_title=plain.get("job_title", ""),
        phone=_PHONES[setting.language].format(10 + place // 50, place % 50 + 11),
        email=_address(plain["person"], company),
        kind=plain.get("kind", "b2b"),
        about=plain["about"],
        sector=plain["sector"],
        source=plain["source"],
        website=f"www.{_slug(company)}.example" if company else "",
        amount=Decimal(plain["amount"]) if "amount" in plain else None,
        expected_on=_expected(plain, setting),
        is_example=True,
    )
    (first,) = prospects.load_prospect(session, prospect_id).contacts
    prospects.update_contact(session, first.id, role=ContactRole(plain["role"]))
    for other in plain.get("others", ()):
        fields = {**other, "role": ContactRole(other["role"])}
        prospects.add_contact(session, prospect_id, now=created, email=_address(other["name"], company), **fields)
    return prospect_id


def _had_a_call(
    session: Session, prospect_id: uuid.UUID, plain: Mapping[str, Any], setting: Setting, begun: datetime
) -> None:
    """A call with its words, its scores and its need; an older one was followed by a try that reached nobody."""
    script = templates.script(plain.get("script", "b2b"), setting.language)
    grid = templates.grid(script.grid, setting.language)
    call_id = calls.start_call(session, prospect_id, templates.with_fit_test(script, grid), grid, now=begun)
    quoted = []
    for minute, (question, line) in enumerate(zip(script.questions, plain["said"], strict=False), 1):
        at = begun + timedelta(minutes=4 * minute)
        text, citable = line.removeprefix("*"), line.startswith("*")
        entry_id = calls.add_entry(
            session, call_id, "verbatim", text, at=at, question=question.key, offset_seconds=240 * minute
        )
        calls.set_citable(session, entry_id, citable)
        calls.mark_question(session, call_id, question.key, QuestionState.ASKED, at=at)
        quoted += [entry_id] if citable else []
    if quoted:
        needs.add_need(session, prospect_id, quoted[:1], now=begun, confirmed=len(quoted) > 1)
    for criterion, level in zip(grid.criteria, plain["grid"], strict=True):
        calls.set_score(session, call_id, criterion.key, "?" if level == "?" else _level(level), at=begun)
    calls.set_elapsed(session, call_id, plain["minutes"] * 60)
    if "heat" in plain:
        prospects.set_heat(session, prospect_id, Heat(plain["heat"]), now=begun)
    ended = begun + timedelta(minutes=plain["minutes"])
    if "next_step" not in plain:
        calls.conclude(session, call_id, now=ended, no_follow_up_reason=plain.get("reason", plain["said"][-1]))
    elif plain["called_days_ago"] < OLD:
        calls.conclude(session, call_id, now=ended, next_step=_next_step(plain, setting))
    else:
        tried = setting.at(-plain["called_days_ago"] // 2, time(9))
        step = _next_step(plain, setting)
        attempt = NextStep(tried.replace(tzinfo=None), step.zone, Channel.PHONE, step.objective, step.subject)
        first = calls.conclude(session, call_id, now=ended, next_step=attempt)
        assert first is not None
        outcomes.settle(session, first, Outcome.VOICE_MAIL, step, now=tried)


def _was_proposed(
    session: Session, prospect_id: uuid.UUID, plain: Mapping[str, Any], setting: Setting, hour: time
) -> None:
    made = setting.at(-plain["proposal"]["days_ago"], hour)
    proposal_id = proposals.compose(session, prospect_id, now=made, language=setting.language)
    proposals.update_proposal(session, proposal_id, now=made, title=plain["title"])
    for option in options_of(session, proposal_id):
        proposal_options.remove_option(session, option.id, now=made)
    option_id = proposal_options.add_option(session, proposal_id, now=made, name=plain["option"])
    price = Decimal(plain["proposal"]["price"])
    proposal_options.add_line(session, option_id, now=made, label=plain["option"], unit_price=price)
    proposal_options.recommend(session, proposal_id, option_id, now=made)
    state = ProposalState(plain["proposal"]["state"])
    if state is not ProposalState.DRAFT:
        proposal_states.take_state(session, proposal_id, ProposalState.SENT, now=made)
    if state not in (ProposalState.DRAFT, ProposalState.SENT):
        answered = made + timedelta(days=6)
        proposal_states.take_state(session, proposal_id, state, now=answered, reason=plain.get("reason", ""))


def _stands(
    session: Session, prospect_id: uuid.UUID, plain: Mapping[str, Any], setting: Setting, begun: datetime
) -> None:
    """Where the facts say they stand, then what the rep declared: a purchase, an exit and its reason."""
    declared = Status(plain["status"])
    allowed = status_moves.status_suggestion(session, prospect_id).status
    later = begun + timedelta(days=3)
    status_moves.set_status(session, prospect_id, allowed, now=begun)
    if declared in (Status.CLIENT, *_EXITS):
        wake = plain.get("wake_in_days")
        day = setting.now.date() + timedelta(days=wake) if wake is not None else None
        loss = LossKind(plain["loss"]) if "loss" in plain else None
        reason = plain.get("reason", "")
        status_moves.set_status(session, prospect_id, declared, now=later, reason=reason, loss=loss, wake_on=day)
    touched = session.get_one(Prospect, prospect_id)
    touched.updated_at = min(touched.updated_at, setting.now)


def _next_step(plain: Mapping[str, Any], setting: Setting) -> NextStep:
    step = plain["next_step"]
    due = setting.at(step["in_days"], time.fromisoformat(step["at"]))
    return NextStep(
        due_local=due.replace(tzinfo=None),
        zone=examples.zone_of(setting.now),
        channel=Channel(step["channel"]),
        objective=Objective(step["objective"]),
        subject=plain["subject"],
    )


def _expected(plain: Mapping[str, Any], setting: Setting) -> date | None:
    days = plain.get("expected_in_days")
    return setting.now.date() + timedelta(days=days) if days else None


def _level(sign: str) -> Any:
    return int(sign)


def _slug(name: str) -> str:
    """A name as it stands in an address: ``ateliers-brevent``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))


def _address(person: str, company: str) -> str:
    first, *last = _slug(person).split("-")
    return f"{first[0]}.{'-'.join(last) or first}@{_slug(company) or 'courrier'}.example"
