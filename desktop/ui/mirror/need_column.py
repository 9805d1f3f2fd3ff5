"""The needs one below the other, in the prospect's own order."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.i18n import Language
from desktop.models.needs import Reply
from desktop.services.shared_page import Decision, SharedNeed
from desktop.ui.mirror.need_tile import NeedTile


class NeedColumn(QWidget):
    """``changed`` after any choice; ``moved`` with the tile that has just gone up or down."""

    changed = Signal()
    moved = Signal(object)

    def __init__(self, needs: Sequence[SharedNeed], decisions: Sequence[Decision], language: Language) -> None:
        super().__init__()
        self.tiles: list[NeedTile] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        known = {each.key: each for each in needs}
        kept = {each.key: each for each in decisions if each.key in known}
        for key in (*kept, *(key for key in known if key not in kept)):
            need = known[key]
            before = Reply.CONFIRMED if need.confirmed else None
            self._add(need, kept.get(key, Decision(key, before)), language)
        self._renumber()

    def _add(self, need: SharedNeed, decision: Decision, language: Language) -> None:
        tile = NeedTile(need, language)
        tile.show_decision(decision)
        tile.changed.connect(self.changed)
        tile.moved.connect(lambda step: self.move_tile(tile, self.tiles.index(tile) + step))
        tile.handle.dragged.connect(lambda at: self._drag(tile, at))
        self.tiles.append(tile)
        self._column.addWidget(tile)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What they made of each, in their order."""
        return tuple(tile.decision for tile in self.tiles)

    def move_tile(self, tile: NeedTile, place: int) -> None:
        """Put a tile at a place, 0 the first; the focus goes with it."""
        if not 0 <= place < len(self.tiles) or self.tiles.index(tile) == place:
            return
        focused = QApplication.focusWidget()
        self.tiles.remove(tile)
        self.tiles.insert(place, tile)
        self._column.removeWidget(tile)
        self._column.insertWidget(place, tile)
        self._renumber()
        # The arrow that was pressed may have nowhere left to go: the other one takes the focus.
        if focused in (tile.up, tile.down) and not focused.isEnabled():
            (tile.down if focused is tile.up else tile.up).setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.activate()
        self.moved.emit(tile)
        self.changed.emit()

    def _drag(self, tile: NeedTile, at: QPointF) -> None:
        """A neighbour gives way when the pointer has passed its middle."""
        y = self.mapFromGlobal(at).y()
        place = self.tiles.index(tile)
        if place > 0 and y < self.tiles[place - 1].geometry().center().y():
            self.move_tile(tile, place - 1)
        elif place + 1 < len(self.tiles) and y > self.tiles[place + 1].geometry().center().y():
            self.move_tile(tile, place + 1)

    def _renumber(self) -> None:
        stops: list[QWidget] = []
        for place, tile in enumerate(self.tiles):
            tile.set_place(place + 1, place + 1 == len(self.tiles))
            stops += [tile.correction, tile.yes, tile.put_right, tile.no, tile.up, tile.down]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
