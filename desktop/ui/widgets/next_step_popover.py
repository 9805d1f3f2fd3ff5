"""The whole form of a next step beside what it is about: to plan one, or to change one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.clock import Clock
from desktop.errors import UserError
from desktop.i18n import _
from desktop.services.followups import NextStep
from desktop.ui.widgets.next_step import NextStepForm, StepSetting
from desktop.ui.widgets.popover import Popover


class NextStepPopover(Popover):
    """Gives ``chosen`` the step that was filled in."""

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(_("Next step"), parent)
        self._chosen: Callable[[NextStep], object] | None = None
        self.form = NextStepForm(clock)
        self.column.addWidget(self.form)
        self.go = self.buttons(_("Plan"), self._accept)
        self.form.submitted.connect(self._accept)

    def open_for(
        self,
        anchor: QWidget,
        who: str,
        step: NextStep | None,
        chosen: Callable[[NextStep], object],
        setting: StepSetting | None = None,
    ) -> None:
        """Ask for a step under ``anchor``, beginning from ``step``; ``chosen`` may raise ``UserError``."""
        self._chosen = chosen
        self.heading.setText(_("Next step: {who}").format(who=who))
        if setting is not None:
            self.form.set_setting(setting)
        self.form.start_afresh()
        if step is not None:
            self.form.set_value(step)
        self.go.set_text(_("Plan") if step is None else _("Change"))
        self.show_at(anchor, 420)
        self.form.focus_first()

    def _accept(self) -> None:
        if self._chosen is None:
            return
        try:
            self._chosen(self.form.value())
        except UserError as error:
            self.form.set_error(str(error))
        else:
            self.close()
