"""The card "Plan": the day they wish for, and the steps counted back from it."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.i18n import _, current, ngettext, pgettext
from desktop.models.facts import read_day
from desktop.models.plan_words import aim, what_slips
from desktop.services import plan_draft, proposal_plan, proposals
from desktop.services.natural_dates import understand
from desktop.services.proposal_plan import PlanView
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.actions import Action
from desktop.ui.autosave import flush_all
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.numbers import read_date
from desktop.ui.proposals.plan_chart import PlanChart
from desktop.ui.proposals.plan_row import PlanRow
from desktop.ui.undo import short
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel


class PlanCard(Card):
    """Rows stay the same widgets as long as they are the same steps, so that typing goes on.

    ``calendar_wanted`` asks for the dates as a file for calendars.
    """

    calendar_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(pgettext("card", "Plan"), _("Alt+↑↓ to reorder"), spacing=8)
        self._desk = desk
        self._order: list[str] = []
        self._rows: dict[str, PlanRow] = {}
        self.view: PlanView | None = None
        self._make_head()
        self.chart = PlanChart()
        self.slips = PlainLabel("", "small", wrap=True)
        self.body.addWidget(self.chart)
        self.body.addWidget(self.slips)
        self._make_foot()

    def _make_head(self) -> None:
        self.wished = QLineEdit()
        self.wished.setPlaceholderText(_("29/01, end of January, in 2 months…"))
        self.field = Field(_("Ready by, for the client"), self.wished)
        self._save = self._desk.keep(self.wished, self._wish, self.field)
        self.says = PlainLabel("", "small", wrap=True)
        self.body.addWidget(self.field)
        self.body.addWidget(self.says)

    def _make_foot(self) -> None:
        self.add = Button(_("Add a step"), "secondary", icon_name="plus")
        self.propose = Button(_("Propose a plan"), "quiet", icon_name="refresh-cw")
        self.calendar = Button(_("Calendar file"), "quiet", icon_name="calendar")
        self.add.clicked.connect(lambda: self.add_step())
        self.propose.clicked.connect(self.propose_plan)
        self.calendar.clicked.connect(self.calendar_wanted)
        foot = QWidget()
        # On two lines where the window is narrow.
        flow = FlowLayout(foot)
        for button in (self.add, self.propose, self.calendar):
            flow.addWidget(button)
        self.body.addWidget(foot)

    @property
    def rows(self) -> list[PlanRow]:
        """In the order shown."""
        return [self._rows[key] for key in self._order]

    def show_sheet(self, sheet: ProposalSheet) -> None:
        """Say what is on the disk, with the dates as they stand today."""
        workspace = self._desk.workspace
        self.view = workspace.ask(proposal_plan.view, sheet.proposal.id, today=workspace.clock.today())
        if not self.wished.hasFocus():
            day = self.view.wished_on
            self._save.show(current().date(day) if day else "")
        order = [step.key for step in self.view.steps]
        if order != self._order:
            self._arrange(order)
        for place, step in enumerate(self.view.steps):
            dated = self.view.plan.steps[place] if self.view.plan else None
            self._rows[step.key].show_step(self.view.steps, place, dated)
        self._say(self.view, sheet)

    def _say(self, view: PlanView, sheet: ProposalSheet) -> None:
        late = bool(view.plan and view.plan.late)
        self.says.set_kind("danger" if view.error else "warn" if late else "small")
        self.says.setText(_says(view))
        self.says.setVisible(bool(self.says.text()))
        self.chart.show_plan(view.plan)
        self.slips.setText(what_slips(view.plan, current())[0] if view.plan else "")
        self.slips.setVisible(view.plan is not None)
        self.add.setEnabled(not view.error)
        self.propose.set_text(_("Propose again") if view.steps or view.error else _("Propose a plan"))
        self.calendar.setVisible(sheet.content.plan is not None)

    def add_step(self, place: int | None = None) -> None:
        """One more step at ``place``, at the end when none is given; the cursor goes to its name."""
        key = ""
        taken: list[proposal_plan.Removed] = []

        def do() -> None:
            nonlocal key
            if taken:
                self._desk.save(proposal_plan.put_back, self._desk.key, taken[0])
            else:
                key = self._desk.save(proposal_plan.add_step, self._desk.key, key=key, place=place)

        def take_back() -> None:
            # With what was typed in it meanwhile, for redo.
            taken[:] = [self._desk.save(proposal_plan.remove_step, self._desk.key, key)]

        self._desk.perform(_("add a step"), do, take_back)
        if row := self._rows.get(key):
            row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def propose_plan(self) -> None:
        """A first plan from the call and the offers, in place of what there is."""
        made: list[plan_draft.Proposed] = []

        def do() -> None:
            if made:
                self._desk.save(proposals.update_proposal, self._desk.key, **made[0].after)
            else:
                made.append(self._desk.save(plan_draft.propose, self._desk.key))

        self._desk.perform(
            _("propose a plan"),
            do,
            lambda: self._desk.save(proposals.update_proposal, self._desk.key, **made[0].before),
        )

    def _wish(self, text: str) -> None:
        now = self._desk.workspace.clock.now()
        self._desk.save(proposal_plan.wish, self._desk.key, read_wished(text, now))

    def _arrange(self, order: list[str]) -> None:
        focused = next((row for row in self._rows.values() if row.isAncestorOf(self.focusWidget() or self)), None)
        inside = self.focusWidget() if focused else None
        for key in self._rows.keys() - set(order):
            row = self._rows.pop(key)
            if row is focused:
                inside = None
            row.hide()
            row.deleteLater()
        first = self.body.indexOf(self.says) + 1
        for place, key in enumerate(order):
            if key not in self._rows:
                self._rows[key] = PlanRow(self._desk, key, self._asked)
            self.body.removeWidget(self._rows[key])
            self.body.insertWidget(first + place, self._rows[key])
        self._order = order
        if inside is not None:
            inside.setFocus()

    def _asked(self, what: str, key: str) -> None:
        flush_all(self)
        place = self._order.index(key)
        if what == "below":
            self.add_step(place + 1)
        elif what == "remove":
            self._remove(key, place)
        else:
            self._move(key, place, place + (-1 if what == "up" else 1))

    def _move(self, key: str, before: int, after: int) -> None:
        if not 0 <= after < len(self._order):
            return

        def put(place: int) -> None:
            self._desk.save(proposal_plan.move_step, self._desk.key, key, place)

        self._desk.perform(_("move a step"), lambda: put(after), lambda: put(before))

    def _remove(self, key: str, place: int) -> None:
        taken: list[proposal_plan.Removed] = []
        name = self._rows[key].name.text()

        def do() -> None:
            taken[:] = [self._desk.save(proposal_plan.remove_step, self._desk.key, key)]

        self._desk.perform(
            _("remove the step “{step}”").format(step=short(name)),
            do,
            lambda: self._desk.save(proposal_plan.put_back, self._desk.key, taken[0]),
        )
        if self._order and key not in self._rows:
            self.rows[min(place, len(self._order) - 1)].name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._order:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)


def plan_actions(card: PlanCard, scope: str) -> list[Action]:
    """For the palette: what the card does, from anywhere on the page ``scope``."""

    def at_hand() -> bool:
        return card.isVisible()

    return [
        Action("plan.add", _("Add a step to the plan"), card.add_step, (), scope, "plus", at_hand),
        Action("plan.propose", _("Propose a plan"), card.propose_plan, (), scope, "refresh-cw", at_hand),
        Action(
            "plan.calendar",
            _("Save the dates for a calendar"),
            card.calendar_wanted.emit,
            (),
            scope,
            "calendar",
            card.calendar.isVisible,
            ("ics",),
        ),
    ]


def read_wished(text: str, now: datetime) -> date | None:
    """The day typed: 29/01/2027, "fin janvier", "dans 2 mois"; none when empty."""
    if not text.strip():
        return None
    said = understand(text, now, current().code)
    if said is not None and not said.rest:
        return said.due_local.date()
    return read_day(text, now.date()) or read_date(text, now.date())


def _says(view: PlanView) -> str:
    """One line: when to begin, what is missing, or what could be done without a day."""
    if view.error:
        return view.error
    if view.plan is None:
        if view.soonest is None:
            return _("No step yet: what is between their yes and the day it works?")
        return _("Begun today, it can be ready on {date}.").format(date=current().date(view.soonest))
    if view.plan.late or not view.ahead:
        return aim(view.plan, current())
    left = ngettext("{count} working day ahead.", "{count} working days ahead.", view.ahead)
    return f"{aim(view.plan, current())} {left.format(count=view.ahead)}"
