"""The pages in small at the side of the preview, drawn when they come into view; a click goes to the page."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.proposals.open_pdf import OpenPdf

WIDTH = 104
_SIDE = 16
_ABOVE = 10
_NUMBER = 20
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class _PagesItemModel(QAbstractListModel):
    def __init__(self, strip: "PageStrip") -> None:
        super().__init__(strip)
        self.pdf: OpenPdf | None = None

    def show_document(self, pdf: OpenPdf | None) -> None:
        same = pdf is not None and pdf.pages == self.rowCount()
        if same:
            self.pdf = pdf
            return
        self.beginResetModel()
        self.pdf = pdf
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self.pdf is None else self.pdf.pages

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _("Page {page}").format(page=index.row() + 1)
        return None


class PageStrip(QListView):
    """``chosen`` carries a page, from 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages in small"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDTH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = _PagesItemModel(self)
        self._images: dict[int, QImage] = {}
        self.setModel(self._model)
        self.setItemDelegate(_Small(self))
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.activated.connect(lambda index: self.chosen.emit(index.row()))

    def show_document(self, pdf: OpenPdf | None, page: int) -> None:
        """Show the pages of another document; those that do not show are not drawn."""
        self._images.clear()
        self._model.show_document(pdf)
        self.show_page(page)
        self.viewport().update()

    def show_page(self, page: int) -> None:
        """Say which page is being looked at."""
        index = self._model.index(page, 0)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), theme.current().colour("preview"))
        super().paintEvent(event)

    @property
    def drawn(self) -> list[int]:
        """The pages drawn since the document changed."""
        return sorted(self._images)

    def size_of(self, page: int) -> QSize:
        """What a page takes here, in pixels."""
        pdf = self._model.pdf
        points = pdf.document.pagePointSize(page) if pdf is not None else QSize(210, 297)
        width = WIDTH - 2 * _SIDE
        return QSize(width, round(width * points.height() / max(points.width(), 1)))

    def image(self, page: int) -> QImage:
        """A page in small, drawn once."""
        pdf = self._model.pdf
        assert pdf is not None
        if page not in self._images:
            size = self.size_of(page) * self.devicePixelRatioF()
            self._images[page] = pdf.image(page, size)
        return self._images[page]


class _Small(QStyledItemDelegate):
    """A page on its paper with its number below, framed when it is the one looked at."""

    def __init__(self, strip: PageStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(WIDTH - 14, self._strip.size_of(index.row()).height() + _ABOVE + _NUMBER)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = theme.current()
        size = self._strip.size_of(index.row())
        area = QRectF(option.rect)
        state = option.state
        paper = QRectF(area.center().x() - size.width() / 2, area.top() + _ABOVE, size.width(), size.height())
        painter.save()
        painter.fillRect(area, look.colour("preview"))
        painter.fillRect(paper, QColor(Qt.GlobalColor.white))
        painter.drawImage(paper, self._strip.image(index.row()))
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_frame(look.colour("accent" if current else "line"), current, self._strip.hasFocus()))
        painter.drawRect(paper)
        painter.setFont(theme.font("small"))
        painter.setPen(look.colour("text" if current else "muted"))
        foot = QRectF(area.left(), paper.bottom() + 3, area.width(), _NUMBER - 4)
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, str(index.row() + 1))
        painter.restore()


def _frame(colour: QColor, current: bool, focused: bool) -> QPen:
    return QPen(colour, 3 if current and focused else 2 if current else 1)
