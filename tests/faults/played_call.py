"""A call played at full speed in a process that may die at any moment, and what the file must then hold.

The child says on a pipe what it is about to do, does it through a real Workspace, then says that it was acknowledged.
The parent replays the same acts on plain values: the file must hold every acknowledged one, and may hold the one that
was on its way.
"""

import contextlib
import itertools
import multiprocessing
import random
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desktop import database
from desktop.clock import FixedClock
from desktop.models.calls import Entry, Opinion, Proof, QuestionState, Score
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.models.needs import Need, NeedVerbatim, Reformulation, Reply, SharedPage
from desktop.models.scripts import Script
from desktop.services import (
    calls,
    entry_lines,
    evidence,
    followups,
    grids,
    needs,
    objections,
    prospects,
    reformulations,
    shared_page,
    templates,
)
from desktop.services.followups import NextStep
from desktop.services.shared_page import Agreement
from tests.faults.known_call import Act, KnownNeed, Line, Played

START = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
KEY = bytes(range(32))
CLAIRE, MARC = "Claire Morel", "Marc Andrieu"

# A fork server imports the program once; each child is forked from it before any file is open.
_FORKS = "forkserver" in multiprocessing.get_all_start_methods()
processes = multiprocessing.get_context("forkserver" if _FORKS else "spawn")
if _FORKS:
    processes.set_forkserver_preload(["tests.faults.played_call", "tests.faults.typed_call", "desktop.ui.workspace"])


def begin(store: database.Store) -> uuid.UUID:
    """A call just started with two people, in the file behind ``store``."""
    with store.writing() as (session, _touched):
        prospect = prospects.create_prospect(session, now=START, company="Atelier Roux", person=CLAIRE)
        prospects.add_contact(session, prospect, now=START, name=MARC)
        script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
        return calls.start_call(session, prospect, script, grid, now=START)


def in_the_file(store: database.Store, call_id: uuid.UUID) -> Played:
    """What the file holds of that call; the same call must be the one that is running."""
    with store.reading() as session:
        assert calls.running_call(session) == call_id
        outline = calls.outline(session, call_id)
        entries = session.query(Entry).filter_by(call_id=call_id).order_by(Entry.sequence).all()
        scores = {each.criterion: each.answer for each in session.query(Score).filter_by(call_id=call_id)}
        places = {entry.id: place for place, entry in enumerate(entries)}
        names = {contact.id: contact.name for contact in outline.prospect.contacts}
        answers = {row.criterion.key: row.answer for row in grids.call_sheet(session, call_id).rows if row.answer != ""}
        assert scores == answers
        step = followups.of_call(session, call_id)
        return Played(
            outline.call.question,
            scores,
            [_line(entry) for entry in entries],
            {question: state.value for question, state in outline.marks.items()},
            {f"{each.criterion}/{names[each.contact_id]}": "?" if each.level is None else each.level
             for each in session.query(Opinion).filter_by(call_id=call_id)},
            outline.prospect.heat.value if outline.prospect.heat else "",
            step.subject if step else "",
            [
                KnownNeed(places[link.verbatim_id], need.statement, need.confirmed)
                for need, link in session.query(Need, NeedVerbatim).join(NeedVerbatim).order_by(Need.position)
            ],
            [
                (places[each.entry_id], each.reply.value)
                for each in session.query(Reformulation).filter_by(call_id=call_id).order_by(Reformulation.at)
            ],
            {f"{places[each.entry_id]}/{each.criterion}": each.linked for each in session.query(Proof)},
            [each.signed_name for each in session.query(SharedPage).order_by(SharedPage.at, SharedPage.id)],
        )  # fmt: skip


def _line(entry: Entry) -> Line:
    return Line(
        entry.kind,
        entry.text,
        entry.citable,
        entry.deleted_at is not None,
        tuple(entry.tags),
        entry.corrected,
        entry.card,
        entry.settled,
    )


class HurriedRep:
    """Thinks of one act after another, from what is known of the call; the same for the same seed."""

    def __init__(self, script: Script, criteria: list[str], seed: int) -> None:
        self._chance = random.Random(seed)
        self._criteria = criteria
        self._questions = [question.key for question in script.questions]
        self._known = Played("")

    def acts(self) -> Iterator[Act]:
        while True:
            act = self._think()
            if act is not None:
                self._known = self._known.after(act)
                yield act

    def _think(self) -> Act | None:
        chance = self._chance
        match chance.randrange(14):
            case 0 | 1 | 2:
                answer = chance.choice([0, 1, 2, 3, "?", ""])
                return ("score", chance.choice(self._criteria), answer, chance.choice([CLAIRE, MARC]))
            case 3 | 4 | 5:
                return ("line", chance.choice(["verbatim", "verbatim", "note", "objection", "question"]), self._words())
            case 6 | 7:
                return self._about_a_line()
            case 8 | 9:
                return self._about_their_words()
            case 10:
                return ("mark", chance.choice(self._questions), chance.choice(list(QuestionState)).value)
            case 11:
                return ("go", chance.choice(self._questions))
            case 12:
                return ("heat", chance.choice(list(Heat)).value)
            case _:
                return ("step", self._words()) if chance.random() < 0.8 else ("page", chance.choice([CLAIRE, MARC]))

    def _words(self) -> str:
        return f"« Réponse n° {len(self._known.lines)}, à l’échéance » {self._chance.randbytes(20).hex()}"

    def _place(self, *kinds: str) -> int | None:
        """A line of one of these kinds that nothing else hangs on."""
        tied = {need.line for need in self._known.needs} | {place for place, _reply in self._known.replies}
        tied |= self._known.answers | {int(key.split("/")[0]) for key in self._known.proofs}
        standing = [
            place
            for place, line in enumerate(self._known.lines)
            if line.kind in kinds and not line.gone and place not in tied
        ]
        return self._chance.choice(standing) if standing else None

    def _about_a_line(self) -> Act | None:
        chance = self._chance
        if (place := self._place("objection")) is not None and chance.random() < 0.5:
            if chance.random() < 0.5:
                return ("card", place, chance.choice(["price", "time", ""]))
            return ("settle", place, chance.choice([True, False, None]))
        place = self._place("verbatim", "note", "objection", "question")
        if place is None:
            return None
        match chance.randrange(4):
            case 0:
                return ("take back", place)
            case 1:
                return ("retype", place, chance.choice(["verbatim", "note", "objection"]), self._words())
            case _:
                return ("tags", place, chance.sample(["impact", "budget", "délai"], chance.randrange(3)))

    def _about_their_words(self) -> Act | None:
        chance = self._chance
        if self._known.needs and chance.random() < 0.3:
            place = chance.randrange(len(self._known.needs))
            return ("confirm need", place) if chance.random() < 0.5 else ("state need", place, self._words())
        place = self._place("verbatim")
        if place is None:
            return None
        match chance.randrange(6):
            case 0:
                reply = chance.choice(["confirmed", "corrected", "refused"])
                return ("reply", place, reply, self._words() if reply == "corrected" else "")
            case 1:
                return ("need", place)
            case 2:
                return ("proof", place, chance.choice(self._criteria), chance.random() < 0.5)
            case 3:
                return ("correct", place, self._words())
            case _:
                return ("citable", place, chance.random() < 0.7)


class Rep:
    """Does acts through a Workspace, one transaction each."""

    def __init__(self, workspace: Any, call_id: uuid.UUID) -> None:
        self._workspace, self._call = workspace, call_id
        self._lines: list[uuid.UUID] = []
        self._needs: list[uuid.UUID] = []
        outline = workspace.ask(calls.outline, call_id)
        self._prospect = outline.prospect.id
        self._people = {contact.name: contact.id for contact in outline.prospect.contacts}

    def perform(self, act: Act) -> None:
        do, call, lines = self._workspace.do, self._call, self._lines
        clock = self._workspace.clock
        clock.advance(1)
        now = clock.now()
        match act:
            case ("score", criterion, answer, who):
                do(calls.set_score, call, criterion, answer, at=now, speaker=self._people[who])
            case ("line", kind, text):
                lines.append(do(calls.add_entry, call, kind, text, at=now))
            case ("citable", place, citable):
                do(calls.set_citable, lines[place], citable)
            case ("take back", place):
                do(calls.take_back, lines[place], at=now)
            case ("tags", place, tags):
                do(entry_lines.set_tags, lines[place], tags)
            case ("correct", place, words):
                do(entry_lines.correct, lines[place], words)
            case ("retype", place, kind, text):
                lines.append(do(entry_lines.replace, lines[place], kind, text, at=now).id)
            case ("card", place, card):
                do(objections.link_card, lines[place], card)
            case ("settle", place, settled):
                do(objections.settle, lines[place], settled)
            case ("go", question):
                do(calls.go_to, call, question)
            case ("mark", question, state):
                do(calls.mark_question, call, question, QuestionState(state), at=now)
            case ("heat", heat):
                do(prospects.set_heat, self._prospect, Heat(heat), now=now)
            case ("step", subject):
                due = (now + timedelta(days=3)).replace(tzinfo=None)
                step = NextStep(due, "Europe/Paris", Channel.PHONE, Objective.PRECISION, subject)
                do(followups.fix, call, step, now=now)
            case ("page", name):
                do(shared_page.agree, call, Agreement((), name, (((1, 2), (3, 4)),)), now)
            case _:
                self._perform_about_words(act, now)

    def _perform_about_words(self, act: Act, now: datetime) -> None:
        do, lines = self._workspace.do, self._lines
        match act:
            case ("reply", place, reply, correction):
                key = do(reformulations.answer, lines[place], "Cela vous coûte ?", Reply(reply), now,
                         correction=correction)  # fmt: skip
                lines.extend([key] if correction else [])
            case ("need", place):
                self._needs.append(do(needs.add_need, self._prospect, [lines[place]], now=now))
            case ("state need", place, statement):
                do(needs.update_need, self._needs[place], statement=statement)
            case ("confirm need", place):
                do(needs.confirm_need, self._needs[place], at=now)
            case ("proof", place, criterion, linked):
                do(evidence.set_proof, lines[place], criterion, linked, at=now)
            case _:
                raise AssertionError(act)


class DirectWorkspace:
    """``Workspace.do`` without Qt, for what shows nothing."""

    def __init__(self, store: database.Store) -> None:
        self._store = store
        self.clock = FixedClock(START)

    def ask(self, query: Callable[..., Any], *args: Any) -> Any:
        with self._store.reading() as session:
            return query(session, *args)

    def do(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with self._store.writing() as (session, _touched):
            return command(session, *args, **kwargs)


def acts_of(store: database.Store, call_id: uuid.UUID, seed: int) -> Iterator[Act]:
    """The acts of a hurried rep in that call."""
    with store.reading() as session:
        outline = calls.outline(session, call_id)
    return HurriedRep(outline.script, [criterion.key for criterion in outline.call.grid.criteria], seed).acts()


def play(store: database.Store, call_id: uuid.UUID, *, seed: int, count: int) -> None:
    """Do that many acts."""
    rep = Rep(DirectWorkspace(store), call_id)
    for act in itertools.islice(acts_of(store, call_id, seed), count):
        rep.perform(act)


def play_until_killed(path: Path, call_id: uuid.UUID, seed: int, pipe: Connection) -> None:
    """The child: never returns."""
    from desktop.ui.workspace import Workspace

    store = database.Store(database.connect(path, KEY))
    rep = Rep(Workspace(store, FixedClock(START)), call_id)
    for act in acts_of(store, call_id, seed):
        pipe.send(("about to", act))
        rep.perform(act)
        pipe.send(("acknowledged", act))


def watch_and_kill(
    process: BaseProcess, pipe: Connection, seconds: float, played: Played
) -> tuple[Played, Played, int]:
    """Kill ``process`` that many seconds after it first said something, then read the pipe to its end.

    Returns the call as acknowledged, the same with the act that was on its way, and how many acts were acknowledged.
    """
    said = [pipe.recv()]
    deadline = time.monotonic() + seconds
    while pipe.poll(max(0.0, deadline - time.monotonic())) and time.monotonic() < deadline:
        said.append(pipe.recv())
    process.kill()
    process.join()
    with contextlib.suppress(EOFError):  # what was acknowledged just before the kill counts too
        while True:
            said.append(pipe.recv())
    underway = played
    for word, act in said:
        if word == "about to":
            underway = played.after(act)
        else:
            played = underway
    return played, underway, sum(word == "acknowledged" for word, _act in said)
