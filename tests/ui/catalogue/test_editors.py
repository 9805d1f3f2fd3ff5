"""What is written of an item."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.models.catalogue import Billing
from desktop.services import catalogue
from desktop.ui.autosave import flush_all
from desktop.ui.catalogue.shelves import PROOFS

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def test_kinds_choices_and_sectors_of_a_proof(bench):
    page = bench.page
    press(Qt.Key.Key_PageDown, CTRL)
    assert page.shelf is PROOFS
    fields = page.editor.fields
    combo = fields.field("offer_id").editor
    assert combo.currentText() == "Audit des relances"
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Up)
    QTest.keyClick(combo, Qt.Key.Key_Up)
    bench.type(fields.field("sectors").editor, "Bois, Conseil, bois")
    flush_all(page)
    (row,) = bench.proofs()
    assert row.offer_id is None and row.sectors == ["Bois", "Conseil"]
    chip = next(each for each in fields.field("need_kinds").editor.children() if getattr(each, "text", str)() == "Need")
    chip.click()
    assert bench.proofs()[0].need_kinds == ["need", "stake"] and chip.isChecked()
    page.desk.undo()
    assert bench.proofs()[0].need_kinds == ["stake"] and not chip.isChecked()


def test_the_rest_of_an_offer_is_saved_at_once(bench):
    page = bench.page
    fields = page.editor.fields
    for name in ("vat_rate", "billing", "lead_days"):
        fields.field(name).editor.setFocus()
        press(Qt.Key.Key_Up if name != "vat_rate" else Qt.Key.Key_Down)
    page.editor.findChild(type(fields.check("step", "x"))).click()
    row = bench.offers()[0]
    assert (row.vat_rate, row.billing, row.lead_days, row.step) == (10, Billing.ONCE, 1, True)


def test_a_rate_that_is_none_of_the_usual_is_offered(bench):
    key = bench.offers()[0].id
    bench.workspace.do(catalogue.update_offer, key, vat_rate=Decimal("8.5"))
    combo = bench.page.editor.fields.field("vat_rate").editor
    assert combo.currentText() == "8.5%" and combo.count() == 6


def test_a_proof_keeps_the_name_of_an_archived_offer(bench):
    page = bench.page
    bench.workspace.do(catalogue.archive_offer, bench.proofs()[0].offer_id, at=bench.workspace.clock.now())
    page.show_shelf(PROOFS)
    assert page.editor.fields.field("offer_id").editor.currentText() == "Audit des relances"
