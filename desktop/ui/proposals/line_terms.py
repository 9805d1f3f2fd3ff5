"""How a priced line is asked for: how often, and whether the customer may leave it."""

import uuid

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from desktop.i18n import _, pgettext
from desktop.models.catalogue import Billing
from desktop.models.proposals import OptionLine
from desktop.services import proposal_options
from desktop.ui import theme
from desktop.ui.proposals.desk import Desk


def billing_label(billing: Billing) -> str:
    """``Une fois``, ``Par mois``, ``Par an``."""
    labels = {
        Billing.ONCE: pgettext("billing", "One-off"),
        Billing.MONTHLY: pgettext("billing", "Per month"),
        Billing.YEARLY: pgettext("billing", "Per year"),
    }
    return labels[billing]


class LineTerms(QWidget):
    """Each choice is saved at once, and can be undone. ``chosen`` only shows for an optional line."""

    def __init__(self, desk: Desk, line_id: uuid.UUID) -> None:
        super().__init__()
        self._desk = desk
        self._line_id = line_id
        self.billing = QComboBox()
        self.billing.setAccessibleName(_("How often it is asked"))
        self.billing.view().setAccessibleName(_("How often it is asked"))
        self.billing.setFont(theme.font())
        for billing in Billing:
            self.billing.addItem(billing_label(billing), billing.value)
        self.billing.activated.connect(self._choose_billing)
        self.optional = QCheckBox(_("Optional"))
        self.optional.setAccessibleDescription(_("Shown with its price, out of the totals until it is chosen"))
        self.optional.clicked.connect(self._choose_optional)
        self.chosen = QCheckBox(_("Chosen"))
        self.chosen.clicked.connect(self._choose_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.billing)
        row.addWidget(self.optional)
        row.addWidget(self.chosen)
        row.addStretch(1)

    def show_line(self, line: OptionLine) -> None:
        """Say what is on the disk."""
        self.billing.setCurrentIndex(self.billing.findData(line.billing.value))
        self.optional.setChecked(line.optional)
        self.chosen.setChecked(line.chosen)
        self.chosen.setVisible(line.optional)

    def _change(self, text: str, **fields: object) -> None:
        self._desk.change(text, proposal_options.update_line, self._line_id, **fields)

    def _choose_billing(self, place: int) -> None:
        billing = Billing(self.billing.itemData(place))
        self._change(_("price {billing}").format(billing=billing_label(billing).lower()), billing=billing)

    def _choose_optional(self, optional: bool) -> None:
        """A line that may be left begins by being left."""
        self._change(_("optional line") if optional else _("line no longer optional"), optional=optional, chosen=False)

    def _choose_chosen(self, chosen: bool) -> None:
        self._change(_("choose an optional line") if chosen else _("leave an optional line"), chosen=chosen)
