"""Where things are: the data folder of this rep, and the resources shipped with the program."""

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs


def resources() -> Path:
    """The read-only ``resources`` folder, whether run from source or frozen by PyInstaller."""
    bundled = getattr(sys, "_MEIPASS", None)
    return Path(bundled) / "resources" if bundled else Path(__file__).resolve().parent.parent / "resources"


@dataclass(frozen=True)
class Paths:
    """Every file the program writes, under one data folder (local, never roaming or synchronised)."""

    data: Path

    @classmethod
    def for_this_user(cls) -> "Paths":
        return cls(Path(platformdirs.user_data_dir("Boussole", appauthor=False, roaming=False)))

    @property
    def database(self) -> Path:
        return self.data / "boussole.db"

    @property
    def vault(self) -> Path:
        return self.data / "vault.json"

    @property
    def lock(self) -> Path:
        return self.data / "boussole.lock"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def documents(self) -> Path:
        """Where proposals go unless the rep chooses elsewhere."""
        return Path(platformdirs.user_documents_dir()) / "Boussole"

    def create(self) -> None:
        """Make the data folder, readable by this user alone."""
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.logs.mkdir(exist_ok=True, mode=0o700)
        self.backups.mkdir(exist_ok=True, mode=0o700)
