"""Copies that were checked before they took their name, and the way back from one of them.

Nothing here ever overwrites or deletes the live file: what is put aside goes, whole, to a quarantine folder.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop import database
from desktop.errors import UserError
from desktop.i18n import _

KEPT = 14
EVERY = timedelta(days=1)
_SUFFIXES = ("", "-wal", "-shm")  # a journal parted from its file would take its last commits with it


def newest(folder: Path) -> Path | None:
    """The latest copy of any kind."""
    copies = _copies(folder, "*.db")
    return copies[-1] if copies else None


def made_at(copy: Path) -> datetime:
    """When a copy was finished."""
    return datetime.fromtimestamp(copy.stat().st_mtime, UTC)


def is_due(path: Path, folder: Path, now: datetime) -> bool:
    """Whether the file at ``path`` has changed since the last copy, and that copy is a day old."""
    if not path.exists():
        return False
    last = newest(folder)
    if last is None:
        return True
    written = max(each.stat().st_mtime for each in _trio(path))
    return written > last.stat().st_mtime and now - made_at(last) >= EVERY


def back_up(path: Path, key: bytes, folder: Path, now: datetime) -> Path:
    """A checked copy of the live file, encrypted with the same key; the oldest beyond ``KEPT`` go.

    Has its own connection, so that it may run in a thread while the rep works.
    """
    with _refusals_told():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"boussole-{now:%Y%m%d-%H%M%S}.db"
    engine = database.connect(path, key)
    try:
        with _refusals_told():
            database.copy_to(engine, target, key)
    finally:
        engine.dispose()
    for old in _copies(folder, "boussole-*.db")[:-KEPT]:
        old.unlink()
    return target


def replace_all(path: Path, key: bytes, folder: Path, now: datetime) -> None:
    """A fresh copy, then none of the older ones: they were encrypted with a key that has lain in the clear."""
    old = _copies(folder, "*.db")
    fresh = back_up(path, key, folder, now)
    for copy in old:
        if copy != fresh:
            copy.unlink(missing_ok=True)


def newest_sound(folder: Path, key: bytes) -> Path | None:
    """The latest copy that opens with ``key`` and whose every page is whole."""
    for copy in reversed(_copies(folder, "*.db")):
        if _is_sound(copy, key):
            return copy
    return None


def restore(copy: Path, path: Path, key: bytes, quarantine: Path, now: datetime) -> Path:
    """Put ``copy`` in the place of the file at ``path``, which goes to ``quarantine`` untouched.

    Returns the folder where the former file lies. Raises ``UserError`` when the copy does not pass its checks.
    """
    incoming = path.with_name(path.name + ".restored")
    with _refusals_told():
        shutil.copyfile(copy, incoming)
    if not _is_sound(incoming, key):
        incoming.unlink()
        raise UserError(_("This backup is damaged as well. Nothing was changed."))
    with _refusals_told():
        aside = put_aside(path, quarantine, now)
        database.put_in_place(incoming, path)
    return aside


def put_aside(path: Path, quarantine: Path, now: datetime) -> Path:
    """Move a file and its journal together into a new folder of ``quarantine``, and return that folder."""
    aside = quarantine / f"{now.astimezone(UTC):%Y%m%d-%H%M%S}"
    aside.mkdir(parents=True, exist_ok=True, mode=0o700)
    for each in _trio(path):
        each.replace(aside / each.name)
    return aside


@contextmanager
def _refusals_told() -> Iterator[None]:
    """What the file system refuses, as the sentence of a full or closed disk."""
    try:
        yield
    except OSError as error:
        sentence = _("The disk is full or cannot be written. Free some room: nothing you typed is lost.")
        raise database.StorageError(sentence) from error


def _copies(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern), key=lambda copy: (copy.stat().st_mtime, copy.name))


def _trio(path: Path) -> list[Path]:
    beside = [path.with_name(path.name + suffix) for suffix in _SUFFIXES]
    return [each for each in beside if each.exists()]


def _is_sound(copy: Path, key: bytes) -> bool:
    engine = database.connect(copy, key)
    try:
        database.check_integrity(engine)
    except database.StorageError:
        return False
    finally:
        engine.dispose()
    return True
