"""The needs of a prospect on a page that has no call: the same list and editor, with the acts and undo of the page."""

import uuid
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.ui.undo import Step
from desktop.ui.widgets.need_acts import ProspectNeedActs
from desktop.ui.widgets.needs_overlay import NeedsOverlay
from desktop.ui.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")
Act = Callable[[str, Step, Step], object]
"""Does a named act on the page's stack: its words, what it does, what takes it back."""


class PageDesk:
    """Does the acts on the needs of one prospect as acts of a page; ``refuse`` says why one is not done."""

    def __init__(self, workspace: Workspace, prospect_id: uuid.UUID, act: Act, refuse: Callable[[str], object]) -> None:
        self._workspace, self._act, self._refuse = workspace, act, refuse
        self.prospect_id = prospect_id

    def ask(self, query: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        return self._workspace.ask(query, *args, **kwargs)

    def write(self, command: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        return self._workspace.do(command, *args, **kwargs)

    def act(self, text: str, do: Step, take_back: Step) -> bool:
        """Told as the other acts of the page, whose names begin a sentence. False when refused, and said so."""
        try:
            self._act(text[:1].upper() + text[1:], do, take_back)
        except UserError as error:
            self._refuse(str(error))
            return False
        return True

    def now(self) -> datetime:
        return self._workspace.clock.now()

    def today(self) -> date:
        return self._workspace.clock.today()


class NeedsOpener(QObject):
    """Opens the needs over the window of ``page``; ``act`` does an act of that page, ``toast`` says what is refused."""

    def __init__(self, workspace: Workspace, page: QWidget, act: Act, toast: Callable[[str, object], object]) -> None:
        super().__init__(page)
        self._workspace, self._page, self._act, self._toast = workspace, page, act, toast
        self._acts: ProspectNeedActs | None = None
        self.overlay: NeedsOverlay | None = None
        """Built when it is first needed, over the window that the page is in by then."""

    def open(self, prospect_id: uuid.UUID, who: str) -> None:
        """Show the needs of a prospect, until the rep closes them; says so where there is nothing to make one of."""
        if self.overlay is None:
            self.overlay = NeedsOverlay(self._page.window())
        if self.overlay.isVisible():
            return
        desk = PageDesk(self._workspace, prospect_id, self._act, self._refuse)
        self._acts = ProspectNeedActs(desk, self._refuse)
        sheet = self._acts.sheet()
        if not sheet.needs and not sheet.loose:
            self._refuse(_("No need yet: they come from what is said in a call."))
            return
        # Any change is news: an undo may take back what was done before they were opened.
        self._acts.show_in(self.overlay, who, (self._workspace.changed,))

    def close(self) -> None:
        """Save what is typed and close: the page is being left."""
        if self.overlay is not None:
            self.overlay.close_overlay()

    def _refuse(self, words: str) -> None:
        self._toast(words, None)
