"""What can be done from the list: on the cell at hand, on all that are selected, on the filters kept under a name."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.services import row_changes, saved_filters
from desktop.services.prospect_choice import Order, Sorting
from desktop.services.row_changes import Changes
from desktop.services.saved_filters import NamedFilter
from desktop.ui.actions import Action
from desktop.ui.prospects.bulk_acts import BulkActs
from desktop.ui.prospects.cell_editor import CellEditor
from desktop.ui.prospects.columns import Column, order_title
from desktop.ui.prospects.file_acts import FileActs
from desktop.ui.prospects.list_pane import ProspectList
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.popover import Popover
from desktop.ui.workspace import Workspace


class ListActs:
    """The acts of a list, on the stack of its page."""

    def __init__(self, workspace: Workspace, shown: ProspectList, acts: FollowUpActs) -> None:
        self._workspace, self._list, self._acts = workspace, shown, acts
        self.in_place = False
        """A cell is being kept: the rows stay where they are, so that the next one is where the rep looks."""
        self.editor = CellEditor(workspace, shown.table, shown.model, _InPlace(self, workspace, acts, shown))
        self.bulk = BulkActs(workspace, acts, self._progress)
        self.popover: NamePopover | None = None
        shown.table.edit_wanted.connect(self._edit)
        shown.selection.wanted.connect(self.run)
        bar = shown.bar
        bar.save_wanted.connect(self.ask_name)
        bar.rename_wanted.connect(self.ask_name)
        bar.moved.connect(self._reorder)
        bar.removed.connect(self._remove)

    def commands(self, scope: str) -> list[Action]:
        """In the palette: filters, orders, acts on all that are selected."""

        def several() -> bool:
            return len(self._list.table.selected_places()) > 1

        def filter_action(place: int, each: NamedFilter) -> Action:
            def show() -> None:
                self._list.show_filter(each.filter)

            label = _("Filter: {name}").format(name=each.name)
            keys = (f"Ctrl+{place + 1}",)
            return Action(f"{scope}.filter{place + 1}", label, show, keys, scope, "funnel", bound=False)

        def order_action(order: Order) -> Action:
            def sort() -> None:
                self._list.sort(Sorting(order))

            label = _("Sort: {order}").format(order=order_title(order).lower())
            return Action(f"{scope}.sort.{order}", label, sort, (), scope, "list")

        def bulk_action(key: str, label: str, icon: str) -> Action:
            return Action(f"{scope}.bulk.{key}", label, lambda: self.run(key), (), scope, icon, several)

        return [
            Action(f"{scope}.filters", _("Filter by…"), self._list.bar.open_all, ("Ctrl+Shift+F",), scope, "funnel"),
            *(filter_action(place, each) for place, each in enumerate(saved_filters.shipped())),
            *(order_action(order) for order in Order),
            bulk_action("heat", _("Heat of those selected"), "target"),
            bulk_action("status", _("Status of those selected"), "flag"),
            bulk_action("plan", _("Next step of those selected"), "calendar-clock"),
            bulk_action("cadence", _("Cadence for those selected"), "refresh-cw"),
        ]

    def run(self, key: str) -> None:
        """An act of the selection bar."""
        anchor = self._list.selection.buttons[key]
        if key == "clear":
            self._list.select(self._list.at_hand())
            return
        keys = self._list.selected_keys()
        match key:
            case "heat":
                self.bulk.ask_heat(anchor, keys)
            case "status":
                self.bulk.ask_status(anchor, keys)
            case "plan":
                self.bulk.ask_plan(anchor, keys)
            case "cadence":
                self.bulk.ask_cadence(anchor, keys)
            case _:
                self.bulk.remove(keys)

    def _edit(self, column: Column) -> None:
        self.editor.start(column)

    def _progress(self, done: int, count: int) -> None:
        """Painted at once: nothing else may run while a transaction is open."""
        label = self._list.selection.count
        if count:
            language = current()
            words = _("{done} of {count}…").format(done=language.number(done), count=language.number(count))
            label.setText(words)
            label.repaint()

    # Filters under a name

    def ask_name(self, own: NamedFilter | None = None) -> None:
        """Save what the list shows under a name; or give another one to a filter of the rep's own."""
        anchor = self._list.bar.saved
        self.popover = NamePopover(anchor)
        if own is None or own.id is None:
            self.popover.open_for(anchor, "", self._save)
            return
        key = own.id
        self.popover.open_for(anchor, own.name, lambda name: self._keep(name, saved_filters.rename, key, name))

    def _save(self, name: str) -> None:
        text, now = _("Filter saved: {name}").format(name=name), self._workspace.clock.now()
        self._keep(text, saved_filters.save, name, self._list.filter.without_text(), now=now)

    def _reorder(self, own: NamedFilter, steps: int) -> None:
        self._keep(_("Filter moved: {name}").format(name=own.name), saved_filters.reorder, own.id, steps)

    def _remove(self, own: NamedFilter) -> None:
        text, now = _("Filter removed: {name}").format(name=own.name), self._workspace.clock.now()
        self._keep(text, saved_filters.remove, own.id, at=now)

    def _keep(self, text: str, command: Callable[..., object], *args: Any, **kwargs: Any) -> None:
        workspace = self._workspace
        done: list[Changes] = []

        def do() -> None:
            if done:
                workspace.do(row_changes.again, done[0])
            else:
                done.append(workspace.do(row_changes.recorded, command, *args, **kwargs)[1])

        self._acts.act(text, do, lambda: workspace.do(row_changes.take_back, done[0]))


class _InPlace(FileActs):
    """The acts of a file, done from a cell of the list."""

    def __init__(self, owner: ListActs, workspace: Workspace, acts: FollowUpActs, parent: QWidget) -> None:
        super().__init__(workspace, acts, parent)
        self._owner = owner

    def keep(self, text: str, command: Callable[..., object], *args: Any, **kwargs: Any) -> None:
        self._owner.in_place = True
        try:
            super().keep(text, command, *args, **kwargs)
        finally:
            self._owner.in_place = False


class NamePopover(Popover):
    """Asks for the name of a filter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Name of the filter"), parent)
        self._chosen: Callable[[str], object] | None = None
        self.heading.setText(_("Name of the filter"))
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._accept)
        self.field = Field(_("Name"), self.line)
        self.column.addWidget(self.field)
        self.go = self.buttons(_("Save"), self._accept)

    def open_for(self, anchor: QWidget, name: str, chosen: Callable[[str], object]) -> None:
        """Ask under ``anchor``; ``chosen`` may raise ``UserError``, shown under the line."""
        self._chosen = chosen
        self.line.setText(name)
        self.show_at(anchor, 320)
        self.line.setFocus()
        self.line.selectAll()

    def _accept(self) -> None:
        if self._chosen is None:
            return
        try:
            self._chosen(self.line.text())
        except UserError as error:
            self.field.set_error(str(error))
        else:
            self.close()
