"""The acts on the next step that the file adds: the message to read over, the series to start, the gauge's advice."""

import uuid
from pathlib import Path

from desktop.clock import FixedClock
from desktop.services import followups
from desktop.services.cadence_runs import under_way
from desktop.services.prospects import prospect_file
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.widgets.cadence_picker import CadencePicker
from desktop.ui.widgets.draft_panel import DraftPanel
from desktop.ui.workspace import Workspace
from tests.services.timeline_case import step


def test_a_message_is_drafted_over_the_window(
    page: ProspectsPage, detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID, documents: Path
) -> None:
    workspace.do(followups.plan, key, step(clock, 2, "size it"), now=clock.now())
    detail.step.draft.click()
    (panel,) = page.window().findChildren(DraftPanel)
    assert panel.isVisible()
    assert panel._documents == documents
    panel.close_overlay()


def test_a_series_is_started_and_undone(
    page: ProspectsPage, detail: Detail, workspace: Workspace, key: uuid.UUID
) -> None:
    detail.step.cadence.click()
    (picker,) = page.window().findChildren(CadencePicker)
    assert picker.isVisible()
    picker.start()
    assert workspace.ask(under_way, key) is not None and not detail.step.series.isHidden()
    page.stack.undo()
    assert workspace.ask(under_way, key) is None and detail.step.series.isHidden()


def test_without_a_next_step_the_gauge_asks_for_one(detail: Detail, workspace: Workspace, key: uuid.UUID) -> None:
    detail._step_acts.instead(workspace.ask(prospect_file, key), "test", detail.step.gauge)
    assert detail.steps.popover is not None and detail.steps.popover.isVisible()
    detail.steps.popover.close()
