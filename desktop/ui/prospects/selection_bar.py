"""What can be done to the prospects selected together, and how many they are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext, pgettext
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel


class SelectionBar(QWidget):
    """Hidden until several are selected."""

    wanted = Signal(str)
    """``heat``, ``status``, ``plan``, ``cadence``, ``remove`` or ``clear``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = PlainLabel("", "strong")
        clear = Button("", "quiet", icon_name="x", name=_("Select only the one at hand"))
        clear.clicked.connect(lambda: self.wanted.emit("clear"))
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(clear)
        acts = QWidget()
        row = FlowLayout(acts)
        self.buttons: dict[str, Button] = {"clear": clear}
        for key, words in (
            ("heat", _("Heat")),
            ("status", _("Status")),
            ("plan", pgettext("filters", "Next step")),
            ("cadence", _("Cadence")),
            ("remove", _("Remove")),
        ):
            button = Button(words, "danger" if key == "remove" else "secondary")
            button.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key))
            row.addWidget(button)
            self.buttons[key] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(acts)
        self.hide()

    def show_count(self, count: int) -> None:
        """How many are selected; one is no selection."""
        self.count.setText(ngettext("{count} selected", "{count} selected", count).format(count=count))
        self.setVisible(count > 1)
