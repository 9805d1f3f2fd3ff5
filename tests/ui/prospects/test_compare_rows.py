"""A row a field: a key or a click chooses, and a screen reader is told what stays."""

from PySide6.QtCore import QPoint, Qt

from desktop.services.merge_fields import FieldPair
from desktop.ui.prospects.compare_rows import FieldList


def test_a_click_chooses_and_what_stays_is_told(qtbot) -> None:
    fields = FieldList()
    qtbot.addWidget(fields)
    fields.resize(700, 300)
    fields.show()
    fields.show_pairs((FieldPair("sector", "", "Bois", "merged"), FieldPair("address", "Rennes", "Nantes", "kept")))
    assert fields.pair_at(0).name == "address", "what is to choose comes first"
    told = fields.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Address: Rennes stays, rather than Nantes"
    middle = fields.visualItemRect(fields.item(0)).center().y()
    qtbot.mouseClick(fields.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(600, middle))
    assert fields.choices == {"sector": "merged", "address": "merged"}
    qtbot.keyClick(fields, Qt.Key.Key_Left)
    assert fields.choices["address"] == "kept"
    fields.choose(1, "kept")
    assert fields.choices["sector"] == "merged", "nothing to choose there"
    assert not fields.grab().isNull()
