"""The needs of a prospect during their call: made from a verbatim, put in order, confirmed, each one act to undo."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMetaObject, QObject, Signal

from desktop.i18n import _
from desktop.models.calls import Verbatim
from desktop.models.needs import Told
from desktop.services import needs
from desktop.services.needs import Merged, NeedsSheet
from desktop.ui.actions import Action
from desktop.ui.calls.wording import short
from desktop.ui.undo import Step

if TYPE_CHECKING:
    from desktop.ui.calls.needs_overlay import NeedsOverlay
    from desktop.ui.calls.running_call import RunningCall


class NeedActs(QObject):
    """Each act is on the disk before ``changed`` is sent."""

    changed = Signal()
    """The needs, their order, or the words tied to them."""

    def __init__(self, call: "RunningCall") -> None:
        super().__init__(call)
        self._call = call
        self._ties: list[QMetaObject.Connection] = []

    # What is shown

    def sheet(self) -> NeedsSheet:
        """The needs of the prospect, and the words that state none."""
        return self._call.ask(needs.needs_sheet, self._call.prospect_id)

    def stated(self) -> frozenset[uuid.UUID]:
        """The verbatims that state a need, to mark their entries."""
        return self._call.ask(needs.stated_verbatims, self._call.prospect_id)

    def open(self, overlay: "NeedsOverlay") -> None:
        """Show the needs in ``overlay``, and do what the rep asks for there until it is closed."""
        if self._ties:
            return
        self._ties = [
            overlay.changed.connect(self.update),
            overlay.confirmed.connect(self.confirm),
            overlay.moved.connect(self.move),
            overlay.removed.connect(self.remove),
            overlay.merged.connect(self.merge),
            overlay.made.connect(self.make),
            overlay.attached.connect(self.attach),
            overlay.detached.connect(self.detach),
            overlay.closed.connect(self._untie),
        ]
        for signal in (self.changed, self._call.entries_changed, self._call.entry_changed):
            self._ties.append(signal.connect(lambda *_entry: overlay.show_needs(self.sheet())))
        overlay.open_for(self.sheet(), self._call.outline.prospect.name, self._call.today())

    def _untie(self) -> None:
        # The overlay outlives the call: the next one that opens it must be the only one that hears it.
        for tie in self._ties:
            QObject.disconnect(tie)
        self._ties = []

    # What the rep does

    def from_last(self) -> bool:
        """Make a need of the last verbatim, of the kind that its question reveals."""
        last = self._call.last_verbatim()
        if last is None:
            self._call.refused.emit(_("There is no verbatim to make a need of yet: type the prospect’s words first."))
            return False
        return self.make(last.id)

    def make(self, verbatim_id: uuid.UUID) -> bool:
        """Make a need of these words, after the others."""
        call = self._call
        if call.ask(needs.stating, verbatim_id) is not None:
            call.refused.emit(_("These words state a need already. Ctrl+Shift+N shows it."))
            return False
        made: list[uuid.UUID] = []

        def make() -> None:
            if made:
                call.write(needs.remove_need, made[0], at=None)
            else:
                made.append(call.write(needs.add_need, call.prospect_id, [verbatim_id], now=call.now()))
            self.changed.emit()

        def take_back() -> None:
            call.write(needs.remove_need, made[0], at=call.now())
            self.changed.emit()

        words = self._words(verbatim_id)
        if not call.act(_("need: {words}").format(words=short(words)), make, take_back):
            return False
        call.told.emit(_("Need: {words}").format(words=short(words)))
        return True

    def update(self, need_id: uuid.UUID, fields: dict[str, Any]) -> bool:
        """Change columns of a need."""
        return self._keep(
            _("need changed: {words}"), need_id, lambda: self._write(needs.update_need, need_id, **fields)
        )

    def confirm(self, need_id: uuid.UUID, confirmed: bool) -> bool:
        """Say that they confirmed it aloud, or that they did not after all."""
        if confirmed:
            at = self._call.now()
            command = lambda: self._write(needs.confirm_need, need_id, at=at, via=Told.ALOUD)  # noqa: E731
            return self._keep(_("need confirmed: {words}"), need_id, command)
        command = lambda: self._write(needs.unconfirm_need, need_id)  # noqa: E731
        return self._keep(_("need not confirmed: {words}"), need_id, command)

    def move(self, need_id: uuid.UUID, place: int) -> bool:
        """Put a need at a place of their order."""
        before: dict[uuid.UUID, int] = {}

        def move() -> None:
            before.update({**self._write(needs.move_need, need_id, place), **before})

        return self._act(_("priority of need: {words}"), need_id, move, lambda: self._write(needs.put_in_order, before))

    def remove(self, need_id: uuid.UUID) -> bool:
        """Take a need out of the list; its words stay."""
        return self._act(
            _("need removed: {words}"),
            need_id,
            lambda: self._write(needs.remove_need, need_id, at=self._call.now()),
            lambda: self._write(needs.remove_need, need_id, at=None),
        )

    def merge(self, kept: uuid.UUID, gone: uuid.UUID) -> bool:
        """Put two needs together in the first."""
        merged: list[Merged] = []

        def merge() -> None:
            merged.append(self._write(needs.merge_needs, kept, gone, at=self._call.now()))

        return self._act(_("needs put together: {words}"), kept, merge, lambda: self._write(needs.unmerge, merged[0]))

    def attach(self, need_id: uuid.UUID, verbatim_id: uuid.UUID) -> bool:
        """These words state that need as well."""
        return self._act(
            _("words added to need: {words}"),
            need_id,
            lambda: self._write(needs.attach, need_id, verbatim_id),
            lambda: self._write(needs.detach, need_id, verbatim_id),
        )

    def detach(self, need_id: uuid.UUID, verbatim_id: uuid.UUID) -> bool:
        """These words do not state that need."""
        return self._act(
            _("words taken off need: {words}"),
            need_id,
            lambda: self._write(needs.detach, need_id, verbatim_id),
            lambda: self._write(needs.attach, need_id, verbatim_id),
        )

    def _keep(self, text: str, need_id: uuid.UUID, command: Callable[[], dict[str, Any]]) -> bool:
        """An act whose command returns the former values of the columns that it changes."""
        before: dict[str, Any] = {}

        def do() -> None:
            before.update({**command(), **before})

        return self._act(text, need_id, do, lambda: self._write(needs.update_need, need_id, **before))

    def _act(self, text: str, need_id: uuid.UUID, do: Step, take_back: Step) -> bool:
        def shown(step: Step) -> Step:
            def run() -> None:
                step()
                self.changed.emit()

            return run

        found = self._call.ask(needs.needs_of, self._call.prospect_id)
        name = next((each.name for each in found if each.need.id == need_id), "")
        return self._call.act(text.format(words=short(name)), shown(do), shown(take_back))

    def _write(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return self._call.write(command, *args, **kwargs)

    def _words(self, verbatim_id: uuid.UUID) -> str:
        said = next((entry for entry in self._call.entries if entry.id == verbatim_id), None)
        return said.words if isinstance(said, Verbatim) else ""


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
