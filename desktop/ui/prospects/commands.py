"""What can be done on the Prospects page, for the menus, the palette and F1, and the few keys shown at its foot."""

import uuid
from collections.abc import Callable
from typing import Protocol

from desktop.i18n import _
from desktop.ui.actions import Action
from desktop.ui.prospects.needs_card import KEYS as NEEDS_KEYS


class FilePage(Protocol):
    """What the commands need of the page: its own acts, each by name."""

    key: str

    def act(self, asked: str) -> None: ...

    def current_id(self) -> uuid.UUID | None: ...


def commands(page: FilePage, wide: Callable[[], bool]) -> list[Action]:
    """The acts of the page itself; ``wide`` tells whether the list is alone."""

    def has_one() -> bool:
        return page.current_id() is not None

    def on_one(asked: str, label: str, keys: str, icon: str, bound: bool = True) -> Action:
        run = lambda: page.act(asked)  # noqa: E731
        return Action(f"prospects.{asked}", label, run, (keys,) if keys else (), page.key, icon, has_one, bound=bound)

    new, find, alone = (lambda asked=asked: page.act(asked) for asked in ("new", "find", "wide"))
    return [
        Action("prospects.new", _("New prospect"), new, ("Ctrl+N",), page.key, "plus"),
        Action("prospects.find", _("Filter the prospects"), find, ("Ctrl+F",), page.key, "search"),
        on_one("call", _("Call"), "Ctrl+L", "phone"),
        on_one("proposal", _("Proposal"), "", "file-text"),
        on_one("step", _("Next step"), "Ctrl+R", "calendar-clock"),
        on_one("status", _("Change the status"), "", "flag"),
        on_one("edit", _("Edit"), "F2", "pencil"),
        Action(
            "prospects.wide",
            lambda: _("List beside the file") if wide() else _("List alone"),
            alone,
            ("F8",),
            page.key,
            "list",
        ),
        on_one("words_behind", _("The words behind the scores"), "Shift+F2", "message-square-quote"),
        on_one("needs", _("Needs of this prospect"), NEEDS_KEYS, "list-checks"),
        on_one("remove", _("Remove this prospect"), "Delete", "trash-2", bound=False),
    ]


def hints() -> list[tuple[str, str]]:
    """The keys to know first."""
    return [
        (_("filter"), "Ctrl+F"),
        (_("edit"), "F2"),
        (_("call"), "Ctrl+L"),
        (_("next step"), "Ctrl+R"),
        (_("list alone"), "F8"),
    ]
