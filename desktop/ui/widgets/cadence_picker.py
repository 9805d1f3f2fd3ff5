"""Choosing a series of follow-ups: which one, on what days it would fall, then start. Nothing is planned before."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current, ngettext
from desktop.models.cadences import Cadence
from desktop.models.followup_kinds import channel_label
from desktop.services import cadence_runs, cadences, followups, row_changes
from desktop.services.cadence_runs import PlannedStep
from desktop.services.row_changes import Changes
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.popover import Popover
from desktop.ui.workspace import Workspace

_WIDTH = 420


class CadencePicker(Popover):
    """``acts`` keeps what was started for undo. ``open_for`` one prospect or several."""

    def __init__(self, workspace: Workspace, acts: FollowUpActs, parent: QWidget) -> None:
        super().__init__(_("Start a cadence"), parent)
        self._workspace, self._acts = workspace, acts
        self._prospects: tuple[uuid.UUID, ...] = ()
        self._who, self._origin = "", ""
        self._proposal_id: uuid.UUID | None = None
        self._found: dict[str, Cadence] = {}
        self.chips: ChoiceChips | None = None
        self._about = PlainLabel("", "muted", wrap=True)
        self._days = QWidget()
        self._rows = QVBoxLayout(self._days)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(3)
        self._warning = PlainLabel("", "warn", wrap=True)
        self._choices = QVBoxLayout()
        self.column.addLayout(self._choices)
        for widget in (self._about, self._days, self._warning):
            self.column.addWidget(widget)
        self.go = self.buttons(_("Start"), self.start)

    @property
    def lines(self) -> list[str]:
        """The days shown, one a step."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        labels = (item.widget() for item in items if item is not None)
        return [label.text() for label in labels if isinstance(label, PlainLabel)]

    def open_for(
        self,
        anchor: QWidget,
        prospect_ids: tuple[uuid.UUID, ...],
        who: str,
        *,
        key: str = "",
        origin: str = "",
        proposal_id: uuid.UUID | None = None,
    ) -> None:
        """Ask under ``anchor``, beginning from the cadence ``key``; ``origin`` as ``cadence_runs.start`` takes it.

        For several prospects, the days are those of the first.
        """
        self._prospects, self._who, self._origin, self._proposal_id = prospect_ids, who, origin, proposal_id
        known = self._workspace.ask(cadences.in_use, current().code)
        followed = proposal_id or self._workspace.ask(cadence_runs.sent_proposal, prospect_ids[0])
        # Without a proposal, a series whose steps speak of one has nothing to follow up.
        self._found = {each.key: each for each in known if followed is not None or not each.needs_proposal}
        self.heading.setText(_("Start a cadence: {who}").format(who=who))
        self._show_choices(key if key in self._found else next(iter(self._found), ""))
        self.show_at(anchor, _WIDTH)
        if self.chips is not None and self.chips.value:
            self.chips.chip(self.chips.value).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        on_chip = self.chips is not None and focused is not None and self.chips.isAncestorOf(focused)
        if on_chip and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start()
        else:
            super().keyPressEvent(event)

    def start(self) -> None:
        """Start what is chosen, for everybody it was opened for: one act."""
        cadence = self._found.get(self.chips.value) if self.chips is not None else None
        if cadence is None:
            return
        try:
            start_cadence(
                self._workspace,
                self._acts,
                self._prospects,
                cadence,
                self._who,
                origin=self._origin,
                proposal_id=self._proposal_id,
            )
        except UserError as error:
            self._warning.setText(str(error))
            self._warning.show()
        else:
            self.close()

    def _show_choices(self, key: str) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.chips = ChoiceChips(_("Cadence"), [(each.key, each.name) for each in self._found.values()])
        self.chips.chosen.connect(self._show_days)
        self._choices.addWidget(self.chips)
        self.chips.set_value(key)
        self._show_days(key)

    def _show_days(self, key: str) -> None:
        cadence = self._found.get(key)
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.go.setEnabled(cadence is not None)
        self._about.setText(cadence.about if cadence else _("No cadence is in use: publish one in the library."))
        self._warning.setText(self._warned())
        self._warning.setVisible(bool(self._warning.text()))
        if cadence is None:
            return
        clock = self._workspace.clock
        steps = self._workspace.ask(
            cadence_runs.preview,
            self._prospects[0],
            cadence,
            now=clock.now(),
            zone=clock.zone,
            proposal_id=self._proposal_id,
        )
        for place, step in enumerate(steps):
            words = planned_words(step)
            self._rows.addWidget(PlainLabel(f"{place + 1}. {words}", "body" if step.day else "faint", wrap=True))

    def _warned(self) -> str:
        """What starting would put an end to."""
        run = self._workspace.ask(cadence_runs.under_way, self._prospects[0])
        if run is not None and len(self._prospects) == 1:
            name = cadence_runs.cadence_of(run).name
            return _("“{cadence}” is under way: it would end.").format(cadence=name)
        if len(self._prospects) > 1:
            count = len(self._prospects)
            words = ngettext(
                "For {count} prospect: what each has under way would end. The days are those of the first.",
                "For {count} prospects: what each has under way would end. The days are those of the first.",
                count,
            )
            return words.format(count=count)
        return ""


def start_cadence(
    workspace: Workspace,
    acts: FollowUpActs,
    prospect_ids: tuple[uuid.UUID, ...],
    cadence: Cadence,
    who: str,
    *,
    origin: str = "",
    proposal_id: uuid.UUID | None = None,
) -> None:
    """Start a cadence for each of these prospects, one act to undo. ``UserError``: nothing was started."""
    clock, done = workspace.clock, list[Changes]()

    def do() -> None:
        if done:
            workspace.do(followups.redo, done[0])
            return
        noted = workspace.do(
            row_changes.recorded,
            cadence_runs.start_all,
            prospect_ids,
            cadence,
            now=clock.now(),
            zone=clock.zone,
            origin=origin,
            proposal_id=proposal_id,
        )
        done.append(noted[1])

    text = _("Cadence “{cadence}” started: {who}").format(cadence=cadence.name, who=who)
    acts.act(text, do, lambda: workspace.do(followups.undo, done[0]))


def planned_words(step: PlannedStep) -> str:
    """``mer. 25 nov. · Téléphone · savoir si la proposition est lue``."""
    when = current().date(step.day, "weekday") if step.day else _("passed over")
    return " · ".join(part for part in (when, channel_label(step.channel), step.step.subject) if part)
