"""The next thing promised, in words."""

from desktop import i18n
from desktop.services import examples, today
from desktop.ui.reminders import reminder_words
from tests.conftest import MONDAY


def test_a_reminder_says_when_and_who(workspace) -> None:
    i18n.use("fr")
    workspace.do(examples.load, now=MONDAY, language="fr")
    found = workspace.ask(today.next_reminder, MONDAY)
    assert found is not None
    assert reminder_words(*found, now=MONDAY) == "09:30 · MV Conseil"
    assert reminder_words(*found, now=MONDAY.replace(day=22)) == "lun. 23 nov. 09:30 · MV Conseil"
