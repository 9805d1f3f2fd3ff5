"""Choices of the machine survive a restart, and a broken file is no reason not to start."""

from pathlib import Path

import pytest

from desktop import settings
from desktop.settings import Preferences, Settings


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    chosen = Settings(language="fr", theme="dark", geometry="abc", first_run_done=True)
    settings.save(path, chosen)
    assert settings.load(path) == chosen
    assert not path.with_suffix(".tmp").exists()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"text"', "\x00"])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, "utf-8")
    assert settings.load(path) == Settings()


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "settings.json") == Settings()


def test_unknown_keys_and_wrong_kinds_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"language": "fr", "theme": 3, "colour": "red"}', "utf-8")
    assert settings.load(path) == Settings(language="fr")


def test_a_preference_is_on_the_disk_at_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    preferences = Preferences(path)
    preferences.change(theme="dark")
    preferences.change(language="fr")
    assert preferences.current == Settings(language="fr", theme="dark")
    assert settings.load(path) == preferences.current


def test_a_folder_that_refuses_costs_nothing_but_the_choice(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "absent" / "settings.json")
    preferences.change(theme="dark")
    assert preferences.current.theme == "dark"
