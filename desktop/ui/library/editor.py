"""An item under the pen: its outline at the left, one of its parts at the right, and the keys that reorder it."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.content_edits import Content, Place, duplicated, inserted, moved, part_at, removed
from desktop.ui.library.desk import Desk
from desktop.ui.library.outline import Outline, OutlineRow
from desktop.ui.library.part import Part
from desktop.ui.widgets.card import Card


class ItemEditor(QWidget):
    """Subclasses say the lines of the outline, the part that shows each, and what can be added.

    ``adders`` are the words of the buttons that add, by name.
    """

    outline_width = 236

    def __init__(self, desk: Desk, name: str, adders: Mapping[str, str], parts: Sequence[Part]) -> None:
        super().__init__()
        self.desk = desk
        self.place: Place = ()
        self._parts = parts
        self.outline = Outline(name, dict(adders))
        self._lay_out()
        self.outline.chosen.connect(self.show_place)
        self.outline.opened.connect(self.focus_part)
        self.outline.moved.connect(self.move_line)
        self.outline.duplicated.connect(self.copy_line)
        self.outline.removed.connect(self.remove_line)
        self.outline.added.connect(self.add)
        for part in parts:
            part.wanted.connect(self.go_to)

    def _lay_out(self) -> None:
        lines = Card(margins=(1, 1, 1, 1), spacing=0)
        lines.setFixedWidth(self.outline_width)
        lines.body.addWidget(self.outline)
        ground = QWidget()
        ground.setProperty("clear", True)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in self._parts:
            column.addWidget(part)
            part.hide()
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(ground)
        sheet = Card(margins=(1, 1, 1, 1))
        sheet.body.addWidget(self.area)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(lines)
        row.addWidget(sheet, 1)

    # What a kind of item says of itself

    def lines(self) -> list[OutlineRow]:
        """The outline of the content at hand."""
        raise NotImplementedError

    def part_for(self, place: Place) -> Part:
        """The part that shows what stands at a place."""
        raise NotImplementedError

    def notes_for(self, place: Place) -> list[str]:
        """What the linter says of a place."""
        return []

    def fresh(self, name: str) -> tuple[Content, Place]:
        """The content with something new, and where that is."""
        raise NotImplementedError

    # What the page asks

    @property
    def part(self) -> Part:
        """The part on show."""
        return self.part_for(self.place)

    def show_piece(self, place: Place | None = None) -> None:
        """Show the item at hand, at ``place`` or where it was."""
        self.show_place(self.place if place is None else place)

    def show_place(self, place: Place) -> None:
        """Go to a part; the nearest one when it is no longer there."""
        if place != self.place:
            self.part.fields.flush()
        lines = self.lines()
        self.outline.show_lines(lines, place, self.desk.editable)
        place = self.outline.place
        turned = place != self.place
        part = self.part_for(place)
        focused = QApplication.focusWidget()
        left = any(other is not part and other.isAncestorOf(focused) for other in self._parts) if focused else False
        for other in self._parts:
            if other is not part:
                other.hide()
        self.place = place
        part.show_part(place, self.notes_for(place))
        part.show()
        if left:
            # The field that had the keyboard is gone: Qt would give it to whatever comes next on the page.
            self.outline.focus_list()
        if turned:
            self.area.verticalScrollBar().setValue(0)

    def focus_part(self) -> None:
        """Give the keyboard to the first field of the part, or to the outline when nothing can be written."""
        if not self.desk.editable or not self.part.focus_first():
            self.outline.focus_list()

    def go_to(self, place: Place) -> None:
        """Go where something is to be written: the field at ``place``, or what holds it."""
        self.show_place(place)
        if not self.part.fields.focus(place[len(self.place) :]):
            self.outline.focus_list()

    def begin(self, text: str) -> None:
        """Something new, in a draft that is opened for it when there is none; ``text`` names it to undo."""
        self.desk.changing.emit()
        content, place = self.fresh(next(iter(self.outline.add_buttons)))
        self.desk.begin(text, content, place, self.place)
        self.focus_part()

    def move_line(self, step: int) -> None:
        """The line at hand goes up (-1) or down (1)."""
        found = self._act() and moved(self.desk.content, self.place, step)
        if found:
            content, place = found
            self.desk.change(_("move “{name}”").format(name=self._name()), content, place, self.place)

    def copy_line(self) -> None:
        """A copy of the line at hand, right after it."""
        if self._act():
            label = _("{name} (copy)").format(name=self._name())
            content, place = duplicated(self.desk.content, self.place, label)
            self.desk.change(_("duplicate “{name}”").format(name=self._name()), content, place, self.place)

    def remove_line(self) -> None:
        """Take the line at hand out; Ctrl+Z or the toast brings it back."""
        if self._act():
            name = self._name()
            at = self.place
            self.desk.change(_("delete “{name}”").format(name=name), removed(self.desk.content, at), at, at)
            self.desk.said.emit(_("“{name}” deleted.").format(name=name), self.desk.undo)

    def add(self, name: str) -> None:
        """Something new, ready to be named."""
        if not self.desk.editable:
            return
        self.desk.changing.emit()
        content, place = self.fresh(name)
        self.desk.change(_("add a line"), content, place, self.place)
        self.focus_part()

    def _act(self) -> bool:
        """Whether the line at hand can be moved, copied or deleted; what is being typed is saved first."""
        if not self.desk.editable or not self.place or not isinstance(self.place[-1], int):
            return False
        self.desk.changing.emit()
        return True

    def _name(self) -> str:
        part = part_at(self.desk.content, self.place)
        for field in ("title", "name", "subject", "text"):
            if str(part.get(field, "")).strip():
                return str(part[field])
        return _("untitled")


def flat_lines(desk: Desk, title: str, rows: Sequence[tuple[Place, str]]) -> list[OutlineRow]:
    """The outline of an item that is one list: the item itself, then its rows, those to mend with their sign."""
    wrong = {mistake.place[:2] if len(mistake.place) > 2 else () for mistake in desk.mistakes}
    lines = []
    for place, text in (((), title), *rows):
        sign, told = ("wrong", _("to mend before publishing")) if place in wrong else ("", "")
        lines.append(OutlineRow(place, text, 2 if place else 0, sign, told))
    return lines


def appended(content: Content, parent: Place, after: int | None, row: Mapping[str, object]) -> tuple[Content, Place]:
    """The content with ``row`` right after a place of the list at ``parent``, or at its end."""
    place = (*parent, len(part_at(content, parent)) if after is None else after + 1)
    return inserted(content, place, row), place
