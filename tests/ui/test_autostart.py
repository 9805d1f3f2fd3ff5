"""Starting with each system, in a folder of the test: asked for, asked again, and taken back without a trace."""

import os
import plistlib
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop.errors import UserError
from desktop.paths import Paths
from desktop.ui.autostart import HIDDEN, Autostart, own_command

COMMAND = ["/opt/Ma Boussole/boussole", "--data-dir", '/home/c/50 % "à moi" $HOME\\x', HIDDEN]


def linux(home: Path, **environment: str) -> Autostart:
    return Autostart(COMMAND, platform="linux", home=home, environment=environment)


def exec_words(line: str) -> list[str]:
    """The words of an Exec line, as a desktop reads them: the escapes of a value first, then the quotes."""
    value = line.replace("\\\\", "\\")
    words, word, quoted, signs = [], "", False, iter(value)
    for sign in signs:
        if sign == "\\" and quoted:
            word += next(signs)
        elif sign == '"':
            quoted = not quoted
        elif sign == " " and not quoted:
            words.append(word)
            word = ""
        else:
            word += sign
    return [each.replace("%%", "%") for each in [*words, word]]


def test_linux_has_a_desktop_entry(tmp_path: Path) -> None:
    autostart = linux(tmp_path)
    assert not autostart.enabled
    autostart.enable()
    autostart.enable()
    entry = (tmp_path / ".config" / "autostart" / "boussole.desktop").read_text("utf-8")
    assert autostart.enabled and entry.startswith("[Desktop Entry]\nType=Application\n")
    (line,) = [each for each in entry.splitlines() if each.startswith("Exec=")]
    assert exec_words(line.removeprefix("Exec=")) == COMMAND
    autostart.disable()
    autostart.disable()
    assert not autostart.enabled and list((tmp_path / ".config" / "autostart").iterdir()) == []
    elsewhere = linux(tmp_path, XDG_CONFIG_HOME=str(tmp_path / "mine"))
    assert elsewhere.path == tmp_path / "mine" / "autostart" / "boussole.desktop"
    assert linux(tmp_path, XDG_CONFIG_HOME="relative").path == autostart.path


def test_macos_has_a_launch_agent(tmp_path: Path) -> None:
    autostart = Autostart(COMMAND, platform="darwin", home=tmp_path)
    autostart.enable()
    path = tmp_path / "Library" / "LaunchAgents" / "boussole.plist"
    agent = plistlib.loads(path.read_bytes())
    assert agent == {"Label": "boussole", "ProgramArguments": COMMAND, "RunAtLoad": True}
    autostart.disable()
    assert not path.exists()


def test_windows_has_a_value_under_the_run_key(tmp_path: Path) -> None:
    key = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    autostart = Autostart(["C:\\Program Files\\boussole.exe", HIDDEN], platform="win32", home=tmp_path, run_key=key)
    autostart.enable()
    assert autostart.enabled and key.value("Boussole") == '"C:\\Program Files\\boussole.exe" --hidden'
    autostart.disable()
    assert not autostart.enabled and key.allKeys() == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("in the way")
    with pytest.raises(UserError, match="cannot be written"):
        linux(tmp_path).enable()
    with pytest.raises(UserError, match="cannot be written"):
        linux(tmp_path).disable()


def test_the_command_is_that_of_this_program(tmp_path: Path, monkeypatch) -> None:
    usual = own_command(Paths.for_this_user())
    assert usual[-1] == HIDDEN and "--data-dir" not in usual and Path(usual[0]).exists()
    assert own_command(Paths(tmp_path))[-3:] == ["--data-dir", str(tmp_path), HIDDEN]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command(Paths.for_this_user()) == [sys.executable, HIDDEN]
    monkeypatch.setitem(os.environ, "APPIMAGE", "/home/c/Boussole.AppImage")
    assert own_command(Paths.for_this_user()) == ["/home/c/Boussole.AppImage", HIDDEN]
