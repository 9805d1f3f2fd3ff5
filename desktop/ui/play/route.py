"""Goes from one question to another: the script, the fit test, the advised question, and the time there is."""

from desktop.models.scripts import Script
from desktop.services.conversation_steps import Step
from desktop.ui.calls.minutes_picker import MinutesPicker
from desktop.ui.play.held import HeldCall
from desktop.ui.play.keys import PlayError


class RoutePilot:
    """Steps by keys, and looks at the disk for where it has come."""

    def __init__(self, held: HeldCall) -> None:
        self._held = held
        self._hands = held.hands
        self.worked = False
        """Whether something was done on the question on the screen: it is then left as asked."""

    @property
    def _script(self) -> Script:
        return self._held.running.script

    def play(self, step: Step) -> bool:
        """Play a step that is about the way. False when it is about something else."""
        if step.ask:
            self.go_to(step.ask)
        elif step.next:
            self.next()
        elif step.minutes:
            self._give_minutes(step.minutes)
        elif step.fit_test:
            self._to_fit_test()
        elif step.advised:
            self._to_advised()
        else:
            return False
        return True

    def go_to(self, key: str) -> None:
        """Leave an answered question by the key that marks it asked, then step to the one wanted."""
        if self.worked and self._held.question != key:
            self.next()
        if self._script.in_fit_test(self._held.question) != self._script.in_fit_test(key):
            self._hands.press("Ctrl+Shift+F")
        fit_test = self._script.fit_test
        questions = fit_test.questions if fit_test and self._script.in_fit_test(key) else self._script.questions
        keys = [question.key for question in questions]
        for _step in range(len(keys)):
            here = self._held.question
            if here == key or here not in keys:
                break
            self._hands.press("Ctrl+Down" if keys.index(here) < keys.index(key) else "Ctrl+Up")
        if self._held.question != key:
            raise PlayError(f"the question “{key}” does not come up: {self._held.live.banner.text}")
        self.worked = True

    def next(self) -> None:
        """The question on the screen was asked; on to the next one there is time for."""
        self._hands.press("Ctrl+Return")
        self.worked = False

    def _to_fit_test(self) -> None:
        before = self._script.in_fit_test(self._held.question)
        if self.worked:
            self.next()
        # Out of time, the script leads there by itself.
        if self._script.in_fit_test(self._held.question) is before:
            self._hands.press("Ctrl+Shift+F")
        if self._script.in_fit_test(self._held.question) is before:
            raise PlayError(f"the fit test does not begin or end: {self._held.live.banner.text}")

    def _to_advised(self) -> None:
        if self.worked:
            self.next()
        advised = self._held.running.route.compass().advice.question
        if advised is None:
            raise PlayError("the program advises no question any more")
        self._hands.press("Ctrl+Shift+G")
        if self._held.question != advised.key:
            raise PlayError(f"the advised question “{advised.key}” does not come up")
        self.worked = False

    def _give_minutes(self, minutes: int) -> None:
        self._held.stage.shell.pages.call.tick()
        self._hands.press("Ctrl+T")
        picker = self._hands.one(MinutesPicker)
        wanted = picker.total(minutes)
        self._hands.type_text(f"{minutes}\n")
        if self._held.call.planned_minutes != wanted:
            raise PlayError(f"the time available is not {minutes} more minutes")
