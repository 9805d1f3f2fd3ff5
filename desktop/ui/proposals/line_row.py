"""One priced line of an option, each number a field that understands French amounts."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.i18n import _, current
from desktop.models.catalogue import Offer
from desktop.models.pricing import VAT_RATES, line_net
from desktop.models.proposals import OptionLine
from desktop.services import proposal_options
from desktop.services.catalogue_prices import PriceChange
from desktop.services.proposal_cards import priced
from desktop.ui import theme
from desktop.ui.autosave import AutoSave, Editor
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.line_terms import LineTerms
from desktop.ui.proposals.numbers import read_number, read_percent, written, written_price
from desktop.ui.proposals.price_notice import PriceNotice
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.number_edit import NumberEdit

_MOST = Decimal(100_000)
"""Of anything sold by the unit: more is a key held down."""
_NARROWEST = {1: 58, 2: 78, 3: 80}
"""Pixels of the unit, the price and the VAT rate, which must be read whole in the smallest window."""


class LineRow(QWidget):
    """``asked(what, line_id)`` is called for "up", "down", "remove", "keep" (add to the catalogue) and "price" (take up
    that of the catalogue).
    """

    def __init__(self, desk: Desk, line_id: uuid.UUID, asked: Callable[[str, uuid.UUID], object]) -> None:
        super().__init__()
        self.line_id = line_id
        self._desk = desk
        self._offers: list[Offer] = []
        self._errors: dict[QLineEdit, str] = {}
        self._make_label()
        self.quantity = NumberEdit(_("Quantity"), lambda text: read_number(text, largest=_MOST), written)
        self.unit = QLineEdit()
        self.unit.setAccessibleName(_("Unit"))
        self.price = NumberEdit(_("Unit price excl. VAT"), read_number, written_price)
        self.discount = NumberEdit(_("Discount in percent"), read_percent, written)
        self._make_rate()
        self.terms = LineTerms(desk, line_id)
        self.net = PlainLabel("", "strong", tabular=True)
        self.net.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.error = PlainLabel("", "danger", wrap=True)
        self.error.hide()
        self.changed = PriceNotice(lambda: asked("price", self.line_id))
        self._make_buttons(asked)
        self._lay_out()
        self._numbers = {
            "quantity": (self.quantity, self._keep_number(self.quantity, "quantity")),
            "unit_price": (self.price, self._keep_number(self.price, "unit_price")),
            "discount": (self.discount, self._keep_number(self.discount, "discount")),
        }
        texts: tuple[tuple[str, Editor], ...] = (("label", self.label), ("detail", self.detail), ("unit", self.unit))
        self._texts = {name: self._keep_text(edit, name) for name, edit in texts}

    def _make_label(self) -> None:
        self.label = QLineEdit()
        self.label.setAccessibleName(_("Description"))
        self.label.setPlaceholderText(_("What is delivered, or a few letters of an offer"))
        self.label.setFont(theme.font())
        self._entries = QStringListModel(self)
        completer = QCompleter(self._entries, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if (popup := completer.popup()) is not None:
            popup.setAccessibleName(_("Offers of the catalogue"))
        completer.activated[str].connect(self._pick)  # type: ignore[index]
        self.label.setCompleter(completer)
        self.detail = GrowingEdit(_("Detail, printed under the description"), _("Detail of the line"))

    def _make_rate(self) -> None:
        self.rate = QComboBox()
        self.rate.setAccessibleName(_("VAT rate"))
        self.rate.view().setAccessibleName(_("VAT rate"))
        self.rate.setFont(theme.font(tabular=True))
        for rate in VAT_RATES:
            self.rate.addItem(current().percent(rate), str(rate))
        self.rate.activated.connect(self._choose_rate)

    def _make_buttons(self, asked: Callable[[str, uuid.UUID], object]) -> None:
        self.up = Button("", "quiet", icon_name="arrow-up", name=_("Move this line up"), small=True)
        self.down = Button("", "quiet", icon_name="arrow-down", name=_("Move this line down"), small=True)
        self.keep = Button("", "quiet", icon_name="library", name=_("Add this line to the catalogue"), small=True)
        self.remove = Button("", "quiet", icon_name="trash-2", name=_("Remove this line"), small=True)
        for button, what in ((self.up, "up"), (self.down, "down"), (self.keep, "keep"), (self.remove, "remove")):
            button.clicked.connect(lambda _checked=False, what=what: asked(what, self.line_id))
        for keys, what in (("Alt+Up", "up"), ("Alt+Down", "down")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda what=what: asked(what, self.line_id))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.label, 1)
        head.addSpacing(8)
        for button in (self.keep, self.up, self.down, self.remove):
            head.addWidget(button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        columns = (
            (_("Qty"), self.quantity, 3),
            (_("Unit"), self.unit, 4),
            (_("Price excl. VAT"), self.price, 5),
            (_("VAT"), self.rate, 4),
            (_("Disc. %"), self.discount, 3),
            (_("Total excl. VAT"), self.net, 5),
        )
        for column, (caption, widget, share) in enumerate(columns):
            words = PlainLabel(caption, "faint", elide=True)
            if widget is self.net:
                words.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(words, 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, share)
            widget.setMinimumWidth(_NARROWEST.get(column, 44))
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 6)
        column_layout.setSpacing(4)
        column_layout.addLayout(head)
        column_layout.addWidget(self.detail)
        column_layout.addLayout(grid)
        column_layout.addWidget(self.changed)
        column_layout.addWidget(self.terms)
        column_layout.addWidget(self.error)

    def show_line(
        self, line: OptionLine, offers: list[Offer], place: int, count: int, change: PriceChange | None = None
    ) -> None:
        """Say what is on the disk; what is being typed stays as it is. ``change``: what the catalogue asks now."""
        self._offers = offers
        names = [offer.label for offer in offers]
        if names != self._entries.stringList():
            self._entries.setStringList(names)
        for name, save in self._texts.items():
            save.show(getattr(line, name))
        for name, (editor, save) in self._numbers.items():
            editor.show_value(getattr(line, name), save)
        self._show_rate(line.vat_rate)
        self.terms.show_line(line)
        self.changed.show_line(change)
        self.net.setText(current().money(line_net(priced(line))))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place + 1 < count)

    def _show_rate(self, rate: Decimal) -> None:
        known = [Decimal(self.rate.itemData(place)) for place in range(self.rate.count())]
        if rate not in known:
            self.rate.addItem(current().percent(rate), str(rate))
            known.append(rate)
        self.rate.setCurrentIndex(known.index(rate))

    def _update(self, **fields: Any) -> dict[str, Any]:
        before: dict[str, Any] = self._desk.save(proposal_options.update_line, self.line_id, **fields)
        return before

    def _keep_text(self, editor: Editor, name: str) -> AutoSave:
        return self._desk.keep(
            editor, lambda text: self._update(**{name: text}), shown_as=f"line:{self.line_id}:{name}"
        )

    def _keep_number(self, editor: NumberEdit, name: str) -> AutoSave:
        def save(text: str) -> None:
            value = editor.read(text)
            self._update(**{name: value})
            if isValid(editor):
                self._say(editor, "")
                editor.show_value(value, keeper)

        keeper = self._desk.keep(
            editor, save, report=lambda sentence: self._say(editor, sentence), shown_as=f"line:{self.line_id}:{name}"
        )
        return keeper

    def _say(self, editor: QLineEdit, sentence: str) -> None:
        """Show what is wrong with one of the numbers under the line, and frame it."""
        self._errors.pop(editor, None)
        if sentence:
            self._errors[editor] = sentence
        self.error.setText(next(iter(self._errors.values()), ""))
        self.error.setVisible(bool(self._errors))
        editor.setAccessibleDescription(sentence)
        editor.setProperty("invalid", bool(sentence))
        editor.style().unpolish(editor)
        editor.style().polish(editor)

    def _choose_rate(self, place: int) -> None:
        rate = Decimal(self.rate.itemData(place))
        self._desk.change(
            _("VAT {rate}").format(rate=current().percent(rate)),
            proposal_options.update_line,
            self.line_id,
            vat_rate=rate,
        )

    def _pick(self, label: str) -> None:
        """The words and the price of an offer, in place of what the line said."""
        offer = next((each for each in self._offers if each.label == label), None)
        if offer is None:
            return
        self._texts["label"].flush()
        self._desk.change(
            _("line “{offer}”").format(offer=offer.label),
            proposal_options.update_line,
            self.line_id,
            label=offer.label,
            detail=offer.detail,
            unit=offer.unit,
            unit_price=offer.unit_price,
            vat_rate=offer.vat_rate,
            billing=offer.billing,
            offer_id=offer.id,
            catalogue_price=offer.unit_price,
        )
