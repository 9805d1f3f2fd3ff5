"""What they said, with their words, and what the rep wrote for themselves: in order, and never confused."""

import uuid
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.i18n import _, ngettext
from desktop.models.calls import Entry, Verbatim
from desktop.models.evidence import Grade
from desktop.models.grids import Grid
from desktop.models.need_kinds import label as need_label
from desktop.models.scripts import Script
from desktop.ui.calls.entry_row import EntryRow, Shown
from desktop.ui.calls.stacked_rows import StackedRows
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel

LAST = 24
"""How many entries are laid out: those of the last minutes. The others wait behind one button."""
SPARE = 12
"""How many more or fewer may be laid out while the rep writes: to take one out moves all the others."""
REST_MS = 400
"""After that long without an act, exactly ``LAST`` are laid out again."""
SOON_MS = 60
FIRST = 10
"""How many are laid out before the call is first painted: those in sight. The rest of ``LAST`` follows at once."""
MORE = 60
_FREE = SPARE
"""How many hidden rows of a kind wait for the next lines: as many as may be taken out at once."""
_WIDE_FROM = 470
"""Width of the list, in pixels, from which each entry also says its criterion."""
NOBODY: Mapping[uuid.UUID, str] = MappingProxyType({})


class EntryList(QScrollArea):
    """Entries in the order they were typed, the last one in sight.

    An act costs the same after five of them as after 500.
    """

    star_clicked = Signal(object)
    """The ``uuid.UUID`` of a verbatim."""
    entry_activated = Signal(object)
    """The ``uuid.UUID`` of an entry: a double click, or Enter on its star."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.entries")
        self.setAccessibleName(_("What was said"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(56)
        self.rows: list[EntryRow] = []
        """Those laid out, the last entry last."""
        self._entries: dict[uuid.UUID, Entry] = {}
        self._row_of: dict[uuid.UUID, EntryRow] = {}
        self._free: dict[type[Entry], list[EntryRow]] = {}
        """Hidden rows, by what they can show: to fill one is ten times faster than to make it."""
        self._most = LAST
        self._criteria: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._speakers = NOBODY
        self._wide = True
        self._tally = _Tally()
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._settle)
        self._from_end = 0
        """Pixels kept between what is in sight and the end while the list grows or shrinks."""
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high - self._from_end))
        bar.sliderMoved.connect(lambda _value: self._scrolled())
        bar.actionTriggered.connect(lambda _action: QTimer.singleShot(0, self, self._scrolled))

    def _lay_out(self) -> None:
        self.earlier = Button("", "quiet", name=_("Show earlier entries"))
        self.earlier.setObjectName("call.earlier")
        self.earlier.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.earlier.clicked.connect(self.show_earlier)
        self.earlier.hide()
        self._empty = PlainLabel("", "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(24, 12, 24, 12)
        self._column = StackedRows(self.earlier, self._empty)
        self.setWidget(self._column)
        for each in (self, self.viewport()):  # covered by the column
            each.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
            each.setAttribute(Qt.WidgetAttribute.WA_StaticContents)

    @property
    def note(self) -> str:
        """How much was said, for the head of the card."""
        return self._tally.text

    # What is shown

    def show_call(
        self, script: Script, grid: Grid, entries: Sequence[Entry], speakers: Mapping[uuid.UUID, str] = NOBODY
    ) -> None:
        """Fill the list for a call; kinds and criteria are named from its own script and grid."""
        self._criteria = {criterion.key: criterion.name for criterion in grid.criteria}
        self._kinds = {each.key: need_label(each.need_kind) for each in script.questions if each.need_kind}
        self._speakers = speakers
        self._most = FIRST
        self._from_end = 0
        QTimer.singleShot(SOON_MS, self, self._lay_out_last)
        self._empty.setText(
            _("Nothing written yet. Type their words as they say them, then Enter: the proposal will quote them.")
        )
        self.show_entries(entries)

    def _lay_out_last(self) -> None:
        if self._most < LAST:
            self._most = LAST
            self._settle()

    def _settle(self) -> None:
        """Between two acts: lay out exactly the last ones, and have a row ready for their next words."""
        self._show_window()
        free = self._free.setdefault(Verbatim, [])
        if not free and self._entries:
            said = next((each for each in self._entries.values() if isinstance(each, Verbatim)), None)
            if said is not None:
                free.append(self._make(said.id, self._shown(said)))

    def show_speakers(self, speakers: Mapping[uuid.UUID, str]) -> None:
        """Name who said what by these first names, when there are several."""
        if dict(speakers) != dict(self._speakers):
            self._speakers = speakers
            for key, row in self._row_of.items():
                row.show_entry(self._shown(self._entries[key]))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, and touch only the rows that differ: one that was taken back, or that came back."""
        self._entries = {entry.id: entry for entry in entries}
        self._tally = _Tally(entries)
        self._show_window(SPARE)

    def add(self, entry: Entry) -> None:
        """Put one more entry at the end, in sight."""
        self._lay_out_last()
        self._entries[entry.id] = entry
        self._tally.count(entry)
        self._from_end = 0
        self._insert(len(self.rows), entry)
        if len(self.rows) > self._most + SPARE:
            self._show_window()
        self._rest.start()
        self._tell_rest()

    def drop(self, gone: uuid.UUID) -> None:
        """Leave out an entry that was taken back."""
        entry = self._entries.pop(gone, None)
        if entry is None:
            return
        self._tally.count(entry, -1)
        row = self._row_of.get(gone)
        if row is not None:
            self._remove(row)
        if len(self.rows) < min(self._most, len(self._entries)) - SPARE:
            self._show_window()
        self._rest.start()
        self._tell_rest()

    def change(self, entry: Entry) -> None:
        """Show an entry as it is now: its words, its star, its grade, its tags…"""
        before = self._entries.get(entry.id)
        if before is None:
            return
        self._tally.count(before, -1)
        self._tally.count(entry)
        self._entries[entry.id] = entry
        row = self._row_of.get(entry.id)
        if row is None:
            return
        if row.shown.kind is type(entry):
            self._column.change(row)
            row.show_entry(self._shown(entry))
            return
        place = self.rows.index(row)
        self._remove(row)
        self._insert(place, entry)

    def show_earlier(self) -> None:
        """Lay out the ``MORE`` entries before the first one in sight, which stays where it is."""
        bar = self.verticalScrollBar()
        self._from_end = bar.maximum() - bar.value()
        self._most += MORE
        self._show_window()

    def hold(self, held: bool) -> None:
        """While held, what comes and goes waits for its place: it is found once, with the room there is then."""
        self._column.hold(held)

    # Rows

    def _show_window(self, spare: int = 0) -> None:
        """Lay out the last ``_most`` entries, give or take ``spare``: those that are there already, while they do."""
        entries = list(self._entries.values())
        window = entries[-self._most :]
        if spare:
            there = next((place for place, each in enumerate(entries) if each.id in self._row_of), len(entries))
            if there < len(entries) and abs(len(entries) - there - len(window)) <= spare:
                window = entries[there:]
                self._rest.start()
        wanted = {entry.id for entry in window}
        for key in [key for key in self._row_of if key not in wanted]:
            self._remove(self._row_of[key])
        for place, entry in enumerate(window):
            row = self._row_of.get(entry.id)
            if row is not None and (row.shown.kind is not type(entry) or self.rows[place] is not row):
                self._remove(row)
                row = None
            if row is None:
                self._insert(place, entry)
            else:
                row.show_entry(self._shown(entry))
        self._tell_rest()

    def _insert(self, place: int, entry: Entry) -> None:
        shown = self._shown(entry)
        free = self._free.get(shown.kind)
        if free:
            row = free.pop()
            row.entry_id = entry.id
            row.show_entry(shown)
        else:
            row = self._make(entry.id, shown)
        row.set_wide(self._wide)
        self._column.insert(place, row)
        self.rows.insert(place, row)
        self._row_of[entry.id] = row

    def _make(self, entry_id: uuid.UUID, shown: Shown) -> EntryRow:
        row = EntryRow(entry_id, shown, self._column)
        row.activated.connect(lambda: self.entry_activated.emit(row.entry_id))
        if row.star is not None:
            row.star.clicked.connect(lambda _checked=False: self.star_clicked.emit(row.entry_id))
        return row

    def _remove(self, row: EntryRow) -> None:
        self.rows.remove(row)
        del self._row_of[row.entry_id]
        self._column.remove(row)
        free = self._free.setdefault(row.shown.kind, [])
        if len(free) < _FREE:
            free.append(row)
        else:
            row.deleteLater()

    def _tell_rest(self) -> None:
        rest = len(self._entries) - len(self.rows)
        self._empty.setVisible(not self._entries)
        if rest:
            words = ngettext("Show the {count} earlier one", "Show the {count} earlier ones", rest)
            self.earlier.set_text(words.format(count=rest))
        self.earlier.setVisible(bool(rest))

    def _shown(self, entry: Entry) -> Shown:
        several = len(self._speakers) > 1
        said = several and entry.contact_id is not None and entry.kind in ("verbatim", "objection")
        return Shown(
            kind=type(entry),
            seconds=entry.offset_seconds,
            text=entry.text,
            corrected=entry.corrected,
            about=self._kinds.get(entry.question) or _("Verbatim"),
            criterion=self._criteria.get(entry.criterion, ""),
            speaker=self._speakers.get(entry.contact_id, "") if said and entry.contact_id else "",
            tags=tuple(entry.tags),
            grade=entry.grade,
            settled=entry.settled,
            citable=entry.citable,
        )

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE_FROM
        if wide != self._wide:
            self._wide = wide
            for row in self.rows:
                row.set_wide(wide)
        self._column.fit(self.viewport().width(), self.viewport().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self._scrolled()

    def _scrolled(self) -> None:
        bar = self.verticalScrollBar()
        self._from_end = bar.maximum() - bar.value()


class _Tally:
    """Verbatims, those that may be quoted and those that are confirmed: kept, not counted again at each act."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.said = self.quotable = self.confirmed = 0
        for entry in entries:
            self.count(entry)

    def count(self, entry: Entry, times: int = 1) -> None:
        """-1 takes an entry out."""
        if isinstance(entry, Verbatim):
            self.said += times
            self.quotable += times * entry.citable
            self.confirmed += times * (entry.grade.rank >= Grade.CONFIRMED.rank)

    @property
    def text(self) -> str:
        parts = [
            ngettext("{count} verbatim", "{count} verbatims", self.said).format(count=self.said),
            ngettext("{count} quotable", "{count} quotable", self.quotable).format(count=self.quotable),
        ]
        if self.confirmed:
            parts.append(
                ngettext("{count} confirmed", "{count} confirmed", self.confirmed).format(count=self.confirmed)
            )
        return " · ".join(parts)
