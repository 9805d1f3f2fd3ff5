"""The page turned towards the prospect: opened with what may be shown, and kept as one act of the call when signed.

The page itself is another part of the program, which knows nothing of calls: it is made by whoever is given here.
"""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _, ngettext
from desktop.models.needs import Reply
from desktop.services import shared_page
from desktop.services.shared_page import Agreement, SharedSheet
from desktop.ui.actions import Action
from desktop.ui.undo import Step

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall

Make = Callable[[SharedSheet, Agreement | None], Any]
"""``MirrorWindow``, or anything with its signals, ``open_over``, ``thank`` and ``tell_not_saved``."""


class MirrorActs(QObject):
    """Keeps what the prospect left unfinished, so that the page opens again as it was, for as long as the call is."""

    changed = Signal()
    """Needs, evidence and entries, after a page was signed, taken back or signed again."""
    closed = Signal()
    """The rep has their screen back."""

    def __init__(self, call: "RunningCall", make: Make) -> None:
        super().__init__(call)
        self._call = call
        self._make = make
        self.window: Any = None
        """The page while it is open."""
        self.draft: Agreement | None = None
        self._told = ""
        self._leaving: Any = None

    def open(self, over: QWidget | None = None) -> bool:
        """Show the page on the screen of ``over``. False when there is nothing to show, and says what to do."""
        if self.window is not None:
            self.window.activateWindow()
            return True
        call = self._call
        sheet = call.ask(shared_page.page, call.call_id, today=call.today())
        if not sheet.needs:
            call.refused.emit(_("There is nothing to show yet: mark their words as quotable first, with Ctrl+B."))
            return False
        self.window = self._make(sheet, self.draft)
        self.window.agreed.connect(self._sign)
        self.window.closed.connect(lambda left: self._close(left, over))
        self.window.open_over(over)
        return True

    def sign(self, agreement: Agreement) -> bool:
        """Keep what they agreed to: one act, and one undo takes all of it back."""
        call = self._call
        at, seconds = call.now(), call.elapsed
        kept: list[uuid.UUID] = []

        def agree() -> None:
            if kept:
                call.write(shared_page.restore, kept[0])
            else:
                kept.append(
                    call.write(shared_page.agree, call.call_id, agreement, at, offset_seconds=seconds),
                )

        def take_back() -> None:
            call.write(shared_page.take_back, kept[0], at=call.now())

        return call.act(_name(agreement), self._shown(agree), self._shown(take_back))

    def _shown(self, step: Step) -> Step:
        def run() -> None:
            step()
            self._call.show_entries()
            self.changed.emit()

        return run

    def _sign(self, agreement: Agreement) -> None:
        if self.sign(agreement):
            self._told = _told(agreement)
            self.window.thank()
        else:
            self.window.tell_not_saved()

    def _close(self, left: Agreement, over: QWidget | None) -> None:
        told, self._told = self._told, ""
        # Held until Qt has deleted it by itself: it is still in the middle of closing.
        self._leaving, self.window = self.window, None
        self.draft = None if told else left
        if over is not None:
            over.window().activateWindow()
        self.closed.emit()
        if told:
            # Not before: a message about them is none of their reading.
            self._call.told.emit(told)


def _name(agreement: Agreement) -> str:
    if agreement.signed_name and agreement.signature:
        return _("shared page signed by {name}").format(name=agreement.signed_name)
    return _("shared page agreed to")


def _told(agreement: Agreement) -> str:
    count = sum(each.reply in (Reply.CONFIRMED, Reply.CORRECTED) for each in agreement.decisions)
    text = ngettext("Shared page kept: {count} need confirmed.", "Shared page kept: {count} needs confirmed.", count)
    return text.format(count=count)


def mirror_actions(show: Callable[[], Any], scope: str, able: Callable[[], bool]) -> list[Action]:
    """F9 turns the page towards the prospect (``MirrorActs.open``)."""
    return [
        Action(
            "call.mirror",
            _("Page to turn towards the prospect"),
            lambda: show(),
            ("F9",),
            scope,
            "refresh-cw",
            able,
            (_("share"), _("sign"), _("mirror")),
            group="edit",
        )
    ]
