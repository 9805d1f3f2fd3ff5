"""Heat as a word with a dot, and the three chips that choose it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _, pgettext
from desktop.ui import theme
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.painting import paint_dot, painter_for

HEATS = ("cold", "warm", "hot")


def heat_word(heat: str) -> str:
    """``cold``, ``warm`` or ``hot`` as the rep says it."""
    return {
        "cold": pgettext("heat", "Cold"),
        "warm": pgettext("heat", "Warm"),
        "hot": pgettext("heat", "Hot"),
    }[heat]


class HeatLabel(QWidget):
    """A dot and a word, in the colour of the heat."""

    def __init__(self, heat: str = "cold", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("medium"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_heat(heat)

    @property
    def heat(self) -> str:
        return self._heat

    def set_heat(self, heat: str) -> None:
        """Show ``cold``, ``warm`` or ``hot``."""
        self._heat = heat
        self.setAccessibleName(heat_word(heat))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(heat_word(self._heat))
        return QSize(round(width + 0.5) + 17, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        colour = theme.current().colour(self._heat)
        paint_dot(painter, QPointF(6, self.height() / 2), colour)
        painter.setFont(self.font())
        painter.setPen(colour)
        painter.drawText(
            QRectF(16, 0, self.width() - 16, self.height()), Qt.AlignmentFlag.AlignVCenter, heat_word(self._heat)
        )


class HeatPicker(QWidget):
    """Three chips, one filled with its heat. Shows what ``set_heat`` says; a click only emits ``chosen``."""

    chosen = Signal(str)

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heat = ""
        self.setAccessibleName(_("Heat"))
        self._large = large
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10 if large else theme.metrics().gap)
        self._row = row
        self._chips = {heat: ChipButton(heat_word(heat), checked_tone=heat, large=large) for heat in HEATS}
        for heat, chip in self._chips.items():
            chip.setAccessibleName(_("Heat: {word}").format(word=heat_word(heat)))
            chip.clicked.connect(lambda _checked=False, heat=heat: self.chosen.emit(heat))
            row.addWidget(chip, 1 if large else 0)

    @property
    def heat(self) -> str:
        """``cold``, ``warm``, ``hot``, or "" when none is chosen."""
        return self._heat

    def set_heat(self, heat: str) -> None:
        """Show a saved heat, or none with ""."""
        self._heat = heat
        for each, chip in self._chips.items():
            chip.setChecked(each == heat)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self._large:
            self._row.setSpacing(theme.metrics().gap)

    def chip(self, heat: str) -> ChipButton:
        """The chip of one heat."""
        return self._chips[heat]
