"""An item as a whole: what is missing in it before it can be published, then what is its own, then its versions."""

from collections.abc import Sequence

from desktop.models.content_edits import Place
from desktop.ui.library.desk import Desk
from desktop.ui.library.history_card import HistoryCard
from desktop.ui.library.missing_card import MissingCard
from desktop.ui.library.part import Part


class WholePart(Part):
    """Subclasses lay ``missing``, ``notes`` and ``history`` among their fields."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.missing, self.history = MissingCard(), HistoryCard(desk)
        self.missing.wanted.connect(self.wanted)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        super().show_part(place, notes)
        self.missing.show_missing(self.desk.mistakes)
        self.history.show_history()
