"""The card "Options": one to three tiles side by side, and the one that is open below them."""

import uuid

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.catalogue import Offer
from desktop.models.matrix import action
from desktop.services import proposal_options, proposals
from desktop.services.proposal_cards import OptionCard
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.option_editor import OptionEditor
from desktop.ui.proposals.option_tile import Glance, OptionTile
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel

_ACROSS = 3


class OptionsCard(Card):
    """``opened`` is the key of the option whose lines are shown; the recommended one at first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Options"), " ", spacing=10)
        self._desk = desk
        self.opened: uuid.UUID | None = None
        self.tiles: dict[uuid.UUID, OptionTile] = {}
        self.editor: OptionEditor | None = None
        self._sheet: ProposalSheet | None = None
        self._offers: list[Offer] = []
        self._make_contract()
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self.add = Button(_("Add an option"), "secondary", icon_name="plus")
        self.add.clicked.connect(self._add)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch(1)
        self._room = QVBoxLayout()
        self.body.addWidget(self.contract)
        self.body.addLayout(self._grid)
        self.body.addLayout(below)
        self.body.addLayout(self._room)

    def _make_contract(self) -> None:
        """What the matrix says of a price, and how to go against it."""
        self.contract = QWidget()
        self.contract_words = PlainLabel("", "warn", wrap=True)
        self.reason = QLineEdit()
        self.reason_field = Field(_("Why give a price now"), self.reason)
        self.price = Button(_("Give a price"), "secondary")
        self.price.clicked.connect(self._switch)
        self.reason.returnPressed.connect(self._switch)
        row = QHBoxLayout()
        row.addWidget(self.reason_field, 1)
        row.addWidget(self.price)
        column = QVBoxLayout(self.contract)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.contract_words)
        column.addLayout(row)

    def show_sheet(self, sheet: ProposalSheet, offers: list[Offer]) -> None:
        """Say what is on the disk."""
        self._sheet, self._offers = sheet, offers
        budget = sheet.prospect.amount
        self.set_note(_("budget: {amount}").format(amount=current().money(budget, cents=False)) if budget else "")
        self._show_contract(sheet)
        self._show_tiles(sheet)
        keys = [card.option.id for card in sheet.options]
        if self.opened not in keys:
            chosen = next((card.option.id for card in sheet.options if card.option.recommended), None)
            self.opened = chosen or (keys[0] if keys else None)
        self._show_opened()

    def _show_contract(self, sheet: ProposalSheet) -> None:
        contractual, allowed = sheet.proposal.contractual, sheet.price_allowed
        self.contract.setVisible(not contractual or not allowed)
        if sheet.cell is not None and not allowed:
            says = action(sheet.cell)
            self.contract_words.setText(
                _("The matrix says: “{action}”. The price is given all the same.").format(action=says)
                if contractual
                else _("The matrix says: “{action}”. Pre-proposal, without a price.").format(action=says)
            )
        else:
            self.contract_words.setText(_("Pre-proposal, without a price: it cannot be signed."))
        self.reason_field.setVisible(not allowed)
        if not self.reason.hasFocus():
            self.reason.setText(sheet.proposal.price_reason)
        self.price.set_text(_("Back to a pre-proposal") if contractual else _("Give a price"))

    def _show_tiles(self, sheet: ProposalSheet) -> None:
        keys = [card.option.id for card in sheet.options]
        if keys != list(self.tiles):
            for tile in self.tiles.values():
                self._grid.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
            self.tiles = {key: OptionTile() for key in keys}
            for place, (key, tile) in enumerate(self.tiles.items()):
                tile.clicked.connect(lambda _checked=False, key=key: self.open(key))
                self._grid.addWidget(tile, place // _ACROSS, place % _ACROSS)
        for place, card in enumerate(sheet.options, 1):
            self.tiles[card.option.id].show_glance(_glance(sheet, card, place))
        self.add.setVisible(len(keys) < _ACROSS)

    def open(self, option_id: uuid.UUID) -> None:
        """Show the lines of an option."""
        self.opened = option_id
        self._show_opened()

    def _show_opened(self) -> None:
        for key, tile in self.tiles.items():
            tile.setChecked(key == self.opened)
        if self.editor is not None and self.editor.option_id != self.opened:
            self._room.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        if self.opened is None or self._sheet is None:
            return
        if self.editor is None:
            self.editor = OptionEditor(self._desk, self.opened)
            self._room.addWidget(self.editor)
        self.editor.show_sheet(self._sheet, self._offers)

    def _add(self) -> None:
        added: list[uuid.UUID] = []

        def do() -> None:
            if added:
                self._desk.save(proposal_options.remove_option, added[0], restore=True)
            else:
                added.append(self._desk.save(proposal_options.add_option, self._desk.key))

        self._desk.perform(_("add an option"), do, lambda: self._desk.save(proposal_options.remove_option, added[0]))
        if added and added[0] in self.tiles:
            self.open(added[0])
            assert self.editor is not None
            self.editor.name.setFocus()

    def _switch(self) -> None:
        assert self._sheet is not None
        if self._sheet.proposal.contractual:
            self._desk.change(
                _("pre-proposal"), proposals.update_proposal, self._desk.key, contractual=False, price_reason=""
            )
            return
        try:
            self._desk.save(proposals.give_price, self._desk.key, self.reason.text())
        except UserError as error:
            self.reason_field.set_error(str(error))
            self.reason.setFocus()
        else:
            self.reason_field.set_error("")


def _glance(sheet: ProposalSheet, card: OptionCard, place: int) -> Glance:
    recommended = next((each for each in sheet.options if each.option.recommended), None)
    priced = sheet.proposal.contractual
    dearer = None
    if priced and recommended is not None and recommended is not card and card.lines:
        dearer = card.totals.net - recommended.totals.net
    return Glance(
        name=card.option.name.strip() or _("Option {number}").format(number=place),
        net=card.totals.net if priced else None,
        covered=len(card.covers),
        needs=sum(each.row.included for each in sheet.needs),
        recommended=card.option.recommended,
        budget=sheet.prospect.amount,
        dearer=dearer,
    )
