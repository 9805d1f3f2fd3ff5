"""Who is speaking, at the left of the capture line: the words about to be typed will be theirs."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.services.speakers import Speakers
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.toasts import announce
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

HEIGHT = 46
"""That of the capture line when it holds one line of text, in pixels."""
_MOST = 116
_DISC = 24.0
_PAD = 9.0
_GAP = 7.0


class SpeakerChip(QAbstractButton):
    """An initial and a first name when there are several people; for one alone, only the way to add another one.

    A click only asks for the picker.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.speaker")
        # Clicking must not take the caret away from the capture line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font("strong"))
        self._speakers = Speakers((), None)
        self._name = ""
        self._tell("")

    @property
    def shown_name(self) -> str:
        """The name in sight; "" when there is nobody to tell apart."""
        return self._name

    def show_speakers(self, speakers: Speakers) -> None:
        """Show who is speaking; a change is said aloud."""
        if speakers == self._speakers:
            return
        self._speakers = speakers
        name = speakers.first_names.get(speakers.current, "") if speakers.several and speakers.current else ""
        changed, self._name = bool(self._name) and name != self._name, name
        self._tell(name)
        self.updateGeometry()
        self.update()
        if changed and name and self.isVisible():
            announce(self, _("{name} is speaking").format(name=name))

    def _tell(self, name: str) -> None:
        if self._speakers.several:
            said = _("{name} is speaking").format(name=name) if name else _("Who is speaking…")
            tip = _("{speaking} · F3: the next person · click: choose or add").format(speaking=said)
        else:
            said = tip = _("Somebody else joins the call…")
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(tip))

    def sizeHint(self) -> QSize:
        if not self._speakers.several:
            return QSize(theme.metrics().hit(36), HEIGHT)
        words = QFontMetricsF(self.font()).horizontalAdvance(self._name or "?")
        return QSize(round(min(_MOST, _DISC + 2 * _PAD + _GAP + words + 1)), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        if not self._speakers.several:
            if self.underMouse():
                fill_round(painter, rect, look.colour("hover"), radius=theme.RADIUS)
            paint_icon(painter, QRectF(rect.center().x() - 8, rect.center().y() - 8, 16, 16), "users", "muted")
        else:
            border = look.colour("accent") if self.underMouse() else None
            fill_round(painter, rect, look.colour("accent_soft"), border, theme.RADIUS)
            disc = QRectF(_PAD, rect.center().y() - _DISC / 2, _DISC, _DISC)
            fill_round(painter, disc, look.colour("accent"), radius=_DISC / 2)
            painter.setFont(theme.font("label"))
            painter.setPen(look.colour("on_accent"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._name[:1].upper() or "?")
            inner = QRectF(disc.right() + _GAP, 0, rect.right() - disc.right() - _GAP - _PAD + 2, rect.height())
            painter.setFont(self.font())
            painter.setPen(look.colour("accent"))
            name = QFontMetricsF(self.font()).elidedText(self._name, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if self.hasFocus():
            focus_ring(painter, rect, theme.RADIUS)
