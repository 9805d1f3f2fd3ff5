"""The keys of the compass: the fit test and back, the advised question, the time available."""

from collections.abc import Callable

from desktop.i18n import _
from desktop.ui.actions import Action
from desktop.ui.calls import compass_card, fit_test_strip
from desktop.ui.calls.call_header import TIME_KEYS
from desktop.ui.calls.keys import SCOPE, Get
from desktop.ui.calls.running_call import RunningCall


def route_actions(
    call: Get, able: Callable[[], bool], submit: Callable[[], bool], offer_minutes: Callable[[], None]
) -> list[Action]:
    """``submit`` saves the line first: what it holds answers the question that is left."""

    def going(run: Callable[[RunningCall], object]) -> Callable[[], None]:
        def trigger() -> None:
            running = call()
            if running is not None and submit():
                run(running)

        return trigger

    def may_fit_test() -> bool:
        running = call()
        return able() and running is not None and running.route.has_fit_test

    return [
        Action(
            "call.fit_test",
            _("Fit test, or back to the script"),
            going(lambda running: running.route.toggle_fit_test()),
            (fit_test_strip.KEYS,),
            SCOPE,
            "timer",
            may_fit_test,
            synonyms=(_("Express fit test"),),
            group="go",
        ),
        Action(
            "call.advised",
            _("Go to the advised question"),
            going(lambda running: running.route.go_to_advised()),
            (compass_card.KEYS,),
            SCOPE,
            "target",
            able,
            group="go",
        ),
        Action(
            "call.minutes",
            _("Time available"),
            offer_minutes,
            (TIME_KEYS,),
            SCOPE,
            "clock",
            able,
            group="go",
        ),
    ]
