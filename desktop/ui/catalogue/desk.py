"""What every part of the catalogue page works with: the item at hand, how it is saved, and what can be undone."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from desktop.i18n import _
from desktop.models.catalogue import StandingBlock
from desktop.services import catalogue_changes, standing_blocks
from desktop.services.catalogue_changes import Change
from desktop.ui.acting import Acting
from desktop.ui.catalogue.shelves import Item, Shelf, beginning, name_of
from desktop.ui.undo import Step, Typing, short
from desktop.ui.workspace import Workspace


class Desk(Acting):
    """``shown`` carries a shelf and the key of an item of it."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(workspace, parent)
        self.shelf: Shelf | None = None
        self.item: Any = None

    def take(self, shelf: Shelf, item: Item | None) -> None:
        """Take an item in hand, as it is on the disk."""
        self.shelf, self.item = shelf, item

    def edit(self, name: str, value: object, label: str) -> None:
        """Change a column of the item; ``label`` is that of the field. ``UserError`` when it was not saved."""
        shelf, item = self.shelf, self.item
        if shelf is None or item is None or getattr(item, name) == value:
            return
        key, former = item.id, getattr(item, name)

        def put(which: object) -> None:
            self.workspace.do(shelf.update, key, **{name: which})
            self.shown.emit(shelf, key)

        text = _("change “{field}”").format(field=label)
        act = Typing(text, lambda: put(value), lambda: put(former), (key, name))
        self.stack.push(act)
        if act.error:
            raise act.error

    def begin(self, shelf: Shelf, language: str, text: str) -> bool:
        """A new item, begun from nothing."""
        return self._add(shelf, beginning(shelf, language, self.workspace.clock.now()), text)

    def duplicate(self) -> bool:
        """A copy of the item at hand."""
        shelf, item = self.shelf, self.item
        if shelf is None or item is None:
            return False
        now = self.workspace.clock.now()
        text = _("duplicate “{name}”").format(name=short(name_of(item)))
        return self._add(shelf, lambda session: shelf.duplicate(session, item.id, now=now), text)

    def _add(self, shelf: Shelf, command: Any, text: str) -> bool:
        made: list[Change] = []

        def do() -> None:
            if made:
                self.workspace.do(catalogue_changes.apply, made, now=self.workspace.clock.now())
            else:
                key = self.workspace.do(command)
                made.append(self.workspace.ask(catalogue_changes.made, shelf.kind, key))
            self.shown.emit(shelf, made[0].key)

        def take_back() -> None:
            self.workspace.do(catalogue_changes.take_back, made, now=self.workspace.clock.now())
            self.shown.emit(shelf, None)

        return self.act(text, do, take_back)

    def archive(self) -> None:
        """Put the item at hand away, or bring it back among the choices."""
        shelf, item = self.shelf, self.item
        if shelf is None or item is None:
            return
        key, name = item.id, short(name_of(item))

        def put_away() -> None:
            self.workspace.do(shelf.archive, key, at=self.workspace.clock.now())
            self.shown.emit(shelf, None)

        def bring_back() -> None:
            self.workspace.do(shelf.archive, key, at=None)
            self.shown.emit(shelf, key)

        if item.archived_at is None:
            said = _("“{name}” is archived. Proposals that hold it keep it.").format(name=name)
            self.act(_("archive “{name}”").format(name=name), put_away, bring_back, said)
        else:
            self.act(_("bring “{name}” back").format(name=name), bring_back, put_away)

    def move(self, step: int) -> None:
        """A block goes up (-1) or down (1) among those of its language."""
        item, shelf = self.item, self.shelf
        if not isinstance(item, StandingBlock) or item.archived_at is not None:
            return
        rows = [each.id for each in self.workspace.ask(standing_blocks.blocks, item.language)]
        key, place = item.id, rows.index(item.id)
        if not 0 <= place + step < len(rows):
            return

        def put(where: int) -> None:
            self.workspace.do(standing_blocks.move_block, key, where)
            self.shown.emit(shelf, key)

        text = _("move “{name}”").format(name=short(item.title))
        self.act(text, lambda: put(place + step), lambda: put(place))

    def take_in(self, changes: Sequence[Change], text: str, said: str) -> None:
        """Several rows at once, such as those of a file, undone together."""

        def do() -> None:
            self.workspace.do(catalogue_changes.apply, changes, now=self.workspace.clock.now())
            self.shown.emit(self.shelf, None)

        def take_back() -> None:
            self.workspace.do(catalogue_changes.take_back, changes, now=self.workspace.clock.now())
            self.shown.emit(self.shelf, None)

        self.act(text, do, take_back, said)

    def act(self, text: str, do: Step, take_back: Step, said: str = "") -> bool:
        """As any act; what is being typed is saved first."""
        self.changing.emit()
        return super().act(text, do, take_back, said)
