"""Filters under a name: the shipped ones stay, the rep's own are saved, renamed, ordered, removed and brought back."""

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.i18n import Language
from desktop.models.matrix import Heat
from desktop.models.saved_filters import SavedFilter
from desktop.services import saved_filters
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter

HOT = ProspectFilter(heats=(Heat.HOT,))
SALON = ProspectFilter(sources=("salon",))


def names(session: Session) -> list[str]:
    return [each.name for each in saved_filters.own(session)]


def test_the_shipped_ones_begin_with_the_whole_list() -> None:
    first, *others = saved_filters.shipped(Language("fr"))
    assert (first.name, first.filter) == ("Tous", NO_FILTER)
    assert [each.name for each in others] == [
        "Sans prochaine étape",
        "Chauds",
        "À compléter",
        "Sans nouvelles",
        "Écartés à réveiller",
        "Perdus",
    ]
    assert all(each.filter for each in others)


def test_saved_renamed_ordered_removed_and_brought_back(session: Session, clock: FixedClock) -> None:
    salon = saved_filters.save(session, "  Salon   2026 ", SALON, now=clock.now())
    hot = saved_filters.save(session, "Mes chauds", HOT, now=clock.now())
    assert [(each.name, each.filter) for each in saved_filters.own(session)] == [
        ("Salon 2026", SALON),
        ("Mes chauds", HOT),
    ]
    assert saved_filters.rename(session, hot, "Brûlants") == "Mes chauds"
    saved_filters.reorder(session, hot, -1)
    assert names(session) == ["Brûlants", "Salon 2026"]
    saved_filters.reorder(session, hot, -1)
    assert names(session) == ["Brûlants", "Salon 2026"]
    saved_filters.remove(session, hot, at=clock.now())
    assert names(session) == ["Salon 2026"]
    saved_filters.remove(session, hot, at=None)
    assert names(session) == ["Brûlants", "Salon 2026"]
    assert saved_filters.save(session, "salon 2026", HOT, now=clock.now()) == salon
    assert [each.filter for each in saved_filters.own(session)] == [HOT, HOT]


def test_what_cannot_be_saved_says_why(session: Session, clock: FixedClock) -> None:
    saved_filters.save(session, "Salon", SALON, now=clock.now())
    hot = saved_filters.save(session, "Brûlants", HOT, now=clock.now())
    for name, chosen in (("", HOT), ("all", HOT), ("Rien", NO_FILTER)):
        with pytest.raises(UserError):
            saved_filters.save(session, name, chosen, now=clock.now())
    with pytest.raises(UserError, match="Another filter"):
        saved_filters.rename(session, hot, "SALON")
    assert names(session) == ["Salon", "Brûlants"]


def test_a_filter_saved_by_a_later_version_still_opens(session: Session, clock: FixedClock) -> None:
    content = {"heats": ["hot", "boiling"], "moon": "full", "stale_days": "many", "planned": 1}
    session.add(SavedFilter(name="Demain", content=content, created_at=clock.now()))
    assert [each.filter for each in saved_filters.own(session)] == [HOT]
