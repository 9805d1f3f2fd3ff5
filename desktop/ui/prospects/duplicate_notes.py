"""Under the head of a file: the prospect that it looks like, and those that went into it."""

import uuid

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.merges import DistinctPair, Merge
from desktop.services import duplicates, merging
from desktop.services.prospects import ProspectFile
from desktop.ui.prospects.merged_note import MergedNote
from desktop.ui.prospects.similar import SimilarBanner
from desktop.ui.workspace import Workspace

TOUCHED: frozenset[type] = frozenset({Merge, DistinctPair})
"""What changes whom a prospect looks like, without a word of its own file changing."""
_PAUSE_MS = 40
"""Looking through a file of a hundred thousand takes two frames: the prospect is on the screen first."""


class DuplicateNotes(QWidget):
    """Hidden when there is nothing to say. Looks for a likeness once for each prospect, and again when it changed."""

    opened = Signal(object)
    """The key of the other prospect."""
    compared = Signal(object, object)
    """The keys of both."""
    separated = Signal(object)
    """The ``MergedFile``."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._prospect_id: uuid.UUID | None = None
        self._looked_for: object = None
        self.similar, self.merged = SimilarBanner(), MergedNote()
        self.similar.opened.connect(self.opened)
        self.similar.compared.connect(lambda other: self.compared.emit(self._prospect_id, other))
        self.merged.separated.connect(self.separated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.similar)
        column.addWidget(self.merged)
        self._looking = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._looking.timeout.connect(self.look)
        self.hide()

    def show_prospect(self, file: ProspectFile) -> None:
        """Say what went into this file at once, and whom it looks like in a moment."""
        prospect = file.prospect
        if prospect.id != self._prospect_id:
            self._prospect_id = prospect.id
            self.similar.show_similar(None)
        self.merged.show_merged(self._workspace.ask(merging.merged_into, prospect.id), self._workspace.clock.zone)
        people = tuple((each.name, each.phone, each.email) for each in prospect.contacts)
        known_by = (prospect.id, prospect.company, prospect.siren, prospect.website, prospect.address, people)
        if known_by != self._looked_for:
            self._looked_for = known_by
            self._looking.start()
        self._fit()

    def look_again(self) -> None:
        """At the next ``show_prospect``, whatever was found before."""
        self._looked_for = None

    def look(self) -> None:
        """Find whom the prospect on screen looks like."""
        self._looking.stop()
        if self._prospect_id is not None:
            found = self._workspace.ask(duplicates.similar_to, self._prospect_id, limit=1)
            self.similar.show_similar(found[0] if found else None)
            self._fit()

    def stop(self) -> None:
        """Nobody looks at it any more: the page is left, or the file is closed."""
        self._looking.stop()

    def _fit(self) -> None:
        self.setVisible(not (self.similar.isHidden() and self.merged.isHidden()))
