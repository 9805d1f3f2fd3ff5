"""What the rows of a panel stand on: a row that does not change is not painted anew."""

from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.calls.steady_ground import SteadyGround


class Row(QLabel):
    """Counts how many times it was painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


def test_rows_stay_as_they_are_painted_when_their_room_grows_or_shrinks(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(240, 300)
    scroll = QScrollArea(window)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    ground = SteadyGround(scroll)
    column = QVBoxLayout(ground)
    rows = [Row("one"), Row("two")]
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
    scroll.setWidget(ground)
    scroll.resize(200, 200)
    window.show()
    qtbot.waitUntil(lambda: all(row.painted for row in rows))
    for row in rows:
        row.painted = 0
    for height in (260, 180):
        scroll.resize(200, height)
        QApplication.processEvents()
    assert [row.painted for row in rows] == [0, 0]
    rows[0].update()
    QApplication.processEvents()
    assert [row.painted for row in rows] == [1, 0]
    below = ground.grab().toImage().pixelColor(2, ground.height() - 2)
    assert below == QColor(theme.current().colour("surface"))
