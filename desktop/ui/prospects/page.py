"""Prospects: a list that filters as one types, and the file of the one at hand."""

import uuid
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.models.saved_filters import SavedFilter
from desktop.services.prospect_filters import ProspectFilter
from desktop.services.prospect_rows import count_prospects
from desktop.settings import Preferences
from desktop.ui.actions import Action
from desktop.ui.autosave import flush_all
from desktop.ui.digits import digit_of
from desktop.ui.page import Page
from desktop.ui.prospects import columns, commands
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.duplicate_notes import TOUCHED as DUPLICATES_TOUCHED
from desktop.ui.prospects.list_acts import ListActs
from desktop.ui.prospects.list_pane import ProspectList
from desktop.ui.prospects.merge_desk import MergeDesk
from desktop.ui.prospects.new_prospect import NewProspect
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.followup_acts import FollowUpActs, undo_actions
from desktop.ui.workspace import Workspace

_SETTLE_MS = 60
"""How long the list must rest on a prospect before its file is read: an arrow held down stays smooth."""
_LIST_WIDTH, _NARROW_LIST = 500, 312
_NARROW_UNDER = 1120


class ProspectsPage(Page):
    """The list at the left, the file at the right, a new prospect above both; or the list alone, with every column."""

    key = "prospects"
    icon_name = "users"

    call_requested = Signal(object)
    call_resumed = Signal(object)
    call_opened = Signal(object)
    proposal_requested = Signal(object)
    proposal_opened = Signal(object)

    def __init__(
        self, workspace: Workspace, preferences: Preferences | None = None, documents: Path | None = None
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._preferences = preferences
        self.stack = QUndoStack(self)
        self._count = 0
        self._narrow = False
        self.new_button = Button(_("New prospect"), "primary", keycap="Ctrl+N")
        self.new_button.clicked.connect(self.new_prospect)
        layout = columns.load(preferences.current.prospect_columns if preferences else "")
        self.list = ProspectList(workspace, layout)
        self.search, self.table, self.model = self.list.search, self.list.table, self.list.model
        self.found = self.list.found
        for watched in (self.search, self.table):
            watched.installEventFilter(self)
        self.table.words_wanted.connect(self._show_words)
        acts = FollowUpActs(workspace, self.stack, self.toasted.emit)
        self.acts = ListActs(workspace, self.list, acts)
        self.detail = Detail(workspace, self.stack, self.toasted.emit, documents)
        self.merging = MergeDesk(workspace, self, self.stack, self.toasted.emit)
        self.new_panel = NewProspect(workspace)
        self.new_panel.hide()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._open_current)
        self._lay_out()
        self._connect()
        self._show_wide(layout.wide)

    def _lay_out(self) -> None:
        self.right = QStackedWidget()
        nobody = Card()
        nobody.body.addWidget(EmptyState("search", _("No prospect matches these words.")))
        self.right.addWidget(self.detail)
        self.right.addWidget(nobody)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(14)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.right)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.list.setMinimumWidth(280)
        self.splitter.setSizes([_LIST_WIDTH, 2 * _LIST_WIDTH])
        empty = Card()
        state = EmptyState(
            "users",
            _("No prospect yet. Write down the first one: a name or a company is enough."),
            _("New prospect"),
            self.new_prospect,
            keycap="Ctrl+N",
        )
        empty.body.addWidget(state)
        self.body = QStackedWidget()
        self.body.addWidget(self.splitter)
        self.body.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(14)
        column.addWidget(self.new_panel)
        column.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.list.current_changed.connect(self._settle.start)
        self.list.laid_out.connect(self._remember)
        self.new_panel.created.connect(self._created)
        self.new_panel.closed.connect(self._close_new)
        self.detail.call_requested.connect(self.call_requested)
        self.detail.call_resumed.connect(self.call_resumed)
        self.detail.call_opened.connect(self.call_opened)
        self.detail.proposal_requested.connect(self.proposal_requested)
        self.detail.proposal_opened.connect(self.proposal_opened)
        for opened in (self.new_panel.similar_opened, self.detail.duplicates.opened, self.merging.kept):
            opened.connect(self.open_prospect)
        for compared in (self.new_panel.similar_compared, self.detail.duplicates.compared):
            compared.connect(self.merging.compare)
        self.detail.duplicates.separated.connect(self.merging.separate)

    # What the window asks

    def title(self) -> str:
        return _("Prospects")

    def subtitle(self) -> str:
        return ngettext("{count} prospect", "{count} prospects", self._count).format(count=self._count)

    def header_widgets(self) -> list[QWidget]:
        return [self.new_button]

    def commands(self) -> list[Action]:
        return [
            *commands.commands(self, lambda: self.table.layout_shown.wide),
            *self.acts.commands(self.key),
            *self.detail.commands(self.key),
            *self.merging.actions(self.key),
            *undo_actions(self.key, self.stack),
        ]

    def act(self, asked: str) -> None:
        """Do what one of ``commands`` is named after."""
        {
            "new": self.new_prospect,
            "find": self._find,
            "call": self._call,
            "proposal": self._propose,
            "step": self._step,
            "status": self._status,
            "edit": self.edit,
            "wide": self.toggle_wide,
            "words_behind": lambda: self._show_words(self.current_id()),
            "needs": self._show_needs,
            "remove": self.detail.remove,
        }[asked]()

    def hints(self) -> list[tuple[str, str]]:
        return commands.hints()

    def panes(self) -> list[QWidget]:
        return [self.search, self.table, self.right]

    def refresh(self, touched: frozenset[type]) -> None:
        kept = self.current_id()
        self._count = self._workspace.ask(count_prospects)
        self.body.setCurrentIndex(0 if self._count else 1)
        if not touched or SavedFilter in touched:
            self.list.read_names()
        if not touched or touched & DUPLICATES_TOUCHED:
            self.detail.duplicates.look_again()
        if self.acts.in_place:
            self.model.read_in_place()
        else:
            scrolled = self.table.verticalScrollBar().value()
            self.list.read_again(kept)
            self.table.verticalScrollBar().setValue(scrolled)
        self._settle.stop()
        self._open_current(again=True)
        self.headline_changed.emit()

    def arrive(self) -> None:
        if self.new_panel.isVisible():
            self.new_panel.focus_first()
        elif self._count:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def leave(self) -> None:
        self.detail.leave()

    def stop(self) -> None:
        """Give up looking for duplicates: the window closes."""
        self.merging.stop()
        self.detail.duplicates.stop()

    # What others ask

    def open_prospect(self, prospect_id: uuid.UUID) -> None:
        """Show the file of a prospect, found again in the list where the list has been read that far."""
        if self.model.row_of(prospect_id) is None and self.list.filter:
            self.list.clear()
        self._close_new()
        self._show_file()
        self.list.select(prospect_id, otherwise_first=False)
        self._settle.stop()
        self.right.setCurrentWidget(self.detail)
        self.detail.open(prospect_id)

    def new_prospect(self) -> None:
        """Open the panel that writes one down."""
        self.new_panel.show()
        self.new_panel.focus_first()

    def show_filter(self, asked: ProspectFilter) -> None:
        """Show what a filter chooses, its first prospect at hand."""
        self._close_new()
        self.list.show_filter(asked)
        self.arrive()

    def current_id(self) -> uuid.UUID | None:
        """The prospect at hand: the one selected, or the one whose file is open."""
        return self.list.at_hand() or self.detail.prospect_id

    def edit(self) -> None:
        """Change a cell of the list when it is alone; beside it, the file has a field for each."""
        if self.table.layout_shown.wide and self.table.hasFocus() and self.acts.editor.start():
            return
        self._show_file()
        editor = self.detail.fields.fields["company"].editor
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.detail.ensureWidgetVisible(editor, 0, 60)

    def toggle_wide(self) -> None:
        """The list alone with every column, or beside the file of the one at hand."""
        wide = not self.table.layout_shown.wide
        self.list.show_wide(wide)
        self._show_wide(wide)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not wide:
            self._open_current()

    # Acts

    def _show_wide(self, wide: bool) -> None:
        self.right.setVisible(not wide)
        self.hint_changed.emit()

    def _show_file(self) -> None:
        """An act on the file needs it in sight."""
        if self.table.layout_shown.wide:
            self.list.show_wide(False)
            self._show_wide(False)

    def _remember(self, layout: columns.Layout) -> None:
        if self._preferences is not None:
            self._preferences.change(prospect_columns=layout.dump())

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _call(self) -> None:
        flush_all(self)
        self.call_requested.emit(self.current_id())

    def _propose(self) -> None:
        flush_all(self)
        self.proposal_requested.emit(self.current_id())

    def _step(self) -> None:
        self._show_file()
        self._open_current()
        self.detail.act_on_step("change")

    def _show_words(self, prospect_id: uuid.UUID | None, criterion: str = "") -> None:
        if prospect_id is not None:
            self._settle.stop()
            self._show_file()
            self.detail.open(prospect_id)
            self.detail.show_words_behind(criterion)

    def _show_needs(self) -> None:
        self._show_file()
        self._settle.stop()
        self._open_current()
        self.detail.show_needs()

    def _status(self) -> None:
        self._show_file()
        self._open_current()
        self.detail.head.open_statuses()

    def _created(self, prospect_id: uuid.UUID) -> None:
        self._close_new()
        self.list.clear()
        self.refresh(frozenset())
        self.open_prospect(prospect_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_new(self) -> None:
        had_focus = self.new_panel.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.new_panel.hide()
        if had_focus:
            self.arrive()

    # The list

    def _open_current(self, again: bool = False) -> None:
        if self.table.layout_shown.wide:
            return
        index = self.table.currentIndex()
        if not index.isValid():
            if self.detail.prospect_id is None or not self.model.rowCount():
                self.right.setCurrentIndex(1)
            return
        self.right.setCurrentWidget(self.detail)
        prospect_id = self.model.at(index.row()).id
        if again or prospect_id != self.detail.prospect_id:
            self.detail.open(prospect_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Escape and not self.search.text():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.table:
                return self._key_in_list(event)
        return super().eventFilter(watched, event)

    def _key_in_list(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_file()
            self._open_current()
            self.detail.head.call.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_A and control:
            self.list.select_all()
        elif event.key() == Qt.Key.Key_Escape and self.list.selection.isVisible():
            self.list.select(self.list.at_hand())
        elif event.key() == Qt.Key.Key_Delete and self.list.selection.isVisible():
            self.acts.run("remove")
        elif event.key() == Qt.Key.Key_Delete and self.current_id() is not None:
            self._open_current()
            self.detail.remove()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and a digit: the filter of that number."""
        digit = digit_of(event)
        if digit and event.modifiers() & Qt.KeyboardModifier.ControlModifier and digit <= len(self.list.named):
            self.list.show_filter(self.list.named[digit - 1].filter)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_UNDER
        if narrow != self._narrow:
            self._narrow = narrow
            listed = _NARROW_LIST if narrow else _LIST_WIDTH
            self.splitter.setSizes([listed, max(1, self.width() - listed)])
