"""A library with one item of the rep's own, for the tests of what is done with it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.database import Session
from desktop.models.library import ItemKind
from desktop.services import library, library_drafts
from desktop.services.library import Shelfmark

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
GRID = Shelfmark(ItemKind.GRID, "five-criteria", "en")
SCRIPT = Shelfmark(ItemKind.SCRIPT, "b2b", "en")


def publish_as(session: Session, mark: Shelfmark, **changes: object) -> int:
    """Publish a version of an item with some of its fields changed."""
    content = library.piece(session, mark).content
    library_drafts.save_draft(session, mark, {**content, **changes}, now=NOW)
    return library_drafts.publish(session, mark, now=NOW)
