"""The message that goes with a follow-up, drafted from what is known of them; the rep reads it over and sends it.

Written in the customer's language, that of their latest proposal, otherwise in that of the screen.
"""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.i18n import Language, current
from desktop.models.cadence_runs import CadenceRun
from desktop.models.calls import Call, Verbatim
from desktop.models.exchanges import Exchange, ExchangeKind
from desktop.models.followup_kinds import Objective
from desktop.models.followups import FollowUp
from desktop.models.library import ItemKind
from desktop.models.message_templates import Gap, MessageSet, MessageTemplate, Situation, choose, fill, missing_words
from desktop.models.needs import Need
from desktop.models.proposals import Proposal
from desktop.models.prospects import Contact, Prospect
from desktop.services import library, settings, touches

DORMANT_DAYS = 60
"""Days without news after which a message begins by saying so."""
JUST_SPOKEN = 21
"""Days during which a message may follow up a conversation."""
_LONGEST_QUOTE = 160
_CIVILITIES = {"m.": "Monsieur", "m": "Monsieur", "monsieur": "Monsieur", "mr": "Mr", "mr.": "Mr", "mme": "Madame"}
_CIVILITIES |= {"mme.": "Madame", "madame": "Madame", "mlle": "Madame", "mrs": "Mrs", "mrs.": "Mrs", "ms": "Ms"}
_CIVILITIES |= {"dr": "Docteur", "dr.": "Docteur", "docteur": "Docteur", "me": "Maître", "maître": "Maître"}


@dataclass(frozen=True)
class Message:
    """A message to read over. ``to`` is "" when no address is known; ``missing`` says in words what was not known.

    ``template`` is the key of what it was made from, ``language`` that in which it is written.
    """

    to: str
    subject: str
    body: str
    missing: tuple[str, ...]
    template: str = ""
    language: str = "fr"
    contact: str = ""


@dataclass(frozen=True)
class _Facts:
    """What is known of a prospect when they are written to, read once."""

    prospect: Prospect
    contact: Contact | None
    follow_up: FollowUp | None
    proposal: Proposal | None
    """The one that is with them."""
    spoken: datetime | None
    """When they were last spoken to."""


def templates(session: Session, language: str) -> tuple[MessageTemplate, ...]:
    """The messages that may be chosen in that language, in their order."""
    content = library.in_use(session, ItemKind.MESSAGES, language)
    return MessageSet.from_dict(content[0]).messages if content else ()


def language_for(session: Session, prospect_id: uuid.UUID) -> str:
    """The language they are written to in."""
    query = select(Proposal.language).where(Proposal.prospect_id == prospect_id, Proposal.deleted_at.is_(None))
    return session.scalars(query.order_by(Proposal.created_at.desc()).limit(1)).first() or current().code


def draft(
    session: Session,
    prospect_id: uuid.UUID,
    follow_up_id: uuid.UUID | None,
    *,
    now: datetime,
    template_key: str = "",
) -> Message:
    """The message for a follow-up, or for none in particular; ``template_key`` when the rep chose the template.

    Without one, it is that of the step of a cadence, otherwise the first for where things stand and the objective.
    """
    known = _facts(session, prospect_id, follow_up_id)
    to = known.contact.email.strip() if known.contact else ""
    language = language_for(session, prospect_id)
    chosen = _chosen(session, templates(session, language), known, template_key, now)
    if chosen is None:
        return Message(to, "", "", (), language=language)
    values = _values(session, known, Language(language), now)
    filled = fill(chosen, values, language)
    return Message(
        to=to,
        subject=filled.subject,
        body=filled.text,
        missing=tuple(dict.fromkeys(missing_words(gap) for gap in filled.missing)),
        template=chosen.key,
        language=language,
        contact=known.contact.name if known.contact else "",
    )


def situation(session: Session, prospect_id: uuid.UUID, follow_up_id: uuid.UUID | None, *, now: datetime) -> Situation:
    """Where things stand with this prospect: what the message begins from."""
    return _situation(_facts(session, prospect_id, follow_up_id), now)


def first_name(name: str) -> str:
    """How somebody is addressed: ``Claire`` for "Claire Martin", ``Madame Martin`` for "Mme Martin"."""
    words = name.split()
    if not words:
        return ""
    civility = _CIVILITIES.get(words[0].lower())
    return " ".join([civility, *words[1:]]) if civility and len(words) > 1 else words[0]


def _facts(session: Session, prospect_id: uuid.UUID, follow_up_id: uuid.UUID | None) -> _Facts:
    follow_up = session.get_one(FollowUp, follow_up_id) if follow_up_id is not None else None
    return _Facts(
        session.get_one(Prospect, prospect_id),
        touches.contact_of(session, prospect_id, follow_up.contact_id if follow_up else None),
        follow_up,
        touches.proposal_with_them(session, prospect_id),
        _last_spoken(session, prospect_id),
    )


def _situation(known: _Facts, now: datetime) -> Situation:
    if known.proposal is not None:
        return Situation.PROPOSAL
    if known.follow_up is not None and known.follow_up.brings.strip():
        return Situation.CONTENT
    if known.spoken is not None and now - known.spoken <= timedelta(days=JUST_SPOKEN):
        return Situation.CALL
    told = [moment for moment in (known.spoken, known.prospect.heard_at) if moment is not None]
    news = max(told, default=known.prospect.created_at)
    return Situation.DORMANT if now - news > timedelta(days=DORMANT_DAYS) else Situation.FOLLOW_UP


def _chosen(
    session: Session, offered: Sequence[MessageTemplate], known: _Facts, template_key: str, now: datetime
) -> MessageTemplate | None:
    wanted = template_key or _of_step(session, known.follow_up)
    found = next((each for each in offered if each.key == wanted), None)
    if found is not None:
        return found
    objective: Objective | None = known.follow_up.objective if known.follow_up is not None else None
    return choose(offered, _situation(known, now), objective)


def _of_step(session: Session, follow_up: FollowUp | None) -> str:
    """The key of the message that the step of a cadence names; "" without one."""
    if follow_up is None or follow_up.cadence_run_id is None or follow_up.cadence_step is None:
        return ""
    run = session.get(CadenceRun, follow_up.cadence_run_id)
    return str(run.cadence_copy["steps"][follow_up.cadence_step]["message"]) if run is not None else ""


def _values(session: Session, known: _Facts, language: Language, now: datetime) -> dict[Gap, str]:
    company = settings.company(session)
    contact, follow_up, proposal, spoken = known.contact, known.follow_up, known.proposal, known.spoken
    return {
        Gap.FIRST_NAME: first_name(contact.name) if contact else "",
        Gap.COMPANY: _one_line(known.prospect.company),
        Gap.WORDS: _quoted(_starred(session, known.prospect.id), language),
        Gap.NEED: _one_line(_first_need(session, known.prospect.id)),
        Gap.BRINGS: _one_line(follow_up.brings) if follow_up else "",
        Gap.ABOUT: _one_line(follow_up.subject) if follow_up else "",
        Gap.DATE: language.date(spoken.astimezone(now.tzinfo).date()) if spoken else "",
        Gap.PROPOSAL: proposal.number if proposal else "",
        Gap.EXPIRY: language.date(proposal.valid_until) if proposal else "",
        Gap.ME: _one_line(company.representative) if company else "",
        Gap.MY_COMPANY: _one_line(company.name) if company else "",
        Gap.MY_PHONE: _one_line(company.phone) if company else "",
    }


def _starred(session: Session, prospect_id: uuid.UUID) -> str:
    """Their latest words that may reach a document."""
    query = select(Verbatim).where(
        Verbatim.prospect_id == prospect_id, Verbatim.citable.is_(True), Verbatim.deleted_at.is_(None)
    )
    found = session.scalars(query.order_by(Verbatim.at.desc(), Verbatim.sequence.desc()).limit(1)).first()
    return found.words if found else ""


def _first_need(session: Session, prospect_id: uuid.UUID) -> str:
    query = select(Need.statement).where(
        Need.prospect_id == prospect_id, Need.deleted_at.is_(None), func.trim(Need.statement) != ""
    )
    return session.scalars(query.order_by(Need.position).limit(1)).first() or ""


def _last_spoken(session: Session, prospect_id: uuid.UUID) -> datetime | None:
    called = session.scalar(select(func.max(Call.started_at)).where(Call.prospect_id == prospect_id))
    met = session.scalar(
        select(func.max(Exchange.at)).where(
            Exchange.prospect_id == prospect_id,
            Exchange.kind == ExchangeKind.MEETING,
            Exchange.deleted_at.is_(None),
        )
    )
    return max((moment for moment in (called, met) if moment is not None), default=None)


def _quoted(words: str, language: Language) -> str:
    """Their words between the marks of the language, cut at a word when long; their own marks step back."""
    words = _one_line(words)
    if not words:
        return ""
    if len(words) > _LONGEST_QUOTE:
        words = f"{words[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} […]"
    words = words.rstrip(".")
    if language.code == "fr":
        return f"«\u00a0{words.replace('«', '“').replace('»', '”')}\u00a0»"
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
