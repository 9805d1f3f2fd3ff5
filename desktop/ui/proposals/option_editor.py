"""The option that is open: its words, the needs it covers, its lines and what they come to."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.catalogue import Offer
from desktop.services import proposal_options
from desktop.services.catalogue_prices import PriceChange
from desktop.services.proposal_checks import shortened
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.autosave import AutoSave, Editor, flush_all
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.line_row import LineRow
from desktop.ui.proposals.option_totals import OptionTotals
from desktop.ui.proposals.price_notice import take_up
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import Divider, PlainLabel

_TEXTS = ("name", "for_whom", "lead_time", "reason")


class OptionEditor(QWidget):
    """Made anew for each option opened; lines stay the same widgets while they are the same lines."""

    def __init__(self, desk: Desk, option_id: uuid.UUID) -> None:
        super().__init__()
        self.option_id = option_id
        self._desk = desk
        self._order: list[uuid.UUID] = []
        self._lines: dict[uuid.UUID, LineRow] = {}
        self._needs: dict[uuid.UUID, ChipButton] = {}
        self._answers: list[str] = []
        self._changes: dict[uuid.UUID, PriceChange] = {}
        self._make_words()
        self._make_acts()
        self.line_rows = QVBoxLayout()
        self.line_rows.setSpacing(6)
        self.add = Button(_("Add a line"), "secondary", icon_name="plus")
        self.add.clicked.connect(self.add_line)
        self.totals = OptionTotals()
        self.covers = FlowLayout()
        self._lay_out()

    def _make_words(self) -> None:
        self.name = QLineEdit()
        self.lead_time = QLineEdit()
        self.for_whom = GrowingEdit()
        self.reason = GrowingEdit()
        self.included = GrowingEdit(lines=2)
        editors: tuple[Editor, ...] = (self.name, self.for_whom, self.lead_time, self.reason)
        self._saves = {name: self._keep(editor, name) for name, editor in zip(_TEXTS, editors, strict=True)}
        self._saves["included"] = self._desk.keep(
            self.included,
            lambda text: self._update(included=[line for line in text.split("\n") if line.strip()]),
            shown_as=f"option:{self.option_id}:included",
        )

    def _keep(self, editor: Editor, name: str) -> AutoSave:
        shown_as = f"option:{self.option_id}:{name}"
        return self._desk.keep(editor, lambda text: self._update(**{name: text}), shown_as=shown_as)

    def _make_acts(self) -> None:
        self.recommend = Button(_("Recommend"), "secondary", icon_name="star")
        self.remove = Button(_("Remove the option"), "quiet", icon_name="trash-2")
        self.recommend.clicked.connect(self._recommend)
        self.remove.clicked.connect(self._remove)

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(12)
        names.addWidget(Field(_("Name, by what it brings"), self.name), 3)
        names.addWidget(Field(_("Lead time"), self.lead_time), 2)
        foot = QHBoxLayout()
        foot.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        foot.addStretch(1)
        foot.addLayout(self.totals)
        acts = QHBoxLayout()
        acts.addWidget(self.recommend)
        acts.addStretch(1)
        acts.addWidget(self.remove)
        self.reason_field = Field(_("Why this one, if possible in their words"), self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(10)
        column.addLayout(names)
        column.addWidget(PlainLabel(_("Needs covered"), "label"))
        column.addLayout(self.covers)
        column.addWidget(Divider())
        column.addLayout(self.line_rows)
        column.addLayout(foot)
        column.addWidget(Divider())
        column.addWidget(Field(_("For whom"), self.for_whom))
        column.addWidget(Field(_("Included, one thing a line"), self.included))
        column.addWidget(self.reason_field)
        column.addLayout(acts)

    @property
    def lines(self) -> list[LineRow]:
        """In the order shown."""
        return [self._lines[key] for key in self._order]

    def _update(self, **fields: object) -> None:
        self._desk.save(proposal_options.update_option, self.option_id, **fields)

    def show_sheet(self, sheet: ProposalSheet, offers: list[Offer], changes: Sequence[PriceChange] = ()) -> None:
        """Say what is on the disk; ``changes`` are the lines whose offer has another price now."""
        card = next(each for each in sheet.options if each.option.id == self.option_id)
        for name in _TEXTS:
            self._saves[name].show(getattr(card.option, name))
        self._saves["included"].show("\n".join(card.option.included))
        self.recommend.set_text(_("No longer recommend") if card.option.recommended else _("Recommend"))
        self.reason_field.setVisible(card.option.recommended)
        self._recommended = card.option.recommended
        self._answers = list(card.option.answers)
        self._show_needs(sheet)
        self._arrange([line.id for line in card.lines])
        self._changes = {change.line_id: change for change in changes}
        for place, line in enumerate(card.lines):
            self._lines[line.id].show_line(line, offers, place, len(card.lines), self._changes.get(line.id))
        extras = sum(line.optional and not line.chosen for line in card.lines)
        self.totals.show_bill(card.bill, sheet.vat_exempt, extras)

    def _show_needs(self, sheet: ProposalSheet) -> None:
        included = [card for card in sheet.needs if card.row.included]
        if [card.row.id for card in included] != list(self._needs):
            self.covers.clear()
            self._needs = {card.row.id: ChipButton("") for card in included}
            for key, chip in self._needs.items():
                chip.clicked.connect(lambda _checked=False, key=key: self._cover(key))
                self.covers.addWidget(chip)
        for card in included:
            chip = self._needs[card.row.id]
            chip.setText(shortened(card.name, 34))
            chip.setAccessibleName(_("Covers: {need}").format(need=shortened(card.name)))
            chip.setChecked(str(card.row.id) in self._answers)

    def need_chip(self, row_id: uuid.UUID) -> ChipButton:
        """The chip of a ``ProposalNeed``."""
        return self._needs[row_id]

    def _cover(self, row_id: uuid.UUID) -> None:
        key = str(row_id)
        answers = [each for each in self._answers if each != key] if key in self._answers else [*self._answers, key]
        self._desk.change(_("needs covered"), proposal_options.update_option, self.option_id, answers=answers)

    def _arrange(self, order: list[uuid.UUID]) -> None:
        if order == self._order:
            return
        inside = self.focusWidget()
        for key in self._lines.keys() - set(order):
            row = self._lines.pop(key)
            row.hide()
            row.deleteLater()
        for place, key in enumerate(order):
            if key not in self._lines:
                self._lines[key] = LineRow(self._desk, key, self._line_asked)
            self.line_rows.removeWidget(self._lines[key])
            self.line_rows.insertWidget(place, self._lines[key])
        self._order = order
        if inside is not None and self.isAncestorOf(inside):
            inside.setFocus()

    def add_line(self) -> None:
        """One more line, ready to be named."""
        added: list[uuid.UUID] = []

        def do() -> None:
            if added:
                self._desk.save(proposal_options.remove_line, added[0], restore=True)
            else:
                added.append(self._desk.save(proposal_options.add_line, self.option_id))

        self._desk.perform(_("add a line"), do, lambda: self._desk.save(proposal_options.remove_line, added[0]))
        if added and added[0] in self._lines:
            self._lines[added[0]].label.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line_asked(self, what: str, line_id: uuid.UUID) -> None:
        flush_all(self)
        if what == "keep":
            self._add_to_catalogue(line_id)
        elif what == "price":
            take_up(self._desk, [self._changes[line_id]])
        elif what == "remove":
            self._desk.perform(
                _("remove a line"),
                lambda: self._desk.save(proposal_options.remove_line, line_id),
                lambda: self._desk.save(proposal_options.remove_line, line_id, restore=True),
            )
        else:
            self._move(line_id, -1 if what == "up" else 1)

    def _move(self, line_id: uuid.UUID, step: int) -> None:
        before = self._order.index(line_id)
        if not 0 <= before + step < len(self._order):
            return

        def put(place: int) -> None:
            self._desk.save(proposal_options.move_line, line_id, place)

        self._desk.perform(_("move a line"), lambda: put(before + step), lambda: put(before))

    def _add_to_catalogue(self, line_id: uuid.UUID) -> None:
        try:
            self._desk.save(proposal_options.add_to_catalogue, line_id)
        except UserError as error:
            self._desk.refused.emit(str(error))
        else:
            self._desk.said.emit(_("Added to the catalogue"))

    def _recommend(self) -> None:
        wanted = None if self._recommended else self.option_id
        before: list[uuid.UUID | None] = []

        def do() -> None:
            before[:] = [self._desk.save(proposal_options.recommend, self._desk.key, wanted)]

        self._desk.perform(
            _("recommended option"),
            do,
            lambda: self._desk.save(proposal_options.recommend, self._desk.key, before[0]),
        )

    def _remove(self) -> None:
        flush_all(self)
        option_id = self.option_id
        self._desk.perform(
            _("remove an option"),
            lambda: self._desk.save(proposal_options.remove_option, option_id),
            lambda: self._desk.save(proposal_options.remove_option, option_id, restore=True),
        )
