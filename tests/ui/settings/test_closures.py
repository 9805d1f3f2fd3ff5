"""The closures of the company, a row each."""

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop import i18n
from desktop.models.working_days import Closure
from desktop.services import closures, settings
from desktop.ui.autosave import flush_all
from desktop.ui.settings.closures import ClosuresSection
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY
from tests.ui.accessibility import nameless, rich_text_labels

SUMMER = Closure((8, 1), (8, 31), "Summer")


@pytest.fixture
def section(workspace: Workspace, qtbot) -> ClosuresSection:
    section = ClosuresSection(workspace)
    qtbot.addWidget(section)
    workspace.changed.connect(lambda _touched: section.show_company(workspace.ask(settings.company)))
    with qtbot.waitActive(section):
        section.show()
    return section


def write(section: ClosuresSection, editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    editor.insert(text)
    flush_all(section)


def kept(workspace: Workspace) -> tuple[Closure, ...]:
    company = workspace.ask(settings.company)
    return closures.read(company.closures) if company is not None else ()


def test_the_usual_ones_are_one_click_away(section: ClosuresSection, workspace: Workspace) -> None:
    assert section.rows == []
    section.august.click()
    section.year_end.click()
    assert kept(workspace) == (SUMMER, Closure((12, 24), (1, 1), "Year end"))
    assert [(row.name.text(), row.first.text(), row.last.text()) for row in section.rows] == [
        ("Summer", "1 Aug", "31 Aug"),
        ("Year end", "24 Dec", "1 Jan"),
    ]
    assert nameless(section) == [] and rich_text_labels(section) == []


def test_each_field_is_saved_as_it_is_typed(section: ClosuresSection, workspace: Workspace) -> None:
    section.other.click()
    (row,) = section.rows
    assert row.first.hasFocus()
    write(section, row.first, "29/02")
    write(section, row.last, "5 mars")
    write(section, row.name, "<b>Inventaire</b>")
    assert kept(workspace) == (Closure((2, 29), (3, 5), "<b>Inventaire</b>"),)


def test_what_is_no_day_is_said_under_its_row_and_not_saved(section: ClosuresSection, workspace: Workspace) -> None:
    section.august.click()
    (row,) = section.rows
    write(section, row.last, "31/02")
    assert row.error.isVisible() and "does not exist" in row.error.text()
    assert kept(workspace) == (SUMMER,)
    write(section, row.last, "20/08")
    assert not row.error.isVisible() and kept(workspace)[0].last == (8, 20)


def test_half_of_the_year_stays_open(section: ClosuresSection, workspace: Workspace) -> None:
    section.august.click()
    (row,) = section.rows
    write(section, row.first, "01/02")
    assert "half of the year" in row.error.text() and kept(workspace) == (SUMMER,)


def test_one_is_removed_and_brought_back(section: ClosuresSection, workspace: Workspace, qtbot) -> None:
    section.august.click()
    section.year_end.click()
    with qtbot.waitSignal(section.toasted) as toast:
        section.rows[0].remove.click()
    assert [closure.name for closure in kept(workspace)] == ["Year end"] and section.rows[0].name.text() == "Year end"
    said, undo = toast.args
    assert said == "Closure removed"
    undo()
    assert [row.name.text() for row in section.rows] == ["Summer", "Year end"]


def test_there_is_an_end_to_them(section: ClosuresSection, workspace: Workspace) -> None:
    workspace.do(closures.save, [SUMMER] * closures.MOST, now=MONDAY)
    section.august.click()
    assert section.error.isVisible() and len(kept(workspace)) == closures.MOST


def test_what_cannot_be_read_is_said_kept_and_only_emptied_on_request(
    section: ClosuresSection, workspace: Workspace, qtbot
) -> None:
    raw = [{"from": "32-13"}]
    workspace.do(settings.save_company, now=MONDAY, closures=raw)
    assert "cannot be read" in section.error.text() and section.rows == [] and not section.august.isEnabled()
    with qtbot.waitSignal(section.toasted) as toast:
        section.afresh.click()
    assert kept(workspace) == () and not section.error.isVisible() and section.august.isEnabled()
    toast.args[1]()
    company = workspace.ask(settings.company)
    assert company is not None and company.closures == raw and section.error.isVisible()


def test_days_are_shown_and_read_in_the_language_of_the_screen(section: ClosuresSection) -> None:
    i18n.use("fr")
    section.august.click()
    assert section.rows[0].first.text() == "1er août" and section.rows[0].last.text() == "31 août"
