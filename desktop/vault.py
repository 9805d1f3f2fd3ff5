"""The data key and what wraps it.

The file is encrypted with a random 256-bit key. That key is kept in ``vault.json``, wrapped by the passphrase and by a
recovery code that the rep prints; both go through scrypt, so that a stolen laptop costs its thief a third of a second a
guess. "Later" is a state of the vault as well: the key then lies there unwrapped, and the status bar says so.

``cryptography`` is imported where a wrap is made or opened: a start without a passphrase needs none of it.
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


def new_key() -> bytes:
    """A data key nobody has seen yet: 256 random bits."""
    return os.urandom(KEY_BYTES)


def create(path: Path, key: bytes | None = None) -> bytes:
    """A vault without a passphrase, for a new key or for ``key``. Returns its data key (32 bytes)."""
    key = key or new_key()
    _write(path, {"version": _VERSION, "open": _encoded(key)})
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


def protect(path: Path, key: bytes, passphrase: str, former: bytes | None = None) -> Protection:
    """Wrap ``key`` by ``passphrase`` and by a new recovery code, replacing whatever opened the vault before.

    ``former`` is the clear key that the file may still be encrypted with: it stays beside the new one until
    ``forget_former``, so that a power cut at any moment leaves a file that opens. Raises ``UserError`` when the
    passphrase is too weak to stand a theft.
    """
    _refuse_weak(passphrase)
    code = _new_code()
    wraps = {"passphrase": _wrap(key, _normal(passphrase)), "recovery": _wrap(key, _normal_code(code))}
    vault: dict[str, Any] = {"version": _VERSION, "wraps": wraps}
    if former is not None:
        vault["former"] = _encoded(former)
    _write(path, vault)
    return Protection(_grouped(code))


def former(path: Path) -> bytes | None:
    """The clear key of before the passphrase, while the file may still be encrypted with it."""
    kept = _read(path).get("former")
    return None if kept is None else base64.b64decode(kept)


def forget_former(path: Path) -> None:
    """Drop the former key: the file is encrypted with the new one, on disk."""
    vault = _read(path)
    vault.pop("former", None)
    _write(path, vault)


def change_passphrase(path: Path, secret: str, passphrase: str) -> None:
    """Wrap the same key by another passphrase. ``secret`` is the present passphrase, or the recovery code.

    The recovery code stays good. Raises ``WrongPassphraseError`` or, for a weak passphrase, ``UserError``.
    """
    _refuse_weak(passphrase)
    _rewrap(path, secret, "passphrase", _normal(passphrase))


def renew_recovery_code(path: Path, secret: str) -> Protection:
    """A new recovery code; the one printed before opens nothing any more. Raises ``WrongPassphraseError``."""
    code = _new_code()
    _rewrap(path, secret, "recovery", _normal_code(code))
    return Protection(_grouped(code))


def mend_copies(path: Path) -> None:
    """Make both copies say the same, when a power cut came between them or one of them was damaged."""
    vault = _read(path)
    if _load(path) != vault or _load(_second(path)) != vault:
        _write(path, vault)


def unlock(path: Path, secret: str) -> bytes:
    """The data key, opened by the passphrase or by the recovery code (dashes, spaces and case do not matter).

    Raises ``WrongPassphraseError``, or ``DamagedFileError`` when the vault itself cannot be read. Takes about 0.4 s a
    wrap, on purpose.
    """
    wraps = _read(path)["wraps"]
    for name, text in (("passphrase", _normal(secret)), ("recovery", _normal_code(secret))):
        if name == "recovery" and len(text) != RECOVERY_SIGNS:
            continue
        key = _unwrap(wraps[name], text)
        if key is not None:
            return key
    raise WrongPassphraseError(_("This passphrase does not open the data. Try again, or type the recovery code."))


def passphrase_weakness(passphrase: str) -> str:
    """Why this passphrase is too weak, in a sentence; empty when it will do: 12 signs, or 4 words."""
    text = _normal(passphrase)
    if len(text.split()) >= 4 or (len(text) >= MINIMUM_PASSPHRASE and len(set(text)) >= 5):
        return ""
    return _(
        "Choose at least 12 characters, or four words: it is what protects your customers if the laptop is stolen."
    )


def strength(passphrase: str) -> int:
    """0 for nothing, 1 too weak, 2 sufficient, 3 strong: sixteen different enough signs, or five words."""
    text = _normal(passphrase)
    if not text:
        return 0
    if passphrase_weakness(text):
        return 1
    return 3 if len(text.split()) >= 5 or (len(text) >= 16 and len(set(text)) >= 8) else 2


def _refuse_weak(passphrase: str) -> None:
    weakness = passphrase_weakness(passphrase)
    if weakness:
        raise UserError(weakness)


def _rewrap(path: Path, secret: str, name: str, text: str) -> None:
    key = unlock(path, secret)
    vault = _read(path)
    vault["wraps"] = {**vault["wraps"], name: _wrap(key, text)}
    _write(path, vault)


def _new_code() -> str:
    return "".join(secrets.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") for _unused in range(RECOVERY_SIGNS))


def _grouped(code: str) -> str:
    return "-".join(code[i : i + 5] for i in range(0, RECOVERY_SIGNS, 5))


def _encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _normal(text: str) -> str:
    # é typed on a Mac and on Windows are different bytes for the same letter.
    return unicodedata.normalize("NFC", text)


def _normal_code(text: str) -> str:
    kept = "".join(sign for sign in text.upper() if sign.isalnum())
    return kept.replace("0", "O").replace("1", "I").replace("8", "B")


def _derive(text: str, salt: bytes, parameters: dict[str, int]) -> bytes:
    # Half of a surrogate pair can be typed; it is a sign like another here, never a crash.
    secret = text.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(secret, salt=salt, maxmem=_SCRYPT_MEMORY, dklen=KEY_BYTES, **parameters)


def _wrap(key: bytes, text: str) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(_derive(text, salt, _SCRYPT)).encrypt(nonce, key, b"boussole")
    return {"salt": _encoded(salt), "nonce": _encoded(nonce), "key": _encoded(sealed), "scrypt": _SCRYPT}


def _unwrap(wrap: dict[str, Any], text: str) -> bytes | None:
    """The key, or ``None`` when ``text`` is not what wrapped it."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce, sealed = (base64.b64decode(wrap[name]) for name in ("salt", "nonce", "key"))
    try:
        return AESGCM(_derive(text, salt, wrap["scrypt"])).decrypt(nonce, sealed, b"boussole")
    except InvalidTag:
        return None


def _second(path: Path) -> Path:
    return path.with_name(path.stem + ".copy" + path.suffix)


def _load(candidate: Path) -> dict[str, Any] | None:
    """One copy, or ``None`` when it is missing or is not a whole vault."""
    try:
        vault = json.loads(candidate.read_text("utf-8"))
        whole = vault["version"] == _VERSION and ("open" in vault or _are_whole(vault["wraps"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return dict(vault) if whole else None


def _are_whole(wraps: dict[str, Any]) -> bool:
    """Whether each wrap can be tried: a byte changed there is damage, and must not read as a wrong passphrase."""
    for name in ("passphrase", "recovery"):
        sizes = [len(base64.b64decode(wraps[name][part], validate=True)) for part in ("salt", "nonce", "key")]
        if sizes != [16, 12, KEY_BYTES + 16] or wraps[name]["scrypt"] != _SCRYPT:
            return False
    return True


def _read(path: Path) -> dict[str, Any]:
    for candidate in (path, _second(path)):
        vault = _load(candidate)
        if vault is not None:
            return vault
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
