"""One way to say yes, at a glance: its door, its name, its price, the needs it covers in their words."""

import math
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.i18n import NO_BREAK_SPACE, _, current, ngettext, pgettext
from desktop.models.catalogue import Billing
from desktop.models.proposals import Door
from desktop.ui import theme
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

_HEIGHT = 124
_BARE = 108
"""Pixels of a tile, and of its name, price and words alone."""
_LINE = 18
"""Pixels that one more line takes."""
_SIDE = 14
_ONE_LINE = 16
"""Signs of a name that stand on one line of the narrowest tile."""
_QUOTES = 2
"""Needs that a tile says in words; the others are counted above them, and read in full when it is open."""


SEPARATOR = f"{NO_BREAK_SPACE}· "
"""Between two facts: a line breaks after the dot, never before it."""


def door_label(door: Door) -> str:
    """``Première étape``, ``Dans le budget``, ``Le plus complet``; "" for an option made by hand."""
    labels = {
        Door.PLAIN: "",
        Door.STEP: pgettext("door", "First step"),
        Door.BUDGET: pgettext("door", "Inside the budget"),
        Door.WHOLE: pgettext("door", "The most complete"),
    }
    return labels[door]


@dataclass(frozen=True)
class Glance:
    """What a tile says. ``net`` is what is asked once, ``None`` for a pre-proposal; ``budget`` is ``None`` when the
    client named none; ``dearer`` is the difference with the recommended option over a first year, ``None`` for it.
    """

    name: str
    net: Decimal | None
    covered: int
    needs: int
    recommended: bool
    budget: Decimal | None = None
    dearer: Decimal | None = None
    monthly: Decimal = Decimal(0)
    yearly: Decimal = Decimal(0)
    held: Decimal | None = None
    """What is held against the budget, when it is not the one-off price: a first year, with VAT for a person."""
    door: Door = Door.PLAIN
    quotes: tuple[str, ...] = ()
    """What they said of the needs it covers, in the order of the document."""

    @property
    def _parts(self) -> list[tuple[Billing, Decimal]]:
        """What is asked and how often, the one-off first."""
        paced = zip(Billing, (self.net or Decimal(0), self.monthly, self.yearly), strict=True)
        return [part for part in paced if part[1]] or [(Billing.ONCE, Decimal(0))]

    @property
    def price(self) -> str:
        """``13 400 € HT``; cents only when there are some."""
        if self.net is None:
            return _("No price")
        billing, amount = self._parts[0]
        return paced(_("{amount} excl. VAT").format(amount=money(amount)), billing)

    @property
    def later(self) -> list[str]:
        """What comes besides, a line each: ``+ 240 € par mois``."""
        return [] if self.net is None else [f"+ {paced(money(amount), each)}" for each, amount in self._parts[1:]]

    @property
    def words(self) -> str:
        """``2 besoins sur 3 · recommandée, dans le budget``."""
        covered = ngettext("{count} need of {total}", "{count} needs of {total}", self.covered)
        parts = [covered.format(count=self.covered, total=self.needs)]
        if self.recommended:
            parts.append(_("recommended"))
        if self.net is not None and self.budget:
            held = self.net if self.held is None else self.held
            parts.append(_("within the budget") if held <= self.budget else _("above the budget"))
        if self.dearer:
            sign = "+" if self.dearer > 0 else "−"
            parts.append(sign + current().money(abs(self.dearer), cents=False))
        return SEPARATOR.join(parts)

    @property
    def height(self) -> int:
        """Pixels that it takes to say all this."""
        more = bool(self.door) + (len(self.name) > _ONE_LINE) + len(self.later) + len(self.quotes[:_QUOTES])
        return max(_HEIGHT, _BARE + _LINE * more)

    @property
    def aloud(self) -> str:
        """All of it, as a screen reader says it."""
        return ", ".join(
            part for part in (self.name, door_label(self.door), self.price, *self.later, self.words) if part
        )


def _at(inner: QRectF, top: float) -> QRectF:
    """Where the next line goes."""
    return QRectF(inner.left(), top, inner.width(), 0)


def money(amount: Decimal) -> str:
    """Cents only when there are some."""
    return current().money(amount, cents=amount != amount.to_integral_value())


def paced(price: str, billing: Billing) -> str:
    """``240 € par mois``; a one-off price as it is."""
    if billing is Billing.MONTHLY:
        return _("{price} per month").format(price=price)
    return _("{price} per year").format(price=price) if billing is Billing.YEARLY else price


class OptionTile(QAbstractButton):
    """Checked: its lines are open below. The recommended one has the accent frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glance = Glance("", None, 0, 0, False)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def nextCheckState(self) -> None:
        """The card decides which one is open."""

    def show_glance(self, glance: Glance, height: int = 0) -> None:
        """Change what it says. ``height`` is that of its neighbours, when one of them says more."""
        self.glance = glance
        self.setAccessibleName(glance.aloud)
        self.setAccessibleDescription(" ".join(glance.quotes))
        self.setToolTip(plain_tip("\n".join([glance.name, *glance.quotes])))
        self.setFixedHeight(max(height, glance.height))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(110, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else "surface"
        border, width = ("accent", 2.0) if self.glance.recommended else ("line", 1.0)
        fill_round(painter, rect, look.colour(ground), look.colour(border), theme.RADIUS, width)
        self._paint_words(painter, rect.adjusted(_SIDE, 12, -_SIDE, -10))
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(3, 3, -3, -3), 6.0)

    def _paint_words(self, painter: QPainter, inner: QRectF) -> None:
        glance, top = self.glance, inner.top()
        if glance.door:
            top += self._line(painter, _at(inner, top), "small", door_label(glance.door), "accent")
        top += self._name(painter, _at(inner, top))
        for kind, text in (("title", glance.price), *(("small", price) for price in glance.later)):
            top += self._line(painter, _at(inner, top), kind, text, "text")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.current().colour("muted"))
        room = QRectF(inner.left(), top, inner.width(), inner.bottom() - top)
        used = painter.drawText(room, Qt.TextFlag.TextWordWrap, glance.words)
        top += used.height() + 4
        for quote in glance.quotes[:_QUOTES]:
            if top + _LINE <= inner.bottom() + 4:
                top += self._line(painter, _at(inner, top), "small", quote, "muted")

    def _name(self, painter: QPainter, place: QRectF) -> float:
        """On two lines at most; how far down the next one begins."""
        font = theme.font("strong")
        least = math.ceil(QFontMetricsF(font).lineSpacing())
        painter.setFont(font)
        painter.setPen(theme.current().colour("text"))
        place.setHeight(2 * least)
        words = " ".join(self.glance.name.split())
        while painter.boundingRect(place, Qt.TextFlag.TextWordWrap, words).height() > place.height() and " " in words:
            words = words.rstrip("…").rpartition(" ")[0] + "…"
        used = painter.drawText(place, Qt.TextFlag.TextWordWrap, words)
        return float(min(max(used.height(), least), 2 * least) + 4)

    def _line(self, painter: QPainter, place: QRectF, kind: str, text: str, token: str) -> float:
        """One line, cut at the edge; how far down the next one begins."""
        font = theme.font(kind, tabular=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.current().colour(token))
        words = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(QRectF(place.left(), place.top(), place.width(), metrics.height()), 0, words)
        return float(metrics.height() + (4 if kind == "title" else 1))
