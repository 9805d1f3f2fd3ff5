"""An option that a customer ticks with a finger: its name, for whom it is, and what it costs once and each month."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import Language
from desktop.models.catalogue import Billing
from desktop.models.pricing import Totals
from desktop.services.signing_sheet import Choice, SigningSheet
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for
from desktop.ui.widgets.touch_parts import RADIUS, TOUCH, Weight, words

_BOX = 32.0


def cost_words(choice: Choice, sheet: SigningSheet, language: Language) -> list[tuple[str, str]]:
    """One line for each way of paying: what is announced, and the same with VAT where that is another amount."""
    if not choice.costs:
        return [(language.gettext("Price to be agreed"), "")]
    lines = []
    for place, (billing, totals) in enumerate(choice.costs):
        price, gross = _prices(totals, sheet, language)
        price, gross = _paced(price, billing, language), _paced(gross, billing, language)
        lines.append((language.gettext("then {price}").format(price=price) if place else price, gross))
    return lines


def _prices(totals: Totals, sheet: SigningSheet, language: Language) -> tuple[str, str]:
    _ = language.gettext
    gross = _("{amount} incl. VAT").format(amount=language.money(totals.gross))
    if sheet.private:
        return (language.money(totals.net) if sheet.vat_exempt else gross), ""
    return _("{amount} excl. VAT").format(amount=language.money(totals.net)), "" if sheet.vat_exempt else gross


def _paced(price: str, billing: Billing, language: Language) -> str:
    _ = language.gettext
    if not price or billing is Billing.ONCE:
        return price
    text = _("{price} per month") if billing is Billing.MONTHLY else _("{price} per year")
    return text.format(price=price)


class ChoiceTile(QAbstractButton):
    """A box to tick with everything that goes with it; as a radio button, it is part of a group."""

    def __init__(self, choice: Choice, sheet: SigningSheet, language: Language) -> None:
        super().__init__()
        _ = language.gettext
        self.choice = choice
        costs = cost_words(choice, sheet, language)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        spoken = [choice.name, *(f"{price} ({gross})" if gross else price for price, gross in costs)]
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setAccessibleDescription(choice.for_whom)
        # Not fixed: that would hold it to the height of its hint, whatever its width asks for.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(words(choice.name, 22, Weight.DemiBold))
        if choice.recommended:
            left.addWidget(words(_("recommended"), kind="accent", weight=Weight.Medium))
        if choice.for_whom.strip():
            left.addWidget(words(choice.for_whom, kind="muted"))
        for place, (price, gross) in enumerate(costs):
            left.addSpacing(4)
            left.addWidget(words(price, 20 if place else 22, Weight.DemiBold))
            if gross:
                left.addWidget(words(gross, kind="muted"))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 14, 18, 16)
        whole.setSpacing(16)
        room = QWidget()
        room.setFixedSize(round(_BOX), round(_BOX))
        room.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        whole.addWidget(room, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(left, 1)
        self._room = room

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        return max(layout.totalHeightForWidth(width), TOUCH)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, TOUCH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, rect = theme.current(), painter_for(self), QRectF(self.rect())
        ticked = self.isChecked()
        ground = "accent_soft" if ticked else "hover" if self.underMouse() else "surface"
        border = look.colour("accent" if ticked else "control")
        fill_round(painter, rect, look.colour(ground), border, RADIUS, 2.0 if ticked else 1.5)
        box = QRectF(self._room.geometry())
        fill = look.colour("accent" if ticked else "surface")
        fill_round(painter, box, fill, look.colour("accent" if ticked else "muted"), 6, 2.0)
        if ticked:
            paint_icon(painter, box.adjusted(4, 4, -4, -4), "check", "on_accent")
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(4, 4, -4, -4), RADIUS - 4)
