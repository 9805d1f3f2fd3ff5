import uuid

import pytest

from desktop.errors import UserError
from desktop.models.calls import CallState, QuestionState, Verbatim
from desktop.services import calls, grids, live_call, prospects, templates
from desktop.ui.workspace import Workspace


@pytest.fixture
def call_id(workspace: Workspace, clock) -> uuid.UUID:
    prospect_id = workspace.do(prospects.create_prospect, now=clock.now(), company="NovaTec")
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    return workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now())


def test_an_entry_comes_back_with_the_proofs_it_makes(workspace, clock, call_id) -> None:
    before = workspace.ask(grids.call_sheet, call_id)
    entry, sheet = workspace.do(
        live_call.add_entry, call_id, "verbatim", "15 k€", before, at=clock.now(), question="budget", offset_seconds=30
    )
    assert isinstance(entry, Verbatim) and entry.text == "15 k€"
    assert sheet.row("budget").proofs == 1
    fresh = workspace.do(live_call.set_citable, entry.id, True)
    assert fresh.citable
    assert workspace.ask(live_call.entries_and_sheet, call_id)[0][0].citable


def test_an_entry_taken_back_and_restored_brings_its_proofs_along(workspace, clock, call_id) -> None:
    before = workspace.ask(grids.call_sheet, call_id)
    entry, sheet = workspace.do(
        live_call.add_entry, call_id, "verbatim", "15 k€", before, at=clock.now(), question="budget", offset_seconds=30
    )
    without = workspace.do(live_call.take_back, entry.id, sheet, at=clock.now())
    assert without.row("budget").proofs == 0
    assert workspace.ask(live_call.entries_and_sheet, call_id) == ([], without)
    back, sheet = workspace.do(live_call.restore_entry, entry.id, without)
    assert (back.id, back.text, back.deleted_at) == (entry.id, "15 k€", None)
    assert sheet.row("budget").proofs == 1


def test_a_refused_end_keeps_no_part_of_it(workspace, clock, call_id) -> None:
    with pytest.raises(UserError):
        workspace.do(live_call.ending(calls.conclude), call_id, 600, now=clock.now())
    call = workspace.ask(calls.outline, call_id).call
    assert (call.state, call.elapsed_seconds) == (CallState.RUNNING, 0)


def test_marking_and_moving_are_one_transaction(workspace, clock, call_id) -> None:
    with pytest.raises(KeyError):
        workspace.do(
            live_call.mark_and_go, call_id, "opening", QuestionState.ASKED, "nowhere", at=clock.now(), seconds=1
        )
    assert workspace.ask(calls.outline, call_id).marks == {}
    workspace.do(live_call.mark_and_go, call_id, "opening", QuestionState.ASKED, "budget", at=clock.now(), seconds=1)
    outline = workspace.ask(calls.outline, call_id)
    assert outline.marks == {"opening": QuestionState.ASKED}
    assert outline.call.question == "budget"
