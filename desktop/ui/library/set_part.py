"""A set as a whole: what it is for, what is missing in it, and its versions."""

from collections.abc import Sequence

from desktop.models.content_edits import Place
from desktop.ui.library.desk import Desk
from desktop.ui.library.history_card import HistoryCard
from desktop.ui.library.part import Part
from desktop.ui.widgets.labels import PlainLabel


class SetPart(Part):
    """``about`` is one sentence on what the set is for."""

    def __init__(self, desk: Desk, about: str) -> None:
        super().__init__(desk)
        self.history = HistoryCard(desk)
        self.column.addWidget(PlainLabel(about, "body", wrap=True))
        self.column.addWidget(self.notes)
        self.column.addWidget(self.history)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        general = [mistake.sentence for mistake in self.desk.mistakes if len(mistake.place) == 1]
        super().show_part(place, [*general, *notes])
        self.history.show_history()
