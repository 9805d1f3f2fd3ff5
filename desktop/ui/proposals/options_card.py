"""The card "Options": one to three tiles side by side, and the one that is open below them."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current, ngettext
from desktop.models.catalogue import Offer
from desktop.models.matrix import action
from desktop.services import proposal_doors, proposal_options, proposals
from desktop.services.catalogue_prices import PriceChange, price_changes
from desktop.services.proposal_cards import OptionCard
from desktop.services.proposal_doors import Proposed
from desktop.services.proposal_draft import cut, quoted
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.actions import Action, display_keys
from desktop.ui.autosave import flush_all
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.option_editor import OptionEditor
from desktop.ui.proposals.option_tile import Glance, OptionTile, door_label
from desktop.ui.proposals.price_notice import PriceNotice, take_up, together
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel

_ACROSS = 3
DOORS_KEY = "Ctrl+Shift+O"


def options_actions(card: "OptionsCard", scope: str, able: Callable[[], bool]) -> list[Action]:
    """What the keyboard does of the options; ``able`` says whether a proposal is open."""
    words = (_("price"), _("catalogue"))
    return [
        Action("proposals.doors", _("Propose three doors"), card.propose, (DOORS_KEY,), scope, "sparkles", able),
        Action(
            "proposals.prices",
            _("Take up the prices that changed in the catalogue"),
            card.take_up_prices,
            (),
            scope,
            "refresh-cw",
            lambda: able() and bool(together(card.changes)),
            words,
            "edit",
        ),
    ]


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
        self.changes: list[PriceChange] = []
        """The lines whose offer has another price now."""
        self.prices = PriceNotice(self.take_up_prices)
        self._make_contract()
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self.add = Button(_("Add an option"), "secondary", icon_name="plus")
        self.add.clicked.connect(self._add)
        below = QHBoxLayout()
        self.doors = Button(_("Propose three doors"), "secondary", keycap=display_keys(DOORS_KEY), icon_name="sparkles")
        self.doors.clicked.connect(self.propose)
        below.addWidget(self.add)
        below.addWidget(self.doors)
        below.addStretch(1)
        self._room = QVBoxLayout()
        self.body.addWidget(self.prices)
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
        row.addWidget(self.price, 0, Qt.AlignmentFlag.AlignBottom)
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
        lines = [line for card in sheet.options for line in card.lines]
        self.changes = price_changes(sheet.proposal, lines, offers)
        self.prices.show_all(together(self.changes))
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
        glances = {card.option.id: _glance(sheet, card, place) for place, card in enumerate(sheet.options, 1)}
        height = max((glance.height for glance in glances.values()), default=0)
        for key, glance in glances.items():
            self.tiles[key].show_glance(glance, height)
        self.add.setVisible(len(keys) < _ACROSS)

    def open(self, option_id: uuid.UUID) -> None:
        """Show the lines of an option."""
        flush_all(self)
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
        self.editor.show_sheet(self._sheet, self._offers, self.changes)

    def _add(self) -> None:
        flush_all(self)
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

    def propose(self) -> None:
        """Find the three doors again over the catalogue; what was written by hand stays, and is said to."""
        flush_all(self)
        outcome: list[Proposed] = []

        def do() -> None:
            if outcome:
                self._desk.save(proposal_doors.arrange, self._desk.key, outcome[0].after)
            else:
                outcome.append(self._desk.save(proposal_doors.propose_doors, self._desk.key))

        def take_back() -> None:
            self._desk.save(proposal_doors.arrange, self._desk.key, outcome[0].before)

        self._desk.perform(_("propose three doors"), do, take_back)
        if outcome:
            self._desk.said.emit(_said(outcome[0]))

    def take_up_prices(self) -> None:
        """Give every line the price that the catalogue asks now, but those whose price the rep chose."""
        flush_all(self)
        if changes := together(self.changes):
            take_up(self._desk, changes)

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
    priced, bill = sheet.proposal.contractual, card.bill
    dearer = None
    if priced and recommended is not None and recommended is not card and card.lines:
        dearer = bill.first_year - recommended.bill.first_year
    return Glance(
        name=card.option.name.strip() or _("Option {number}").format(number=place),
        net=bill.once.net if priced else None,
        covered=len(card.covers),
        needs=sum(each.row.included for each in sheet.needs),
        recommended=card.option.recommended,
        budget=sheet.prospect.amount,
        dearer=dearer,
        monthly=bill.monthly.net,
        yearly=bill.yearly.net,
        held=bill.first_year_gross if sheet.content.client.private else bill.first_year,
        door=card.option.door,
        quotes=tuple(
            quoted(cut(each.quotes[0].text), current())
            for each in sheet.needs
            if each.row.id in card.covers and each.quotes
        ),
    )


def _said(outcome: Proposed) -> str:
    """What was proposed, and above all what was not touched."""
    if outcome.before == outcome.after:
        sentences = [_("The options are already those: nothing to change.")]
    else:
        count = len(outcome.doors)
        sentences = [ngettext("{count} option proposed.", "{count} options proposed.", count).format(count=count)]
    if outcome.kept:
        names = ", ".join(_("“{name}”").format(name=name) for name in outcome.kept)
        sentences.append(
            ngettext(
                "{names} was written by hand: it stays as it is.",
                "{names} were written by hand: they stay as they are.",
                len(outcome.kept),
            ).format(names=names)
        )
    if outcome.left_out:
        doors = ", ".join(door_label(door).lower() for door in outcome.left_out)
        sentences.append(_("No room for: {doors}.").format(doors=doors))
    if not outcome.exact:
        sentences.append(_("There are too many offers to compare them all: a cheaper choice may exist."))
    return " ".join(sentences)
