"""The columns of a prospect, saved as one types; what is refused says so, stays, and is told when one leaves."""

import uuid
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services.prospects import load_prospect, update_prospect
from desktop.services.status_moves import set_status
from desktop.ui.autosave import flush_all
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.widgets.fields import Field
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP


@pytest.fixture
def saved(workspace: Workspace, key: uuid.UUID):
    return lambda: workspace.ask(load_prospect, key)


def typed(field: Field, text: str) -> None:
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClick(field.editor, Qt.Key.Key_Delete)
    QTest.keyClicks(field.editor, text)
    flush_all(field)


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("amount", "12 500,50", Decimal("12500.50")),
        ("expected_on", "31/12/2026", date(2026, 12, 31)),
        ("siren", "732 829 320", "732829320"),
        ("source", f" {MARKUP[0]} ", MARKUP[0]),
        ("notes", "private", "private"),
        ("website", "www.kerbrat.fr", "www.kerbrat.fr"),
    ],
)
def test_what_is_typed_reaches_the_file(detail: Detail, saved, column: str, text: str, value: object) -> None:
    typed(detail.fields.fields[column], text)
    assert getattr(saved(), column) == value
    assert detail.fields.fields[column].error == ""


def test_the_kind_is_one_key_away_and_a_household_is_asked_less(detail: Detail, saved) -> None:
    detail.fields.kind.segment("b2c").click()
    assert saved().kind == "b2c"
    assert detail.fields.kind.value == "b2c"
    assert detail.fields.fields["siren"].isHidden()
    assert not detail.fields.fields["company"].isHidden()
    assert detail.contacts.title_label.text() == "Household"


def test_the_day_to_wake_is_there_for_one_set_aside(
    detail: Detail, workspace: Workspace, clock: FixedClock, saved, key: uuid.UUID
) -> None:
    field = detail.fields.fields["wake_on"]
    assert field.isHidden()
    workspace.do(set_status, key, Status.SHELVED, now=clock.now(), reason="later")
    typed(field, "in 3 months")
    assert saved().wake_on == date(2027, 2, 23)
    typed(field, "one day")
    assert field.error and saved().wake_on == date(2027, 2, 23)
    typed(field, "")
    assert saved().wake_on is None


def test_sources_already_used_are_offered(
    detail: Detail, workspace: Workspace, clock: FixedClock, other: uuid.UUID
) -> None:
    workspace.do(update_prospect, other, now=clock.now(), source="SIMI 2026")
    editor = detail.fields.fields["source"].editor
    editor.textEdited.emit("s")
    editor.completer().setCompletionPrefix("simi")
    assert editor.completer().currentCompletion() == "SIMI 2026"


@pytest.mark.parametrize(("column", "text"), [("amount", "plenty"), ("expected_on", "31/02/2026"), ("siren", "12")])
def test_refused_text_survives_a_visit_elsewhere(
    page: ProspectsPage, detail: Detail, saved, key: uuid.UUID, other: uuid.UUID, qtbot, column: str, text: str
) -> None:
    field = detail.fields.fields[column]
    typed(field, text)
    assert field.error
    with qtbot.waitSignal(page.toasted) as toast:
        page.open_prospect(other)
    assert text in toast.args[0]
    assert "Kerbrat" in toast.args[0]
    assert (field.editor.text(), field.error) == ("", "")  # type: ignore[attr-defined]
    page.open_prospect(key)
    assert field.editor.text() == text  # type: ignore[attr-defined]
    assert field.error
    assert not getattr(saved(), column)


def test_refused_text_survives_what_is_saved_beside_it(detail: Detail, saved) -> None:
    siren = detail.fields.fields["siren"]
    typed(siren, "12")
    typed(detail.fields.fields["sector"], "marine")
    assert saved().sector == "marine"
    assert siren.editor.text() == "12"  # type: ignore[attr-defined]
    assert "9 digits" in siren.error
    siren.editor.setFocus()
    QTest.keyClick(siren.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(siren.editor, Qt.Key.Key_Delete)
    assert (siren.error, detail.fields.refused()) == ("", [])


def test_a_prospect_that_is_only_a_company_keeps_its_name(
    detail: Detail, workspace: Workspace, saved, key: uuid.UUID
) -> None:
    detail.contacts.rows[0].remove.click()
    company = detail.fields.fields["company"]
    company.editor.setFocus()
    QTest.keyClick(company.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(company.editor, Qt.Key.Key_Delete)
    flush_all(detail)
    assert "a name or a company" in company.error
    assert workspace.ask(lambda session: session.get_one(Prospect, key).company) == "Kerbrat Nautisme"
