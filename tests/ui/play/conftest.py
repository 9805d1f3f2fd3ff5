"""A short conversation, and the whole program on a stage to play it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.clock import FixedClock
from desktop.services import calls, conversations, proposals, prospects, templates
from desktop.services.conversation_forms import Conversation
from desktop.services.proposal_lists import proposals_of
from desktop.ui.play import stage
from desktop.ui.play.call import CallPilot
from desktop.ui.play.held import HeldCall, Noticed
from desktop.ui.play.prospect import ProspectPilot
from desktop.ui.play.runner import set_the_stage
from desktop.ui.play.stage import Stage
from desktop.ui.play.start import StartPilot
from desktop.ui.play.written import WrittenProposal
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

CATALOGUE = """
[[catalogue]]
label = "Quotes finished in the meeting"
unit_price = 900
lead_days = 4
[[catalogue]]
label = "A trial on your quotes"
unit_price = 100
step = true
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


@pytest.fixture
def composed(opened: Stage, written: Callable[..., Conversation]) -> Callable[[str], WrittenProposal]:
    """The proposal of a short call held by the services, open in the composer; ``catalogue`` is that of the file."""

    def compose(catalogue: str) -> WrittenProposal:
        set_the_stage(opened, written(end=f"{catalogue}"))
        workspace, now = opened.workspace, opened.clock.now()
        prospect_id = workspace.do(
            prospects.create_prospect, now=now, company="Brévent", person="Claire", expected_on=date(2027, 1, 29)
        )
        call_id = workspace.do(
            calls.start_call, prospect_id, templates.script("b2b", "en"), templates.grid("five-criteria", "en"), now=now
        )
        said = workspace.do(
            calls.add_entry, call_id, "verbatim", "Karim finishes his quotes late.", at=now, question="objective"
        )
        workspace.do(calls.set_citable, said, True)
        workspace.do(calls.leave, call_id, now=now)
        opened.hands.press("Alt+5")
        opened.shell.pages.proposals.compose_for(prospect_id)
        proposal_id = workspace.ask(proposals_of, prospect_id)[0].id
        workspace.do(proposals.update_proposal, proposal_id, now=now, next_step="We talk on Friday.")
        opened.hands.settle()
        return WrittenProposal(opened, proposal_id)

    return compose
