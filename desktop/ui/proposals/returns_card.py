"""The card "Return on investment": their own figures, offered, and what those that the rep counts come to."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.models.returns import Missing, Returns, readings
from desktop.services import proposal_returns
from desktop.services.proposal_draft import quoted
from desktop.services.proposal_returns import KeptFigure, KeptGain, OfferedFigure, ReturnsSheet, Saved
from desktop.services.proposal_sheet import ProposalSheet
from desktop.services.proposal_trace import RETURNS
from desktop.services.return_words import euros, figure_words, months_words
from desktop.ui.autosave import flush_all
from desktop.ui.proposals.block_words import WordsButton, set_place
from desktop.ui.proposals.desk import Desk
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import Divider, PlainLabel

_READING = 176
"""Pixels of what a figure is read as, so that those of all the gains line up."""
Change = Callable[[tuple[KeptGain, ...]], Saved]
"""What a named act makes of the gains."""


class ReturnsCard(Card):
    """``words_wanted`` asks for the words behind the return. Nothing is counted unless it is asked for."""

    words_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Return on investment"), " ", spacing=10)
        self._desk = desk
        self._read: ReturnsSheet | None = None
        self.gains: list[GainRow] = []
        self.offers: list[Button] = []
        self.words = WordsButton(lambda: self.words_wanted.emit(RETURNS))
        self.add_to_header(self.words)
        set_place(self, RETURNS)
        self.result = PlainLabel("", "strong", wrap=True)
        self.remark = PlainLabel("", "muted", wrap=True)
        self._gains = QVBoxLayout()
        self._gains.setSpacing(10)
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(12)
        self._figures.setVerticalSpacing(6)
        self._figures.setColumnStretch(0, 1)
        self.heading = PlainLabel(_("Figures they gave"), "label")
        self.body.addWidget(self.result)
        self.body.addWidget(self.remark)
        self.body.addLayout(self._gains)
        self.body.addWidget(self.heading)
        self.body.addLayout(self._figures)

    def show_sheet(self, sheet: ProposalSheet) -> None:
        """Say what is on the disk; what is being typed stays as it is."""
        workspace = self._desk.workspace
        read = workspace.ask(proposal_returns.returns_sheet, self._desk.key, zone=workspace.clock.zone)
        self._show_result(sheet.content.returns, read)
        if self._read is None or _shape(read) != _shape(self._read):
            self._read = read
            self._show_gains(read)
            self._show_offered(read.offered)
        self._read = read
        for row, gain in zip(self.gains, read.gains, strict=True):
            row.show_label(gain)

    def _show_result(self, returns: Returns | None, read: ReturnsSheet) -> None:
        language = current()
        counted = any(gain.a_year is not None for gain in read.gains)
        self.words.setVisible(returns is not None)
        self.result.setVisible(returns is not None)
        remark = ""
        if returns is not None:
            parts = [_("{amount} a year").format(amount=euros(returns.gain_a_year, language))]
            parts.append(_("{amount} the first year").format(amount=euros(returns.cost, language)))
            if returns.months is not None:
                parts.append(_("earned back in {time}").format(time=months_words(returns.months, language)))
            else:
                remark = _("It would take more than ten years to earn back: better say nothing of it.")
            self.result.setText(" · ".join(parts))
        elif counted:
            remark = _("Not printed: no recommended option has a price that may be given.")
        elif not read.gains and not read.offered:
            remark = _("No figure of theirs yet. Ask how often it happens, and what it costs them each time.")
        elif not read.gains:
            remark = _("Nothing is counted unless you ask: pick the figures that make a gain.")
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def _show_gains(self, read: ReturnsSheet) -> None:
        for row in self.gains:
            row.hide()
            row.deleteLater()
        self.gains = [GainRow(self, self._desk, gain) for gain in read.gains]
        for row in self.gains:
            self._gains.addWidget(row)

    def _show_offered(self, offered: tuple[OfferedFigure, ...]) -> None:
        while (item := self._figures.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.offers = []
        for place, each in enumerate(offered):
            figure = each.figure
            words = quoted(figure.words, current())
            day = current().date(figure.said_on, "short")
            reading = figure_words(figure.value, figure.unit, figure.rhythm, current())
            source = _("{speaker}, {date} · {reading}").format(speaker=figure.speaker, date=day, reading=reading)
            cell = QVBoxLayout()
            cell.setSpacing(0)
            count = Button(_("Count it"), "secondary", icon_name="plus", small=True)
            count.setAccessibleName(_("Count: {words}").format(words=figure.words))
            count.clicked.connect(lambda _checked=False, each=each: self.count(each))
            holder = QWidget()
            holder.setLayout(cell)
            cell.setContentsMargins(0, 0, 0, 0)
            cell.addWidget(PlainLabel(words, "body", wrap=True))
            cell.addWidget(PlainLabel(source, "small", wrap=True))
            self._figures.addWidget(holder, place, 0)
            self._figures.addWidget(count, place, 1, Qt.AlignmentFlag.AlignTop)
            self.offers.append(count)
        self.heading.setVisible(bool(offered))

    def count(self, offered: OfferedFigure) -> None:
        """Count a figure that is offered."""
        text = _("count “{words}”").format(words=offered.figure.words)
        place = self._read.offered.index(offered) if self._read and offered in self._read.offered else 0
        self.save(text, lambda gains: proposal_returns.with_figure(gains, offered))
        if self.offers:
            self.offers[min(place, len(self.offers) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self, text: str, change: Change) -> None:
        """Do a named act on what is counted."""
        flush_all(self)
        gains = self._read.gains if self._read else ()
        self._desk.change(text, proposal_returns.set_returns, self._desk.key, returns=change(gains))


class GainRow(QWidget):
    """One gain: what it is, its figures each with the way it is read, and what they come to in a year."""

    def __init__(self, card: ReturnsCard, desk: Desk, gain: KeptGain) -> None:
        super().__init__()
        self._card, self._id = card, gain.id
        self.label = QLineEdit()
        self.label.setPlaceholderText(_("What they gain, in a few words"))
        self.label.setAccessibleName(_("What they gain"))
        self._save = desk.keep(
            self.label, lambda text: desk.save(proposal_returns.label_gain, desk.key, self._id, text)
        )
        amount = "" if gain.a_year is None else _("{amount} a year").format(amount=euros(gain.a_year, current()))
        self.amount = PlainLabel(amount, "strong", tabular=True)
        self.remove = Button("", "quiet", icon_name="trash-2", name=_("Count this gain no more"), small=True)
        self.remove.clicked.connect(
            lambda: card.save(_("count a gain no more"), lambda gains: proposal_returns.without_gain(gains, self._id))
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label, 1)
        head.addWidget(self.amount)
        head.addWidget(self.remove)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self.readings: list[QComboBox] = []
        for place, figure in enumerate(gain.figures):
            self._add_figure(grid, place, figure)
        self.missing = PlainLabel(missing_words(gain), "warn", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Divider())
        column.addLayout(head)
        column.addLayout(grid)
        column.addWidget(self.missing)
        self.missing.setVisible(bool(self.missing.text()))

    def _add_figure(self, grid: QGridLayout, place: int, figure: KeptFigure) -> None:
        ways = readings(figure.unit)
        chosen = QComboBox()
        chosen.setAccessibleName(_("How to read “{words}”").format(words=figure.words))
        chosen.view().setAccessibleName(chosen.accessibleName())
        chosen.addItems([figure_words(figure.value, unit, rhythm, current()) for unit, rhythm in ways])
        chosen.setCurrentIndex(ways.index((figure.unit, figure.rhythm)))
        chosen.setEnabled(len(ways) > 1)
        chosen.setMinimumWidth(_READING)
        chosen.activated.connect(lambda index: self._read_as(place, index, figure))
        drop = Button(
            "", "quiet", icon_name="x", name=_("Count “{words}” no more").format(words=figure.words), small=True
        )
        drop.clicked.connect(
            lambda: self._card.save(
                _("count “{words}” no more").format(words=figure.words),
                lambda gains: proposal_returns.without_figure(gains, self._id, place),
            )
        )
        grid.addWidget(PlainLabel(quoted(figure.words, current()), "body", wrap=True), place, 0)
        grid.addWidget(chosen, place, 1)
        grid.addWidget(drop, place, 2)
        self.readings.append(chosen)

    def _read_as(self, place: int, index: int, figure: KeptFigure) -> None:
        unit, rhythm = readings(figure.unit)[index]
        if (unit, rhythm) != (figure.unit, figure.rhythm):
            self._card.save(
                _("read “{words}” otherwise").format(words=figure.words),
                lambda gains: proposal_returns.read_as(gains, self._id, place, unit, rhythm),
            )

    def show_label(self, gain: KeptGain) -> None:
        """What is gained, unless the rep is typing it."""
        self._save.show(gain.label)


def missing_words(gain: KeptGain) -> str:
    """What it takes to count a gain, in a sentence; "" when it is counted."""
    if not gain.backed:
        return _("Not counted: some of these words may no longer be quoted.")
    sentences = {
        Missing.MONEY: _("Not counted yet: what an hour, a day or one time costs them is missing."),
        Missing.TIME: _("Not counted yet: how much time is lost is missing."),
        Missing.FOR_WHAT: _("Not counted yet: say whether that sum is for an hour or for a day."),
        Missing.RHYTHM: _("Not counted yet: how often it happens is missing."),
        Missing.TWICE: _("Not counted: two of these figures say the same thing. Take one away."),
    }
    if gain.missing is not None:
        return sentences[gain.missing]
    return "" if gain.a_year is not None else _("Not counted: that is less than a euro a year, or out of proportion.")


def _shape(read: ReturnsSheet) -> object:
    """All that is shown, apart from the names, which are being typed."""
    return [(gain.id, gain.figures) for gain in read.gains], read.offered
