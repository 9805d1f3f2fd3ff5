"""What can be done on the Follow-ups page, for the menus, the palette and F1, and the few keys shown at its foot."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.ui.actions import Action
from desktop.ui.widgets.followup_acts import undo_actions
from desktop.ui.widgets.list_keys import ListKeys

_MORE = {Qt.Key.Key_V: "view", Qt.Key.Key_F: "filter", Qt.Key.Key_X: "choose", Qt.Key.Key_Escape: "unchoose"}


class Board(Protocol):
    """What the commands need of the page."""

    key: str
    stack: QUndoStack

    def act(self, asked: str) -> None: ...


def commands(page: Board) -> list[Action]:
    """Every act of the page; those of one key are listened to by the page itself."""

    def here(asked: str, label: str, keys: str, icon: str, bound: bool = False) -> Action:
        run = lambda: page.act(asked)  # noqa: E731
        return Action(f"followups.{asked}", label, run, (keys,), page.key, icon, bound=bound)

    return [
        here("done", _("Follow-up done"), "Space", "check"),
        here("call", _("Call"), "A", "phone"),
        here("draft", _("Prepare the message"), "M", "mail"),
        here("move", _("Postpone"), "R", "calendar-clock"),
        here("snooze", _("Remind me later"), "S", "bell"),
        here("proposal", _("Proposal"), "P", "file-text"),
        here("open", _("Open the file"), "Return", "user"),
        here("drop", _("Drop this follow-up"), "Delete", "x"),
        here("choose", _("Choose one more, for an act on several"), "X", "list-checks"),
        here("view", _("As a list or as a week"), "V", "calendar"),
        here("filter", _("Choose what is shown"), "F", "filter"),
        here("calendar", _("As a calendar file (.ics)"), "Ctrl+E", "download", bound=True),
        _shown("earlier", _("Week: a day sooner or later"), "Alt+Right", page.key),
        _shown("week_later", _("Week: a week sooner or later"), "Alt+Down", page.key),
        _shown("next_week", _("Week: the one before or after"), "PgDown", page.key),
        _shown("this_week", _("Week: this one"), "Home", page.key),
        *undo_actions(page.key, page.stack),
    ]


def _shown(name: str, label: str, keys: str, scope: str) -> Action:
    """A key that only the week listens to, to be read under F1."""
    return Action(
        f"followups.{name}", label, lambda: None, (keys,), scope, enabled=lambda: False, bound=False, in_palette=False
    )


def hints(shows_week: bool) -> list[tuple[str, str]]:
    """The keys at the foot of the window."""
    first = [(_("list"), "V"), (_("postpone a day"), "Alt+Right")] if shows_week else [(_("week"), "V")]
    return [*first, (_("done"), "Space"), (_("postpone"), "R"), (_("message"), "M"), (_("call"), "A")][:5]


class PageKeys(ListKeys):
    """V the list or the week, F what is shown, X choose one more, Esc only the one at hand."""

    def __init__(self, page: QWidget, view: QWidget, step: Callable[[int], None], act: Callable[[str], None]) -> None:
        def does(asked: str) -> Callable[[], None]:
            return lambda: act(asked)

        super().__init__(page, view, step, act, {key: does(asked) for key, asked in _MORE.items()})
