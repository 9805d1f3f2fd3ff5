"""Every key of the call, for the palette and the F1 sheet. Those that depend on the text are heard by the screen."""

from collections.abc import Callable
from functools import partial

from desktop.i18n import _
from desktop.models.calls import Answer, QuestionState
from desktop.models.matrix import Heat, heat_label
from desktop.ui.actions import Action
from desktop.ui.calls.running_call import RunningCall

SCOPE = "call"
Get = Callable[[], RunningCall | None]


def _score(level: Answer, running: RunningCall) -> None:
    running.scoring.score(level)


def _set_heat(heat: Heat, running: RunningCall) -> None:
    running.scoring.set_heat(heat)


def scoring_actions(call: Get, able: Callable[[], bool]) -> list[Action]:
    """Scores, heat, and what may be quoted."""

    def act(run: Callable[[RunningCall], object]) -> Callable[[], None]:
        return _on(call, run)

    levels = [
        Action(
            f"call.score_{level}",
            _("Score the criterion at hand {level}").format(level=level),
            act(partial(_score, level)),
            (f"Ctrl+{level}",),
            SCOPE,
            enabled=able,
            group="edit",
            bound=False,
        )
        for level in (0, 1, 2, 3)
    ]
    heats = [
        Action(
            f"call.heat_{heat.value}",
            _("Heat: {word}").format(word=heat_label(heat).lower()),
            act(partial(_set_heat, heat)),
            (),
            SCOPE,
            enabled=able,
            group="edit",
        )
        for heat in Heat
    ]
    return [
        *levels,
        Action(
            "call.unknown",
            _("Asked, and they do not know"),
            act(lambda running: running.scoring.score("?")),
            ("Ctrl+I",),
            SCOPE,
            enabled=able,
            group="edit",
        ),
        Action(
            "call.citable",
            _("Last verbatim: quotable, or not"),
            act(lambda running: running.lines.toggle_citable()),
            ("Ctrl+B",),
            SCOPE,
            "star",
            able,
            group="edit",
        ),
        *heats,
    ]


def moving_actions(call: Get, able: Callable[[], bool], submit: Callable[[], bool]) -> list[Action]:
    """Going through the questions and the criteria."""

    def act(run: Callable[[RunningCall], object]) -> Callable[[], None]:
        return _on(call, run)

    def mark(state: QuestionState) -> Callable[[RunningCall], object]:
        # What is still in the line answers this question, not the next one.
        return lambda running: submit() and running.route.mark_and_move(state)

    def going(action_id: str, label: str, keys: str, run: Callable[[RunningCall], object]) -> Action:
        return Action(action_id, label, act(run), (keys,), SCOPE, enabled=able, group="go")

    return [
        going("call.next", _("Question asked, next one"), "Ctrl+Return", mark(QuestionState.ASKED)),
        going("call.skip", _("Skip this question"), "Alt+Down", mark(QuestionState.SKIPPED)),
        going("call.previous_question", _("Previous question"), "Ctrl+Up", lambda running: running.route.move(-1)),
        going(
            "call.following_question", _("Next question, unmarked"), "Ctrl+Down", lambda running: running.route.move(1)
        ),
        going(
            "call.previous_criterion",
            _("Criterion above"),
            "Ctrl+Shift+Up",
            lambda running: running.route.other_criterion(-1),
        ),
        going(
            "call.next_criterion",
            _("Criterion below"),
            "Ctrl+Shift+Down",
            lambda running: running.route.other_criterion(1),
        ),
    ]


def history_actions(call: Get, able: Callable[[], bool]) -> list[Action]:
    """Undo and redo, by name."""

    def undo_label() -> str:
        running = call()
        what = running.stack.undoText() if running else ""
        return _("Undo: {what}").format(what=what) if what else _("Undo")

    def redo_label() -> str:
        running = call()
        what = running.stack.redoText() if running else ""
        return _("Redo: {what}").format(what=what) if what else _("Redo")

    return [
        Action(
            "call.undo",
            undo_label,
            _on(call, lambda running: running.undo()),
            ("Ctrl+Z",),
            SCOPE,
            "undo-2",
            lambda: able() and bool((running := call()) and running.stack.canUndo()),
            group="edit",
        ),
        Action(
            "call.redo",
            redo_label,
            _on(call, lambda running: running.redo()),
            ("Ctrl+Shift+Z",),
            SCOPE,
            "redo-2",
            lambda: able() and bool((running := call()) and running.stack.canRedo()),
            group="edit",
        ),
    ]


def _on(call: Get, run: Callable[[RunningCall], object]) -> Callable[[], None]:
    def trigger() -> None:
        running = call()
        if running is not None:
            run(running)

    return trigger
