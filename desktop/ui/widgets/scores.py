"""A score as it is given and shown: always a digit, never a colour alone.

A mark is a string, as in the history of a call: "0" to "3", "?" (asked, unknown) or "" (not asked yet).
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.models.evidence import proven_label
from desktop.ui import theme
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

MARKS = ("?", "0", "1", "2", "3")
_UNPROVEN = 0.6
"""How much of its colour keeps, in the bar, what is known and not proven."""


def score_token(mark: str) -> str:
    """The token of a mark's colour; "" is drawn like unknown, but hollow."""
    return f"score_{mark}" if mark in ("0", "1", "2", "3") else "score_unknown"


class _ScoreButton(QAbstractButton):
    def __init__(self, mark: str, large: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = mark
        self.hollow = False
        self._large = large
        self.setText(mark)
        self.setCheckable(True)
        self.setFont(theme.font("strong", tabular=True))
        # Clicking must not take the caret away from the capture line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        across = QSizePolicy.Policy.Fixed if mark == "?" and not large else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """The page decides what is checked, once the score is saved."""

    def sizeHint(self) -> QSize:
        width, height = self._metrics.score
        return QSize(width if self._metrics.touch or self.mark != "?" else width - 6, height)

    def minimumSizeHint(self) -> QSize:
        # Under a finger, what is wanted is the least too.
        return self.sizeHint() if self._metrics.touch else QSize(28, self.sizeHint().height())

    @property
    def _metrics(self) -> theme.Metrics:
        return theme.FINGER if self._large else theme.metrics()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        level = look.colour(score_token(self.mark))
        ink = look.colour("muted")
        if self.isChecked() and self.hollow:
            fill_round(painter, rect, look.colour("surface"), level, width=2.0)
            ink = level
        elif self.isChecked():
            fill_round(painter, rect, level)
            ink = look.colour("on_score")
        else:
            fill_round(painter, rect, look.colour("hover" if self.underMouse() else "surface"), look.colour("control"))
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.mark)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(2, 2, -2, -2) if self.isChecked() else rect, token="text")


class ScoreButtons(QWidget):
    """The row ``? 0 1 2 3`` of one criterion.

    It shows what ``set_mark`` says and nothing else: a click only emits ``chosen`` with the mark to save ("" when the
    shown one is chosen again, which clears it). ``hollow`` means that the evidence is missing.
    """

    chosen = Signal(str)

    def __init__(
        self,
        criterion: str,
        levels: Sequence[str] = ("", "", "", ""),
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mark, self._hollow = "", False
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._large, self._row = large, row
        self._space()
        self._buttons = {mark: _ScoreButton(mark, large, self) for mark in MARKS}
        for mark, each in self._buttons.items():
            self._group.addButton(each)
            row.addWidget(each, 0 if mark == "?" and not large else 1)
            each.clicked.connect(lambda _checked=False, mark=mark: self._choose(mark))
        self.set_criterion(criterion, levels)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()

    def _space(self) -> None:
        self._row.setSpacing((theme.FINGER if self._large else theme.metrics()).gap)

    @property
    def mark(self) -> str:
        """What is shown: "0" to "3", "?" or ""."""
        return self._mark

    def set_criterion(self, criterion: str, levels: Sequence[str]) -> None:
        """Name the buttons for a screen reader: criterion, digit, and what the level means."""
        texts = {str(digit): text for digit, text in enumerate(levels)} | {"?": _("asked, unknown")}
        self.setAccessibleName(criterion)
        for mark, each in self._buttons.items():
            meaning = texts.get(mark, "")
            name = _("{criterion}: {mark}, {meaning}") if meaning else _("{criterion}: {mark}")
            each.setAccessibleName(name.format(criterion=criterion, mark=mark, meaning=meaning))
            each.setToolTip(plain_tip(meaning))

    def set_mark(self, mark: str, hollow: bool = False) -> None:
        """Show a saved mark. Nothing is repainted when it is there already."""
        if (mark, hollow) == (self._mark, self._hollow):
            return
        self._mark, self._hollow = mark, hollow
        for each in self._buttons.values():
            chosen = each.mark == mark
            if (chosen, chosen and hollow) == (each.isChecked(), each.hollow):
                continue
            each.setChecked(chosen)
            each.hollow = chosen and hollow
            # Said too: a hollow button is a shape, and a shape alone says nothing to who does not see it.
            each.setAccessibleDescription(_("to prove") if each.hollow else "")
            each.update()

    def button(self, mark: str) -> QAbstractButton:
        """The button of one mark."""
        return self._buttons[mark]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        focused = [mark for mark, each in self._buttons.items() if each.hasFocus()]
        if not step or not focused:
            super().keyPressEvent(event)
            return
        place = (MARKS.index(focused[0]) + step) % len(MARKS)
        self._buttons[MARKS[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, mark: str) -> None:
        self.chosen.emit("" if mark == self._mark else mark)


class TotalBar(QWidget):
    """A total that is an interval: solid up to what is proven, paler up to what is known, hatched up to what may be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(10)
        self.setMinimumWidth(80)
        self._shown: tuple[object, ...] = ()
        self.set_total(0, 0, 1)

    def set_total(self, low: int, high: int, maximum: int, token: str = "score_2", proven: int | None = None) -> None:
        """Show ``low`` to ``high`` out of ``maximum`` in the colour of a token (that of the band).

        ``proven`` is how much of ``low`` has its evidence; ``None`` does not ask. Nothing is repainted when nothing of
        it has changed.
        """
        shown = (low, high, maximum, token, proven)
        if shown == self._shown:
            return
        self._shown = shown
        self._low, self._high, self._maximum, self._token = low, high, max(1, maximum), token
        self._proven = low if proven is None else proven
        words = _("{low} out of {maximum}") if low == high else _("{low} to {high} out of {maximum}")
        said = words.format(low=low, high=high, maximum=maximum)
        more = proven_label(proven, low) if proven is not None else ""
        self.setAccessibleName(f"{said}, {more}" if more else said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, look.colour("line"), radius=rect.height() / 2)
        colour, ground = look.colour(self._token), look.colour("surface")
        self._paint_share(painter, rect, self._high, QBrush(_hatched(colour, ground, self)))
        self._paint_share(painter, rect, self._low, QBrush(_mixed(colour, ground, _UNPROVEN)))
        self._paint_share(painter, rect, self._proven, QBrush(colour))

    def _paint_share(self, painter: QPainter, rect: QRectF, points: int, brush: QBrush) -> None:
        if points <= 0:
            return
        share = QRectF(rect)
        share.setWidth(rect.width() * min(points, self._maximum) / self._maximum)
        painter.save()
        painter.setClipRect(share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.restore()


def _hatched(colour: QColor, ground: QColor, widget: QWidget) -> QPixmap:
    """A tile of slanted stripes, half ``colour`` and half a pale mix of it with ``ground``."""
    ratio = widget.devicePixelRatioF()
    side = 10
    tile = QPixmap(round(side * ratio), round(side * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(_mixed(colour, ground, 0.25))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_mixed(colour, ground, 0.5))
    half = side / 2
    painter.drawPolygon([QPointF(0, side), QPointF(side, 0), QPointF(side + half, 0), QPointF(half, side)])
    painter.drawPolygon([QPointF(-side, side), QPointF(0, 0), QPointF(half, 0), QPointF(half - side, side)])
    painter.end()
    return tile


def _mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """``share`` of ``colour``, the rest of ``ground``."""
    rest = 1 - share
    return QColor.fromRgbF(
        colour.redF() * share + ground.redF() * rest,
        colour.greenF() * share + ground.greenF() * rest,
        colour.blueF() * share + ground.blueF() * rest,
    )
