"""The small matrix of Today: how many stand in each cell, and a click or Enter to list them."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy

from desktop.i18n import _, current, pgettext
from desktop.models.grids import Band
from desktop.models.matrix import Cell, Cells, Heat, action
from desktop.services.prospect_filters import working
from desktop.ui import theme
from desktop.ui.today import words
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import PlainLabel, plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

_BANDS = (Band.GOOD, Band.MEDIUM, Band.LOW)
_HEATS = (Heat.COLD, Heat.WARM, Heat.HOT)
# The three cells that the article names; the six others are ours, and stay grey.
_TONES = {(Band.GOOD, Heat.HOT): "hot_soft", (Band.MEDIUM, Heat.WARM): "warm_soft", (Band.LOW, Heat.COLD): "cold_soft"}
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_HIGH, _LOW = 78, 44


class Matrix(Card):
    """How many active prospects stand in each cell, and what each cell calls for.

    One stop of the keyboard: arrows go from cell to cell. ``asked`` carries the ``ProspectFilter`` of a cell.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Qualification and heat"), margins=(18, 14, 12, 14))
        grid = QGridLayout()
        grid.setSpacing(5)
        for column, heat in enumerate(_HEATS, 1):
            head = PlainLabel(heat_word(heat), "small")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        self.cells: dict[tuple[Band, Heat], MatrixCell] = {}
        for row, band in enumerate(_BANDS, 1):
            grid.addWidget(PlainLabel(_band_word(band), "small"), row, 0, Qt.AlignmentFlag.AlignCenter)
            for column, heat in enumerate(_HEATS, 1):
                each = MatrixCell(band, heat)
                each.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                each.clicked.connect(lambda _checked=False, each=each: self._ask(each))
                self.cells[band, heat] = each
                grid.addWidget(each, row, column)
        self.cells[Band.GOOD, Heat.HOT].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addLayout(grid)

    def show_counts(self, counts: Mapping[tuple[Band, Heat], int], cells: Cells) -> None:
        """Show how many prospects each cell holds, and what it calls for now."""
        for place, each in self.cells.items():
            each.show_count(counts.get(place, 0), cells[place])

    def set_narrow(self, narrow: bool) -> None:
        """Keep the counts and leave the words to the tool tips."""
        for each in self.cells.values():
            each.set_narrow(narrow)
        # At once: asked for while the page is being laid out, it would keep the height of before.
        self.body.activate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        at = next((place for place, each in self.cells.items() if each.hasFocus()), None)
        if at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.cells[at])
        elif at is None or step is None:
            super().keyPressEvent(event)
        else:
            row = max(0, min(_BANDS.index(at[0]) + step[0], len(_BANDS) - 1))
            column = max(0, min(_HEATS.index(at[1]) + step[1], len(_HEATS) - 1))
            self.cells[_BANDS[row], _HEATS[column]].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask(self, each: "MatrixCell") -> None:
        self.asked.emit(working(bands=(each.band,), heats=(each.heat,), to_complete=False))


class MatrixCell(QAbstractButton):
    """A count over two or three words; the whole action in the tool tip."""

    def __init__(self, band: Band, heat: Heat) -> None:
        super().__init__()
        self.band, self.heat = band, heat
        self._tone = _TONES.get((band, heat), "chip")
        self._words = ""
        self.count = 0
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{_band_word(band)} · {heat_word(heat)}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._narrow = False
        self.set_narrow(False)

    def sizeHint(self) -> QSize:
        return QSize(60, self.minimumHeight())

    def set_narrow(self, narrow: bool) -> None:
        """With or without the words under the count."""
        self._narrow = narrow
        self.setFixedHeight(theme.metrics().hit(_LOW) if narrow else _HIGH)
        self.update()

    def show_count(self, count: int, cell: Cell) -> None:
        """Show how many prospects are here, and what they call for."""
        self.count, self._words = count, words.short_action(cell)
        where = f"{_band_word(self.band)} · {heat_word(self.heat)} · {self._words}"
        self.setAccessibleName(f"{where} · {count}")
        self.setToolTip(plain_tip(action(cell)))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # QAbstractButton would take the arrows to the next button of the card, by its place on the screen.
        if event.key() in (*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        border = look.colour("control") if self.underMouse() else None
        fill_round(painter, rect, look.colour(self._tone), border, theme.RADIUS)
        inner = rect.adjusted(9, 7, -4, -6)
        painter.setFont(theme.font("title", tabular=True))
        painter.setPen(look.colour("text" if self.count else "faint"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, current().number(self.count))
        if not self._narrow:
            font = theme.font("small")
            painter.setFont(font)
            painter.setPen(look.colour("text" if self._tone != "chip" else "muted"))
            top = inner.top() + QFontMetricsF(theme.font("title")).height() + 1
            room = QRectF(inner.left(), top, inner.width(), inner.bottom() - top + 4)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._words)
        if self.hasFocus():
            focus_ring(painter, rect, theme.RADIUS)


def _band_word(band: Band) -> str:
    return {
        Band.GOOD: pgettext("matrix row", "Good"),
        Band.MEDIUM: pgettext("matrix row", "Medium"),
        Band.LOW: pgettext("matrix row", "Low"),
    }[band]
