"""Starting with the system, hidden: the one file, or the one key, by which each system is asked to.

Linux: a desktop entry in the autostart folder (XDG Autostart 0.5). macOS: a property list among the launch agents.
Windows: a value under the Run key of the user. All of them belong to the user alone.
"""

import os
import plistlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

from desktop.errors import UserError
from desktop.i18n import _
from desktop.paths import Paths

HIDDEN = "--hidden"
_RUN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
_NAME = "Boussole"
_LABEL = "boussole"
_QUOTED = '"`$\\'


class Autostart:
    """``enabled`` is what the system will do; ``enable`` and ``disable`` change it, or raise ``UserError``.

    ``platform`` is ``sys.platform``; ``run_key`` stands for the registry of Windows.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        platform: str = sys.platform,
        home: Path | None = None,
        environment: Mapping[str, str] = os.environ,
        run_key: QSettings | None = None,
    ) -> None:
        self._command = list(command)
        self._platform = platform
        self._home = home or Path.home()
        self._environment = environment
        self._run_key = run_key

    @property
    def path(self) -> Path:
        """The file that says it, on the systems that have one."""
        if self._platform == "darwin":
            return self._home / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
        given = self._environment.get("XDG_CONFIG_HOME", "")
        folder = Path(given) if Path(given).is_absolute() else self._home / ".config"
        return folder / "autostart" / f"{_LABEL}.desktop"

    @property
    def enabled(self) -> bool:
        """Whether the program starts with the system."""
        return self._registry().contains(_NAME) if self._platform == "win32" else self.path.exists()

    def enable(self) -> None:
        """Start with the system from now on; again when the program has moved since."""
        if self._platform == "win32":
            self._registry().setValue(_NAME, subprocess.list2cmdline(self._command))
            self._check_registry()
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self.path.with_suffix(".part")
            temporary.write_bytes(self._content())
            temporary.replace(self.path)
        except OSError as error:
            raise UserError(_sentence(self.path)) from error

    def disable(self) -> None:
        """No more; nothing of it is left behind. Idempotent."""
        if self._platform == "win32":
            self._registry().remove(_NAME)
            self._check_registry()
            return
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise UserError(_sentence(self.path)) from error

    def _content(self) -> bytes:
        if self._platform == "darwin":
            return plistlib.dumps({"Label": _LABEL, "ProgramArguments": self._command, "RunAtLoad": True})
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            f"Name={_NAME}",
            f"Exec={' '.join(map(_desktop_word, self._command))}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        ]
        return ("\n".join(lines) + "\n").encode()

    def _registry(self) -> QSettings:
        if self._run_key is None:
            self._run_key = QSettings(_RUN, QSettings.Format.NativeFormat)
        return self._run_key

    def _check_registry(self) -> None:
        self._registry().sync()
        if self._registry().status() != QSettings.Status.NoError:
            raise UserError(_("Windows does not let Boussole start with it. Ask whoever looks after this computer."))


def own_command(paths: Paths) -> list[str]:
    """How this very program is started again, hidden, on the same data."""
    if appimage := os.environ.get("APPIMAGE", ""):
        start = [appimage]
    elif getattr(sys, "frozen", False):
        start = [sys.executable]
    else:
        script = Path(sys.executable).with_name("boussole.exe" if sys.platform == "win32" else "boussole")
        start = [str(script)] if script.exists() else [sys.executable, "-m", "desktop"]
    elsewhere = ["--data-dir", str(paths.data)] if paths != Paths.for_this_user() else []
    return [*start, *elsewhere, HIDDEN]


def _desktop_word(word: str) -> str:
    """A word of the Exec line: quoted, its quotes escaped, and the whole escaped once more as every value is."""
    quoted = "".join(f"\\{sign}" if sign in _QUOTED else sign for sign in word.replace("%", "%%"))
    return f'"{quoted}"'.replace("\\", "\\\\")


def _sentence(path: Path) -> str:
    return _("The folder {folder} cannot be written: Boussole will not start with the system.").format(
        folder=path.parent
    )
