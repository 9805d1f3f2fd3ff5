"""The three numbers at the top right of Today: each opens the list of those that it counts."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy

from desktop.i18n import _, current, pgettext
from desktop.models.statuses import Status
from desktop.services.prospect_filters import ProspectFilter, working
from desktop.services.today import Agenda
from desktop.ui import theme
from desktop.ui.today import words
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import Divider, plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

_QUALIFIED = ProspectFilter(statuses=(Status.QUALIFIED,))
_SIDE, _TOP = 14.0, 12.0


class Numbers(Card):
    """What is expected, how many are qualified, how many have no next step. ``asked`` carries a ``ProspectFilter``."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(1, 1, 1, 1))
        row = QHBoxLayout()
        row.setSpacing(0)
        self.expected = Figure(pgettext("amount", "Expected"))
        self.qualified = Figure(_("Qualified"))
        self.unplanned = Figure(_("No next step"))
        for place, (figure, chosen) in enumerate(
            ((self.expected, _QUALIFIED), (self.qualified, _QUALIFIED), (self.unplanned, working(planned=False)))
        ):
            if place:
                row.addWidget(Divider(vertical=True))
            figure.clicked.connect(lambda _checked=False, chosen=chosen: self.asked.emit(chosen))
            row.addWidget(figure, 1)
        self.body.addLayout(row)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show the three, the last one in red while it is a debt."""
        whole = current().money(agenda.expected, cents=False)
        tip = _("What the qualified prospects are worth: {sum}").format(sum=whole)
        self.expected.set_value(words.short_amount(agenda.expected), tip)
        self.qualified.set_value(current().number(agenda.qualified))
        self.unplanned.set_value(current().number(agenda.without_next_step), debt=agenda.without_next_step > 0)


class Figure(QAbstractButton):
    """A number under its name; a click lists what it counts."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.value, self.debt = "", False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_value(self, value: str, tip: str = "", *, debt: bool = False) -> None:
        """Show a number; in red when it is a ``debt``."""
        self.value, self.debt = value, debt
        self.setAccessibleName(f"{self._name} · {value}")
        self.setToolTip(plain_tip(tip))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        names, figures = QFontMetricsF(theme.font("body")), QFontMetricsF(theme.font("figure"))
        width = max(names.horizontalAdvance(self._name), figures.horizontalAdvance(self.value)) + 2 * _SIDE
        return QSize(round(width), round(names.height() + figures.height() + 2 * _TOP))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, rect = theme.current(), painter_for(self), QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            fill_round(painter, rect.adjusted(3, 3, -3, -3), look.colour("hover"))
        inner = rect.adjusted(_SIDE, _TOP, -4, -_TOP)
        name, value = _fitting(self._name, inner, "body", "small"), _fitting(self.value, inner, "figure", "title")
        _write(painter, inner, name, "text", self._name, Qt.AlignmentFlag.AlignTop)
        _write(painter, inner, value, "danger" if self.debt else "text", self.value, Qt.AlignmentFlag.AlignBottom)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(3, 3, -3, -3))


def _fitting(text: str, rect: QRectF, kind: str, smaller: str) -> str:
    """The kind of type in which the text holds on its line, or the smaller one."""
    width = QFontMetricsF(theme.font(kind, tabular=True)).horizontalAdvance(text)
    return kind if width <= rect.width() else smaller


def _write(painter: QPainter, rect: QRectF, kind: str, token: str, text: str, alignment: Qt.AlignmentFlag) -> None:
    font = theme.font(kind, tabular=True)
    painter.setFont(font)
    painter.setPen(theme.current().colour(token))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, alignment | Qt.AlignmentFlag.AlignLeft, shown)
