"""The people at a prospect: added by a name and Enter, edited where they stand, removed and brought back."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.models.prospects import Contact
from desktop.models.statuses import ContactRole, Stance
from desktop.services.prospects import add_contact, load_prospect, update_prospect
from desktop.ui.autosave import flush_all
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def people(workspace: Workspace, key: uuid.UUID):
    def read() -> list[Contact]:
        return workspace.ask(load_prospect, key).contacts

    return read


def test_a_name_and_enter_then_the_job(detail: Detail, people, qtbot) -> None:
    QTest.keyClicks(detail.contacts.new, "Bertrand <b>Roche</b>")
    QTest.keyClick(detail.contacts.new, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is detail.contacts.rows[1].job
    QTest.keyClicks(focused, "Workshop")
    flush_all(detail)
    assert [(each.name, each.job_title) for each in people()] == [
        ("Thomas Kerbrat", ""),
        ("Bertrand <b>Roche</b>", "Workshop"),
    ]
    assert detail.contacts.note_label.text() == "2"
    assert nameless(detail.contacts) == []
    assert rich_text_labels(detail.contacts) == []


def test_a_name_of_spaces_adds_nobody(detail: Detail, people) -> None:
    QTest.keyClicks(detail.contacts.new, "   ")
    QTest.keyClick(detail.contacts.new, Qt.Key.Key_Return)
    assert len(people()) == 1


def test_the_role_is_saved(detail: Detail, people) -> None:
    role = detail.contacts.rows[0].role
    role.setFocus()
    QTest.keyClick(role, Qt.Key.Key_Down)
    role.activated.emit(role.currentIndex())
    assert people()[0].role is next(iter(ContactRole))
    assert role.accessibleName() == "Role of Thomas Kerbrat"


def test_a_bad_address_waits_where_it_was_typed(
    page: ProspectsPage, detail: Detail, workspace: Workspace, clock, people, key: uuid.UUID, other: uuid.UUID, qtbot
) -> None:
    row = detail.contacts.rows[0]
    row.email.setFocus()
    QTest.keyClicks(row.email, "thomas@")
    flush_all(detail)
    row.phone.setFocus()
    QTest.keyClicks(row.phone, "06")
    flush_all(detail)
    assert (people()[0].email, people()[0].phone) == ("", "06")
    assert "name@company.com" in row.error.text()
    with qtbot.waitSignal(page.toasted) as toast:
        page.open_prospect(other)
    assert "thomas@" in toast.args[0]
    page.open_prospect(key)
    again = detail.contacts.rows[0]
    assert again is not row
    assert again.email.text() == "thomas@"
    assert not again.error.isHidden()
    workspace.do(add_contact, key, now=clock.now(), name="Inès")
    assert detail.contacts.rows[0].email.text() == "thomas@"
    detail.contacts.rows[0].email.setFocus()
    QTest.keyClick(detail.contacts.rows[0].email, Qt.Key.Key_End)
    QTest.keyClicks(detail.contacts.rows[0].email, "kerbrat.fr")
    flush_all(detail)
    assert people()[0].email == "thomas@kerbrat.fr"
    assert detail.contacts.rows[0].error.isHidden()


def test_removed_by_the_cross_and_brought_back(page: ProspectsPage, detail: Detail, people) -> None:
    QTest.keyClicks(detail.contacts.new, "Ines")
    QTest.keyClick(detail.contacts.new, Qt.Key.Key_Return)
    detail.contacts.rows[0].remove.click()
    assert [each.name for each in people()] == ["Ines"]
    page.stack.undo()
    assert [row.name.text() for row in detail.contacts.rows] == ["Thomas Kerbrat", "Ines"]


def test_the_only_name_left_is_not_removed(
    page: ProspectsPage, detail: Detail, workspace: Workspace, clock, people, key: uuid.UUID, qtbot
) -> None:
    workspace.do(update_prospect, key, now=clock.now(), company="")
    with qtbot.waitSignal(page.toasted) as toast:
        detail.contacts.rows[0].remove.click()
    assert toast.args == ["Give at least a name or a company.", None]
    assert len(people()) == 1
    assert not page.stack.canUndo()


def test_of_more_than_two_only_the_one_at_hand_shows_its_fields(
    page: ProspectsPage, detail: Detail, workspace: Workspace, clock, people, key: uuid.UUID
) -> None:
    card = detail.contacts
    for name in ("Ines", "Paul"):
        QTest.keyClicks(card.new, name)
        QTest.keyClick(card.new, Qt.Key.Key_Return)
    assert [row.fields.isHidden() for row in card.rows] == [True, True, False]
    assert [row.main.isHidden() for row in card.rows] == [False, True, True]
    card.map.buttons[people()[0].id].click()
    assert [row.fields.isHidden() for row in card.rows] == [False, True, True]
    assert card.rows[0].name.hasFocus()
    QTest.keyClick(card.rows[0].name, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.name for each in people()] == ["Ines", "Thomas Kerbrat", "Paul"]
    card.rows[2].line.click()
    card.rows[2].first.click()
    assert [each.name for each in people()] == ["Paul", "Ines", "Thomas Kerbrat"]
    page.stack.undo()
    assert [row.name.text() for row in card.rows] == ["Ines", "Thomas Kerbrat", "Paul"]
    assert nameless(card) == [] and rich_text_labels(card) == []


def test_a_stance_is_saved_and_shown_on_the_map(detail: Detail, people) -> None:
    stance = detail.contacts.rows[0].stance
    stance.setCurrentIndex(stance.findData(Stance.AGAINST.value))
    stance.activated.emit(stance.currentIndex())
    assert people()[0].stance is Stance.AGAINST
    assert detail.contacts.map.buttons[people()[0].id].text() == "Thomas Kerbrat · against"


def test_in_a_household_a_relation_and_who_decides(
    detail: Detail, workspace: Workspace, clock, people, key: uuid.UUID
) -> None:
    workspace.do(update_prospect, key, now=clock.now(), kind="b2c")
    QTest.keyClicks(detail.contacts.new, "Ines")
    QTest.keyClick(detail.contacts.new, Qt.Key.Key_Return)
    row = detail.contacts.rows[1]
    assert QApplication.focusWidget() is row.relation and row.job.isHidden()
    QTest.keyClicks(row.relation, "daughter")
    flush_all(detail)
    assert people()[1].relation == "daughter"
    assert [row.role.itemText(place) for place in range(row.role.count())] == ["Decides?", "Decides"]
