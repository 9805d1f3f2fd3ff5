"""What Ctrl+K finds besides commands: prospects, words said, exchanges, proposals; each in its sentence."""

import uuid
from collections.abc import Callable, Sequence

from desktop.i18n import _
from desktop.services.found_things import Found
from desktop.services.search import search
from desktop.ui.actions import display_keys
from desktop.ui.command_palette import Hit
from desktop.ui.widgets.found_words import ICONS, Opened, first_line, second_line
from desktop.ui.workspace import Workspace

FOUND = 6
ALL_KEYS = "Ctrl+Shift+K"


def finders(
    workspace: Workspace,
    open_prospect: Callable[[uuid.UUID], None],
    *,
    opened: Opened | None = None,
    show_all: Callable[[str], None] | None = None,
) -> list[Callable[[str], Sequence[Hit]]]:
    """The finder of the palette: at most ``FOUND`` of each kind, then the way to ``show_all`` of them.

    ``opened`` opens the very place of what was found; without it, the file of the prospect is opened.
    """

    def place(found: Found) -> Callable[[], None]:
        return lambda: opened(found) if opened is not None else open_prospect(found.prospect_id)

    def find(typed: str) -> list[Hit]:
        results = workspace.ask(search, typed, now=workspace.clock.now(), limit=FOUND, deep=False)
        hits = [
            Hit(
                first_line(found),
                second_line(found, workspace.clock.zone),
                ICONS[found.kind],
                place(found),
                words=results.words,
            )
            for group in results.groups
            for found in group.found
        ]
        if show_all is None:
            return hits
        every = Hit(_("All the results"), typed, "search", lambda: show_all(typed), display_keys(ALL_KEYS))
        return [*hits, every]

    return [find]
