"""The library: on the left the items of a kind, on the right the one at hand, its outline and its parts."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.content_edits import Place
from desktop.models.library import ItemKind, LibraryItem
from desktop.services import library, library_files
from desktop.services.library import Shelfmark
from desktop.services.library_shipped import SETS
from desktop.ui.actions import Action
from desktop.ui.autosave import flush_all
from desktop.ui.library.beginnings import act_words, button_words
from desktop.ui.library.cadence_editor import CadenceEditor
from desktop.ui.library.commands import library_commands
from desktop.ui.library.desk import Desk
from desktop.ui.library.editor import ItemEditor
from desktop.ui.library.grid_editor import GridEditor
from desktop.ui.library.head_card import HeadCard
from desktop.ui.library.messages_editor import MessagesEditor
from desktop.ui.library.objections_editor import ObjectionsEditor
from desktop.ui.library.reformulations_editor import ReformulationsEditor
from desktop.ui.library.script_editor import ScriptEditor
from desktop.ui.library.shelf_list import ShelfList
from desktop.ui.page import Page
from desktop.ui.toasts import Banner
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.workspace import Workspace

_LIST = 212
_FILTER = "TOML (*.toml)"


class LibraryPage(Page):
    """``folder`` is where files are proposed to be written."""

    key = "library"
    icon_name = "library"

    def __init__(self, workspace: Workspace, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder = folder
        self._marks: dict[ItemKind, Shelfmark] = {}
        self.kind = ItemKind.SCRIPT
        self.desk = Desk(workspace, self)
        self._make_widgets()
        self._lay_out()
        self._connect()

    def stop(self) -> None:
        """Let go of the work in the background, before the window goes."""
        editor = self.editors[ItemKind.GRID]
        assert isinstance(editor, GridEditor)
        editor.grid_part.replay.cancel()

    def _make_widgets(self) -> None:
        kinds = [
            (ItemKind.SCRIPT.value, _("Scripts")),
            (ItemKind.GRID.value, _("Grids")),
            (ItemKind.OBJECTIONS.value, _("Objections")),
            (ItemKind.REFORMULATIONS.value, _("Reformulations")),
            (ItemKind.CADENCE.value, _("Cadences")),
            (ItemKind.MESSAGES.value, _("Messages")),
        ]
        self.kinds = SegmentedControl(_("What to show"), kinds, self.kind.value)
        self.banner = Banner()
        self.list = ShelfList()
        self.head = HeadCard()
        self.editors: dict[ItemKind, ItemEditor] = {
            ItemKind.SCRIPT: ScriptEditor(self.desk),
            ItemKind.GRID: GridEditor(self.desk),
            ItemKind.OBJECTIONS: ObjectionsEditor(self.desk),
            ItemKind.REFORMULATIONS: ReformulationsEditor(self.desk),
            ItemKind.CADENCE: CadenceEditor(self.desk),
            ItemKind.MESSAGES: MessagesEditor(self.desk),
        }
        self.import_button = Button(_("Import…"), "secondary", icon_name="download")
        self.new_button = Button(_("New script"), "secondary", keycap="Ctrl+Shift+N", icon_name="plus")
        self.edit_button = Button(_("Edit"), "primary", keycap="F2")
        self.publish_button = Button("", "primary", keycap="Ctrl+Shift+Return", name=_("Publish"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.kinds)
        top.addStretch(1)
        top.addWidget(self.new_button)
        shelf = Card(margins=(1, 6, 1, 6))
        shelf.setFixedWidth(_LIST)
        shelf.body.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.head)
        for editor in self.editors.values():
            right.addWidget(editor, 1)
            editor.hide()
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(shelf)
        below.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addLayout(top)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda key: self.show_kind(ItemKind(key)))
        self.list.chosen.connect(self.open_item)
        self.list.opened.connect(lambda: self.editor.outline.focus_list())
        self.desk.changing.connect(lambda: flush_all(self))
        self.desk.refused.connect(self.banner.show_error)
        self.desk.said.connect(self.toasted)
        self.desk.shown.connect(self._show)
        self.head.discard.clicked.connect(self.discard)
        self.head.copy.clicked.connect(self.duplicate)
        self.head.export.clicked.connect(self.export)
        self.head.archive.clicked.connect(self.archive)
        self.import_button.clicked.connect(self.import_)
        self.new_button.clicked.connect(self.begin)
        self.edit_button.clicked.connect(self.edit)
        self.publish_button.clicked.connect(self.publish)

    # What the window asks of a page

    @property
    def editor(self) -> ItemEditor:
        """The editor of the kind on show."""
        return self.editors[self.kind]

    def title(self) -> str:
        return _("Library")

    def subtitle(self) -> str:
        return _("What you say and what you score: yours to rewrite")

    def header_widgets(self) -> list[QWidget]:
        return [self.import_button, self.publish_button if self.desk.editable else self.edit_button]

    def commands(self) -> list[Action]:
        return library_commands(self)

    def hints(self) -> list[tuple[str, str]]:
        if not self.desk.editable:
            return [(_("Edit"), "F2"), (_("New"), "Ctrl+Shift+N"), (_("Import"), "Ctrl+O"), (_("Export"), "Ctrl+E")]
        return [(_("Write"), "Return"), (_("Reorder"), "Alt+Up"), (_("Add"), "Ctrl+N"), (_("Duplicate"), "Ctrl+D")]

    def panes(self) -> list[QWidget]:
        return [self.list, self.editor.outline.view, self.editor.area]

    def refresh(self, touched: frozenset[type]) -> None:
        if touched and LibraryItem not in touched:
            return
        rows = self._workspace.ask(library.shelf, self.kind, current().code)
        marks = [row.mark for row in rows]
        mark = self._marks.get(self.kind)
        if mark not in marks:
            mark = marks[0]
        self._marks[self.kind] = mark
        self.desk.read(mark)
        self.list.show_items(rows, mark)
        self._show_item()

    def arrive(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        flush_all(self)

    # What a rep does here

    def show_kind(self, kind: ItemKind) -> None:
        """Scripts, grids, objections, reformulations, cadences or messages."""
        if kind is not self.kind:
            flush_all(self)
            self.editor.hide()
            self.banner.clear()
            self.kind = kind
            self.kinds.set_value(kind.value)
        self.refresh(frozenset())

    def open_item(self, mark: Shelfmark, place: Place = ()) -> None:
        """Take an item in hand, at one of its places."""
        flush_all(self)
        self.banner.clear()
        self._marks[mark.kind] = mark
        self.show_kind(mark.kind)
        self.editor.show_place(place)

    def edit(self) -> None:
        """Open a draft of the item at hand, and go where the rep was looking."""
        place = self.editor.place
        self.banner.clear()
        self.desk.open_draft()
        self.editor.show_place(place)
        self.editor.focus_part()

    def publish(self) -> None:
        """Put the draft in use; what is to be mended is shown instead."""
        flush_all(self)
        self.banner.clear()
        if self.desk.mistakes:
            mistake = self.desk.mistakes[0]
            self.editor.go_to(mistake.place)
            self.banner.show_error(_("Not published yet. {mistake}").format(mistake=mistake.sentence))
            return
        self.desk.publish()
        if not self.desk.editable:
            # The button that had the keyboard is gone.
            self.editor.outline.focus_list()

    def discard(self) -> None:
        """Give the draft up."""
        self.banner.clear()
        self.desk.discard_draft()

    def begin(self) -> None:
        """Something of the kind on show, from nothing: a draft that says what is left to write in it."""
        self.banner.clear()
        if self.kind in SETS:
            self.editor.begin(act_words(self.kind))
        else:
            self.desk.begin_item(act_words(self.kind))
            self.editor.focus_part()

    def duplicate(self) -> None:
        """A copy of the item, its name ready to be typed over."""
        self.banner.clear()
        name = self.desk.content["name"].strip() or _("untitled")
        self.desk.duplicate(_("{name} (copy)").format(name=name))
        self.editor.focus_part()
        line = self.editor.part.fields.field(("name",)).editor
        if isinstance(line, QLineEdit):
            line.selectAll()

    def archive(self) -> None:
        """Out of the choices, or back among them."""
        self.banner.clear()
        piece = self.desk.piece
        if piece is not None:
            self.desk.archive(not piece.row.archived)

    def import_(self) -> None:
        """Ask which file to read."""
        path, _filter = QFileDialog.getOpenFileName(self, _("Import a file"), str(self._folder), _FILTER)
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Read a file into a draft; what is wrong in it is said with its line."""
        flush_all(self)
        self.banner.clear()
        try:
            found = self._workspace.ask(library_files.read_file, path, current().code)
            mark = self._workspace.do(library_files.take_in, found, now=self._workspace.clock.now())
        except UserError as error:
            self.banner.show_error(str(error))
            return
        self.open_item(mark)
        self.toasted.emit(_("Imported as a draft: read it, then publish it."), None)

    def export(self) -> None:
        """Ask where to write the item."""
        piece = self.desk.piece
        if piece is None:
            return
        name = library_files.file_name(piece.row.mark, piece.content["version"])
        path, _filter = QFileDialog.getSaveFileName(self, _("Export"), str(self._folder / name), _FILTER)
        if path:
            self.export_file(Path(path))

    def export_file(self, path: Path) -> None:
        """Write the item at hand; why it could not be is said."""
        flush_all(self)
        self.banner.clear()
        try:
            text = self._workspace.ask(library_files.export_text, self.desk.mark)
            library_files.write(path, text)
        except UserError as error:
            self.banner.show_error(str(error))
            return
        self.toasted.emit(_("{file} is written.").format(file=path.name), None)

    # Inside

    def _show(self, mark: Shelfmark | None, place: Place) -> None:
        """What was done or undone, wherever it was."""
        if mark is None:
            self._marks.pop(self.kind, None)
            self.show_kind(self.kind)
            return
        if self.desk.piece is None or mark != self.desk.mark:
            self._marks[mark.kind] = mark
            self.show_kind(mark.kind)
        if place != self.editor.place:
            self.editor.show_place(place)

    def _show_item(self) -> None:
        piece = self.desk.piece
        assert piece is not None
        self.head.show_piece(piece, len(self.desk.mistakes))
        self.new_button.set_text(button_words(self.kind, piece.row.mark.language))
        self.editor.show()
        self.editor.show_piece()
        self.publish_button.set_text(_("Publish v{version}").format(version=piece.row.draft))
        self.headline_changed.emit()
        self.hint_changed.emit()
