"""Duplicates for the page of prospects: the list of pairs, two files side by side, and what follows from either."""

import uuid
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.services.merging import MergedFile
from desktop.ui.actions import Action
from desktop.ui.prospects.compare import CompareOverlay
from desktop.ui.prospects.duplicates import DuplicatesOverlay
from desktop.ui.prospects.merge_acts import MergeActs, Toast
from desktop.ui.workspace import Workspace


class MergeDesk(QObject):
    """Overlays over the window of ``page``, built when first asked for; acts go on the page's ``stack``."""

    kept = Signal(object)
    """The key of the file that two became: to be shown."""

    def __init__(self, workspace: Workspace, page: QWidget, stack: QUndoStack, toast: Toast) -> None:
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self._acts = MergeActs(workspace, stack, toast)
        self._listed = False
        """Whether the pairs are underneath, to come back to."""

    def actions(self, scope: str) -> list[Action]:
        """What the page offers in the palette and the menus."""
        synonyms = (_("duplicates"), _("merge"))
        return [
            Action("prospects.duplicates", _("Possible duplicates"), self.look, (), scope, "users", synonyms=synonyms)
        ]

    def look(self) -> None:
        """Look through the whole file for prospects written down twice."""
        self.duplicates.open()

    def compare(self, first_id: uuid.UUID, second_id: uuid.UUID) -> None:
        """Two files side by side."""
        self._listed = False
        self.comparison.open_for(first_id, second_id)

    def separate(self, file: MergedFile) -> None:
        """Take apart what was merged."""
        self._acts.separate(file)

    def stop(self) -> None:
        """Give up what is being looked for: the window closes."""
        if "duplicates" in self.__dict__:  # built, not only possible
            self.duplicates.close_overlay()

    @cached_property
    def duplicates(self) -> DuplicatesOverlay:
        overlay = DuplicatesOverlay(self._page.window(), self._workspace, self._acts)
        overlay.compared.connect(self._compare_listed)
        return overlay

    @cached_property
    def comparison(self) -> CompareOverlay:
        overlay = CompareOverlay(self._page.window(), self._workspace, self._acts)
        overlay.merged.connect(self._merged)
        overlay.told_apart.connect(self._told_apart)
        overlay.closed.connect(self._closed)
        return overlay

    def _compare_listed(self, first_id: uuid.UUID, second_id: uuid.UUID) -> None:
        self._listed = True
        self.comparison.open_for(first_id, second_id)

    def _closed(self) -> None:
        if self._listed:
            self._listed = False
            self.duplicates.come_back()

    def _merged(self, kept_id: uuid.UUID) -> None:
        if "duplicates" in self.__dict__ and self.comparison.comparison is not None:
            self.duplicates.forget(self.comparison.comparison.merged.id)
        self.kept.emit(kept_id)

    def _told_apart(self, first_id: uuid.UUID, second_id: uuid.UUID) -> None:
        if "duplicates" in self.__dict__:
            self.duplicates.forget(first_id, second_id)
