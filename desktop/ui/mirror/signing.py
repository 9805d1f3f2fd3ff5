"""The foot of the page: who they are, their signature, and the one button that agrees."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from desktop.i18n import Language
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.signature_pad import SignaturePad
from desktop.ui.widgets.touch_parts import TOUCH, TouchButton, TouchField, Weight, words

_SIDE_BY_SIDE = 820
"""Pixels under which the signature goes below the name."""


class Signing(Card):
    """``agreed`` when the button is pressed, ``changed`` when the name or the signature changes."""

    agreed = Signal()
    changed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(margins=(28, 24, 28, 28), spacing=16)
        _ = language.gettext
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.pad = SignaturePad(_("Your signature"), _("Sign here, if you wish"))
        self.clear = TouchButton(_("Erase"), "undo-2", name=_("Erase the signature"))
        self.agree = TouchButton(_("I agree"), "check", filled=True, height=64)
        self.count = words("", kind="muted")
        self.hint = words("", weight=Weight.Medium, kind="danger")
        self.hint.hide()
        title = words(_("Is this what you told us?"), 24, Weight.Bold)
        field = TouchField(self.name, _("Your name"))
        field.setMaximumWidth(560)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(title)
        left.addWidget(self.count)
        left.addSpacing(8)
        left.addWidget(words(_("Your name"), weight=Weight.DemiBold))
        left.addWidget(field)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(words(_("Your signature"), weight=Weight.DemiBold))
        right.addWidget(self.pad)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(32)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self.hint, 1)
        foot.addStretch(1)
        foot.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.agree)
        self.body.addLayout(self._columns)
        self.body.addLayout(foot)
        self.agree.setMinimumWidth(4 * TOUCH)
        self.agree.clicked.connect(self.agreed)
        self.clear.clicked.connect(self.pad.clear)
        self.pad.changed.connect(self._follow)
        self.name.textChanged.connect(self.changed)
        self._follow()

    def _follow(self) -> None:
        self.clear.setEnabled(bool(self.pad.strokes))
        self.changed.emit()

    def show_state(self, name: str, signature: tuple[tuple[tuple[int, int], ...], ...]) -> None:
        """Show a name and a signature as they were left."""
        self.name.setText(name)
        self.pad.set_strokes(signature)
        self._follow()

    def say(self, sentence: str) -> None:
        """What is missing before they can agree; "" when nothing is."""
        self.hint.setText(sentence)
        self.hint.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        wide = self.width() >= _SIDE_BY_SIDE
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
