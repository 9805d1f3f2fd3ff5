"""One line of what was said: when, by whom, their words, what they are about, and what they prove."""

import uuid
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.calls import Entry, LaterQuestion, Note, Objection, Verbatim
from desktop.models.evidence import Grade
from desktop.ui import theme
from desktop.ui.calls.entry_marks import GradeMark, SaidMark
from desktop.ui.calls.star_button import StarButton
from desktop.ui.widgets.call_time import clock_time
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel, plain_tip
from desktop.ui.widgets.painting import fill_round, painter_for

_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class Shown:
    """All that a row shows of an entry: two that are equal need no repainting."""

    kind: type[Entry]
    seconds: int
    text: str
    corrected: str
    about: str
    """The kind of need it reveals, named."""
    criterion: str
    speaker: str
    """A first name; "" when one person is on the line."""
    tags: tuple[str, ...]
    grade: Grade
    settled: bool | None
    citable: bool

    @property
    def quoted(self) -> bool:
        """Their words, rather than the rep's."""
        return issubclass(self.kind, Verbatim | Objection)

    @property
    def words(self) -> str:
        words = self.corrected or self.text
        return _("“{words}”").format(words=words) if self.quoted else words


class EntryRow(QWidget):
    """Shows what ``show_entry`` says; never tells two kinds apart by colour alone."""

    activated = Signal()
    """A double click, or Enter on its star."""

    def __init__(self, entry_id: uuid.UUID, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry_id = entry_id
        # Moved on the screen, not painted anew, when lines come above or below.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._shown: Shown | None = None
        self._wide = True
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 4, 8)
        row.setSpacing(10)
        self.said = SaidMark(self)
        self.words = _Words(shown.quoted)
        self.words.activated.connect(self.activated)
        self.kind = Chip("", parent=self)
        self.criterion = Chip("", parent=self)
        self.grade = GradeMark(self)
        self.marks: list[Chip] = []
        """"Corrected", and the tags."""
        self._flow: FlowLayout | None = None
        self.star: StarButton | None = None
        self._words_column = QVBoxLayout()
        self._words_column.setSpacing(4)
        self._words_column.addWidget(self.words)
        self._words_column.addStretch(1)
        row.addWidget(self.said, 0, _TOP)
        row.addLayout(self._words_column, 1)
        row.addLayout(self._lay_out_right(), 0)
        if issubclass(shown.kind, Verbatim):
            self.star = StarButton(shown.words)
            self.star.opened.connect(self.activated)
            row.addWidget(self.star, 0, _TOP)
        self.show_entry(shown)

    def _lay_out_right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(4)
        self._first_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first_line.setSpacing(8)
        for widget in (self.kind, self.grade):
            self._first_line.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight)
        right.addLayout(self._first_line)
        right.addWidget(self.criterion, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        return right

    @property
    def shown(self) -> Shown:
        assert self._shown is not None
        return self._shown

    def show_entry(self, shown: Shown) -> None:
        """Show an entry of the same kind of line as before; nothing is done when nothing has changed."""
        if shown == self._shown:
            return
        before, self._shown = self._shown, shown
        self.said.show_said(clock_time(shown.seconds), shown.speaker)
        raw = _("As it was typed: “{words}”").format(words=shown.text) if shown.corrected else ""
        if before is None or before.words != shown.words:
            self.words.setText(shown.words)
            self.words.setAccessibleDescription(raw)
        self.kind.set_text(*_kind_words(shown))
        if before is None or before.criterion != shown.criterion:
            self.criterion.set_text("" if issubclass(shown.kind, Note | LaterQuestion) else shown.criterion)
        self.grade.show_grade(shown.grade if issubclass(shown.kind, Verbatim) else None)
        if before is None or (before.tags, before.corrected) != (shown.tags, shown.corrected):
            self._show_marks(shown, raw)
        if self.star is not None:
            self.star.set_words(shown.words)
            self.star.set_citable(shown.citable)
        self.set_wide(self._wide)

    def _show_marks(self, shown: Shown, raw: str) -> None:
        self.marks = []
        if shown.corrected:
            mark = Chip(_("corrected"), icon_name="pencil", parent=self)
            mark.setToolTip(plain_tip(raw))
            mark.setAccessibleDescription(raw)
            self.marks.append(mark)
        self.marks.extend(Chip(f"#{tag}", parent=self) for tag in shown.tags)
        if self._flow is not None:
            self._flow.clear()
        elif self.marks:
            self._flow = FlowLayout(spacing=4)
            self._words_column.insertLayout(1, self._flow)
        for mark in self.marks:
            assert self._flow is not None
            self._flow.addWidget(mark)
            mark.show()

    def set_wide(self, wide: bool) -> None:
        """With room, also say the criterion, and the grade beside the kind instead of under it."""
        self._wide = wide
        told = wide and bool(self.criterion.text)
        if self.criterion.isHidden() == told:
            self.criterion.setVisible(told)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._first_line.direction() != direction:
            self._first_line.setDirection(direction)
            self._first_line.setSpacing(8 if wide else 4)
        self.grade.set_short(not wide)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.activated.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        if not self.shown.quoted:
            fill_round(painter, QRectF(self.rect()).adjusted(0, 2, 0, -3), look.colour("background"), radius=6)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))


class _Words(PlainLabel):
    """Words that can be selected with the mouse, without ever taking the caret out of the capture line."""

    activated = Signal()

    def __init__(self, quoted: bool) -> None:
        super().__init__("", "body" if quoted else "muted", wrap=True, selectable=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(_TOP)
        self.setContentsMargins(0, 2, 0, 0)
        # A word longer than the line must not widen the column.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.activated.emit()


def _kind_words(shown: Shown) -> tuple[str, str, str]:
    """The word, the tone and the sign of what kind of line it is."""
    if issubclass(shown.kind, Note):
        return _("Note to self"), "neutral", "pencil"
    if issubclass(shown.kind, LaterQuestion):
        return _("To ask later"), "accent", "circle-help"
    if issubclass(shown.kind, Objection):
        if shown.settled is None:
            return _("Objection"), "warn", "hand"
        if shown.settled:
            return _("Objection settled"), "ok", "check"
        return _("Objection open"), "warn", "hand"
    return shown.about, "neutral", "message-square-quote"
