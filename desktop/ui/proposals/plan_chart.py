"""The plan at a glance: a bar a step, numbered as the rows above, and the wished day as a dashed line."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _, current
from desktop.models.backplan import Plan, PlanStep, Side
from desktop.ui import theme
from desktop.ui.widgets.painting import fill_round, painter_for

_ROW, _BAR, _HEAD, _NUMBERS = 13, 7, 18, 22
_NARROWEST = 3.0
"""Pixels of a bar of one day in a plan of years."""
_DAY = timedelta(days=1)


class PlanChart(QWidget):
    """Nothing but a picture: all that it shows is said in the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: Plan | None = None
        self.setFont(theme.font("tiny"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_plan(self, plan: Plan | None) -> None:
        """Draw another plan, or nothing."""
        self.plan = plan
        self.setVisible(plan is not None)
        if plan is not None:
            language = current()
            self.setAccessibleName(
                _("Plan from {start} to {end}").format(
                    start=language.date(plan.begins_on), end=language.date(plan.ready_on)
                )
            )
        # Never squeezed: half a row would say something else.
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEAD + _ROW * len(self.plan.steps) + 4 if self.plan else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.plan is None:
            return
        painter = painter_for(self)
        painter.setFont(self.font())
        self._paint_days(painter, self.plan)
        for place, step in enumerate(self.plan.steps):
            self._paint_step(painter, self.plan, step, place)

    def _x(self, plan: Plan, day: date) -> float:
        last = max(plan.ready_on, plan.wished_on)
        days = (last - plan.begins_on).days + 1
        return _NUMBERS + (day - plan.begins_on).days * (self.width() - _NUMBERS - 1) / days

    def _paint_days(self, painter: QPainter, plan: Plan) -> None:
        """The first day at the left, the wished one at its place."""
        look = theme.current()
        bottom = self.height() - 2.0
        painter.setPen(look.colour("line"))
        painter.drawLine(QPointF(_NUMBERS, _HEAD), QPointF(_NUMBERS, bottom))
        painter.setPen(look.colour("muted"))
        metrics, language = QFontMetricsF(self.font()), current()
        begin, wish = language.date(plan.begins_on, "short"), language.date(plan.wished_on, "short")
        painter.drawText(QPointF(_NUMBERS, _HEAD - 5), begin)
        x = self._x(plan, plan.wished_on + _DAY)
        if x < _NUMBERS:
            return
        left = min(max(x - metrics.horizontalAdvance(wish), 0.0), self.width() - metrics.horizontalAdvance(wish))
        if left > _NUMBERS + metrics.horizontalAdvance(begin) + 6:
            painter.drawText(QPointF(left, _HEAD - 5), wish)
        painter.setPen(QPen(look.colour("text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, _HEAD - 2), QPointF(x, bottom))

    def _paint_step(self, painter: QPainter, plan: Plan, step: PlanStep, place: int) -> None:
        """Ours is full, theirs is an outline; the number is bold for a critical one."""
        look = theme.current()
        top = _HEAD + _ROW * place
        font = self.font()
        font.setBold(step.critical)
        painter.setFont(font)
        painter.setPen(look.colour("muted"))
        painter.drawText(QRectF(0, top, _NUMBERS - 6, _ROW), Qt.AlignmentFlag.AlignCenter, str(place + 1))
        left, right = self._x(plan, step.starts_on), self._x(plan, step.ends_on + _DAY)
        bar = QRectF(left, top + (_ROW - _BAR) / 2, max(right - left, _NARROWEST), _BAR)
        ground = look.colour("accent" if step.side is Side.OURS else "surface")
        fill_round(painter, bar, ground, look.colour("accent"), 2.0, 1.4)
