"""The white sheet on which a screen lays what belongs together."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, painter_for


class Card(QWidget):
    """A surface with one pixel of line and rounded corners; ``body`` is the layout to fill.

    With a ``title``, a first row shows it at the left and ``note`` (or ``add_to_header``) at the right. ``tone``
    changes the ground: a token such as ``accent_soft`` or ``danger_soft``. ``framed=False`` leaves the line out: a part
    of another card.
    """

    def __init__(
        self,
        title: str = "",
        note: str = "",
        *,
        margins: tuple[int, int, int, int] = (18, 14, 18, 14),
        spacing: int = 8,
        tone: str = "surface",
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._framed = framed
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing)
        self.title_label = PlainLabel(title, "heading")
        # A card is never wider than what is in it for the sake of a note.
        self.note_label = PlainLabel(note, "muted", elide=True)
        self._header = QHBoxLayout()
        self._header.setSpacing(8)
        if title or note:
            self._header.addWidget(self.title_label)
            self._header.addStretch(1)
            self._header.addWidget(self.note_label)
            self.body.addLayout(self._header)
        else:
            self.title_label.setParent(self)
            self.note_label.setParent(self)
            self.title_label.hide()
            self.note_label.hide()

    def set_title(self, title: str) -> None:
        """Change the words of the header row; the card must have been given a title or a note."""
        self.title_label.setText(title)

    def set_note(self, note: str) -> None:
        """Change what stands at the right of the header row."""
        self.note_label.setText(note)

    def add_to_header(self, widget: QWidget) -> None:
        """Put a widget at the end of the header row."""
        self._header.addWidget(widget)

    def set_tone(self, tone: str) -> None:
        """Change the ground to the colour of a token."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        border = "line" if self._tone == "surface" and self._framed else self._tone
        rect = QRectF(self.rect())
        fill_round(painter_for(self), rect, look.colour(self._tone), look.colour(border), theme.RADIUS)
