"""A section is chosen by mouse or by keyboard, and only the page says which one is open."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.settings.section_button import SectionButton


def test_it_asks_and_does_not_decide(qtbot) -> None:
    button = SectionButton("Data", "save")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert not button.isChecked()
    assert button.accessibleName() == "Data"


def test_the_open_one_looks_different(qtbot) -> None:
    button = SectionButton("Data", "save")
    qtbot.addWidget(button)
    button.resize(180, 36)
    before = button.grab().toImage()
    button.setChecked(True)
    assert button.grab().toImage() != before
