"""The card "Your needs, our answer": the heart of the proposal, in the order of the document."""

import uuid
from collections.abc import Sequence

from desktop.i18n import _, ngettext
from desktop.models.catalogue import Offer
from desktop.services import catalogue_references, proposal_order, proposal_proofs, proposals
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.need_row import NeedRow
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel


class NeedsCard(Card):
    """One row a need; rows stay the same widgets as long as they are the same needs, so that typing goes on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Your needs, our answer"), _("Alt+↑↓ to reorder"), spacing=10)
        self._desk = desk
        self._order: list[uuid.UUID] = []
        self._rows: dict[uuid.UUID, NeedRow] = {}
        self.empty = PlainLabel(
            _("No citable words yet. On the call, mark what they said as citable: it becomes a need here."),
            "muted",
            wrap=True,
        )
        self.fresh = Button("", "secondary", icon_name="plus", name=_("Add the new needs"))
        self.fresh.clicked.connect(lambda: desk.save(proposals.take_up_new_needs, desk.key))
        self._wanted: tuple[uuid.UUID, ...] | None = None
        self.reorder = Button(_("Take up their order"), "secondary", icon_name="list-checks")
        self.reorder.setAccessibleDescription(_("They put their needs in another order since this was written"))
        self.reorder.setToolTip(self.reorder.accessibleDescription())
        self.reorder.clicked.connect(self._take_up_order)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.reorder)
        self.body.addWidget(self.fresh)

    @property
    def rows(self) -> list[NeedRow]:
        """In the order shown."""
        return [self._rows[key] for key in self._order]

    def row(self, row_id: uuid.UUID) -> NeedRow | None:
        """The row of a ``ProposalNeed``."""
        return self._rows.get(row_id)

    def show_sheet(self, sheet: ProposalSheet, offers: list[Offer]) -> None:
        """Say what is on the disk."""
        order = [card.row.id for card in sheet.needs]
        if order != self._order:
            self._arrange(order)
        references = self._desk.workspace.ask(catalogue_references.references)
        sold = [line.offer_id for each in sheet.options for line in each.lines if line.offer_id is not None]
        for place, card in enumerate(sheet.needs):
            proofs = proposal_proofs.closest(references, card.need.kind, sheet.prospect.sector, sold)
            self._rows[card.row.id].show_card(card, offers, proofs, place, len(order))
        self._wanted = self._desk.workspace.ask(proposal_order.their_order, self._desk.key)
        self.reorder.setVisible(self._wanted is not None)
        self.empty.setVisible(not order)
        self.fresh.setVisible(sheet.new_needs > 0)
        text = ngettext("Add {count} new need", "Add {count} new needs", sheet.new_needs)
        self.fresh.set_text(text.format(count=sheet.new_needs))

    def _take_up_order(self) -> None:
        wanted, before = self._wanted, list(self._order)
        if wanted is None:
            return

        def put(order: Sequence[uuid.UUID]) -> None:
            self._desk.save(proposal_order.put_in_order, self._desk.key, order)

        self._desk.perform(_("take up their order"), lambda: put(wanted), lambda: put(before))

    def _arrange(self, order: list[uuid.UUID]) -> None:
        focused = next((row for row in self._rows.values() if row.isAncestorOf(self.focusWidget() or self)), None)
        inside = self.focusWidget() if focused else None
        for key in self._rows.keys() - set(order):
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for place, key in enumerate(order):
            if key not in self._rows:
                self._rows[key] = NeedRow(self._desk, key, self._move)
            # The header row comes first, the notice and the button last.
            self.body.removeWidget(self._rows[key])
            self.body.insertWidget(1 + place, self._rows[key])
        self._order = order
        if inside is not None:
            inside.setFocus()

    def _move(self, row_id: uuid.UUID, step: int) -> None:
        before = self._order.index(row_id)
        after = before + step
        if not 0 <= after < len(self._order):
            return

        def put(place: int) -> None:
            self._desk.save(proposals.move_need, row_id, place)

        self._desk.perform(_("move a need"), lambda: put(after), lambda: put(before))
