"""What is wrong with a file, line by line, to be read beside the spreadsheet or copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.services.catalogue_sheets import Fault
from desktop.ui import theme
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.overlay import Overlay


class FaultsOverlay(Overlay):
    """Nothing was imported; here is why."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("What is to be mended in the file"), 720)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setProperty("bare", True)
        self.lines.setFont(theme.font())
        self.lines.setAccessibleName(_("What is to be mended in the file"))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(_("What is to be mended in the file"), "heading"), 1)
        head.addWidget(self.cross())
        column = QVBoxLayout()
        column.setContentsMargins(18, 12, 12, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(
            PlainLabel(_("Nothing was imported. Mend these lines, then import again."), "muted", wrap=True)
        )
        column.addWidget(self.lines, 1)
        self.content.addLayout(column)

    def wanted_height(self) -> int:
        return 460

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Open with these."""
        self.lines.setPlainText("\n".join(fault.told() for fault in faults))
        self.open()
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
