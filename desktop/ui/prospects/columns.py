"""The columns of the list: which there are, how wide, and those that this machine remembers."""

import json
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any

from desktop.i18n import _, pgettext
from desktop.services.prospect_choice import LATEST, Order, Sorting


class Column(IntEnum):
    NAME = 0
    QUALIFICATION = 1
    HEAT = 2
    NEXT = 3
    AMOUNT = 4
    CONTACT = 5
    STATUS = 6
    SOURCE = 7
    NEWS = 8
    SECTOR = 9


WIDTHS = {
    Column.NAME: 200,
    Column.QUALIFICATION: 126,
    Column.HEAT: 76,
    Column.NEXT: 122,
    Column.AMOUNT: 84,
    Column.CONTACT: 130,
    Column.STATUS: 124,
    Column.SOURCE: 116,
    Column.NEWS: 88,
    Column.SECTOR: 92,
}
BESIDE = (Column.NAME, Column.QUALIFICATION, Column.HEAT, Column.NEXT, Column.AMOUNT)
"""Those that a list beside a file has room for."""
WIDE = (
    Column.NAME,
    Column.CONTACT,
    Column.QUALIFICATION,
    Column.HEAT,
    Column.NEXT,
    Column.AMOUNT,
    Column.STATUS,
    Column.SOURCE,
    Column.NEWS,
    Column.SECTOR,
)
ORDERS = {
    Column.NAME: Order.NAME,
    Column.QUALIFICATION: Order.QUALIFICATION,
    Column.HEAT: Order.HEAT,
    Column.NEXT: Order.NEXT,
    Column.AMOUNT: Order.AMOUNT,
    Column.STATUS: Order.STATUS,
    Column.SOURCE: Order.SOURCE,
    Column.NEWS: Order.NEWS,
}
_LEAST, _MOST = 48, 600


@dataclass(frozen=True)
class Layout:
    """How the list is laid out on this machine. ``shown`` are the columns of the list alone, in their order."""

    wide: bool = False
    shown: tuple[Column, ...] = WIDE
    widths: dict[Column, int] = field(default_factory=dict)
    """Those that the rep chose, in pixels."""
    sorting: Sorting = LATEST

    def width(self, column: Column) -> int:
        """How wide a column is."""
        return self.widths.get(column, WIDTHS[column])

    def with_width(self, column: Column, width: int) -> "Layout":
        """The same, with one column so wide."""
        return replace(self, widths={**self.widths, column: min(max(_LEAST, width), _MOST)})

    def toggled(self, column: Column) -> "Layout":
        """The same with one column more, or one fewer; the names always stay."""
        if column is Column.NAME:
            return self
        if column in self.shown:
            return replace(self, shown=tuple(each for each in self.shown if each is not column))
        return replace(self, shown=(*self.shown, column))

    def dump(self) -> str:
        """As settings keep it."""
        plain = {
            "wide": self.wide,
            "shown": [each.name.lower() for each in self.shown],
            "widths": {each.name.lower(): width for each, width in self.widths.items()},
            "order": self.sorting.order.value,
            "reverse": self.sorting.reverse,
        }
        return json.dumps(plain)


def load(text: str) -> Layout:
    """The inverse of ``Layout.dump``; what cannot be read is as it comes."""
    try:
        plain: Any = json.loads(text or "{}")
    except ValueError:
        plain = {}
    if not isinstance(plain, dict):
        plain = {}
    shown = [Column[name.upper()] for name in _texts(plain.get("shown")) if name.upper() in Column.__members__]
    widths = plain.get("widths") if isinstance(plain.get("widths"), dict) else {}
    layout = Layout(
        plain.get("wide") is True,
        tuple(dict.fromkeys((Column.NAME, *shown) if Column.NAME not in shown else shown)) if shown else WIDE,
        sorting=Sorting(
            Order(plain["order"]) if plain.get("order") in tuple(Order) else Order.LATEST, plain.get("reverse") is True
        ),
    )
    for name, width in widths.items():
        if name.upper() in Column.__members__ and isinstance(width, int):
            layout = layout.with_width(Column[name.upper()], width)
    return layout


def title(column: Column) -> str:
    """What the header says."""
    return {
        Column.NAME: _("Prospect"),
        Column.CONTACT: _("Contact"),
        Column.QUALIFICATION: _("Qualification"),
        Column.HEAT: _("Heat"),
        Column.NEXT: _("Next step"),
        Column.AMOUNT: _("Amount"),
        Column.STATUS: _("Status"),
        Column.SOURCE: _("Source"),
        Column.NEWS: pgettext("from a prospect", "News"),
        Column.SECTOR: _("Sector"),
    }[column]


def order_title(order: Order) -> str:
    """An order as a menu says it."""
    return {
        Order.LATEST: _("Latest first"),
        Order.NEXT: _("By next step"),
        Order.NAME: _("By name"),
        Order.QUALIFICATION: _("By qualification"),
        Order.HEAT: _("By heat"),
        Order.AMOUNT: _("By amount"),
        Order.STATUS: _("By status"),
        Order.SOURCE: _("By source"),
        Order.NEWS: _("By last news"),
    }[order]


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
