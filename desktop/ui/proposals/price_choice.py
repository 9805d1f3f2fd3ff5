"""Before a price leaves the house where the matrix calls for none: give it with a reason, or hand over less."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.overlay import Overlay


class PriceChoice(Overlay):
    """The documents that need no price, then the price and its reason. Closed without a choice, nothing leaves."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("Give a price?"), width=560)
        self._give: Callable[[str], object] | None = None
        self._required = True
        self.words = PlainLabel("", "body", wrap=True)
        self._others = QVBoxLayout()
        self._others.setSpacing(6)
        self.buttons: list[Button] = []
        self.reason = QLineEdit()
        self.reason_field = Field(_("Why give a price now"), self.reason)
        self.give = Button(_("Give a price all the same"), "secondary", icon_name="euro")
        self.give.clicked.connect(self._accept)
        self.reason.returnPressed.connect(self._accept)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self.title = PlainLabel(_("Give a price?"), "title")
        head.addWidget(self.title, 1)
        head.addWidget(self.cross())
        column = QVBoxLayout()
        column.setContentsMargins(22, 16, 16, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(self._others)
        column.addWidget(Divider())
        column.addWidget(self.reason_field)
        row = QHBoxLayout()
        row.addWidget(self.give)
        row.addStretch(1)
        column.addLayout(row)
        self.content.addLayout(column)

    def open_for(
        self, advice: str, others: Sequence[tuple[str, Callable[[], object]]], give: Callable[[str], object]
    ) -> None:
        """``advice`` is the action of the matrix cell, "" where it allows a price: no reason is asked for then.

        ``others`` are the documents without a price: what they are called and what hands them over. ``give`` gets the
        reason.
        """
        self._give, self._required = give, bool(advice)
        self.words.setText(
            _("The matrix says: “{action}”. A document without a price says the rest.").format(action=advice)
            if advice
            else _("This is a pre-proposal: it gives no price yet.")
        )
        self._show_others(others)
        self.reason_field.setVisible(self._required)
        self.reason.clear()
        self.reason_field.set_error("")
        self.give.set_text(_("Give a price all the same") if self._required else _("Give a price"))
        self.open()
        first = self.buttons[0] if self.buttons else self.give
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_others(self, others: Sequence[tuple[str, Callable[[], object]]]) -> None:
        for button in self.buttons:
            self._others.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for words, run in others:
            button = Button(words, "secondary" if self.buttons else "primary", icon_name="file-text")
            button.clicked.connect(lambda _checked=False, run=run: self._choose(run))
            self._others.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)

    def _choose(self, run: Callable[[], object]) -> None:
        self.close_overlay()
        run()

    def _accept(self) -> None:
        reason = self.reason.text().strip()
        if self._required and not reason:
            self.reason_field.set_error(_("Say in a few words why you give a price now."))
            self.reason.setFocus()
            self.place()
            return
        self.close_overlay()
        if self._give is not None:
            self._give(reason)
