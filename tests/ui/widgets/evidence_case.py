"""A prospect with words about two criteria, on the real file, for the tests that show them."""

import uuid
from datetime import timedelta

from desktop.services import calls, prospects, templates
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY

GRID = templates.grid("five-criteria", "en")
SCRIPT = templates.script("b2b", "en")


def asking(criterion: str) -> str:
    return next(question.key for question in SCRIPT.questions if question.criterion == criterion)


class EvidenceCase:
    """Claire: two verbatims about the need (scored 3, only stated), one about the budget (scored 2)."""

    def __init__(self, workspace: Workspace, prospect_id: uuid.UUID | None = None) -> None:
        self.workspace = workspace
        self.prospect_id = prospect_id or workspace.do(
            prospects.create_prospect, now=MONDAY, company="Ateliers Brévent", person="Claire Fontaine"
        )
        self.call_id = workspace.do(calls.start_call, self.prospect_id, SCRIPT, GRID, now=MONDAY)
        self.day = self.say("We lose a day a week.", "need", 251)
        self.tool = self.say("Nobody opens the tool.", "need", 302)
        self.money = self.say("I have put 15 k€ aside.", "budget", 348)
        for criterion, level in (("need", 3), ("budget", 2)):
            workspace.do(calls.set_score, self.call_id, criterion, level, at=MONDAY + timedelta(minutes=7))

    def say(self, words: str, criterion: str, seconds: int) -> uuid.UUID:
        return self.workspace.do(
            calls.add_entry,
            self.call_id,
            "verbatim",
            words,
            at=MONDAY + timedelta(seconds=seconds),
            question=asking(criterion),
            offset_seconds=seconds,
        )
