"""A document's name and its way to the disk: a name that says what it is, a file that is whole or absent."""

import contextlib
import errno
import os
import re
import tempfile
import unicodedata
from datetime import date
from pathlib import Path

from desktop.documents.running import document_name, language_of
from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent

_LONGEST = 80
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CLOCK\$|COM[0-9¹²³]|LPT[0-9¹²³])(\..*)?", re.IGNORECASE)
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)
_SUFFIXES = (".pdf", ".eml", ".ics")
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_NO_RIGHTS = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}


def file_name(content: ProposalContent, kind: DocumentKind = DocumentKind.PROPOSAL, *ends: str) -> str:
    """``2026-11-23_Proposition_Ateliers-Brevent_P-2026-0042_v2.pdf``: ASCII, at most 80 signs, sorted by date.

    ``ends`` are ASCII words that come last.
    """
    client = content.client.company or content.client.contact
    number = _ascii(content.number)[:20].strip("-")
    name = document_name(kind, language_of(content))
    return dated_name(content.issued_on, name, client, number, f"v{content.revision}", *ends)


def dated_name(day: date, kind: str, client: str, *ends: str) -> str:
    """``2026-11-23_Compte-rendu_Ateliers-Brevent.pdf``: ASCII, at most 80 signs; a long ``client`` gives way."""
    start = f"{day.isoformat()}_{_ascii(kind)[:20]}"
    tail = [end for end in ends if end]
    taken = len("_".join([start, *tail])) + len("_.pdf")
    name = _ascii(client)[: max(_LONGEST - taken, 0)].strip("-")
    return "_".join(part for part in (start, name, *tail) if part) + ".pdf"


def hand_over(folder: Path, name: str, data: bytes) -> Path:
    """Write a document into ``folder``, made if needed; the same bytes under the same name are written once.

    Raises ``UserError`` as ``write_pdf``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            _("The folder {folder} could not be made. Choose another one in the settings.").format(folder=folder)
        ) from error
    there = folder / name
    if _holds(there, data):
        return there
    return write_pdf(folder, name, data)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _ascii(text: str) -> str:
    """Letters and digits without accents, everything else a hyphen."""
    bare = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return re.sub("[^A-Za-z0-9]+", "-", letters).strip("-")


def safe_name(name: str) -> str:
    """``name`` as every system takes it: no folder, no control, no reserved word; letters keep their accents.

    Ends in ``.pdf``, ``.eml`` or ``.ics`` and holds in 84 bytes.
    """
    stem = unicodedata.normalize("NFC", name)
    suffix = stem[-4:].lower() if stem[-4:].lower() in _SUFFIXES else ""
    stem, suffix = stem.removesuffix(stem[-4:]) if suffix else stem, suffix or ".pdf"
    stem = "".join(sign if sign.isalnum() or sign in " -_." else "-" for sign in stem)
    stem = stem.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore").strip(" .-") or "document"
    return f"_{stem}{suffix}" if _RESERVED.fullmatch(stem) else f"{stem}{suffix}"


def write_pdf(folder: Path, name: str, data: bytes) -> Path:
    """Write ``data`` as ``name`` under ``folder`` and return where: an existing file is kept, the new one is " (2)".

    The name never appears before the bytes are whole and on the disk. Raises ``UserError`` when the folder cannot hold
    the file, and then leaves nothing behind.
    """
    try:
        temporary = _written(folder, data)
    except OSError as error:
        raise UserError(_sentence(error, folder)) from error
    try:
        return _claim(temporary, folder, safe_name(name))
    except OSError as error:
        raise UserError(_sentence(error, folder)) from error
    finally:
        temporary.unlink(missing_ok=True)


def _written(folder: Path, data: bytes) -> Path:
    handle, path = tempfile.mkstemp(prefix=".boussole-", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        Path(path).unlink(missing_ok=True)
        raise
    return Path(path)


def _claim(temporary: Path, folder: Path, name: str) -> Path:
    """Give ``temporary`` the first free name. Creating it exclusively first is what keeps two exports apart."""
    stem, suffix = name[:-4], name[-4:]
    for number in range(1, 1000):
        target = folder / (name if number == 1 else f"{stem} ({number}){suffix}")
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
        except FileExistsError:
            continue
        except PermissionError:
            # Windows says so of a name that is a folder, or a file being deleted.
            if target.exists():
                continue
            raise
        try:
            temporary.chmod(0o644)
            temporary.replace(target)
        except OSError:
            with contextlib.suppress(OSError):
                target.unlink()
            raise
        return target
    raise FileExistsError(errno.EEXIST, name)


def _sentence(error: OSError, folder: Path) -> str:
    if error.errno in _NO_ROOM:
        return _("The disk is full: the document was not written. Free some room, then export again.")
    if error.errno in _NO_FOLDER:
        return _("The folder {folder} is no longer there. Choose another one, then export again.").format(folder=folder)
    if error.errno in _NO_RIGHTS:
        return _("You may not write in the folder {folder}. Choose another one, then export again.").format(
            folder=folder
        )
    return _("The document could not be written in {folder}. Choose another folder, then export again.").format(
        folder=folder
    )
