"""The theme changes at once, the language at the next start, and both are remembered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import settings
from desktop.settings import Preferences
from desktop.ui import theme
from desktop.ui.autostart import Autostart
from desktop.ui.settings.display import DisplaySection, touch_action
from desktop.ui.theme import Look


@pytest.fixture
def section(qtbot, qapp: QApplication, tmp_path: Path):
    look = Look(qapp, "light")
    autostart = Autostart(["boussole", "--hidden"], platform="linux", home=tmp_path, environment={})
    section = DisplaySection(look, Preferences(tmp_path / "settings.json"), autostart)
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


def test_the_sizes_change_at_once(section: DisplaySection, tmp_path: Path) -> None:
    assert section.touch.value == "auto"
    section.touch.segment("on").click()
    assert theme.metrics().touch
    assert section.touch.segment("on").sizeHint().height() == 44
    assert settings.load(tmp_path / "settings.json").touch == "on"
    section.choose_touch("off")
    assert not theme.metrics().touch and section.touch.value == "off"
    assert settings.load(tmp_path / "settings.json").touch == "off"


def test_the_palette_goes_to_touch_mode_and_back(section: DisplaySection) -> None:
    action = touch_action(section.choose_touch)
    assert action.text == "Touch mode"
    action.trigger()
    assert theme.metrics().touch and action.text == "Mouse mode"
    action.trigger()
    assert not theme.metrics().touch


def test_it_starts_with_the_system_only_when_asked(section: DisplaySection, tmp_path: Path) -> None:
    entry = tmp_path / ".config" / "autostart" / "boussole.desktop"
    assert section.start.value == "off" and not entry.exists()
    section.start.segment("on").click()
    assert section.start.value == "on" and entry.exists()
    assert settings.load(tmp_path / "settings.json").starts_with_system
    section.start.segment("off").click()
    assert section.start.value == "off" and not entry.exists()
    assert not settings.load(tmp_path / "settings.json").starts_with_system


def test_a_start_that_cannot_be_written_is_said_and_changes_nothing(section: DisplaySection, tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("in the way")
    section.start.segment("on").click()
    assert section.start.value == "off" and "cannot be written" in section.start_note.text()
    assert not settings.load(tmp_path / "settings.json").starts_with_system
