"""Follow-ups into the calendar that the rep already has: one, a day, or all, as a file that their system opens."""

import uuid
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.documents.files import hand_over
from desktop.documents.followup_calendar import followup_calendar, followup_calendar_name
from desktop.errors import UserError
from desktop.i18n import _, current, ngettext
from desktop.services import calendar_feed
from desktop.services.calendar_feed import Feed
from desktop.ui.widgets.outcome import Outcome
from desktop.ui.workspace import Workspace


class CalendarActs:
    """Writes into ``documents`` and says so in ``outcome``; ``open_url`` says False when nothing opens the file.

    Importing a file again makes no double: what moved moves, what was dropped or done goes.
    """

    def __init__(
        self,
        workspace: Workspace,
        documents: Path,
        outcome: Outcome,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        self._workspace, self._documents = workspace, documents
        self._outcome, self._open_url = outcome, open_url

    def one(self, follow_up_id: uuid.UUID) -> None:
        """This follow-up, or its withdrawal when it is no longer open."""
        self._write(self._workspace.ask(calendar_feed.one, follow_up_id), _("A calendar never had this follow-up."))

    def several(self, follow_up_ids: Sequence[uuid.UUID]) -> None:
        """These follow-ups."""
        feeds = [self._workspace.ask(calendar_feed.one, each) for each in follow_up_ids]
        events = tuple(event for feed in feeds for event in feed.events)
        self._write(Feed(events), _("There is no follow-up to hand over."))

    def day(self, on: date) -> None:
        """What is due that day, and what has changed since it was handed over."""
        empty = _("Nothing is due on {date}.").format(date=current().date(on))
        self._write(self._workspace.ask(calendar_feed.day, on), empty)

    def all_open(self) -> None:
        """Every follow-up that is open, and what has to go."""
        self._write(self._workspace.ask(calendar_feed.all_open), _("There is no follow-up to hand over."))

    def _write(self, feed: Feed, empty: str) -> None:
        if not feed.events:
            self._outcome.show_error(empty)
            return
        today, language = self._workspace.clock.today(), current()
        data = followup_calendar(feed, today=today, language=language)
        try:
            path = hand_over(self._documents, followup_calendar_name(feed, today=today, language=language), data)
            # After the file is there: what a calendar was not given need not be withdrawn from it.
            self._workspace.do(calendar_feed.hand_over, feed.events)
        except UserError as error:
            self._outcome.show_error(str(error))
            return
        self._outcome.show_file(
            _sentence(feed, path), lambda: self._open(path), lambda: self._open(path.parent), tone="ok"
        )

    def _open(self, path: Path) -> None:
        if self._open_url(QUrl.fromLocalFile(str(path))) is False:
            self._outcome.show_error(_("No program here opens {file}.").format(file=path.name))


def _sentence(feed: Feed, path: Path) -> str:
    count = len(feed.events)
    said = ngettext("{count} follow-up is in {file}", "{count} follow-ups are in {file}", count)
    words = [said.format(count=count, file=path.name)]
    if gone := len(feed.withdrawn):
        words.append(ngettext("{count} to take out", "{count} to take out", gone).format(count=gone))
    return _("{what}: open it in your calendar.").format(what=", ".join(words))
