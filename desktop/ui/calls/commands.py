"""Every command of the call page, for the menus, the palette and the F1 sheet, gathered from the parts of the call."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.ui.actions import Action
from desktop.ui.calls.contradiction_bar import contradiction_actions
from desktop.ui.calls.evidence_acts import evidence_actions
from desktop.ui.calls.facts_bar import facts_actions
from desktop.ui.calls.keys import SCOPE, history_actions, moving_actions, scoring_actions
from desktop.ui.calls.mirror_acts import mirror_actions
from desktop.ui.calls.need_acts import need_actions
from desktop.ui.calls.objection_card import objection_actions
from desktop.ui.calls.reformulation_acts import reformulation_actions
from desktop.ui.calls.route_keys import route_actions
from desktop.ui.calls.speaker_acts import speaker_actions

if TYPE_CHECKING:
    from desktop.ui.calls.page import CallPage

__all__ = ["SCOPE", "page_commands"]


def page_commands(page: "CallPage") -> list[Action]:
    """What can be done on the call page, whichever of its panels is shown."""
    return [
        Action("call.add", _("Add the line"), page.submit, ("Return",), SCOPE, enabled=page.able, bound=False),
        Action(
            "call.change_last",
            _("Change the last entry"),
            page.live.take_last,
            ("Up",),
            SCOPE,
            "pencil",
            page.able,
            bound=False,
        ),
        *moving_actions(page.running, page.able, page.live.submit),
        _going(page, "call.jump", _("Go to a question"), page.overlays.open_jump, "Ctrl+G", "search"),
        *route_actions(page.running, page.able, page.live.submit, page.head.planned.offer),
        *reformulation_actions(
            lambda: page.call.saying_back if page.call else None,
            page.able,
            page.live.bars.saying.answer,
            page.live.bars.saying.ask_correction,
        ),
        *facts_actions(page.live.bars.facts, SCOPE, page.able),
        *need_actions(page.make_need, page.overlays.open_needs, SCOPE, page.able),
        *mirror_actions(page.turn_page, SCOPE, page.able),
        *objection_actions(page.able, page.overlays.open_objections),
        *contradiction_actions(
            lambda: page.call.contradictions if page.call else None, page.able, page.live.bars.contradiction
        ),
        *evidence_actions(page.words.open, page.able),
        *scoring_actions(page.running, page.able),
        *speaker_actions(
            lambda: call.speaking if (call := page.call) else None, page.able, page.overlays.open_speakers
        ),
        _going(page, "call.next_step", _("Next step"), page.show_end, "Ctrl+R", "calendar-clock"),
        *_ending(page),
        Action(
            "call.export_account",
            _("Export the account of the call"),
            page.told.screen.export,
            ("Ctrl+E",),
            SCOPE,
            "file-text",
            page.reading,
            group="file",
        ),
        *history_actions(page.running, page.able),
    ]


def _going(page: "CallPage", action_id: str, label: str, run: Callable[[], None], keys: str, icon: str) -> Action:
    return Action(action_id, label, run, (keys,), SCOPE, icon, page.able, group="go")


def _ending(page: "CallPage") -> list[Action]:
    return [
        Action(
            "call.conclude",
            _("Conclude the call"),
            page.conclude_key,
            ("Ctrl+Shift+Return",),
            SCOPE,
            "flag",
            page.in_call,
        ),
        Action(
            "call.finish_propose",
            _("Finish and write the proposal"),
            page.end.conclude_and_propose,
            ("Ctrl+Shift+P",),
            SCOPE,
            "file-text",
            page.may_propose,
        ),
    ]
