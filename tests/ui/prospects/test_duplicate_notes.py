"""What a file looks like and what went into it: said under its head, once, and again when that changed."""

import uuid

import pytest

from desktop.clock import FixedClock
from desktop.services import merging, prospects
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace


@pytest.fixture
def twin(page: ProspectsPage, workspace: Workspace, clock: FixedClock, key: uuid.UUID) -> uuid.UUID:
    """Kerbrat written down once more, and the file of the first open on what it looks like."""
    page.resize(1200, 800)
    made = workspace.do(prospects.create_prospect, now=clock.now(), company="Kerbrat Nautique", person="Thomas Kerbrat")
    page.refresh(frozenset())
    page.open_prospect(key)
    page.detail.duplicates.look()
    return made


def test_merged_told_and_taken_apart(
    page: ProspectsPage, workspace: Workspace, key: uuid.UUID, twin: uuid.UUID
) -> None:
    notes, said = page.detail.duplicates, []
    page.toasted.connect(lambda text, _undo: said.append(text))
    assert notes.isVisible() and notes.similar.prospect_id == twin and not notes.merged.isVisible()
    notes.similar.compare_button.click()
    page.merging.comparison.merge_button.click()
    kept = page.detail.prospect_id
    assert kept in (key, twin) and notes.merged.isVisible()
    notes.look()
    assert not notes.similar.isVisible()
    notes.merged.buttons[0].click()
    assert said[-1].startswith("Separated: Kerbrat")
    notes.look()
    assert notes.similar.isVisible() and not notes.merged.isVisible()


def test_looked_for_once_for_each_prospect_and_again_when_it_changed(
    page: ProspectsPage, workspace: Workspace, clock: FixedClock, key: uuid.UUID, other: uuid.UUID, twin: uuid.UUID
) -> None:
    notes = page.detail.duplicates
    page.detail.read_again()
    assert not notes._looking.isActive(), "nothing of it changed"
    workspace.do(merging.say_distinct, key, twin, now=clock.now())
    assert notes._looking.isActive()
    notes.look()
    assert not notes.isVisible()
    workspace.do(prospects.update_prospect, key, now=clock.now(), company="Kerbrat")
    assert notes._looking.isActive()
    page.open_prospect(other)
    notes.look()
    assert not notes.isVisible()
    page.open_prospect(twin)
    page.stop()
    assert not notes._looking.isActive()


def test_the_other_one_is_opened(page: ProspectsPage, twin: uuid.UUID) -> None:
    page.detail.duplicates.similar.open_button.click()
    assert page.detail.prospect_id == twin
