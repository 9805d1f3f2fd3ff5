"""Where the data may live: on a disk of this machine, never on a share that may lose its locks or its writes."""

from pathlib import Path

from PySide6.QtCore import QStorageInfo

from desktop.errors import UserError
from desktop.i18n import _

NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "fuse.sshfs", "davfs", "fuse.davfs", "afpfs", "webdav"}
)
SYNCHRONISED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "mobile documents", "nextcloud")


def file_system(folder: Path) -> str:
    """The kind of file system under ``folder``, or under the nearest parent that exists: "ext4", "ntfs", "nfs"…"""
    existing = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    return bytes(QStorageInfo(str(existing)).fileSystemType().data()).decode(errors="replace").lower()


def refuse_network_folder(folder: Path, kind: str | None = None) -> None:
    """Raise ``UserError`` when ``folder`` is on a network share. ``kind`` stands for what the system says."""
    real = folder.resolve()
    if str(real).startswith("\\\\") or (kind or file_system(real)) in NETWORK:
        raise UserError(
            _("This data folder is on a network drive, where the data could be lost. Choose one on this computer.")
        )


def is_synchronised(folder: Path) -> bool:
    """Whether a service that copies files behind one's back seems to own this folder."""
    return any(name in part.lower() for part in folder.resolve().parts for name in SYNCHRONISED)
