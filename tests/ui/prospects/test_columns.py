"""How the list is laid out is remembered, and a file that cannot be read is no obstacle."""

import pytest

from desktop.services.prospect_choice import Order, Sorting
from desktop.ui.prospects import columns
from desktop.ui.prospects.columns import WIDE, Column, Layout


def test_what_is_written_is_read_again() -> None:
    layout = Layout(True, (Column.NAME, Column.SECTOR, Column.HEAT), {Column.SECTOR: 200}, Sorting(Order.AMOUNT, True))
    assert columns.load(layout.dump()) == layout
    assert layout.width(Column.SECTOR) == 200
    assert layout.with_width(Column.SECTOR, 5).width(Column.SECTOR) >= 40


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"shown": ["moon"], "widths": {"moon": 3, "heat": "wide"}, "order": "luck", "wide": 1}'],
)
def test_what_cannot_be_read_is_as_it_comes(text: str) -> None:
    assert columns.load(text) == Layout()


def test_the_names_always_stay() -> None:
    assert Layout().toggled(Column.NAME).shown == WIDE
    without = Layout().toggled(Column.HEAT)
    assert Column.HEAT not in without.shown
    assert without.toggled(Column.HEAT).shown[-1] is Column.HEAT
    assert columns.load('{"shown": ["heat"]}').shown == (Column.NAME, Column.HEAT)


def test_every_column_and_order_has_a_title() -> None:
    assert len({columns.title(each) for each in Column}) == len(Column)
    assert len({columns.order_title(each) for each in Order}) == len(Order)
