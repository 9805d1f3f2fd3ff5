"""A series is chosen with its days in sight, then started; undone, nothing of it is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services import cadence_runs, followups, library_drafts
from desktop.services.library import Shelfmark
from desktop.ui.widgets.cadence_picker import CadencePicker
from tests.services.cadence_case import NOW, ZONE, cadence, proposal, prospect
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.widgets.draft_case import desk


@pytest.fixture
def bench(workspace, qtbot):
    found = desk(workspace, qtbot)
    found.picker = CadencePicker(workspace, found.acts, found.window)
    return found


def test_its_days_are_seen_before_it_starts_and_undo_takes_it_back(bench):
    ask, picker = bench.workspace.ask, bench.picker
    picker.open_for(bench.anchor, (bench.key,), "Brevent", key="after-show", origin="show")
    assert picker.chips.value == "after-show" and picker.chips.chip("after-show").hasFocus()
    assert picker.lines[0] == "1. Wed 25 Nov · E-mail · take up the conversation of the show" and len(picker.lines) == 3
    assert nameless(picker) == [] and rich_text_labels(picker) == []
    assert ask(cadence_runs.running, bench.key) is None
    QTest.keyClick(picker.chips.chip("after-show"), Qt.Key.Key_Return)
    run = ask(cadence_runs.running, bench.key)
    assert run.origin == "show" and ask(followups.next_of, bench.key).cadence_run_id == run.id
    assert not picker.isVisible() and "Cadence “After a trade show” started: Brevent" in bench.said[-1][0]
    bench.stack.undo()
    assert ask(cadence_runs.running, bench.key) is None and ask(followups.next_of, bench.key).id == bench.follow_up
    bench.stack.redo()
    assert ask(cadence_runs.running, bench.key).id == run.id


def test_one_that_follows_a_proposal_up_is_offered_with_a_proposal(bench):
    picker = bench.picker
    picker.open_for(bench.anchor, (bench.key,), "Brevent", key="after-proposal")
    assert picker.chips.value == "nurturing-30-days" and "after-proposal" not in picker._found
    picker.close()
    bench.workspace.do(proposal, bench.key)
    picker.open_for(bench.anchor, (bench.key,), "Brevent", key="after-proposal")
    assert picker.chips.value == "after-proposal" and len(picker.lines) == 4
    picker.close()


def test_what_would_end_is_said_and_several_start_together(bench):
    bench.workspace.do(cadence_runs.start, bench.key, cadence(), now=NOW, zone=ZONE)
    bench.picker.open_for(bench.anchor, (bench.key,), "Brevent")
    assert bench.picker._warning.text() == "“Own” is under way: it would end."
    bench.picker.close()
    other = bench.workspace.do(prospect)
    bench.picker.open_for(bench.anchor, (bench.key, other), "2 prospects")
    assert bench.picker._warning.text().startswith("For 2 prospects")
    QTest.keyClick(bench.picker.chips.chip("nurturing-30-days"), Qt.Key.Key_Right)
    QTest.keyClick(bench.picker.chips.chip("after-show"), Qt.Key.Key_Space)
    bench.picker.start()
    names = [bench.workspace.ask(cadence_runs.running, key).cadence_copy["name"] for key in (bench.key, other)]
    assert names == ["After a trade show"] * 2


def test_without_any_in_use_it_says_where_they_are(bench):
    def archive_all(session):
        for key in ("nurturing-30-days", "after-show", "wake-up"):
            library_drafts.archive(session, Shelfmark("cadence", key, "en"), now=NOW)

    bench.workspace.do(archive_all)
    bench.picker.open_for(bench.anchor, (bench.key,), "Brevent")
    assert not bench.picker.go.isEnabled() and "publish one in the library" in bench.picker._about.text()
    bench.picker.start()
    assert bench.picker.isVisible()
    bench.picker.close()
