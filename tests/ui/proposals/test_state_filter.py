"""The states that the list can be narrowed to."""

import pytest

from desktop.models.proposal_states import ShownState
from desktop.ui.proposals.state_filter import StateFilter
from tests.ui.accessibility import nameless

S = ShownState


@pytest.fixture
def chips(qtbot):
    chips = StateFilter()
    qtbot.addWidget(chips)
    chips.show()
    return chips


def words(chips):
    return [chip.text() for chip in chips.chips.values() if not chip.isHidden()]


def test_each_state_that_is_there_is_counted(chips):
    chips.show_states([S.DRAFT, S.SENT, S.SENT, S.EXPIRED])
    assert words(chips) == ["All · 4", "Draft · 1", "Sent · 2", "Expired · 1"]
    assert nameless(chips) == []


def test_one_state_alone_leaves_nothing_to_choose(chips):
    chips.show_states([S.DRAFT, S.DRAFT])
    assert chips.isHidden()
    chips.show_states([])
    assert chips.isHidden()


def test_a_state_that_nobody_is_in_any_more_gives_way_to_all(chips, qtbot):
    chips.show_states([S.DRAFT, S.SENT])
    with qtbot.waitSignal(chips.changed):
        chips.chips[S.SENT].click()
    assert chips.value is S.SENT and chips.chips[S.SENT].isChecked() and not chips.chips[None].isChecked()
    chips.show_states([S.DRAFT, S.ACCEPTED])
    assert chips.value is None and chips.chips[None].isChecked()
