"""What was said, proven and agreed in a played call, as plain values for ``summary.json``."""

import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.calls import Call, Entry, Objection, QuestionState
from desktop.models.needs import Reformulation, SharedPage
from desktop.services import call_account, calls, followups, grids, needs, opinions, question_times, shared_page
from desktop.services.opinions import SpeakerOpinion
from desktop.services.speakers import speakers_of


def of_call(session: Session, call: Call) -> dict[str, Any]:
    """Everything in ``call`` that is not the standing of the prospect, in the order of the call."""
    outline, told = calls.outline(session, call.id), call_account.account(session, call.id)
    entries = calls.entries(session, call.id)
    names = {person.contact_id: person.name for person in speakers_of(session, call.id).people}
    times = question_times.times_of(session, call.id)
    script = outline.script
    fit_test = [each.key for each in script.fit_test.questions] if script.fit_test else []
    every = [*(each.key for each in script.questions), *fit_test]
    planned = followups.of_call(session, call.id)
    return {
        "state": call.state.value,
        "seconds": call.elapsed_seconds,
        "minutes": call.planned_minutes,
        "asked": sum(outline.marks.get(each.key) is QuestionState.ASKED for each in script.questions),
        "questions": len(script.questions),
        "questions_asked": [key for key in every if outline.marks.get(key) is QuestionState.ASKED],
        "questions_skipped": [key for key in every if outline.marks.get(key) is QuestionState.SKIPPED],
        "questions_dropped": [each.key for each in script.questions if each.key not in outline.marks],
        "fit_test": any(key in times for key in fit_test),
        "themes": [{"name": theme.name, "seconds": theme.seconds, "asked": theme.asked} for theme in told.themes],
        "no_follow_up": call.no_follow_up_reason,
        "next_step": planned.due_local.isoformat() if planned else None,
        "entries": [_entry(each, names) for each in entries],
        "tags": list(dict.fromkeys(tag for each in entries for tag in each.tags)),
        "speakers": list(dict.fromkeys(names[each.contact_id] for each in entries if each.contact_id in names)),
        "opinions": {
            criterion: _opinions(given) for criterion, given in opinions.by_criterion(session, call.id).items()
        },
        "disagreements": {
            each.criterion: _opinions(each.opinions) for each in opinions.disagreements(session, call.id)
        },
        "reformulations": _reformulations(session, call.id),
        "objections": [
            {"words": each.words, "card": each.card, "settled": each.settled}
            for each in entries
            if isinstance(each, Objection)
        ],
        "shared_page": _page(shared_page.latest(session, call.prospect_id, call.id)),
    }


def evidence(sheet: grids.GridSheet) -> dict[str, Any]:
    """What each score rests on, and how much of the total is proven."""
    return {
        "evidence": {
            row.criterion.key: {"grade": row.grade.value, "proofs": row.proofs, "proven": row.proven}
            for row in sheet.rows
        },
        "proven": sheet.proven_low,
    }


def stated_needs(session: Session, prospect_id: uuid.UUID) -> list[dict[str, Any]]:
    """The needs of a prospect in their own order."""
    return [
        {
            "kind": each.need.kind.value,
            "words": [verbatim.words for verbatim in each.verbatims],
            "said_by": list(each.said_by),
            "confirmed": each.need.confirmed,
            "via": each.need.confirmed_via.value if each.need.confirmed_via else None,
        }
        for each in needs.needs_of(session, prospect_id)
    ]


def _entry(entry: Entry, names: dict[uuid.UUID, str]) -> dict[str, Any]:
    """An entry as it was typed; what it may lack is told only where it has it."""
    found: dict[str, Any] = {"kind": entry.kind, "text": entry.text, "citable": entry.citable}
    if entry.corrected:
        found["corrected"] = entry.corrected
    if len(names) > 1:
        found["who"] = names.get(entry.contact_id, "") if entry.contact_id else ""
    if entry.tags:
        found["tags"] = list(entry.tags)
    if entry.kind == "verbatim":
        found["grade"] = entry.grade.value
    return found


def _opinions(given: tuple[SpeakerOpinion, ...]) -> dict[str, int | None]:
    return {each.name: each.level for each in given}


def _reformulations(session: Session, call_id: uuid.UUID) -> list[dict[str, Any]]:
    query = select(Reformulation, Entry).join(Entry, Entry.id == Reformulation.entry_id)
    query = query.where(Reformulation.call_id == call_id, Reformulation.deleted_at.is_(None))
    return [
        {
            "words": entry.words,
            "sentence": said.sentence,
            "reply": said.reply.value,
            "correction": said.correction,
            "via": said.via.value,
        }
        for said, entry in session.execute(query.order_by(Reformulation.at, Reformulation.id))
    ]


def _page(page: SharedPage | None) -> dict[str, Any] | None:
    """What the prospect did on the page turned towards them."""
    if page is None:
        return None
    return {
        "signed_name": page.signed_name,
        "signed": bool(page.signature),
        "points": [
            {"texts": point["texts"], "reply": point["reply"], "correction": point["correction"]}
            for point in page.content["points"]
        ],
    }
