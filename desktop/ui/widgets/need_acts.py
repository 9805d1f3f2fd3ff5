"""What a rep does to the needs of a prospect, in a call or out of one: each is one act, named, that undo takes back."""

import uuid
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QMetaObject, QObject, Signal, SignalInstance

from desktop.i18n import _
from desktop.models.needs import Told
from desktop.services import needs
from desktop.services.needs import Merged, NeedsSheet
from desktop.ui.undo import Step, short

if TYPE_CHECKING:
    from desktop.ui.widgets.needs_overlay import NeedsOverlay

P = ParamSpec("P")
R = TypeVar("R")
Tell = Callable[[str], object]


class NeedDesk(Protocol):
    """Where the acts are done: a call in progress, or a page."""

    @property
    def prospect_id(self) -> uuid.UUID:
        """Whose needs they are."""

    def ask(self, query: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query."""

    def write(self, command: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a command in one transaction."""

    def act(self, text: str, do: Step, take_back: Step) -> bool:
        """One act, named for undo; both steps are idempotent. False when it was refused, and said so."""

    def now(self) -> datetime: ...

    def today(self) -> date: ...


def _keep_quiet(_words: str) -> None:
    """The act is told by whoever does it."""


class ProspectNeedActs(QObject):
    """Each act is on the disk before ``changed`` is sent. ``refuse`` says why one is not done, ``tell`` that it is."""

    changed = Signal()
    """The needs, their order, or the words tied to them."""

    def __init__(self, desk: NeedDesk, refuse: Tell, tell: Tell = _keep_quiet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._refuse, self._tell = desk, refuse, tell
        self._ties: list[QMetaObject.Connection] = []

    # What is shown

    def sheet(self) -> NeedsSheet:
        """The needs of the prospect, and the words that state none."""
        return self._desk.ask(needs.needs_sheet, self._desk.prospect_id)

    def stated(self) -> frozenset[uuid.UUID]:
        """The verbatims that state a need, to mark their entries."""
        return self._desk.ask(needs.stated_verbatims, self._desk.prospect_id)

    def show_in(self, overlay: "NeedsOverlay", who: str, news: Iterable[SignalInstance]) -> None:
        """Show the needs of ``who``, and do what the rep asks for there until it is closed.

        They are read again at each of ``news``, whatever it carries.
        """
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
            *(signal.connect(lambda *_what: overlay.show_needs(self.sheet())) for signal in news),
        ]
        overlay.open_for(self.sheet(), who, self._desk.today())

    def _untie(self) -> None:
        # The overlay outlives what it was opened for: the next to open it must be the only one that hears it.
        for tie in self._ties:
            QObject.disconnect(tie)
        self._ties = []

    # What the rep does

    def make(self, verbatim_id: uuid.UUID) -> bool:
        """Make a need of these words, after the others."""
        desk = self._desk
        if desk.ask(needs.stating, verbatim_id) is not None:
            self._refuse(_("These words state a need already. Ctrl+Shift+N shows it."))
            return False
        words = short(desk.ask(needs.words_of, verbatim_id))
        made: list[uuid.UUID] = []

        def make() -> None:
            if made:
                desk.write(needs.remove_need, made[0], at=None)
            else:
                made.append(desk.write(needs.add_need, desk.prospect_id, [verbatim_id], now=desk.now()))
            self.changed.emit()

        def take_back() -> None:
            desk.write(needs.remove_need, made[0], at=desk.now())
            self.changed.emit()

        if not desk.act(_("need: {words}").format(words=words), make, take_back):
            return False
        self._tell(_("Need: {words}").format(words=words))
        return True

    def update(self, need_id: uuid.UUID, fields: dict[str, Any]) -> bool:
        """Change columns of a need."""
        return self._keep(
            _("need changed: {words}"), need_id, lambda: self._write(needs.update_need, need_id, **fields)
        )

    def confirm(self, need_id: uuid.UUID, confirmed: bool) -> bool:
        """Say that they confirmed it aloud, or that they did not after all."""
        if confirmed:
            at = self._desk.now()
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
            lambda: self._write(needs.remove_need, need_id, at=self._desk.now()),
            lambda: self._write(needs.remove_need, need_id, at=None),
        )

    def merge(self, kept: uuid.UUID, gone: uuid.UUID) -> bool:
        """Put two needs together in the first."""
        merged: list[Merged] = []

        def merge() -> None:
            merged.append(self._write(needs.merge_needs, kept, gone, at=self._desk.now()))

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

        found = self._desk.ask(needs.needs_of, self._desk.prospect_id)
        name = next((each.name for each in found if each.need.id == need_id), "")
        return self._desk.act(text.format(words=short(name)), shown(do), shown(take_back))

    def _write(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return self._desk.write(command, *args, **kwargs)
