"""A line of the list of sections: an icon, a word, and the ground that says which one is open."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

_ICON = 16


class SectionButton(QAbstractButton):
    """Checked by its owner, when its section is the one shown."""

    def __init__(self, words: str, icon_name: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """The page decides, once the section is shown."""

    def sizeHint(self) -> QSize:
        return QSize(180, theme.metrics().hit(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else ""
        if ground:
            fill_round(painter, rect, look.colour(ground))
        ink = "accent" if self.isChecked() else "muted"
        paint_icon(painter, QRectF(12, rect.center().y() - _ICON / 2, _ICON, _ICON), self._icon_name, ink)
        painter.setFont(theme.font("strong" if self.isChecked() else "medium"))
        painter.setPen(look.colour("accent" if self.isChecked() else "text"))
        painter.drawText(rect.adjusted(40, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, rect)
