"""Side by side from the keyboard: what stays is seen before it is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.models.merges import DistinctPair
from desktop.services.prospects import load_prospect
from desktop.ui.prospects.compare import CompareOverlay
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.prospects.merge_pair import scene


def test_chosen_by_keys_and_merged(qtbot, workspace) -> None:
    made = scene(qtbot, workspace)
    overlay = CompareOverlay(made.window, workspace, made.acts)
    merged: list[object] = []
    overlay.merged.connect(merged.append)
    overlay.open_for(made.merged, made.kept)
    assert [label.text() for label in overlay.names] == ["Durand", "<b>Durand SA"]
    assert QApplication.focusWidget() is overlay.fields
    assert nameless(overlay) == [] and rich_text_labels(overlay) == []
    assert "<b>Durand SA" in overlay.stays.text() and "Rennes" in overlay.stays.text()
    names = [overlay.fields.pair_at(row).name for row in range(overlay.fields.count())]
    qtbot.keyClick(overlay.fields, Qt.Key.Key_1)
    for _step in range(names.index("address")):
        qtbot.keyClick(overlay.fields, Qt.Key.Key_Down)
    qtbot.keyClick(overlay.fields, Qt.Key.Key_Right)
    assert "Nantes" in overlay.stays.text() and "Rennes" not in overlay.stays.text()
    qtbot.keyClick(overlay.fields, Qt.Key.Key_Return)
    assert not overlay.isVisible() and merged == [made.kept]
    one = workspace.ask(load_prospect, made.kept)
    assert (one.company, one.address, one.sector) == ("Durand", "Nantes", "Bois")
    assert "Rennes" in one.notes and "<b>Durand SA" in one.notes


def test_told_apart(qtbot, workspace) -> None:
    made = scene(qtbot, workspace)
    overlay = CompareOverlay(made.window, workspace, made.acts)
    overlay.open_for(made.kept, made.merged)
    with qtbot.waitSignal(overlay.told_apart):
        overlay.apart_button.click()
    assert workspace.ask(lambda session: session.query(DistinctPair).count()) == 1
    made.undos[-1]()
    assert workspace.ask(lambda session: session.query(DistinctPair).count()) == 0
