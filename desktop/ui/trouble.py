"""When the data will not open: a sentence that says why, and the few things to do, none of them destructive."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.i18n import _
from desktop.ui.calm_window import Sheet
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel

Run = Callable[[], None]


@dataclass(frozen=True)
class WayOut:
    """A button of the trouble sheet."""

    words: str
    run: Run
    icon: str = ""
    primary: bool = False


class TroubleSheet(Sheet):
    """Why the data did not open, ``facts`` that help to choose, and the ways out; leaving is always one of them."""

    def __init__(
        self, title: str, sentence: str, ways: Sequence[WayOut], leave: Run, facts: Sequence[str] = ()
    ) -> None:
        super().__init__(title, sentence)
        for fact in facts:
            self.content.addWidget(PlainLabel(fact, "body", wrap=True))
        self.content.addWidget(PlainLabel(_("Nothing was changed in your data."), "small", wrap=True))
        self.quit_button = Button(_("Quit"), "quiet" if ways else "primary")
        self.quit_button.clicked.connect(lambda: leave())
        self.add_button(self.quit_button, primary=not ways, left=bool(ways))
        self.buttons = {way.words: self._button(way) for way in ways}

    def _button(self, way: WayOut) -> Button:
        button = Button(way.words, "primary" if way.primary else "secondary", icon_name=way.icon)
        button.clicked.connect(lambda: way.run())
        self.add_button(button, primary=way.primary)
        return button
