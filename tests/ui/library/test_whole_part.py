"""An item as a whole says what it lacks, and its versions."""

from PySide6.QtWidgets import QWidget

from desktop.ui.library.desk import Desk
from desktop.ui.library.whole_part import WholePart
from tests.ui.library.conftest import GRID


def test_only_a_draft_lacks_something(qtbot, workspace):
    desk = Desk(workspace)
    desk.read(GRID)
    workspace.changed.connect(lambda _touched: desk.read(desk.mark))
    ground = QWidget()
    qtbot.addWidget(ground)
    part = WholePart(desk)
    part.setParent(ground)
    for widget in (part.missing, part.history):
        part.column.addWidget(widget)
    ground.show()
    part.show_part(())
    assert part.missing.isHidden() and len(part.history.buttons) == 1
    desk.open_draft()
    desk.edit(("criteria", 1, "name"), "", "Name")
    part.show_part(())
    assert part.missing.sentences == ("Name the criterion.",)
    with qtbot.waitSignal(part.wanted) as asked:
        part.missing.buttons[0].click()
    assert asked.args == [("criteria", 1, "name")]
