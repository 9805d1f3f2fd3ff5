"""Fields bound to a place of a content: they show what is there, save what is typed, and say what is to be mended."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.errors import UserError
from desktop.models.content_edits import Place, part_at
from desktop.services.library import Shelfmark
from desktop.services.library_checks import Mistake
from desktop.ui.autosave import AutoSave, Editor
from desktop.ui.library.desk import Desk
from desktop.ui.widgets.calm_fields import CalmComboBox, CalmSpinBox, UndoOfPage
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.growing_edit import GrowingEdit

Read = Callable[[object], str]
Write = Callable[[str], object]


class BoundFields:
    """The fields of one part of a content. Each ``path`` is counted from that part.

    ``show_part`` shows a part; saving goes through ``desk.edit``, so each change has its name in the undo list.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._place: Place = ()
        self._shown: tuple[Shelfmark, Place, str] | None = None
        self._fields: dict[Place, Field] = {}
        self._texts: dict[Place, tuple[AutoSave, Read]] = {}
        self._spins: dict[Place, CalmSpinBox] = {}
        self._combos: dict[Place, CalmComboBox] = {}
        self._showing = False

    @property
    def place(self) -> Place:
        """The part on show."""
        return self._place

    def field(self, path: Place) -> Field:
        """The field of a path."""
        return self._fields[path]

    def line(self, path: Place, label: str, hint: str = "") -> Field:
        """One line of text."""
        return self._text(path, Field(label, QLineEdit(), hint), str, str)

    def text(self, path: Place, label: str, hint: str = "", lines: int = 1) -> Field:
        """A text of several lines, as high as what it holds."""
        return self._text(path, Field(label, GrowingEdit(name=label, lines=lines), hint), str, str)

    def rows(self, path: Place, label: str, hint: str = "") -> Field:
        """A list of sentences, one a line."""
        return self._text(path, Field(label, GrowingEdit(name=label, lines=2), hint), _joined, _lines)

    def number(self, path: Place, label: str, least: int, most: int, step: int = 1, suffix: str = "") -> Field:
        """A whole number."""
        spin = CalmSpinBox()
        spin.setRange(least, most)
        spin.setSingleStep(step)
        spin.setSuffix(suffix)
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(lambda value: self._choose(path, value))
        self._spins[path] = spin
        return self._keep(path, Field(label, spin))

    def choice(self, path: Place, label: str, options: Sequence[tuple[object, str]] = (), hint: str = "") -> Field:
        """One of a few values; ``offer`` changes which."""
        combo = CalmComboBox()
        combo.activated.connect(lambda place: self._choose(path, combo.itemData(place)))
        self._combos[path] = combo
        field = self._keep(path, Field(label, combo, hint))
        combo.view().setAccessibleName(label)
        self.offer(path, options)
        return field

    def offer(self, path: Place, options: Sequence[tuple[object, str]]) -> None:
        """Change what a choice is among."""
        combo = self._combos[path]
        if [(combo.itemData(place), combo.itemText(place)) for place in range(combo.count())] == list(options):
            return
        self._showing = True
        combo.clear()
        for value, words in options:
            combo.addItem(words, value)
        self._showing = False

    def show_part(self, place: Place) -> None:
        """Show the part at ``place`` of the content at hand; the desk has had what was typed in the former saved."""
        part = part_at(self._desk.content, place)
        # Its key too: another question may have come to the same place.
        shown = self._desk.mark, place, str(part["key"])
        other = shown != self._shown
        self._place, self._shown = place, shown
        self._showing = True
        for path, (save, read) in self._texts.items():
            text = read(part_at(part, path))
            if other:
                save.show_another(text)
            else:
                save.show(text)
        for path, spin in self._spins.items():
            spin.setValue(part_at(part, path))
        for path, combo in self._combos.items():
            combo.setCurrentIndex(_index_of(combo, part_at(part, path)))
        self._showing = False
        self._allow(self._desk.editable)

    def flush(self) -> None:
        """Save what waits for its pause."""
        for save, _read in self._texts.values():
            save.flush()

    def show_mistakes(self, mistakes: Iterable[Mistake]) -> None:
        """Say under each field what is to be mended in it."""
        wrong = {mistake.place: mistake.sentence for mistake in reversed(list(mistakes))}
        for path, field in self._fields.items():
            sentence = wrong.get((*self._place, *path), "")
            if sentence != field.error:
                field.set_error(sentence)

    def focus(self, path: Place = ()) -> bool:
        """Give the keyboard to a field, the first one by default; ``False`` when there is none."""
        field = self._fields.get(path) or next(iter(self._fields.values()), None)
        if field is not None:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return field is not None

    def _text(self, path: Place, field: Field, read: Read, write: Write) -> Field:
        editor = field.editor
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        # Once put down, the text is only written if it is another: a published version has nothing to save.
        save = AutoSave(editor, lambda text: self._save(path, write(text)), field.set_error)
        UndoOfPage(editor)
        self._texts[path] = save, read
        return self._keep(path, field)

    def _keep(self, path: Place, field: Field) -> Field:
        self._fields[path] = field
        return field

    def _save(self, path: Place, value: object) -> None:
        if not self._showing and self._desk.editable and self._is_there():
            self._desk.edit((*self._place, *path), value, self._fields[path].label.text())

    def _is_there(self) -> bool:
        """Whether the part on show is still where it was: what is typed in a part that went goes with it."""
        try:
            return self._shown == (self._desk.mark, self._place, str(part_at(self._desk.content, self._place)["key"]))
        except (LookupError, TypeError):
            # TypeError: a fit test that was given up leaves nothing at its place.
            return False

    def put(self, path: Place, value: object, name: str) -> None:
        """Change what no field of ours shows; ``name`` is that of what was changed."""
        try:
            self._desk.edit((*self._place, *path), value, name)
        except UserError as error:
            self._desk.refused.emit(str(error))

    def _choose(self, path: Place, value: object) -> None:
        try:
            self._save(path, value)
        except UserError as error:
            self._desk.refused.emit(str(error))
            self.show_part(self._place)

    def _allow(self, editable: bool) -> None:
        for path, field in self._fields.items():
            editor: QWidget = field.editor
            if isinstance(editor, QLineEdit | QPlainTextEdit):
                _let_write(editor, editable)
            elif path in self._spins or path in self._combos:
                editor.setEnabled(editable)


def _let_write(editor: Editor, writable: bool) -> None:
    """A text that cannot be changed looks like one, and Tab passes over it."""
    if editor.property("bare") == (not writable):
        return
    editor.setReadOnly(not writable)
    editor.setProperty("bare", not writable)
    editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus if writable else Qt.FocusPolicy.ClickFocus)
    editor.style().unpolish(editor)
    editor.style().polish(editor)


def _joined(value: object) -> str:
    return "\n".join(value) if isinstance(value, list | tuple) else ""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _index_of(combo: QComboBox, value: object) -> int:
    # findData compares as Qt does, for which no value and an empty text are alike.
    return next((place for place in range(combo.count()) if combo.itemData(place) == value), -1)
