"""Notes beside the words, and a part with its fields."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.library.desk import Desk
from desktop.ui.library.part import Notes, Part
from desktop.ui.widgets.labels import PlainLabel
from tests.ui.library.conftest import GRID


def test_notes_come_and_go(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    notes = Notes()
    QVBoxLayout(ground).addWidget(notes)
    ground.show()
    assert not notes.isVisible()
    notes.show_sentences(["One.", "Two <b>."])
    assert notes.isVisible() and notes.sentences == ("One.", "Two <b>.")
    qtbot.waitUntil(lambda: sum(each.isVisible() for each in notes.findChildren(PlainLabel)) == 2)
    notes.show_sentences([])
    assert not notes.isVisible() and notes.sentences == ()


def test_fields_stand_side_by_side_and_show_their_part(qtbot, workspace):
    desk = Desk(workspace)
    desk.read(GRID)
    part = Part(desk)
    qtbot.addWidget(part)
    good = part.fields.number(("good",), "Good", 0, 100)
    medium = part.fields.number(("medium",), "Medium", 0, 100)
    part.row(good, medium, stretches=(2, 1))
    part.resize(400, 200)
    part.show()
    part.show_part(())
    assert (good.editor.value(), medium.editor.value()) == (70, 40)
    assert good.y() == medium.y() and good.width() > medium.width()
