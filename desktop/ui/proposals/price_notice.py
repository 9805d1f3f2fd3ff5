"""What the catalogue asks now, beside what a line asks: the sentence, and the button that takes the new price up."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _, current, ngettext
from desktop.services import catalogue_prices
from desktop.services.catalogue_prices import PriceChange
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.option_tile import money, paced
from desktop.ui.undo import short
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel


class PriceNotice(QWidget):
    """Hidden while the catalogue asks what the lines ask. ``wanted`` is called by the button."""

    def __init__(self, wanted: Callable[[], object]) -> None:
        super().__init__()
        self.words = PlainLabel("", "warn", wrap=True)
        name = _("Take up the price of the catalogue")
        self.button = Button("", "secondary", icon_name="refresh-cw", name=name, small=True)
        self.button.clicked.connect(lambda: wanted())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_line(self, change: PriceChange | None) -> None:
        """What became of the price of one line."""
        if change is not None:
            self.words.setText(_line_words(change))
            fresh = paced(money(change.fresh), change.billing)
            self.button.set_text(_("Take up {price}").format(price=fresh))
            self.button.setAccessibleName(_("Take up {price}: {line}").format(price=fresh, line=short(change.label)))
        self.setVisible(change is not None)

    def show_all(self, changes: Sequence[PriceChange]) -> None:
        """How many lines can take a price up at once."""
        count = len(changes)
        words = ngettext(
            "{count} price has changed in the catalogue since.",
            "{count} prices have changed in the catalogue since.",
            count,
        )
        self.words.setText(words.format(count=count))
        taken = ngettext("Take up the price that changed", "Take up the {count} prices that changed", count)
        self.button.set_text(taken.format(count=count))
        self.setVisible(bool(changes))


def together(changes: Sequence[PriceChange]) -> list[PriceChange]:
    """Those to take up at once: a price that the rep chose for one line is given up on that line only."""
    return [change for change in changes if not change.own]


def take_up(desk: Desk, changes: Sequence[PriceChange]) -> None:
    """Give the lines the prices of today, as one act."""
    before: dict[object, object] = {}
    keys = [change.line_id for change in changes]
    text = (
        _("price of “{line}”").format(line=short(changes[0].label))
        if len(changes) == 1
        else _("{count} prices of the catalogue").format(count=len(changes))
    )
    desk.perform(
        text,
        lambda: before.update(desk.save(catalogue_prices.take_up_prices, keys)),
        lambda: desk.save(catalogue_prices.put_prices_back, before),
    )


def _line_words(change: PriceChange) -> str:
    fresh, former = (current().money(price) for price in (change.fresh, change.former))
    if change.own:
        words = _("The catalogue now asks {fresh} instead of {former}; this line has a price of its own, {own}.")
        return words.format(fresh=fresh, former=former, own=current().money(change.price))
    return _("The catalogue now asks {fresh} instead of {former}.").format(fresh=fresh, former=former)
