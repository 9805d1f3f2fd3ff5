"""The folder opens in the right order, and says which of its parts is wrong."""

from pathlib import Path

import pytest

from desktop import vault
from desktop.clock import FixedClock
from desktop.data_folder import DamagedFileError, DataFolder, NewerFileError, WrongPassphraseError
from desktop.errors import UserError
from desktop.paths import Paths
from desktop.services import settings
from tests.conftest import MONDAY

PASSPHRASE = "quatre mots bien choisis"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def folder(paths: Paths, clock: FixedClock) -> DataFolder:
    return DataFolder(paths, clock)


def again(folder: DataFolder) -> DataFolder:
    """The same folder, at the next start."""
    return DataFolder(folder.paths, FixedClock(MONDAY))


def write_company(folder: DataFolder) -> None:
    store = folder.open()
    with store.writing() as (session, _touched):
        settings.save_company(session, now=MONDAY, name="Atelier Duval")
    store.close()


def company_name(folder: DataFolder) -> str:
    store = folder.open()
    with store.reading() as session:
        company = settings.company(session)
    store.close()
    return company.name if company else ""


def test_a_new_folder_opens_straight_until_it_has_a_passphrase(folder: DataFolder) -> None:
    assert folder.is_new
    assert folder.create() == ""
    assert not folder.is_new
    assert not folder.is_protected
    write_company(folder)
    assert company_name(again(folder)) == "Atelier Duval"


def test_a_folder_created_with_a_passphrase_never_had_its_key_in_the_clear(folder: DataFolder) -> None:
    code = folder.create(PASSPHRASE)
    assert '"open"' not in folder.paths.vault.read_text("utf-8")
    write_company(folder)
    other = again(folder)
    assert other.is_protected
    with pytest.raises(WrongPassphraseError):
        other.unlock("autre chose que cela")
    other.unlock(code)
    assert company_name(other) == "Atelier Duval"


def test_a_weak_passphrase_creates_nothing(folder: DataFolder) -> None:
    with pytest.raises(UserError):
        folder.create("court")
    assert folder.is_new


def test_the_first_passphrase_changes_the_key_of_a_file_in_use(folder: DataFolder) -> None:
    folder.create()
    former = vault.open_unprotected(folder.paths.vault)
    store = folder.open()
    with store.writing() as (session, _touched):
        settings.save_company(session, now=MONDAY, name="Atelier Duval")
    old_copy = folder.back_up()
    code = folder.protect(PASSPHRASE)
    with store.writing() as (session, _touched):
        settings.save_company(session, now=MONDAY, phone="06")
    store.close()
    other = again(folder)
    other.unlock(PASSPHRASE)
    assert other._key != former
    assert company_name(other) == "Atelier Duval"
    last = again(folder)
    last.unlock(code)
    assert last.restorable() is not None
    assert old_copy.exists() is (last.restorable() == old_copy)
    files = b"".join(path.read_bytes() for path in folder.paths.data.rglob("*") if path.is_file())
    assert former not in files and former.hex().encode() not in files


@pytest.mark.parametrize("replaced", [False, True], ids=["before the file is replaced", "after"])
def test_a_change_of_key_cut_short_is_finished_at_the_next_start(folder: DataFolder, replaced: bool) -> None:
    from desktop import database

    folder.create()
    write_company(folder)
    former, key = vault.open_unprotected(folder.paths.vault), vault.new_key()
    vault.protect(folder.paths.vault, key, PASSPHRASE, former=former)
    if replaced:
        database.change_key(folder.paths.database, former, key)
    else:
        folder.paths.database.with_name("boussole.db.rekeyed").write_bytes(b"half a copy")
    other = again(folder)
    other.unlock(PASSPHRASE)
    assert company_name(other) == "Atelier Duval"
    assert vault.former(folder.paths.vault) is None
    assert database.opens_with(folder.paths.database, key)


def test_a_file_whose_key_is_gone_is_not_given_another(folder: DataFolder) -> None:
    folder.create()
    write_company(folder)
    for path in folder.paths.data.glob("vault*"):
        path.unlink()
    before = folder.paths.database.read_bytes()
    other = again(folder)
    assert not other.is_new
    with pytest.raises(DamagedFileError, match="key file"):
        _unused = other.is_protected
    assert folder.paths.database.read_bytes() == before


def test_damage_is_told_and_a_backup_takes_its_place(folder: DataFolder) -> None:
    folder.create()
    write_company(folder)
    folder.back_up()
    damaged = b"\x00" * 8192
    folder.paths.database.write_bytes(damaged)
    other = again(folder)
    with pytest.raises(DamagedFileError):
        other.open()
    assert folder.paths.database.read_bytes() == damaged
    copy = other.restorable()
    assert copy is not None
    aside = other.restore(copy)
    assert (aside / "boussole.db").read_bytes() == damaged
    assert company_name(other) == "Atelier Duval"


def test_a_newer_file_is_refused_and_not_touched(folder: DataFolder) -> None:
    from desktop import database

    folder.create()
    write_company(folder)
    engine = database.connect(folder.paths.database, vault.open_unprotected(folder.paths.vault))
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version=999")
    database.Store(engine).close()
    before = folder.paths.database.read_bytes()
    with pytest.raises(NewerFileError):
        again(folder).open()
    assert folder.paths.database.read_bytes() == before
    assert not list(folder.paths.backups.iterdir())


def test_the_passphrase_and_the_code_are_changed_by_who_knows_one(folder: DataFolder) -> None:
    code = folder.create(PASSPHRASE)
    folder.change_passphrase(code, "une autre phrase encore")
    new = folder.renew_recovery_code("une autre phrase encore")
    for secret in ("une autre phrase encore", new):
        again(folder).unlock(secret)
    with pytest.raises(WrongPassphraseError):
        again(folder).unlock(code)


def test_backups_are_dated_in_the_zone_of_the_rep(folder: DataFolder) -> None:
    folder.create()
    write_company(folder)
    assert folder.last_backup() is None
    assert folder.backup_is_due()
    folder.back_up()
    last = folder.last_backup()
    assert last is not None and last.tzinfo is not None
    assert last.tzinfo == folder._clock.zone
    assert not folder.backup_is_due()
