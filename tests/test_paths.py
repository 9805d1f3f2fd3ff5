"""Everything the program writes is under one folder that nobody else reads."""

from pathlib import Path

from desktop import paths
from desktop.paths import Paths


def test_resources_are_beside_the_program() -> None:
    assert (paths.resources() / "themes" / "light.toml").is_file()


def test_a_frozen_program_finds_its_own_resources(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_everything_written_is_under_the_data_folder(tmp_path: Path) -> None:
    folder = Paths(tmp_path / "data")
    written = [folder.database, folder.vault, folder.lock, folder.settings, folder.backups, folder.logs]
    assert len(set(written)) == len(written)
    assert all(path.is_relative_to(tmp_path / "data") for path in written)


def test_the_data_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = Paths(tmp_path / "deep" / "data")
    folder.create()
    folder.create()
    for path in (folder.data, folder.logs, folder.backups):
        assert path.is_dir()
        assert path.stat().st_mode & 0o077 == 0


def test_the_folder_of_this_user_is_local() -> None:
    assert Paths.for_this_user().data.name == "Boussole"
    assert "Roaming" not in str(Paths.for_this_user().data)
