"""What went wrong, for the next morning: kinds of errors and places in the code, never a name, a note or a key."""

import logging
import re
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGER = logging.getLogger("boussole")
FILE = "boussole.log"
MAXIMUM_BYTES = 1_000_000
OLDER_FILES = 4  # five files in all

# What may carry somebody's words into a message that is not ours: quotations, and names of files and folders.
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|«[^»]*»")
_PATH = re.compile(r"(?:file:|[A-Za-z]:\\|\\\\|/)\S+")


def start(folder: Path) -> None:
    """Write the log into ``folder``, five files of a megabyte at most. A folder that refuses is no reason to stop."""
    stop()
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler: logging.Handler = RotatingFileHandler(
            folder / FILE, maxBytes=MAXIMUM_BYTES, backupCount=OLDER_FILES, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)


def stop() -> None:
    """Let go of the files."""
    for handler in list(LOGGER.handlers):
        LOGGER.removeHandler(handler)
        handler.close()


def note(message: str) -> None:
    """One line about the program itself; the caller answers for there being nothing personal in it."""
    LOGGER.info(message)


def error(report: str) -> None:
    """A failure, as ``describe`` tells it."""
    LOGGER.error(report)


def describe(failure: BaseException) -> str:
    """The kinds of an exception and of its causes, and the lines they came through.

    Neither the message nor any value: both may hold what a prospect said.
    """
    parts: list[str] = []
    current: BaseException | None = failure
    while current is not None and len(parts) < 5:
        frames = traceback.extract_tb(current.__traceback__)
        lines = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        parts.append("\n".join([_kind(current), *lines]))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\nbecause of ".join(parts)


def without_words(message: str) -> str:
    """A message of a library, less its quotations and its paths, cut short."""
    return _PATH.sub("…", _QUOTED.sub("…", message))[:200]


def _kind(failure: BaseException) -> str:
    kind = type(failure)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _short(file: str) -> str:
    """The end of a path: the beginning holds the name of the user."""
    return "/".join(Path(file).parts[-3:])
