"""What must not be forgotten: one line a kind, each opens its list or its file; one plans all that is not planned."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from desktop.i18n import _, current, ngettext
from desktop.services.loose_ends import MOST, Kind, LooseEnd
from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel, plain_tip
from desktop.ui.widgets.painting import focus_ring, painter_for

_LINE = 28
_NEAR = 7
"""Days within which the name of a day says which one it is."""
_DEBTS = (Kind.EXPIRED, Kind.UNPLANNED)


class LooseEndsCard(Card):
    """``asked`` carries the ``LooseEnd`` of the line; ``plan_all`` asks for a next step for each who lacks one."""

    asked = Signal(object)
    plan_all = Signal()

    def __init__(self) -> None:
        super().__init__(_("To complete"), margins=(18, 14, 12, 14), spacing=2)
        self._shown: tuple[LooseEnd, ...] | None = None
        self.lines: list[LooseLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.none = PlainLabel(_("Nothing is left behind."), "muted", wrap=True)
        self.body.addWidget(self.none)
        self.plan_button = Button(_("Plan them all"), icon_name="calendar-clock")
        self.plan_button.setToolTip(_("A next step each, as the matrix calls for, spread over the days you work"))
        self.plan_button.clicked.connect(self.plan_all)
        self.body.addSpacing(6)
        self.body.addWidget(self.plan_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_ends(self, ends: Sequence[LooseEnd], today: date) -> None:
        """Show a line for each."""
        if tuple(ends) == self._shown:
            return
        self._shown = tuple(ends)
        focused = next((line.end.kind for line in self.lines if line.hasFocus()), None)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = [LooseLine(each, today) for each in ends]
        for line in self.lines:
            line.clicked.connect(lambda _checked=False, end=line.end: self.asked.emit(end))
            self._rows.addWidget(line)
            line.show()
            if line.end.kind is focused:
                line.setFocus()
        self.none.setVisible(not ends)
        self.plan_button.setVisible(any(each.kind is Kind.UNPLANNED for each in ends))


class LooseLine(QAbstractButton):
    """One kind of loose end, in words."""

    def __init__(self, end: LooseEnd, today: date) -> None:
        super().__init__()
        self.end = end
        self.setText(said(end, today))
        self.setAccessibleName(self.text())
        self.setToolTip(plain_tip(self.text()))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, theme.metrics().hit(_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, theme.metrics().hit(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, rect = theme.current(), painter_for(self), QRectF(self.rect())
        font = theme.font("body")
        if self.underMouse():
            font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(look.colour("danger" if self.end.kind in _DEBTS else "text" if self.underMouse() else "muted"))
        shown = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(-2, 1, -1, -1))


def said(end: LooseEnd, today: date) -> str:
    """``2 prospects chauds sans décideur identifié``; with the day when one proposal expires soon."""
    count = end.count
    if end.kind is Kind.EXPIRING and count == 1 and end.day is not None:
        return _("1 proposal expires {day}").format(day=_day(end.day, today))
    texts = {
        Kind.EXPIRED: ngettext(
            "{count} proposal expired without an answer", "{count} proposals expired without an answer", count
        ),
        Kind.EXPIRING: ngettext(
            "{count} proposal expires within 7 days", "{count} proposals expire within 7 days", count
        ),
        Kind.HOT_WITHOUT_DECIDER: ngettext(
            "{count} hot prospect without a known decision-maker",
            "{count} hot prospects without a known decision-maker",
            count,
        ),
        Kind.SHOW_NEVER_CALLED: ngettext(
            "{count} contact of a show never called back", "{count} contacts of a show never called back", count
        ),
        Kind.UNPLANNED: ngettext(
            "{count} prospect without a next step", "{count} prospects without a next step", count
        ),
        Kind.TO_WAKE: ngettext("{count} prospect to wake up", "{count} prospects to wake up", count),
        Kind.TO_COMPLETE: ngettext("{count} grid to complete", "{count} grids to complete", count),
    }
    bounded = end.kind in (Kind.EXPIRED, Kind.EXPIRING, Kind.SHOW_NEVER_CALLED) and count >= MOST
    number = current().number(count)
    return texts[end.kind].format(count=_("more than {number}").format(number=number) if bounded else number)


def _day(day: date, today: date) -> str:
    if day == today:
        return _("today")
    if (day - today).days < _NEAR:
        return current().date(day, "day").split()[0]
    return current().date(day, "weekday")
