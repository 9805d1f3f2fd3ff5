"""The seller is written as it is typed; what is mistyped is said under its field and is not saved."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from desktop import i18n
from desktop.models.settings import Company
from desktop.services import settings
from desktop.ui.autosave import flush_all
from desktop.ui.settings.company import CompanySection, company_labels
from desktop.ui.workspace import Workspace
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def section(workspace: Workspace, qtbot) -> CompanySection:
    section = CompanySection(workspace)
    qtbot.addWidget(section)
    section.show_company(workspace.ask(settings.company))
    section.show()
    return section


def write(section: CompanySection, name: str, text: str) -> None:
    editor = section.fields[name].editor
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    flush_all(section)


def saved(workspace: Workspace) -> Company:
    company = workspace.ask(settings.company)
    assert company is not None
    return company


def test_every_column_can_be_written(section: CompanySection, workspace: Workspace) -> None:
    columns = {column.name for column in Company.__table__.columns} - {
        "id",
        "updated_at",
        "vat_exempt",
        "logo",
        "closures",
    }
    assert set(company_labels()) == columns == set(section.fields)


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("name", "Duval & Fils <b>", "Duval & Fils <b>"),
        ("siret", "732 829 320 00074", "732 829 320 00074"),
        ("payment_terms", "30 jours", "30 jours"),
        ("deposit_percent", "33,5", Decimal("33.500")),
        ("validity_days", "45", 45),
        ("accent", "#224466", "#224466"),
    ],
)
def test_what_is_typed_is_on_the_disk(
    section: CompanySection, workspace: Workspace, name: str, typed: str, kept: object
) -> None:
    write(section, name, typed)
    assert getattr(saved(workspace), name) == kept
    assert section.fields[name].error == ""


@pytest.mark.parametrize(("name", "wrong"), [("siret", "123"), ("email", "duval"), ("accent", "teal")])
def test_what_is_mistyped_is_not_saved(section: CompanySection, workspace: Workspace, name: str, wrong: str) -> None:
    write(section, "name", "Duval")
    before = getattr(saved(workspace), name)
    write(section, name, wrong)
    assert section.fields[name].error
    assert getattr(saved(workspace), name) == before
    write(section, name, {"siret": "73282932000074", "email": "a@b.fr", "accent": "#224466"}[name])
    assert section.fields[name].error == ""
    assert getattr(saved(workspace), name) != before


def test_an_emptied_number_goes_back_to_the_usual_one(section: CompanySection, workspace: Workspace) -> None:
    write(section, "validity_days", "45")
    editor = section.fields["validity_days"].editor
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    flush_all(section)
    assert saved(workspace).validity_days == 30


def test_the_exemption_is_saved_at_once(section: CompanySection, workspace: Workspace) -> None:
    section.vat_exempt.click()
    assert saved(workspace).vat_exempt is True
    section.vat_exempt.click()
    assert saved(workspace).vat_exempt is False


def test_numbers_are_shown_as_the_language_writes_them(workspace: Workspace, qtbot) -> None:
    i18n.use("fr")
    workspace.do(settings.save_company, now=workspace.clock.now(), deposit_percent=Decimal("33.5"), insurance="AXA")
    section = CompanySection(workspace)
    qtbot.addWidget(section)
    section.show_company(workspace.ask(settings.company))
    assert section.fields["deposit_percent"].editor.text() == "33,5"
    insurance = section.fields["insurance"].editor
    assert isinstance(insurance, QPlainTextEdit) and insurance.toPlainText() == "AXA"


def test_every_part_has_a_name(section: CompanySection) -> None:
    assert nameless(section) == [] and rich_text_labels(section) == []
