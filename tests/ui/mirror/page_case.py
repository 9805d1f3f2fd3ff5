"""A page to turn towards a prospect, made of plain values."""

import uuid
from datetime import date

from desktop.models.need_kinds import NeedKind
from desktop.services.shared_page import SharedNeed, SharedSheet

LOST_DAY = "We lose a day a week."
UNOPENED = "Nobody opens the CRM."
BUDGET = "I put 15 k€ aside."
NEEDS = (
    SharedNeed(uuid.UUID(int=1), NeedKind.STAKE, (LOST_DAY,), confirmed=True),
    SharedNeed(uuid.UUID(int=2), NeedKind.OBSTACLE, (UNOPENED,)),
    SharedNeed(uuid.UUID(int=3), NeedKind.CONSTRAINT, (BUDGET, "Before the end of January.")),
    SharedNeed(uuid.UUID(int=4), NeedKind.DECISION, (), "Claire decides with her partner."),
)
SHEET = SharedSheet(
    "Atelier Nord Conseil", "Julie Morvan", "Ateliers Brévent", "Claire Fontaine", date(2026, 11, 23), "en", NEEDS
)
INK = (((100, 100), (300, 120), (500, 90)),)
