"""The keys of the call outside any text: one key, no modifier, digits by their position on the keyboard."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.models.calls import Answer
from desktop.models.matrix import Heat, heat_label
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.digits import digit_of

_PAD = Qt.KeyboardModifier.KeypadModifier
Elsewhere = Mapping[Qt.Key, Callable[[], object]]
_LEVELS: tuple[Answer, ...] = (0, 1, 2, 3)


class PlainKeys:
    """Turns a bare key into an act of the call."""

    def press(self, event: QKeyEvent, call: RunningCall, elsewhere: Elsewhere) -> bool:
        """Do what the key means; ``elsewhere`` are the keys that leave the screen. False when it means nothing here."""
        if event.modifiers() & ~_PAD != Qt.KeyboardModifier.NoModifier:
            return False
        run = self._acts(call, elsewhere).get(event.key()) or self._heat(event.text(), call)
        if run is not None:
            run()
            return True
        digit = digit_of(event)
        if digit is None or digit >= len(_LEVELS):
            return False
        call.scoring.score(_LEVELS[digit])
        return True

    @staticmethod
    def _acts(call: RunningCall, elsewhere: Elsewhere) -> dict[int, Callable[[], object]]:
        key = Qt.Key
        return {
            key.Key_I.value: lambda: call.scoring.score("?"),
            key.Key_U.value: lambda: call.scoring.score("?"),
            key.Key_Delete.value: lambda: call.scoring.score(call.sheet.row(call.at_hand).answer),
            key.Key_Return.value: call.route.mark_and_move,
            key.Key_Enter.value: call.route.mark_and_move,
            key.Key_Space.value: call.route.mark_and_move,
            key.Key_Up.value: lambda: call.route.move(-1),
            key.Key_Down.value: lambda: call.route.move(1),
            key.Key_Left.value: lambda: call.route.other_criterion(-1),
            key.Key_Right.value: lambda: call.route.other_criterion(1),
            key.Key_B.value: call.lines.toggle_citable,
            **{each.value: run for each, run in elsewhere.items()},
        }

    @staticmethod
    def _heat(sign: str, call: RunningCall) -> Callable[[], object] | None:
        """F, T, C in French, C, W, H in English: the first letter of the word on the chip."""
        for heat in Heat:
            if sign and sign.lower() == heat_label(heat)[0].lower():
                return partial(call.scoring.set_heat, heat)
        return None
