"""Conversations played once for all the tests that look at what came of them, whichever process they run in."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLockFile, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paths import resources
from desktop.services import conversations
from desktop.services.conversation_forms import Conversation
from desktop.ui.play import runner


class Witness(QObject):
    """Sees every mouse button, and every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.clicks = 0
        self.keys = 0
        self.windows: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self.clicks += 1
            case QEvent.Type.KeyPress:
                self.keys += 1
            case QEvent.Type.Show if isinstance(watched, QWidget) and watched.isWindow():
                self.windows.add(type(watched).__name__)
        return False


@dataclass(frozen=True)
class Seen:
    """What a witness saw."""

    clicks: int
    keys: int
    windows: frozenset[str]


@dataclass(frozen=True)
class Performance:
    """What a play left, and what was seen of it."""

    conversation: Conversation
    out: Path
    code: int
    witness: Seen

    @property
    def summary(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.out / "summary.json").read_text("utf-8"))
        return found

    @property
    def text(self) -> str:
        """The text of the proposal, every run of white space as one space."""
        return plain((self.out / "proposition.txt").read_text("utf-8"))


def plain(text: str) -> str:
    return " ".join(text.split())


def shipped(name: str) -> Path:
    return resources() / "demo" / f"{name}.toml"


@pytest.fixture(scope="session")
def performance(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Performance]:
    """``performance("claire")``: a shipped conversation, played the first time it is asked for."""

    # Under xdist, each worker has a folder of its own in the one that they share.
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    @cache
    def play(name: str) -> Performance:
        out, seen = shared / f"played-{name}", shared / f"{name}.json"
        lock = QLockFile(str(shared / f"{name}.lock"))
        lock.setStaleLockTime(0)
        lock.lock()
        try:
            if not seen.exists():
                seen.write_text(json.dumps(_played(qapp, name, out)), "utf-8")
        finally:
            lock.unlock()
        code, clicks, keys, windows = json.loads(seen.read_text("utf-8"))
        witness = Seen(clicks, keys, frozenset(windows))
        return Performance(conversations.read(shipped(name)), out, code, witness)

    return play


def _played(qapp: QApplication, name: str, out: Path) -> tuple[int, int, int, list[str]]:
    witness = Witness()
    qapp.installEventFilter(witness)
    try:
        code = runner.run(shipped(name), out)
    finally:
        qapp.removeEventFilter(witness)
    return code, witness.clicks, witness.keys, sorted(witness.windows)
