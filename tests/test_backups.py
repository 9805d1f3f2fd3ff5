"""A copy is only a copy once it was read back, and a damaged file is never thrown away."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from desktop import backups, database
from desktop.errors import UserError
from tests.conftest import KEY, MONDAY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def age(path: Path, seconds: float) -> None:
    """Make a file look written ``seconds`` before Monday morning."""
    when = MONDAY.timestamp() - seconds
    os.utime(path, (when, when))


def test_a_backup_opens_with_the_same_key(data_file: Path, folder: Path) -> None:
    copy = backups.back_up(data_file, KEY, folder, MONDAY)
    assert copy.name == "boussole-20261123-093000.db"
    assert database.opens_with(copy, KEY)
    assert backups.newest(folder) == copy
    assert backups.newest_sound(folder, KEY) == copy
    assert backups.newest_sound(folder, bytes(32)) is None


def test_a_backup_is_due_once_a_day_and_only_after_a_change(data_file: Path, folder: Path) -> None:
    assert backups.is_due(data_file, folder, MONDAY)
    copy = backups.back_up(data_file, KEY, folder, MONDAY)
    age(copy, 2 * 86_400)
    age(data_file, 3 * 86_400)
    assert not backups.is_due(data_file, folder, MONDAY)
    age(data_file, 60)
    assert backups.is_due(data_file, folder, MONDAY)
    age(copy, 3600)
    assert not backups.is_due(data_file, folder, MONDAY)
    assert not backups.is_due(folder / "absent.db", folder, MONDAY)


def test_the_last_fourteen_are_kept_and_those_before_an_upgrade_too(data_file: Path, folder: Path) -> None:
    folder.mkdir()
    upgrade = folder / "before-version-2.db"
    upgrade.write_bytes(b"")
    age(upgrade, 10**7)
    for day in range(backups.KEPT + 2):
        copy = folder / f"boussole-old-{day:02d}.db"
        copy.write_bytes(b"")
        age(copy, 10**6 - day)
    backups.back_up(data_file, KEY, folder, MONDAY)
    kept = sorted(path.name for path in folder.glob("boussole-*.db"))
    assert len(kept) == backups.KEPT
    assert kept[0] == "boussole-20261123-093000.db"
    assert "boussole-old-02.db" not in kept
    assert upgrade.exists()


def test_a_damaged_backup_is_passed_over(data_file: Path, folder: Path) -> None:
    good = backups.back_up(data_file, KEY, folder, MONDAY - timedelta(days=1))
    age(good, 86_400)
    bad = backups.back_up(data_file, KEY, folder, MONDAY)
    content = bytearray(bad.read_bytes())
    content[len(content) // 2] ^= 1
    bad.write_bytes(content)
    assert backups.newest(folder) == bad
    assert backups.newest_sound(folder, KEY) == good


def test_a_restore_puts_the_damaged_trio_aside_untouched(data_file: Path, folder: Path, tmp_path: Path) -> None:
    copy = backups.back_up(data_file, KEY, folder, MONDAY)
    data_file.write_bytes(b"damaged")
    journal = data_file.with_name(data_file.name + "-wal")
    journal.write_bytes(b"journal")
    aside = backups.restore(copy, data_file, KEY, tmp_path / "quarantine", MONDAY)
    assert database.opens_with(data_file, KEY)
    assert (aside / "boussole.db").read_bytes() == b"damaged"
    assert (aside / "boussole.db-wal").read_bytes() == b"journal"
    assert copy.exists()


def test_a_backup_that_is_damaged_replaces_nothing(data_file: Path, folder: Path, tmp_path: Path) -> None:
    before = data_file.read_bytes()
    folder.mkdir()
    copy = folder / "boussole-bad.db"
    copy.write_bytes(b"not a database at all, and longer than a page" * 200)
    with pytest.raises(UserError):
        backups.restore(copy, data_file, KEY, tmp_path / "quarantine", MONDAY)
    assert data_file.read_bytes() == before
    assert not (tmp_path / "quarantine").exists()


def test_copies_made_under_a_key_that_lay_open_do_not_stay(data_file: Path, folder: Path) -> None:
    old = backups.back_up(data_file, KEY, folder, MONDAY - timedelta(days=1))
    other = bytes(reversed(KEY))
    database.change_key(data_file, KEY, other)
    backups.replace_all(data_file, other, folder, MONDAY)
    assert not old.exists()
    assert [backups.newest_sound(folder, other)] == list(folder.glob("*.db"))
