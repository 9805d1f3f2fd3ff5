"""The page turned towards the prospect: their needs in their words, and what they tick, correct, order and sign.

What goes on it is chosen here, word by word; nothing else of the file can reach the person who reads it. Taking an
agreement back and restoring it are exact, so that the whole page is one act of the call.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Call, Verbatim
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Reply, SharedPage, Told
from desktop.models.prospects import Contact
from desktop.services import calls, needs, reformulations, settings
from desktop.services.parties import client_of, seller_of
from desktop.services.prospects import load_prospect

Stroke = tuple[tuple[int, int], ...]
"""One movement of the pen: ``(x, y)`` in thousandths of the width of the pad."""


@dataclass(frozen=True)
class SharedNeed:
    """One point of the page."""

    key: uuid.UUID
    kind: NeedKind
    words: tuple[str, ...]
    """Theirs, those that may be quoted; empty when ``statement`` stands for them."""
    statement: str = ""
    """What the rep wrote as understood, only where no word may be quoted."""
    confirmed: bool = False
    """They had agreed to it before."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What is read: their words, or else the statement."""
        return self.words or (self.statement,)


@dataclass(frozen=True)
class SharedSheet:
    """All that the page shows. ``person`` is "" when nobody is named."""

    seller: str
    """The company that sells; "" before it was filled in."""
    representative: str
    company: str
    """The prospect's; "" for a private person."""
    person: str
    day: date
    language: str
    """``fr`` or ``en``, as the call is held."""
    needs: tuple[SharedNeed, ...]


@dataclass(frozen=True)
class Decision:
    """What they made of one point. ``None`` leaves it as it was; ``correction`` goes with ``Reply.CORRECTED``."""

    key: uuid.UUID
    reply: Reply | None = None
    correction: str = ""


@dataclass(frozen=True)
class Agreement:
    """The page as they hand it back: the points in their order, their name, and their signature if they drew one."""

    decisions: tuple[Decision, ...]
    signed_name: str = ""
    signature: tuple[Stroke, ...] = ()
    language: str = "fr"


@dataclass(frozen=True)
class _Point:
    """A point of the page, and the verbatims that an answer to it is about."""

    shown: SharedNeed
    need_id: uuid.UUID | None
    """``None`` for quotable words that state no need yet: agreeing makes it."""
    verbatims: tuple[Verbatim, ...]


def page(session: Session, call_id: uuid.UUID, contact_id: uuid.UUID | None = None, *, today: date) -> SharedSheet:
    """What may be shown during a call to ``contact_id``, by default the one who is speaking. Changes nothing."""
    call = session.get_one(Call, call_id)
    prospect = load_prospect(session, call.prospect_id)
    shown_to = contact_id or call.speaker_id or call.contact_id
    contact = session.get(Contact, shown_to) if shown_to else prospect.main_contact
    seller, client = seller_of(settings.company(session, with_logo=True)), client_of(prospect, contact)
    return SharedSheet(
        seller=seller.name,
        representative=seller.representative,
        company=prospect.company,
        person=client.contact or client.company,
        day=today,
        language=call.script.language,
        needs=tuple(point.shown for point in _points(session, call)),
    )


def agree(
    session: Session,
    call_id: uuid.UUID,
    agreement: Agreement,
    at: datetime,
    *,
    contact_id: uuid.UUID | None = None,
    offset_seconds: int = 0,
) -> uuid.UUID:
    """Keep what they did with the page, all of it or nothing. Returns the key of the ``SharedPage``.

    A point they ticked or put right is confirmed evidence. Words they put right or struck out are no longer quotable:
    a document quotes the page as they left it. Raises ``UserError`` when they did nothing.
    """
    call = session.get_one(Call, call_id)
    points = {point.shown.key: point for point in _points(session, call)}
    decided = [(points[each.key], each) for each in agreement.decisions if each.key in points]
    signature = [[list(dot) for dot in stroke] for stroke in agreement.signature if stroke]
    if not signature and all(each.reply is None for _point, each in decided):
        raise UserError(_("Nothing was ticked on the page yet."))
    writing = _Writing(session, call, at, contact_id or call.speaker_id or call.contact_id, offset_seconds)
    content = [writing.keep(point, each) for point, each in decided]
    writing.put_in_order([uuid.UUID(each["need"]) for each in content if each["need"]])
    kept = SharedPage(
        prospect_id=call.prospect_id,
        call_id=call_id,
        contact_id=writing.contact_id,
        signed_name=agreement.signed_name.strip(),
        signature=signature,
        content={"language": agreement.language, "points": content, "changes": writing.changes},
        at=at,
    )
    session.add(kept)
    session.flush()
    return kept.id


def take_back(session: Session, page_id: uuid.UUID, *, at: datetime) -> None:
    """As if the page had not been signed. Idempotent."""
    kept = session.get_one(SharedPage, page_id)
    kept.deleted_at = kept.deleted_at or at
    changes = kept.content["changes"]
    needs.put_in_order(session, _positions(changes["order_before"]))
    for answer in reversed(changes["answers"]):
        reformulations.take_back(session, uuid.UUID(answer), at=at)
    for entry_id in changes["private"]:
        # What put these words right may be quoted: it must not make them so.
        calls.set_citable(session, uuid.UUID(entry_id), False)
    for need_id, before in changes["by_hand"]:
        needs.update_need(session, uuid.UUID(need_id), **_from_json(before))
    for need_id, entry_id in changes["written"]:
        needs.detach(session, uuid.UUID(need_id), uuid.UUID(entry_id))
        calls.take_back(session, uuid.UUID(entry_id), at=at)
    for entry_id in changes["not_quotable"]:
        calls.set_citable(session, uuid.UUID(entry_id), True)
    for need_id in changes["made"]:
        needs.remove_need(session, uuid.UUID(need_id), at=at)


def restore(session: Session, page_id: uuid.UUID) -> None:
    """Signed after all. Idempotent."""
    kept = session.get_one(SharedPage, page_id)
    kept.deleted_at = None
    changes = kept.content["changes"]
    for need_id in changes["made"]:
        needs.remove_need(session, uuid.UUID(need_id), at=None)
    for need_id, entry_id in changes["written"]:
        calls.restore_entry(session, uuid.UUID(entry_id))
        needs.attach(session, uuid.UUID(need_id), uuid.UUID(entry_id))
    session.flush()
    for answer in changes["answers"]:
        reformulations.restore(session, uuid.UUID(answer))
    agreed = {each["need"]: each["reply"] for each in kept.content["points"]}
    for need_id, _before in changes["by_hand"]:
        _by_hand(session, uuid.UUID(need_id), agreed[need_id] == Reply.CONFIRMED, kept.at)
    for entry_id in changes["not_quotable"]:
        calls.set_citable(session, uuid.UUID(entry_id), False)
    needs.put_in_order(session, _positions(changes["order_after"]))


def latest(session: Session, prospect_id: uuid.UUID, call_id: uuid.UUID | None = None) -> SharedPage | None:
    """The last page that stands, of a prospect or of one of their calls."""
    query = select(SharedPage).where(SharedPage.prospect_id == prospect_id, SharedPage.deleted_at.is_(None))
    if call_id is not None:
        query = query.where(SharedPage.call_id == call_id)
    return session.scalars(query.order_by(SharedPage.at.desc(), SharedPage.id.desc()).limit(1)).first()


def strokes(kept: SharedPage) -> tuple[Stroke, ...]:
    """The signature of a page."""
    return tuple(tuple((int(x), int(y)) for x, y in stroke) for stroke in kept.signature)


def agreed_needs(kept: SharedPage) -> frozenset[uuid.UUID]:
    """The needs that were ticked or put right on a page."""
    points = kept.content.get("points", ())
    return frozenset(uuid.UUID(each["need"]) for each in points if each["reply"] in reformulations.AGREED)


# What may be shown


def _points(session: Session, call: Call) -> list[_Point]:
    """The needs in their order, then the quotable words of this call that state none; the same words only once.

    A need that they refused, and whose words may not be quoted, is not shown to them again.
    """
    points: list[_Point] = []
    given: set[uuid.UUID] = set()
    for stated in needs.needs_of(session, call.prospect_id):
        fresh = tuple(each for each in stated.verbatims if each.id not in given)
        quotable = tuple(each for each in fresh if each.citable)
        refused = bool(stated.replies) and stated.replies[-1].reply is Reply.REFUSED
        need = stated.need
        statement = "" if quotable or refused or any(each.citable for each in stated.verbatims) else need.statement
        if not quotable and not statement.strip():
            continue
        given.update(each.id for each in quotable)
        words = tuple(each.words for each in quotable)
        shown = SharedNeed(need.id, need.kind, words, statement, need.confirmed)
        points.append(_Point(shown, need.id, quotable or fresh))
    stated_already = needs.stated_verbatims(session, call.prospect_id)
    for said in calls.entries(session, call.id):
        if isinstance(said, Verbatim) and said.citable and said.id not in given | stated_already:
            shown = SharedNeed(said.id, reformulations.kind_of(session, said), (said.words,))
            points.append(_Point(shown, None, (said,)))
    return points


# What they did with it


class _Writing:
    """Writes the decisions down one by one, and keeps in ``changes`` what it takes to undo them."""

    def __init__(
        self, session: Session, call: Call, at: datetime, contact_id: uuid.UUID | None, offset_seconds: int
    ) -> None:
        self._session = session
        self._call = call
        self._at = at
        self._offset = offset_seconds
        self.contact_id = contact_id
        self.changes: dict[str, Any] = {
            "made": [],
            "answers": [],
            "by_hand": [],
            "written": [],
            "not_quotable": [],
            "private": [],
            "order_before": {},
            "order_after": {},
        }

    def keep(self, point: _Point, decision: Decision) -> dict[str, Any]:
        """Write one decision down. Returns the point as it stood on the page."""
        reply, correction = decision.reply, decision.correction.strip()
        if reply is Reply.CORRECTED and correction in ("", *point.shown.texts, "\n".join(point.shown.texts)):
            reply = Reply.CONFIRMED if correction else None
        need_id = point.need_id
        if need_id is None and reply in reformulations.AGREED:
            need_id = self._make_need(point)
        if reply is not None:
            self._answer(point, need_id, reply, correction)
        return {
            "need": str(need_id) if need_id else None,
            "kind": point.shown.kind.value,
            "texts": list(point.shown.texts),
            "reply": reply.value if reply else None,
            "correction": correction if reply is Reply.CORRECTED else "",
        }

    def put_in_order(self, shown: Sequence[uuid.UUID]) -> None:
        """Give the needs of the page the prospect's order; the others keep their places between them."""
        current = [stated.need.id for stated in needs.needs_of(self._session, self._call.prospect_id)]
        theirs = iter([need_id for need_id in shown if need_id in current])
        ordered = [next(theirs) if need_id in shown else need_id for need_id in current]
        after = {need_id: place for place, need_id in enumerate(ordered)}
        before = needs.put_in_order(self._session, after)
        self.changes["order_before"] = {str(need_id): place for need_id, place in before.items()}
        self.changes["order_after"] = {str(need_id): after[need_id] for need_id in before}

    def _make_need(self, point: _Point) -> uuid.UUID:
        made = needs.add_need(
            self._session, self._call.prospect_id, [each.id for each in point.verbatims], now=self._at
        )
        self.changes["made"].append(str(made))
        return made

    def _answer(self, point: _Point, need_id: uuid.UUID | None, reply: Reply, correction: str) -> None:
        if not point.verbatims:
            assert need_id is not None
            self._answer_without_words(point, need_id, reply, correction)
            return
        # One correction puts the whole point right, whatever number of their sentences it was made of.
        about = point.verbatims[:1] if reply is Reply.CORRECTED else point.verbatims
        for verbatim in about:
            if reply is Reply.CORRECTED and not verbatim.citable:
                self.changes["private"].append(str(verbatim.id))
            answered = self._say_back(verbatim.id, point.shown, reply, correction)
            if reply is Reply.CORRECTED:
                # They wrote it for this page: it may be quoted, also where the first words may not.
                calls.set_citable(self._session, answered, True)
        if reply is not Reply.CONFIRMED:
            for verbatim in point.verbatims:
                self._quote_no_more(verbatim)

    def _answer_without_words(self, point: _Point, need_id: uuid.UUID, reply: Reply, correction: str) -> None:
        """A need that the rep wrote down by themselves: there is no verbatim for the answer to be about."""
        if reply is not Reply.CORRECTED:
            before = _by_hand(self._session, need_id, reply is Reply.CONFIRMED, self._at)
            self.changes["by_hand"].append([str(need_id), _to_json(before)])
            return
        entry_id = calls.add_entry(
            self._session,
            self._call.id,
            "verbatim",
            correction,
            at=self._at,
            contact_id=self.contact_id,
            offset_seconds=self._offset,
        )
        calls.set_citable(self._session, entry_id, True)
        needs.attach(self._session, need_id, entry_id)
        self.changes["written"].append([str(need_id), str(entry_id)])
        self._say_back(entry_id, point.shown, Reply.CONFIRMED, "")

    def _say_back(self, entry_id: uuid.UUID, shown: SharedNeed, reply: Reply, correction: str) -> uuid.UUID:
        answered = reformulations.answer(
            self._session,
            entry_id,
            "\n".join(shown.texts),
            reply,
            self._at,
            correction=correction if reply is Reply.CORRECTED else "",
            via=Told.MIRROR,
            contact_id=self.contact_id,
            offset_seconds=self._offset,
        )
        self.changes["answers"].append(str(answered))
        return answered

    def _quote_no_more(self, verbatim: Verbatim) -> None:
        if verbatim.citable:
            calls.set_citable(self._session, verbatim.id, False)
            self.changes["not_quotable"].append(str(verbatim.id))


def _by_hand(session: Session, need_id: uuid.UUID, agreed: bool, at: datetime) -> dict[str, Any]:
    if agreed:
        return needs.confirm_need(session, need_id, at=at, via=Told.MIRROR)
    return needs.unconfirm_need(session, need_id)


def _positions(saved: Mapping[str, int]) -> dict[uuid.UUID, int]:
    return {uuid.UUID(need_id): place for need_id, place in saved.items()}


def _to_json(before: Mapping[str, Any]) -> dict[str, Any]:
    at, via = before["confirmed_at"], before["confirmed_via"]
    return {**before, "confirmed_at": at.isoformat() if at else None, "confirmed_via": via.value if via else None}


def _from_json(saved: Mapping[str, Any]) -> dict[str, Any]:
    at, via = saved["confirmed_at"], saved["confirmed_via"]
    return {
        **saved,
        "confirmed_at": datetime.fromisoformat(at) if at else None,
        "confirmed_via": Told(via) if via else None,
    }
