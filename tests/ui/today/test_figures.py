"""The three numbers: short, red where one is a debt, each a button with its name."""

from dataclasses import replace
from decimal import Decimal

from desktop.services.today import Agenda
from desktop.ui.today.figures import Figure, Numbers
from tests.ui.accessibility import nameless


def test_numbers_are_red_only_where_they_are_a_debt(qtbot, agenda: Agenda) -> None:
    numbers = Numbers()
    qtbot.addWidget(numbers)
    numbers.show_agenda(replace(agenda, expected=Decimal(86_400), qualified=17))
    figures = [(each.value, each.debt) for each in (numbers.expected, numbers.qualified, numbers.unplanned)]
    assert figures == [("€86k", False), ("17", False), ("1", True)]
    assert numbers.expected.accessibleName() == "Expected · €86k"
    assert "€86,400" in numbers.expected.toolTip()
    assert nameless(numbers) == []
    numbers.show_agenda(replace(agenda, without_next_step=0))
    assert not numbers.unplanned.debt


def test_a_number_without_room_is_smaller_rather_than_cut(qtbot) -> None:
    figure = Figure("No next step")
    qtbot.addWidget(figure)
    figure.set_value("382 k€")
    figure.resize(200, figure.sizeHint().height())
    wide = figure.grab().toImage()
    figure.resize(76, figure.sizeHint().height())
    assert figure.grab().toImage().width() < wide.width()
    assert figure.minimumSizeHint().width() <= 76
