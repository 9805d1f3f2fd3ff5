"""A set as a whole: what it is for, what is missing in it, and its versions."""

from desktop.ui.library.desk import Desk
from desktop.ui.library.whole_part import WholePart
from desktop.ui.widgets.labels import PlainLabel


class SetPart(WholePart):
    """``about`` is one sentence on what the set is for."""

    def __init__(self, desk: Desk, about: str) -> None:
        super().__init__(desk)
        self.column.addWidget(PlainLabel(about, "body", wrap=True))
        for widget in (self.missing, self.notes, self.history):
            self.column.addWidget(widget)
