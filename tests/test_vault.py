"""The key opens by what the rep knows, by nothing else, and never by a half-written file (T27)."""

import json
import unicodedata
from pathlib import Path

import pytest

from desktop import vault
from desktop.database import DamagedFileError
from desktop.errors import UserError

PASSPHRASE = "été où 4 boussoles 🧭"
KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault.json"


@pytest.fixture(scope="module")
def protected(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, str]:
    """The bytes of a protected vault and its recovery code: scrypt is slow on purpose, once is enough."""
    path = tmp_path_factory.mktemp("vault") / "vault.json"
    code = vault.protect(path, KEY, PASSPHRASE).recovery_code
    return path.read_bytes(), code


@pytest.fixture
def code(path: Path, protected: tuple[bytes, str]) -> str:
    path.write_bytes(protected[0])
    vault.mend_copies(path)
    return protected[1]


def copy_of(path: Path) -> Path:
    return path.with_name("vault.copy.json")


def test_a_new_vault_is_open_and_keeps_its_key(path: Path) -> None:
    key = vault.create(path)
    assert len(key) == 32
    assert not vault.is_protected(path)
    assert vault.open_unprotected(path) == key
    assert vault.create(path.with_name("other.json")) != key


def test_the_passphrase_opens_and_the_key_is_nowhere_in_the_file(path: Path, code: str) -> None:
    assert vault.is_protected(path)
    assert vault.unlock(path, PASSPHRASE) == KEY
    import base64

    text = path.read_text("utf-8") + copy_of(path).read_text("utf-8")
    assert base64.b64encode(KEY).decode() not in text
    assert KEY.hex() not in text
    assert PASSPHRASE not in text
    assert code not in text


def test_an_accent_typed_on_a_mac_or_on_windows_is_the_same(path: Path, code: str) -> None:
    decomposed = unicodedata.normalize("NFD", PASSPHRASE)
    assert decomposed != PASSPHRASE
    assert vault.unlock(path, decomposed) == KEY


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("-", "")])
def test_the_recovery_code_opens_as_people_copy_it(path: Path, code: str, change) -> None:
    assert vault.unlock(path, change(code)) == KEY


@pytest.mark.parametrize("wrong", ["", "été", PASSPHRASE + " ", PASSPHRASE.upper(), "a" * 10_000, "\ud83e", "\0"])
def test_nothing_else_opens(path: Path, code: str, wrong: str) -> None:
    before = path.read_bytes()
    with pytest.raises(vault.WrongPassphraseError):
        vault.unlock(path, wrong)
    assert path.read_bytes() == before


def test_no_sign_of_a_long_passphrase_is_dropped(path: Path) -> None:
    long = "correct horse battery staple " * 400
    vault.protect(path, KEY, long)
    assert vault.unlock(path, long) == KEY
    with pytest.raises(vault.WrongPassphraseError):
        vault.unlock(path, long[:-2] + "x ")


@pytest.mark.parametrize("weak", ["", "court", "aaaaaaaaaaaaaaaa", "abababababab"])
def test_a_weak_passphrase_is_refused_and_changes_nothing(path: Path, weak: str) -> None:
    key = vault.create(path)
    with pytest.raises(UserError):
        vault.protect(path, key, weak)
    assert vault.open_unprotected(path) == key
    assert vault.strength(weak) == (1 if weak else 0)


@pytest.mark.parametrize(("passphrase", "strength"), [("un deux trois quatre", 3), ("abcdefghijkl", 2), ("a b c d", 2)])
def test_four_words_or_twelve_signs_will_do(passphrase: str, strength: int) -> None:
    assert vault.passphrase_weakness(passphrase) == ""
    assert vault.strength(passphrase) == strength


def test_damage_is_not_called_a_wrong_passphrase(path: Path, code: str) -> None:
    for each in (path, copy_of(path)):
        damaged = json.loads(each.read_text("utf-8"))
        damaged["wraps"]["passphrase"]["key"] = damaged["wraps"]["passphrase"]["key"][:-8]
        each.write_text(json.dumps(damaged), "utf-8")
    with pytest.raises(DamagedFileError):
        vault.unlock(path, PASSPHRASE)


@pytest.mark.parametrize("garbage", [b"", b"{", b"\xff\xfe", b"[]", b'{"version": 1}', b'{"version": 2, "open": ""}'])
def test_either_copy_is_enough_and_is_mended(path: Path, code: str, garbage: bytes) -> None:
    whole = path.read_bytes()
    for broken in (path, copy_of(path)):
        broken.write_bytes(garbage)
        assert vault.is_protected(path)
        vault.mend_copies(path)
        assert json.loads(broken.read_bytes()) == json.loads(whole)


def test_without_any_copy_the_vault_says_so(path: Path) -> None:
    assert not vault.exists(path)
    with pytest.raises(DamagedFileError):
        vault.is_protected(path)


def test_another_passphrase_keeps_the_recovery_code(path: Path, code: str) -> None:
    vault.change_passphrase(path, PASSPHRASE, "nouvelle phrase pour le salon")
    assert vault.unlock(path, "nouvelle phrase pour le salon") == KEY
    assert vault.unlock(path, code) == KEY
    with pytest.raises(vault.WrongPassphraseError):
        vault.unlock(path, PASSPHRASE)


def test_a_passphrase_is_not_changed_by_who_does_not_know_it(path: Path, code: str) -> None:
    with pytest.raises(vault.WrongPassphraseError):
        vault.change_passphrase(path, "je ne la connais pas", "nouvelle phrase pour le salon")
    assert vault.unlock(path, PASSPHRASE) == KEY


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_code(path: Path, code: str) -> None:
    vault.change_passphrase(path, code, "nouvelle phrase pour le salon")
    assert vault.unlock(path, "nouvelle phrase pour le salon") == KEY


def test_a_new_recovery_code_ends_the_one_that_was_printed(path: Path, code: str) -> None:
    new = vault.renew_recovery_code(path, PASSPHRASE).recovery_code
    assert vault.unlock(path, new) == KEY
    assert vault.unlock(path, PASSPHRASE) == KEY
    with pytest.raises(vault.WrongPassphraseError):
        vault.unlock(path, code)


def test_the_former_key_stays_until_it_is_forgotten(path: Path) -> None:
    former, key = vault.create(path), vault.new_key()
    vault.protect(path, key, PASSPHRASE, former=former)
    assert vault.former(path) == former
    vault.forget_former(path)
    assert vault.former(path) is None
    assert vault.unlock(path, PASSPHRASE) == key
    assert "former" not in copy_of(path).read_text("utf-8")


def test_the_vault_is_readable_by_its_owner_alone(path: Path) -> None:
    vault.create(path)
    assert path.stat().st_mode & 0o077 == 0
    assert copy_of(path).stat().st_mode & 0o077 == 0
