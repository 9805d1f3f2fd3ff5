"""The pages that will be handed over, drawn again beside the editor each time the typing pauses."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.i18n import _
from desktop.services.proposal_content import ProposalContent
from desktop.ui import theme
from desktop.ui.jobs import Job, raise_unless_user_error
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel

PAUSE_MS = 300
_MARGIN = 28
_SHADOW = 10
_WIDEST = 900
Render = Callable[[ProposalContent], bytes]


class OpenPdf:
    """A PDF in memory, opened by Qt; ``close`` before the program ends."""

    def __init__(self, data: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)

    @property
    def pages(self) -> int:
        return self.document.pageCount()

    def image(self, page: int, size: QSize) -> QImage:
        """One page on white paper, ``size`` in real pixels."""
        drawn = self.document.render(page, size)
        paper = QImage(size, QImage.Format.Format_RGB32)
        paper.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper

    def close(self) -> None:
        self.document.close()
        self._buffer.close()


class PageView(QWidget):
    """One page with its shadow, as wide as it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Page of the proposal"))
        self._pdf: OpenPdf | None = None
        self._page = 0
        self._image: QImage | None = None

    def show_page(self, pdf: OpenPdf | None, page: int) -> None:
        """Draw another page."""
        self._pdf, self._page, self._image = pdf, page, None
        self.update()

    def page_size(self, width: int) -> QSize:
        """What the page takes at ``width``, in logical pixels."""
        if self._pdf is None or not self._pdf.pages:
            return QSize(width, round(width * 297 / 210))
        points = self._pdf.document.pagePointSize(self._page)
        return QSize(width, round(width * points.height() / points.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        self._paint_shadow(painter, sheet)
        painter.fillRect(sheet, QColor(Qt.GlobalColor.white))
        if self._pdf is None or not self._pdf.pages:
            return
        ratio = self.devicePixelRatioF()
        size = QSize(round(sheet.width() * ratio), round(sheet.height() * ratio))
        if self._image is None or self._image.size() != size:
            self._image = self._pdf.image(self._page, size)
        painter.drawImage(sheet, self._image)

    def _paint_shadow(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(10, 20, 30, 5))
        for step in range(1, _SHADOW):
            painter.drawRoundedRect(sheet.adjusted(-step, 2 - step, step, step), step + 1, step + 1)


class Preview(QWidget):
    """Draws a content 300 ms after the last change, off the GUI thread; late results are dropped.

    ``drawn`` carries the bytes shown. ``stop`` before the program ends.
    """

    drawn = Signal(object)

    def __init__(self, render: Render, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._render = render
        self._wanted: ProposalContent | None = None
        self._shown: ProposalContent | None = None
        self._data = b""
        self._pdf: OpenPdf | None = None
        self._page = 0
        self._job: Job | None = None
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._start)
        self._lay_out()
        # A thread that outlives the window brings Qt down with it.
        self.destroyed.connect(partial(_wait, self._pool))

    def _lay_out(self) -> None:
        self.view = PageView()
        ground = QWidget()
        ground.setProperty("clear", True)
        room = QVBoxLayout(ground)
        room.setContentsMargins(_MARGIN - _SHADOW, 16 - _SHADOW, _MARGIN - _SHADOW, 6)
        room.addWidget(self.view, 0, Qt.AlignmentFlag.AlignHCenter)
        room.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(_("Preview"))
        self.area.setWidget(ground)
        self.previous = Button("", "quiet", icon_name="chevron-left", name=_("Previous page"))
        self.next = Button("", "quiet", icon_name="chevron-right", name=_("Next page"))
        self.previous.clicked.connect(lambda: self.go_to(self._page - 1))
        self.next.clicked.connect(lambda: self.go_to(self._page + 1))
        self.label = PlainLabel(_("Drawing the pages…"), "muted")
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 8)
        foot.addStretch(1)
        for widget in (self.previous, self.label, self.next):
            foot.addWidget(widget)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addLayout(foot)
        self._show_page()

    @property
    def pages(self) -> int:
        """How many pages are shown; 0 before the first drawing."""
        return self._pdf.pages if self._pdf else 0

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def is_current(self) -> bool:
        """Whether the pages on the screen are those of the last content wanted."""
        return self._wanted is not None and self._shown == self._wanted

    def want(self, content: ProposalContent) -> None:
        """Draw ``content`` when the typing pauses."""
        if content == self._wanted:
            return
        self._wanted = content
        self._timer.start()

    def finished(self, content: ProposalContent) -> bytes:
        """The bytes of ``content`` now: those on the screen when they are of this very content."""
        self._pool.waitForDone()
        return self._data if content == self._shown else self._render(content)

    def go_to(self, page: int) -> None:
        """Show another page, from 0."""
        self._page = min(max(page, 0), max(self.pages - 1, 0))
        self.area.verticalScrollBar().setValue(0)
        self._show_page()

    def stop(self) -> None:
        """Wait for the thread and let go of the document."""
        self._timer.stop()
        if self._job:
            self._job.cancel()
        self._pool.waitForDone()
        self.view.show_page(None, 0)
        if self._pdf:
            self._pdf.close()
        self._pdf, self._data, self._shown, self._wanted = None, b"", None, None

    def _start(self) -> None:
        content, render = self._wanted, self._render
        if content is None:
            return
        if self._job:
            self._job.cancel()
        self._job = Job(lambda: (content, render(content)))
        self._job.done.connect(self._show)
        self._job.failed.connect(self._show_failure)
        self._job.start(self._pool)

    def _show(self, result: tuple[ProposalContent, bytes]) -> None:
        content, data = result
        if content != self._wanted:
            return
        if self._pdf:
            self._pdf.close()
        self._pdf, self._data, self._shown = OpenPdf(data), data, content
        self._page = min(self._page, self.pages - 1)
        self._show_page()
        self.drawn.emit(data)

    def _show_failure(self, error: Exception) -> None:
        self.label.setText(raise_unless_user_error(error))

    def _show_page(self) -> None:
        self.view.show_page(self._pdf, self._page)
        self.previous.setEnabled(self._page > 0)
        self.next.setEnabled(self._page + 1 < self.pages)
        if self.pages:
            self.label.setText(_("Page {page} of {total}").format(page=self._page + 1, total=self.pages))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = min(self.width() - 2 * _MARGIN, _WIDEST)
        page = self.view.page_size(max(width, 120))
        self.view.setFixedSize(page + QSize(2 * _SHADOW, 2 * _SHADOW))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().colour("preview"))


def _wait(pool: QThreadPool, _gone: object = None) -> None:
    # At the very end of the program, Qt may have taken the pool away first.
    if isValid(pool):
        pool.waitForDone()
