"""A place whose room is given from outside."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop.ui.calls.own_room import OwnRoom


class Around(QWidget):
    """Counts how many times it was asked to lay out what it holds."""

    asked = 0

    def event(self, event: QEvent) -> bool:
        self.asked += event.type() == QEvent.Type.LayoutRequest
        return super().event(event)


def test_what_is_within_is_as_large_and_asks_nothing_of_what_is_around(qtbot) -> None:
    around, content, words = Around(), QWidget(), QLabel("one")
    qtbot.addWidget(around)
    QVBoxLayout(content).addWidget(words)
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(OwnRoom(content))
    around.resize(300, 200)
    around.show()
    QApplication.processEvents()
    assert content.size() == around.size()
    around.asked = 0
    words.setText("two\nlines of words")
    QApplication.processEvents()
    assert words.height() > 30 and around.asked == 0
    around.resize(320, 260)
    assert content.size() == around.size()
