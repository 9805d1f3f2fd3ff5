"""What an option comes to: once, every month and every year, apart, each with its VAT by rate."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop.i18n import _, current, ngettext
from desktop.models.catalogue import Billing
from desktop.models.pricing import Bill
from desktop.ui.widgets.labels import Kind, PlainLabel

Row = tuple[str, str, Kind]


class OptionTotals(QGridLayout):
    """Two columns, words and amounts; made anew each time, so that no sum of before is left among those of now."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(24)

    def show_bill(self, bill: Bill, exempt: bool, extras: int) -> None:
        """``extras`` are the optional lines that nobody chose, which are in no total."""
        while (item := self.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        rows: list[Row] = []
        for billing in bill.billings or (Billing.ONCE,):
            rows += _part(bill, billing, exempt)
        if set(bill.billings) - {Billing.ONCE}:
            rows.append((_("First year excl. VAT"), current().money(bill.first_year), "muted"))
        if extras:
            words = ngettext("{count} extra, not counted", "{count} extras, not counted", extras)
            rows.append((words.format(count=extras), "", "muted"))
        for place, (words, amount, kind) in enumerate(rows):
            right = PlainLabel(amount, kind, tabular=True)
            right.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.addWidget(PlainLabel(words, "muted"), place, 0)
            self.addWidget(right, place, 1)


def _part(bill: Bill, billing: Billing, exempt: bool) -> list[Row]:
    money, totals = current().money, bill.of(billing)
    net, gross = _names(billing)
    rows: list[Row] = [(net, money(totals.net), "medium")]
    rows += [(_vat(rate), money(amount), "muted") for rate, _base, amount in totals.vat]
    return [*rows, (_("No VAT") if exempt else gross, money(totals.gross), "strong")]


def _vat(rate: Decimal) -> str:
    return _("VAT {rate}").format(rate=current().percent(rate))


def _names(billing: Billing) -> tuple[str, str]:
    if billing is Billing.MONTHLY:
        return _("Total per month excl. VAT"), _("Total per month incl. VAT")
    if billing is Billing.YEARLY:
        return _("Total per year excl. VAT"), _("Total per year incl. VAT")
    return _("Total excl. VAT"), _("Total incl. VAT")
