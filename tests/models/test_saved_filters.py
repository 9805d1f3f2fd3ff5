"""A saved filter keeps its plain form as it was given, and its place."""

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.saved_filters import SavedFilter


def test_it_keeps_its_plain_form(session: Session, clock: FixedClock) -> None:
    content = {"heats": ["hot"], "stale_days": 30}
    kept = SavedFilter(name="Chauds d’été", content=content, created_at=clock.now())
    session.add(kept)
    session.flush()
    session.expire_all()
    assert (kept.name, kept.content, kept.position, kept.deleted_at) == ("Chauds d’été", content, 0, None)
