"""What every part of the library page works with: the item at hand, how its draft is saved, and what can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.i18n import _
from desktop.models.content_edits import Content, Place, part_at, put
from desktop.models.grids import Grid
from desktop.models.library import ItemKind
from desktop.services import library, library_blanks, library_drafts
from desktop.services.library import Piece, Shelfmark
from desktop.services.library_checks import Mistake, mistakes
from desktop.ui.acting import Acting
from desktop.ui.library.beginnings import archived_words, published_words
from desktop.ui.undo import Step, Typing
from desktop.ui.workspace import Workspace


class Desk(Acting):
    """``shown`` carries the mark of an item and a place of it."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(workspace, parent)
        self.piece: Piece | None = None
        self.grids: dict[str, Grid] = {}

    @property
    def mark(self) -> Shelfmark:
        """The item at hand."""
        assert self.piece is not None
        return self.piece.row.mark

    @property
    def content(self) -> Content:
        """What is read: the draft when there is one."""
        assert self.piece is not None
        return self.piece.content

    @property
    def editable(self) -> bool:
        """Whether a draft is open: a published version never changes."""
        return self.piece is not None and self.piece.draft is not None

    @property
    def mistakes(self) -> list[Mistake]:
        """What is to be mended before publishing."""
        return mistakes(self.mark.kind, self.content, self.grids) if self.editable else []

    def read(self, mark: Shelfmark | None) -> None:
        """Take an item in hand as it is on the disk; none when there is nothing to show."""
        if mark is None:
            self.piece = None
            return
        self.piece = self.workspace.ask(library.piece, mark)
        self.grids = {each.key: each for each in self.workspace.ask(library.grids, mark.language)}

    # Changes of the draft

    def edit(self, place: Place, value: object, name: str) -> None:
        """Put a value at a place of the draft; ``name`` is that of the field. ``UserError`` when it was not saved."""
        if part_at(self.content, place) == value:
            return
        text = _("change “{field}”").format(field=name)
        act = Typing(text, *self._steps(put(self.content, place, value), place), (self.mark, place))
        self.stack.push(act)
        if act.error:
            raise act.error

    def change(self, text: str, content: Content, place: Place, back_at: Place) -> None:
        """Make ``content`` the draft; ``place`` is shown then, and ``back_at`` when it is undone.

        ``content`` was made from that of this desk after ``changing``.
        """
        self.act(text, *self._steps(content, place, back_at))

    def _steps(self, after: Content, place: Place, back_at: Place | None = None) -> tuple[Step, Step]:
        mark, before = self.mark, self.content
        return (
            lambda: self._put(mark, after, place),
            lambda: self._put(mark, before, place if back_at is None else back_at),
        )

    def _put(self, mark: Shelfmark, content: Content, place: Place) -> None:
        self.workspace.do(library_drafts.save_draft, mark, content, now=self.workspace.clock.now())
        self.shown.emit(mark, place)

    # Changes of the item

    def open_draft(self, content: Content | None = None) -> None:
        """Begin a new version, from the one in use or from ``content``; the draft that there was comes back by undo."""
        self.changing.emit()
        mark, former = self.mark, self.piece.draft if self.piece else None
        fresh = content or self.content
        if former is not None and content is None:
            return

        def take_back() -> None:
            if former is not None:
                self._put(mark, former, ())
            else:
                self._do(library_drafts.discard_draft, mark, mark)

        self.act(_("open a draft"), lambda: self._put(mark, fresh, ()), take_back)

    def begin(self, text: str, content: Content, place: Place, back_at: Place) -> None:
        """Make ``content`` the draft at hand as ``change`` does, or open one with it: undo then gives it up."""
        if self.editable:
            self.change(text, content, place, back_at)
            return
        mark = self.mark
        self.act(
            text,
            lambda: self._put(mark, content, place),
            lambda: self._do(library_drafts.discard_draft, mark, mark),
        )

    def begin_item(self, text: str) -> None:
        """A script, a grid or a cadence begun from nothing, in the language of the one at hand."""
        self.changing.emit()
        source = self.mark
        content = self.workspace.ask(library_blanks.item, source.kind, source.language)
        self._start(text, Shelfmark(source.kind, content["key"], source.language), content, source)

    def discard_draft(self) -> None:
        """Give the draft up."""
        self.changing.emit()
        mark, former = self.mark, self.content
        left = mark if self.piece and self.piece.row.version else None
        self.act(
            _("give up the draft"),
            lambda: self._do(library_drafts.discard_draft, mark, left),
            lambda: self._put(mark, former, ()),
            said=_("Draft given up."),
        )

    def publish(self) -> None:
        """Make the draft the version in use."""
        self.changing.emit()
        mark, number = self.mark, self.piece.row.draft if self.piece else 0

        def take_back() -> None:
            self.workspace.do(library_drafts.take_back, mark, number)
            self.shown.emit(mark, ())

        self.act(
            _("publish v{version}").format(version=number),
            lambda: self._do(library_drafts.publish, mark, mark),
            take_back,
            said=published_words(mark.kind, number),
        )

    def duplicate(self, name: str) -> None:
        """A copy under another name, as a draft."""
        self.changing.emit()
        source, content = self.mark, {**self.content, "name": name}
        copy = Shelfmark(source.kind, self.workspace.ask(library_drafts.free_key, source, name), source.language)
        self._start(_("duplicate"), copy, content, source)

    def _start(self, text: str, fresh: Shelfmark, content: Content, source: Shelfmark) -> None:
        """An item that begins as a draft; undo gives it up and goes back to ``source``."""
        self.act(
            text,
            lambda: self._put(fresh, content, ()),
            lambda: self._do(library_drafts.discard_draft, fresh, source),
        )

    def archive(self, archived: bool) -> None:
        """Take the item out of the choices, or bring it back."""
        mark = self.mark

        def put_away() -> None:
            self._do(library_drafts.archive, mark, mark)

        def bring_back() -> None:
            self.workspace.do(library_drafts.restore, mark)
            self.shown.emit(mark, ())

        if archived:
            self.act(
                _("archive"), put_away, bring_back, said=_("Archived. {words}").format(words=archived_words(mark.kind))
            )
        else:
            self.act(_("restore"), bring_back, put_away)

    def _do(self, command: Callable[..., object], mark: Shelfmark, then: Shelfmark | None) -> None:
        self.workspace.do(command, mark, now=self.workspace.clock.now())
        self.shown.emit(then, ())

    def grid_of_script(self) -> Grid | None:
        """The grid that the script at hand goes with, when it is one that can be chosen."""
        return self.grids.get(self.content["grid"]) if self.mark.kind is ItemKind.SCRIPT else None
