"""What reminders say, in French as a salesperson reads it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop import i18n
from desktop.services import examples, today
from desktop.ui.reminders import words
from tests.conftest import MONDAY
from tests.ui.reminders.reminder_case import CALL


@pytest.fixture(autouse=True)
def french(english: None) -> None:
    i18n.use("fr")


def test_the_next_one_says_when_and_who(workspace) -> None:
    workspace.do(examples.load, now=MONDAY, language="fr")
    found = workspace.ask(today.next_reminder, MONDAY)
    assert found is not None
    assert words.reminder_words(*found, now=MONDAY) == "09:30 · MV Conseil"
    assert words.reminder_words(*found, now=MONDAY.replace(day=22)) == "lun. 23 nov. 09:30 · MV Conseil"


def test_a_line_and_its_quotation() -> None:
    assert words.one_line(CALL, MONDAY) == "09:30 · Claire Fontaine · valider le budget"
    assert words.aim(CALL) == "Téléphone · Validation"
    assert words.quoted(CALL) == "«\u00a0Mes commerciaux perdent un jour par semaine.\u00a0»"
    assert words.quoted(replace(CALL, said=" ")) == ""
    assert len(words.quoted(replace(CALL, said="mot " * 200))) < 250


@pytest.mark.parametrize(
    ("late", "days", "said"),
    [
        (timedelta(seconds=59), 0, ""),
        (timedelta(minutes=20), 0, "en retard de 20\u00a0min"),
        (timedelta(hours=3, minutes=59), 1, "en retard de 3\u00a0h"),
        (timedelta(days=1), 1, "en retard de 1 jour"),
        (timedelta(days=3, hours=23), 4, "en retard de 4 jours"),
    ],
)
def test_how_late(late: timedelta, days: int, said: str) -> None:
    assert words.late(replace(CALL, late=late, late_days=days)) == said


def test_an_hour_of_elsewhere_says_where() -> None:
    martinique = ZoneInfo("America/Martinique")
    there = MONDAY.astimezone(martinique)
    assert words.when(CALL, there) == "09:30 (Paris)"
    skipped = datetime.fromisoformat("2027-03-28T02:30")
    night = replace(CALL, due_local=skipped, due_at=datetime(2027, 3, 28, 1, 30, tzinfo=UTC))
    assert words.when(night, datetime(2027, 3, 28, 9, tzinfo=ZoneInfo("Europe/Paris"))) == "02:30"


def test_how_many() -> None:
    assert [words.title(1, missed=False), words.title(3, missed=False)] == ["Rappel", "3 rappels"]
    assert words.title(5, missed=True) == "Pendant votre absence\u00a0: 5 rappels"
    assert words.counted(1) == "1 rappel"
