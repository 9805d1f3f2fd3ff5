"""What is written of an offer, of a proof and of a standing block."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import LANGUAGES, _, current, pgettext
from desktop.models.catalogue import Billing, BlockKind, EvidenceKind
from desktop.models.pricing import VAT_RATES
from desktop.services import catalogue, catalogue_references, standing_blocks
from desktop.services.amounts import read_number, written_price
from desktop.services.catalogue_cells import billing_label
from desktop.ui.catalogue.desk import Desk
from desktop.ui.catalogue.fields import ItemFields
from desktop.ui.widgets.labels import Divider, PlainLabel


class ItemEditor(QWidget):
    """A column of fields; ``first`` is the column that a new item is typed over in."""

    first = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.fields = ItemFields(desk)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 18)
        self.column.setSpacing(12)

    def show_item(self, item: Any) -> None:
        """Show an item as it is on the disk."""
        self.fields.show_item(item)

    def focus_first(self) -> None:
        """Give the keyboard to what is written first."""
        self.fields.focus(self.first)

    def row(self, *parts: QWidget, stretches: Sequence[int] = ()) -> None:
        """Fields side by side."""
        line = QHBoxLayout()
        line.setSpacing(12)
        for place, part in enumerate(parts):
            line.addWidget(part, stretches[place] if stretches else 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)


class OfferEditor(ItemEditor):
    """What it is called and costs, what it answers and how it is proved, and whom it is for."""

    first = "label"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        make = self.fields
        code_hint = _("Yours; an import finds the offer by it.")
        self.row(make.line("label", _("Name")), make.line("code", _("Code"), code_hint), stretches=(3, 1))
        self.column.addWidget(
            make.text("detail", pgettext("offer", "Description"), _("As it stands in a priced line."))
        )
        self.row(
            make.number("unit_price", _("Unit price excl. VAT"), read_number, written_price),
            make.line("unit", _("Unit"), _("day, licence, flat fee…")),
            make.choice("vat_rate", _("VAT rate")),
            make.choice("billing", _("Billing"), [(kind, billing_label(kind)) for kind in Billing]),
        )
        self.row(
            make.days("lead_days", pgettext("column", "Lead time in working days"), catalogue.LONGEST_LEAD),
            self._step(),
            stretches=(1, 3),
        )
        self.column.addWidget(Divider())
        self.column.addWidget(make.text("answer", _("The sentence that answers a need"), lines=2))
        self.row(make.text("benefit", _("Benefit, as it can be measured")), make.text("proof", _("Proof")))
        self.row(
            make.needs("need_kinds", _("Needs that it answers"), _("None: any.")),
            make.sectors("sectors", _("Sectors"), _("Separated by commas; none: all.")),
        )
        self.column.addStretch(1)

    def _step(self) -> QWidget:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 22, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fields.check("step", pgettext("column", "Intermediate step")))
        column.addWidget(
            PlainLabel(_("An audit, a trial, a workshop: sold before the rest is decided."), "faint", wrap=True)
        )
        return below

    def show_item(self, item: Any) -> None:
        rates = [*VAT_RATES, *([item.vat_rate] if item.vat_rate not in VAT_RATES else [])]
        self.fields.offer("vat_rate", [(rate, current().percent(rate)) for rate in rates])
        super().show_item(item)


class ReferenceEditor(ItemEditor):
    """What is proved, who says so, and for whom it counts."""

    first = "text"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        make = self.fields
        kinds = [(kind, catalogue_references.label(kind)) for kind in EvidenceKind]
        self.row(make.choice("kind", _("Kind of proof"), kinds), make.choice("offer_id", _("Offer that it proves")))
        hint = _("A customer may read it: only what they were allowed to be told.")
        self.column.addWidget(make.text("text", _("What it says"), hint, lines=4))
        self.column.addWidget(make.line("source", _("Source"), _("A customer, a study, a date.")))
        self.row(
            make.needs("need_kinds", _("Needs that it speaks to"), _("None: any.")),
            make.sectors("sectors", _("Sectors"), _("Separated by commas; none: all.")),
        )
        self.column.addStretch(1)

    def show_item(self, item: Any) -> None:
        offers = self.desk.workspace.ask(catalogue.found_offers)
        away = self.desk.workspace.ask(catalogue.found_offers, archived=True)
        kept = [offer for offer in away if offer.id == item.offer_id]
        options = [(offer.id, offer.label) for offer in (*offers, *kept)]
        self.fields.offer("offer_id", [(None, _("The company as a whole")), *options])
        super().show_item(item)


class BlockEditor(ItemEditor):
    """A title and a text, ready to stand in a proposal."""

    first = "title"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        make = self.fields
        kinds = [(kind, standing_blocks.label(kind)) for kind in BlockKind]
        names = {"fr": _("French"), "en": _("English")}
        self.row(
            make.choice("kind", _("Kind of block"), kinds),
            make.choice("language", _("Language"), [(code, names[code]) for code in LANGUAGES]),
        )
        self.column.addWidget(make.line("title", _("Title")))
        hint = _("What stands between [brackets] is left for you to fill in.")
        self.column.addWidget(make.text("text", _("Text"), hint, lines=8))
        self.column.addWidget(make.check("usual", _("In every new proposal, without being asked for")))
        self.column.addStretch(1)
