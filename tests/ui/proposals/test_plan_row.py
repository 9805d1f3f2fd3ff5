"""One step of the plan: its fields, its side, what it waits for."""

import pytest

from desktop.models.backplan import Side
from desktop.services import proposal_plan
from tests.services.proposal_case import NOW
from tests.ui.proposals.plan_case import PlanBench, facts


@pytest.fixture
def bench(workspace, qtbot) -> PlanBench:
    bench = PlanBench(workspace)
    qtbot.addWidget(bench.card)
    with qtbot.waitActive(bench.card):
        bench.card.show()
    return bench


def entries(row) -> dict[str, object]:
    return {action.text(): action for action in row.menu().actions() if action.text()}


def test_words_and_days_are_saved_as_they_are_typed(bench):
    row = bench.card.rows[1]
    bench.type(row.name, "Accord du comité & signature")
    bench.type(row.owner, "Paul Durand")
    bench.type(row.days, "4")
    step = bench.proposal.plan[1]
    assert (step["name"], step["owner"], step["days"]) == ("Accord du comité & signature", "Paul Durand", 4)
    assert facts(row) == "6 Jan → 11 Jan · critical"


def test_what_is_typed_is_undone_field_by_field(bench):
    row, stack = bench.card.rows[1], bench.desk.stack
    before = bench.proposal.plan[1]
    bench.type(row.name, "Accord")
    bench.type(row.name, "Accord du comité")
    bench.type(row.days, "4")
    assert stack.count() == 2, "one field typed in twice is one act"
    stack.undo()
    assert bench.proposal.plan[1]["days"] == before["days"] and row.days.text() == str(before["days"])
    stack.undo()
    assert bench.proposal.plan[1] == before and row.name.text() == before["name"]
    stack.redo()
    assert bench.proposal.plan[1]["name"] == row.name.text() == "Accord du comité"
    bench.type(row.days, "beaucoup")
    assert stack.undoText() == "change “Step 2”", "what was refused did not happen"


@pytest.mark.parametrize("typed", ["0", "261", "2,5", "beaucoup", ""])
def test_days_that_cannot_be_are_refused_under_the_row(bench, typed):
    row = bench.card.rows[1]
    bench.type(row.days, typed)
    bench.type(row.name, "Signature")
    assert bench.proposal.plan[1]["name"] == "Signature"
    assert row.error.isVisible() and row.error.text() and bench.proposal.plan[1]["days"] == 1
    bench.type(row.days, "3")
    assert not row.error.isVisible() and bench.proposal.plan[1]["days"] == 3


def test_the_side_changes_in_one_click_and_back(bench):
    row = bench.card.rows[0]
    assert row.side.text() == "Client" and not row.side.isChecked()
    row.side.click()
    assert row.side.text() == "Us" and row.side.isChecked() and bench.proposal.plan[0]["side"] == Side.OURS
    assert row.side.accessibleName() == "Side of step 1: Us"
    bench.desk.stack.undo()
    assert row.side.text() == "Client"


def test_a_step_waits_for_those_that_are_ticked(bench):
    row = bench.card.rows[2]
    assert entries(row)["The step above"].isChecked()
    entries(row)["1. Décision"].trigger()
    assert facts(row).endswith("· after 1") and entries(row)["1. Décision"].isChecked()
    entries(row)["2. Signature et commande"].trigger()
    assert facts(row).endswith("· after 1, 2") and row.dates.text().endswith("\u00a0· after\u00a01,\u00a02")
    entries(row)["1. Décision"].trigger()
    assert facts(row).endswith("· after 2")
    entries(row)["Nothing: it may begin at once"].trigger()
    assert facts(row).endswith("· from the beginning")
    entries(row)["The step above"].trigger()
    assert facts(row).endswith("critical")
    assert bench.desk.stack.undoText() == "what step “Réunion de lancement” waits for"


def test_steps_that_would_wait_for_each_other_are_refused_in_a_sentence(bench):
    row = bench.card.rows[0]
    entries(row)["7. Mise en service"].trigger()
    assert bench.refused and "wait for each other" in bench.refused[0]
    assert bench.proposal.plan[0]["after"] is None


def test_a_name_with_an_ampersand_is_read_whole_in_the_menu(bench):
    key = bench.proposal.plan[0]["key"]
    bench.workspace.do(proposal_plan.update_step, bench.key, key, now=NOW, name="R&D")
    assert "1. R&&D" in entries(bench.card.rows[1])
