"""The data key and what wraps it.

The file is encrypted with a random 256-bit key. That key is kept in ``vault.json``, wrapped by the passphrase and by a
recovery code that the rep prints; both go through scrypt, so that a stolen laptop costs its thief a third of a second a
guess. "Later" is a state of the vault as well: the key then lies there unwrapped, and the status bar says so.
"""

import base64
import hashlib
import json
import os
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.database import KEY_BYTES, DamagedFileError
from desktop.errors import UserError
from desktop.i18n import _

MINIMUM_PASSPHRASE = 12
RECOVERY_SIGNS = 26  # 130 bits in base32
_VERSION = 1
_SCRYPT = {"n": 2**17, "r": 8, "p": 1}
_SCRYPT_MEMORY = 256 * 1024 * 1024


class WrongPassphraseError(UserError):
    """Neither the passphrase nor the recovery code opens the vault; the data are not in question."""


@dataclass(frozen=True)
class Protection:
    """What setting a passphrase gives back: the code to print, shown once and kept nowhere."""

    recovery_code: str


def create(path: Path) -> bytes:
    """A new vault without a passphrase. Returns its data key (32 bytes)."""
    key = os.urandom(KEY_BYTES)
    _write(path, {"version": _VERSION, "open": base64.b64encode(key).decode()})
    return key


def exists(path: Path) -> bool:
    """Whether a vault was made here, in either of its two copies."""
    return path.exists() or _second(path).exists()


def is_protected(path: Path) -> bool:
    """Whether a passphrase is needed to open the data."""
    return "open" not in _read(path)


def open_unprotected(path: Path) -> bytes:
    """The data key of a vault that has no passphrase yet."""
    return base64.b64decode(_read(path)["open"])


def protect(path: Path, key: bytes, passphrase: str) -> Protection:
    """Wrap ``key`` by ``passphrase`` and by a new recovery code, replacing whatever opened the vault before.

    Raises ``UserError`` when the passphrase is too weak to stand a theft.
    """
    weakness = passphrase_weakness(passphrase)
    if weakness:
        raise UserError(weakness)
    code = "".join(secrets.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") for _unused in range(RECOVERY_SIGNS))
    wraps = {"passphrase": _wrap(key, _normal(passphrase)), "recovery": _wrap(key, _normal_code(code))}
    _write(path, {"version": _VERSION, "wraps": wraps})
    return Protection("-".join(code[i : i + 5] for i in range(0, RECOVERY_SIGNS, 5)))


def unlock(path: Path, secret: str) -> bytes:
    """The data key, opened by the passphrase or by the recovery code (dashes, spaces and case do not matter).

    Raises ``WrongPassphraseError``, or ``DamagedFileError`` when the vault itself cannot be read. Takes about 0.4 s a
    wrap, on purpose.
    """
    wraps = _read(path)["wraps"]
    for name, text in (("passphrase", _normal(secret)), ("recovery", _normal_code(secret))):
        if name == "recovery" and len(text) != RECOVERY_SIGNS:
            continue
        try:
            return _unwrap(wraps[name], text)
        except InvalidTag:
            continue
    raise WrongPassphraseError(_("This passphrase does not open the data. Try again, or type the recovery code."))


def passphrase_weakness(passphrase: str) -> str:
    """Why this passphrase is too weak, in a sentence; empty when it will do: 12 signs, or 4 words."""
    text = _normal(passphrase)
    if len(text.split()) >= 4 or (len(text) >= MINIMUM_PASSPHRASE and len(set(text)) >= 5):
        return ""
    return _(
        "Choose at least 12 characters, or four words: it is what protects your customers if the laptop is stolen."
    )


def _normal(text: str) -> str:
    # é typed on a Mac and on Windows are different bytes for the same letter.
    return unicodedata.normalize("NFC", text)


def _normal_code(text: str) -> str:
    kept = "".join(sign for sign in text.upper() if sign.isalnum())
    return kept.replace("0", "O").replace("1", "I").replace("8", "B")


def _derive(text: str, salt: bytes, parameters: dict[str, int]) -> bytes:
    return hashlib.scrypt(text.encode(), salt=salt, maxmem=_SCRYPT_MEMORY, dklen=KEY_BYTES, **parameters)


def _wrap(key: bytes, text: str) -> dict[str, Any]:
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(_derive(text, salt, _SCRYPT)).encrypt(nonce, key, b"boussole")
    encoded = {
        name: base64.b64encode(raw).decode() for name, raw in (("salt", salt), ("nonce", nonce), ("key", sealed))
    }
    return {**encoded, "scrypt": _SCRYPT}


def _unwrap(wrap: dict[str, Any], text: str) -> bytes:
    salt, nonce, sealed = (base64.b64decode(wrap[name]) for name in ("salt", "nonce", "key"))
    return AESGCM(_derive(text, salt, wrap["scrypt"])).decrypt(nonce, sealed, b"boussole")


def _second(path: Path) -> Path:
    return path.with_name(path.stem + ".copy" + path.suffix)


def _read(path: Path) -> dict[str, Any]:
    for candidate in (path, _second(path)):
        try:
            vault = json.loads(candidate.read_text("utf-8"))
            if vault["version"] == _VERSION and ("open" in vault or "wraps" in vault):
                return dict(vault)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    raise DamagedFileError(_("The key file of this data folder is missing or damaged. Restore it from a backup."))


def _write(path: Path, vault: dict[str, Any]) -> None:
    """Both copies, each in one step and on disk before the next: a power cut leaves one of them whole."""
    for target in (path, _second(path)):
        temporary = target.with_suffix(".tmp")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(vault, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
