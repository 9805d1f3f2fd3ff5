"""How the status moved: each line with its reason, what was suggested, the grid; the earlier ones on demand."""

import uuid

from desktop.clock import FixedClock
from desktop.models.statuses import LossKind, Status
from desktop.services import calls, templates
from desktop.services.status_moves import set_status, wake_up
from desktop.ui.prospects.detail import Detail
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.prospects.conftest import visible_texts


def test_moves_are_told_with_their_reasons(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    card = detail.moves
    assert card.isHidden()
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    workspace.do(calls.start_call, key, script, grid, now=clock.now())
    workspace.do(set_status, key, Status.QUALIFIED, now=clock.now(), reason=MARKUP[0])
    clock.advance(60)
    workspace.do(set_status, key, Status.LOST, now=clock.now(), reason="too dear", loss=LossKind.PRICE)
    shown = visible_texts(card)
    assert {"Qualified prospect → Lost", "Price, too dear", "Lead → Qualified prospect", MARKUP[0].strip()} <= set(
        shown
    )
    assert f"The program suggested “lead” · grid “{grid.name}”, version {grid.version}" in shown
    assert card.more.isHidden()
    clock.advance(60)
    workspace.do(wake_up, key, now=clock.now())
    clock.advance(60)
    workspace.do(set_status, key, Status.CLIENT, now=clock.now())
    assert (card.more.text(), card.note_label.text()) == ("1 earlier move", "4 moves")
    assert "Lead → Qualified prospect" not in visible_texts(card)
    card.more.click()
    assert "Lead → Qualified prospect" in visible_texts(card)
    assert nameless(card) == [] and rich_text_labels(card) == []
