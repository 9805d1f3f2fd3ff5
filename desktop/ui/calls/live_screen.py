"""The screen a rep lives in: the script, the question, what was said, the capture line and the grid, side by side."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.calls import Answer, Entry
from desktop.models.matrix import Heat
from desktop.ui import theme
from desktop.ui.calls.bars import CallBars
from desktop.ui.calls.capture_line import CaptureLine
from desktop.ui.calls.disagreement_row import last_words
from desktop.ui.calls.entry_list import EntryList
from desktop.ui.calls.grid_panel import GridPanel
from desktop.ui.calls.grid_strip import GridStrip
from desktop.ui.calls.key_hints import KeyHints
from desktop.ui.calls.objection_card import ObjectionSummary
from desktop.ui.calls.outline import OutlinePanel
from desktop.ui.calls.own_room import OwnRoom
from desktop.ui.calls.plain_keys import PlainKeys
from desktop.ui.calls.question_card import QuestionCard
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.calls.speaker_chip import SpeakerChip
from desktop.ui.toasts import Banner
from desktop.ui.widgets.card import Card

_COMPACT_UNDER = (1024, 640)
"""Pixels of this screen, rail and header taken off, under which everything tightens."""
_LOW_UNDER = 740
"""Pixels of height under which five criteria need less air to stand without scrolling."""
_ROOMY_FROM = 760
"""Pixels of height from which a bar above the line costs nothing to the question."""
_HINTS_FROM = 600
"""Pixels between the outline and the grid under which the hints keep the signs only."""
_COUNTS_FROM = 720
"""Pixels between the outline and the grid from which the head of the entries has room for counts and objections."""
_STRIP_UNDER = 968
"""Pixels of width of this screen in a window of 1024, under which the grid is a strip at the foot."""
_BESIDE_NO_GRID = 236
"""Pixels of the outline where no grid stands at the other side."""
_SMALLEST = (800, 460)
_NESTED = 3
"""How deep a label lies in what is laid out anew when its words change: each level asks the one around it in turn."""


class LiveScreen(QWidget):
    """Shows a ``RunningCall`` and turns keys and clicks into its acts. It keeps no state of its own."""

    step_requested = Signal()
    jump_requested = Signal()
    objection_requested = Signal()
    """R, G and J, outside the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.live")
        self.setAccessibleName(_("Live call"))
        # No focus by click: a click on a score would land here and take the caret out of the line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.call: RunningCall | None = None
        self._compact = False
        self._plain_keys = PlainKeys()
        self._elsewhere = {
            Qt.Key.Key_R: self.step_requested.emit,
            Qt.Key.Key_G: self.jump_requested.emit,
            Qt.Key.Key_J: self.objection_requested.emit,
        }
        self.outline = OutlinePanel()
        self.question = QuestionCard()
        self.entries = EntryList()
        self.line = CaptureLine()
        self.speaker = SpeakerChip()
        self.bars = CallBars()
        self.hints = KeyHints()
        self.grid = GridPanel()
        self.strip = GridStrip()
        self.strip.hide()
        self.shown_grid: GridPanel | GridStrip = self.grid
        """The grid as a column, or as a strip where there is no room for one or where a finger scores."""
        self.banner = Banner()
        self._said = Card(_("What was said"), " ", margins=(20, 14, 20, 12), spacing=8)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.objections = ObjectionSummary()
        self._said.add_to_header(self.objections)
        self._said.title_label.set_kind("label")
        self._said.note_label.set_kind("small")
        self._said.body.addWidget(self.entries, 1)
        self._said.body.addWidget(self.bars)
        typing = QHBoxLayout()
        typing.setSpacing(8)
        typing.addWidget(self.speaker, 0, Qt.AlignmentFlag.AlignBottom)
        typing.addWidget(self.line, 1)
        self._said.body.addLayout(typing)
        self._said.body.addWidget(self.hints)
        centre = QVBoxLayout()
        centre.setSpacing(12)
        centre.addWidget(self.banner)
        centre.addWidget(self.question)
        centre.addWidget(self._said, 1)
        self._left, self._right = OwnRoom(self.outline), OwnRoom(self.grid)
        self._row = QHBoxLayout()
        self._row.addWidget(self._left)
        self._row.addLayout(centre, 1)
        self._row.addWidget(self._right)
        ground = QWidget()
        self._floors = QVBoxLayout(ground)
        self._floors.addLayout(self._row, 1)
        self._floors.addWidget(self.strip)
        self._tighten(False)
        self._room = OwnRoom(ground, self)

    def _connect(self) -> None:
        self.line.submitted.connect(lambda _text: self.submit())
        self.line.scored.connect(self._score)
        self.objections.requested.connect(self.objection_requested)
        self.bars.arranged.connect(self._share_height)
        self.bars.left.connect(self.line.setFocus)
        self.line.last_wanted.connect(self.take_last)
        self.line.left.connect(self.setFocus)
        self.line.undo_requested.connect(lambda: self._live.undo())
        self.line.redo_requested.connect(lambda: self._live.redo())
        self.outline.chosen.connect(lambda key: self._live.route.go_to(key))
        self.question.next_requested.connect(lambda: self._leave_for(lambda: self._live.route.mark_and_move()))
        self.outline.advised.connect(lambda: self._leave_for(self._live.route.go_to_advised))
        self.outline.fit_test_asked.connect(lambda: self._leave_for(self._live.route.toggle_fit_test))
        for grid in (self.grid, self.strip):
            grid.scored.connect(self._score_criterion)
            grid.criterion_chosen.connect(lambda key: self._live.route.choose_criterion(key))
            grid.heat_chosen.connect(lambda heat: self._live.scoring.set_heat(Heat(heat)))
        self.entries.star_clicked.connect(self._star)

    @property
    def _live(self) -> RunningCall:
        assert self.call is not None
        return self.call

    def show_call(self, call: RunningCall) -> None:
        """Show a call, from now on."""
        self.call = call
        call.showing.connect(self._lay_out_at_once)
        call.moved.connect(self._show_place)
        call.scored.connect(self._show_sheet)
        call.entry_added.connect(self._add_entry)
        call.entry_changed.connect(self._change_entry)
        call.entry_dropped.connect(self._drop_entry)
        call.entries_changed.connect(lambda: self._show_entries(call.entries))
        call.speaking.changed.connect(self._show_speakers)
        call.refused.connect(self.banner.show_error)
        call.accepted.connect(self.banner.clear)
        self.bars.show_call(call)
        self.banner.clear()
        self.line.clear()
        self.show_all()

    def show_all(self) -> None:
        """Show everything anew."""
        call = self._live
        self.outline.show_script(call.script)
        for grid in (self.grid, self.strip):
            grid.show_grid(call.sheet)
            grid.set_words(lambda key: last_words(call.entries, key, call.speaking.speakers.first_names))
        speakers = call.speaking.speakers
        self.entries.show_call(call.script, call.sheet.grid, call.entries, speakers.first_names)
        self._show_speakers()
        self._count_entries()
        self._show_place()

    def submit(self) -> bool:
        """Save what stands in the line. True when nothing is left in it; what was refused stays, word for word."""
        text = self.line.toPlainText()
        if not text.strip():
            self.line.clear()
            return True
        lines, edited = self._live.lines, self.line.edited
        # The line gives its room back in the same layout as what it wrote takes some.
        with self._live.shown_at_once():
            saved = lines.add(text) if edited is None else lines.change(edited, text)
            if saved:
                self.line.take(text)
        return saved

    def _leave_for(self, go: Callable[[], object]) -> None:
        """Go elsewhere in the script; what is still in the line answers the question that is left."""
        if self.submit():
            go()

    def take_last(self) -> None:
        """Put the last entry back into the line, to change it."""
        last = self._live.lines.last_typed()
        if last is not None:
            self.line.edit(*last)

    # What has changed

    def _show_place(self) -> None:
        call = self._live
        self.outline.show_marks(call.marks, call.question.key)
        self.question.show_question(call.script, call.question)
        self.shown_grid.show_at_hand(call.at_hand)
        self.show_compass()

    def _show_sheet(self) -> None:
        self.shown_grid.show_sheet(self._live.sheet)
        self.show_compass()

    def show_compass(self) -> None:
        """Say what to ask next and what there is time for; also as the minutes go."""
        call = self._live
        self.outline.show_compass(call.route.compass(), call.question.key, call.route.no_fit_test())

    def _add_entry(self, entry: Entry) -> None:
        self.entries.add(entry)
        self._count_entries()

    def _change_entry(self, entry: Entry) -> None:
        self.entries.change(entry)
        self._count_entries()

    def _drop_entry(self, gone: uuid.UUID) -> None:
        self.entries.drop(gone)
        self._count_entries()

    def _show_entries(self, entries: list[Entry]) -> None:
        self.entries.show_entries(entries)
        self._count_entries()

    def _count_entries(self) -> None:
        self._said.set_note(self.entries.note)
        self.objections.show_call(self._live.objections)
        self._share_head()

    def _show_speakers(self) -> None:
        speakers = self._live.speaking.speakers
        contact = self._live.outline.contact
        name = contact.name.split()[0] if contact and contact.name.strip() and not speakers.several else ""
        said = _("What {name} said")
        self._said.set_title(said.format(name=name) if name else _("What was said"))
        self.speaker.show_speakers(speakers)
        self.entries.show_speakers(speakers.first_names)

    # Keys and clicks

    def _score(self, digit: int) -> None:
        answers: tuple[Answer, ...] = (0, 1, 2, 3)
        self._live.scoring.score(answers[digit])

    def _score_criterion(self, criterion: str, answer: Answer) -> None:
        row = self._live.sheet.row(criterion)
        self._live.scoring.score(answer if answer != "" else row.answer, criterion)

    def _star(self, entry_id: uuid.UUID) -> None:
        entry = self._live.entry(entry_id)
        assert entry is not None
        self._live.lines.toggle_citable(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Outside the text, one key is enough."""
        if event.key() == Qt.Key.Key_Escape:
            self.line.setFocus()
        elif self.call is None or not self._plain_keys.press(event, self.call, self._elsewhere):
            super().keyPressEvent(event)

    # Room

    def minimumSizeHint(self) -> QSize:
        """That of the tightened screen: what it shows now must not keep the window from shrinking."""
        return QSize(*_SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        self._room.resize(event.size())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share_room()

    def _share_room(self) -> None:
        self._choose_grid(theme.metrics().touch or self.width() < _STRIP_UNDER)
        width, height = _COMPACT_UNDER
        self._tighten(self.width() < width or self._height < height)

    @property
    def _height(self) -> int:
        """What the strip leaves to the rest."""
        return self.height() - (self.strip.sizeHint().height() if self.shown_grid is self.strip else 0)

    def _choose_grid(self, strip: bool) -> None:
        if strip == (self.shown_grid is self.strip):
            return
        self.shown_grid = self.strip if strip else self.grid
        self._right.setHidden(strip)
        self.strip.setVisible(strip)
        if self.call is not None:
            self.shown_grid.show_sheet(self.call.sheet)
            self.shown_grid.show_at_hand(self.call.at_hand)
        # Asked for while the layout is at work, room would be forgotten.
        QTimer.singleShot(0, self, self.outline.updateGeometry)

    def _tighten(self, compact: bool) -> None:
        self._compact = compact
        self._floors.setContentsMargins(*((10, 10, 10, 10) if compact else (16, 14, 16, 14)))
        for line in (self._floors, self._row):
            line.setSpacing(8 if compact else 14)
        if self.shown_grid is self.strip:
            self._left.setFixedWidth(_BESIDE_NO_GRID)
        else:
            self._left.setFixedWidth(176 if compact else min(240, max(200, self.width() // 5)))
        self._right.setFixedWidth(276 if compact else min(372, max(300, self.width() * 3 // 10)))
        self.grid.set_compact(compact, self._height < _LOW_UNDER)
        self.bars.set_compact(compact)
        self._said.body.setContentsMargins(*((12, 10, 12, 8) if compact else (20, 14, 20, 12)))
        self._said.body.setSpacing(5 if compact else 8)
        self._share_height()

    def _lay_out_at_once(self, showing: bool) -> None:
        """What comes and goes during an act would else lay out every line each time."""
        if showing:
            self._hold(True)
            return
        # What is within first: laid out in the other order, the screen would be painted twice, once wrong.
        for _around in range(_NESTED):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._hold(False)

    def _hold(self, held: bool) -> None:
        for layout in (self._floors, self._said.body):
            layout.setEnabled(not held)
            if not held:
                layout.activate()
        self.entries.hold(held)

    def _share_height(self) -> None:
        """While something is offered above the line, the question and the hints give it their air."""
        offered = not self.bars.isHidden()
        low = self._compact or (offered and self._height < _ROOMY_FROM)
        self.question.set_compact(low)
        self.question.set_brief(offered and low)
        self.hints.set_compact(low or self._centre < _HINTS_FROM)
        self.hints.setHidden(offered and self._compact)
        self._share_head()

    def _share_head(self) -> None:
        """Where both do not fit, the objections say more than the counts."""
        self._said.note_label.setHidden(not self.objections.isHidden() and self._centre < _COUNTS_FROM)

    @property
    def _centre(self) -> int:
        """Pixels between the outline and the grid, or the edge where the grid is a strip."""
        beside = self._right.width() if self.shown_grid is self.grid else 0
        return self.width() - self._left.width() - beside
