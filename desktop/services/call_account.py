"""What happened in a call, read afterwards: minute by minute, theme by theme, and what each word moved.

For the rep alone: ``services.call_report`` says what of it may leave the house.
"""

import uuid
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.calls import Call, Entry, QuestionMark, QuestionState, ScoreMove, Verbatim
from desktop.models.followups import FollowUp
from desktop.models.grids import Standing
from desktop.models.needs import Reformulation, Reply
from desktop.models.prospects import Contact
from desktop.models.scripts import Script
from desktop.services import calls, grids, question_times
from desktop.services.prospects import load_prospect


@dataclass(frozen=True)
class Said:
    """An entry of the call."""

    entry: Entry
    who: str
    theme: str


@dataclass(frozen=True)
class Move:
    """A score that changed. ``before`` and ``after`` are "0" to "3", "?" or "" (not asked)."""

    criterion: str
    """Its name."""
    before: str
    after: str
    words: tuple[str, ...]
    """What was said about this criterion since its last move in this call."""
    who: str = ""


@dataclass(frozen=True)
class Marked:
    """A question asked or skipped."""

    title: str
    state: QuestionState


@dataclass(frozen=True)
class SaidBack:
    """A sentence said back, and the reply."""

    sentence: str
    reply: Reply
    correction: str


@dataclass(frozen=True)
class Moment:
    """Something that happened ``seconds`` after the start."""

    seconds: int
    what: Said | Move | Marked | SaidBack


@dataclass(frozen=True)
class Theme:
    """How long a theme of the script was on the screen, and how much of it was asked."""

    name: str
    seconds: int
    asked: int
    count: int


@dataclass(frozen=True)
class Account:
    """A call, told. ``started_at`` is a moment, ``seconds`` its length without the time it was left."""

    call: Call
    prospect: str
    people: tuple[str, ...]
    """Who spoke, the person called first."""
    script: Script
    timeline: tuple[Moment, ...]
    themes: tuple[Theme, ...]
    moves: tuple[Moment, ...]
    standing: Standing
    """Where the prospect stood on this call's grid, its carried levels included."""
    next_step: FollowUp | None

    @property
    def asked(self) -> int:
        return sum(theme.asked for theme in self.themes)


def account(session: Session, call_id: uuid.UUID) -> Account:
    """The account of a call, running or over."""
    call = session.get_one(Call, call_id)
    script = call.script
    entries = calls.entries(session, call_id)
    people = _people(session, call, entries)
    marks = list(session.scalars(select(QuestionMark).where(QuestionMark.call_id == call_id)))
    clock = _Clock(call, entries)
    moves = _moves(session, call, entries, people, clock)
    moments = [Moment(entry.offset_seconds, _said(entry, script, people)) for entry in entries]
    moments += moves
    moments += [Moment(clock.seconds(mark.at), _marked(mark, script)) for mark in marks]
    moments += _said_back(session, call_id, clock)
    return Account(
        call=call,
        prospect=load_prospect(session, call.prospect_id).name,
        people=tuple(people.values()),
        script=script,
        timeline=tuple(sorted(moments, key=lambda moment: moment.seconds)),
        themes=_themes(script, question_times.times_of(session, call_id), marks),
        moves=tuple(moves),
        standing=grids.call_sheet(session, call_id).standing,
        next_step=_next_step(session, call_id),
    )


class _Clock:
    """Turns the moment of something into seconds of the call, through the entries, which know both.

    The wall clock alone would count the night between two halves of a call.
    """

    def __init__(self, call: Call, entries: Sequence[Entry]) -> None:
        known = sorted([(call.started_at, 0), *((entry.at, entry.offset_seconds) for entry in entries)])
        self._moments = [at for at, _seconds in known]
        self._seconds = [seconds for _at, seconds in known]
        self._end = max(call.elapsed_seconds, self._seconds[-1])

    def seconds(self, at: datetime) -> int:
        place = max(0, bisect_right(self._moments, at) - 1)
        after = self._seconds[place] + int((at - self._moments[place]).total_seconds())
        following = self._seconds[place + 1] if place + 1 < len(self._seconds) else self._end
        return max(0, min(after, following))


def _people(session: Session, call: Call, entries: Sequence[Entry]) -> dict[uuid.UUID, str]:
    keys = [call.contact_id, *(entry.contact_id for entry in entries)]
    found = {key: session.get(Contact, key) for key in keys if key is not None}
    return {key: contact.name for key, contact in found.items() if contact is not None and contact.name}


def _said(entry: Entry, script: Script, people: Mapping[uuid.UUID, str]) -> Said:
    who = people.get(entry.contact_id, "") if entry.contact_id and len(people) > 1 else ""
    return Said(entry, who, script.section_of(entry.question).name if entry.question else "")


def _marked(mark: QuestionMark, script: Script) -> Marked:
    return Marked(script.question(mark.question).title, mark.state)


def _moves(
    session: Session, call: Call, entries: Sequence[Entry], people: Mapping[uuid.UUID, str], clock: _Clock
) -> list[Moment]:
    names = {criterion.key: criterion.name for criterion in call.grid.criteria}
    since: dict[str, datetime] = {}
    moments = []
    for move in session.scalars(select(ScoreMove).where(ScoreMove.call_id == call.id).order_by(ScoreMove.at)):
        words = tuple(
            entry.words
            for entry in entries
            if isinstance(entry, Verbatim)
            and entry.criterion == move.criterion
            and entry.at <= move.at
            and (move.criterion not in since or entry.at > since[move.criterion])
        )
        since[move.criterion] = move.at
        who = people.get(move.contact_id, "") if move.contact_id and len(people) > 1 else ""
        name = names.get(move.criterion, move.criterion)
        moments.append(Moment(clock.seconds(move.at), Move(name, move.before, move.after, words, who)))
    return moments


def _said_back(session: Session, call_id: uuid.UUID, clock: _Clock) -> list[Moment]:
    query = select(Reformulation).where(Reformulation.call_id == call_id, Reformulation.deleted_at.is_(None))
    return [
        Moment(clock.seconds(each.at), SaidBack(each.sentence, each.reply, each.correction))
        for each in session.scalars(query)
    ]


def _themes(script: Script, times: Mapping[str, int], marks: Sequence[QuestionMark]) -> tuple[Theme, ...]:
    asked = {mark.question for mark in marks if mark.state is QuestionState.ASKED}
    sections = [*script.sections]
    if script.fit_test and any(question.key in times for question in script.fit_test.questions):
        sections.append(script.fit_test)
    return tuple(
        Theme(
            section.name,
            sum(times.get(question.key, 0) for question in section.questions),
            sum(question.key in asked for question in section.questions),
            len(section.questions),
        )
        for section in sections
    )


def _next_step(session: Session, call_id: uuid.UUID) -> FollowUp | None:
    query = select(FollowUp).where(FollowUp.call_id == call_id).order_by(FollowUp.created_at.desc()).limit(1)
    return session.scalars(query).first()
