"""One part of an item on show: its fields, and what the linter thinks of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.content_edits import Place
from desktop.ui.library.desk import Desk
from desktop.ui.library.fields import BoundFields
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel, Sign


class Notes(Card):
    """Remarks, one a line: advice beside the words, never in the way."""

    def __init__(self) -> None:
        super().__init__(margins=(10, 7, 10, 7), spacing=4, tone="warn_soft", framed=False)
        self._sentences: tuple[str, ...] = ()
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said."""
        return self._sentences

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Say other things, or nothing."""
        if tuple(sentences) == self._sentences:
            return
        self._sentences = tuple(sentences)
        while item := self.body.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in sentences:
            self.body.addWidget(_note(sentence))
        self.setVisible(bool(sentences))


def _note(sentence: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(Sign("info", "warn", 15), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(sentence, "body", wrap=True), 1)
    return line


class Part(QWidget):
    """A column of fields; subclasses lay theirs in ``column``, and give to ``fields`` the paths they write.

    ``wanted`` carries the place, in the item, of what the rep asks to go and write.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.fields = BoundFields(desk)
        self.notes = Notes()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 16)
        self.column.setSpacing(12)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        """Show the part of the content at ``place``, and what is said of it."""
        self.fields.show_part(place)
        self.fields.show_mistakes(self.desk.mistakes)
        self.notes.show_sentences(notes)

    def focus_first(self) -> bool:
        """Give the keyboard to what is written first; ``False`` when there is nothing."""
        return self.fields.focus()

    def row(self, *fields: Field, stretches: Sequence[int] = ()) -> QHBoxLayout:
        """Fields side by side."""
        line = QHBoxLayout()
        line.setSpacing(12)
        for place, field in enumerate(fields):
            line.addWidget(field, stretches[place] if stretches else 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)
        return line
