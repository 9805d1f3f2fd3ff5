"""One need on the page turned towards the prospect: their words, and what they make of them."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import Language
from desktop.models.need_kinds import label
from desktop.models.needs import Reply
from desktop.services.proposal_draft import quoted
from desktop.services.shared_page import Decision, SharedNeed
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.growing_edit import GrowingEdit
from desktop.ui.widgets.painting import fill_round, painter_for
from desktop.ui.widgets.touch_parts import RADIUS, TOUCH, TouchButton, TouchField, Weight, large_font, words

_BADGE = 44.0
_TOKENS = {
    Reply.CONFIRMED: ("ok", "ok_soft"),
    Reply.CORRECTED: ("accent", "surface"),
    Reply.REFUSED: ("danger", "surface"),
}


class Handle(QWidget):
    """The number of the point; the tile is dragged by it, with a mouse or a finger."""

    dragged = Signal(QPointF)
    """Where the pointer is, on the screen."""
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = 1
        self._reply: Reply | None = None
        self.setFixedWidth(TOUCH)
        self.setMinimumHeight(TOUCH + 24)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_state(self, number: int, reply: Reply | None) -> None:
        self._number, self._reply = number, reply
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(TOUCH, TOUCH + 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = painter_for(self), theme.current()
        badge = QRectF((self.width() - _BADGE) / 2, 0, _BADGE, _BADGE)
        full = _TOKENS[self._reply][0] if self._reply is not None else ""
        fill_round(painter, badge, look.colour(full or "accent_soft"), None, _BADGE / 2)
        ink = "accent"
        if full:
            ink = "on_accent" if full == "accent" else "on_score"
        painter.setFont(large_font(20, Weight.Bold))
        painter.setPen(look.colour(ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._number))
        paint_icon(painter, QRectF(self.width() / 2 - 12, _BADGE + 10, 24, 24), "grip-vertical", "muted")


class NeedTile(QWidget):
    """``changed`` when a choice or a correction changes, ``moved`` with -1 or 1 to go up or down."""

    changed = Signal()
    moved = Signal(int)

    def __init__(self, need: SharedNeed, language: Language) -> None:
        super().__init__()
        self.need = need
        self._language = language
        self.reply: Reply | None = None
        _ = language.gettext
        self.handle = Handle()
        self.kind = words(label(need.kind, language), weight=Weight.DemiBold, kind="accent", wrap=False)
        self.quotes = [words(self._quote(text), 24, Weight.Medium) for text in need.texts]
        self.yes = TouchButton(_("That’s right"), "check", tone="ok")
        self.put_right = TouchButton(_("Put it right"), "pencil")
        self.no = TouchButton(_("That’s not it"), "x", tone="danger")
        self.up = TouchButton("", "arrow-up", name=_("More important"))
        self.down = TouchButton("", "arrow-down", name=_("Less important"))
        self._choices = {Reply.CONFIRMED: self.yes, Reply.CORRECTED: self.put_right, Reply.REFUSED: self.no}
        self.correction = GrowingEdit(lines=2)
        self.field = TouchField(self.correction, _("Your words"))
        self.correction.installEventFilter(self)
        self._lay_out()
        for reply, button in self._choices.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, chosen=reply: self._choose(chosen))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.correction.textChanged.connect(self.changed)
        self._show()

    def _quote(self, text: str) -> str:
        return quoted(text.strip(), self._language) if self.need.words else text.strip()

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.kind)
        for each in self.quotes:
            said.addWidget(each)
        said.addSpacing(4)
        said.addWidget(self.field)
        said.addSpacing(4)
        row = FlowLayout(spacing=10)
        for button in self._choices.values():
            row.addWidget(button)
        said.addLayout(row)
        arrows = QVBoxLayout()
        arrows.setSpacing(8)
        arrows.addWidget(self.up)
        arrows.addWidget(self.down)
        arrows.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 20, 20, 20)
        whole.setSpacing(16)
        whole.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(said, 1)
        whole.addLayout(arrows)

    # What it holds

    @property
    def decision(self) -> Decision:
        """What they made of it, a correction that is not finished included."""
        return Decision(self.need.key, self.reply, self.correction.toPlainText() if self._correcting else "")

    @property
    def unfinished(self) -> bool:
        """They want to put it right and wrote nothing yet."""
        return self._correcting and not self.correction.toPlainText().strip()

    @property
    def _correcting(self) -> bool:
        return self.reply is Reply.CORRECTED

    def show_decision(self, decision: Decision) -> None:
        """Show a point as they left it."""
        self.reply = decision.reply
        self.correction.setPlainText(decision.correction)
        self._show()

    def set_place(self, number: int, last: bool) -> None:
        """The number of the point, and whether nothing stands below it."""
        _ = self._language.gettext
        self._number = number
        self.up.setEnabled(number > 1)
        self.down.setEnabled(not last)
        text = " ".join(quote.text() for quote in self.quotes)
        self.setAccessibleName(f"{number}. {self.kind.text()} {text}")
        for button in (*self._choices.values(), self.up, self.down):
            button.setAccessibleDescription(_("Point {number}").format(number=number))
        self.handle.show_state(number, self.reply)

    # What they do

    def _choose(self, reply: Reply) -> None:
        """The same choice again takes it back."""
        self.reply = None if self.reply is reply else reply
        if self._correcting and not self.correction.toPlainText().strip():
            self.correction.setPlainText("\n".join(text.strip() for text in self.need.texts))
        self._show()
        if self._correcting:
            self.correction.setFocus(Qt.FocusReason.OtherFocusReason)
            self.correction.selectAll()
        self.changed.emit()

    def _show(self) -> None:
        for reply, button in self._choices.items():
            button.setChecked(reply is self.reply)
        self.field.setVisible(self._correcting)
        for quote in self.quotes:
            struck = self.reply in (Reply.REFUSED, Reply.CORRECTED)
            font: QFont = large_font(24, Weight.Medium)
            font.setStrikeOut(struck)
            quote.set_kind("muted" if struck else "body")
            quote.setFont(font)
        self.handle.show_state(getattr(self, "_number", 1), self.reply)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.put_right.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and self._move_by_key(event):
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.modifiers() & Qt.KeyboardModifier.AltModifier and self._move_by_key(event)):
            super().keyPressEvent(event)

    def _move_by_key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        return step is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        border, ground = _TOKENS[self.reply] if self.reply is not None else ("line", "surface")
        width = 1.0 if self.reply is None else 2.0
        fill_round(painter_for(self), QRectF(self.rect()), look.colour(ground), look.colour(border), RADIUS + 2, width)
