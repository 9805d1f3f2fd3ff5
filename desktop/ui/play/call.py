"""Holds the call of a conversation: asks, types what is said, scores, and hangs up, by keyboard alone."""

from collections.abc import Callable, Sequence

from desktop.services.conversation_steps import Step
from desktop.ui.play.held import HeldCall, Noticed
from desktop.ui.play.keys import PlayError
from desktop.ui.play.lines import LinePilot
from desktop.ui.play.mirror import MirrorPilot
from desktop.ui.play.route import RoutePilot
from desktop.ui.play.scores import ScorePilot
from desktop.ui.play.stage import Stage
from desktop.ui.play.talk import TalkPilot

_PICTURES = {1 / 4: "call-begins", 1 / 2: "call", 1: "call-ends"}


class CallPilot:
    """Plays ``steps``, one sitting of the call that runs. ``picture(name)`` is called on the way."""

    def __init__(
        self, stage: Stage, steps: Sequence[Step], picture: Callable[[str], None], noticed: Noticed | None = None
    ) -> None:
        self._held = HeldCall(stage)
        self._clock = stage.clock
        self._steps = steps
        self._picture = picture
        self._noticed = noticed or Noticed()
        self._route = RoutePilot(self._held)
        self._lines = LinePilot(self._held, self._noticed)
        self._scores = ScorePilot(self._held)
        self._talk = TalkPilot(self._held, self._noticed)
        self._mirror = MirrorPilot(self._held, picture)
        self._marks: list[int] = []
        """How many acts could be undone before each step that ``undo`` takes back, the last one last."""

    def play(self, *, leave: bool = False) -> None:
        """Every step, in order; to ``leave``, the question on the screen stays there unmarked."""
        shots = {round(share * len(self._steps)): name for share, name in _PICTURES.items()}
        for place, step in enumerate(self._steps, 1):
            self._clock.advance(step.wait)
            self._take(step)
            self._notice()
            if place in shots:
                self._picture(shots[place])
        if self._route.worked and not leave:
            self._route.next()

    def _take(self, step: Step) -> None:
        if step.undo:
            self._undo()
            return
        before = self._held.acts
        if step.acts and not self._route.play(step):
            here = self._held.question
            if not self._talk.play(step):
                self._do(step)
            if self._held.question != here:
                raise PlayError(f"“{step.acts[0]}” leads from “{here}” to “{self._held.question}”")
            self._route.worked = self._route.worked or step.undoable
        if step.undoable:
            self._marks.append(before)
        elif step.acts:
            self._marks.clear()

    def _do(self, step: Step) -> None:
        if step.say:
            self._lines.say(step.say)
        elif step.correct:
            self._lines.correct(step.correct)
        elif step.heat:
            self._lines.say_heat(step.heat)
        elif step.score is not None or step.unknown:
            self._scores.score("?" if step.score is None else step.score, step.criterion)  # type: ignore[arg-type]
        elif step.prove:
            self._scores.prove(step.prove)
        elif step.mirror:
            self._mirror.play(step.mirror)
        if step.citable:
            self._lines.allow_last()

    def _undo(self) -> None:
        """Ctrl+Z in the empty line, as often as the step before had acts."""
        mark = self._marks.pop()
        self._held.line()
        for _act in range(self._held.acts - mark):
            self._held.hands.press("Ctrl+Z")
        if self._held.acts != mark:
            raise PlayError(f"the step before is not taken back: {self._held.live.banner.text}")

    def _notice(self) -> None:
        """The contradiction on the screen, in the words of its bar."""
        bar, current = self._held.live.bars.contradiction, self._held.running.contradictions.current
        if current is None or not bar.isVisible():
            return
        shown = {"rule": current.rule.key, "fact": bar.fact.text(), "ask": current.rule.ask}
        if shown not in self._noticed.contradictions:
            self._noticed.contradictions.append(shown)
