"""The small words at both ends of an entry, painted rather than built of labels: a list lays out forty of each."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _
from desktop.models.evidence import Grade, grade_label
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import painter_for

_LINE = 18
_MOST = 62
"""Pixels for a first name."""
_SIGN = 13.0
_GAP = 4.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SaidMark(QWidget):
    """When it was said and, under it, by whom when several people are on the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.time = self.speaker = ""

    def show_said(self, time: str, speaker: str) -> None:
        """``time`` as a clock, ``speaker`` a first name or ""."""
        if (time, speaker) == (self.time, self.speaker):
            return
        self.time, self.speaker = time, speaker
        self.setAccessibleName(f"{time} {speaker}".strip())
        self.setToolTip(plain_tip(speaker) if self._width(speaker, "label") > _MOST else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = max(self._width(self.time, "small"), min(_MOST, self._width(self.speaker, "label")))
        return QSize(round(width + 1), _LINE * (2 if self.speaker else 1) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.setPen(theme.current().colour("muted"))
        painter.setFont(theme.font("small", tabular=True))
        painter.drawText(QRectF(0, 2, self.width(), _LINE), _LEFT, self.time)
        if self.speaker:
            font = theme.font("label")
            painter.setFont(font)
            name = QFontMetricsF(font).elidedText(self.speaker, Qt.TextElideMode.ElideRight, self.width() + 1)
            painter.drawText(QRectF(0, _LINE + 2, self.width() + 1, _LINE), _LEFT, name)

    @staticmethod
    def _width(text: str, kind: str) -> float:
        return QFontMetricsF(theme.font(kind, tabular=kind == "small")).horizontalAdvance(text)


class GradeMark(QWidget):
    """What words prove: a word, with a sign when they are more than said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grade: Grade | None = None
        self._short = False
        self.text = ""
        self.hide()

    def show_grade(self, grade: Grade | None) -> None:
        """``None`` for a line that proves nothing."""
        if grade is not self._grade:
            self._grade = grade
            self._tell()
            self.setVisible(grade is not None)

    def set_short(self, short: bool) -> None:
        """Without room, one word."""
        if short != self._short:
            self._short = short
            self._tell()

    @property
    def _strong(self) -> bool:
        return self._grade is not None and self._grade.rank >= Grade.CONFIRMED.rank

    def _tell(self) -> None:
        if self._grade is None:
            self.text = ""
        elif self._grade is Grade.CONFIRMED and not self._short:
            self.text = _("said back, confirmed")
        else:
            self.text = grade_label(self._grade)
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        sign = _SIGN + _GAP if self._strong else 0
        return QSize(round(QFontMetricsF(theme.font("label")).horizontalAdvance(self.text) + sign + 1), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        left, token = 0.0, "muted"
        if self._strong:
            name = "file-text" if self._grade is Grade.DOCUMENTED else "check"
            paint_icon(painter, QRectF(0, (self.height() - _SIGN) / 2, _SIGN, _SIGN), name, "ok")
            left, token = _SIGN + _GAP, "ok"
        painter.setFont(theme.font("label"))
        painter.setPen(theme.current().colour(token))
        painter.drawText(QRectF(left, 0, self.width() - left + 1, self.height()), _LEFT, self.text)
