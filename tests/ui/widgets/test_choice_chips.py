"""One choice among chips: by a click, by arrows and Space, by its digit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.widgets.choice_chips import ChoiceChips


def test_clicked_walked_and_numbered(qtbot) -> None:
    chips = ChoiceChips("Outcome", [("a", "Reached"), ("b", "Lost")], numbered=True)
    qtbot.addWidget(chips)
    with qtbot.waitActive(chips):
        chips.show()
    chosen: list[str] = []
    chips.chosen.connect(chosen.append)
    assert (chips.chip("b").text(), chips.chip("b").accessibleName()) == ("2  Lost", "Outcome · Lost")
    chips.chip("a").setFocus()
    QTest.keyClick(chips.chip("a"), Qt.Key.Key_Left)
    QTest.keyClick(chips.chip("b"), Qt.Key.Key_Space)
    assert chips.choose_number(1)
    assert chips.chip("a").hasFocus()
    assert not chips.choose_number(3)
    assert (chosen, chips.value) == (["b", "a"], "a")
    chips.set_value("")
    assert (chips.value, chips.chip("a").isChecked()) == ("", False)
