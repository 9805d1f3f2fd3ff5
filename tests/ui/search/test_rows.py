"""The row at hand stays when the results are shown again."""

from datetime import timedelta

from desktop.services.search import search
from desktop.ui.search.rows import FoundList
from tests.conftest import MONDAY, PARIS


def test_the_row_at_hand_stays(overlay, workspace) -> None:
    rows = FoundList()
    results = workspace.ask(search, "atelier", now=MONDAY + timedelta(0), limit=10)
    rows.show_results(results, PARIS)
    rows.move_by(3)
    at_hand = rows.current()
    rows.show_results(workspace.ask(search, "atelier", now=MONDAY, limit=20), PARIS)
    assert rows.current().key == at_hand.key
    rows.move_by(-100)
    assert rows.currentRow() == 1
    assert not rows.grab().isNull()
