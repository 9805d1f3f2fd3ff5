"""One reminder, for the tests of what shows it."""

import uuid
from datetime import UTC, timedelta

from desktop.models.followup_kinds import Channel, Objective
from desktop.services.reminders import Reminder
from tests.conftest import MONDAY

CALL = Reminder(
    follow_up_id=uuid.UUID(int=1),
    prospect_id=uuid.UUID(int=2),
    remind_at=MONDAY.astimezone(UTC),
    person="Claire Fontaine",
    company="Ateliers Brévent",
    phone="06 12 34 56 78",
    email="claire@brevent.fr",
    channel=Channel.PHONE,
    objective=Objective.VALIDATION,
    subject="valider\nle budget",
    brings="",
    due_local=MONDAY.replace(tzinfo=None),
    zone="Europe/Paris",
    due_at=MONDAY.astimezone(UTC),
    late=timedelta(),
    late_days=0,
    said="Mes commerciaux perdent un jour par semaine.",
    proposal_id=None,
)
