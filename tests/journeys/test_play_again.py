"""Playing twice, in a folder that stays, and from the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.clock import FixedClock
from desktop.data_folder import DataFolder
from desktop.paths import Paths
from desktop.services import conversation_summary, prospect_rows, settings
from desktop.ui.play import runner
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY
from tests.journeys.conftest import Performance, shipped

ROOT = Path(__file__).resolve().parent.parent.parent


def test_a_call_cut_short_gives_the_same_bytes(performance, tmp_path: Path):
    first: Performance = performance("interrompu")
    assert runner.run(shipped("interrompu"), tmp_path / "out", tmp_path / "data") == 0
    for name in ("compte-rendu.pdf", "summary.json"):
        assert (tmp_path / "out" / name).read_bytes() == (first.out / name).read_bytes()


def test_a_given_folder_holds_what_was_played(performance, tmp_path: Path, qapp):
    """Played again, the same bytes; closed and opened, as the next morning: the same prospect, the same call."""
    data = tmp_path / "data"
    assert runner.run(shipped("famille"), tmp_path / "first", data) == 0
    assert runner.run(shipped("marc"), tmp_path / "second", data) == 0
    folder = DataFolder(Paths(data), FixedClock(MONDAY))
    workspace = Workspace(folder.open(), FixedClock(MONDAY))
    try:
        rows = {row.name: row.id for row in workspace.ask(prospect_rows.prospect_rows)}
        company = workspace.ask(settings.company)
        found = workspace.ask(conversation_summary.of_prospect, rows["Nadia Le Goff"])
    finally:
        workspace.close()
    assert rows.keys() == {"Nadia Le Goff", "MV Conseil"}
    assert company is not None and company.name == "Menuiserie Kerlann"
    first: Performance = performance("famille")
    for name in ("proposition.pdf", "proposition.txt", "summary.json"):
        assert (tmp_path / "first" / name).read_bytes() == (first.out / name).read_bytes()
    assert found["scores"] == first.summary["scores"]
    assert found["call"] == first.summary["call"]
    assert found["proposal"]["options"] == first.summary["proposal"]["options"]


def test_a_protected_folder_is_refused(tmp_path: Path, qapp, capsys: pytest.CaptureFixture[str]):
    folder = DataFolder(Paths(tmp_path / "data"), FixedClock(MONDAY))
    folder.create("quatre mots bien choisis")
    folder.open().close()
    assert runner.run(shipped("marc"), tmp_path / "out", tmp_path / "data") == 1
    assert capsys.readouterr().err == "This data folder is protected by a passphrase: play in another one.\n"


def test_a_wrong_file_is_refused_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(shipped("marc").read_text("utf-8").replace('ask = "objective"', 'ask = "objectif"'), "utf-8")
    assert runner.run(wrong, tmp_path / "out") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("wrong.toml, line ")
    assert not (tmp_path / "out").exists()


def test_the_command_names_every_file_it_leaves(tmp_path: Path):
    """In a process of its own, without a display, as ``make demo`` runs it."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "desktop", "play", str(shipped("marc")), "--out", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(done.stdout.split("\n")) == sorted(["", *(str(path) for path in tmp_path.iterdir())])
