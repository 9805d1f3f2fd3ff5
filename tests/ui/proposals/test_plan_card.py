"""The day they wish for, and the steps counted back from it, by hand and by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.errors import UserError
from desktop.services import proposal_plan, proposals
from desktop.ui.proposals.plan_card import plan_actions, read_wished
from tests.conftest import MONDAY
from tests.services.proposal_case import NOW
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.proposals.plan_case import PlanBench, facts

FIRST = ["Décision", "Signature et commande", "Réunion de lancement"]


@pytest.fixture
def bench(workspace, qtbot) -> PlanBench:
    bench = PlanBench(workspace)
    qtbot.addWidget(bench.card)
    with qtbot.waitActive(bench.card):
        bench.card.show()
    return bench


def test_it_opens_on_the_plan_born_from_the_call(bench):
    assert bench.names[:3] == FIRST and bench.card.wished.text() == "29 January 2027"
    assert "the first step begins on 4 January 2027 at the latest" in bench.card.says.text()
    assert "working days ahead" in bench.card.says.text() and bench.card.says.kind == "small"
    first = bench.card.rows[0]
    assert facts(first) == "4 Jan → 8 Jan · critical" and first.owner.text() == "Claire Fontaine"
    assert bench.card.slips.text().startswith("If “Décision”, ")
    assert nameless(bench.card) == [] and rich_text_labels(bench.card) == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("29/01/2027", date(2027, 1, 29)),
        ("29.1.27", date(2027, 1, 29)),
        ("2027-01-29", date(2027, 1, 29)),
        ("29/1", date(2027, 1, 29)),
        ("fin janvier", date(2027, 1, 29)),
        ("end of January", date(2027, 1, 29)),
        ("29 janvier 2027", date(2027, 1, 29)),
        ("1er février 2027", date(2027, 2, 1)),
        ("1 February 2027", date(2027, 2, 1)),
        ("dans 2 mois", date(2027, 1, 25)),
        ("", None),
        ("  ", None),
    ],
)
def test_the_wished_day_is_read_as_it_is_said(typed, day):
    assert read_wished(typed, MONDAY) == day


@pytest.mark.parametrize("typed", ["31/02/2027", "bientôt", "10 personnes", "29/01/2027 ou plus tard"])
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(UserError):
        read_wished(typed, MONDAY)


def test_typing_another_day_moves_every_step(bench):
    bench.type(bench.card.wished, "18/12/2026")
    assert bench.card.wished.text() == "18 December 2026" and bench.proposal.wished_on == date(2026, 12, 18)
    assert facts(bench.card.rows[0]).startswith("23 Nov")
    bench.type(bench.card.wished, "11/12/2026")
    assert bench.card.says.kind == "warn"
    assert bench.card.says.text() == (
        "5 working days are missing to keep to 11 December 2026: begun at once, it can be ready on 18 December 2026."
    )
    bench.type(bench.card.wished, "bientôt")
    assert "Write a day" in bench.card.field.error and bench.proposal.wished_on == date(2026, 12, 11)


def test_the_day_they_wish_for_comes_back(bench):
    former = bench.proposal.wished_on
    bench.type(bench.card.wished, "26/02/2027")
    assert bench.proposal.wished_on == date(2027, 2, 26)
    assert bench.desk.stack.undoText() == "change “Ready by, for the client”"
    bench.card.wished.setFocus()
    bench.desk.stack.undo()
    assert bench.proposal.wished_on == former and "29 January 2027" in bench.card.wished.text()


def test_without_a_day_it_says_what_is_possible(bench):
    bench.workspace.do(proposal_plan.wish, bench.key, None, now=NOW)
    assert bench.card.says.text() == "Begun today, it can be ready on 18 December 2026."
    assert not bench.card.chart.isVisible() and not bench.card.calendar.isVisible()
    assert facts(bench.card.rows[0]) == ""


def test_a_step_is_added_under_another_by_enter(bench):
    row = bench.card.rows[0]
    row.name.setFocus()
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert bench.names[:3] == ["Décision", "", "Signature et commande"]
    added = bench.card.rows[1]
    assert added.name.hasFocus()
    bench.type(added.name, "Comité")
    assert bench.desk.stack.undoText() == "change “Step 2”"
    bench.desk.stack.undo()
    assert bench.names[:3] == ["Décision", "", "Signature et commande"]
    bench.desk.stack.undo()
    assert bench.names[:3] == FIRST
    bench.desk.stack.redo()
    bench.desk.stack.redo()
    assert bench.names[:3] == ["Décision", "Comité", "Signature et commande"]


def test_steps_move_by_keyboard_and_by_button(bench, qtbot):
    row = bench.card.rows[1]
    row.name.setFocus()
    QTest.keyClick(row.name, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bench.names[:2] == ["Signature et commande", "Décision"] and row.name.hasFocus()
    assert bench.desk.stack.undoText() == "move a step"
    assert not row.up.isEnabled() and bench.card.rows[0] is row
    row.down.click()
    assert bench.names[:3] == FIRST
    bench.desk.stack.undo()
    bench.desk.stack.undo()
    assert bench.names[:3] == FIRST


def test_a_step_is_removed_by_keyboard_and_comes_back_with_its_words(bench):
    row = bench.card.rows[1]
    row.owner.setFocus()
    QTest.keyClick(row.owner, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert bench.names[:2] == ["Décision", "Réunion de lancement"] and bench.card.rows[1].name.hasFocus()
    assert bench.desk.stack.undoText() == "remove the step “Signature et commande”"
    bench.desk.stack.undo()
    assert bench.names[:3] == FIRST


def test_the_last_step_may_go(bench):
    for _each in list(bench.card.rows):
        bench.card.rows[0].remove.click()
    assert bench.card.rows == [] and bench.card.add.hasFocus()
    assert bench.card.says.text().startswith("No step yet") and bench.card.propose.text() == "Propose a plan"
    bench.card.propose.click()
    assert bench.names[:3] == FIRST
    bench.desk.stack.undo()
    assert bench.card.rows == []
    bench.desk.stack.redo()
    assert bench.names[:3] == FIRST


def test_proposing_again_gives_way_to_undo(bench):
    bench.type(bench.card.rows[0].name, "À ma façon")
    bench.card.propose.click()
    assert bench.names[0] == "Décision"
    bench.desk.stack.undo()
    assert bench.names[0] == "À ma façon"


def test_a_plan_that_cannot_be_read_is_said_and_kept(bench):
    bench.workspace.do(proposals.update_proposal, bench.key, now=NOW, plan=[{"old": 1}])
    assert bench.card.says.kind == "danger" and "cannot be read" in bench.card.says.text()
    assert bench.card.rows == [] and not bench.card.add.isEnabled()
    bench.card.propose.click()
    assert bench.names[:3] == FIRST and bench.card.says.kind == "small"
    bench.desk.stack.undo()
    assert bench.proposal.plan == [{"old": 1}]


def test_the_palette_adds_proposes_and_saves_the_dates(bench, qtbot):
    acts = {action.id: action for action in plan_actions(bench.card, "proposals")}
    count = len(bench.card.rows)
    acts["plan.add"].trigger()
    assert len(bench.card.rows) == count + 1
    with qtbot.waitSignal(bench.card.calendar_wanted):
        acts["plan.calendar"].trigger()
    bench.card.hide()
    assert not any(action.enabled() for action in acts.values())


def test_it_holds_in_the_narrowest_window(bench):
    bench.workspace.do(proposal_plan.wish, bench.key, date(2027, 9, 30), now=NOW)
    # The least width of the left side of the composer, without its margins.
    assert bench.card.minimumSizeHint().width() <= 398


def test_the_french_screen_speaks_french(bench):
    i18n.use("fr")
    bench.show()
    assert bench.card.says.text().startswith("Pour être prêts le 29 janvier 2027")
    assert facts(bench.card.rows[0]) == "4 janv. → 8 janv. · critique"
