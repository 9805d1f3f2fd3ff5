"""What a rep does to the next step from the file: the acts that every page shares, the draft, and the series."""

import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.models.followup_kinds import Outcome
from desktop.services.prospects import ProspectFile
from desktop.ui.prospects.file_acts import FileActs
from desktop.ui.prospects.next_step_card import NextStepCard
from desktop.ui.widgets.cadence_picker import CadencePicker
from desktop.ui.widgets.draft_panel import DraftPanel
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.outcome_popover import OutcomePopover
from desktop.ui.widgets.pressure_acts import take_alternative
from desktop.ui.workspace import Workspace


class StepActs:
    """``run_id`` is the series under way with the prospect on screen; ``documents`` is where messages are written."""

    def __init__(
        self,
        workspace: Workspace,
        acts: FollowUpActs,
        file_acts: FileActs,
        parent: QWidget,
        toast: Callable[[str, object], object],
        documents: Path | None = None,
    ) -> None:
        self._workspace, self._acts, self._file_acts = workspace, acts, file_acts
        self._parent, self._toast, self._documents = parent, toast, documents
        self._draft: DraftPanel | None = None
        self._picker: CadencePicker | None = None
        self.run_id: uuid.UUID | None = None

    def act(self, file: ProspectFile, what: str, card: NextStepCard) -> None:
        """``done``, ``move``, ``snooze``, ``change``, ``draft``, ``plan`` or ``cadence``; or act on the series."""
        key, who, step = file.prospect.id, file.prospect.name, file.next_step
        if what in ("pause", "resume", "stop"):
            if self.run_id is not None:
                self._file_acts.on_series(self.run_id, what)
        elif what == "cadence":
            self._pick(key, who, card)
        elif what == "draft":
            self._drafts().open_for(key, step.id if step is not None else None)
        elif step is None:
            self._acts.ask_plan(card.plan, key, who)
        elif what == "done":
            self._acts.ask_done(card.done, step.id, who)
        elif what == "move":
            self._acts.ask_move(card.move_it, step.id, who)
        elif what == "snooze":
            self._acts.ask_snooze(card.snooze, step.id, who)
        else:
            self._acts.ask_amend(card.change, step.id, who)

    def settle(self, file: ProspectFile | None, anchor: QWidget) -> None:
        """They answered: the form of the outcome, with that one chosen."""
        if file is None or file.next_step is None:
            return
        self._acts.ask_done(anchor, file.next_step.id, file.prospect.name)
        if isinstance(self._acts.popover, OutcomePopover):
            self._acts.popover.outcome.choose_number(list(Outcome).index(Outcome.REPLIED) + 1)

    def instead(self, file: ProspectFile, alternative: str, anchor: QWidget) -> None:
        """What the pressure gauge proposes rather than one more reminder."""
        take_alternative(alternative, self._workspace, self._acts, anchor, file.prospect.id, file.prospect.name)

    def _pick(self, key: uuid.UUID, who: str, card: NextStepCard) -> None:
        if self._picker is None:
            self._picker = CadencePicker(self._workspace, self._acts, self._parent)
        self._picker.open_for(card.cadence, (key,), who)

    def _drafts(self) -> DraftPanel:
        """Made when it is first wanted: its window is not known before."""
        if self._draft is None:
            window = self._parent.window()
            self._draft = DraftPanel(self._workspace, window, self._acts, self._toast, documents=self._documents)
        return self._draft
