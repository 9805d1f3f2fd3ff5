"""What is shown: a part alone or all of them, a channel, an objective; one choice gives way to another."""

import pytest

from desktop.models.followup_kinds import Channel, Objective
from desktop.services.board import Asked, Part
from desktop.ui.followups.filter_bar import FilterBar
from tests.ui.accessibility import nameless


@pytest.fixture
def bar(qtbot) -> FilterBar:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_counts({Part.LATE: 2, Part.LATER: 500}, 0)
    return bar


def test_a_part_is_chosen_and_left(bar: FilterBar, qtbot) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.parts[Part.LATE].click()
    assert bar.part is Part.LATE
    bar.parts[Part.LATE].click()
    assert bar.part is None
    assert not bar.parts[Part.TODAY].isEnabled()
    assert nameless(bar) == []


def test_what_is_not_counted_to_the_end_says_so(bar: FilterBar) -> None:
    assert bar.parts[Part.LATER].text() == "Later · 500"
    bar.show_counts({Part.LATE: 2, Part.LATER: 500}, 500)
    assert (bar.parts[Part.LATE].text(), bar.parts[Part.LATER].text()) == ("Late · 2", "Later · 500+")


def test_a_menu_offers_each_choice_and_ticks_the_one_that_holds(bar: FilterBar) -> None:
    menu = bar.menu(bar._channels())
    assert [act.text() for act in menu.actions()][:2] == ["Any channel", "Phone"]
    menu.actions()[2].trigger()
    assert bar.asked == Asked(channel=Channel.EMAIL)
    assert (bar.channel.text(), bar.channel.isChecked()) == ("E-mail", True)
    bar.menu(bar._objectives()).actions()[1].trigger()
    assert bar.asked == Asked(Channel.EMAIL, Objective.VALIDATION)
    bar.menu(bar._cadences()).actions()[1].trigger()
    assert bar.cadence.text() == "In a cadence"
    assert [act.isChecked() for act in bar.menu(bar._cadences()).actions()] == [False, True, False]


def test_those_without_a_date_have_no_channel(bar: FilterBar) -> None:
    bar.ask(Asked(channel=Channel.EMAIL))
    bar.choose_part(Part.UNPLANNED)
    assert bar.asked == Asked()
    bar.ask(Asked(channel=Channel.EMAIL))
    assert bar.part is None


def test_over_a_week_the_two_views_are_no_wider_than_over_a_list(bar: FilterBar, qtbot) -> None:
    bar.resize(1100, 40)
    with qtbot.waitExposed(bar):
        bar.show()
    listed = bar.view.width()
    bar.set_view("week")
    qtbot.waitUntil(lambda: not bar._choices.isVisible())
    bar.layout().activate()
    assert bar.view.width() == listed
