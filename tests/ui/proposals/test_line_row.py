"""One priced line: French amounts in, a sentence when they are no amounts."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.models.catalogue import Billing
from desktop.services import catalogue
from desktop.ui import theme
from tests.services.proposal_case import NOW
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.touch import too_small

D = Decimal


@pytest.fixture
def row(composed):
    return composed.page.composer.options.editor.lines[0]


def line(composed):
    return composed.sheet.options[0].lines[0]


def typed(row, editor, text):
    editor.selectAll()
    QTest.keyClicks(editor, text)
    editor.clearFocus()


@pytest.fixture
def active(composed, qtbot):
    with qtbot.waitActive(composed.page):
        composed.page.show()


@pytest.mark.parametrize("text, price", [("1 234,56", "1234.56"), ("13400", "13400"), ("13 400,00", "13400")])
def test_a_price_is_typed_as_in_france(composed, row, active, text, price):
    row.price.setFocus()
    typed(row, row.price, text)
    assert line(composed).unit_price == D(price)
    assert row.error.isHidden()


def test_it_is_written_as_the_language_does_once_left(composed, row, active):
    i18n.use("fr")
    row.price.setFocus()
    typed(row, row.price, "13400")
    assert row.price.text().replace("\u202f", " ") == "13 400,00"
    assert row.net.text().replace("\u202f", " ").replace("\u00a0", " ") == "13 400,00 €"


def test_what_is_no_number_stays_with_a_sentence_until_mended(composed, row, active):
    row.price.setFocus()
    typed(row, row.price, "about a hundred")
    assert row.error.isVisible() and row.error.text().startswith("Write a number")
    assert row.price.text() == "about a hundred" and row.price.accessibleDescription()
    assert line(composed).unit_price == D(1340)
    row.price.setFocus()
    typed(row, row.price, "100")
    assert row.error.isHidden() and line(composed).unit_price == D(100)


def test_two_errors_are_mended_one_by_one(row, active):
    for editor in (row.price, row.discount):
        editor.setFocus()
        typed(row, editor, "x")
    row.price.setFocus()
    typed(row, row.price, "5")
    assert row.error.isVisible()
    row.discount.setFocus()
    typed(row, row.discount, "101")
    assert "100" in row.error.text()
    row.discount.setFocus()
    typed(row, row.discount, "10")
    assert row.error.isHidden()


def test_quantity_unit_and_discount_are_kept(composed, row, active):
    for editor, text in ((row.quantity, "2,5"), (row.unit, "sessions"), (row.discount, "10 %"), (row.label, "Audit")):
        editor.setFocus()
        typed(row, editor, text)
    kept = line(composed)
    assert (kept.quantity, kept.unit, kept.discount, kept.label) == (D("2.5"), "sessions", D(10), "Audit")
    assert composed.sheet.options[0].totals.net == D("3015.00")


def test_a_vat_rate_is_chosen_and_undone(composed, row):
    place = [Decimal(row.rate.itemData(each)) for each in range(row.rate.count())].index(D("5.5"))
    row.rate.setCurrentIndex(place)
    row.rate.activated.emit(place)
    assert line(composed).vat_rate == D("5.5")
    composed.page.desk.stack.undo()
    assert line(composed).vat_rate == D(20) and row.rate.currentData() == "20"


def test_an_offer_fills_the_line_and_is_taken_back(composed, row):
    row.price.setText("5")
    row._numbers["unit_price"][1].flush()
    row._pick("Grille des relances et devis")
    assert line(composed).unit_price == D(1340)
    composed.page.desk.stack.undo()
    assert line(composed).unit_price == D(5)
    row._pick("nothing of that name")
    assert line(composed).unit_price == D(5)


def test_a_number_being_typed_is_left_alone(composed, row, active):
    row.price.setFocus()
    row.price.selectAll()
    QTest.keyClicks(row.price, "1234")
    row._numbers["unit_price"][1].flush()
    composed.page.refresh(frozenset())
    assert row.price.text() == "1234" and row.price.cursorPosition() == 4


def test_everything_has_a_name_and_nothing_is_read_as_html(row):
    assert nameless(row) == [] and rich_text_labels(row) == []


def test_a_finger_hits_all_of_it_and_the_fields_keep_their_room(row, active, look, qtbot):
    buttons = [row.keep, row.up, row.down, row.remove]
    before = row.quantity.width()
    for touch, side in ((False, 26), (True, 44), (False, 26)):
        theme.apply(look, theme.current(), touch)
        qtbot.waitUntil(lambda side=side: {each.size().toTuple() for each in buttons} == {(side, side)})
        assert too_small(row, theme.metrics().least) == []
        # The scroll bar beside is thicker under a finger, no more.
        assert row.quantity.width() >= before - 2


def test_the_detail_is_kept_and_printed(composed, row, active):
    row.detail.setFocus()
    row.detail.selectAll()
    QTest.keyClicks(row.detail, "Two sessions, on site")
    row.detail.clearFocus()
    assert line(composed).detail == "Two sessions, on site"
    assert composed.sheet.content.options[0].lines[0].detail == "Two sessions, on site"


def test_a_picked_offer_brings_its_billing_and_is_known_to_be_the_catalogues(composed, row):
    key = composed.workspace.do(catalogue.add_offer, now=NOW, label="Suivi", unit_price=D(90), billing=Billing.MONTHLY)
    composed.page.refresh(frozenset())
    row._pick("Suivi")
    kept = line(composed)
    assert (kept.billing, kept.offer_id, kept.catalogue_price) == (Billing.MONTHLY, key, D(90))
    composed.page.desk.stack.undo()
    assert line(composed).billing is Billing.ONCE and line(composed).offer_id != key
