"""A criterion in the strip: its score as a digit in its colour, and its name, on a chip that opens it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.models.grids import Criterion
from desktop.services.grids import CriterionRow
from desktop.services.opinions import disagreement
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for
from desktop.ui.widgets.scores import score_token

_PIP, _SIDE, _GAP, _ICON = 20.0, 8.0, 6.0, 13.0
_LEAST, _MOST = 104, 210
"""Pixels: under the first, a name is no more than its first letters; over the second, it is shown whole already."""


class CriterionChip(QAbstractButton):
    """``show_row`` says what is saved, ``set_at_hand`` whether the digits score it. A click only emits ``chosen``."""

    chosen = Signal(str)

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion = criterion
        self._row: CriterionRow | None = None
        self.mark = ""
        self.hollow = False
        """Whether the level lacks its evidence."""
        self.earlier = False
        """Whether the level comes from an earlier call, and waits to be asked again."""
        self.differ = False
        """Whether several interlocutors disagree."""
        self.setText(criterion.name)
        self.setCheckable(True)
        # Clicking must not take the caret away from the capture line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setObjectName(f"call.strip.{criterion.key}")
        self.clicked.connect(lambda: self.chosen.emit(criterion.key))
        self._tell()

    def nextCheckState(self) -> None:
        """The call decides which criterion is at hand."""

    def show_row(self, row: CriterionRow) -> None:
        """Show what is saved; nothing is repainted when nothing has changed."""
        if row == self._row:
            return
        self._row = row
        self.mark = str(row.answer if row.answer != "" or row.carried is None else row.carried)
        self.hollow = not row.proven
        self.earlier = row.answer == "" and row.carried is not None
        self.differ = disagreement(row.criterion.key, row.opinions) is not None
        self._tell()
        self.update()

    def set_at_hand(self, at_hand: bool) -> None:
        """Say that the digits score this criterion."""
        self.setChecked(at_hand)
        self._tell()

    def _tell(self) -> None:
        said = _("{level} in an earlier call").format(level=self.mark) if self.earlier else self.mark
        parts = [self._criterion.name, said or _("not asked")]
        if self._row is not None and not self._row.proven:
            parts.append(_("to prove"))
        if self.differ:
            parts.append(_("they disagree"))
        self.setAccessibleName(" · ".join(parts))
        self.setAccessibleDescription(_("at hand") if self.isChecked() else "")
        self.setToolTip(plain_tip(" · ".join(parts)))

    def _wanted(self) -> float:
        # In the weight of the one at hand: nothing moves when another one is.
        words = QFontMetricsF(theme.font("strong")).horizontalAdvance(self.text())
        return words + _PIP + _GAP + 2 * _SIDE + 2

    def sizeHint(self) -> QSize:
        return QSize(min(_MOST, max(_LEAST, round(self._wanted() + 0.5))), theme.metrics().control)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, theme.metrics().control)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        at_hand = self.isChecked()
        ground = "accent_soft" if at_hand else "hover" if self.underMouse() else "chip"
        fill_round(painter, rect, look.colour(ground), look.colour("accent") if at_hand else None, theme.RADIUS)
        pip = QRectF(_SIDE, rect.center().y() - _PIP / 2, _PIP, _PIP)
        self._paint_mark(painter, pip)
        room = QRectF(pip.right() + _GAP, 0, rect.right() - pip.right() - _GAP - _SIDE + 2, rect.height())
        if self.differ:
            room.setRight(room.right() - _ICON - 3)
            box = QRectF(rect.right() - _SIDE - _ICON, rect.center().y() - _ICON / 2, _ICON, _ICON)
            paint_icon(painter, box, "users", "warn")
        painter.setFont(theme.font("strong" if at_hand else "medium"))
        painter.setPen(look.colour("accent" if at_hand else "text"))
        words = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            focus_ring(painter, rect, theme.RADIUS)

    def _paint_mark(self, painter: QPainter, pip: QRectF) -> None:
        """Filled when it counts in full, a ring in its colour when it is to prove, a thin grey one otherwise."""
        look = theme.current()
        colour, ink = look.colour(score_token(self.mark)), look.colour("on_score")
        if self.mark == "" or self.earlier:
            ink = look.colour("muted")
            fill_round(painter, pip, look.colour("surface"), look.colour("control"), 5.0)
        elif self.hollow:
            ink = colour
            fill_round(painter, pip, look.colour("surface"), colour, 5.0, 2.0)
        else:
            fill_round(painter, pip, colour, radius=5.0)
        painter.setFont(theme.font("strong", tabular=True))
        painter.setPen(ink)
        painter.drawText(pip, Qt.AlignmentFlag.AlignCenter, self.mark or "·")
