"""The plane by keys and under the pointer."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from desktop.models.matrix import Heat
from desktop.services.matrix_board import Mark
from desktop.ui.matrix.plane import Plane, where, who

LOW = Mark(Heat.COLD, 0.2, 0.2, ((3, 3, 15),), name="Low")
WIDE = Mark(Heat.WARM, 0.4, 1.0, ((6, 15, 15),), name="Wide")
MANY = Mark(Heat.HOT, 0.6, 0.8, ((9, 12, 15),), count=12)


def test_arrows_go_to_the_nearest_and_a_click_takes_what_is_under_it(qtbot) -> None:
    plane = Plane()
    qtbot.addWidget(plane)
    plane.resize(600, 400)
    plane.show()
    plane.show_marks((LOW, WIDE, MANY))
    chosen = []
    plane.chosen.connect(chosen.append)
    QTest.mouseClick(
        plane, Qt.MouseButton.LeftButton, pos=next(p for p in plane.placed if p.mark == LOW).box.center().toPoint()
    )
    QTest.keyClick(plane, Qt.Key.Key_Right)
    QTest.keyClick(plane, Qt.Key.Key_Right)
    QTest.keyClick(plane, Qt.Key.Key_Right)
    assert chosen == [LOW, WIDE, MANY, MANY]
    assert plane.under(QPointF(1, 1)) is None
    plane.show_marks((LOW, MANY))
    assert plane.mark == MANY
    plane.show_marks((LOW,))
    assert plane.mark is None


def test_said_in_words() -> None:
    assert (who(LOW), where(LOW)) == ("Low", "20% · Cold")
    assert (who(MANY), where(MANY)) == ("12 prospects", "60% to 80% · Hot")
