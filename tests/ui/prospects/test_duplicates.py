"""The pairs of the whole file: looked for in a thread, compared, told apart, stopped."""

import pytest
from PySide6.QtCore import Qt

from desktop.services.prospects import create_prospect
from desktop.ui.prospects.duplicates import DuplicatesOverlay
from tests.conftest import MONDAY
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.prospects.merge_pair import Scene, scene


@pytest.fixture
def made(qtbot, workspace) -> Scene:
    made = scene(qtbot, workspace)
    for name in ("Durand S.A.S.", "Garage Roux", "Garage <i>Rouxx", "Garage Rouxx"):
        workspace.do(create_prospect, now=MONDAY, company=name)
    return made


def test_found_compared_and_told_apart(qtbot, workspace, made) -> None:
    overlay = DuplicatesOverlay(made.window, workspace, made.acts)
    asked: list[object] = []
    overlay.compared.connect(lambda *pair: asked.append(pair))
    overlay.open()
    assert not overlay.compare_button.isEnabled()
    qtbot.waitUntil(lambda: overlay.list.count() > 0, timeout=5000)
    count = overlay.list.count()
    assert overlay.told.text() == f"{count} pairs" and not overlay.bar.isVisible()
    assert nameless(overlay) == [] and rich_text_labels(overlay) == []
    assert not overlay.grab().isNull()
    qtbot.keyClick(overlay.list, Qt.Key.Key_Return)
    assert len(asked) == 1 and not overlay.isVisible()
    overlay.come_back()
    assert overlay.list.count() == count, "as it was left"
    qtbot.keyClick(overlay.list, Qt.Key.Key_Delete)
    assert overlay.list.count() == count - 1 and made.said[-1].startswith("Not the same")
    overlay.look()
    qtbot.waitUntil(lambda: overlay.list.count() > 0, timeout=5000)
    assert overlay.list.count() == count - 1
    overlay.forget(asked[0][0], asked[0][1])


def test_stopped(qtbot, workspace, made) -> None:
    overlay = DuplicatesOverlay(made.window, workspace, made.acts)
    overlay.open()
    job = overlay._job
    with qtbot.waitSignal(job.over, timeout=5000):
        overlay.stop_button.click()
    assert overlay.told.text() == "Stopped." and overlay.list.count() == 0
    overlay.close_overlay()
    assert not overlay.isVisible()
