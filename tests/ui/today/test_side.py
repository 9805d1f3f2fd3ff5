"""The right of Today: debts in red, each cell of the matrix with its count, the grids to complete one click away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services import today
from desktop.services.today import Agenda
from desktop.ui.today.page import TodayPage
from desktop.ui.today.side import Matrix, MatrixCell, Numbers, ToComplete
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace
from tests.services.test_today import prospect


@pytest.fixture
def numbers(qtbot, agenda: Agenda) -> Numbers:
    numbers = Numbers()
    qtbot.addWidget(numbers)
    numbers.show_agenda(agenda)
    return numbers


def test_numbers_are_red_only_where_they_are_a_debt(numbers: Numbers) -> None:
    figures = [(label.text(), label.kind) for label in numbers.findChildren(PlainLabel) if label.text().isdigit()]
    assert figures == [("0", "figure"), ("1", "danger"), ("1", "danger")]


def test_a_debt_that_is_paid_is_not_red_any_more(page: TodayPage) -> None:
    QTest.keyClick(page.rows()[0], Qt.Key.Key_Space)
    labels = page.numbers.findChildren(PlainLabel)
    figures = [(label.text(), label.kind) for label in labels if label.text().isdigit()]
    assert figures == [("0", "figure"), ("0", "figure"), ("2", "danger")]


def test_each_cell_says_its_count_and_where_it_is(qtbot) -> None:
    matrix = Matrix()
    qtbot.addWidget(matrix)
    matrix.show_counts({(Band.GOOD, Heat.HOT): 12})
    names = {cell.accessibleName() for cell in matrix.findChildren(MatrixCell)}
    assert len(names) == 9
    assert "Good · Hot · Focus, proposal · 12" in names
    assert "Low · Cold · Set aside, watch · 0" in names
    matrix.show_counts({})
    assert sum(cell.count for cell in matrix.findChildren(MatrixCell)) == 0


def test_narrow_cells_are_lower(qtbot) -> None:
    matrix = Matrix()
    qtbot.addWidget(matrix)
    wide = {cell.height() for cell in matrix.findChildren(MatrixCell)}
    matrix.set_narrow(True)
    narrow = {cell.height() for cell in matrix.findChildren(MatrixCell)}
    assert max(narrow) < min(wide)


def test_a_grid_to_complete_is_opened_by_its_button(page: TodayPage, agenda: Agenda, qtbot) -> None:
    assert page.to_complete.note_label.text() == str(agenda.to_complete) == "2"
    with qtbot.waitSignal(page.prospect_opened) as opened:
        page.to_complete.buttons[0].click()
    assert opened.args == [agenda.incomplete[0].prospect_id]


def test_the_lines_stay_while_nothing_changes_and_the_rest_is_counted(
    page: TodayPage, workspace: Workspace, clock
) -> None:
    before = page.to_complete.buttons
    page.refresh(frozenset())
    assert page.to_complete.buttons is before
    for place in range(4):
        workspace.do(prospect, clock, f"Open {place}", heat=Heat.HOT)
    assert len(page.to_complete.buttons) == 4
    assert "and 2 other prospects" in [label.text() for label in page.to_complete.findChildren(PlainLabel)]


def test_when_every_grid_is_complete_it_says_so(qtbot, workspace: Workspace, clock) -> None:
    card = ToComplete()
    qtbot.addWidget(card)
    card.show_agenda(workspace.ask(today.agenda, clock.now()))
    texts = [label.text() for label in card.findChildren(PlainLabel)]
    assert "Every grid says enough to decide." in texts
    assert card.buttons == []
