"""Network shares are refused before a byte is written, folders of a cloud are known by their name."""

from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.ui import location


def test_a_folder_of_this_machine_will_do(tmp_path: Path, qapp) -> None:
    assert location.file_system(tmp_path / "not" / "there" / "yet") == location.file_system(tmp_path) != ""
    location.refuse_network_folder(tmp_path)


@pytest.mark.parametrize("kind", sorted(location.NETWORK))
def test_a_share_is_refused_and_nothing_is_written(tmp_path: Path, kind: str) -> None:
    with pytest.raises(UserError, match="network"):
        location.refuse_network_folder(tmp_path / "data", kind)
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_a_share_is_followed(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    monkeypatch.setattr(location, "file_system", lambda folder: "nfs4" if folder.name == "share" else "ext4")
    with pytest.raises(UserError):
        location.refuse_network_folder(tmp_path / "link")


@pytest.mark.parametrize("name", ["OneDrive - Duval", "Dropbox", "Google Drive", "iCloud Drive", "Nextcloud"])
def test_folders_of_a_cloud_are_known(tmp_path: Path, name: str) -> None:
    assert location.is_synchronised(tmp_path / name / "Boussole")
    assert not location.is_synchronised(tmp_path / "Boussole")
