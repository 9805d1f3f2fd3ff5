"""The data of one rep on one machine: the key, the encrypted file and its copies, opened in the right order.

The one place that knows the vault, the database, the migrations and the backups together. It knows no screen.
"""

from datetime import datetime
from pathlib import Path

from desktop import backups, database, migrations, vault
from desktop.clock import Clock
from desktop.database import DamagedFileError as DamagedFileError
from desktop.database import NewerFileError as NewerFileError
from desktop.database import StorageError as StorageError
from desktop.database import Store
from desktop.i18n import _
from desktop.paths import Paths
from desktop.vault import WrongPassphraseError as WrongPassphraseError

CHECKED_AT_START = 50_000_000
"""Bytes: up to this size the whole file is checked in under half a second after an unclean stop."""


class DataFolder:
    """Closed, then with a key (``create``, ``unlock`` or ``open`` of an unprotected one), then open."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self.paths = paths
        self._clock = clock
        self._key: bytes | None = None
        self._store: Store | None = None

    @property
    def is_new(self) -> bool:
        """Nothing was ever written here. A file without its key is not new: it must not be given another key."""
        return not vault.exists(self.paths.vault) and not self.paths.database.exists()

    @property
    def is_protected(self) -> bool:
        """Whether a passphrase is needed. Raises ``DamagedFileError`` when the key file is gone or unreadable."""
        return vault.is_protected(self.paths.vault)

    @property
    def quarantine(self) -> Path:
        """Where damaged files are put aside."""
        return self.paths.data / "quarantine"

    def create(self, passphrase: str = "") -> str:
        """Make the key of a new folder. Returns the recovery code to print, or "" without a passphrase.

        With a passphrase, the key never lies in the clear. Raises ``UserError`` for a weak one.
        """
        assert self.is_new
        self.paths.create()
        if not passphrase:
            self._key = vault.create(self.paths.vault)
            return ""
        key = vault.new_key()
        protection = vault.protect(self.paths.vault, key, passphrase)
        self._key = key
        return protection.recovery_code

    def unlock(self, secret: str) -> None:
        """Take the key by passphrase or recovery code; 0.4 s each. Raises ``WrongPassphraseError``."""
        self._key = vault.unlock(self.paths.vault, secret)

    def open(self) -> Store:
        """Open the file, created or brought up to date if need be.

        Raises ``NewerFileError``, ``DamagedFileError`` or another ``StorageError``; nothing was changed then.
        """
        self.paths.create()
        vault.mend_copies(self.paths.vault)
        if self._key is None:
            self._key = vault.open_unprotected(self.paths.vault)
        self._finish_new_key()
        path = self.paths.database
        # The journal is still there when the program was killed or the power went.
        unclean = path.with_name(path.name + "-wal").exists()
        lost = not path.exists() or not path.stat().st_size
        if lost and self.restorable() is not None:
            raise DamagedFileError(_("The data file is missing. A backup can take its place."))
        engine = database.connect(path, self._key)
        try:
            if unclean and path.stat().st_size <= CHECKED_AT_START:
                database.check_integrity(engine)
            migrations.bring_up_to_date(engine, path, self._key, self.paths.backups, self._clock.now())
        except BaseException:
            engine.dispose()
            raise
        self._store = Store(engine)
        return self._store

    def protect(self, passphrase: str) -> str:
        """Set the first passphrase: the file is encrypted again, with a key that never lay in the clear.

        Returns the recovery code. May be killed at any moment: the file opens with what opened it before, or with the
        new passphrase. Raises ``UserError`` for a weak passphrase.
        """
        assert self._store is not None and self._key is not None
        former, self._key = self._key, vault.new_key()
        code = vault.protect(self.paths.vault, self._key, passphrase, former=former).recovery_code
        self._store.close()
        try:
            self._finish_new_key()
        except BaseException:
            # Without its recovery code a passphrase is a trap: the folder goes back to what it was.
            if database.opens_with(self.paths.database, former):
                self._key = vault.create(self.paths.vault, former)
            raise
        finally:
            self._store.reopen(database.connect(self.paths.database, self._key))
        return code

    @staticmethod
    def weakness(passphrase: str) -> str:
        """Why a passphrase will not do, as a sentence; "" when it will."""
        return vault.passphrase_weakness(passphrase)

    @staticmethod
    def strength(passphrase: str) -> int:
        """0 for nothing, 1 too weak, 2 sufficient, 3 strong."""
        return vault.strength(passphrase)

    def change_passphrase(self, secret: str, passphrase: str) -> None:
        """Another passphrase for the same key; the recovery code stays good."""
        vault.change_passphrase(self.paths.vault, secret, passphrase)

    def renew_recovery_code(self, secret: str) -> str:
        """A new recovery code, in place of the one printed before."""
        return vault.renew_recovery_code(self.paths.vault, secret).recovery_code

    def backup_is_due(self) -> bool:
        """Whether a copy should be made now."""
        return backups.is_due(self.paths.database, self.paths.backups, self._clock.now())

    def back_up(self) -> Path:
        """Make a checked copy. May run in a thread."""
        assert self._key is not None
        return backups.back_up(self.paths.database, self._key, self.paths.backups, self._clock.now())

    def last_backup(self) -> datetime | None:
        """When the last copy was made, in the rep's zone."""
        last = backups.newest(self.paths.backups)
        return self.made_at(last) if last else None

    def made_at(self, copy: Path) -> datetime:
        """When a copy was made, in the rep's zone."""
        return backups.made_at(copy).astimezone(self._clock.zone)

    def restorable(self) -> Path | None:
        """The newest copy that can take the place of a damaged file, if there is a key to read it with."""
        return backups.newest_sound(self.paths.backups, self._key) if self._key else None

    def restore(self, copy: Path) -> Path:
        """Put a copy in the place of the damaged file. Returns where that file was put aside, untouched."""
        assert self._key is not None and self._store is None
        return backups.restore(copy, self.paths.database, self._key, self.quarantine, self._clock.now())

    def _finish_new_key(self) -> None:
        """Complete a change of key, now or after it was interrupted."""
        former = vault.former(self.paths.vault)
        if former is None or self._key is None:
            return
        path = self.paths.database
        if path.exists():
            if not database.opens_with(path, former) and not database.opens_with(path, self._key):
                raise DamagedFileError(_("The data file is damaged."))
            database.change_key(path, former, self._key)
            backups.replace_all(path, self._key, self.paths.backups, self._clock.now())
        vault.forget_former(self.paths.vault)
