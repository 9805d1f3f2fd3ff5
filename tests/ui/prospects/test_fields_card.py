"""The columns of a prospect, saved as one types; what is refused says so, stays, and is told when one leaves."""

import uuid
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.prospects import Prospect
from desktop.services.prospects import load_prospect
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
    ],
)
def test_what_is_typed_reaches_the_file(detail: Detail, saved, column: str, text: str, value: object) -> None:
    typed(detail.fields.fields[column], text)
    assert getattr(saved(), column) == value
    assert detail.fields.fields[column].error == ""


def test_the_kind_is_one_key_away(detail: Detail, saved) -> None:
    detail.fields.kind.segment("b2c").click()
    assert saved().kind == "b2c"
    assert detail.fields.kind.value == "b2c"


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
