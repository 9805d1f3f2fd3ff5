"""From the key that scores a criterion to the commit on the disk and the grid painted, in the real call page."""

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.services import calls, grids, prospects, templates
from desktop.ui.calls.page import CallPage
from desktop.ui.mirror.window import MirrorWindow
from desktop.ui.workspace import Workspace
from tests.benchmarks import generate
from tests.benchmarks.screen import append, application, workspace_on
from tests.benchmarks.table import Table, median, percentile

KEYS = 400
WARM_UP = 20
FRAME_MS = 16
_LEVELS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


def run(table: Table, folder: Path) -> None:
    path = folder / "score.db"
    generate.fill(path, 10_000)
    app = application()
    workspace, clock = workspace_on(path)
    call_id = _begin(workspace)
    page = CallPage(workspace, folder, MirrorWindow)
    page.resize(1240, 780)
    page.show()
    page.resume(call_id)
    page.live.line.setFocus()
    app.processEvents()
    keys, floor = [], []
    with (folder / "floor").open("ab", buffering=0) as file:
        for number in range(WARM_UP + KEYS):
            clock.advance(1)
            level = number % 4
            keys.append(_key_to_paint(app, page, _LEVELS[level]))
            floor.append(append(file.fileno()))
            assert page.call is not None
            answer = page.call.sheet.row(page.call.at_hand).answer
            assert answer == level == workspace.ask(grids.call_sheet, call_id).row(page.call.at_hand).answer
    page.hide()
    page.deleteLater()
    workspace.close()
    keys, floor = keys[WARM_UP:], floor[WARM_UP:]
    table.add("Score key to committed and painted, p50", median(keys), "ms", floor=median(floor), ratio=3)
    table.add(
        "Score key to committed and painted, p99",
        percentile(keys, 99),
        "ms",
        floor=percentile(floor, 99),
        most=FRAME_MS,
    )


def _begin(workspace: Workspace) -> object:
    now = workspace.clock.now()
    prospect = workspace.do(prospects.create_prospect, now=now, company="Atelier Roux", person="Claire Morel")
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    return workspace.do(calls.start_call, prospect, script, grid, now=now)


def _key_to_paint(app: QApplication, page: CallPage, key: Qt.Key) -> float:
    started = time.perf_counter()
    QTest.keyPress(QApplication.focusWidget() or page, key, Qt.KeyboardModifier.ControlModifier)
    app.processEvents()
    elapsed = (time.perf_counter() - started) * 1000
    QTest.keyRelease(QApplication.focusWidget() or page, key, Qt.KeyboardModifier.ControlModifier)
    app.processEvents()
    return elapsed
