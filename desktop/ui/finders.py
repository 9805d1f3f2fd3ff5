"""What Ctrl+K finds besides commands: prospects, and what they said."""

import uuid
from collections.abc import Callable
from functools import partial

from desktop.services import prospect_rows, search
from desktop.ui.command_palette import Hit
from desktop.ui.workspace import Workspace

FOUND = 6


def finders(workspace: Workspace, open_prospect: Callable[[uuid.UUID], None]) -> list[Callable[[str], list[Hit]]]:
    """One finder a kind of thing; each takes what is typed and gives at most ``FOUND`` hits."""

    def names(text: str) -> list[Hit]:
        rows = workspace.ask(prospect_rows.prospect_rows, text, limit=FOUND)
        return [Hit(row.name, row.contact or row.job_title, "user", partial(open_prospect, row.id)) for row in rows]

    def sentences(text: str) -> list[Hit]:
        found = workspace.ask(search.matching_sentences, text, limit=FOUND)
        return [Hit(hit.text, hit.prospect, "quote", partial(open_prospect, hit.prospect_id)) for hit in found]

    return [names, sentences]
