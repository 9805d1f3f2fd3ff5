"""The screen a rep lives in: the script, the question, what was said, the capture line and the grid, side by side."""

import uuid

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.models.calls import Answer, Entry, Verbatim
from desktop.models.matrix import Heat
from desktop.ui.calls.capture_line import CaptureLine
from desktop.ui.calls.entry_list import EntryList
from desktop.ui.calls.grid_panel import GridPanel
from desktop.ui.calls.key_hints import KeyHints
from desktop.ui.calls.outline import OutlinePanel
from desktop.ui.calls.plain_keys import PlainKeys
from desktop.ui.calls.question_card import QuestionCard
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.toasts import Banner
from desktop.ui.widgets.card import Card

_COMPACT_UNDER = (1024, 640)
"""Pixels of this screen, rail and header taken off, under which everything tightens."""
_LOW_UNDER = 740
"""Pixels of height under which five criteria need less air to stand without scrolling."""
_SMALLEST = (800, 460)


class LiveScreen(QWidget):
    """Shows a ``RunningCall`` and turns keys and clicks into its acts. It keeps no state of its own."""

    step_requested = Signal()
    """R, outside the text: to the next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.live")
        self.setAccessibleName(_("Live call"))
        # No focus by click: a click on a score would land here and take the caret out of the line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.call: RunningCall | None = None
        self._plain_keys = PlainKeys()
        self.outline = OutlinePanel()
        self.question = QuestionCard()
        self.entries = EntryList()
        self.line = CaptureLine()
        self.hints = KeyHints()
        self.grid = GridPanel()
        self.banner = Banner()
        self._said = Card(_("What they said, in their words"), " ", margins=(20, 14, 20, 12), spacing=8)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._said.title_label.set_kind("label")
        self._said.note_label.set_kind("small")
        self._said.body.addWidget(self.entries, 1)
        self._said.body.addWidget(self.line)
        self._said.body.addWidget(self.hints)
        centre = QVBoxLayout()
        centre.setSpacing(12)
        centre.addWidget(self.banner)
        centre.addWidget(self.question)
        centre.addWidget(self._said, 1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.outline)
        self._row.addLayout(centre, 1)
        self._row.addWidget(self.grid)
        self._tighten(False)

    def _connect(self) -> None:
        self.line.submitted.connect(lambda _text: self.submit())
        self.line.scored.connect(self._score)
        self.line.left.connect(self.setFocus)
        self.line.undo_requested.connect(lambda: self._live.undo())
        self.line.redo_requested.connect(lambda: self._live.redo())
        self.outline.chosen.connect(lambda key: self._live.go_to(key))
        self.grid.scored.connect(self._score_criterion)
        self.grid.criterion_chosen.connect(lambda key: self._live.choose_criterion(key))
        self.grid.heat_chosen.connect(lambda heat: self._live.set_heat(Heat(heat)))
        self.entries.star_clicked.connect(self._star)

    @property
    def _live(self) -> RunningCall:
        assert self.call is not None
        return self.call

    def show_call(self, call: RunningCall) -> None:
        """Show a call, from now on."""
        self.call = call
        call.moved.connect(self._show_place)
        call.scored.connect(lambda: self.grid.show_sheet(call.sheet))
        call.entry_added.connect(self._add_entry)
        call.entry_changed.connect(self._change_entry)
        call.entries_changed.connect(lambda: self._show_entries(call.entries))
        call.refused.connect(self.banner.show_error)
        call.accepted.connect(self.banner.clear)
        self.banner.clear()
        self.line.clear()
        self.show_all()

    def show_all(self) -> None:
        """Show everything anew."""
        call = self._live
        contact = call.outline.contact
        said = _("What {name} said, in their words")
        name = contact.name.split()[0] if contact and contact.name.strip() else ""
        self._said.set_title(said.format(name=name) if name else _("What they said, in their words"))
        self.outline.show_script(call.script)
        self.grid.show_grid(call.sheet)
        self.entries.show_call(call.script, call.sheet.grid, call.entries)
        self._count_entries()
        self._show_place()

    def submit(self) -> bool:
        """Save what stands in the line. True when nothing is left in it; what was refused stays, word for word."""
        text = self.line.toPlainText()
        if not text.strip():
            return True
        if not self._live.add_line(text):
            return False
        self.line.take(text)
        return True

    # What has changed

    def _show_place(self) -> None:
        call = self._live
        self.outline.show_marks(call.marks, call.question.key)
        self.question.show_question(call.script, call.question)
        self.grid.show_at_hand(call.at_hand)

    def _add_entry(self, entry: Entry) -> None:
        self.entries.add(entry)
        self._count_entries()

    def _change_entry(self, entry: Entry) -> None:
        self.entries.show_star(entry.id, entry.citable)
        self._count_entries()

    def _show_entries(self, entries: list[Entry]) -> None:
        self.entries.show_entries(entries)
        self._count_entries()

    def _count_entries(self) -> None:
        verbatims = [entry for entry in self._live.entries if isinstance(entry, Verbatim)]
        quotable = sum(verbatim.citable for verbatim in verbatims)
        said = ngettext("{count} verbatim", "{count} verbatims", len(verbatims)).format(count=len(verbatims))
        kept = ngettext("{count} quotable", "{count} quotable", quotable).format(count=quotable)
        self._said.set_note(f"{said} · {kept}")

    # Keys and clicks

    def _score(self, digit: int) -> None:
        answers: tuple[Answer, ...] = (0, 1, 2, 3)
        self._live.score(answers[digit])

    def _score_criterion(self, criterion: str, answer: Answer) -> None:
        row = self._live.sheet.row(criterion)
        self._live.score(answer if answer != "" else row.answer, criterion)

    def _star(self, entry_id: uuid.UUID) -> None:
        self._live.toggle_citable(next(entry for entry in self._live.entries if entry.id == entry_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Outside the text, one key is enough."""
        if event.key() == Qt.Key.Key_Escape:
            self.line.setFocus()
        elif self.call is None or not self._plain_keys.press(event, self.call, self.step_requested.emit):
            super().keyPressEvent(event)

    # Room

    def minimumSizeHint(self) -> QSize:
        """That of the tightened screen: what it shows now must not keep the window from shrinking."""
        return QSize(*_SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, height = _COMPACT_UNDER
        self._tighten(self.width() < width or self.height() < height)

    def _tighten(self, compact: bool) -> None:
        self._row.setContentsMargins(*((10, 10, 10, 10) if compact else (16, 14, 16, 14)))
        self._row.setSpacing(8 if compact else 14)
        self.outline.setFixedWidth(176 if compact else min(240, max(200, self.width() // 5)))
        self.grid.setFixedWidth(276 if compact else min(372, max(300, self.width() * 3 // 10)))
        self.question.set_compact(compact)
        self.grid.set_compact(compact, self.height() < _LOW_UNDER)
        self.hints.set_compact(compact)
        self._said.body.setContentsMargins(*((12, 10, 12, 8) if compact else (20, 14, 20, 12)))
        self._said.body.setSpacing(5 if compact else 8)
