"""What must be known before the database is open: language, theme, window. Never anything about a prospect."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Settings:
    """Choices of this machine. An empty ``language`` means "not chosen yet": the first run asks."""

    language: str = ""
    theme: str = "system"
    """``system``, ``light`` or ``dark``."""
    touch: str = "auto"
    """``auto``, ``on`` or ``off``: the sizes of a finger."""
    geometry: str = ""
    """The window's place, as Qt saves it, in base64."""
    first_run_done: bool = False
    starts_with_system: bool = False
    """Started hidden when the session opens; closing the window leaves the program beside the clock."""
    told_of_tray: bool = False
    """That a closed window leaves it there was said once."""
    prospect_columns: str = ""
    """How the list of prospects is laid out, as ``ui.prospects.columns`` writes it."""


def load(path: Path) -> Settings:
    """Read the settings; a missing or unreadable file gives the defaults: nothing here is worth a refusal."""
    try:
        raw: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(raw, dict):
        return Settings()
    defaults = asdict(Settings())
    known = {f.name: raw[f.name] for f in fields(Settings) if isinstance(raw.get(f.name), type(defaults[f.name]))}
    return Settings(**known)


def save(path: Path, settings: Settings) -> None:
    """Write the settings in one step: a power cut leaves the old file or the new one, whole."""
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps(asdict(settings), indent=1), "utf-8")
    temporary.replace(path)


class Preferences:
    """The settings of this machine, kept in step with their file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.current = load(path)

    def change(self, **values: Any) -> None:
        """Change some of them, and write them down. A full disk costs the choice at the next start, nothing more."""
        self.current = replace(self.current, **values)
        try:
            save(self._path, self.current)
        except OSError:
            return
