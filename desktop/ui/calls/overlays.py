"""The panels that open over a call, each built when it is first wanted, over the window that the page is in by then."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtWidgets import QWidget

from desktop.ui.calls.jump import QuestionJump
from desktop.ui.calls.objection_card import ObjectionCard
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.calls.speaker_picker import SpeakerPicker
from desktop.ui.widgets.needs_overlay import NeedsOverlay
from desktop.ui.widgets.overlay import Overlay

AnyOverlay = TypeVar("AnyOverlay", bound=Overlay)


class CallOverlays:
    """Opens a panel for the call in progress, and turns what is chosen there into its acts."""

    def __init__(self, page: QWidget, call: Callable[[], RunningCall | None]) -> None:
        self._page = page
        self._call = call
        self._built: dict[Callable[[QWidget], Overlay], Overlay] = {}

    @property
    def open(self) -> bool:
        """Whether a panel has the keyboard."""
        return any(panel.isVisible() for panel in self._built.values())

    def close(self) -> None:
        """Close whatever is open: the page is being left."""
        for panel in self._built.values():
            panel.close_overlay()

    def open_jump(self) -> None:
        """A question by a few of its letters."""
        self._panel(QuestionJump, self._connect_jump).open_for(self._live.script)

    def open_speakers(self) -> None:
        """Who is speaking, or who joins."""
        self._panel(SpeakerPicker, self._connect_speakers).open_for(self._live.speaking.speakers)

    def open_objections(self) -> None:
        """The card that answers what they hold against it."""
        self._panel(ObjectionCard).open_for(self._live.objections)

    def open_needs(self) -> None:
        """What they need, in their order."""
        self._live.needs.open(self._panel(NeedsOverlay))

    @property
    def _live(self) -> RunningCall:
        call = self._call()
        assert call is not None
        return call

    def _panel(
        self, make: Callable[[QWidget], AnyOverlay], connect: Callable[[AnyOverlay], None] = lambda _panel: None
    ) -> AnyOverlay:
        if make not in self._built:
            panel = make(self._page.window())
            connect(panel)
            self._built[make] = panel
        return cast(AnyOverlay, self._built[make])

    def _connect_jump(self, panel: QuestionJump) -> None:
        panel.chosen.connect(lambda key: self._live.route.go_to(key))

    def _connect_speakers(self, panel: SpeakerPicker) -> None:
        panel.chosen.connect(lambda key: self._live.speaking.speak(key))
        panel.joined.connect(lambda name, job: self._live.speaking.add(name, job))
