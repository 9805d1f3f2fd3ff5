"""One way to say yes, at a glance: its name, its price, the needs it covers."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.i18n import _, current, ngettext
from desktop.ui import theme
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

HEIGHT = 124
_SIDE = 14


@dataclass(frozen=True)
class Glance:
    """What a tile says. ``net`` is ``None`` for a pre-proposal, ``budget`` when the client named none;
    ``dearer`` is the difference with the recommended option, ``None`` for that one.
    """

    name: str
    net: Decimal | None
    covered: int
    needs: int
    recommended: bool
    budget: Decimal | None = None
    dearer: Decimal | None = None

    @property
    def price(self) -> str:
        """``13 400 € HT``; cents only when there are some."""
        if self.net is None:
            return _("No price")
        amount = current().money(self.net, cents=self.net != self.net.to_integral_value())
        return _("{amount} excl. VAT").format(amount=amount)

    @property
    def words(self) -> str:
        """``2 besoins sur 3 · recommandée, dans le budget``."""
        covered = ngettext("{count} need of {total}", "{count} needs of {total}", self.covered)
        parts = [covered.format(count=self.covered, total=self.needs)]
        if self.recommended:
            parts.append(_("recommended"))
        if self.net is not None and self.budget:
            parts.append(_("within the budget") if self.net <= self.budget else _("above the budget"))
        if self.dearer:
            sign = "+" if self.dearer > 0 else "−"
            parts.append(sign + current().money(abs(self.dearer), cents=False))
        return " · ".join(parts)


class OptionTile(QAbstractButton):
    """Checked: its lines are open below. The recommended one has the accent frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glance = Glance("", None, 0, 0, False)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def nextCheckState(self) -> None:
        """The card decides which one is open."""

    def show_glance(self, glance: Glance) -> None:
        """Change what it says."""
        self.glance = glance
        self.setAccessibleName(f"{glance.name}, {glance.price}, {glance.words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else "surface"
        border, width = ("accent", 2.0) if self.glance.recommended else ("line", 1.0)
        fill_round(painter, rect, look.colour(ground), look.colour(border), theme.RADIUS, width)
        inner = rect.adjusted(_SIDE, 12, -_SIDE, -10)
        top = inner.top()
        for kind, text in (("strong", self.glance.name), ("title", self.glance.price)):
            font = theme.font(kind, tabular=True)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(look.colour("text"))
            words = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRectF(inner.left(), top, inner.width(), metrics.height()), 0, words)
            top += metrics.height() + 4
        painter.setFont(theme.font("small"))
        painter.setPen(look.colour("muted"))
        room = QRectF(inner.left(), top + 2, inner.width(), inner.bottom() - top)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, self.glance.words)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(3, 3, -3, -3), 6.0)
