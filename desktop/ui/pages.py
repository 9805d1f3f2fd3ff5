"""Every page, built when it is first wanted, and the ways from one to another.

Pages never know one another; everything that goes from one to the next goes through here.
"""

import uuid
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.data_folder import DataFolder
from desktop.services.found_things import Found, FoundKind
from desktop.services.prospect_filters import ProspectFilter
from desktop.settings import Preferences
from desktop.ui.page import Page
from desktop.ui.theme import Look
from desktop.ui.today.page import TodayPage
from desktop.ui.undo import tell_moves
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from desktop.ui.calls.page import CallPage
    from desktop.ui.catalogue.page import CataloguePage
    from desktop.ui.followups.page import FollowUpsPage
    from desktop.ui.library.page import LibraryPage
    from desktop.ui.matrix.page import MatrixPage
    from desktop.ui.proposals.page import ProposalsPage
    from desktop.ui.prospects.page import ProspectsPage
    from desktop.ui.settings.page import SettingsPage

AnyPage = TypeVar("AnyPage", bound=Page)


class Pages(QObject):
    """``today`` is there at once; the others are built one by one later, or when asked for."""

    wanted = Signal(str)
    """The key of the page to show, before it is asked for anything."""
    toasted = Signal(str, object)
    """A sentence to say, and what takes the act back, or ``None``."""
    calls_changed = Signal()
    """A call was started, taken up or ended."""
    call_ended = Signal()
    protection_changed = Signal()

    def __init__(
        self, workspace: Workspace, folder: DataFolder, look: Look, preferences: Preferences, documents: Path
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._folder = folder
        self._look = look
        self._preferences = preferences
        self._documents = documents
        self.today = self._wire(TodayPage(workspace, documents))

    def later(self) -> dict[str, Callable[[], Page]]:
        """What builds each of the other pages, by key, in the order in which they are built."""
        return {
            "prospects": lambda: self.prospects,
            "matrix": lambda: self.matrix,
            "followups": lambda: self.followups,
            "call": lambda: self.call,
            "proposals": lambda: self.proposals,
            "library": lambda: self.library,
            "catalogue": lambda: self.catalogue,
            "settings": lambda: self.settings,
        }

    def stop(self) -> None:
        """End the work that pages do in the background."""
        for name in ("prospects", "proposals", "library", "catalogue"):
            if name in self.__dict__:  # built, not only possible
                getattr(self, name).stop()

    # From one to another

    def open_prospect(self, prospect_id: uuid.UUID) -> None:
        """The file of a prospect."""
        self.wanted.emit("prospects")
        self.prospects.open_prospect(prospect_id)

    def new_prospect(self) -> None:
        """An empty file, ready to type in."""
        self.wanted.emit("prospects")
        self.prospects.new_prospect()

    def show_list(self, prospect_filter: ProspectFilter) -> None:
        """The prospects that a filter keeps."""
        self.wanted.emit("prospects")
        self.prospects.show_filter(prospect_filter)

    def prepare_call(self, prospect_id: uuid.UUID) -> None:
        """The start panel of a call with a prospect."""
        self.wanted.emit("call")
        self.call.prepare(prospect_id)

    def resume_call(self, call_id: uuid.UUID) -> None:
        """A call taken up where it was."""
        self.wanted.emit("call")
        self.call.resume(call_id)
        self.calls_changed.emit()

    def read_call(self, call_id: uuid.UUID, entry_id: uuid.UUID | None = None) -> None:
        """The account of a call that is over, at the line of an entry when one is named."""
        self.wanted.emit("call")
        self.call.show_account(call_id, entry_id)

    def open_found(self, found: Found) -> None:
        """The very place of what was found."""
        if found.call_id is not None:
            self.read_call(found.call_id, found.key)
        elif found.kind is FoundKind.PROPOSAL:
            self.open_proposal(found.key)
        else:
            self.open_prospect(found.prospect_id)

    def draft(self, prospect_id: uuid.UUID, follow_up_id: uuid.UUID | None) -> None:
        """A message to a prospect, over the page that is there."""
        self.today.draft.open_for(prospect_id, follow_up_id)

    def compose(self, prospect_id: uuid.UUID, call_id: uuid.UUID | None = None) -> None:
        """A proposal for a prospect, from a call when it was one."""
        self.wanted.emit("proposals")
        self.proposals.compose_for(prospect_id, call_id)

    def open_proposal(self, proposal_id: uuid.UUID) -> None:
        """A proposal written before."""
        self.wanted.emit("proposals")
        self.proposals.open_proposal(proposal_id)

    def show_company(self) -> None:
        """What proposals say of the rep's company."""
        self.wanted.emit("settings")
        self.settings.show_section("company")

    def _end_call(self, prospect_id: uuid.UUID) -> None:
        self.calls_changed.emit()
        self.call_ended.emit()
        self.open_prospect(prospect_id)

    @cached_property
    def prospects(self) -> "ProspectsPage":
        from desktop.ui.prospects.page import ProspectsPage

        return self._wire(ProspectsPage(self._workspace, self._preferences, self._documents))

    @cached_property
    def matrix(self) -> "MatrixPage":
        from desktop.ui.matrix.page import MatrixPage

        return self._wire(MatrixPage(self._workspace))

    @cached_property
    def followups(self) -> "FollowUpsPage":
        from desktop.ui.followups.page import FollowUpsPage

        return self._wire(FollowUpsPage(self._workspace, self._documents))

    @cached_property
    def proposals(self) -> "ProposalsPage":
        from desktop.ui.proposals.page import ProposalsPage

        return self._wire(ProposalsPage(self._workspace, self._documents))

    @cached_property
    def call(self) -> "CallPage":
        from desktop.ui.calls.page import CallPage
        from desktop.ui.mirror.window import MirrorWindow

        page = CallPage(self._workspace, self._documents, MirrorWindow)
        page.call_started.connect(self.calls_changed)
        page.call_ended.connect(self._end_call)
        return self._wire(page)

    @cached_property
    def library(self) -> "LibraryPage":
        from desktop.ui.library.page import LibraryPage

        return self._wire(LibraryPage(self._workspace, self._documents))

    @cached_property
    def catalogue(self) -> "CataloguePage":
        from desktop.ui.catalogue.page import CataloguePage

        return self._wire(CataloguePage(self._workspace, self._documents))

    @cached_property
    def settings(self) -> "SettingsPage":
        from desktop.ui.settings.page import SettingsPage

        page = SettingsPage(self._workspace, self._folder, self._look, self._preferences)
        page.protection_changed.connect(self.protection_changed)
        return self._wire(page)

    def _wire(self, page: AnyPage) -> AnyPage:
        """Connect what pages of several kinds may ask for."""
        ways: dict[str, Callable[..., None]] = {
            "prospect_opened": self.open_prospect,
            "call_requested": self.prepare_call,
            "call_resumed": self.resume_call,
            "call_opened": self.read_call,
            "proposal_requested": self.compose,
            "proposal_opened": self.open_proposal,
            "proposals_requested": lambda: self.wanted.emit("proposals"),
            "new_prospect_requested": self.new_prospect,
            "list_requested": self.show_list,
            "company_wanted": self.show_company,
        }
        page.toasted.connect(self.toasted)
        stack = getattr(page, "stack", None)
        if isinstance(stack, QUndoStack):
            tell_moves(stack, lambda sentence: self.toasted.emit(sentence, None))
        for name, way in ways.items():
            if hasattr(page, name):
                getattr(page, name).connect(way)
        return page
