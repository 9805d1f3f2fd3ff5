"""What the call contradicts, kept up with every line and every score, and what the rep has already seen of it."""

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models.calls import Entry
from desktop.models.contradictions import Contradiction, Watch
from desktop.services import contradictions

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall

_ONCE_SHOWN_MS = 200
"""After that long the screen is painted, and nobody has typed yet."""


class ContradictionActs(QObject):
    """Listens to a call; ``found`` are the contradictions to show. Seeing one is not an act: the file keeps nothing."""

    changed = Signal()

    def __init__(self, call: "RunningCall") -> None:
        super().__init__(call)
        self._call = call
        self._watch: Watch | None = None
        self._seen: set[tuple[object, ...]] = set()
        self.found: tuple[Contradiction, ...] = ()
        call.entry_added.connect(self._hear)
        call.entry_changed.connect(self._hear)
        call.entry_dropped.connect(self._forget)
        call.entries_changed.connect(self.catch_up)
        call.scored.connect(self._judge)
        # The lines already there are heard once the screen is shown: a long call must open at once.
        QTimer.singleShot(_ONCE_SHOWN_MS, self, self.catch_up)

    @property
    def current(self) -> Contradiction | None:
        """The one to show: the rules of the first lines of the book come first."""
        return self.found[0] if self.found else None

    def seen(self) -> None:
        """Put the current one away for this call; other words would bring its rule back."""
        if self.current is not None:
            self._seen.add(self.current.identity)
            self._judge()

    def speaker(self, contact_id: uuid.UUID | None) -> str:
        """The first name of who spoke, as they are talked of; "" when nobody knows."""
        contacts = self._call.outline.prospect.contacts
        name = next((contact.name for contact in contacts if contact.id == contact_id), "")
        return name.split()[0] if name.split() else ""

    def criterion(self, key: str) -> str:
        """The name of a criterion in the grid of the call."""
        return self._call.sheet.row(key).criterion.name

    def catch_up(self) -> None:
        """Hear exactly the lines of the call as they are now; only those that changed cost anything."""
        self._listening().follow(contradictions.lines(self._call.entries))
        self._judge()

    def _listening(self) -> Watch:
        if self._watch is None:
            criteria = [row.criterion.key for row in self._call.sheet.rows]
            book = contradictions.rules(self._call.script.language)
            self._watch = Watch(book, criteria, self._call.today())
        return self._watch

    def _hear(self, entry: Entry) -> None:
        if self._watch is None:
            self.catch_up()
            return
        for said in contradictions.lines([entry]):
            self._watch.feed(said)
        self._judge()

    def _forget(self, entry_id: uuid.UUID) -> None:
        if self._watch is not None:
            self._watch.forget(entry_id)
        self._judge()

    def _judge(self) -> None:
        if self._watch is None:
            return
        sheet = self._call.sheet
        scores = {row.criterion.key: row.level for row in sheet.rows}
        holding = self._watch.contradictions(scores, sheet.heat)
        found = tuple(each for each in holding if each.identity not in self._seen)
        if found != self.found:
            self.found = found
            self.changed.emit()
