"""How a line is asked for."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.catalogue import Billing
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def terms(composed):
    return composed.page.composer.options.editor.lines[0].terms


def line(composed):
    return composed.sheet.options[0].lines[0]


def test_how_often_is_chosen_and_undone(composed, terms):
    place = terms.billing.findData(Billing.MONTHLY.value)
    terms.billing.setCurrentIndex(place)
    terms.billing.activated.emit(place)
    assert line(composed).billing is Billing.MONTHLY
    assert composed.sheet.options[0].bill.monthly.net == Decimal(1340)
    assert composed.sheet.options[0].totals.net == 0
    assert "per month" in composed.page.composer.options.tiles[composed.page.composer.options.opened].glance.price
    composed.page.desk.stack.undo()
    assert line(composed).billing is Billing.ONCE and terms.billing.currentData() == "once"


def test_an_optional_line_is_out_of_the_totals_until_it_is_chosen(composed, terms):
    stack = composed.page.desk.stack
    assert not terms.chosen.isVisible()
    QTest.keyClick(terms.optional, Qt.Key.Key_Space)
    assert terms.optional.isChecked() and terms.chosen.isVisible()
    assert composed.sheet.options[0].totals.net == 0
    terms.chosen.click()
    assert line(composed).chosen and composed.sheet.options[0].totals.net == Decimal(1340)
    stack.undo()
    assert not line(composed).chosen and not terms.chosen.isChecked()
    stack.undo()
    assert not line(composed).optional and not terms.optional.isChecked()
    assert composed.sheet.options[0].totals.net == Decimal(1340)


def test_a_line_no_longer_optional_is_not_chosen_either(composed, terms):
    terms.optional.click()
    terms.chosen.click()
    terms.optional.click()
    assert (line(composed).optional, line(composed).chosen) == (False, False)


def test_everything_has_a_name(terms):
    assert nameless(terms) == [] and rich_text_labels(terms) == []
