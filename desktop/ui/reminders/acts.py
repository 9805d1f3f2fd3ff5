"""Answering a reminder: seen, or again later. Each act is told, and can be taken back."""

from collections.abc import Callable, Sequence
from datetime import UTC, timedelta
from typing import Any, TypeVar

from desktop.errors import UserError
from desktop.i18n import _, ngettext
from desktop.services import followups, reminders
from desktop.services.reminders import Reminder
from desktop.ui.reminders import words
from desktop.ui.workspace import Workspace

SHORT, LONG = timedelta(minutes=10), timedelta(hours=1)
R = TypeVar("R")


class ReminderActs:
    """``toast(sentence, undo)`` tells the rep; ``changed`` is called when an act was taken back."""

    def __init__(
        self,
        workspace: Workspace,
        toast: Callable[[str, object], object],
        changed: Callable[[], object],
    ) -> None:
        self._workspace, self._toast, self._changed = workspace, toast, changed

    def answer(self, reminder: Reminder) -> bool:
        """It rings no more, and what the rep does instead says why. False when it could not be written."""
        rung = {reminder.follow_up_id: reminder.remind_at}
        return self.attempt(lambda: self._workspace.do(reminders.acknowledge, rung) or True) is not None

    def see(self, reminder: Reminder) -> None:
        """It was seen, and that is all."""
        if self.answer(reminder):
            rung = {reminder.follow_up_id: reminder.remind_at}
            self._tell(_("Reminder seen: {who}").format(who=reminder.who), reminders.ring_again, rung)

    def see_all(self) -> None:
        """All that rings was seen, listed or not."""
        now = self._workspace.clock.now()
        was = self.attempt(lambda: self._workspace.do(reminders.acknowledge_all, now=now))
        if was:
            said = ngettext("{count} reminder seen", "{count} reminders seen", len(was)).format(count=len(was))
            self._tell(said, reminders.ring_again, was)

    def snooze(self, several: Sequence[Reminder], delay: timedelta | None) -> None:
        """They ring again after ``delay``, or on the next morning that is worked; the dates that were promised stay."""
        now = self._workspace.clock.now()
        # In universal time: ten minutes are ten minutes in the night when the clocks change, too.
        until = now.astimezone(UTC) + delay if delay else self._workspace.ask(reminders.tomorrow, now=now)
        keys = [each.follow_up_id for each in several]
        changes = self.attempt(lambda: self._workspace.do(reminders.snooze, keys, until, now=now))
        if changes is None:
            return
        moment = words.moment(until.astimezone(now.tzinfo), now)
        who = several[0].who if len(several) == 1 else words.counted(len(several))
        self._tell(_("Rings again at {moment}: {who}").format(moment=moment, who=who), followups.undo, changes)

    def attempt(self, step: Callable[[], R]) -> R | None:
        """Do it, or say why it cannot be done and give ``None``."""
        try:
            return step()
        except UserError as error:
            self._toast(str(error), None)
            return None

    def _tell(self, said: str, back: Callable[[Any, R], object], what: R) -> None:
        def take_back() -> None:
            self.attempt(lambda: self._workspace.do(back, what))
            self._changed()

        self._toast(said, take_back)
