"""Every kind of key of the call, until its act is on the disk and painted, in the real page and a long call."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.clock import FixedClock
from desktop.ui.actions import ActionRegistry
from desktop.ui.calls.page import CallPage
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.garbage import keep_what_is_there
from desktop.ui.main_window import MainWindow
from desktop.ui.mirror.window import MirrorWindow
from desktop.ui.play.keys import Hands
from desktop.ui.workspace import Workspace
from tests.benchmarks import call_file, generate
from tests.benchmarks.screen import append, application, workspace_on
from tests.benchmarks.table import Table, median, percentile

ENTRIES, FEW = 500, 20
ROUNDS, WARM_UP = 100, 5
OPENINGS = 9
FRAME_MS, PANEL_MS, OPENING_MS = 16, 50, 100
WORDS = "Chaque rupture nous prend deux jours, et personne ne le mesure"


@dataclass
class Times:
    """Milliseconds of one kind of key: what the rep waits, and what the processor worked for it."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


class Desk:
    """The call page in its window, and hands at its keyboard."""

    def __init__(self, workspace: Workspace, clock: FixedClock, folder: Path) -> None:
        self.app, self.clock = application(), clock
        self.page = CallPage(workspace, folder, MirrorWindow)
        self.window = MainWindow([self.page], [], ActionRegistry())
        self.window.resize(1440, 900)
        self.window.show_page(self.page.key)
        self.window.show()
        self.window.activateWindow()
        self.hands = Hands(self.window)
        self.hands.settle()

    @property
    def call(self) -> RunningCall:
        assert self.page.call is not None
        return self.page.call

    @property
    def plugged(self) -> set[str]:
        """The keys that do something on the call page today."""
        return {keys for action in self.page.commands() for keys in action.keys}

    def resume(self, call_id: object) -> float:
        """Milliseconds until a call is painted."""
        started = time.perf_counter()
        self.page.resume(call_id)
        self.app.processEvents()
        elapsed = (time.perf_counter() - started) * 1000
        self.to_line()
        return elapsed

    def to_line(self) -> None:
        """Back to where the rep lives, with nothing typed."""
        self.page.live.line.setFocus()
        self.page.live.line.clear()
        self.hands.settle()

    def press(self, keys: str, times: Times) -> None:
        """Press, measured until what it did is on the screen."""
        self.clock.advance(1)
        combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
        target = QApplication.focusWidget() or self.page
        cpu, wall = time.process_time(), time.perf_counter()
        QTest.keyPress(target, combination.key(), combination.keyboardModifiers())
        self.app.processEvents()
        # Qt puts off what comes soon after another painting: what is still to be painted counts too.
        self.app.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))
        times.wall.append((time.perf_counter() - wall) * 1000)
        times.cpu.append((time.process_time() - cpu) * 1000)
        QTest.keyRelease(QApplication.focusWidget() or self.page, combination.key(), combination.keyboardModifiers())
        self.hands.settle()

    def close(self) -> None:
        self.window.hide()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@dataclass(frozen=True)
class Key:
    """One kind of key. What is pressed ``before`` and ``after`` is not measured."""

    what: str
    keys: str
    typed: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    most: float = FRAME_MS
    shows: Callable[[Desk], object] | None = None
    """Something that the key must change."""
    timing: bool = False
    """With the criterion of the timing at hand."""
    midway: bool = False
    """With the question in the middle of the script on the screen."""


def _sheet(desk: Desk) -> object:
    call = desk.call
    return [(row.answer, row.opinions) for row in call.sheet.rows], call.sheet.heat


def _entries(desk: Desk) -> object:
    return [(entry.id, entry.words, tuple(entry.tags), entry.citable, entry.grade) for entry in desk.call.entries[-3:]]


def _question(desk: Desk) -> object:
    return desk.call.question.key


def _hand(desk: Desk) -> object:
    return desk.call.at_hand


def _undo(desk: Desk) -> object:
    return desk.call.stack.index()


def _line(desk: Desk) -> object:
    return desk.page.live.line.toPlainText()


def _speaker(desk: Desk) -> object:
    return desk.call.speaking.speakers.current


KEYS = (
    Key("A letter", "a", shows=_line, after=("Backspace",)),
    Key("Score", "Ctrl+2", before=("Ctrl+1",), shows=_sheet),
    Key("Score, cleared", "Ctrl+2", shows=_sheet),
    Key("Unknown", "Ctrl+I", shows=_sheet),
    Key("Verbatim", "Return", WORDS, shows=_entries),
    Key("Star", "Ctrl+B", shows=_entries),
    Key("Tag", "Return", "# marge{n}", shows=_entries),
    Key("Last entry taken up", "Up", shows=_line, after=("Escape",)),
    Key("Correction", "Return", " au moins", before=("Up",), shows=_entries),
    Key("Note", "Return", "- rappeler Marc avant jeudi", shows=_entries),
    Key("Objection", "Return", "! c’est trop cher pour nous", shows=_entries),
    Key("Heat", "Return", "={heat}", shows=_sheet),
    Key("Next step", "Return", "@dans {days} jours valider le budget", shows=_undo),
    Key("Verbatim with a figure", "Return", "Notre budget est de {budget} 000 € pour cela", shows=_entries),
    Key("Offered figure taken", "Ctrl+Shift+A", shows=_undo),
    Key("Need of the last verbatim", "F4", shows=_undo),
    Key("Reformulation proposed", "F5"),
    Key("Reformulation confirmed", "F7", shows=_entries),
    Key("Undo a reformulation", "Ctrl+Z", shows=_entries),
    Key("Redo a reformulation", "Ctrl+Shift+Z", shows=_entries),
    Key("Undo a verbatim", "Ctrl+Z", WORDS + "\n", shows=_entries),
    Key("Redo a verbatim", "Ctrl+Shift+Z", shows=_entries),
    Key("Undo a score", "Ctrl+Z", before=("Ctrl+3",), shows=_sheet),
    Key("Redo a score", "Ctrl+Shift+Z", shows=_sheet),
    Key("Next speaker", "F3", shows=_speaker),
    Key("Question asked, next one", "Ctrl+Return", shows=_question, midway=True),
    Key("Question above", "Ctrl+Up", shows=_question, midway=True),
    Key("Question below", "Ctrl+Down", shows=_question, midway=True),
    Key("Criterion above", "Ctrl+Shift+Up", shows=_hand),
    Key("Criterion below", "Ctrl+Shift+Down", shows=_hand),
    Key("A doubt comes", "Return", "Pas avant l’an prochain", before=("Ctrl+2", "Ctrl+3"), shows=_entries, timing=True),
    Key("A doubt goes", "Ctrl+Z", shows=_entries),
    Key("Words behind a score", "F2", after=("Escape",), most=PANEL_MS),
    Key("Needs of the prospect", "Ctrl+Shift+N", after=("Escape",), most=PANEL_MS),
    Key("Objection cards", "Ctrl+J", after=("Escape",)),
)
_HEARD_BY_THE_LINE = {"Return", "Up", "a", "Ctrl+1", "Ctrl+2", "Ctrl+3"}


def run(table: Table, folder: Path) -> None:
    path = folder / "keys.db"
    generate.fill(path, 10_000)
    workspace, clock = workspace_on(path)
    call_id = call_file.begin(workspace, ENTRIES)
    _open(table, workspace, clock, folder, call_id)
    desk = Desk(workspace, clock, folder)
    keep_what_is_there()
    desk.resume(call_id)
    _press_all(table, desk, folder)
    many = _enter(desk)
    desk.resume(call_file.begin(workspace, FEW))
    few = _enter(desk)
    table.add(
        f"Verbatim at {ENTRIES} entries (floor: at {FEW}), p50",
        median(many.cpu),
        "ms of CPU",
        floor=median(few.cpu),
        ratio=1.5,
    )
    desk.close()
    workspace.close()


def _open(table: Table, workspace: Workspace, clock: FixedClock, folder: Path, call_id: object) -> None:
    times = []
    for _opening in range(OPENINGS):
        desk = Desk(workspace, clock, folder)
        times.append(desk.resume(call_id))
        assert len(desk.call.entries) >= ENTRIES
        desk.close()
    table.add(f"Opening a call of {ENTRIES} entries, p50", median(times), "ms", most=OPENING_MS)


def _press_all(table: Table, desk: Desk, folder: Path) -> None:
    plugged = desk.plugged | _HEARD_BY_THE_LINE
    keys = [key for key in KEYS if key.keys in plugged and all(each in plugged for each in key.before)]
    for key in KEYS:
        if key not in keys:
            print(f"{key.what}: not plugged")
    if "F7" not in plugged:
        keys = [key for key in keys if "a reformulation" not in key.what]
    times = {key.what: Times() for key in keys}
    floor: list[float] = []
    with (folder / "floor-keys").open("ab", buffering=0) as file:
        for number in range(WARM_UP + ROUNDS):
            for key in keys:
                _press(desk, key, number, times[key.what])
                floor.append(append(file.fileno()))
    for key in keys:
        wall, cpu = times[key.what].wall[WARM_UP:], times[key.what].cpu[WARM_UP:]
        worked = f"(CPU {median(cpu):.1f}, {percentile(cpu, 99):.1f})"
        table.add(f"{key.what}, p50", median(wall), "ms", floor=median(floor))
        table.add(f"{key.what}, p99 {worked}", percentile(wall, 99), "ms", floor=percentile(floor, 99), most=key.most)


def _press(desk: Desk, key: Key, number: int, times: Times) -> None:
    if key.timing:
        desk.call.route.choose_criterion("timing")
    for each in key.before:
        desk.hands.press(each)
    if key.midway:
        questions = desk.call.script.questions
        desk.call.route.go_to(questions[len(questions) // 2].key)
    if key.typed:
        heat = ("froid", "tiede", "chaud")[number % 3]
        words, _enter, again = key.typed.partition("\n")
        desk.hands.type_text(words.format(n=number, heat=heat, days=number % 50 + 2, budget=number + 10))
        if _enter:
            desk.hands.press("Return")
            assert not again
    before = key.shows(desk) if key.shows else None
    desk.press(key.keys, times)
    assert not desk.page.live.banner.isVisible(), (key.what, desk.page.live.banner.text)
    assert key.shows is None or key.shows(desk) != before, f"{key.what}: nothing happened"
    for each in key.after:
        desk.hands.press(each)
    desk.to_line()


def _enter(desk: Desk) -> Times:
    """Verbatims, each taken back so that the call keeps its size."""
    times = Times()
    for _round in range(WARM_UP + ROUNDS):
        desk.hands.type_text(WORDS)
        desk.press("Return", times)
        desk.hands.press("Ctrl+Z")
    return Times(times.wall[WARM_UP:], times.cpu[WARM_UP:])
