"""The needs of a prospect during their call: the acts on them, and how the call offers and shows them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.i18n import _
from desktop.ui.actions import Action
from desktop.ui.widgets.need_acts import ProspectNeedActs

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall
    from desktop.ui.widgets.needs_overlay import NeedsOverlay


class NeedActs(ProspectNeedActs):
    """What the call adds: the verbatim just typed, and entries that change while the needs are shown."""

    def __init__(self, call: "RunningCall") -> None:
        super().__init__(call, call.refused.emit, call.told.emit, call)
        self._call = call

    def open(self, overlay: "NeedsOverlay") -> None:
        """Show the needs in ``overlay``, and do what the rep asks for there until it is closed."""
        call = self._call
        news = (self.changed, call.entries_changed, call.entry_changed, call.entry_dropped)
        self.show_in(overlay, call.outline.prospect.name, news)

    def from_last(self) -> bool:
        """Make a need of the last verbatim, of the kind that its question reveals."""
        last = self._call.last_verbatim()
        if last is None:
            self._call.refused.emit(_("There is no verbatim to make a need of yet: type the prospect’s words first."))
            return False
        return self.make(last.id)


def need_actions(
    make: Callable[[], Any], show: Callable[[], Any], scope: str, able: Callable[[], bool]
) -> list[Action]:
    """F4 makes a need of the last verbatim (``NeedActs.from_last``), Ctrl+Shift+N shows them (``NeedActs.open``)."""
    last = _("Make a need of the last verbatim")
    return [
        Action("call.need", last, lambda: make(), ("F4",), scope, "list-checks", able, group="edit"),
        Action(
            "call.needs",
            _("Needs of this prospect"),
            lambda: show(),
            ("Ctrl+Shift+N",),
            scope,
            "list",
            able,
            group="go",
        ),
    ]
