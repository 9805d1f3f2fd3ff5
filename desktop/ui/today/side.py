"""The right of the Today page: three numbers, the matrix, and the grids to complete."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext, pgettext
from desktop.models.grids import Band
from desktop.models.matrix import Heat, action, cell
from desktop.services.today import Agenda, Incomplete
from desktop.ui import theme
from desktop.ui.today import words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import Divider, Kind, PlainLabel
from desktop.ui.widgets.painting import fill_round, painter_for

_BANDS = (Band.GOOD, Band.MEDIUM, Band.LOW)
_HEATS = (Heat.COLD, Heat.WARM, Heat.HOT)
# The three cells that the article names; the six others are ours, and stay grey.
_TONES = {(Band.GOOD, Heat.HOT): "hot_soft", (Band.MEDIUM, Heat.WARM): "warm_soft", (Band.LOW, Heat.COLD): "cold_soft"}


class Numbers(Card):
    """Qualified, late, without a next step."""

    def __init__(self) -> None:
        super().__init__(margins=(0, 0, 0, 0))
        row = QHBoxLayout()
        row.setSpacing(0)
        self._figures: list[PlainLabel] = []
        for place, name in enumerate((_("Qualified"), _("Late"), _("No next step"))):
            if place:
                row.addWidget(Divider(vertical=True))
            column = QVBoxLayout()
            column.setContentsMargins(16, 14, 8, 14)
            column.setSpacing(2)
            figure = PlainLabel("", "figure", tabular=True)
            column.addWidget(PlainLabel(name, "body"))
            column.addWidget(figure)
            self._figures.append(figure)
            row.addLayout(column, 1)
        self.body.addLayout(row)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show the three counts, in red where one is a debt."""
        counts = (agenda.qualified, agenda.late, agenda.without_next_step)
        for place, (figure, count) in enumerate(zip(self._figures, counts, strict=True)):
            if figure.text() != str(count):
                figure.setText(str(count))
                _paint_as_debt(figure, bool(place and count))


def _paint_as_debt(figure: PlainLabel, debt: bool) -> None:
    kind: Kind = "danger" if debt else "figure"
    figure.set_kind(kind)
    figure.setFont(theme.font("figure", tabular=True))


class Matrix(Card):
    """How many active prospects stand in each cell, and what each cell calls for."""

    def __init__(self) -> None:
        super().__init__(_("Qualification and heat"), margins=(18, 14, 12, 14))
        grid = QGridLayout()
        grid.setSpacing(5)
        for column, heat in enumerate(_HEATS, 1):
            head = PlainLabel(heat_word(heat), "small")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        self._cells: dict[tuple[Band, Heat], MatrixCell] = {}
        for row, band in enumerate(_BANDS, 1):
            grid.addWidget(PlainLabel(_band_word(band), "small"), row, 0, Qt.AlignmentFlag.AlignCenter)
            for column, heat in enumerate(_HEATS, 1):
                each = MatrixCell(band, heat)
                self._cells[band, heat] = each
                grid.addWidget(each, row, column)
        self.body.addLayout(grid)

    def show_counts(self, counts: Mapping[tuple[Band, Heat], int]) -> None:
        """Show how many prospects each cell holds."""
        for place, each in self._cells.items():
            each.set_count(counts.get(place, 0))

    def set_narrow(self, narrow: bool) -> None:
        """Keep the counts and leave the words to the tool tips."""
        for each in self._cells.values():
            each.set_narrow(narrow)
        # At once: asked for while the page is being laid out, it would keep the height of before.
        self.body.activate()


class MatrixCell(QWidget):
    """A count over two or three words; the whole action in the tool tip."""

    def __init__(self, band: Band, heat: Heat) -> None:
        super().__init__()
        self._tone = _TONES.get((band, heat), "chip")
        self._words = words.short_action(band, heat)
        self._where = f"{_band_word(band)} · {heat_word(heat)} · {self._words}"
        self.setToolTip(action(cell(band, heat)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._narrow = False
        self.set_narrow(False)
        self.set_count(0)

    def set_narrow(self, narrow: bool) -> None:
        """With or without the words under the count."""
        self._narrow = narrow
        self.setFixedHeight(44 if narrow else 78)
        self.update()

    def set_count(self, count: int) -> None:
        """Show how many prospects are here."""
        self.count = count
        self.setAccessibleName(f"{self._where} · {count}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, look.colour(self._tone), radius=theme.RADIUS)
        inner = rect.adjusted(9, 7, 0, -6)
        painter.setFont(theme.font("title", tabular=True))
        painter.setPen(look.colour("text" if self.count else "faint"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, str(self.count))
        if self._narrow:
            return
        font = theme.font("small")
        painter.setFont(font)
        painter.setPen(look.colour("text" if self._tone != "chip" else "muted"))
        top = inner.top() + QFontMetricsF(theme.font("title")).height() + 1
        room = QRectF(inner.left(), top, inner.width(), inner.bottom() - top + 4)
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._words)


def _band_word(band: Band) -> str:
    return {
        Band.GOOD: pgettext("matrix row", "Good"),
        Band.MEDIUM: pgettext("matrix row", "Medium"),
        Band.LOW: pgettext("matrix row", "Low"),
    }[band]


class ToComplete(Card):
    """The grids that leave too much unknown, hottest first: what to ask at the next call."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("To complete"), " ")
        self._shown: tuple[tuple[Incomplete, ...], int] | None = None
        self.buttons: list[Button] = []
        """Each opens the prospect of its line, from the top."""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)

    def show_agenda(self, agenda: Agenda) -> None:
        """Name the first few, and say how many there are."""
        shown = (agenda.incomplete, agenda.to_complete)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        self.set_note(str(agenda.to_complete) if agenda.to_complete else "")
        if not agenda.incomplete:
            self._rows.addWidget(PlainLabel(_("Every grid says enough to decide."), "muted", wrap=True))
        for each in agenda.incomplete:
            row = _IncompleteRow(each, self)
            self.buttons.append(row.open_it)
            self._rows.addWidget(row)
        if rest := agenda.to_complete - len(agenda.incomplete):
            text = ngettext("and {count} other prospect", "and {count} other prospects", rest).format(count=rest)
            self._rows.addWidget(PlainLabel(text, "small"))


class _IncompleteRow(QWidget):
    def __init__(self, each: Incomplete, card: ToComplete) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(PlainLabel(each.name, "body", elide=True))
        column.addWidget(PlainLabel(_known(each), "small"))
        row.addLayout(column, 1)
        name = _("Open the file of {who}").format(who=each.name)
        self.open_it = Button("", "quiet", icon_name="chevron-right", name=name)
        self.open_it.clicked.connect(lambda: card.opened.emit(each.prospect_id))
        row.addWidget(self.open_it)


def _known(each: Incomplete) -> str:
    if not each.count:
        return _("no call yet")
    known = ngettext("{known} of {count} filled in", "{known} of {count} filled in", each.known)
    return known.format(known=each.known, count=each.count)
