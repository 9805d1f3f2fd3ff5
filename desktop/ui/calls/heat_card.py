"""Before hanging up: how ready to act they are, what the program suggests and why, and the rep's impressions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.models.heat_signs import Sign, sign_label
from desktop.models.matrix import Heat, heat_label
from desktop.services.heat import Feeling
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.heat import HeatPicker
from desktop.ui.widgets.labels import PlainLabel

_LEVELS = (0, 1, 2, 3)


class HeatCard(Card):
    """Shows a ``Feeling``; clicks only emit. The program suggests, the rep chooses."""

    heat_chosen = Signal(str)
    sign_chosen = Signal(object, int)
    """The ``Sign``, and its level."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(22, 16, 22, 16), spacing=10, parent=parent)
        self.heat = HeatPicker()
        self.heat.chosen.connect(self.heat_chosen)
        row = QHBoxLayout()
        row.addWidget(PlainLabel(_("Heat"), "heading"))
        row.addStretch(1)
        row.addWidget(self.heat)
        self.body.addLayout(row)
        self.reason = PlainLabel("", "body", wrap=True)
        self.accept = Button("", "secondary", name=_("Heat suggested"))
        self.accept.setObjectName("call.accept_heat")
        self.accept.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.accept.clicked.connect(self._accept)
        self._suggested: Heat | None = None
        suggestion = QHBoxLayout()
        suggestion.setSpacing(10)
        suggestion.addWidget(self.reason, 1)
        suggestion.addWidget(self.accept)
        self.body.addLayout(suggestion)
        self.body.addWidget(PlainLabel(_("Your impressions, for you alone"), "label"))
        self.signs = {sign: SignRow(sign) for sign in Sign}
        for sign, line in self.signs.items():
            line.chosen.connect(lambda level, sign=sign: self.sign_chosen.emit(sign, level))
            self.body.addWidget(line)

    def _accept(self) -> None:
        if self._suggested is not None:
            self.heat_chosen.emit(self._suggested.value)

    def show_feeling(self, feeling: Feeling) -> None:
        """Show what is saved, and what it suggests."""
        self.heat.set_heat(feeling.heat or "")
        for sign, line in self.signs.items():
            line.show_level(feeling.signs.get(sign))
        suggestion = feeling.suggestion
        self._suggested = suggestion.heat if suggestion else None
        for widget in (self.reason, self.accept):
            widget.setVisible(suggestion is not None)
        if suggestion is not None:
            self.reason.setText(suggestion.reason)
            self.accept.set_text(_("{heat}?").format(heat=heat_label(suggestion.heat)))
            self.accept.setAccessibleName(
                _("Heat suggested: {heat}. {reason}").format(
                    heat=heat_label(suggestion.heat).lower(), reason=suggestion.reason
                )
            )


class SignRow(QWidget):
    """An impression and its four levels."""

    chosen = Signal(int)

    def __init__(self, sign: Sign) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(PlainLabel(sign_label(sign), "muted"), 1)
        self.chips = {level: ChipButton(str(level)) for level in _LEVELS}
        for level, chip in self.chips.items():
            chip.setAccessibleName(f"{sign_label(sign)} · {level}")
            chip.clicked.connect(lambda _checked=False, level=level: self.chosen.emit(level))
            row.addWidget(chip)

    def show_level(self, level: int | None) -> None:
        """Show the level that is saved, or none."""
        for each, chip in self.chips.items():
            chip.setChecked(each == level)
