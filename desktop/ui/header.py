"""The top bar: what this page is about, and the few things to do with it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.actions import display_keys
from desktop.ui.icons import paint_icon
from desktop.ui.page import Page
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, focus_ring, keycap_size, paint_keycap, painter_for, soft

HEIGHT = 64


class Header(QWidget):
    """Title and subtitle at the left, the widgets of the page at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Page header"))
        self.setFixedHeight(HEIGHT)
        self._shown: list[QWidget] = []
        self._title = PlainLabel("", "title", elide=True)
        self._subtitle = PlainLabel("", "muted", elide=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(22, 0, 22, 1)
        self._row.setSpacing(16)
        self._row.addLayout(words, 1)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def subtitle(self) -> str:
        return self._subtitle.text()

    def show_page(self, page: Page) -> None:
        """Say what ``page`` says of itself, and hold its widgets."""
        self._title.setText(page.title())
        self._subtitle.setText(page.subtitle())
        self._subtitle.setVisible(bool(page.subtitle()))
        wanted = page.header_widgets()
        if wanted == self._shown:
            return
        for widget in self._shown:
            self._row.removeWidget(widget)
            if widget not in wanted:
                widget.hide()
        for widget in wanted:
            # The search field never takes more room than the words.
            self._row.addWidget(widget, 1 if isinstance(widget, SearchButton) else 0)
            widget.show()
        self._shown = wanted

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))


class SearchButton(QAbstractButton):
    """Looks like a search field and opens the palette: connect ``clicked`` to ``Page.palette_requested``."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text or _("Find a prospect, a phrase…"))
        self.setAccessibleName(self.text())
        self._keycap = display_keys("Ctrl+K")
        self.setAccessibleDescription(self._keycap)
        self.setFont(theme.font())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(300)

    def sizeHint(self) -> QSize:
        return QSize(110, theme.metrics().control)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        ground = look.colour("hover" if self.underMouse() else "surface")
        fill_round(painter, rect, ground, look.colour("control"))
        size = keycap_size(self._keycap)
        cap = QRectF(
            rect.right() - 10 - size.width(), rect.center().y() - size.height() / 2, size.width(), size.height()
        )
        paint_keycap(painter, cap, self._keycap, look.colour("muted"), soft(look.colour("control")))
        paint_icon(painter, QRectF(11, rect.center().y() - 8, 16, 16), "search", "faint")
        painter.setFont(self.font())
        painter.setPen(look.colour("faint"))
        room = QRectF(34, 0, cap.left() - 42, rect.height())
        words = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            focus_ring(painter, rect)
