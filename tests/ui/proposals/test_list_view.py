"""The list of proposals."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop.models.proposal_states import ShownState
from desktop.models.proposals import ProposalState
from desktop.services import proposals
from desktop.services.proposal_lists import proposal_rows
from desktop.services.proposal_states import take_state
from desktop.ui import theme
from desktop.ui.proposals.list_view import ListView, ProposalsItemModel
from tests.services.proposal_case import NOW

TODAY = date(2026, 11, 23)


def view(qtbot, rows):
    list_view = ListView()
    qtbot.addWidget(list_view)
    list_view.show_rows(rows, TODAY)
    list_view.show()
    return list_view


def test_an_empty_list_says_where_proposals_come_from(qtbot):
    shown = view(qtbot, [])
    assert shown.empty.isVisible() and not shown.card.isVisible()


def test_the_model_keeps_its_promises(qtbot, composed):
    model = ProposalsItemModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([(row, row.shown(TODAY)) for row in composed.workspace.ask(proposal_rows)])
    model.set_rows([])
    del tester


def test_a_row_reads_from_number_to_date_and_enter_opens_it(qtbot, composed):
    rows = composed.workspace.ask(proposal_rows)
    shown = view(qtbot, rows)
    model = shown.rows
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == [
        "P-2026-0001",
        "Ateliers Brévent",
        "Une journée rendue chaque semaine",
        "€1,340.00",
        "Draft",
        "23 Nov",
    ]
    shown.focus_list()
    with qtbot.waitSignal(shown.chosen) as chosen:
        QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert chosen.args == [rows[0].id]


def test_a_pre_proposal_shows_no_price(qtbot, warm):
    shown = view(qtbot, warm.workspace.ask(proposal_rows))
    assert shown.rows.index(0, 3).data() == "Pre-proposal"


def test_a_finger_has_higher_rows(qtbot, composed, look):
    shown = view(qtbot, composed.workspace.ask(proposal_rows))
    heights = []
    for touch in (False, True, False):
        theme.apply(look, theme.current(), touch)
        heights.append(shown.table.rowHeight(0))
    assert heights == [40, 52, 40]


def test_the_list_is_narrowed_to_a_state_and_shows_what_expired(qtbot, composed):
    case = composed.claire()
    sent = composed.workspace.do(proposals.compose, case.prospect, now=NOW, language="fr")
    composed.workspace.do(take_state, sent, ProposalState.SENT, now=NOW)
    rows = composed.workspace.ask(proposal_rows)
    shown = view(qtbot, rows)
    assert shown.rows.rowCount() == 2
    shown.filter.chips[ShownState.SENT].click()
    assert [shown.rows.proposal_at(0).id, shown.rows.rowCount()] == [sent, 1]
    shown.show_rows(rows, date(2027, 1, 4))
    assert shown.rows.rowCount() == 2, "nothing is merely sent any more"
    states = {shown.rows.index(place, 4).data() for place in range(2)}
    assert states == {"Draft", "Expired"}
    shown.filter.chips[ShownState.EXPIRED].click()
    shown.focus_list()
    assert shown.table.currentIndex().row() == 0
