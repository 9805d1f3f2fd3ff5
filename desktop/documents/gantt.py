"""The plan as bars on a calendar, drawn in lines: it is read in black and white, its words say what its hues say.

Drawn straight on the page: the drawings of ReportLab name a font of their own, which no file of ours embeds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from desktop.documents import fonts
from desktop.documents.places import note
from desktop.documents.styles import GREY, INK, RULE, WHITE
from desktop.documents.typesetter import Typesetter
from desktop.models.backplan import Plan, PlanStep, Side
from desktop.models.plan_words import side_word
from desktop.models.working_days import Calendar

_CLOSED = HexColor("#ECEFF2")
_NAMES = 142.0
"""Points for the names of the steps, at the left of the days."""
_ROW, _BAR = 15.0, 8.0
_HEAD, _FOOT = 26.0, 22.0
_SIZE, _SMALL = 8.5, 7.5
_FEWEST = 3
"""Rows that a page begins or ends with, unless there are no more."""
WHOLE = 12
"""Rows up to which a plan is seen at one glance: they go to the next page rather than over two."""
_THIN = 1.1
"""Points a day under which weekends would be a grey haze: closures alone are shaded then."""
_APART = 34.0
"""Points between two dates of the scale."""
_DAY = timedelta(days=1)


def gantt(plan: Plan, setter: Typesetter, width: float) -> Flowable:
    """The bars of every step, over as many pages as it takes, the scale of days and the legend on each."""
    return _Gantt(plan, plan.steps, setter, width)


@dataclass(frozen=True)
class _Scale:
    """Days across the page: ``first`` at ``left``, ``points`` a day."""

    first: date
    last: date
    left: float
    points: float

    def at(self, day: date) -> float:
        """Where ``day`` begins."""
        return self.left + (day - self.first).days * self.points

    @property
    def right(self) -> float:
        return self.at(self.last + _DAY)


class _Gantt(Flowable):
    def __init__(self, plan: Plan, steps: Sequence[PlanStep], setter: Typesetter, width: float) -> None:
        super().__init__()
        self._plan, self._steps, self._setter, self._wide = plan, tuple(steps), setter, width
        self._calendar = Calendar(plan.closures)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._wide, _HEAD + _ROW * len(self._steps) + _FOOT

    def split(self, _width: float, height: float) -> list[Flowable]:
        count = min(int((height - _HEAD - _FOOT) / _ROW), len(self._steps) - _FEWEST)
        if count < _FEWEST or len(self._steps) <= WHOLE:
            return []
        parts = (self._steps[:count], self._steps[count:])
        return [_Gantt(self._plan, part, self._setter, self._wide) for part in parts]

    def draw(self) -> None:
        scale = self._scale()
        top = _FOOT + _ROW * len(self._steps)
        note(self.canv, self._setter.where, self._wide, top + _HEAD)
        self.canv.saveState()
        self._shade(scale, top)
        self._rule(scale, top)
        for place, step in enumerate(self._steps):
            self._bar(step, scale, top - _ROW * (place + 1))
        self._wish(scale, top)
        self._legend()
        self.canv.restoreState()

    def _scale(self) -> _Scale:
        plan = self._plan
        first, last = plan.begins_on, max(plan.ready_on, plan.wished_on)
        # The end of the last bar keeps room for its words, and the wished day for its line.
        days = (last - first).days + 1
        return _Scale(first, last, _NAMES, (self._wide - _NAMES) / max(days, 5))

    def _shade(self, scale: _Scale, top: float) -> None:
        """Days that are not worked, side by side as one."""
        canvas: Canvas = self.canv
        canvas.setFillColor(_CLOSED)
        day = scale.first
        while day <= scale.last:
            start = day
            while day <= scale.last and self._closed(day, scale):
                day += _DAY
            if day > start:
                canvas.rect(scale.at(start), _FOOT, scale.at(day) - scale.at(start), top - _FOOT, stroke=0, fill=1)
            day += _DAY

    def _closed(self, day: date, scale: _Scale) -> bool:
        if scale.points < _THIN:
            return any(closure.holds(day) for closure in self._plan.closures)
        return not self._calendar.works(day)

    def _rule(self, scale: _Scale, top: float) -> None:
        """A date at the beginning of each week, of each month when weeks are too close."""
        canvas: Canvas = self.canv
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        for place in range(len(self._steps) + 1):
            canvas.line(0, top - _ROW * place, scale.right, top - _ROW * place)
        canvas.setFont(fonts.REGULAR, _SMALL)
        canvas.setFillColor(GREY)
        free = 0.0
        for day in self._marks(scale):
            x = scale.at(day)
            words = self._setter.plain(self._setter.language.date(day, "short"))
            wide = fonts.width(words, fonts.REGULAR, _SMALL)
            if x < free or x + wide > self._wide:
                continue
            canvas.line(x, _FOOT, x, top + 3)
            canvas.drawString(x, top + 5, words)
            free = x + max(wide + 6, _APART)

    def _marks(self, scale: _Scale) -> list[date]:
        days = [scale.first + number * _DAY for number in range((scale.last - scale.first).days + 1)]
        mondays = [day for day in days if day.weekday() == 0 or day == scale.first]
        return mondays if 7 * scale.points >= _APART else [day for day in days if day.day == 1 or day == scale.first]

    def _bar(self, step: PlanStep, scale: _Scale, low: float) -> None:
        canvas: Canvas = self.canv
        canvas.setFillColor(INK)
        canvas.setFont(fonts.SEMIBOLD if step.critical else fonts.REGULAR, _SIZE)
        canvas.drawString(0, low + 4.5, _fitting(self._setter.plain(step.name), step.critical, _NAMES - 8))
        left, right = scale.at(step.starts_on), scale.at(step.ends_on + _DAY)
        y = low + (_ROW - _BAR) / 2
        _box(canvas, left, y, right - left, step.side, self._setter.styles.accent)
        free = right
        if step.slack:
            # As far as it may wait.
            free = scale.at(self._calendar.after(step.ends_on, step.slack) + _DAY)
            canvas.setDash(1, 1.5)
            canvas.line(right, low + _ROW / 2, free, low + _ROW / 2)
            canvas.setDash()
        self._side(step, scale, (left, free), low)

    def _side(self, step: PlanStep, scale: _Scale, bar: tuple[float, float], low: float) -> None:
        """Whose step it is, in a word beside the bar, where neither the edge nor the wished day cuts it."""
        canvas: Canvas = self.canv
        words = self._setter.plain(side_word(step.side, self._setter.language))
        wide = fonts.width(words, fonts.REGULAR, _SMALL)
        canvas.setFont(fonts.REGULAR, _SMALL)
        canvas.setFillColor(GREY)
        left, right = bar
        end = right + 3 + wide
        wished = scale.at(self._plan.wished_on + _DAY)
        if end <= self._wide and not right < wished < end:
            canvas.drawString(right + 3, low + 5, words)
        elif left - 3 - wide >= _NAMES:
            canvas.drawRightString(left - 3, low + 5, words)

    def _wish(self, scale: _Scale, top: float) -> None:
        """The wished day: a dashed line at its end, with its date above the scale."""
        canvas: Canvas = self.canv
        x = scale.at(self._plan.wished_on + _DAY)
        if x < _NAMES:
            return
        language = self._setter.language
        words = self._setter.plain(
            language.gettext("wished: {date}").format(date=language.date(self._plan.wished_on, "short"))
        )
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1)
        canvas.setDash(3, 2)
        canvas.line(x, _FOOT, x, top + 13)
        canvas.setDash()
        canvas.setFillColor(INK)
        canvas.setFont(fonts.SEMIBOLD, _SMALL)
        canvas.drawRightString(max(x, _NAMES + fonts.width(words, fonts.SEMIBOLD, _SMALL)), top + 16, words)

    def _legend(self) -> None:
        """What each drawing means, in words; the bars as they are drawn above."""
        canvas: Canvas = self.canv
        _, plain, x = self._setter.language.gettext, self._setter.plain, 0.0
        language, accent = self._setter.language, self._setter.styles.accent
        for side in Side:
            _box(canvas, x, 4, 16, side, accent)
            x = _write(canvas, x + 20, plain(side_word(side, language)))
        canvas.setFillColor(_CLOSED)
        canvas.rect(x, 4, 16, _BAR, stroke=0, fill=1)
        x = _write(canvas, x + 20, plain(_("not worked")))
        if any(step.slack for step in self._plan.steps):
            canvas.setStrokeColor(INK)
            canvas.setDash(1, 1.5)
            canvas.line(x, 8, x + 16, 8)
            canvas.setDash()
            x = _write(canvas, x + 20, plain(language.pgettext("legend of a plan", "may wait")))
            _write(canvas, x, plain(_("names in bold: critical steps")))


def _box(canvas: Canvas, x: float, y: float, width: float, side: Side, accent: Color) -> None:
    """Ours is solid, theirs is hatched: a copier keeps both apart."""
    canvas.setStrokeColor(accent)
    canvas.setLineWidth(0.8)
    canvas.setFillColor(accent if side is Side.OURS else WHITE)
    canvas.rect(x, y, width, _BAR, stroke=1, fill=1)
    if side is Side.THEIRS:
        canvas.setLineWidth(0.6)
        step = 4.0
        start = x - _BAR + step
        while start < x + width:
            low, high = max(start, x), min(start + _BAR, x + width)
            canvas.line(low, y + low - start, high, y + high - start)
            start += step
    canvas.setStrokeColor(INK)


def _write(canvas: Canvas, x: float, words: str) -> float:
    """``words`` of the legend; where the next one may begin."""
    canvas.setFillColor(GREY)
    canvas.setFont(fonts.REGULAR, _SMALL)
    canvas.drawString(x, 5.5, words)
    return x + fonts.width(words, fonts.REGULAR, _SMALL) + 16


def _fitting(text: str, bold: bool, room: float) -> str:
    font = fonts.SEMIBOLD if bold else fonts.REGULAR
    text = " ".join(text.split())
    if fonts.width(text, font, _SIZE) <= room:
        return text
    # No glyph but the space is under a fifth of the size: the rest could not fit anyhow.
    text = text[: int(room / _SIZE * 5)]
    while text and fonts.width(f"{text}…", font, _SIZE) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
