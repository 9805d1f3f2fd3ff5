"""The cadences that a rep may start: the shipped ones, and their own over them."""

from sqlalchemy.orm import Session

from desktop.models.cadences import Cadence
from desktop.models.library import ItemKind
from desktop.services import library
from desktop.services.library import Shelfmark


def in_use(session: Session, language: str) -> list[Cadence]:
    """The cadences that may be started in that language (``fr`` or ``en``), the shipped ones first."""
    return [Cadence.from_dict(content) for content in library.in_use(session, ItemKind.CADENCE, language)]


def find(session: Session, key: str, language: str) -> Cadence | None:
    """The cadence in use of that key, archived or not; ``None`` when there is none."""
    try:
        piece = library.piece(session, Shelfmark(ItemKind.CADENCE, key, language))
    except KeyError:
        return None
    return Cadence.from_dict(piece.in_use) if piece.in_use else None
