"""Starts the call of a conversation, from the prospect on the screen: Ctrl+L, what the file asks for, Enter."""

from desktop.services import calls
from desktop.services.conversation_forms import Setting
from desktop.ui.play.keys import PlayError
from desktop.ui.play.stage import Stage


class StartPilot:
    """Chooses script, grid and time where they are not what the panel proposes."""

    def __init__(self, stage: Stage, setting: Setting) -> None:
        self._hands = stage.hands
        self._workspace = stage.workspace
        self._panel = stage.shell.pages.call.start
        self._setting = setting

    def play(self) -> None:
        """Ctrl+L, then Enter in the panel."""
        self._hands.press("Ctrl+L")
        self._hands.until(self._panel.isVisible, "the start of the call")
        panel, setting = self._panel, self._setting
        if panel.language.value != setting.language:
            self._hands.toggle(panel.language.segment(setting.language))
        if panel.script.currentData() != setting.script:
            self._hands.pick(panel.script, setting.script)
        if panel.grid.currentData() != setting.grid:
            self._hands.pick(panel.grid, setting.grid)
        self._choose_minutes()
        self._hands.focus(panel.start_button)
        self._hands.press("Return")
        if self._workspace.ask(calls.running_call) is None:
            raise PlayError(f"the call does not start: {panel.banner.text}")

    def _choose_minutes(self) -> None:
        minutes, panel = self._setting.minutes, self._panel
        if panel.typed_minutes.value() == minutes:
            return
        offered = {"3": 3, "10": 10, "30": 30}
        key = next((key for key, count in offered.items() if count == minutes), "other")
        self._hands.toggle(panel.minutes.segment(key))
        if key == "other":
            self._hands.fill(panel.typed_minutes, str(minutes))
