"""The list sorted by a header and laid out as this machine remembers."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.services.prospect_choice import Order, Sorting
from desktop.settings import Preferences
from desktop.ui.prospects.columns import Column, load
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace
from tests.ui.prospects.book import listed as listed
from tests.ui.prospects.book import names


def test_sorted_by_a_header_and_laid_out_as_this_machine_remembers(
    listed: ProspectsPage, qtbot, workspace: Workspace, tmp_path
) -> None:
    preferences = Preferences(tmp_path / "settings.json")
    listed = ProspectsPage(workspace, preferences)
    qtbot.addWidget(listed)
    listed.resize(1240, 800)
    listed.refresh(frozenset())
    with qtbot.waitActive(listed):
        listed.show()
    header = listed.table.horizontalHeader()
    place = header.sectionViewportPosition(Column.NEXT) + 10
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().topLeft() + _at(place))
    assert listed.model.sorting == Sorting(Order.NEXT)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().topLeft() + _at(place))
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().topLeft() + _at(place))
    assert listed.model.sorting == Sorting()
    listed.list.sort(Sorting(Order.AMOUNT))
    assert (names(listed)[0], listed.found.text()) == ("5", "By amount")
    assert header.sortIndicatorSection() == Column.AMOUNT
    assert listed.table.shown_columns() == list(Column)[:4]
    listed.toggle_wide()
    assert not listed.right.isVisible()
    assert listed.table.shown_columns()[1] is Column.CONTACT
    assert len(listed.table.shown_columns()) == len(Column)
    header.moveSection(header.visualIndex(Column.SECTOR), 1)
    header.resizeSection(Column.SECTOR, 210)
    act = next(each for each in listed.table.columns_menu().actions() if each.text() == "Source")
    act.trigger()
    layout = load(Preferences(tmp_path / "settings.json").current.prospect_columns)
    assert (layout.wide, layout.shown[1], layout.width(Column.SECTOR)) == (True, Column.SECTOR, 210)
    assert Column.SOURCE not in layout.shown
    assert layout.sorting == Sorting(Order.AMOUNT)
    again = ProspectsPage(workspace, preferences)
    qtbot.addWidget(again)
    assert again.table.shown_columns() == list(layout.shown)
    assert again.model.sorting == Sorting(Order.AMOUNT)
    # A file is asked for: the list makes room.
    listed.open_prospect(listed.model.at(2).id)
    assert listed.right.isVisible()


def _at(x: int) -> QPoint:
    return QPoint(x, 8)
