"""The theme changes at once, the language at the next start, and both are remembered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import settings
from desktop.settings import Preferences
from desktop.ui import theme
from desktop.ui.settings.display import DisplaySection
from desktop.ui.theme import Look


@pytest.fixture
def section(qtbot, qapp: QApplication, tmp_path: Path):
    look = Look(qapp, "light")
    section = DisplaySection(look, Preferences(tmp_path / "settings.json"))
    qtbot.addWidget(section)
    section.show()
    yield section
    look.deleteLater()


def test_the_theme_changes_at_once(section: DisplaySection, tmp_path: Path) -> None:
    section.theme.segment("dark").click()
    assert theme.current().dark
    assert settings.load(tmp_path / "settings.json").theme == "dark"
    section.theme.segment("light").click()
    assert not theme.current().dark


def test_the_language_waits_for_the_next_start_and_says_so(section: DisplaySection, tmp_path: Path) -> None:
    assert not section.note.isVisible()
    section.language.segment("fr").click()
    assert section.note.isVisible() and "next start" in section.note.text()
    assert settings.load(tmp_path / "settings.json").language == "fr"
    section.language.segment("en").click()
    assert not section.note.isVisible()
