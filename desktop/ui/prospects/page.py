"""Prospects: a list that filters as one types, and the file of the one at hand."""

import uuid

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.services.prospect_rows import count_prospects
from desktop.ui.actions import Action
from desktop.ui.autosave import flush_all
from desktop.ui.page import Page
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.item_model import ProspectItemModel
from desktop.ui.prospects.needs_card import KEYS as NEEDS_KEYS
from desktop.ui.prospects.new_prospect import NewProspect
from desktop.ui.prospects.table import ProspectTable
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.followup_acts import undo_actions
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace

_SETTLE_MS = 60
"""How long the list must rest on a prospect before its file is read: an arrow held down stays smooth."""
_LIST_WIDTH, _NARROW_LIST = 480, 312
_NARROW_UNDER = 1120


class ProspectsPage(Page):
    """The list at the left, the file at the right, a new prospect above both."""

    key = "prospects"
    icon_name = "users"

    call_requested = Signal(object)
    call_resumed = Signal(object)
    call_opened = Signal(object)
    proposal_requested = Signal(object)
    proposal_opened = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.stack = QUndoStack(self)
        self._count = 0
        self._narrow = False
        self.new_button = Button(_("New prospect"), "primary", keycap="Ctrl+N")
        self.new_button.clicked.connect(self.new_prospect)
        self.search = SearchField(_("Name, sector, notes…"), _("Filter the prospects"))
        self.search.textChanged.connect(self._look_for)
        self.search.installEventFilter(self)
        self.model = ProspectItemModel(workspace, self)
        self.table = ProspectTable(self.model)
        self.table.installEventFilter(self)
        self.table.words_wanted.connect(self._show_words)
        self.found = PlainLabel("", "small")
        self.detail = Detail(workspace, self.stack, self.toasted.emit)
        self.new_panel = NewProspect(workspace)
        self.new_panel.hide()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._open_current)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        listed = Card(margins=(1, 12, 1, 8), spacing=8)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.addWidget(self.search)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self.found)
        listed.body.addLayout(top)
        listed.body.addWidget(self.table, 1)
        listed.body.addLayout(foot)
        self.right = QStackedWidget()
        nobody = Card()
        nobody.body.addWidget(EmptyState("search", _("No prospect matches these words.")))
        self.right.addWidget(self.detail)
        self.right.addWidget(nobody)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(14)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(listed)
        self.splitter.addWidget(self.right)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        listed.setMinimumWidth(280)
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
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._settle.start())
        self.new_panel.created.connect(self._created)
        self.new_panel.closed.connect(self._close_new)
        self.detail.call_requested.connect(self.call_requested)
        self.detail.call_resumed.connect(self.call_resumed)
        self.detail.call_opened.connect(self.call_opened)
        self.detail.proposal_requested.connect(self.proposal_requested)
        self.detail.proposal_opened.connect(self.proposal_opened)

    # What the window asks

    def title(self) -> str:
        return _("Prospects")

    def subtitle(self) -> str:
        return ngettext("{count} prospect", "{count} prospects", self._count).format(count=self._count)

    def header_widgets(self) -> list[QWidget]:
        return [self.new_button]

    def commands(self) -> list[Action]:
        def has_one() -> bool:
            return self.current_id() is not None

        return [
            Action("prospects.new", _("New prospect"), self.new_prospect, ("Ctrl+N",), self.key, "plus"),
            Action("prospects.find", _("Filter the prospects"), self._find, ("Ctrl+F",), self.key, "search"),
            Action("prospects.call", _("Call"), self._call, ("Ctrl+L",), self.key, "phone", has_one),
            Action("prospects.proposal", _("Proposal"), self._propose, (), self.key, "file-text", has_one),
            Action("prospects.step", _("Next step"), self._step, ("Ctrl+R",), self.key, "calendar-clock", has_one),
            Action("prospects.status", _("Change the status"), self._status, (), self.key, "flag", has_one),
            Action("prospects.edit", _("Edit the file"), self.edit, ("F2",), self.key, "pencil", has_one),
            Action(
                "prospects.words_behind",
                _("The words behind the scores"),
                lambda: self._show_words(self.current_id()),
                ("Shift+F2",),
                self.key,
                "message-square-quote",
                has_one,
            ),
            Action(
                "prospects.needs",
                _("Needs of this prospect"),
                self._show_needs,
                (NEEDS_KEYS,),
                self.key,
                "list-checks",
                has_one,
            ),
            Action(
                "prospects.remove",
                _("Remove this prospect"),
                self.detail.remove,
                ("Delete",),
                self.key,
                "trash-2",
                has_one,
                bound=False,
            ),
            *undo_actions(self.key, self.stack),
        ]

    def hints(self) -> list[tuple[str, str]]:
        return [
            (_("filter"), "Ctrl+F"),
            (_("edit"), "F2"),
            (_("call"), "Ctrl+L"),
            (_("next step"), "Ctrl+R"),
            (_("remove"), "Delete"),
        ]

    def panes(self) -> list[QWidget]:
        return [self.search, self.table, self.right]

    def refresh(self, touched: frozenset[type]) -> None:
        kept = self.current_id()
        self._count = self._workspace.ask(count_prospects)
        self.body.setCurrentIndex(0 if self._count else 1)
        scrolled = self.table.verticalScrollBar().value()
        self.model.read_again()
        self._select(kept)
        self.table.verticalScrollBar().setValue(scrolled)
        self._say_found()
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

    # What others ask

    def open_prospect(self, prospect_id: uuid.UUID) -> None:
        """Show the file of a prospect, found again in the list where the list has been read that far."""
        if self.model.row_of(prospect_id) is None and self.search.text():
            self.search.clear()
        self._close_new()
        self._select(prospect_id, otherwise_first=False)
        self._settle.stop()
        self.right.setCurrentWidget(self.detail)
        self.detail.open(prospect_id)

    def new_prospect(self) -> None:
        """Open the panel that writes one down."""
        self.new_panel.show()
        self.new_panel.focus_first()

    def current_id(self) -> uuid.UUID | None:
        """The prospect at hand: the one selected, or the one whose file is open."""
        index = self.table.currentIndex()
        return self.model.at(index.row()).id if index.isValid() else self.detail.prospect_id

    def edit(self) -> None:
        """Put the keyboard in the first field of the file."""
        editor = self.detail.fields.fields["company"].editor
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.detail.ensureWidgetVisible(editor, 0, 60)

    # Acts

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
        self._open_current()
        self.detail.act_on_step("change")

    def _show_words(self, prospect_id: uuid.UUID | None, criterion: str = "") -> None:
        if prospect_id is not None:
            self._settle.stop()
            self.detail.open(prospect_id)
            self.detail.show_words_behind(criterion)

    def _show_needs(self) -> None:
        self._settle.stop()
        self._open_current()
        self.detail.show_needs()

    def _status(self) -> None:
        self._open_current()
        self.detail.head.open_statuses()

    def _created(self, prospect_id: uuid.UUID) -> None:
        self._close_new()
        self.search.clear()
        self.refresh(frozenset())
        self.open_prospect(prospect_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_new(self) -> None:
        had_focus = self.new_panel.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.new_panel.hide()
        if had_focus:
            self.arrive()

    # The list

    def _look_for(self, text: str) -> None:
        self.model.look_for(text)
        self._select(None)
        self._say_found()

    def _select(self, prospect_id: uuid.UUID | None, otherwise_first: bool = True) -> None:
        place = self.model.row_of(prospect_id) if prospect_id else None
        if place is None and otherwise_first and self.model.rowCount():
            place = 0
        if place is None:
            self.table.selectionModel().clear()
            self._settle.start()
            return
        index = self.model.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        self.table.scrollTo(index)

    def _open_current(self, again: bool = False) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            if self.detail.prospect_id is None or not self.model.rowCount():
                self.right.setCurrentIndex(1)
            return
        self.right.setCurrentWidget(self.detail)
        prospect_id = self.model.at(index.row()).id
        if again or prospect_id != self.detail.prospect_id:
            self.detail.open(prospect_id)

    def _say_found(self) -> None:
        count = self.model.rowCount()
        if not self.search.text().strip():
            self.found.setText(_("Latest first"))
        elif self.model.is_whole:
            self.found.setText(ngettext("{count} found", "{count} found", count).format(count=count))
        else:
            self.found.setText(_("More than {count} found").format(count=count))

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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
            self.detail.head.call.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() == Qt.Key.Key_Delete and self.current_id() is not None:
            self._open_current()
            self.detail.remove()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_UNDER
        if narrow != self._narrow:
            self._narrow = narrow
            listed = _NARROW_LIST if narrow else _LIST_WIDTH
            self.splitter.setSizes([listed, max(1, self.width() - listed)])
