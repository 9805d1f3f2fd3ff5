"""What was recognised in the last verbatim, offered in one slim row: taken with one key, gone at the next entry."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.services.offered_facts import Offer, OfferKind
from desktop.ui import theme
from desktop.ui.actions import Action
from desktop.ui.widgets.buttons import Button, KeyCap
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel, plain_tip
from desktop.ui.widgets.painting import fill_round, painter_for

ACCEPT_KEYS = "Ctrl+Shift+A"
_ICONS = {OfferKind.AMOUNT: "euro", OfferKind.DUE: "calendar", OfferKind.LEVEL: "target"}


class FactsBar(QWidget):
    """Hidden while there is nothing to offer. It never takes the focus: a click leaves it in the line."""

    accepted = Signal(object)
    """The ``Offer`` that the rep takes; it leaves the bar when the next ``show_offers`` no longer has it."""
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.facts")
        self.setAccessibleName(_("Recognised in their words"))
        self.offers: tuple[Offer, ...] = ()
        self.chips: list[ChipButton] = []
        self._made: list[ChipButton] = []
        """Those of the richest words so far; the others are hidden."""
        self._chips = FlowLayout(spacing=6)
        self.close_button = Button("", "quiet", icon_name="x", name=_("Leave these figures aside"), small=True)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        label = PlainLabel(_("Recognised"), "label")
        label.setContentsMargins(0, 5, 0, 0)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._chips, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these offers in the place of the former ones; none hides the bar."""
        self.offers = tuple(offers)
        while len(self._made) < len(self.offers):
            self._make()
        self.chips = self._made[: len(self.offers)]
        for chip, offer in zip(self.chips, self.offers, strict=True):
            _tell(chip, offer)
            chip.show()
        for chip in self._made[len(self.offers) :]:
            chip.hide()
        self.setVisible(bool(self.offers))

    def accept_first(self) -> None:
        """Take the first offer; pressed again, the one after."""
        if self.offers:
            self.accepted.emit(self.offers[0])

    def _make(self) -> None:
        chip, place = ChipButton(""), len(self._made)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda: self.accepted.emit(self.offers[place]))
        self._made.append(chip)
        self._chips.addWidget(chip)
        if place == 0:
            self._chips.addWidget(_keycap())

    def _dismiss(self) -> None:
        self.show_offers(())
        self.dismissed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        fill_round(painter_for(self), QRectF(self.rect()), look.colour("accent_soft"), radius=theme.RADIUS)


def facts_actions(bar: FactsBar, scope: str, able: Callable[[], bool]) -> list[Action]:
    """The key that takes the first offer."""

    def some() -> bool:
        return able() and bool(bar.offers)

    label = _("Take the figure or date that was recognised")
    return [Action("call.accept_fact", label, bar.accept_first, (ACCEPT_KEYS,), scope, "check", some, group="edit")]


def _tell(chip: ChipButton, offer: Offer) -> None:
    chip.set_words(offer.words, _ICONS[offer.kind])
    said = _("“{words}”").format(words=offer.said)
    before = _before_words(offer)
    chip.setToolTip(plain_tip(_("{words}, instead of {before}").format(words=said, before=before) if before else said))


def _keycap() -> QWidget:
    """The key of the first chip, level with its words."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 4, 6, 4)
    row.addWidget(KeyCap(ACCEPT_KEYS))
    return holder


def _before_words(offer: Offer) -> str:
    match offer.before:
        case None:
            return ""
        case Decimal() as amount:
            return current().money(amount, cents=False)
        case date() as day:
            return current().date(day)
        case answer:
            return str(answer)
