"""The shared strokes stay inside what they are given."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from desktop.ui.widgets import painting

RED, BLUE = QColor("#ff0000"), QColor("#0000ff")


def canvas() -> QPixmap:
    made = QPixmap(40, 30)
    made.fill(Qt.GlobalColor.white)
    return made


def test_a_border_lies_inside_its_rectangle(qtbot: QtBot) -> None:
    made = canvas()
    painter = QPainter(made)
    painting.fill_round(painter, QRectF(5, 5, 30, 20), RED, BLUE, radius=0, width=2)
    painter.end()
    image = made.toImage()
    assert [image.pixelColor(x, 15).name() for x in (4, 5, 6, 7)] == ["#ffffff", "#0000ff", "#0000ff", "#ff0000"]


def test_a_dot_and_a_ring(qtbot: QtBot) -> None:
    made = canvas()
    painter = QPainter(made)
    painting.paint_dot(painter, QPointF(20, 15), RED, 5)
    painting.focus_ring(painter, QRectF(0, 0, 40, 30), 0)
    painter.end()
    image = made.toImage()
    assert image.pixelColor(20, 15) == RED
    assert image.pixelColor(0, 15) == image.pixelColor(1, 15) != image.pixelColor(2, 15)


def test_a_key_cap_grows_with_its_legend() -> None:
    assert painting.keycap_size("Ctrl ⇧ ⏎").width() > painting.keycap_size("F1").width()
    assert painting.keycap_size("1").width() == painting.keycap_size("1").height()
    assert painting.soft(RED).alphaF() < RED.alphaF()
