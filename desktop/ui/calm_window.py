"""A whole window for one question at a time: first run, passphrase, and what to do when the data will not open."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.icons import paint_icon, window_icon
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import painter_for

_WIDTH = 560


class Sheet(Card):
    """A title, a sentence, what is asked, and the buttons. Enter presses the focused button, else the primary one."""

    def __init__(self, title: str, sentence: str = "") -> None:
        super().__init__(margins=(32, 28, 32, 24), spacing=14)
        self.setFixedWidth(_WIDTH)
        self.title = PlainLabel(title, "display", wrap=True)
        self.body.addWidget(self.title)
        self.sentence = PlainLabel(sentence, "muted", wrap=True)
        self.body.addWidget(self.sentence)
        self.sentence.setVisible(bool(sentence))
        self.content = QVBoxLayout()
        self.content.setContentsMargins(0, 4, 0, 8)
        self.content.setSpacing(12)
        self.body.addLayout(self.content)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._buttons.addStretch(1)
        self.body.addLayout(self._buttons)
        self._primary: QPushButton | None = None

    def add_button(self, button: Button, primary: bool = False, left: bool = False) -> None:
        """Put a button in the last row: at its right end, or at its left."""
        if left:
            self._buttons.insertWidget(0, button)
        else:
            self._buttons.addWidget(button)
        if primary:
            self._primary = button

    def hasHeightForWidth(self) -> bool:
        # The column would ask for the height at its own width, which is larger: fewer lines, and a sheet cut short.
        return False

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(_WIDTH, layout.totalHeightForWidth(_WIDTH)) if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def arrive(self) -> None:
        """The sheet is on screen: the focus goes to the first field, else to the primary button."""
        fields = [each for each in self.findChildren(QWidget) if _takes_text(each)]
        first = fields[0] if fields else self._primary
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            pressed = focused if isinstance(focused, QPushButton) else self._primary
            if pressed is not None and pressed.isEnabled():
                pressed.click()
            return
        super().keyPressEvent(event)


def _takes_text(widget: QWidget) -> bool:
    return widget.inherits("QLineEdit") and widget.isEnabled() and not widget.isHidden()


class CalmWindow(QWidget):
    """The compass, and one sheet under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Boussole")
        self.setWindowIcon(window_icon())
        self.setMinimumSize(720, 560)
        self.resize(1280, 800)
        self._sheet: Sheet | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(18)
        self._column.addStretch(2)
        self._column.addWidget(_Mark(), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        ground = QWidget()
        ground.setProperty("clear", True)
        ground.setLayout(self._column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)

    @property
    def sheet(self) -> Sheet | None:
        """What is asked now."""
        return self._sheet

    def show_sheet(self, sheet: Sheet) -> None:
        """Ask something else."""
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = sheet
        self._column.insertWidget(2, sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        sheet.show()
        sheet.arrive()

    def come_forward(self) -> None:
        """Somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()


class _Mark(QWidget):
    """The compass and the name."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(170, 40))
        self.setAccessibleName("Boussole")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        paint_icon(painter, QRectF(8, 4, 32, 32), "boussole", "accent")
        painter.setFont(theme.font("figure"))
        painter.setPen(theme.current().colour("text"))
        room = QRectF(52, 0, self.width() - 52, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, "Boussole")
