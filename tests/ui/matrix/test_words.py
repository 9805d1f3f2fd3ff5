"""What is foretold and what is done, in words."""

from datetime import date, datetime

from desktop.i18n import use
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.grids import Band
from desktop.models.matrix import SHIPPED, Heat
from desktop.services.matrix_acts import Calling, Outlook
from desktop.services.matrix_board import PLACES, Beside
from desktop.ui.matrix import words

HOT = (Band.GOOD, Heat.HOT)
ASKED = Calling(HOT, Channel.PHONE, 2, Objective.VALIDATION, SHIPPED[HOT], None)


def test_every_place_has_a_name_of_its_own() -> None:
    assert len({words.place_name(place) for place in PLACES}) == 11


def test_what_will_be_done_is_said_before() -> None:
    def told(**known: object) -> str:
        outlook = Outlook(**{"count": 0, "kept": 0, "beyond": 0, "first": None, "last": None, "a_day": 8, **known})
        return words.foreseen(ASKED, outlook, by_cadence=False)

    use("fr")
    first, last = date(2026, 11, 24), date(2026, 11, 27)
    assert told(count=12, kept=3, first=first, last=last) == (
        "12 relances seront posées entre le mardi 24 novembre et le vendredi 27 novembre, 8 par jour au plus. "
        "3 gardent leur prochaine étape."
    )
    assert told(count=1, beyond=40, first=first, last=first) == (
        "1 relance sera posée le mardi 24 novembre. 40 restent pour une prochaine fois."
    )
    assert told(kept=3) == "Tous ont déjà une prochaine étape."


def test_bands_totals_and_dates() -> None:
    assert words.qualification(Band.MEDIUM, Band.GOOD, False) == "medium to good"
    assert words.qualification(Band.GOOD, Band.GOOD, False) == "good"
    assert words.qualification(Band.LOW, Band.GOOD, True) == "to complete"
    assert words.qualification(None, None, True) == ""
    now = datetime.fromisoformat("2026-11-23T14:00")
    assert [words.due(due, now.date()) for due in (None, now)] == ["none planned", "14:00"]
    beside = Calling(Beside.TO_COMPLETE, Channel.PHONE, 2, Objective.PRECISION, None, None)
    assert words.place_action(beside).startswith("Ask what is missing")
