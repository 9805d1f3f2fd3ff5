"""The catalogue: on the left the items of a shelf, on the right the one at hand, saved as it is typed."""

import uuid
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import LANGUAGES, _, current, pgettext
from desktop.models.catalogue import Offer, Reference, StandingBlock
from desktop.services import examples
from desktop.services.catalogue_sheets import Fault
from desktop.ui.actions import Action
from desktop.ui.autosave import flush_all
from desktop.ui.catalogue.commands import catalogue_commands
from desktop.ui.catalogue.desk import Desk
from desktop.ui.catalogue.editors import BlockEditor, ItemEditor, OfferEditor, ReferenceEditor
from desktop.ui.catalogue.empty_shelf import EmptyShelf
from desktop.ui.catalogue.exchange import Exchange
from desktop.ui.catalogue.faults_overlay import FaultsOverlay
from desktop.ui.catalogue.head_card import HeadCard
from desktop.ui.catalogue.shelves import BLOCKS, OFFERS, PROOFS, SHELVES, Shelf, found, new_words, row_of
from desktop.ui.page import Page
from desktop.ui.toasts import Banner
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import ChipButton, SegmentedControl
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.shelf_view import ShelfView
from desktop.ui.workspace import Workspace

_LIST = 248
_OURS = frozenset({Offer, Reference, StandingBlock})


class CataloguePage(Page):
    """``folder`` is where files are proposed to be written."""

    key = "catalogue"
    icon_name = "package"

    def __init__(self, workspace: Workspace, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._keys: dict[str, uuid.UUID] = {}
        self.shelf: Shelf = OFFERS
        self.language = current().code
        self.desk = Desk(workspace, self)
        self.exchange = Exchange(self.desk, folder, self)
        self._make_widgets()
        self._lay_out()
        self._connect()

    def stop(self) -> None:
        """Let go of the work in the background, before the window goes."""
        self.exchange.stop()

    def _make_widgets(self) -> None:
        words = {"offers": _("Offers"), "proofs": _("Proofs"), "blocks": _("Standing blocks")}
        self.shelves = SegmentedControl(_("What to show"), list(words.items()), self.shelf.key)
        tongues = [(code, code.upper()) for code in LANGUAGES]
        self.languages = SegmentedControl(_("Language of the blocks"), tongues, self.language)
        self.search = SearchField(_("Search"), _("Search the catalogue"))
        self.archived = ChipButton(pgettext("filter", "Archived"), icon_name="inbox")
        self.banner = Banner()
        self.list = ShelfView(_("Catalogue"))
        self.head = HeadCard()
        self.editors: dict[str, ItemEditor] = {
            OFFERS.key: OfferEditor(self.desk),
            PROOFS.key: ReferenceEditor(self.desk),
            BLOCKS.key: BlockEditor(self.desk),
        }
        importing = (_("Import a price list…"), self.exchange.ask_import)
        second = {OFFERS: importing, PROOFS: importing, BLOCKS: (_("Begin with examples"), self.add_examples)}
        self.empty = {shelf.key: EmptyShelf(shelf, self.begin, *second[shelf]) for shelf in SHELVES}
        self.nothing = EmptyState("search", _("Nothing here."))
        self.import_button = Button(_("Import…"), "secondary", icon_name="download")
        self.export_button = Button(_("Export…"), "secondary", icon_name="upload")
        self.new_button = Button(new_words(self.shelf), "primary", keycap="Ctrl+N")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        for control in (self.shelves, self.languages):
            top.addWidget(control)
        top.addStretch(1)
        top.addWidget(self.search)
        top.addWidget(self.archived)
        sheet = Card(margins=(1, 1, 1, 1))
        sheet.body.addWidget(self._scrolled())
        written = QWidget()
        right = QVBoxLayout(written)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self.head)
        right.addWidget(sheet, 1)
        self._right = QStackedWidget()
        self._right.addWidget(written)
        self._right.addWidget(self.nothing)
        shelf = Card(margins=(1, 6, 1, 6))
        shelf.setFixedWidth(_LIST)
        shelf.body.addWidget(self.list)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(shelf)
        row.addWidget(self._right, 1)
        self._room = QStackedWidget()
        self._room.addWidget(work)
        for each in self.empty.values():
            self._room.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addLayout(top)
        column.addWidget(self._room, 1)

    def _scrolled(self) -> QScrollArea:
        ground = QWidget()
        ground.setProperty("clear", True)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        for editor in self.editors.values():
            column.addWidget(editor)
            editor.hide()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(ground)
        return self.area

    def _connect(self) -> None:
        self.shelves.chosen.connect(lambda key: self.show_shelf(next(each for each in SHELVES if each.key == key)))
        self.languages.chosen.connect(self.show_language)
        self.search.textChanged.connect(lambda _text: self.refresh(frozenset()))
        self.archived.clicked.connect(self.toggle_archived)
        self.list.chosen.connect(self.open_item)
        self.list.opened.connect(self.write)
        self.desk.changing.connect(lambda: flush_all(self))
        self.desk.refused.connect(self.banner.show_error)
        self.desk.said.connect(self.toasted)
        self.desk.shown.connect(self._go_to)
        self.exchange.done.connect(lambda sentence: self.toasted.emit(sentence, None))
        self.exchange.failed.connect(self._refused)
        self.exchange.busy.connect(lambda busy: self.import_button.setEnabled(not busy))
        self.head.up.clicked.connect(lambda: self.desk.move(-1))
        self.head.down.clicked.connect(lambda: self.desk.move(1))
        self.head.copy.clicked.connect(self.duplicate)
        self.head.archive.clicked.connect(self.desk.archive)
        self.import_button.clicked.connect(self.exchange.ask_import)
        self.export_button.clicked.connect(self.export)
        self.new_button.clicked.connect(self.begin)

    # What the window asks of a page

    @property
    def editor(self) -> ItemEditor:
        """The editor of the shelf on show."""
        return self.editors[self.shelf.key]

    def title(self) -> str:
        return _("Catalogue")

    def subtitle(self) -> str:
        return _("What you sell, what proves it, and what you always say")

    def header_widgets(self) -> list[QWidget]:
        return [self.import_button, self.export_button, self.new_button]

    def commands(self) -> list[Action]:
        return catalogue_commands(self)

    def hints(self) -> list[tuple[str, str]]:
        return [
            (_("Write"), "Return"),
            (_("New"), "Ctrl+N"),
            (_("Duplicate"), "Ctrl+D"),
            (_("Next shelf"), "Ctrl+PgDown"),
            (_("Archive"), "Ctrl+Shift+A"),
        ]

    def panes(self) -> list[QWidget]:
        return [self.list, self.area]

    def refresh(self, touched: frozenset[type]) -> None:
        if touched and not touched & _OURS:
            return
        away = self.archived.isChecked()
        rows = found(self._workspace, self.shelf, self.language, self.search.text(), away)
        bare = not rows and not away and not self.search.text() and not self._has_archived()
        former, here = self._keys.get(self.shelf.key), self.list.currentIndex().row()
        place = next((place for place, row in enumerate(rows) if row.id == former), min(max(here, 0), len(rows) - 1))
        item = rows[place] if rows else None
        if item is not None:
            self._keys[self.shelf.key] = item.id
        self.desk.take(self.shelf, item)
        self.list.show_rows([row_of(row) for row in rows], item.id if item is not None else None)
        self.languages.setVisible(self.shelf is BLOCKS)
        self.new_button.set_text(new_words(self.shelf))
        self._room.setCurrentIndex(1 + SHELVES.index(self.shelf) if bare else 0)
        self._right.setCurrentIndex(0 if item is not None else 1)
        for key, editor in self.editors.items():
            editor.setVisible(item is not None and key == self.shelf.key)
        if item is not None:
            self.head.show_item(item, place, len(rows))
            self.editor.show_item(item)

    def _has_archived(self) -> bool:
        return bool(found(self._workspace, self.shelf, self.language, "", True))

    def arrive(self) -> None:
        if self._room.currentIndex():
            button = self.empty[self.shelf.key].state.button
            assert button is not None
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        flush_all(self)

    # What a rep does here

    def show_shelf(self, shelf: Shelf) -> None:
        """Offers, proofs or standing blocks."""
        flush_all(self)
        self.banner.clear()
        self.shelf = shelf
        self.shelves.set_value(shelf.key)
        self.refresh(frozenset())
        self.area.verticalScrollBar().setValue(0)

    def turn(self, step: int) -> None:
        """The next shelf (1) or the one before (-1), round the ends."""
        self.show_shelf(SHELVES[(SHELVES.index(self.shelf) + step) % len(SHELVES)])

    def show_language(self, code: str) -> None:
        """The blocks of a language."""
        flush_all(self)
        self.language = code
        self.languages.set_value(code)
        self.refresh(frozenset())

    def toggle_archived(self) -> None:
        """What was put away, or what is in use."""
        flush_all(self)
        self.archived.setChecked(not self.archived.isChecked())
        self.refresh(frozenset())

    def open_item(self, key: uuid.UUID) -> None:
        """Take an item of the shelf in hand."""
        flush_all(self)
        self.banner.clear()
        self._keys[self.shelf.key] = key
        self.refresh(frozenset())
        self.area.verticalScrollBar().setValue(0)

    def look_for(self) -> None:
        """Go and type what is looked for."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def write(self) -> None:
        """Go and write in the item at hand."""
        if self.desk.item is not None:
            self.editor.focus_first()

    def begin(self) -> None:
        """A new item, its name ready to be typed over."""
        self.banner.clear()
        self.archived.setChecked(False)
        if self.desk.begin(self.shelf, self.language, new_words(self.shelf)):
            self.write()

    def duplicate(self) -> None:
        """A copy of the item at hand, its name ready to be typed over."""
        self.banner.clear()
        self.archived.setChecked(False)
        if self.desk.duplicate():
            self.write()

    def export(self) -> None:
        """Ask where to write the catalogue."""
        self.exchange.ask_export(self.shelf)

    def add_examples(self) -> None:
        """Standing blocks to rewrite, in the language on show."""
        changes = self._workspace.ask(examples.standing_blocks, self.language, now=self._workspace.clock.now())
        self.desk.take_in(changes, _("add the examples"), _("Examples added: rewrite them as yours."))
        self.arrive()

    # Inside

    def _go_to(self, shelf: Shelf, key: uuid.UUID | None) -> None:
        """What was done or undone, wherever it was."""
        self.shelf = shelf
        self.shelves.set_value(shelf.key)
        if key is not None:
            self._keys[shelf.key] = key
            self._reveal(shelf, key)
        self.refresh(frozenset())

    def _reveal(self, shelf: Shelf, key: uuid.UUID) -> None:
        """Show the list that an item is in: the archived ones or those in use, of its language, with no filter."""
        for code in LANGUAGES if shelf is BLOCKS else (self.language,):
            for away in (False, True):
                if any(row.id == key for row in found(self._workspace, shelf, code, "", away)):
                    self.language = code
                    self.languages.set_value(code)
                    self.archived.setChecked(away)
        if all(row.id != key for row in found(self._workspace, shelf, self.language, self.search.text(), self.away)):
            self.search.clear()

    @property
    def away(self) -> bool:
        """Whether what was put away is on show."""
        return self.archived.isChecked()

    def _refused(self, sentence: str, faults: Sequence[Fault]) -> None:
        if not faults:
            self.banner.show_error(sentence)
            return
        self.banner.show_error(sentence, _("See every line"), lambda: self._show_faults(faults))

    def _show_faults(self, faults: Sequence[Fault]) -> None:
        FaultsOverlay(self.window()).show_faults(faults)
