"""What an option comes to."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from desktop.models.catalogue import Billing
from desktop.models.pricing import Line, bill
from desktop.ui.proposals.option_totals import OptionTotals

D = Decimal


def line(price: int, billing: Billing = Billing.ONCE, rate: str = "20") -> Line:
    return Line("x", "", D(1), "", D(price), D(rate), billing=billing)


def shown(totals: OptionTotals) -> list[tuple[str, str]]:
    cells = [[totals.itemAtPosition(row, column) for column in (0, 1)] for row in range(totals.rowCount())]
    return [tuple(cell.widget().text() for cell in row) for row in cells if row[0]]


def test_each_pace_has_its_own_totals_and_a_first_year_adds_them(qtbot):
    ground, totals = QWidget(), OptionTotals()
    qtbot.addWidget(ground)
    ground.setLayout(totals)
    totals.show_bill(bill([line(1000), line(100, Billing.MONTHLY, "5.5"), line(60, Billing.YEARLY)]), False, 2)
    assert shown(totals) == [
        ("Total excl. VAT", "€1,000.00"),
        ("VAT 20%", "€200.00"),
        ("Total incl. VAT", "€1,200.00"),
        ("Total per month excl. VAT", "€100.00"),
        ("VAT 5.5%", "€5.50"),
        ("Total per month incl. VAT", "€105.50"),
        ("Total per year excl. VAT", "€60.00"),
        ("VAT 20%", "€12.00"),
        ("Total per year incl. VAT", "€72.00"),
        ("First year excl. VAT", "€2,260.00"),
        ("2 extras, not counted", ""),
    ]
    totals.show_bill(bill([], True), True, 0)
    assert shown(totals) == [("Total excl. VAT", "€0.00"), ("No VAT", "€0.00")]
