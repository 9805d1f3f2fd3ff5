"""The nine cells and what stands beside them: big counts that arrows go through."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import ngettext
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services.matrix_board import NOBODY, Beside, Place, Tally
from desktop.ui import theme
from desktop.ui.matrix import words
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import PlainLabel, plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

_BANDS = (Band.GOOD, Band.MEDIUM, Band.LOW)
_HEATS = (Heat.COLD, Heat.WARM, Heat.HOT)
# The three cells that the article names; the six others are ours, and stay grey.
_TONES: dict[Place, str] = {
    (Band.GOOD, Heat.HOT): "hot_soft",
    (Band.MEDIUM, Heat.WARM): "warm_soft",
    (Band.LOW, Heat.COLD): "cold_soft",
}
_ACROSS: tuple[tuple[Place, ...], ...] = (
    *(tuple((band, heat) for heat in _HEATS) for band in _BANDS),
    (Beside.TO_COMPLETE, Beside.NO_HEAT),
)
_ROOM_FOR_A_FOOT = 5
"""Lines of the words under a count, from which the last one says how many lack a next step."""
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Places(QWidget):
    """One place is at hand; arrows and clicks take another."""

    chosen = Signal(object)
    entered = Signal()
    """Enter was pressed: go to the prospects of the place at hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: dict[Place, Tile] = {}
        self._at_hand: Place = (Band.GOOD, Heat.HOT)
        grid = QGridLayout()
        grid.setSpacing(8)
        for column, heat in enumerate(_HEATS, 1):
            head = PlainLabel(heat_word(heat), "label")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for row, band in enumerate(_BANDS, 1):
            grid.addWidget(PlainLabel(words.band_word(band), "label"), row, 0)
            grid.setRowStretch(row, 1)
            for column, heat in enumerate(_HEATS, 1):
                grid.addWidget(self._tile((band, heat)), row, column)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        for place in Beside:
            beside.addWidget(self._tile(place, flat=True), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(14)
        whole.addLayout(grid, 1)
        whole.addLayout(beside)

    @property
    def at_hand(self) -> Place:
        """The place whose prospects are shown."""
        return self._at_hand

    def tile(self, place: Place) -> "Tile":
        """The button of a place."""
        return self._tiles[place]

    def show_board(self, board: Mapping[Place, Tally], actions: Mapping[Place, str]) -> None:
        """Show what stands in each place, and what each calls for."""
        for place, tile in self._tiles.items():
            tile.show_tally(board.get(place, NOBODY), actions[place])

    def choose(self, place: Place) -> None:
        """Take a place in hand, without a word to anybody."""
        self._at_hand = place
        for each, tile in self._tiles.items():
            tile.setChecked(each == place)
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == place else Qt.FocusPolicy.ClickFocus)

    def focus(self) -> None:
        """Give the keyboard to the place at hand."""
        self._tiles[self._at_hand].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _tile(self, place: Place, flat: bool = False) -> "Tile":
        tile = Tile(words.place_name(place), _TONES.get(place, "chip"), flat)
        tile.clicked.connect(lambda: self._take(place))
        self._tiles[place] = tile
        tile.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return tile

    def _go(self, down: int, right: int) -> None:
        row = next(each for each in _ACROSS if self._at_hand in each)
        here = row.index(self._at_hand)
        wanted = _ACROSS[max(0, min(_ACROSS.index(row) + down, len(_ACROSS) - 1))]
        # Under three cells there are two: the last one is under the last two.
        here = round(here * (len(wanted) - 1) / (len(row) - 1)) if down else here + right
        self._take(wanted[max(0, min(here, len(wanted) - 1))])

    def _take(self, place: Place) -> None:
        if place != self._at_hand:
            self.choose(place)
            self.chosen.emit(place)
        self.focus()


class Tile(QAbstractButton):
    """A count, an amount, and what to do: those of one place. ``flat`` lays them on one line."""

    def __init__(self, name: str, tone: str, flat: bool) -> None:
        super().__init__()
        self._name, self._tone, self._flat = name, tone, flat
        self._tally, self._action = NOBODY, ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        rise = QSizePolicy.Policy.Fixed if flat else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, rise)
        self.setAccessibleName(name)

    def show_tally(self, tally: Tally, action: str) -> None:
        """Show what stands here and what it calls for."""
        if (tally, action) != (self._tally, self._action) or not self._action:
            self._tally, self._action = tally, action
            self.setAccessibleName(f"{self._name} · {words.counted(tally)} · {action}")
            self.setToolTip(plain_tip(f"{self._name} · {words.counted(tally)}\n{action}"))
            self.update()

    def nextCheckState(self) -> None:
        """The board decides."""

    def sizeHint(self) -> QSize:
        return QSize(150, 58) if self._flat else QSize(150, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 58) if self._flat else QSize(96, 84)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the board's: a button would give the focus to its neighbour
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        border = look.colour("accent" if self.isChecked() else "control") if self._rises() else None
        fill_round(painter, rect, look.colour(self._tone), border, theme.RADIUS, 2.0 if self.isChecked() else 1.0)
        inner = rect.adjusted(12, 9, -10, -8)
        if self._flat:
            self._paint_flat(painter, inner)
        else:
            self._paint_high(painter, inner)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(3, 3, -3, -3), theme.RADIUS - 3)

    def _rises(self) -> bool:
        return self.isChecked() or self.underMouse()

    def _paint_high(self, painter: QPainter, inner: QRectF) -> None:
        look = theme.current()
        font = theme.font("figure", tabular=True)
        height = QFontMetricsF(font).height()
        top = QRectF(inner.left(), inner.top(), inner.width(), height)
        used = self._paint_count(painter, top, font)
        small = theme.font("small", tabular=True)
        painter.setFont(small)
        painter.setPen(look.colour("text" if self._tone != "chip" else "muted"))
        amount = words.money(self._tally.amount) if self._tally.amount else ""
        line = QFontMetricsF(small).height()
        beside = top.width() - used - 10
        if QFontMetricsF(small).horizontalAdvance(amount) <= beside:
            painter.drawText(
                top.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, amount
            )
            under = top.bottom() + 3
        else:
            painter.drawText(QRectF(inner.left(), top.bottom(), inner.width(), line), 0, amount)
            under = top.bottom() + line + 2
        foot = line if self._tally.unplanned and inner.bottom() - under >= _ROOM_FOR_A_FOOT * line else 0.0
        _paint_words(painter, QRectF(inner.left(), under, inner.width(), inner.bottom() - under - foot), self._action)
        if foot:
            painter.setPen(look.colour("danger"))
            said = QFontMetricsF(small).elidedText(self._debt(), Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRectF(inner.left(), inner.bottom() - line, inner.width(), line), 0, said)

    def _paint_flat(self, painter: QPainter, inner: QRectF) -> None:
        look = theme.current()
        used = self._paint_count(painter, inner, theme.font("figure", tabular=True)) + 12
        room = inner.adjusted(used, 0, 0, 0)
        half = room.height() / 2
        name, said = theme.font("medium"), theme.font("small", tabular=True)
        lines = ((name, "text", self._name, 0.0), (said, "muted", self._detail(), half))
        for font, token, text, down in lines:
            painter.setFont(font)
            painter.setPen(look.colour(token))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            place = QRectF(room.left(), room.top() + down, room.width(), half)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _debt(self) -> str:
        unplanned = self._tally.unplanned
        text = ngettext("{count} without a next step", "{count} without a next step", unplanned)
        return text.format(count=words.number(unplanned))

    def _detail(self) -> str:
        return words.money(self._tally.amount) if self._tally.amount else self._action

    def _paint_count(self, painter: QPainter, room: QRectF, font: QFont) -> float:
        """The width it takes."""
        painter.setFont(font)
        painter.setPen(theme.current().colour("text" if self._tally.prospects else "faint"))
        count = words.number(self._tally.prospects)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, count)
        return QFontMetricsF(painter.font()).horizontalAdvance(count)


def _paint_words(painter: QPainter, room: QRectF, text: str) -> None:
    """As many lines as there is room for, the last one ended by an ellipsis."""
    metrics = QFontMetricsF(painter.font())
    lines = max(1, int(room.height() // metrics.lineSpacing()))
    # By plain spaces: those that do not break keep their mark on the line of its word.
    taken: list[str] = []
    rest = text.split(" ")
    while rest and len(taken) < lines:
        count = len(rest)
        while count > 1 and metrics.horizontalAdvance(" ".join(rest[:count])) > room.width():
            count -= 1
        taken.append(" ".join(rest[:count]))
        rest = rest[count:]
    if rest:
        taken[-1] = f"{taken[-1]} {' '.join(rest)}"
    for place, line in enumerate(taken):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        top = room.top() + place * metrics.lineSpacing()
        painter.drawText(QRectF(room.left(), top, room.width(), metrics.lineSpacing()), 0, shown)
