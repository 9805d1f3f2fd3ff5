"""Fields bound to the columns of an item: they show what is on the disk, and save what is typed or chosen."""

import uuid
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.errors import UserError
from desktop.models.need_kinds import NeedKind
from desktop.models.need_kinds import label as need_label
from desktop.models.sectors import split_sectors
from desktop.ui.autosave import AutoSave, Editor
from desktop.ui.catalogue.desk import Desk
from desktop.ui.widgets.calm_fields import CalmComboBox, CalmSpinBox, UndoOfPage
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.growing_edit import GrowingEdit
from desktop.ui.widgets.number_edit import NumberEdit

Show = Callable[[Any], None]


class ItemFields:
    """One field a column. ``show_item`` shows an item; each change goes through ``desk.edit``, so it has its name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._fields: dict[str, Field] = {}
        self._texts: dict[str, tuple[AutoSave, Callable[[Any], str]]] = {}
        self._numbers: dict[str, tuple[NumberEdit, AutoSave]] = {}
        self._shows: dict[str, Show] = {}
        self._kept: dict[str, Any] = {}
        """What a field has just saved: it is not shown again under the cursor."""
        self._shown: uuid.UUID | None = None
        self._showing = False

    def field(self, name: str) -> Field:
        """The field of a column."""
        return self._fields[name]

    def line(self, name: str, label: str, hint: str = "") -> Field:
        """One line of text."""
        return self._text(name, Field(label, QLineEdit(), hint), str, str)

    def text(self, name: str, label: str, hint: str = "", lines: int = 2) -> Field:
        """Several lines of text."""
        return self._text(name, Field(label, GrowingEdit(name=label, lines=lines), hint), str, str)

    def sectors(self, name: str, label: str, hint: str = "") -> Field:
        """Sectors, separated by commas."""
        return self._text(name, Field(label, QLineEdit(), hint), ", ".join, split_sectors)

    def number(
        self, name: str, label: str, read: Callable[[str], Decimal], write: Callable[[Decimal], str], hint: str = ""
    ) -> Field:
        """A number, rewritten as the language writes it when the focus leaves."""
        editor = NumberEdit(label, read, write)
        field = Field(label, editor, hint)
        self._numbers[name] = editor, self._saver(name, editor, field, read)
        return self._keep(name, field)

    def days(self, name: str, label: str, most: int, hint: str = "") -> Field:
        """A whole number."""
        spin = CalmSpinBox()
        spin.setRange(0, most)
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(lambda value: self._choose(name, value))
        self._shows[name] = spin.setValue
        return self._keep(name, Field(label, spin, hint))

    def choice(self, name: str, label: str, options: Sequence[tuple[object, str]] = (), hint: str = "") -> Field:
        """One of a few values; ``offer`` changes which."""
        combo = CalmComboBox()
        combo.activated.connect(lambda place: self._choose(name, combo.itemData(place)))

        def show(value: object) -> None:
            # findData compares as Qt does, for which no value and an empty text are alike.
            places = [place for place in range(combo.count()) if combo.itemData(place) == value]
            combo.setCurrentIndex(places[0] if places else -1)

        self._shows[name] = show
        field = self._keep(name, Field(label, combo, hint))
        combo.view().setAccessibleName(label)
        self.offer(name, options)
        return field

    def offer(self, name: str, options: Sequence[tuple[object, str]]) -> None:
        """Change what a choice is among."""
        combo = self._fields[name].editor
        assert isinstance(combo, CalmComboBox)
        if [(combo.itemData(place), combo.itemText(place)) for place in range(combo.count())] == list(options):
            return
        combo.clear()
        for value, words in options:
            combo.addItem(words, value)

    def needs(self, name: str, label: str, hint: str = "") -> Field:
        """Kinds of need, any number of them."""
        row = QWidget()
        flow = FlowLayout(row)
        chips = {kind.value: ChipButton(need_label(kind)) for kind in NeedKind}
        for value, chip in chips.items():
            chip.setAccessibleName(f"{label} · {chip.text()}")
            chip.clicked.connect(lambda _checked=False, value=value: self._toggle(name, value))
            flow.addWidget(chip)

        def show(values: Sequence[str]) -> None:
            for value, chip in chips.items():
                chip.setChecked(value in values)

        self._shows[name] = show
        return self._keep(name, Field(label, row, hint))

    def check(self, name: str, label: str) -> QCheckBox:
        """Yes or no."""
        box = QCheckBox(label)
        box.setAccessibleName(label)
        box.clicked.connect(lambda checked: self._choose(name, checked, label))
        self._shows[name] = box.setChecked
        return box

    def show_item(self, item: Any) -> None:
        """Show an item; the desk has had what was typed in the former saved."""
        other = item.id != self._shown
        self._shown = item.id
        self._showing = True
        for name, (save, read) in self._texts.items():
            value = getattr(item, name)
            if other:
                save.show_another(read(value))
            elif value != self._kept.get(name) or not self._fields[name].editor.hasFocus():
                save.show(read(value))
        for name, (editor, save) in self._numbers.items():
            (editor.show_another if other else editor.show_value)(getattr(item, name), save)
        for name, show in self._shows.items():
            show(getattr(item, name))
        self._showing = False
        if other:
            self._kept.clear()
            for field in self._fields.values():
                if field.error:
                    field.set_error("")

    def focus(self, name: str) -> None:
        """Give the keyboard to a field, what it holds ready to be typed over."""
        editor = self._fields[name].editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.selectAll()

    def _text(self, name: str, field: Field, read: Callable[[Any], str], write: Callable[[str], Any]) -> Field:
        editor = field.editor
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        self._texts[name] = self._saver(name, editor, field, write), read
        return self._keep(name, field)

    def _saver(self, name: str, editor: Editor, field: Field, write: Callable[[str], Any]) -> AutoSave:
        UndoOfPage(editor)
        return AutoSave(editor, lambda text: self._save(name, write(text), field), field.set_error)

    def _keep(self, name: str, field: Field) -> Field:
        self._fields[name] = field
        return field

    def _save(self, name: str, value: Any, field: Field) -> None:
        item = self._desk.item
        if self._showing or item is None or item.id != self._shown:
            return
        # Before it is on the disk, which shows it again: spaces that are still being typed are not kept there.
        self._kept[name] = value.strip() if isinstance(value, str) else value
        self._desk.edit(name, value, field.label.text())
        if field.error:
            field.set_error("")

    def _choose(self, name: str, value: object, label: str = "") -> None:
        item = self._desk.item
        if self._showing or item is None or item.id != self._shown:
            return
        try:
            self._desk.edit(name, value, label or self._fields[name].label.text())
        except UserError as error:
            self._desk.refused.emit(str(error))
            self.show_item(item)

    def _toggle(self, name: str, value: str) -> None:
        present = list(getattr(self._desk.item, name))
        chosen = {*present, value} if value not in present else {*present} - {value}
        self._choose(name, [kind.value for kind in NeedKind if kind.value in chosen])
