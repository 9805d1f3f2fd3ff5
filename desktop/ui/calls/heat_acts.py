"""The rep's private impressions, as acts of the call."""

from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.heat_signs import Sign, sign_label
from desktop.services import heat
from desktop.services.heat import Feeling
from desktop.ui.undo import Step

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall


class HeatActs:
    """What the rep feels, kept for the suggestion of a heat."""

    def __init__(self, call: "RunningCall") -> None:
        self._call = call

    def feeling(self) -> Feeling:
        """The heat, the impressions, and what they suggest."""
        return self._call.ask(heat.feeling, self._call.prospect_id, self._call.now())

    def set_sign(self, sign: Sign, level: int) -> bool:
        """Give an impression its level; the same level again takes it back."""
        before = self.feeling().signs.get(sign)
        after = None if level == before else level
        name = sign_label(sign).lower()
        text = _("impression {sign} cleared") if after is None else _("impression {sign} = {level}")
        return self._call.act(
            text.format(sign=name, level=after), self._feeling(sign, after), self._feeling(sign, before)
        )

    def _feeling(self, sign: Sign, level: int | None) -> Step:
        call = self._call

        def step() -> None:
            call.write(heat.set_sign, call.prospect_id, sign, level, now=call.now())
            call.scored.emit()

        return step
