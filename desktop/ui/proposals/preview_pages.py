"""The pages one under the other, at any size: scrolled, enlarged, searched, and each block of them can be clicked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QGestureEvent, QMenu, QPinchGesture, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.preview_blocks import Block, block_at
from desktop.ui.proposals.preview_find import Hit
from desktop.ui.proposals.preview_layout import Fit, Layout, Spot, Zoom, pixels_a_point, stepped, within
from desktop.ui.proposals.preview_paint import PagePainter
from desktop.ui.widgets.painting import focus_ring

_POINTS = 72
_NOTCHES = 480
"""Units of a wheel that double the size: four notches."""
_STEP = 60
"""Pixels that an arrow scrolls by."""


class PagesView(QAbstractScrollArea):
    """``block_clicked`` and ``words_wanted`` carry the name of a block, as ``preview_blocks.Block`` has it."""

    block_clicked = Signal(str)
    words_wanted = Signal(str)
    page_changed = Signal(int)
    """The page that shows most, from 0."""
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Preview"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # One that comes and goes would make a page that fits the width jump.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._pdf: OpenPdf | None = None
        self._zoom: Zoom = Fit.WIDTH
        self._layout = Layout((), 1.0, QSize(1, 1))
        self._painter = PagePainter()
        self._blocks: Sequence[Block] = ()
        self._hot: Block | None = None
        self._pressed: QPoint | None = None
        self._page = 0

    # What is shown

    def show_document(self, pdf: OpenPdf | None, blocks: Sequence[Block] = ()) -> None:
        """Show these pages from now on, at the place and the size where the former ones were; none shows nothing.

        The former document may be closed afterwards.
        """
        place = self._spot(QPointF()) if self._layout.rects else None
        self._pdf, self._blocks = pdf, blocks
        self._painter.show_document(pdf)
        self._lay_out(place, QPointF())
        self._point_at(self.viewport().mapFromGlobal(self.cursor().pos()) if self.underMouse() else None)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """The same pages, whose blocks have other names."""
        self._blocks = blocks

    def show_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark words in the pages, one of them more than the others."""
        self._painter.hits, self._painter.current = hits, current
        self.viewport().update()

    def reveal(self, hit: Hit) -> None:
        """Scroll as little as it takes to see these words."""
        boxes = [self._layout.on_page(hit.page, box) for box in hit.boxes]
        area, seen = boxes[0], self._seen()
        for box in boxes[1:]:
            area = area.united(box)
        if seen.contains(area):
            return
        self._scroll_to(QPointF(seen.x(), area.center().y() - seen.height() / 2))
        if not self._seen().contains(area):
            self._scroll_to(QPointF(area.center().x() - seen.width() / 2, self._seen().y()))

    @property
    def page(self) -> int:
        """The page that shows most, from 0."""
        return self._page

    def go_to(self, page: int) -> None:
        """Bring the top of a page, from 0, to the top of the window."""
        if self._layout.rects:
            page = min(max(page, 0), len(self._layout.rects) - 1)
            rect = self._layout.rects[page]
            self._scroll_to(QPointF(self._seen().x(), rect.top() - self._layout.rects[0].top() * 0.6 if page else 0))
            # The last pages may be too short to reach the top.
            self._tell_page(page if self._seen().intersects(rect) else self._layout.page_of(self._seen()))

    def page_rect(self, page: int) -> QRect:
        """Where a page stands in the window, in its pixels."""
        return self._layout.rects[page].translated(-self._seen().topLeft()).toRect()

    def at(self, page: int, point: QPointF) -> QPoint:
        """Where a point of a page, in points from its top left, stands in the window."""
        return (self._layout.place(Spot(page, point.x(), point.y())) - self._seen().topLeft()).toPoint()

    # How large

    @property
    def zoom(self) -> Zoom:
        """As it was chosen."""
        return self._zoom

    @property
    def percent(self) -> float:
        """1.0 when the pages have the size of the paper."""
        return self._layout.scale * _POINTS / self.logicalDpiX()

    def set_zoom(self, zoom: Zoom, about: QPointF | None = None) -> None:
        """Show the pages at another size; the point ``about`` of the window stays where it is."""
        about = about if about is not None else QPointF(self.viewport().rect().center())
        if zoom is Fit.WIDTH or zoom is Fit.PAGE:
            about = QPointF()
        spot = self._spot(about) if self._layout.rects else None
        self._zoom = zoom if isinstance(zoom, Fit) else within(zoom)
        self._lay_out(spot, about)
        self.zoomed.emit()

    def step_zoom(self, step: int, about: QPointF | None = None) -> None:
        """Larger or smaller, to the next size of the list."""
        self.set_zoom(stepped(self.percent, step), about)

    # Inside

    def _lay_out(self, spot: Spot | None, about: QPointF) -> None:
        """Place the pages anew, ``spot`` at the point ``about`` of the window."""
        sizes = self._pdf.sizes() if self._pdf is not None else ()
        room = self.viewport().size()
        scale = pixels_a_point(self._zoom, sizes, room, self.logicalDpiX()) if sizes else 1.0
        self._layout = Layout(sizes, scale, room)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(self._layout.size.width()) - room.width()))
        down.setRange(0, max(0, round(self._layout.size.height()) - room.height()))
        across.setPageStep(room.width())
        down.setPageStep(room.height())
        across.setSingleStep(_STEP)
        down.setSingleStep(_STEP)
        if spot is not None and self._layout.rects:
            self._scroll_to(self._layout.place(spot) - about)
        self._follow_page()
        self.viewport().update()

    def _seen(self) -> QRectF:
        """What shows, in pixels of all the pages."""
        corner = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(corner, self.viewport().size())

    def _scroll_to(self, corner: QPointF) -> None:
        self.horizontalScrollBar().setValue(round(corner.x()))
        self.verticalScrollBar().setValue(round(corner.y()))

    def _spot(self, about: QPointF) -> Spot:
        return self._layout.spot(self._seen().topLeft() + about)

    def _follow_page(self) -> None:
        self._tell_page(self._layout.page_of(self._seen()))

    def _tell_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._follow_page()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        spot = self._spot(QPointF()) if self._layout.rects else None
        self._lay_out(spot, QPointF())
        if isinstance(self._zoom, Fit):
            self.zoomed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.current().colour("preview"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.paint(painter, self._layout, self._seen(), self.devicePixelRatioF(), self._hot)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.viewport().rect()))

    # Hands

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.percent * (1 + event.value()), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.set_zoom(self.percent * pinch.scaleFactor(), QPointF(pinch.centerPoint()))
                return True
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.percent * 2 ** (event.angleDelta().y() / _NOTCHES), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.verticalScrollBar().maximum()}
            self.verticalScrollBar().setValue(ends[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        at = event.position().toPoint()
        if pressed is None or (at - pressed).manhattanLength() > QApplication.startDragDistance():
            return
        block = self._block_at(at)
        if block is None:
            return
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        (self.words_wanted if shift else self.block_clicked).emit(block.where)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        block = self._block_at(event.pos())
        if block is not None:
            self.menu_of(block).popup(event.globalPos())

    def menu_of(self, block: Block) -> QMenu:
        """What can be done with a block."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open this block")).triggered.connect(lambda: self.block_clicked.emit(block.where))
        menu.addAction(_("The words behind it")).triggered.connect(lambda: self.words_wanted.emit(block.where))
        return menu

    def _block_at(self, at: QPoint) -> Block | None:
        if not self._layout.rects:
            return None
        spot = self._spot(QPointF(at))
        return block_at(self._blocks, spot.page, QPointF(spot.x, spot.y))

    def _point_at(self, at: QPoint | None) -> None:
        """Show which block a click would open."""
        hot = self._block_at(at) if at is not None else None
        if hot != self._hot:
            self._hot = hot
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.ArrowCursor)
            self.viewport().setToolTip(_("Click: open this block. Shift+click: the words behind it.") if hot else "")
            self.viewport().update()
