"""Written down in ten seconds; nothing typed is lost when the service refuses, or when the panel is closed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.prospects import Prospect
from desktop.services.prospect_rows import prospect_rows
from desktop.services.prospects import create_prospect, load_prospect
from desktop.ui.prospects.new_prospect import NewProspect
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY
from tests.hostile import MARKUP
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def panel(qtbot, workspace: Workspace) -> NewProspect:
    panel = NewProspect(workspace)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
    panel.focus_first()
    return panel


def only(workspace: Workspace) -> Prospect:
    (row,) = workspace.ask(prospect_rows)
    return workspace.ask(load_prospect, row.id)


def test_by_tab_and_enter(panel: NewProspect, workspace: Workspace, qtbot) -> None:
    with qtbot.waitSignal(panel.created) as created:
        for text in ("Garage Roux", "Paul Roux", "Owner", "06 12", "Trade show"):
            focused = panel.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, text)
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        QTest.keyClick(panel.source, Qt.Key.Key_Return)
    saved = only(workspace)
    assert created.args == [saved.id]
    person = saved.contacts[0]
    assert (saved.company, saved.source) == ("Garage Roux", "Trade show")
    assert (person.name, person.job_title, person.phone, person.email) == ("Paul Roux", "Owner", "06 12", "")
    assert [each.text() for each in (panel.company, panel.person, panel.job, panel.reach, panel.source)] == [""] * 5


def test_an_address_is_told_from_a_number(panel: NewProspect, workspace: Workspace) -> None:
    QTest.keyClicks(panel.person, MARKUP[0])
    QTest.keyClicks(panel.reach, "paul@roux.fr")
    panel.save_button.click()
    person = only(workspace).contacts[0]
    assert (person.name, person.phone, person.email) == (MARKUP[0], "", "paul@roux.fr")


def test_a_number_without_a_name_is_the_switchboard(panel: NewProspect, workspace: Workspace) -> None:
    QTest.keyClicks(panel.company, "Roux")
    QTest.keyClicks(panel.reach, "0240")
    panel.save_button.click()
    person = only(workspace).contacts[0]
    assert (person.name, person.phone) == ("Switchboard", "0240")


def test_refused_it_says_why_and_keeps_what_was_typed(panel: NewProspect, workspace: Workspace) -> None:
    QTest.keyClicks(panel.source, "referral")
    QTest.keyClick(panel.source, Qt.Key.Key_Return)
    assert workspace.ask(prospect_rows) == []
    assert panel.source.text() == "referral"
    assert panel.company.hasFocus()
    assert "a name or a company" in panel.company.accessibleDescription()
    QTest.keyClicks(panel.company, "Roux")
    QTest.keyClick(panel.company, Qt.Key.Key_Return)
    assert only(workspace).source == "referral"
    assert panel.company.accessibleDescription() == ""


def test_esc_closes_without_forgetting(panel: NewProspect, workspace: Workspace, qtbot) -> None:
    QTest.keyClicks(panel.company, "Roux")
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.company, Qt.Key.Key_Escape)
    assert (panel.company.text(), workspace.ask(prospect_rows)) == ("Roux", [])
    assert nameless(panel) == []
    assert rich_text_labels(panel) == []


def test_what_looks_the_same_is_said_while_typing(panel: NewProspect, workspace: Workspace, qtbot) -> None:
    known = workspace.do(create_prospect, now=MONDAY, company="Durand <b>S.A.", person="Zoé", phone="02 99 11 22 33")
    compared: list[object] = []
    opened: list[object] = []
    panel.similar_compared.connect(lambda *pair: compared.append(pair))
    panel.similar_opened.connect(opened.append)
    QTest.keyClicks(panel.company, "durand b")
    qtbot.waitUntil(lambda: panel.similar.isVisible(), timeout=2000)
    assert "Durand <b>S.A." in panel.similar.words.text()
    panel.similar.open_button.click()
    assert opened == [known]
    panel.company.setText("Other")
    panel.look_for_similar()
    assert not panel.similar.isVisible()
    panel.company.setText("Durand B.")
    panel.reach.setText("0299112233")
    panel.look_for_similar()
    panel.similar.compare_button.click()
    ((created, other),) = compared
    assert other == known and created != known and not panel.similar.isVisible()
