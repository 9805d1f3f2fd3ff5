"""A list brought in step row by row: kept, removed, added, put in another order."""

import pytest

from desktop.services.today import Agenda
from desktop.ui.today.task_card import TaskCard
from desktop.ui.today.task_row import TaskRow


@pytest.fixture
def card(qtbot, agenda: Agenda, clock) -> TaskCard:
    card = TaskCard("To do now")
    qtbot.addWidget(card)
    card.resize(840, 400)
    with qtbot.waitActive(card):
        card.show()
    card.show_tasks((*agenda.now, *agenda.week), 3, clock.today(), False)
    return card


def from_the_top(card: TaskCard) -> list[TaskRow]:
    layout = card.body
    layout.activate()
    return sorted((row for row in card.findChildren(TaskRow) if row.isVisible()), key=lambda row: row.y())


def test_rows_stay_where_they_say_the_same(card: TaskCard, agenda: Agenda, clock) -> None:
    first, second, third = card.rows
    second.setFocus()
    card.show_tasks((agenda.week[0], agenda.now[1]), 2, clock.today(), False)
    assert card.rows == [third, second] == from_the_top(card)
    assert second.hasFocus()
    assert not first.isVisible()
    assert [row.first for row in card.rows] == [True, False]


def test_a_row_that_comes_back_takes_its_place(card: TaskCard, agenda: Agenda, clock) -> None:
    card.show_tasks(agenda.now[1:], 1, clock.today(), False)
    card.show_tasks((*agenda.now, *agenda.week), 3, clock.today(), False)
    assert [row.task for row in from_the_top(card)] == [*agenda.now, *agenda.week]


def test_nothing_due_is_said(card: TaskCard, clock) -> None:
    assert card.none.isHidden()
    card.show_tasks((), 0, clock.today(), False)
    assert card.none.isVisible()
    assert from_the_top(card) == []


def test_what_is_not_shown_is_counted(card: TaskCard, agenda: Agenda, clock) -> None:
    assert card.rest.isHidden()
    card.show_tasks(agenda.now, 42, clock.today(), False)
    assert (card.rest.text(), card.rest.isVisible()) == ("and 40 others, in Follow-ups", True)


def test_what_is_asked_comes_with_its_row(card: TaskCard, qtbot) -> None:
    with qtbot.waitSignal(card.chosen) as chosen:
        card.rows[1].button.click()
    assert chosen.args == ["call", card.rows[1]]
