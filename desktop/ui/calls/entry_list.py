"""What they said, with their words, and what the rep wrote for themselves: in order, and never confused."""

import uuid
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.calls import Entry, LaterQuestion, Note, Objection, Verbatim
from desktop.models.grids import Grid
from desktop.models.need_kinds import label as need_label
from desktop.models.scripts import Script
from desktop.ui import theme
from desktop.ui.calls.star_button import StarButton
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, painter_for

_CRITERION_FROM = 470
"""Width of the list, in pixels, from which each entry also says its criterion."""


def clock_time(seconds: int) -> str:
    """``04:11``; ``1:04:11`` after an hour."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"


class EntryRow(QWidget):
    """One entry: when, what, its kind as an icon and a word, and the star that lets a verbatim into documents."""

    def __init__(self, entry: Entry, kind: str, criterion: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.entry_id = entry.id
        self._quoted = isinstance(entry, Verbatim | Objection)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 4, 8)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        when = PlainLabel(clock_time(entry.offset_seconds), "small", tabular=True)
        when.setContentsMargins(0, 2, 0, 0)
        row.addWidget(when, 0, top)
        words = _("“{words}”").format(words=entry.text) if self._quoted else entry.text
        self.words = PlainLabel(words, "body" if self._quoted else "muted", wrap=True, selectable=True)
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(0, 2, 0, 0)
        # A word longer than the line must not widen the column.
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.words, 1)
        self.kind = _kind_chip(entry, kind)
        self.criterion = Chip("" if isinstance(entry, Note | LaterQuestion) else criterion, parent=self)
        chips = QVBoxLayout()
        chips.setSpacing(4)
        for chip in (self.kind, self.criterion):
            chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignRight)
        row.addLayout(chips)
        row.setAlignment(chips, top)
        self.star: StarButton | None = None
        if isinstance(entry, Verbatim):
            self.star = StarButton(entry.text)
            self.star.set_citable(entry.citable)
            row.addWidget(self.star, 0, top)

    def set_wide(self, wide: bool) -> None:
        """With room, also say the criterion."""
        self.criterion.setVisible(wide and bool(self.criterion.text))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        if not self._quoted:
            fill_round(painter, QRectF(self.rect()).adjusted(0, 2, 0, -3), look.colour("background"), radius=6)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))


def _kind_chip(entry: Entry, kind: str) -> Chip:
    match entry:
        case Note():
            return Chip(_("Note to self"), icon_name="pencil")
        case Objection():
            return Chip(_("Objection"), "warn", "hand")
        case LaterQuestion():
            return Chip(_("To ask later"), "accent", "circle-help")
        case _:
            return Chip(kind, icon_name="message-square-quote")


class EntryList(QScrollArea):
    """Entries in the order they were typed, the last one in sight."""

    star_clicked = Signal(object)
    """The ``uuid.UUID`` of a verbatim."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.entries")
        self.setAccessibleName(_("What was said"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(56)
        sheet = QWidget()
        sheet.setProperty("clear", True)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = PlainLabel("", "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(24, 12, 24, 12)
        self._column.addWidget(self._empty, 1)
        self._column.addStretch(0)
        self.setWidget(sheet)
        self.rows: list[EntryRow] = []
        self._words: Callable[[Entry], tuple[str, str]] = lambda _entry: ("", "")
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))

    def show_call(self, script: Script, grid: Grid, entries: Sequence[Entry]) -> None:
        """Fill the list for a call; kinds and criteria are named from its own script and grid."""
        names = {criterion.key: criterion.name for criterion in grid.criteria}
        kinds = {question.key: question.need_kind for question in script.questions}

        def words(entry: Entry) -> tuple[str, str]:
            kind = kinds.get(entry.question)
            return need_label(kind) if kind else _("Verbatim"), names.get(entry.criterion, "")

        self._words = words
        self._empty.setText(
            _("Nothing written yet. Type their words as they say them, then Enter: the proposal will quote them.")
        )
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Lay everything out again."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for entry in entries:
            self.add(entry)
        self._empty.setVisible(not entries)

    def add(self, entry: Entry) -> None:
        """Put one more entry at the end."""
        kind, criterion = self._words(entry)
        row = EntryRow(entry, kind, criterion, self.widget())
        if row.star is not None:
            row.star.clicked.connect(lambda _checked=False, key=entry.id: self.star_clicked.emit(key))
        row.set_wide(self.width() >= _CRITERION_FROM)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        self._empty.hide()
        # The height of wrapped words is known only once the layout has given them a width.
        QTimer.singleShot(0, self, self._show_last)

    def show_star(self, entry_id: uuid.UUID, citable: bool) -> None:
        """Say whether a verbatim may be quoted."""
        for row in self.rows:
            if row.entry_id == entry_id and row.star is not None:
                row.star.set_citable(citable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self.rows:
            row.set_wide(self.width() >= _CRITERION_FROM)

    def _show_last(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())
