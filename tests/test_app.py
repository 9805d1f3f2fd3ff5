"""The command line does what it says, in the language of who types it, without loading what it does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __version__, app, i18n
from desktop.paths import resources

ROOT = resources().parent


@pytest.fixture(autouse=True)
def speaks_english(monkeypatch) -> None:
    monkeypatch.setattr(i18n, "system_language", lambda: "en")


def test_the_version(capsys) -> None:
    assert app.main(["--version"]) == 0
    assert capsys.readouterr().out == f"Boussole {__version__}\n"


def test_help_in_each_language(capsys) -> None:
    assert app.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "open the window" in shown and "boussole --hidden" in shown
    assert app.main(["--help", "--language", "fr"]) == 0
    assert "ouvre la fenêtre" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong", [["--nonsense"], ["--language", "de"], ["play"], ["play", "a.toml"], ["stray"], ["--data-dir"]]
)
def test_a_wrong_command_line_is_answered_with_the_right_ones(capsys, wrong: list[str]) -> None:
    assert app.main(wrong) == app.USAGE_ERROR
    shown = capsys.readouterr()
    assert "boussole play FILE --out DIR" in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    ("platform", "environment", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_whether_there_is_a_screen(platform: str, environment: dict[str, str], seen: bool) -> None:
    assert app.has_display(platform, environment) is seen


def test_the_demonstration_goes_beside_the_sources_or_where_the_rep_is(tmp_path: Path) -> None:
    assert app.demo_folder(ROOT, tmp_path) == ROOT / "build" / "demo"
    assert app.demo_folder(tmp_path, tmp_path) == tmp_path / "boussole-demo"


def test_saying_the_version_loads_neither_qt_nor_the_database() -> None:
    code = (
        "import sys; from desktop.app import main; main(['--version']); "
        "sys.exit(any(name in sys.modules for name in ('PySide6', 'sqlalchemy', 'alembic', 'reportlab')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ}, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()


def test_the_module_runs_like_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--version"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0
    assert done.stdout == f"Boussole {__version__}\n"
