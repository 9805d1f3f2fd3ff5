"""The plan card alone, over Claire's proposal, refreshed by every change as the page does."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.i18n import NO_BREAK_SPACE
from desktop.models.proposals import Proposal
from desktop.services import proposals
from desktop.services.proposal_sheet import sheet
from desktop.ui.autosave import flush_all
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.plan_card import PlanCard
from desktop.ui.proposals.plan_row import PlanRow
from desktop.ui.workspace import Workspace
from tests.services.proposal_case import NOW, claire, seller


def facts(row: PlanRow) -> str:
    """What a row says after its fields, its no-break spaces written as spaces."""
    return row.dates.text().replace(NO_BREAK_SPACE, " ")


class PlanBench:
    """The card, what it works on, and what it refused."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        workspace.do(seller)
        case = workspace.do(claire)
        self.key: uuid.UUID = workspace.do(proposals.compose, case.prospect, now=NOW, language="fr", call_id=case.call)
        self.desk = Desk(workspace)
        self.desk.open(self.key)
        self.refused: list[str] = []
        self.desk.refused.connect(self.refused.append)
        self.card = PlanCard(self.desk)
        workspace.changed.connect(self.show)
        self.show()

    def show(self, _touched: object = None) -> None:
        self.card.show_sheet(self.workspace.ask(sheet, self.key, zone=self.workspace.clock.zone))

    @property
    def proposal(self) -> Proposal:
        """What the file says now."""
        return self.workspace.ask(lambda session: session.get_one(Proposal, self.key))

    @property
    def names(self) -> list[str]:
        return [row.name.text() for row in self.card.rows]

    def type(self, editor: QLineEdit, text: str) -> None:
        """Replace what is in a field, and leave it."""
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.selectAll()
        editor.insert(text)
        flush_all(self.card)
        editor.clearFocus()
        self.show()
