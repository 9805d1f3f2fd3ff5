"""From the list of pairs to two files side by side and back, by keys."""

from PySide6.QtCore import Qt

from desktop.services.prospect_rows import prospect_rows
from desktop.ui.prospects.merge_desk import MergeDesk
from tests.ui.prospects.merge_pair import scene


def test_a_duplicate_is_merged_from_the_list(qtbot, workspace) -> None:
    made = scene(qtbot, workspace)
    desk = MergeDesk(workspace, made.window, made.stack, lambda text, _undo: made.said.append(text))
    kept: list[object] = []
    desk.kept.connect(kept.append)
    desk.stop()
    (action,) = desk.actions("prospects")
    workspace.do(lambda session: session.connection().exec_driver_sql("UPDATE prospects SET address = ''"))
    workspace.do(lambda session: session.connection().exec_driver_sql("UPDATE prospects SET company = 'Durand'"))
    action.run()
    qtbot.waitUntil(lambda: desk.duplicates.list.count() == 1, timeout=5000)
    qtbot.keyClick(desk.duplicates.list, Qt.Key.Key_Return)
    assert desk.comparison.isVisible() and not desk.duplicates.isVisible()
    desk.comparison.close_overlay()
    assert desk.duplicates.isVisible(), "back where one was"
    qtbot.keyClick(desk.duplicates.list, Qt.Key.Key_Return)
    qtbot.keyClick(desk.comparison.fields, Qt.Key.Key_Return)
    assert kept == [made.kept] and len(workspace.ask(prospect_rows)) == 1
    assert desk.duplicates.isVisible() and desk.duplicates.list.count() == 0
    desk.stop()
    assert not desk.duplicates.isVisible()
    desk.compare(made.kept, made.merged)
    desk.comparison.close_overlay()
    assert not desk.duplicates.isVisible(), "not from the list this time"
