"""Conversations played once for all the tests that look at what came of them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
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
class Performance:
    """What a play left, and what was seen of it."""

    conversation: Conversation
    out: Path
    code: int
    witness: Witness

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

    @cache
    def play(name: str) -> Performance:
        out = tmp_path_factory.mktemp(name)
        witness = Witness()
        qapp.installEventFilter(witness)
        try:
            code = runner.run(shipped(name), out)
        finally:
            qapp.removeEventFilter(witness)
        return Performance(conversations.read(shipped(name)), out, code, witness)

    return play
