"""The settings as a page: sections, what they say on arrival, what they save on leaving."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.data_folder import DataFolder
from desktop.services import settings
from desktop.settings import Preferences
from desktop.ui.settings.page import SettingsPage
from desktop.ui.theme import Look
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def page(opened: Workspace, folder: DataFolder, qapp: QApplication, qtbot):
    look = Look(qapp, "light")
    page = SettingsPage(opened, folder, look, Preferences(folder.paths.settings))
    qtbot.addWidget(page)
    page.refresh(frozenset())
    page.show()
    yield page
    look.deleteLater()


@pytest.mark.parametrize("key", ["company", "closures", "protection", "display", "data", "about"])
def test_each_section_is_one_click_away(page: SettingsPage, key: str) -> None:
    page.buttons[key].click()
    assert page.section == key
    assert getattr(page, key).isVisible()
    hidden = {"company", "closures", "protection", "display", "data", "about"} - {key}
    assert not any(getattr(page, other).isVisible() for other in hidden)


def test_what_is_typed_is_saved_on_leaving(page: SettingsPage, opened: Workspace) -> None:
    QTest.keyClicks(page.company.fields["name"].editor, "Duval")
    page.leave()
    company = opened.ask(settings.company)
    assert company is not None and company.name == "Duval"


def test_going_to_another_section_saves_too(page: SettingsPage, opened: Workspace) -> None:
    QTest.keyClicks(page.company.fields["phone"].editor, "06")
    page.show_section("about")
    company = opened.ask(settings.company)
    assert company is not None and company.phone == "06"


def test_it_reads_again_what_changed_elsewhere(page: SettingsPage, opened: Workspace) -> None:
    opened.do(settings.save_company, now=MONDAY, name="Duval & Fils")
    page.refresh(frozenset())
    assert page.company.fields["name"].editor.text() == "Duval & Fils"


def test_every_part_has_a_name(page: SettingsPage) -> None:
    assert nameless(page) == []
    assert rich_text_labels(page) == []
    assert page.title() == "Settings"
