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
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desktop import database
from desktop.clock import FixedClock
from desktop.models.calls import QuestionState, Score
from desktop.models.scripts import Script
from desktop.services import calls, grids, prospects, templates

START = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
KEY = bytes(range(32))
Act = tuple[Any, ...]

# A fork server imports the program once; each child is forked from it before any file is open.
_FORKS = "forkserver" in multiprocessing.get_all_start_methods()
processes = multiprocessing.get_context("forkserver" if _FORKS else "spawn")
if _FORKS:
    processes.set_forkserver_preload(["tests.faults.played_call", "tests.faults.typed_call", "desktop.ui.workspace"])


@dataclass
class Played:
    """What is known of a call after some acts, as plain values: from the acts, or from the file."""

    question: str
    scores: dict[str, object] = field(default_factory=dict)
    lines: list[tuple[str, str, bool, bool]] = field(default_factory=list)
    """(kind, text, citable, taken back), in order."""
    marks: dict[str, str] = field(default_factory=dict)

    def after(self, act: Act) -> "Played":
        played = Played(self.question, dict(self.scores), list(self.lines), dict(self.marks))
        match act:
            case ("score", criterion, ""):
                played.scores.pop(criterion, None)
            case ("score", criterion, answer):
                played.scores[criterion] = answer
            case ("line", kind, text):
                played.lines.append((kind, text, False, False))
            case ("citable", place, citable):
                kind, text, _before, removed = played.lines[place]
                played.lines[place] = (kind, text, citable, removed)
            case ("take back", place):
                kind, text, citable, _before = played.lines[place]
                played.lines[place] = (kind, text, citable, True)
            case ("go", question):
                played.question = question
            case ("mark", question, state):
                played.marks[question] = state
            case ("next", question, there):
                played.marks[question], played.question = "asked", there
            case _:
                raise AssertionError(act)
        return played


def begin(store: database.Store) -> uuid.UUID:
    """A call just started, in the file behind ``store``."""
    with store.writing() as (session, _touched):
        prospect = prospects.create_prospect(session, now=START, company="Atelier Roux", person="Claire Morel")
        script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
        return calls.start_call(session, prospect, script, grid, now=START)


def in_the_file(store: database.Store, call_id: uuid.UUID) -> Played:
    """What the file holds of that call; the same call must be the one that is running."""
    with store.reading() as session:
        assert calls.running_call(session) == call_id
        outline = calls.outline(session, call_id)
        entries = session.query(calls.Entry).filter_by(call_id=call_id).order_by(calls.Entry.sequence)
        scores = session.query(Score).filter_by(call_id=call_id)
        answers = {row.criterion.key: row.answer for row in grids.call_sheet(session, call_id).rows if row.answer != ""}
        played = Played(
            outline.call.question,
            {score.criterion: score.answer for score in scores},
            [(each.kind, each.text, each.citable, each.deleted_at is not None) for each in entries],
            {question: state.value for question, state in outline.marks.items()},
        )
        assert played.scores == answers
        return played


def acts(script: Script, criteria: list[str], seed: int) -> Iterator[Act]:
    """What an endless and hurried rep does, the same for the same seed."""
    chance = random.Random(seed)
    lines: list[str] = []
    questions = [question.key for question in script.questions]
    while True:
        match chance.randrange(8):
            case 0 | 1 | 2:
                yield ("score", chance.choice(criteria), chance.choice([0, 1, 2, 3, "?", ""]))
            case 3 | 4 | 5 if not lines or chance.random() < 0.7:
                kind = chance.choice(["verbatim", "verbatim", "note", "objection"])
                lines.append(kind)
                yield ("line", kind, f"« Réponse n° {len(lines)}, à l’échéance » {chance.randbytes(20).hex()}")
            case 3 | 4 | 5:
                place = chance.randrange(len(lines))
                if lines[place] == "verbatim":
                    yield ("citable", place, chance.random() < 0.7)
                else:
                    yield ("take back", place)
            case 6:
                yield ("mark", chance.choice(questions), chance.choice(list(QuestionState)).value)
            case _:
                yield ("go", chance.choice(questions))


class Rep:
    """Does acts through a Workspace, one transaction each."""

    def __init__(self, workspace: Any, call_id: uuid.UUID) -> None:
        self._workspace, self._call = workspace, call_id
        self._lines: list[uuid.UUID] = []

    def perform(self, act: Act) -> None:
        do, call = self._workspace.do, self._call
        now = self._workspace.clock.now()
        match act:
            case ("score", criterion, answer):
                do(calls.set_score, call, criterion, answer, at=now)
            case ("line", kind, text):
                self._lines.append(do(calls.add_entry, call, kind, text, at=now))
            case ("citable", place, citable):
                do(calls.set_citable, self._lines[place], citable)
            case ("take back", place):
                do(calls.take_back, self._lines[place], at=now)
            case ("go", question):
                do(calls.go_to, call, question)
            case ("mark", question, state):
                do(calls.mark_question, call, question, QuestionState(state), at=now)


class DirectWorkspace:
    """``Workspace.do`` without Qt, for what shows nothing."""

    clock = FixedClock(START)

    def __init__(self, store: database.Store) -> None:
        self._store = store

    def do(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with self._store.writing() as (session, _touched):
            return command(session, *args, **kwargs)


def acts_of(store: database.Store, call_id: uuid.UUID, seed: int) -> Iterator[Act]:
    """The acts of a hurried rep in that call."""
    with store.reading() as session:
        outline = calls.outline(session, call_id)
    return acts(outline.script, [criterion.key for criterion in outline.call.grid.criteria], seed)


def play(store: database.Store, call_id: uuid.UUID, *, seed: int, count: int) -> None:
    """Do that many acts."""
    rep = Rep(DirectWorkspace(store), call_id)
    for act in itertools.islice(acts_of(store, call_id, seed), count):
        rep.perform(act)


def play_until_killed(path: Path, call_id: uuid.UUID, seed: int, pipe: Connection) -> None:
    """The child: never returns."""
    from desktop.ui.workspace import Workspace

    clock = FixedClock(START)
    store = database.Store(database.connect(path, KEY))
    rep = Rep(Workspace(store, clock), call_id)
    for act in acts_of(store, call_id, seed):
        pipe.send(("about to", act))
        rep.perform(act)
        pipe.send(("acknowledged", act))
        clock.advance(1)


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
