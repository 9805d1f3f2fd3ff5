"""How what is on the screen grows with the book: 1,000, 10,000 and 100,000 prospects, each with ten verbatims.

The floor of each measure is the same one at a thousand prospects. What a question costs is the time that it keeps a
processor, so that a busy machine says what an idle one does; the window is told by the clock on the wall as well.
``BOUSSOLE_BOOKS=folder`` keeps the generated files from one run to the next: copies of them are opened.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import time, timedelta
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Any

from sqlalchemy import select

from desktop import settings, vault
from desktop.database import Session
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.statuses import LossKind, Status
from desktop.paths import Paths
from desktop.services import (
    board,
    followups,
    loose_ends,
    matrix_board,
    messages,
    prospect_bulk,
    prospect_choice,
    reminders,
    search,
    today,
)
from desktop.services.prospect_choice import Order, Sorting
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter, working
from desktop.services.prospect_rows import prospect_rows
from desktop.settings import Settings
from tests.benchmarks import generate
from tests.benchmarks.screen import workspace_on
from tests.benchmarks.search import letters
from tests.benchmarks.table import Table, median, percentile

SIZES = (1_000, 10_000, 100_000)
FRAME_MS = 16
WINDOW, MEMORY = 1.3, 1.5
"""The most that opening the window, and the memory it takes, may be of what they are with a thousand prospects."""
_STARTS = {
    "Start, window painted": ("ms", WINDOW),
    "Start, processor": ("ms", WINDOW),
    "Start, memory": ("MB", MEMORY),
}
MANY, A_SECOND = 1000, 2000
"""Prospects that an act on many is measured on, and how many of them a second has room for."""
_ACT = "Act on"
_RUNS = 5
_BY_VIDEO = board.Asked(channel=Channel.VIDEO)
FILTERS = (
    working(planned=False),
    working(heats=(Heat.HOT,)),
    ProspectFilter(bands=(Band.GOOD,), heats=(Heat.HOT,)),
    ProspectFilter(statuses=(Status.LOST,)),
    working(stale_days=30),
    working(heats=(Heat.HOT,), decider=False),
    ProspectFilter(sources=("partenaire",)),
    ProspectFilter(sources=("nulle part",)),
    ProspectFilter(wake_due=True),
    ProspectFilter(expiring=True),
    ProspectFilter(kind="b2c", never_called=True),
)
WORDS = ("menuiserie", "roux", "02 99", "echeance", "zzz")
Ask = Callable[[Session], object]


def run(table: Table, folder: Path) -> None:
    curves: dict[str, list[tuple[float, float]]] = {}
    for size in SIZES:
        book = _opened_copy(folder, size)
        for what, point in _start(book).items():
            curves.setdefault(what, []).append(point)
        for what, times in _measure(book.database).items():
            curves.setdefault(what, []).append((percentile(times, 50), percentile(times, 95)))
        for what, spent in _acts(book.database).items():
            curves.setdefault(what, []).append((spent, spent))
        shutil.rmtree(book.data)
    _print_curve(curves)
    for what, points in curves.items():
        (_middle, floor), *_others, (_last_middle, last) = points
        name = f"{what}: {SIZES[-1]:,} (floor: {SIZES[0]:,})"
        if what in _STARTS:
            unit, most = _STARTS[what]
            table.add(name, last, unit, floor=floor, ratio=most)
        elif what.startswith(_ACT):
            table.add(name, last, "ms", floor=floor, most=1000 * MANY / A_SECOND)
        else:
            table.add(f"{name}, p95", last, "ms", floor=floor, most=FRAME_MS)


def questions() -> dict[str, Iterable[Ask]]:
    """What each screen asks of the file: by name, the questions that it is measured on."""
    now = generate.NOW

    def rows(chosen_by: ProspectFilter, order: Order = Order.LATEST, offset: int = 0) -> Ask:
        sorting = Sorting(order)
        return lambda session: prospect_rows(
            session, chosen_by.text, chosen_by=chosen_by, sorting=sorting, now=now, offset=offset
        )

    def worded(words: str, chosen_by: ProspectFilter) -> Ask:
        return lambda session: prospect_rows(session, words, chosen_by=chosen_by, now=now)

    def counted(chosen_by: ProspectFilter) -> Ask:
        return lambda session: prospect_choice.count(session, chosen_by, now=now)

    def searched(words: str) -> Ask:
        return lambda session: search.search(session, words, now=now)

    return {
        "List": [rows(NO_FILTER), rows(NO_FILTER, offset=600)],
        "List, filtered": [rows(each) for each in FILTERS],
        "List, sorted": [rows(NO_FILTER, order) for order in Order],
        "List, filtered and sorted": [rows(each, order) for each in FILTERS for order in islice(Order, 1, 6)],
        "List, counted": [counted(each) for each in FILTERS],
        "List, words": [worded(words, NO_FILTER) for words in letters()],
        "List, words and filter": [worded(words, each) for words in WORDS for each in FILTERS],
        "Search, everything": [searched(words) for words in letters()],
        "Today": [lambda session: today.agenda(session, now)],
        "Today, what is missing": [lambda session: loose_ends.loose_ends(session, now)],
        "Badge of the rail": [lambda session: today.due_count(session, now)],
        "Matrix, counts": [matrix_board.board],
        "Matrix, the prospects of a place": [_of_place(place) for place in matrix_board.PLACES],
        "Follow-ups, counts": [lambda session: board.counts(session, now, board.Asked())],
        "Follow-ups, counts of a channel": [lambda session: board.counts(session, now, _BY_VIDEO)],
        "Follow-ups, a window of each part": [_of_part(part) for part in board.Part],
        "Reminders, one tick": [lambda session: reminders.due(session, now=now)],
        "Reminders, a year missed": [lambda session: reminders.ring(session, now=now + timedelta(days=365))],
        "Message drafted": [_drafted(place) for place in range(20)],
    }


def _of_place(place: matrix_board.Place) -> Ask:
    return lambda session: matrix_board.seen(session, matrix_board.ids_of(session, place, limit=60))


def _of_part(part: board.Part) -> Ask:
    return lambda session: board.lines(session, generate.NOW, part, board.Asked(), offset=0, limit=40)


def _drafted(place: int) -> Ask:
    def draft(session: Session) -> object:
        open_ones = select(FollowUp.prospect_id, FollowUp.id).where(FollowUp.state == FollowUpState.OPEN)
        prospect_id, key = session.execute(open_ones.order_by(FollowUp.due_at).offset(place).limit(1)).one()
        return messages.draft(session, prospect_id, key, now=generate.NOW)

    return draft


def _acts(path: Path) -> dict[str, float]:
    """Milliseconds of acts on ``MANY`` prospects at once, and of their undo."""
    workspace, clock = workspace_on(path)
    keys = workspace.ask(prospect_choice.chosen, limit=MANY)
    step = prospect_bulk.Plan(clock.today(), time(18), "Europe/Paris", 20, Channel.PHONE, Objective.VALIDATION)
    lost = {"reason": "x", "loss": LossKind.PRICE}
    now, times = clock.now(), {}

    def done(what: str, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        started = process_time()
        found = workspace.do(command, *args, **kwargs)
        times[f"{_ACT} {len(keys)}: {what}"] = (process_time() - started) * 1000
        return found

    columns = done("heat", prospect_bulk.set_heat, keys, Heat.WARM, now=now)
    done("heat, undo", prospect_bulk.put, columns, back=True)
    _keys, changes = done("next step", prospect_bulk.plan, keys, step, now=now)
    done("next step, undo", followups.undo, changes)
    _keys, changes = done("status", prospect_bulk.set_status, keys, Status.LOST, now=now, **lost)
    done("status, undo", followups.undo, changes)
    workspace.close()
    return times


def _measure(path: Path) -> dict[str, list[float]]:
    """Milliseconds of each question, warm: the first of each only fills the caches."""
    workspace, _clock = workspace_on(path)
    times: dict[str, list[float]] = {}
    for what, asked in questions().items():
        times[what] = []
        each = list(asked)
        for place in range(max(len(each) + 1, 12) if len(each) > 1 else 12):
            question = each[place % len(each)]
            started = thread_time()
            workspace.ask(question)
            if place:
                times[what].append((thread_time() - started) * 1000)
    workspace.close()
    return times


def _opened_copy(folder: Path, size: int) -> Paths:
    """A folder of data with a book of that size, ready to be opened: the program writes in what it opens."""
    paths = Paths(folder / f"growth-{size}")
    paths.create()
    if os.environ.get("BOUSSOLE_BOOKS"):
        shutil.copyfile(generate.kept(size), paths.database)
    else:
        generate.fill(paths.database, size)
    vault.create(paths.vault, generate.KEY)
    settings.save(paths.settings, Settings(language="fr", theme="light", first_run_done=True))
    paths.backups.mkdir(parents=True, exist_ok=True)
    return paths


def _start(book: Paths) -> dict[str, tuple[float, float]]:
    """What a start costs until the window is painted, by name: the median of some."""
    found = [_first_paint(book.data) for _ in range(_RUNS + 1)][1:]
    middles = [median(each) for each in zip(*found, strict=True)]
    return {what: (middle, middle) for what, middle in zip(_STARTS, middles, strict=True)}


def _first_paint(data: Path) -> tuple[float, float, float]:
    """Milliseconds on the wall, milliseconds of processor, and megabytes at their highest."""
    command = [sys.executable, "-m", "tests.benchmarks.first_paint", "program", str(data)]
    started, before = perf_counter(), os.times()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        milliseconds = (perf_counter() - started) * 1000
    if process.returncode:
        raise RuntimeError(f"the program ended with {process.returncode}")
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return milliseconds, spent * 1000, json.loads(line)["megabytes"]


def _print_curve(curves: dict[str, list[tuple[float, float]]]) -> None:
    head = "".join(f"{f'{size:,}':>20}" for size in SIZES)
    print(f"\n{'p50 / p95, ms':<42}{head}\n{'─' * 102}")
    for what, points in curves.items():
        print(f"{what:<42}" + "".join(f"{f'{middle:.2f} / {high:.2f}':>20}" for middle, high in points))
    print()
