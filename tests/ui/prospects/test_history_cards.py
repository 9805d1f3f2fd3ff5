"""What was said, as it was said, and the proposals made."""

import uuid
from datetime import timedelta

import pytest

from desktop.clock import FixedClock
from desktop.models.proposals import ProposalState
from desktop.services import calls, proposals, templates
from desktop.services.proposal_exports import record_export
from desktop.services.proposal_sheet import sheet
from desktop.services.proposal_states import take_state
from desktop.ui.prospects.detail import Detail
from desktop.ui.widgets.proposal_state import StateChip
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.prospects.conftest import visible_texts

GRID, SCRIPT = templates.grid("five-criteria", "en"), templates.script("b2b", "en")


@pytest.fixture
def call_id(detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID) -> uuid.UUID:
    """A call that runs for 23 minutes, with a level and two verbatims."""
    call_id = workspace.do(calls.start_call, key, SCRIPT, GRID, now=clock.now())
    workspace.do(calls.set_score, call_id, GRID.criteria[0].key, 2, at=clock.now())
    for text in MARKUP[:2]:
        workspace.do(calls.add_entry, call_id, "verbatim", text, at=clock.now())
    workspace.do(calls.set_elapsed, call_id, 1380)
    return call_id


def test_nothing_yet(detail: Detail) -> None:
    assert "Nothing noted yet in their own words." in visible_texts(detail.words)
    assert detail.proposals.isHidden()


def test_words_are_shown_as_they_were_said(detail: Detail, call_id: uuid.UUID) -> None:
    assert {f"“{text}”" for text in MARKUP[:2]} <= set(visible_texts(detail.words))
    assert rich_text_labels(detail.words) == []
    assert nameless(detail.words) == []


def test_a_proposal_shows_its_version_and_where_it_stands_today(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID, qtbot
) -> None:
    def states() -> list[str]:
        return [chip.text for chip in detail.proposals.findChildren(StateChip) if chip.isVisible()]

    made = workspace.do(proposals.compose, key, now=clock.now(), language="en")
    content = workspace.ask(sheet, made).content
    workspace.do(record_export, made, b"pdf", "a.pdf", content, now=clock.now())
    workspace.do(take_state, made, ProposalState.SENT, now=clock.now())
    qtbot.waitUntil(lambda: states() == ["Sent"])
    assert "P-2026-0001 v1" in visible_texts(detail.proposals)
    clock.advance(timedelta(days=60).total_seconds())
    detail.read_again()
    qtbot.waitUntil(lambda: states() == ["Expired"])
