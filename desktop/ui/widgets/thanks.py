"""What stays on the screen once they agreed, until the rep takes it back."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import Language
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.hold_button import HoldButton
from desktop.ui.widgets.painting import fill_round, painter_for
from desktop.ui.widgets.touch_parts import Weight, words


class Thanks(QWidget):
    """Thanks by ``name``, and ``sentence`` below. ``held`` when the button was held long enough."""

    held = Signal()

    def __init__(self, name: str, sentence: str, language: Language) -> None:
        super().__init__()
        _ = language.gettext
        centre = Qt.AlignmentFlag.AlignHCenter
        thanks = _("Thank you, {name}.").format(name=name) if name else _("Thank you.")
        self.title = words(thanks, 40, Weight.Bold)
        self.sentence = words(sentence, 22)
        self.back = HoldButton(_("Hand the screen back"), "undo-2")
        self.how = words(_("Hold the button for a second, or press Esc."), kind="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(_Done(), 0, centre)
        column.addSpacing(8)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(2)
        column.addWidget(self.back, 0, centre)
        self.how.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.how)
        column.addStretch(1)
        self.back.held.connect(self.held)


class _Done(QWidget):
    """A large tick in a disc."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(96, 96)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = painter_for(self), QRectF(self.rect())
        fill_round(painter, rect, theme.current().colour("ok"), None, 48)
        paint_icon(painter, rect.adjusted(24, 24, -24, -24), "check", "on_score")
