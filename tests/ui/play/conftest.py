"""A short conversation, and the whole program on a stage to play it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.clock import FixedClock
from desktop.services import conversations
from desktop.services.conversation_forms import Conversation
from desktop.ui.play import stage
from desktop.ui.play.call import CallPilot
from desktop.ui.play.held import HeldCall, Noticed
from desktop.ui.play.prospect import ProspectPilot
from desktop.ui.play.stage import Stage
from desktop.ui.play.start import StartPilot
from tests.conftest import MONDAY

SHORT = """\
[conversation]
title = "Short"
language = "en"
now = 2026-11-23T09:30:00
script = "b2b"
grid = "five-criteria"
[seller]
name = "Nord"
siret = "000 000 000 00000"
[prospect]
company = "Brévent"
[[contacts]]
name = "Claire"
[[steps]]
ask = "objective"
[[steps]]
say = "We lose a day a week."
citable = true
{steps}
[end]
date = 2026-11-27
{end}
{proposal}
"""


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Conversation]:
    """A short conversation with more steps, another end or a proposal: TOML texts put in their place."""

    def write(steps: str = "", end: str = "", proposal: str = "", **replaced: str) -> Conversation:
        text = SHORT.format(steps=steps, end=end, proposal=proposal)
        for old, new in replaced.items():
            lines = [line for line in text.splitlines() if line.startswith(f"{old} =")]
            assert len(lines) == 1
            text = text.replace(lines[0], new)
        path = tmp_path / "short.toml"
        path.write_text(text, "utf-8")
        return conversations.read(path)

    return write


@pytest.fixture
def opened(look: object) -> Iterator[Stage]:
    with stage.opened(FixedClock(MONDAY), "en") as opened:
        yield opened


@pytest.fixture
def pictures() -> list[str]:
    """The names of the pictures that a pilot asked for: pass its ``append``."""
    return []


@pytest.fixture
def pilot(opened: Stage, written: Callable[..., Conversation], pictures: list[str]) -> Callable[..., CallPilot]:
    """The call of a short conversation with more steps, begun: ``play`` it."""

    def begin(steps: str = "", noticed: Noticed | None = None, **replaced: str) -> CallPilot:
        conversation = written(steps, **replaced)
        ProspectPilot(opened, conversation, pictures.append).play()
        StartPilot(opened, conversation.conversation).play()
        return CallPilot(opened, conversation.steps, pictures.append, noticed)

    return begin


@pytest.fixture
def begun(pilot: Callable[..., CallPilot], opened: Stage) -> HeldCall:
    """The short call after its first words, its line ready."""
    pilot().play(leave=True)
    return HeldCall(opened)
